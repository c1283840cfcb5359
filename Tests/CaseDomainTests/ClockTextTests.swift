import CaseDomain
import Testing

/// Times of the day as hands type them.
struct ClockTextTests {
    private static let day = CivilDate(dayNumber: 20_777)

    @Test(arguments: ["09:30", "9:30", "09：30", "0930", "930"])
    func read(_ text: String) {
        #expect(Moment(clock: text, on: Self.day)?.clock == "09:30")
    }

    @Test(arguments: ["", "9", "24:00", "0960", "2400", "9:3", "12345", "九30", "-930", "9.30", "09:30:00"])
    func refused(_ text: String) {
        #expect(Moment(clock: text, on: Self.day) == nil)
    }
}
