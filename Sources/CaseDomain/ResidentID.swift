/// 公民身份号码 (GB 11643): eighteen characters, with the birth date inside and a check character at the end.
package enum ResidentID {
    /// What is wrong with a number. Places count from 1.
    package enum Problem: Hashable, Sendable {
        case length(Int)
        case character(place: Int)
        case birthDate
        case birthDateInFuture
        case check(expected: Character, found: Character)
    }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432")

    /// - Parameter day: the day on which the number is looked at; nobody is born after it.
    package static func isValid(_ number: String, on day: CivilDate) -> Bool {
        // Over bytes and without arrays: rules ask this for every case, and `problems` only where the answer is no.
        let bytes = number.utf8.span
        guard bytes.count == 18 else { return false }
        // The weights are the powers of two by 11, so doubling on the way weighs each digit.
        var sum = 0
        for place in 0..<17 {
            let digit = Int(bytes[place]) &- 48
            guard digit >= 0, digit <= 9 else { return false }
            sum = (sum &+ digit) &* 2
        }
        let last = bytes[17]
        let expected = (12 - sum % 11) % 11
        guard expected == 10 ? last == 88 || last == 120 : Int(last) - 48 == expected else { return false }
        var born = (year: 0, month: 0, day: 0)
        for place in 6..<10 { born.year = born.year &* 10 &+ Int(bytes[place]) &- 48 }
        for place in 10..<12 { born.month = born.month &* 10 &+ Int(bytes[place]) &- 48 }
        for place in 12..<14 { born.day = born.day &* 10 &+ Int(bytes[place]) &- 48 }
        guard let date = CivilDate(year: born.year, month: born.month, day: born.day) else { return false }
        return date <= day
    }

    /// Everything that is wrong with a number, in the order of its places.
    ///
    /// - Parameters:
    ///   - number: as written; a small x at the end is read as X.
    ///   - day: the day on which the number is looked at; nobody is born after it.
    package static func problems(in number: String, on day: CivilDate) -> [Problem] {
        var characters = Array(number)
        guard characters.count == 18 else { return [.length(characters.count)] }
        if characters[17] == "x" { characters[17] = "X" }
        let digits = characters.prefix(17).map { $0.isASCII ? $0.wholeNumberValue : nil }
        var strange = digits.indices.filter { digits[$0] == nil }
        if !checkCharacters.contains(characters[17]) { strange.append(17) }
        guard strange.isEmpty else { return strange.map { .character(place: $0 + 1) } }
        var problems: [Problem] = []
        let values = digits.compactMap(\.self)
        let number = { (range: Range<Int>) in values[range].reduce(0) { $0 * 10 + $1 } }
        if let born = CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) {
            if born > day { problems.append(.birthDateInFuture) }
        } else {
            problems.append(.birthDate)
        }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let expected = checkCharacters[sum % 11]
        if expected != characters[17] { problems.append(.check(expected: expected, found: characters[17])) }
        return problems
    }

    /// Whether a text spells what reads like such a number, its check character right or not: seventeen digits with a birth
    /// date inside and one more character, and no digit beside them.
    package static func isSpelled(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        let isDigit = bytes.map { $0 >= 48 && $0 <= 57 }
        guard bytes.count >= 18 else { return false }
        return (0...(bytes.count - 18)).contains { start in
            let last = start + 17
            guard isDigit[start..<last].allSatisfy(\.self), isDigit[last] || [88, 120].contains(bytes[last]),
                start == 0 || !isDigit[start - 1], last + 1 == bytes.count || !isDigit[last + 1]
            else { return false }
            let number = { (range: Range<Int>) in
                bytes[(start + range.lowerBound)..<(start + range.upperBound)].reduce(0) { $0 * 10 + Int($1) - 48 }
            }
            return (1900...2100).contains(number(6..<10))
                && CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
        }
    }

    /// The number with the birth day and the order digits covered, as screens and lists show it.
    package static func masked(_ number: String) -> String {
        guard number.count > 8 else { return String(repeating: "*", count: number.count) }
        return number.prefix(6) + String(repeating: "*", count: number.count - 8) + number.suffix(2)
    }
}
