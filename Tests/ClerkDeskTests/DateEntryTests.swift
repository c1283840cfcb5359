import CaseDomain
import ClerkDesk
import TestSupport
import Testing

@Suite("Dates as they are typed")
struct DateEntryTests {
    /// Friday, 2026-11-20.
    private let today = SampleDesk.today
    private let calendar = SampleDesk.clocks.calendar

    private func day(_ text: String, _ leaning: DateEntry.Leaning = .nearest, on today: CivilDate? = nil) -> String? {
        DateEntry.day(text, today: today ?? self.today, calendar: calendar, leaning: leaning)?.description
    }

    @Test(
        "every way of writing a day",
        arguments: [
            ("今天", "2026-11-20"), ("明天", "2026-11-21"), ("昨天", "2026-11-19"), ("后天", "2026-11-22"),
            ("前天", "2026-11-18"), ("today", "2026-11-20"), ("+5", "2026-11-25"), ("-1", "2026-11-19"),
            ("+0", "2026-11-20"), ("+2周", "2026-12-04"), ("+1月", "2026-12-20"), ("+5工", "2026-11-27"),
            ("+5g", "2026-11-27"), ("＋５工", "2026-11-27"), ("-3工", "2026-11-17"), ("+5个工作日", "2026-11-27"),
            ("1120", "2026-11-20"), ("１１２０", "2026-11-20"), ("11-20", "2026-11-20"), ("11.20", "2026-11-20"),
            ("11/2", "2026-11-02"), ("11。20", "2026-11-20"), ("20261120", "2026-11-20"), ("2026-11-20", "2026-11-20"),
            ("2026-1-2", "2026-01-02"), ("2026年11月20日", "2026-11-20"), ("11月20日", "2026-11-20"),
            ("11月20号", "2026-11-20"), (" 1120 ", "2026-11-20"), ("周五", "2026-11-20"), ("周一", "2026-11-16"),
            ("下周一", "2026-11-23"), ("上周日", "2026-11-15"), ("星期天", "2026-11-22"), ("本周3", "2026-11-18"),
            ("月底", "2026-11-30"), ("下月底", "2026-12-31"), ("上月底", "2026-10-31"), ("1220", "2026-12-20"),
            ("0220", "2027-02-20"), ("0221", "2026-02-21"), ("0229", "2028-02-29"),
        ])
    func ways(text: String, expected: String) { #expect(day(text) == expected) }

    @Test(
        "a field that looks back or ahead turns the year and the week that way",
        arguments: [
            ("1120", DateEntry.Leaning.past, "2026-11-20"), ("1121", .past, "2025-11-21"),
            ("1119", .future, "2027-11-19"),
            ("1120", .future, "2026-11-20"), ("0229", .past, "2024-02-29"), ("周六", .past, "2026-11-14"),
            ("周四", .future, "2026-11-26"), ("2027-11-20", .past, "2027-11-20"),
        ])
    func leaning(text: String, leaning: DateEntry.Leaning, expected: String) { #expect(day(text, leaning) == expected) }

    @Test("November typed in January is the last one")
    func rollOver() throws {
        let january = DeskCases.date("2026-01-10")
        #expect(day("1120", on: january) == "2025-11-20")
        #expect(day("0410", on: january) == "2026-04-10")
        #expect(day("0411", on: january) == "2025-04-11")
        let reading = try DateEntry.read("1120", today: january, calendar: calendar)
        #expect(reading.isYearGuessed)
        #expect(try !DateEntry.read("2025-11-20", today: january, calendar: calendar).isYearGuessed)
    }

    @Test(
        "what can't be a day says why",
        arguments: [
            ("", DateEntry.Problem.unreadable), ("明年", .unreadable), ("112", .unreadable), ("+", .unreadable),
            ("+5年", .unreadable), ("26-11-20", .unreadable), ("1-2-3-4", .unreadable), ("１１ａ", .unreadable),
            ("0230", .noSuchDay(month: 2, day: 30)), ("2026-13-01", .noSuchDay(month: 13, day: 1)),
            ("20260231", .noSuchDay(month: 2, day: 31)), ("+1001", .tooFar), ("+99999999999999999999", .tooFar),
            ("周八", .unreadable), ("下周", .unreadable),
        ])
    func problems(text: String, problem: DateEntry.Problem) {
        #expect(throws: problem) { try DateEntry.read(text, today: today, calendar: calendar) }
    }

    @Test("working days are counted over holidays, and a year without its holidays is said")
    func workingDays() throws {
        let before = DeskCases.date("2026-09-30")
        #expect(day("+1工", on: before) == calendar.ledger(1, from: before).result.description)
        let reading = try DateEntry.read("+200工", today: today, calendar: calendar)
        #expect(reading.missingYears.contains(2027))
        #expect(try DateEntry.read("+5工", today: today, calendar: calendar).missingYears.isEmpty)
    }

    @Test("whatever a day is written as, it is read as that day")
    func roundTrip() throws {
        var dice = Dice(seed: 5)
        for _ in 0..<500 {
            let now = CivilDate(dayNumber: 20_000 + dice.below(3_000))
            let date = now.adding(days: dice.below(2_000) - 1_000)
            let (year, month, day) = date.components
            let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
            let step = date.dayNumber - now.dayNumber
            var forms = [
                date.description, date.chinese, "\(year)\(two(month))\(two(day))", "\(year).\(month).\(day)",
                step < 0 ? String(step) : "+\(step)",
            ]
            if date > now.adding(months: -9).date, date <= now.adding(months: 3).date {
                forms += ["\(two(month))\(two(day))", "\(month)-\(day)", "\(month)月\(day)日"]
            }
            for form in forms {
                #expect(
                    DateEntry.day(form, today: now, calendar: calendar) == date, "\(form) on \(now)")
            }
        }
    }
}
