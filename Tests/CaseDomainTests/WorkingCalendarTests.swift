import CaseDomain
import Testing

struct WorkingCalendarTests {
    private let calendar = PublishedCalendar.calendar

    @Test(arguments: [
        ("2024-09-30", 5, "2024-10-12"), ("2024-09-30", 10, "2024-10-18"), ("2024-09-30", 15, "2024-10-25"),
        ("2025-01-24", 5, "2025-02-07"), ("2025-01-24", 10, "2025-02-13"), ("2025-01-24", 15, "2025-02-20"),
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-26", 10, "2025-10-16"), ("2025-09-26", 15, "2025-10-23"),
        ("2026-02-13", 5, "2026-02-27"), ("2026-02-13", 10, "2026-03-05"), ("2026-02-13", 15, "2026-03-12"),
        ("2026-04-30", 5, "2026-05-11"), ("2026-04-30", 10, "2026-05-18"), ("2026-04-30", 15, "2026-05-25"),
        ("2026-09-30", 5, "2026-10-13"), ("2026-09-30", 10, "2026-10-20"), ("2026-09-30", 15, "2026-10-27"),
        ("2026-12-31", -90, "2026-08-21"), ("2026-12-31", -15, "2026-12-10"), ("2026-03-15", -90, "2025-11-03"),
        ("2026-03-15", -15, "2026-02-24"), ("2025-11-18", -90, "2025-07-09"), ("2025-11-18", -15, "2025-10-28"),
    ])
    func `working days are counted over festivals, forwards and backwards`(
        from: String, count: Int, result: String
    ) throws {
        let start = try #require(CivilDate(from))
        let ledger = calendar.ledger(count, from: start)
        #expect(ledger.result.description == result)
        #expect(ledger.isCertain)
        #expect(ledger.entries.count(where: \.counted) == abs(count))
        #expect(ledger.entries.first?.date == start)
        #expect(ledger.entries.first?.why == .start)
    }

    @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
    func `a year has its published number of working days`(year: Int, count: Int) throws {
        let last = try #require(CivilDate(year: year - 1, month: 12, day: 31))
        let end = try #require(CivilDate(year: year, month: 12, day: 31))
        #expect(calendar.workingDays(after: last, through: end) == count)
    }

    @Test
    func `the distance of two days is what counting them one by one gives`() throws {
        let first = try #require(CivilDate("2023-11-20"))
        for offset in stride(from: 0, to: 1_400, by: 37) {
            let start = first.adding(days: offset)
            for length in [0, 1, 6, 40, 400] {
                let end = start.adding(days: length)
                let counted = (0..<length).count { calendar.kind(of: start.adding(days: $0 + 1)).counts }
                #expect(calendar.workingDays(after: start, through: end) == counted)
                #expect(calendar.workingDays(after: end, through: start) == -counted)
            }
        }
    }

    @Test
    func `a year that isn't loaded makes a count uncertain`() throws {
        let start = try #require(CivilDate("2026-12-30"))
        #expect(calendar.ledger(5, from: start).missingYears == [2027])
        #expect(calendar.ledger(1, from: start).isCertain)
        #expect(calendar.ledger(0, from: start).result == start)
    }

    @Test
    func `a Saturday that is worked counts, and one of the weekend service doesn't`() throws {
        #expect(calendar.kind(of: try #require(CivilDate("2026-05-09"))) == .makeUpDay)
        #expect(calendar.kind(of: try #require(CivilDate("2026-05-16"))) == .weekend)
        #expect(calendar.kind(of: try #require(CivilDate("2026-10-01"))) == .holiday)
    }
}
