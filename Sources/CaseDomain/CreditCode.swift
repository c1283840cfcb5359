/// 统一社会信用代码 (GB 32100): eighteen characters, the last a check character.
package enum CreditCode {
    /// What is wrong with a code. Places count from 1, as a clerk reads them.
    package enum Problem: Hashable, Sendable {
        case length(Int)
        case character(place: Int)
        /// The organisation code inside (places 9 to 17, GB 11714) doesn't fit its own check character.
        case organisationCheck(expected: Character, found: Character)
        case check(expected: Character, found: Character)
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    /// What the characters from 0 to Z are worth; -1 for I, O, S, V, Z and the signs before A, which the code doesn't
    /// use. A table, because digits and letters follow each other in no order that a branch could learn.
    private static let values: InlineArray<43, Int8> = [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1, -1, -1, -1, -1, -1,
        10, 11, 12, 13, 14, 15, 16, 17, -1, 18, 19, 20, 21, 22, -1, 23, 24, 25, -1, 26, 27, -1, 28, 29, 30, -1,
    ]

    /// The value of a character in the code's alphabet; -1 for everything else.
    private static func value(of byte: UInt8) -> Int {
        let place = Int(byte) &- 48
        return values.indices.contains(place) ? Int(values[place]) : -1
    }

    /// Whether the code's length, characters and last character are right.
    package static func isValid(_ code: String) -> Bool {
        // Over bytes and without arrays, like `ResidentID.isValid`.
        let bytes = code.utf8.span
        guard bytes.count == 18 else { return false }
        // The weights are the powers of three by 31, so tripling on the way back weighs each value.
        var sum = 0
        // Negative as soon as one value is.
        var all = 0
        var place = 16
        while place >= 0 {
            let value = CreditCode.value(of: bytes[place])
            sum = sum &* 3 &+ value
            all |= value
            place &-= 1
        }
        return all >= 0 && CreditCode.value(of: bytes[17]) == (31 - sum % 31) % 31
    }

    /// Everything that is wrong with a code, in the order of its places.
    package static func problems(in code: String) -> [Problem] {
        let characters = Array(code)
        guard characters.count == 18 else { return [.length(characters.count)] }
        let values = characters.map { $0.asciiValue.map(value(of:)) ?? -1 }
        let strange = values.indices.filter { values[$0] < 0 }
        guard strange.isEmpty else { return strange.map { .character(place: $0 + 1) } }
        var problems: [Problem] = []
        if let expected = organisationCheck(characters[8..<16]), expected != characters[16] {
            problems.append(.organisationCheck(expected: expected, found: characters[16]))
        }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let expected = Character(Unicode.Scalar(alphabet[(31 - sum % 31) % 31]))
        if expected != characters[17] { problems.append(.check(expected: expected, found: characters[17])) }
        return problems
    }

    private static func organisationCheck(_ body: ArraySlice<Character>) -> Character? {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (character, weight) in zip(body, weights) {
            guard let value = Int(String(character), radix: 36) else { return nil }
            sum += value * weight
        }
        switch 11 - sum % 11 {
        case 10: return "X"
        case 11: return "0"
        case let digit: return Character(String(digit))
        }
    }
}
