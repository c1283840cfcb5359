import CaseDomain
import ChecklistFiles
import ChecklistRules
import TestSupport
import Testing

/// Numbers as they stand on papers, and how names are compared.
struct NumberVectorTests {
    @Test(arguments: [
        "34202220183637", "23506230105266", "11108071215650", "11105050876919", "13301080111719", "13101060025900",
    ])
    func aLicenceNumberFitsItsCheckDigit(digits: String) {
        #expect(LicenceNumber.isValid("JY" + digits, families: [.operation]))
        let last = digits.last == "9" ? "8" : "9"
        #expect(!LicenceNumber.isValid("JY" + digits.dropLast() + last, families: [.operation]))
    }

    @Test(arguments: [
        "911101083303521997", "91420222MADXAY8RXJ", "91110108MA01EBFH9B", "92130528MA0A5XB46A", "91350100M000100Y43",
    ])
    func aCreditCodeFitsItsCheckCharacter(code: String) {
        #expect(CreditCode.isValid(code))
        #expect(CreditCode.problems(in: code).isEmpty)
        #expect(!CreditCode.isValid(String(code.dropLast()) + (code.last == "0" ? "1" : "0")))
    }

    @Test func theFastAnswerAboutAResidentNumberIsTheFullOne() {
        let day = CivilDate(dayNumber: 20_777)
        var generator = Dice(seed: 7)
        let seeds = [
            "11010519491231002X", "440524188001010014", "11010519491231002x", "", "1101051949123100", "：10105",
        ]
        for seed in seeds {
            #expect(ResidentID.isValid(seed, on: day) == ResidentID.problems(in: seed, on: day).isEmpty, "\(seed)")
        }
        let alphabet = Array("0123456789Xx:年 ")
        for _ in 0..<20_000 {
            var characters = Array(seeds[Int.random(in: 0..<2, using: &generator)])
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let place = Int.random(in: 0..<characters.count, using: &generator)
                characters[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            let number = String(characters)
            #expect(
                ResidentID.isValid(number, on: day) == ResidentID.problems(in: number, on: day).isEmpty, "\(number)")
        }
    }

    @Test func theFastAnswerAboutALicenceNumberIsTheFullOne() {
        var generator = Dice(seed: 8)
        let alphabet = Array("0123456789JYBSC：１")
        for _ in 0..<20_000 {
            var characters = Array(Bool.random(using: &generator) ? "JY34202220183637" : "SC11037162500016")
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let place = Int.random(in: 0..<characters.count, using: &generator)
                characters[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            if Int.random(in: 0..<20, using: &generator) == 0 { characters.removeLast() }
            let number = String(characters)
            let problems = LicenceNumber.problems(in: number, families: LicenceNumber.Family.allCases)
            #expect(LicenceNumber.isValid(number) == problems.isEmpty, "\(number)")
        }
    }

    @Test(arguments: [
        ("示例小馆（东店）", "示例小馆(东店)", true), ("ＡＢＣ１２", "ABC12", true), ("示例 小馆\u{3000}", "示例小馆", true),
        ("示例小馆", "示列小馆", false), ("", " ", true),
    ])
    func textsAreComparedFolded(left: String, right: String, same: Bool) {
        #expect(TextFolding.unicode.same(left, right) == same)
    }
}
