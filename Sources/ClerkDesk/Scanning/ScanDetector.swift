package import CaseDomain
package import ScreenKit

/// Tells a scan gun from hands. A gun is a keyboard that types a whole code within a moment and then presses Enter.
///
/// Speed alone proves nothing: a slow line delivers what hands typed in one piece, an input method commits several
/// characters at once, and a terminal without bracketed paste types what is pasted. So a burst is a scan only if nothing
/// else came with it and it is, from its first to its last character, a number that is known by its check character, or
/// an address that holds one. Whatever isn't goes on as the very keys, in their order.
package struct ScanDetector: Sendable {
    /// Milliseconds within which a gun sends its second and third character. Guns take 2 to 20 for each; the fastest
    /// typists seldom come under 40 even where two fingers roll over two keys.
    package static let firstGap = 25
    /// Milliseconds that may pass between later characters, when three have come as no hand sends them: lines stutter.
    package static let laterGap = 60
    /// Codes of papers are shorter; what is longer is pasted text.
    package static let longest = 300

    /// Something that arrived, and how many milliseconds after the thing before it.
    package struct Arrival: Hashable, Sendable {
        /// Nil for whatever isn't a key.
        package let stroke: KeyStroke?
        package let gap: Int

        package init(_ stroke: KeyStroke?, gap: Int) {
            self.stroke = stroke
            self.gap = gap
        }

        /// Guns end with one of these keys.
        package var mayEndScan: Bool { stroke == KeyStroke(.enter) || stroke == KeyStroke(.tab) }
    }

    package enum Verdict: Hashable, Sendable {
        /// The first of them is a key like any other.
        case typing
        /// It can't be said yet; ask again when more has come, or after so many milliseconds.
        case wait(milliseconds: Int)
        /// The first so many are one scan; Enter is among them.
        case scan(Scan, count: Int)
    }

    private let office: Office
    private let day: CivilDate

    /// - Parameter day: nobody is born after it.
    package init(office: Office, day: CivilDate) {
        self.office = office
        self.day = day
    }

    /// Looks at what has arrived and wasn't dealt with.
    ///
    /// - Parameters:
    ///   - arrivals: the oldest first.
    ///   - silence: milliseconds since the last of them.
    ///   - isTyped: whether the characters of a scan are let through as they come.
    package func verdict(on arrivals: some Sequence<Arrival>, silence: Int, isTyped: Bool = false) -> Verdict {
        var text = ""
        for (place, arrival) in arrivals.enumerated() {
            // What came right after something else is part of that, and no code of its own.
            let gap = place < 3 ? ScanDetector.firstGap : ScanDetector.laterGap
            guard place == 0 ? arrival.gap > gap : arrival.gap <= gap else { return .typing }
            guard let stroke = arrival.stroke else { return .typing }
            if arrival.mayEndScan {
                guard let content = ScanContent(text, at: office, on: day) else { return .typing }
                return end(of: Scan(text: text, content: content, isTyped: isTyped), place, arrivals, silence)
            }
            guard let character = stroke.typedCharacter else { return .typing }
            text.append(character)
            guard ScanDetector.canBegin(text) else { return .typing }
        }
        let gap = text.utf8.count < 3 ? ScanDetector.firstGap : ScanDetector.laterGap
        return silence >= gap || text.isEmpty ? .typing : .wait(milliseconds: gap - silence)
    }

    /// Enter ends a scan only if nothing follows at once.
    private func end(
        of scan: Scan, _ place: Int, _ arrivals: some Sequence<Arrival>, _ silence: Int
    ) -> Verdict {
        guard let next = arrivals.dropFirst(place + 1).first(where: { _ in true }) else {
            guard silence < ScanDetector.firstGap else { return .scan(scan, count: place + 1) }
            return .wait(milliseconds: ScanDetector.firstGap - silence)
        }
        return next.gap > ScanDetector.firstGap ? .scan(scan, count: place + 1) : .typing
    }

    /// Whether any known code begins like this; most keys are told by it from the first character on, and don't wait.
    private static func canBegin(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= longest else { return false }
        if ScanContent.isAddress(text) { return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
        if "https://".hasPrefix(text.lowercased()) || "http://".hasPrefix(text.lowercased()) { return true }
        guard bytes.count <= 18 else { return false }
        return bytes.enumerated().allSatisfy { place, byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "x"): place == 17
            case UInt8(ascii: "-"): place == 4
            default: false
            }
        }
    }
}
