import CaseDomain
import ChecklistFiles
import Testing

/// Counts that were made by hand and with another program, on the calendar that ships.
struct CalendarVectorTests {
    struct Vector: Sendable, CustomStringConvertible {
        let start: String
        let count: Int
        let result: String
        var description: String { "\(start) \(count)" }
    }

    static let forward = [
        ("2024-09-30", "2024-10-12", "2024-10-18", "2024-10-25"),
        ("2025-01-24", "2025-02-07", "2025-02-13", "2025-02-20"),
        ("2025-09-26", "2025-10-10", "2025-10-16", "2025-10-23"),
        ("2026-02-13", "2026-02-27", "2026-03-05", "2026-03-12"),
        ("2026-04-30", "2026-05-11", "2026-05-18", "2026-05-25"),
        ("2026-09-30", "2026-10-13", "2026-10-20", "2026-10-27"),
    ].flatMap { start, five, ten, fifteen in
        [
            Vector(start: start, count: 5, result: five), Vector(start: start, count: 10, result: ten),
            Vector(start: start, count: 15, result: fifteen),
        ]
    }
    static let backward = [
        ("2026-12-31", "2026-08-21", "2026-12-10"), ("2026-03-15", "2025-11-03", "2026-02-24"),
        ("2025-11-18", "2025-07-09", "2025-10-28"),
    ].flatMap { expiry, ninety, fifteen in
        [Vector(start: expiry, count: -90, result: ninety), Vector(start: expiry, count: -15, result: fifteen)]
    }

    @Test(arguments: forward + backward)
    func aCountEndsOnItsDay(vector: Vector) throws {
        let calendar = try RuleData.library.calendar()
        let ledger = calendar.ledger(vector.count, from: try #require(CivilDate(vector.start)))
        #expect(ledger.result.description == vector.result)
        #expect(ledger.isCertain)
        #expect(ledger.entries.count { $0.counted } == abs(vector.count))
    }

    @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
    func aYearHasItsWorkingDays(year: Int, days: Int) throws {
        let calendar = try RuleData.library.calendar()
        let last = try #require(CivilDate(year: year, month: 12, day: 31))
        let before = try #require(CivilDate(year: year - 1, month: 12, day: 31))
        #expect(calendar.workingDays(after: before, through: last) == days)
    }

    @Test func aYearThatIsNotLoadedMakesTheCountUncertain() throws {
        let calendar = try RuleData.library.calendar()
        let ledger = calendar.ledger(5, from: try #require(CivilDate("2026-12-30")))
        #expect(ledger.missingYears == [2027])
    }

    @Test func theClocksComeFromTheirFile() throws {
        let office = try RuleData.office()
        let clocks = try RuleData.library.clocks(for: office)
        #expect(clocks.notice.term.count == 5)
        #expect(clocks.promisedDays == office.promisedDays)
        let decisions = clocks.rules.filter { $0.kind == .decision }
        #expect(decisions.map(\.id) == ["T7", "T14", "T16a", "T16b", "T19c", "T19d"])
        #expect(decisions.map(\.term.count) == [10, 10, 15, 15, 10, 10])
        #expect(decisions.map(\.from) == [.acceptance, .acceptance, .receipt, .receipt, .receipt, .receipt])
    }

    @Test func theSampleOfficeIsTheOneAgreedOn() throws {
        let office = try RuleData.office()
        #expect(office.name == "示例县行政审批服务局")
        #expect(office.county == "371625")
        #expect(office.windows.map(\.id) == ["A02", "A03", "A04", "A05"])
        #expect(office.tolerable == [.businessLicence, .policyIndex, .agentIdentity, .healthCertificates])
        #expect(office.localDemands.isEmpty)
        #expect(office.correctionDays == 20)
        #expect(office.noticeNumber(year: 2026, sequence: 12).text == "示审食补〔2026〕12号")
    }
}
