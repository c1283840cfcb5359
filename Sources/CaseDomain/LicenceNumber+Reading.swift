// 许可证编号 and 备案编号, explained place by place.

extension Diagnosis {
    private static let digits = Set("0123456789")

    static func licence(_ characters: [Character], _ family: LicenceNumber.Family) -> Diagnosis {
        var diagnosis = Diagnosis()
        if let former = NumberReading.FormerCertificate(characters) {
            diagnosis.problems.append(.formerCertificate(former))
            diagnosis.addRest(of: characters, behind: 0)
            return diagnosis
        }
        guard String(characters.prefix(2)) == family.rawValue else {
            diagnosis.problems.append(.prefix(expected: family))
            diagnosis.addRest(of: characters, behind: 0)
            return diagnosis
        }
        if characters.count != 16 { diagnosis.problems.append(.length(characters.count, expected: 16)) }
        for (place, character) in zip(1..., characters) where place > 2 && !digits.contains(character) {
            diagnosis.problems.append(.character(place: place, NumberReading.Strange(character, in: digits)))
        }
        for problem in LicenceNumber.problems(in: String(characters), families: [family]) {
            guard case .check(let expected, let found) = problem else { continue }
            if family == .operation {
                diagnosis.problems.append(.check(place: 16, expected: expected, found: found))
            } else {
                diagnosis.doubts.append(.check(place: 16, expected: expected, found: found))
            }
        }
        diagnosis.licenceParts(characters, family)
        return diagnosis
    }

    private mutating func licenceParts(_ characters: [Character], _ family: LicenceNumber.Family) {
        add(.prefix, 1...2, of: characters)
        let orderFrom: Int
        switch family {
        case .operation:
            businessType(.subject, characters) { LicenceNumber.subject(of: "JY\($0)").map { .subject($0) } }
            add(.region, 4...9, of: characters, county(of: characters, at: 4))
            orderFrom = 10
        case .filing:
            businessType(.filingType, characters) { ["1": .wholesale, "2": .retail, "3": .wholesaleAndRetail][$0] }
            add(.region, 4...9, of: characters, county(of: characters, at: 4))
            orderFrom = 10
        case .production:
            add(.foodCategory, 3...5, of: characters)
            add(.region, 6...11, of: characters, county(of: characters, at: 6))
            orderFrom = 12
        }
        add(.order, orderFrom...15, of: characters)
        add(.check, 16...16, of: characters)
        addRest(of: characters, behind: 16)
    }

    /// Adds the province, and that the six digits are no county.
    private mutating func county(of characters: [Character], at place: Int) -> NumberReading.Meaning? {
        guard let province = province(of: characters, at: place) else { return nil }
        if let code = text(characters, place...(place + 5)), code.allSatisfy(Self.digits.contains),
            !CountyCode.isKnown(code)
        {
            doubts.append(.county(place: place, code))
        }
        return province
    }

    private mutating func businessType(
        _ name: NumberReading.Part.Name, _ characters: [Character],
        _ meaning: (Character) -> NumberReading.Meaning?
    ) {
        guard characters.count > 2 else { return }
        let found = meaning(characters[2])
        if found == nil, Self.digits.contains(characters[2]) {
            doubts.append(.businessType(place: 3, characters[2]))
        }
        add(name, 3...3, of: characters, found)
    }
}

extension NumberReading.FormerCertificate {
    /// - Returns: nil where the number doesn't look like one of them.
    fileprivate init?(_ characters: [Character]) {
        let number = String(characters)
        if number.contains("餐证字") {
            self = .cateringService
        } else if number.hasPrefix("SP") || number.contains("食流通") {
            self = .foodDistribution
        } else {
            return nil
        }
    }
}
