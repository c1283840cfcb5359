import CaseDomain
import ScreenKit

/// What the clocks say about a case on a day.
struct CaseClockFace {
    let state: CaseState
    /// Nil where no clock runs.
    let clock: RunningClock?

    init(_ file: CaseFile, today: CivilDate, desk: Desk) {
        let running = desk.clocks.running(for: file, on: today)
        state = CaseState(file, due: running?.due, today: today)
        // A case deemed accepted has a decision clock, and it began on the day of receipt, not on the fifth day after.
        clock =
            state == .deemedAccepted
            ? desk.clocks.decisionClock(for: file, acceptedOn: file.submittedOn, on: today) ?? running : running
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

extension RunningClock {
    /// What the clock is called, and how long it still runs.
    func face(today: CivilDate, desk: Desk) -> (text: String, role: StyleRole) {
        let name = clock.shownName(desk)
        if isStopped { return ("\(name) \(desk.say(clock.state.phrase))", .warn) }
        let left = DaysLeft(due: due, isCertain: clock.isCertain, today: today, desk: desk)
        guard kind == .correction, clock.state == .missed, let consequence = clock.rule.consequence else {
            return ("\(name) \(left.text)", left.role)
        }
        // 视为放弃 is what the law makes of it; recording that is another step.
        return ("\(name) \(left.text)·\(consequence.shownOutcome(desk))", left.role)
    }
}

extension CaseClock {
    /// 承诺 where the office's promise is what the lights go by.
    func shownName(_ desk: Desk) -> String {
        let name = rule.name(desk.language)
        return promised == nil ? name : desk.say(Phrases.Clocks.promised, ["name": name])
    }
}

extension ClockRule.Consequence {
    func shownOutcome(_ desk: Desk) -> String { desk.language == .zh ? outcome : outcomeEnglish }
}
