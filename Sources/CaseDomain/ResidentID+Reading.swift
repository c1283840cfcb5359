// 公民身份号码 and the numbers that stand in its place, explained place by place.

extension Diagnosis {
    private static let digits = Set("0123456789")

    static func residentID(_ characters: [Character], on day: CivilDate) -> Diagnosis {
        if characters.count == 15 {
            if characters.allSatisfy(digits.contains) { return formerResidentID(characters, on: day) }
            let letters = characters.prefix(3).allSatisfy { $0.isASCII && $0.isUppercase }
            if letters, characters.dropFirst(3).allSatisfy(digits.contains) { return formerResidenceCard(characters) }
        }
        var diagnosis = Diagnosis()
        if characters.count != 18 { diagnosis.problems.append(.length(characters.count, expected: 18)) }
        for (place, character) in zip(1..., characters) {
            let isLast = place == 18 && (character == "X" || character == "x")
            guard !isLast, !digits.contains(character) else { continue }
            let strange = NumberReading.Strange(character, in: digits)
            diagnosis.problems.append(.character(place: place, strange))
        }
        for problem in ResidentID.problems(in: String(characters), on: day) {
            switch problem {
            case .birthDate: diagnosis.problems.append(.birthDate(places: 7...14))
            case .birthDateInFuture: diagnosis.problems.append(.birthDateInFuture(places: 7...14))
            case .check(let expected, let found):
                diagnosis.problems.append(.check(place: 18, expected: expected, found: found))
            case .length, .character: break
            }
        }
        diagnosis.residentIDParts(characters)
        return diagnosis
    }

    private mutating func residentIDParts(_ characters: [Character]) {
        if characters.first == "9" {
            add(.permanentResident, 1...1, of: characters, .permanentResident)
            add(.region, 2...3, of: characters, province(of: characters, at: 2))
            add(.nationality, 4...6, of: characters)
        } else {
            var region = province(of: characters, at: 1)
            if case .province(let place) = region, [.hongKong, .macao, .taiwanResidents].contains(place) {
                region = .residencePermit(place)
            }
            add(.region, 1...6, of: characters, region)
        }
        let born = text(characters, 7...14).flatMap { date(century: "", $0) }
        add(.birthDate, 7...14, of: characters, born.map { .date($0) })
        add(.order, 15...16, of: characters)
        add(.sex, 17...17, of: characters, sex(characters, at: 17))
        add(.check, 18...18, of: characters)
        addRest(of: characters, behind: 18)
    }

    /// Fifteen digits, without a century and a check digit.
    private static func formerResidentID(_ characters: [Character], on day: CivilDate) -> Diagnosis {
        var diagnosis = Diagnosis()
        diagnosis.problems.append(.formerResidentID)
        let born = diagnosis.text(characters, 7...12).flatMap { diagnosis.date(century: "19", $0) }
        if let born, born <= day {
            let body = String(characters[..<6]) + "19" + String(characters[6...])
            diagnosis.repair = .upgrade(body + String(ResidentID.checkCharacter(of: body)))
        } else {
            diagnosis.problems.append(.birthDate(places: 7...12))
        }
        diagnosis.add(.region, 1...6, of: characters, diagnosis.province(of: characters, at: 1))
        diagnosis.add(.birthDate, 7...12, of: characters, born.map { .date($0) })
        diagnosis.add(.order, 13...14, of: characters)
        diagnosis.add(.sex, 15...15, of: characters, diagnosis.sex(characters, at: 15))
        return diagnosis
    }

    /// Three letters of the nationality and twelve digits: the card that foreigners had before 2023.
    private static func formerResidenceCard(_ characters: [Character]) -> Diagnosis {
        var diagnosis = Diagnosis()
        diagnosis.doubts.append(.formerResidenceCard)
        diagnosis.add(.nationality, 1...3, of: characters)
        diagnosis.addRest(of: characters, behind: 3)
        return diagnosis
    }

    private func date(century: String, _ digits: String) -> CivilDate? {
        let text = Array(century + digits)
        guard text.count == 8 else { return nil }
        return CivilDate("\(String(text[..<4]))-\(String(text[4..<6]))-\(String(text[6...]))")
    }

    /// The last digit of the order: odd for men.
    private func sex(_ characters: [Character], at place: Int) -> NumberReading.Meaning? {
        guard place <= characters.count, characters[place - 1].isASCII else { return nil }
        return characters[place - 1].wholeNumberValue.map { $0 % 2 == 1 ? .male : .female }
    }
}

extension ResidentID {
    /// The check character of seventeen digits.
    static func checkCharacter(of body: String) -> Character {
        // The weight of a place is 2 to the power of the places behind it, modulo 11.
        let sum = body.reduce(0) { (sum: Int, digit: Character) in (sum + (digit.wholeNumberValue ?? 0)) * 2 % 11 }
        let check = (12 - sum) % 11
        return check == 10 ? "X" : Character(String(check))
    }
}
