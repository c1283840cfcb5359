/// What a number says, place by place, and what is wrong with it. Places count from 1, as a clerk reads them.
///
/// The tables and weights behind it are national standards (GB 32100, GB 11714, GB 11643, ISO 7064) and stand in code;
/// what nobody has read in a source yet is marked as unverified and shown so. A yes or no for the rules is `isValid` of
/// the single kinds; this is the explanation for people.
package struct NumberReading: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case creditCode = "uscc"
        case residentID = "resident-id"
        /// JY, 食品经营许可证.
        case licence
        /// YB, 仅销售预包装食品备案.
        case filing
        /// SC, 食品生产许可证.
        case production
    }

    package let kind: Kind
    /// As written; a small x at the end of an identity number stays small.
    package let characters: [Character]
    /// In the order of their places, without gaps for a number of the right length.
    package let parts: [Part]
    /// What makes the number wrong, in the order of its places.
    package let problems: [Problem]
    /// The one change that would put it right; nil where there is none, or more than one to choose from.
    package let repair: Repair?
    /// What a clerk should look at although the number may be right.
    package let doubts: [Doubt]

    package var isValid: Bool { problems.isEmpty }

    /// - Parameters:
    ///   - text: as written; blanks around it don't count.
    ///   - day: the day on which the number is looked at; nobody is born after it.
    package init(_ text: String, as kind: Kind, on day: CivilDate) {
        var written = Substring(text)
        while written.first?.isWhitespace == true { written.removeFirst() }
        while written.last?.isWhitespace == true { written.removeLast() }
        let characters = Array(written)
        let diagnosis = Diagnosis.of(characters, as: kind, on: day)
        self.kind = kind
        self.characters = characters
        parts = diagnosis.parts
        problems = diagnosis.problems
        doubts = diagnosis.doubts
        repair = diagnosis.repair ?? NumberRepair.only(for: characters, diagnosis, as: kind, on: day)
    }

    /// A stretch of places that mean one thing.
    package struct Part: Hashable, Sendable {
        package enum Name: String, Hashable, Sendable {
            case registrar, category, authority, organisation
            case organisationCheck = "organisation-check"
            case region, order, check, subject, prefix, nationality, rest
            case birthDate = "birth-date"
            case sex
            case permanentResident = "permanent-resident"
            case filingType = "filing-type"
            case foodCategory = "food-category"
        }

        package let name: Name
        package let places: ClosedRange<Int>
        package let text: String
        package let meaning: Meaning?
    }

    /// What a part stands for.
    package enum Meaning: Hashable, Sendable {
        /// 登记管理部门, by its character.
        case registrar(Character)
        /// 机构类别, by registrar and character.
        case category(String)
        case province(Province)
        /// 港澳台居民居住证.
        case residencePermit(Province)
        case date(CivilDate)
        case male, female
        case subject(Subject)
        case wholesale, retail, wholesaleAndRetail
        /// 外国人永久居留身份证.
        case permanentResident

        /// Whether it was read in a source, and not only remembered.
        package var isVerified: Bool {
            switch self {
            case .province, .date, .male, .female: true
            case .subject(let subject): subject == .canteen
            case .registrar, .category, .residencePermit, .wholesale, .retail, .wholesaleAndRetail,
                .permanentResident:
                false
            }
        }
    }

    package enum Problem: Hashable, Sendable {
        case length(Int, expected: Int)
        case character(place: Int, Strange)
        case prefix(expected: LicenceNumber.Family)
        /// The organisation code inside a credit code (GB 11714) doesn't fit its own check character.
        case organisationCheck(expected: Character, found: Character)
        case birthDate(places: ClosedRange<Int>)
        case birthDateInFuture(places: ClosedRange<Int>)
        /// The last place.
        case check(place: Int, expected: Character, found: Character)
        /// A fifteen-digit identity number, which is no longer used.
        case formerResidentID
        case formerCertificate(FormerCertificate)
    }

    /// Certificates of before 2015, which have all run out.
    package enum FormerCertificate: Hashable, Sendable {
        /// 餐饮服务许可证, 鲁餐证字….
        case cateringService
        /// 食品流通许可证, SP….
        case foodDistribution
    }

    /// Why a character can't stand where it stands.
    package enum Strange: Hashable, Sendable {
        /// A full-width form, with the character that it stands for.
        case fullWidth(Character)
        case smallLetter(Character)
        /// A letter that the alphabet leaves out because it looks like another character.
        case lookAlike(found: Character, meant: Character)
        case blank
        /// Anything else that can be shown as it is.
        case other(Character)
        /// Something that can't be shown, such as a control character.
        case unprintable
    }

    package enum Repair: Hashable, Sendable {
        /// A place and the one behind it change places.
        case swap(first: Int)
        /// Other characters at these places.
        case replace([Replacement])
        /// One character too many.
        case drop(place: Int)
        /// The eighteen-character form of a fifteen-digit identity number.
        case upgrade(String)

        package struct Replacement: Hashable, Sendable {
            package let place: Int
            package let character: Character

            package init(place: Int, character: Character) {
                self.place = place
                self.character = character
            }
        }
    }

    package enum Doubt: Hashable, Sendable {
        /// The first two characters of a credit code stand in no list that we have.
        case registrar(String)
        /// The two digits of the province stand for none.
        case province(place: Int, String)
        /// The six digits are no county of the standard; a functional area may use them all the same.
        case county(place: Int, String)
        /// The digit for the subject or the kind of business has no meaning.
        case businessType(place: Int, Character)
        /// The check digit doesn't fit, for a family of numbers whose algorithm nobody has confirmed.
        case check(place: Int, expected: Character, found: Character)
        /// The former permanent residence card of a foreigner, whose number has no check that we know.
        case formerResidenceCard
    }
}

/// What is known about a number before anybody asks how to put it right.
struct Diagnosis {
    var parts: [NumberReading.Part] = []
    var problems: [NumberReading.Problem] = []
    var doubts: [NumberReading.Doubt] = []
    var repair: NumberReading.Repair?

    static func of(_ characters: [Character], as kind: NumberReading.Kind, on day: CivilDate) -> Diagnosis {
        switch kind {
        case .creditCode: creditCode(characters)
        case .residentID: residentID(characters, on: day)
        case .licence: licence(characters, .operation)
        case .filing: licence(characters, .filing)
        case .production: licence(characters, .production)
        }
    }

    /// Adds a part as far as the number reaches.
    mutating func add(
        _ name: NumberReading.Part.Name, _ places: ClosedRange<Int>, of characters: [Character],
        _ meaning: NumberReading.Meaning? = nil
    ) {
        guard places.lowerBound <= characters.count else { return }
        let reached = places.lowerBound...min(places.upperBound, characters.count)
        let text = String(characters[(reached.lowerBound - 1)..<reached.upperBound])
        parts.append(
            NumberReading.Part(name: name, places: reached, text: text, meaning: reached == places ? meaning : nil))
    }

    /// What stands behind the last place.
    mutating func addRest(of characters: [Character], behind place: Int) {
        if characters.count > place { add(.rest, (place + 1)...characters.count, of: characters) }
    }

    /// Adds the province, or that there is none.
    mutating func province(of characters: [Character], at place: Int) -> NumberReading.Meaning? {
        guard let code = text(characters, place...(place + 1)), code.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            return nil
        }
        if let province = Province(code: code) { return .province(province) }
        doubts.append(.province(place: place, code))
        return nil
    }

    func text(_ characters: [Character], _ places: ClosedRange<Int>) -> String? {
        places.upperBound <= characters.count
            ? String(characters[(places.lowerBound - 1)..<places.upperBound]) : nil
    }
}
