import CaseDomain
import Reporting
import Testing

@Suite("Periods of reports")
struct ReportPeriodTests {
    private static func date(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    @Test(
        "a day belongs to its week, month and year",
        arguments: [
            ("2026-11-22", "2026-11-16", "2026-11-22", "2026-11-01", "2026-11-30", "2026-01-01", "2026-12-31"),
            ("2026-11-23", "2026-11-23", "2026-11-29", "2026-11-01", "2026-11-30", "2026-01-01", "2026-12-31"),
            ("2024-02-29", "2024-02-26", "2024-03-03", "2024-02-01", "2024-02-29", "2024-01-01", "2024-12-31"),
            ("2027-01-01", "2026-12-28", "2027-01-03", "2027-01-01", "2027-01-31", "2027-01-01", "2027-12-31"),
        ])
    func periods(row: (String, String, String, String, String, String, String)) {
        let day = Self.date(row.0)
        #expect(ReportPeriod.week(of: day).days == Self.date(row.1)...Self.date(row.2))
        #expect(ReportPeriod.month(of: day).days == Self.date(row.3)...Self.date(row.4))
        #expect(ReportPeriod.year(of: day).days == Self.date(row.5)...Self.date(row.6))
    }

    @Test("what a period is held against ends where it begins", arguments: 0..<400)
    func before(offset: Int) {
        let day = Self.date("2026-01-15").adding(days: offset)
        for period in [
            .day(day), .week(of: day), .month(of: day), .year(of: day),
            ReportPeriod.days(day...day.adding(days: offset)),
        ] {
            #expect(period.before.upperBound.adding(days: 1) == period.days.lowerBound)
            #expect(period.days.contains(day))
        }
        let first = ReportPeriod.firstMonth(since: day)
        #expect(first.days.lowerBound == day && first.before.upperBound.adding(days: 1) == day)
    }
}
