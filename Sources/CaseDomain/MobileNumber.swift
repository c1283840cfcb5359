/// A telephone number of the mainland that can take a text message.
package struct MobileNumber: Hashable, Sendable {
    /// Eleven digits without the country's code.
    package let digits: String

    /// What a mobile number looks like: how many digits, how it begins, and what may stand before it.
    private enum Plan {
        static let digits = 11
        static let first: Character = "1"
        static let second: ClosedRange<Character> = "3"..."9"
        static let countryCodes = ["+86", "0086", "86"]
    }

    /// Reads a number as people write it: blanks, hyphens and brackets don't matter, and +86 may stand before it.
    ///
    /// - Returns: nil for a landline and for everything else that no message should go to.
    package init?(_ text: String) {
        var compact = text.filter { !$0.isWhitespace && !"-－()（）".contains($0) }
        compact = String(compact.map(MobileNumber.narrow))
        for code in Plan.countryCodes where compact.hasPrefix(code) && compact.count == Plan.digits + code.count {
            compact = String(compact.dropFirst(code.count))
            break
        }
        guard compact.count == Plan.digits, compact.utf8.allSatisfy({ (48...57).contains($0) }),
            compact.first == Plan.first, let second = compact.dropFirst().first, Plan.second.contains(second)
        else { return nil }
        digits = compact
    }

    /// Full-width digits and the full-width plus as an input method leaves them.
    private static func narrow(_ character: Character) -> Character {
        if character == "＋" { return "+" }
        return "０１２３４５６７８９".contains(character) ? Character(String(character.wholeNumberValue ?? 0)) : character
    }

    /// As the screen shows it: enough to recognise it, too little to call it.
    package var masked: String { "\(digits.prefix(3))****\(digits.suffix(4))" }
}

/// Where a message about a case would go: to the number that its papers name as the contact.
package enum MessageContact: Hashable, Sendable {
    case mobile(MobileNumber)
    /// There is a number, but none that takes messages.
    case landline
    case none

    /// The agent's number goes before the applicant's, as on the notice.
    package init(_ particulars: Particulars) {
        guard let phone = particulars.agent?.phone ?? particulars.applicant.phone, !phone.isEmpty else {
            self = .none
            return
        }
        self = MobileNumber(phone).map { .mobile($0) } ?? .landline
    }
}
