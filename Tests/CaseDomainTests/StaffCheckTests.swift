import CaseDomain
import TestSupport
import Testing

/// Holes in the list of people, found before a case finds them.
@Suite("Staff check")
struct StaffCheckTests {
    private static func findings(
        _ office: Office = SampleDesk.office, _ absences: [Absence] = []
    ) -> [StaffFinding] {
        StaffCheck.findings(at: office, life: SampleDesk.life, absences: absences, today: SampleDesk.today)
    }

    private static func office(without accounts: String...) -> Office {
        var office = SampleDesk.office
        office.staff = Staff(
            people: office.staff.people.filter { !accounts.contains($0.account.text) }, unlisted: office.staff.unlisted)
        return office
    }

    @Test("the sample office has nobody missing, and tells whose certificate is over")
    func sample() {
        let findings = Self.findings()
        #expect(!findings.contains { $0.weight == .hole })
        #expect(findings.contains(.certificateOver(ClerkID("郑志远"), DeskCases.date("2026-06-30"))))
        #expect(findings.contains(.trainingOver(ClerkID("郑志远"), DeskCases.date("2026-01-31"))))
        #expect(findings.contains(.noCover(ClerkID("周晓彤"))))
        #expect(findings.contains(.unlistedMay(TermSet(Role.allCases))))
    }

    @Test("what nobody can do is a hole, and stands first")
    func holes() {
        let alone = Self.findings(Self.office(without: "林书记", "陈明辉"))
        #expect(alone.contains(.nobodyDecides(level: 2)) && alone.contains(.nobodyDecides(level: 3)))
        #expect(alone.contains(.noSecondPair) && alone.first?.weight == .hole)
        let unseen = Self.findings(Self.office(without: "吴国强", "钱海燕"))
        #expect(unseen.contains(.noInspector(region: "西部片区")))
        #expect(!unseen.contains(.noInspector(region: "东部片区")))
        #expect(Self.findings(Self.office(without: "孙立业")).contains(.nobodyFor(.file)))
        #expect(Self.findings(Self.office(without: "冯秀兰")).contains(.noSoleApprover))
    }

    @Test("who is away today inspects nothing, and a cover who is away as well covers nothing")
    func away() {
        let both = [
            AuthorityTests.away("王桂芬", cover: "李敏"), AuthorityTests.away("李敏", cover: "王桂芬"),
        ]
        #expect(Self.findings(SampleDesk.office, both).contains(.coverAway(ClerkID("王桂芬"), cover: ClerkID("李敏"))))
        let inspectors = ["赵建国", "吴国强"].map { AuthorityTests.away($0, cover: "钱海燕") }
        #expect(Self.findings(SampleDesk.office, inspectors).contains(.noInspector(region: "东部片区")))
    }

    @Test("certificates are told of sixty days before they end", arguments: [(59, true), (60, true), (61, false)])
    func soon(days: Int, isTold: Bool) {
        var office = SampleDesk.office
        let end = SampleDesk.today.adding(days: days)
        let member = Staff.Member(
            account: ClerkID("x"), name: "丁", roles: [.inspector],
            certificate: Staff.Member.Certificate(number: "1", validUntil: end), trainedUntil: end)
        office.staff = Staff(people: office.staff.people + [member], unlisted: [])
        #expect(Self.findings(office).contains(.certificateEnds(ClerkID("x"), end)) == isTold)
        #expect(Self.findings(office).contains(.trainingEnds(ClerkID("x"), end)) == isTold)
    }
}
