import CaseDomain
import TestSupport
import Testing

/// Numbers explained place by place.
struct NumberReadingTests {
    private let day = CivilDate(dayNumber: 20_777)

    private func read(_ text: String, _ kind: NumberReading.Kind) -> NumberReading {
        NumberReading(text, as: kind, on: day)
    }

    @Test(arguments: [
        ("911101083303521997", NumberReading.Kind.creditCode), ("91420222MADXAY8RXJ", .creditCode),
        ("11010519491231002X", .residentID), ("11010519491231002x", .residentID), (" 440524188001010014 ", .residentID),
        ("JY34202220183637", .licence), ("JY13301080111719", .licence),
    ])
    func aRightNumberIsAllParts(text: String, kind: NumberReading.Kind) {
        let reading = read(text, kind)
        #expect(reading.isValid)
        #expect(reading.doubts.isEmpty)
        #expect(reading.repair == nil)
        var next = 1
        for part in reading.parts {
            #expect(part.places.lowerBound == next)
            next = part.places.upperBound + 1
        }
        #expect(next == reading.characters.count + 1)
        #expect(reading.parts.map(\.text).joined() == String(reading.characters))
    }

    @Test func partsSayWhatTheyStandFor() {
        let code = read("911101083303521997", .creditCode)
        #expect(code.parts.map(\.meaning).prefix(3) == [.registrar("9"), .category("91"), .province(.beijing)])
        let person = read("11010519491231002X", .residentID)
        #expect(person.parts.compactMap(\.meaning).contains(.female))
        #expect(CivilDate("1949-12-31").map { person.parts[1].meaning == .date($0) } == true)
        #expect(read("JY34202220183637", .licence).parts[1].meaning == .subject(.canteen))
        #expect(read("JY23716250794618", .licence).parts[1].meaning?.isVerified == false)
    }

    @Test func strangeCharactersAreNamedForWhatTheyAre() {
        func strange(_ text: String) -> [NumberReading.Problem] { read(text, .creditCode).problems }
        #expect(strange("91１101083303521997") == [.character(place: 3, .fullWidth("1"))])
        #expect(strange("9111O1083303521997") == [.character(place: 5, .lookAlike(found: "O", meant: "0"))])
        #expect(strange("91420222madXAY8RXJ").first == .character(place: 9, .smallLetter("M")))
        #expect(strange("911101 83303521997") == [.character(place: 7, .blank)])
        #expect(strange("911101\u{7}83303521997") == [.character(place: 7, .unprintable)])
        #expect(strange("911101é83303521997") == [.character(place: 7, .unprintable)])
        #expect(strange("9111") == [.length(4, expected: 18)])
        #expect(strange("") == [.length(0, expected: 18)])
        let licence = read("JY3420222O183637", .licence)
        #expect(licence.problems == [.character(place: 10, .lookAlike(found: "O", meant: "0"))])
    }

    @Test func theOneSlipIsFound() {
        #expect(read("9111O1083303521997", .creditCode).repair == .replace([.init(place: 5, character: "0")]))
        let both: [NumberReading.Repair.Replacement] = [
            .init(place: 2, character: "1"), .init(place: 5, character: "0"),
        ]
        #expect(read("9１11O1083303521997", .creditCode).repair == .replace(both))
        #expect(read("9W11O1083303521997", .creditCode).repair == nil)
        #expect(read("91371625MA3CANBBX6", .creditCode).repair == .swap(first: 12))
        #expect(read("911101083303521997".replacing("33", with: "333"), .creditCode).repair == .drop(place: 11))
        #expect(read("11010519491213002X", .residentID).repair == .swap(first: 13))
        // Two ways to be right: nothing is said.
        #expect(read("911101083303521998", .creditCode).repair == nil)
        #expect(read("JY34202220183639", .licence).problems.count == 1)
    }

    @Test func whatIsProposedIsRightAndAlone() {
        var dice = Dice(seed: 11)
        let seeds = ["91420222MADXAY8RXJ", "92130528MA0A5XB46A", "91350100M000100Y43"]
        var proposals = 0
        for _ in 0..<120 {
            let right = Array(seeds[Int.random(in: seeds.indices, using: &dice)])
            var wrong = right
            let place = Int.random(in: 0..<17, using: &dice)
            wrong.swapAt(place, place + 1)
            let reading = read(String(wrong), .creditCode)
            guard case .swap(let first) = reading.repair else { continue }
            proposals += 1
            wrong.swapAt(first - 1, first)
            #expect(read(String(wrong), .creditCode).isValid, "seed 11: \(String(wrong))")
        }
        #expect(proposals > 40)
    }

    @Test func formerNumbersOfPersonsAreToldApart() {
        let former = read("110105491231002", .residentID)
        #expect(former.problems == [.formerResidentID])
        #expect(former.repair == .upgrade("11010519491231002X"))
        let unborn = read("110105493231002", .residentID)
        #expect(unborn.problems == [.formerResidentID, .birthDate(places: 7...12)])
        #expect(unborn.repair == nil)
        let card = read("USA110182010101", .residentID)
        #expect(card.isValid)
        #expect(card.doubts == [.formerResidenceCard])
    }

    @Test func otherHoldersHaveTheSameCheck() {
        // Made up: no living person's.
        let permit = read("810000199001010019", .residentID)
        #expect(permit.problems.isEmpty || permit.problems.map(\.code) == ["check"])
        #expect(permit.parts.first?.meaning == .residencePermit(.hongKong))
        let foreigner = read("911840199001010017", .residentID)
        #expect(foreigner.parts.map(\.name).prefix(3) == [.permanentResident, .region, .nationality])
        #expect(foreigner.parts[1].meaning == .province(.beijing))
        #expect(foreigner.doubts.isEmpty)
        #expect(read("99010519491231002X", .residentID).doubts == [.province(place: 2, "90")])
    }

    @Test func anotherPlaceOrKindIsOnlyDoubted() {
        #expect(read("JY92405020183630", .licence).doubts.map(\.code) == ["unknown-business-type", "unknown-province"])
        #expect(read("YB23716250794617", .filing).doubts == [.check(place: 16, expected: "8", found: "7")])
        #expect(read("YB23716250794617", .filing).isValid)
        #expect(read("SC10637162500012", .production).isValid)
        #expect(read("SC10637162500014", .production).doubts.isEmpty)
        #expect(read("YB23716250794618", .licence).problems == [.prefix(expected: .operation)])
        #expect(read("11100000MB0143028R", .creditCode).doubts.isEmpty)
        #expect(read("31110000MB0143028R", .creditCode).doubts == [.registrar("31")])
    }

    @Test(arguments: [
        ("JY11108071215650", "110807"), ("JY11105050876919", "110505"), ("JY23710710000013", "371071"),
    ])
    func codesOfOtherAreasAreNoMistake(text: String, code: String) {
        let reading = read(text, .licence)
        #expect(reading.doubts == [.county(place: 4, code)])
        #expect(reading.problems.allSatisfy { $0.code == "check" })
    }

    @Test(arguments: ["371625", "371082", "370213", "371002", "110105", "420222", "320684"])
    func countiesAreKnown(code: String) {
        #expect(CountyCode.isKnown(code))
        #expect(!CountyCode.isKnown(code + "0"))
        #expect(!CountyCode.isKnown(code.dropLast()))
    }

    @Test func oldCertificatesHaveRunOut() {
        #expect(read("鲁餐证字2013-370213-000001", .licence).problems == [.formerCertificate(.cateringService)])
        #expect(read("SP3702131310000001", .licence).problems == [.formerCertificate(.foodDistribution)])
    }
}
