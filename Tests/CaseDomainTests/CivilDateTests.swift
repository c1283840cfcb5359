import CaseDomain
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-20", 20_777), ("0001-01-01", -719_162),
    ])
    func `a date is a number of days`(text: String, number: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.dayNumber == number)
        #expect(date.description == text)
    }

    @Test
    func `every day of four centuries follows the one before`() throws {
        var date = try #require(CivilDate("1799-12-31"))
        for _ in 0..<147_000 {
            let next = date.adding(days: 1)
            let (year, month, day) = next.components
            #expect(CivilDate(year: year, month: month, day: day) == next)
            #expect(next.weekday == date.weekday % 7 + 1)
            date = next
        }
    }

    @Test(arguments: [
        "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "2026-01-00", "20260101",
        "2026-01-01 ", " 2026-01-01", "２０２６-01-01", "2026/01/01", "0000-01-01", "",
    ])
    func `what is no date is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test
    func `a paper's date has no leading zeros`() throws {
        #expect(try #require(CivilDate("2026-01-09")).chinese == "2026年1月9日")
        #expect(try #require(CivilDate("2026-11-20")).weekday == 5)
    }

    @Test(arguments: [
        ("2026-11-20T09:12:00+08:00", "2026-11-20", "09:12"), ("2026-11-20T16:00:00Z", "2026-11-21", "00:00"),
        ("2026-11-20T15:59:59Z", "2026-11-20", "23:59"), ("2026-11-20T00:00:00+14:00", "2026-11-19", "18:00"),
        ("2026-11-20T20:30:00-05:00", "2026-11-21", "09:30"), ("1969-12-31T23:59:59Z", "1970-01-01", "07:59"),
        ("1965-03-01T00:00:01+08:00", "1965-03-01", "00:00"),
    ])
    func `a moment is read with its offset and shown at the office`(text: String, date: String, clock: String) throws {
        let moment = try #require(Moment(text))
        #expect(moment.date.description == date)
        #expect(moment.clock == clock)
        #expect(Moment(moment.description) == moment)
    }

    @Test(arguments: [
        "2026-11-20T09:12:00", "2026-11-20T09:12+08:00", "2026-11-20 09:12:00+08:00", "2026-11-20T24:00:00Z",
        "2026-11-20T09:60:00Z", "2026-11-20T09:00:60Z", "2026-11-20T09:00:00+0800", "2026-02-30T09:00:00Z",
        "2026-11-20T09:00:00+24:00", "2026-11-20T09:00:00.5Z", "",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Moment(text) == nil)
    }
}
