/// 许可证编号: letters and fourteen digits, the last a check digit by ISO 7064 MOD 11,10.
///
/// JY is 食品经营许可证, YB a 备案 number, SC 食品生产许可证. The digits behind the letters may rightly disagree with the
/// business of today, because a number never changes, so only the check digit is an error.
package enum LicenceNumber {
    package enum Family: String, CaseIterable, Sendable {
        case operation = "JY"
        case filing = "YB"
        case production = "SC"
    }

    /// What is wrong with a number. Places count from 1, letters included.
    package enum Problem: Hashable, Sendable {
        case prefix(expected: [Family])
        case length(Int)
        case character(place: Int)
        case check(expected: Character, found: Character)
    }

    /// Everything that is wrong with a number, in the order of its places.
    ///
    /// - Parameters:
    ///   - number: as written, letters first.
    ///   - families: the letters that are accepted here.
    package static func problems(in number: String, families: [Family]) -> [Problem] {
        let characters = Array(number)
        guard families.contains(where: { number.hasPrefix($0.rawValue) }) else {
            return [.prefix(expected: families)]
        }
        guard characters.count == 16 else { return [.length(characters.count)] }
        let digits = characters.dropFirst(2).map { $0.isASCII ? $0.wholeNumberValue : nil }
        let strange = digits.indices.filter { digits[$0] == nil }
        guard strange.isEmpty else { return strange.map { .character(place: $0 + 3) } }
        let expected = checkDigit(of: digits.prefix(13).compactMap(\.self))
        let found = characters[15]
        let character = Character(String(expected))
        return character == found ? [] : [.check(expected: character, found: found)]
    }

    package static func isValid(_ number: String, families: [Family] = Family.allCases) -> Bool {
        // Over bytes and without arrays, like `ResidentID.isValid`.
        let bytes = number.utf8.span
        guard bytes.count == 16, let family = family(bytes[0], bytes[1]), families.contains(family) else {
            return false
        }
        var product = 10
        for place in 2..<15 {
            guard bytes[place] >= 48, bytes[place] <= 57 else { return false }
            let sum = (product + Int(bytes[place]) - 48) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return Int(bytes[15]) - 48 == (11 - product) % 10
    }

    private static func family(_ first: UInt8, _ second: UInt8) -> Family? {
        switch (first, second) {
        case (UInt8(ascii: "J"), UInt8(ascii: "Y")): .operation
        case (UInt8(ascii: "Y"), UInt8(ascii: "B")): .filing
        case (UInt8(ascii: "S"), UInt8(ascii: "C")): .production
        default: nil
        }
    }

    /// ISO 7064 MOD 11,10 over the leading digits.
    package static func checkDigit(of digits: some Sequence<Int>) -> Int {
        var product = 10
        for digit in digits {
            var sum = (product + digit) % 10
            if sum == 0 { sum = 10 }
            product = sum * 2 % 11
        }
        return (11 - product) % 10
    }

    /// Six digits of the region that issued the number; nil where the number is too short to have them.
    package static func region(of number: String) -> String? {
        guard number.utf8.count == 16 else { return nil }
        return String(number.utf8.dropFirst(3).prefix(6))
    }

    /// The first digit, which stood for the subject on the day of first issue: 1 sales, 2 catering, 3 canteen.
    package static func subject(of number: String) -> Subject? {
        let bytes = number.utf8.span
        guard bytes.count > 2, family(bytes[0], bytes[1]) == .operation else { return nil }
        switch bytes[2] {
        case UInt8(ascii: "1"): return .sales
        case UInt8(ascii: "2"): return .catering
        case UInt8(ascii: "3"): return .canteen
        default: return nil
        }
    }
}
