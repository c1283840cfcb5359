import CaseDomain
import ScreenKit

/// Small bars on the head of a case, where the screen has room: how much of a term is left, and how many of the notices
/// that the office allows have gone out. The words beside them say the same.
enum CaseGauges {
    /// From this width on there is room for them.
    static let leastColumns = 100
    static let columns = 10

    /// What is left of the running term, in working days; nil where none runs or it isn't counted in days.
    static func term(_ clock: RunningClock, today: CivilDate, _ desk: Desk) -> ProgressBar? {
        guard let due = clock.due, clock.ledger.unit == .workingDays else { return nil }
        let whole = clock.ledger.entries.count(where: \.counted)
        guard whole > 0, due >= today else { return due < today ? ProgressBar(1, of: 1, tone: .bad) : nil }
        let left = desk.clocks.calendar.workingDays(after: today, through: due)
        return ProgressBar(left, of: whole, tone: left <= 2 ? .warn : .good)
    }

    /// The notices so far of those before the next would be refused without a release.
    static func rounds(_ file: CaseFile, _ office: Office) -> ProgressBar? {
        let most = office.ladder.refuse - 1
        guard file.round > 1, most > 0 else { return nil }
        return ProgressBar(file.round, of: most, tone: file.round >= office.ladder.warn - 1 ? .warn : .good)
    }
}
