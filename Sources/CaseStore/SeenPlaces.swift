package import CaseDomain
import Synchronization
import TextLayout

/// What a store can say of addresses that its cases have named, so that a clerk needn't type one twice.
package protocol PlaceRemembering: Sendable {
    /// The addresses of premises that go with what was typed.
    ///
    /// Stores look among the latest addresses only, so that the answer doesn't wait for how many cases there are.
    ///
    /// - Parameters:
    ///   - typed: a part of the address as it is written, of its pinyin, or of the initials; empty for any.
    ///   - limit: the most to give.
    /// - Returns: the most used first, of those the latest.
    func places(like typed: String, limit: Int) throws(StoreError) -> [SeenPlace]
}

/// An address that cases have named.
package struct SeenPlace: Hashable, Sendable {
    package let address: String
    /// How many cases name it now.
    package let uses: Int
    /// When the last of them was written.
    package let last: Moment

    package init(address: String, uses: Int, last: Moment) {
        self.address = address
        self.uses = uses
        self.last = last
    }

    /// Whether this one is offered before another.
    package func precedes(_ other: SeenPlace) -> Bool {
        if uses != other.uses { return uses > other.uses }
        if last != other.last { return last > other.last }
        return address.utf8.lexicographicallyPrecedes(other.address.utf8)
    }
}

/// How an address can be asked for: as it is written, or by its initials and its pinyin, as texts that a database can
/// look through.
package enum PlaceSound {
    /// Most characters have one reading; of those that have more, so many combinations are kept.
    private static let initialsKept = 8
    private static let spellingsKept = 4

    /// The address as it is written, folded.
    package static func written(_ address: String) -> String { SearchText.needle(address) }

    /// - Returns: initials and spellings, parted by `SearchText.separator`; what isn't Chinese stands for itself.
    package static func sound(_ address: String) -> String {
        let folded = written(address)
        var initials = [""]
        var spellings = [""]
        for scalar in folded.unicodeScalars {
            let readings = Pinyin.readings(of: scalar).map { String(decoding: $0, as: UTF8.self).uppercased() }
            let first = Pinyin.initials(of: scalar).map { String(Unicode.Scalar($0)).uppercased() }
            let itself = String(Character(scalar))
            initials = joined(initials, first.isEmpty ? [itself] : first, most: initialsKept)
            spellings = joined(spellings, readings.isEmpty ? [itself] : readings, most: spellingsKept)
        }
        return (initials + spellings).joined(separator: String(Character(SearchText.separator)))
    }

    /// What to look for, and whether in the sound: letters and digits are found there, anything else as it is written.
    package static func needle(_ typed: String) -> (text: String, isSound: Bool) {
        let needle = SearchText.needle(typed)
        guard needle.utf8.allSatisfy({ $0 < 0x80 }) else { return (needle, false) }
        // Blanks between letters part syllables for the eye.
        return (needle.filter { $0 != " " }, true)
    }

    /// The slower way for what is typed half in whole syllables, half in initials.
    package static func match(_ typed: String) -> @Sendable (String) -> Bool {
        let match = PinyinMatch(typed)
        return { match.matches($0) }
    }

    private static func joined(_ beginnings: [String], _ next: [String], most: Int) -> [String] {
        let kept = beginnings.count * next.count > most ? [next[0]] : next
        return beginnings.flatMap { beginning in kept.map { beginning + $0 } }
    }
}

extension InMemoryCaseStore: PlaceRemembering {
    package func places(like typed: String, limit: Int) throws(StoreError) -> [SeenPlace] {
        let match = PinyinMatch(typed)
        return contents.withLock { contents in
            var seen: [String: SeenPlace] = [:]
            for held in contents.cases {
                let address = held.file.particulars.premises.address
                guard !address.allSatisfy(\.isWhitespace), match.matches(address) else { continue }
                let at = held.events.placedAt
                let before = seen[address]
                seen[address] = SeenPlace(
                    address: address, uses: (before?.uses ?? 0) + 1, last: max(before?.last ?? at, at))
            }
            return Array(seen.values.sorted { $0.precedes($1) }.prefix(limit))
        }
    }
}

extension [CaseEvent] {
    /// When the case came by the address that it has.
    fileprivate var placedAt: Moment {
        var address: String?
        var moment = Moment(secondsSince1970: 0)
        for event in self {
            guard let named = event.payload.particulars?.premises.address, named != address else { continue }
            (address, moment) = (named, event.stamp.at)
        }
        return moment
    }
}

extension CaseEvent.Payload {
    fileprivate var particulars: Particulars? {
        switch self {
        case .received(let receipt): receipt.application.particulars
        case .particularsChanged(let particulars): particulars
        default: nil
        }
    }
}
