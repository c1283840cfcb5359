// 统一社会信用代码, explained place by place.

extension Diagnosis {
    /// Registrar and kind of organisation, as far as we have them; behind a Y stands anything.
    private static let registrars: Set<String> = ["11", "12", "51", "52", "53", "91", "92", "93"]

    static func creditCode(_ characters: [Character]) -> Diagnosis {
        var diagnosis = Diagnosis()
        let code = String(characters)
        if characters.count != 18 { diagnosis.problems.append(.length(characters.count, expected: 18)) }
        for (place, character) in zip(1..., characters) where !CreditCode.allowed.contains(character) {
            let strange = NumberReading.Strange(character, in: CreditCode.allowed)
            diagnosis.problems.append(.character(place: place, strange))
        }
        for problem in CreditCode.problems(in: code) {
            switch problem {
            case .organisationCheck(let expected, let found):
                diagnosis.problems.append(.organisationCheck(expected: expected, found: found))
            case .check(let expected, let found):
                diagnosis.problems.append(.check(place: 18, expected: expected, found: found))
            case .length, .character: break
            }
        }
        diagnosis.creditCodeParts(characters)
        return diagnosis
    }

    private mutating func creditCodeParts(_ characters: [Character]) {
        let registrar = text(characters, 1...2)
        let isKnown = registrar.map { Self.registrars.contains($0) || $0.hasPrefix("Y") } ?? false
        if let registrar, !isKnown, registrar.allSatisfy(CreditCode.allowed.contains) {
            doubts.append(.registrar(registrar))
        }
        add(.registrar, 1...1, of: characters, isKnown ? characters.first.map { .registrar($0) } : nil)
        add(.category, 2...2, of: characters, isKnown ? registrar.map { .category($0) } : nil)
        // 100000 is the whole country: what ministries register.
        let isNational = text(characters, 3...4) == "10"
        add(.authority, 3...8, of: characters, isNational ? nil : province(of: characters, at: 3))
        add(.organisation, 9...16, of: characters)
        add(.organisationCheck, 17...17, of: characters)
        add(.check, 18...18, of: characters)
        addRest(of: characters, behind: 18)
    }
}

extension CreditCode {
    /// Digits and capitals without I, O, S, V and Z.
    static let allowed = Set("0123456789ABCDEFGHJKLMNPQRTUWXY")
}
