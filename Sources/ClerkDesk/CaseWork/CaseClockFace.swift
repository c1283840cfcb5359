import CaseDomain
import ScreenKit

/// What the clocks say about a case on a day.
struct CaseClockFace {
    let state: CaseState
    /// Nil where no clock runs.
    let clock: RunningClock?

    init(_ file: CaseFile, today: CivilDate, desk: Desk) {
        let running = desk.clocks.running(for: file)
        state = CaseState(file.phase, due: running?.due, today: today)
        // A case deemed accepted has a decision clock, and it began on the day of receipt, not on the fifth day after.
        clock =
            state == .deemedAccepted
            ? desk.clocks.decisionClock(for: file, acceptedOn: file.submittedOn) ?? running : running
    }
}

/// 剩余工作日 as words and a colour; the words alone say it too.
struct DaysLeft {
    let text: String
    let role: StyleRole

    /// - Parameters:
    ///   - due: the last day; nil where no clock runs.
    ///   - isCertain: false where the count goes through a year whose holidays aren't loaded.
    init(due: CivilDate?, isCertain: Bool, today: CivilDate, desk: Desk) {
        guard let due else {
            text = "-"
            role = .dim
            return
        }
        let days = desk.clocks.calendar.workingDays(after: today, through: due)
        let doubt = isCertain ? "" : "?"
        if due < today {
            text = desk.say(Phrases.Queue.overdue, ["days": "\(max(1, -days))\(doubt)"])
            role = .bad
        } else if days == 0 {
            text = desk.say(Phrases.Queue.dueToday) + doubt
            role = .warn
        } else {
            text = desk.say(Phrases.Queue.daysLeft, ["days": "\(days)\(doubt)"])
            role = days <= 2 ? .warn : .good
        }
    }
}

extension RunningClock.Kind {
    var phrase: Phrase {
        switch self {
        case .notice: Phrase("一次性告知期限", "Notice term")
        case .correction: Phrase("补正期限", "Correction term")
        case .decision: Phrase("承诺办结期限", "Promised decision term")
        }
    }
}
