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

/// Addresses gathered from several cases, each of them once.
///
/// Told apart by their bytes, as databases do: Swift's own comparison takes a character that was composed for the same
/// character in pieces.
package struct SeenPlaces {
    private var places: [[UInt8]: SeenPlace] = [:]

    package init() {}

    /// A case names an address.
    package mutating func see(_ address: String, at moment: Moment) {
        let bytes = Array(address.utf8)
        let seen = places[bytes]
        places[bytes] = SeenPlace(
            address: address, uses: (seen?.uses ?? 0) + 1, last: max(seen?.last ?? moment, moment))
    }

    /// By their bytes, which is how a table of them is walked.
    package var inOrder: [SeenPlace] {
        places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
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
        var initials: [[UInt8]] = [[]]
        var spellings: [[UInt8]] = [[]]
        for scalar in written(address).unicodeScalars {
            // Nearly every character has one reading.
            if let only = Pinyin.onlyReading(of: scalar), let first = only.first {
                for place in initials.indices { initials[place].append(capital(first)) }
                for place in spellings.indices { spellings[place] += only.lazy.map(capital) }
                continue
            }
            let readings = Pinyin.readings(of: scalar).map { $0.map(capital) }
            guard !readings.isEmpty else {
                let itself = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                extend(&initials, [itself], most: initialsKept)
                extend(&spellings, [itself], most: spellingsKept)
                continue
            }
            var firsts: [[UInt8]] = []
            for reading in readings where !firsts.contains([reading[0]]) { firsts.append([reading[0]]) }
            extend(&initials, firsts, most: initialsKept)
            extend(&spellings, readings, most: spellingsKept)
        }
        let sound = (initials + spellings).joined(separator: [UInt8(SearchText.separator.value)])
        return String(decoding: Array(sound), as: UTF8.self)
    }

    private static func capital(_ letter: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) ? letter - 0x20 : letter
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

    private static func extend(_ beginnings: inout [[UInt8]], _ next: [[UInt8]], most: Int) {
        if next.count == 1 || beginnings.count * next.count > most {
            for place in beginnings.indices { beginnings[place] += next[0] }
        } else {
            beginnings = beginnings.flatMap { beginning in next.map { beginning + $0 } }
        }
    }
}

extension InMemoryCaseStore: PlaceRemembering {
    package func places(like typed: String, limit: Int) throws(StoreError) -> [SeenPlace] {
        let match = PinyinMatch(typed)
        return contents.withLock { contents in
            var seen = SeenPlaces()
            for held in contents.cases {
                let address = held.file.particulars.premises.address
                guard !address.allSatisfy(\.isWhitespace), match.matches(address) else { continue }
                seen.see(address, at: held.events.placedAt)
            }
            return Array(seen.inOrder.sorted { $0.precedes($1) }.prefix(limit))
        }
    }
}

extension [CaseEvent] {
    /// When the case came by the address that it has.
    fileprivate var placedAt: Moment {
        var address: String?
        var moment = Moment(secondsSince1970: 0)
        for event in self {
            guard let named = event.payload.particulars?.premises.address else { continue }
            if let address, address.utf8.elementsEqual(named.utf8) { continue }
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
