import CaseDomain
import Testing

struct NumberTests {
    @Test(arguments: [
        "911101083303521997", "91420222MADXAY8RXJ", "91110108MA01EBFH9B", "92130528MA0A5XB46A", "91350100M000100Y43",
    ])
    func `a real credit code passes, and no single slip does`(code: String) {
        #expect(CreditCode.isValid(code))
        #expect(CreditCode.problems(in: code).isEmpty)
        for (place, character) in code.enumerated() {
            var wrong = Array(code)
            wrong[place] = character == "7" ? "8" : "7"
            #expect(!CreditCode.isValid(String(wrong)), "\(String(wrong))")
            #expect(!CreditCode.problems(in: String(wrong)).isEmpty)
        }
    }

    @Test
    func `what is wrong with a credit code is said by its place`() {
        #expect(CreditCode.problems(in: "9111") == [.length(4)])
        #expect(CreditCode.problems(in: "9I1101083303521997") == [.character(place: 2)])
        #expect(CreditCode.problems(in: "911101083303521998") == [.check(expected: "7", found: "8")])
        #expect(!CreditCode.isValid("９11101083303521997"))
        #expect(!CreditCode.isValid(""))
    }

    @Test(arguments: ["11010519491231002X", "440524188001010014", "11010519491231002x"])
    func `a real identity number passes`(number: String) throws {
        let day = try #require(CivilDate("2026-11-20"))
        #expect(ResidentID.isValid(number, on: day))
    }

    @Test(
        arguments: [
            ("身份证11010519491231002X，办不成", true), ("440524188001010014", false), ("110105194912310029", true),
            ("x37052319900101001x", true), ("1110105194912310021", false), ("110105194913310021", false),
            ("91371625MA3T2C6785", false), ("", false), ("2026-000001", false),
        ])
    func `an identity number in a text is noticed, whatever its check character`(text: String, isSpelled: Bool) {
        #expect(ResidentID.isSpelled(in: text) == isSpelled)
    }

    @Test
    func `what is wrong with an identity number is said`() throws {
        let day = try #require(CivilDate("2026-11-20"))
        #expect(ResidentID.problems(in: "1101", on: day) == [.length(4)])
        #expect(ResidentID.problems(in: "110105194912310029", on: day) == [.check(expected: "X", found: "9")])
        #expect(ResidentID.problems(in: "11010519491331002X", on: day).contains(.birthDate))
        let eve = try #require(CivilDate("1949-12-30"))
        #expect(ResidentID.problems(in: "11010519491231002X", on: eve) == [.birthDateInFuture])
        #expect(ResidentID.problems(in: "1101051949123100AX", on: day) == [.character(place: 17)])
        #expect(ResidentID.masked("11010519491231002X") == "110105**********2X")
    }

    @Test(arguments: [
        "JY34202220183637", "JY23506230105266", "JY11108071215650", "JY11105050876919", "JY13301080111719",
        "JY13101060025900",
    ])
    func `a real licence number passes, and no single slip does`(number: String) {
        #expect(LicenceNumber.isValid(number))
        #expect(LicenceNumber.problems(in: number, families: [.filing]) == [.prefix(expected: [.filing])])
        for place in 2..<16 {
            var wrong = Array(number)
            wrong[place] = wrong[place] == "7" ? "8" : "7"
            #expect(!LicenceNumber.isValid(String(wrong)), "\(String(wrong))")
        }
    }

    @Test
    func `a licence number tells its region and its first subject`() {
        #expect(LicenceNumber.region(of: "JY34202220183637") == "420222")
        #expect(LicenceNumber.subject(of: "JY34202220183637") == .canteen)
        #expect(LicenceNumber.subject(of: "YB34202220183637") == nil)
        #expect(LicenceNumber.problems(in: "JY3420222018363", families: [.operation]) == [.length(15)])
        #expect(LicenceNumber.problems(in: "JY3420222018363A", families: [.operation]) == [.character(place: 16)])
    }
}
