/// One term of one case, as it stands on a day.
package struct CaseClock: Hashable, Sendable {
    package let rule: ClockRule
    package let state: State
    /// The day of the event that it runs from; nil where that hasn't happened, or the case doesn't know when.
    package let from: CivilDate?
    /// The day on which what it waits for happened; nil where it hasn't.
    package let ended: CivilDate?
    /// The count of the law, with what was left out and what was granted; nil where it hasn't begun.
    package let statutory: DayLedger?
    /// The count that the office promises, where that is another.
    package let promised: DayLedger?
    /// For a window: the count to the day on which it opens.
    package let opening: DayLedger?
    /// For a term in 日: the last day by the other reading.
    package let otherReading: CivilDate?
    /// The day that a paper names, which binds whatever the count says now; nil where none does.
    package let named: CivilDate?

    package enum State: String, Sendable {
        /// Not begun.
        case waiting
        /// A window that isn't open yet.
        case early
        case running
        /// 中止计时: nothing is due until it goes on.
        case stopped
        case kept
        /// Over without what it waited for, or after it.
        case missed
    }

    /// The last day by law; of a clock that stands still, the day if it went on today.
    package var statutoryDue: CivilDate? { named ?? statutory?.result }

    /// The last day that the lights go by: the promise where there is one.
    package var due: CivilDate? { promised?.result ?? statutoryDue }

    /// The count that leads to `due`.
    package var ledger: DayLedger? { promised ?? statutory }

    package var isCertain: Bool { named != nil || ledger?.isCertain != false }

    /// Whether there is still something to wait for.
    package var isOpen: Bool { ended == nil && state != .waiting }
}

/// The clock that a case stands under: what the queue shows and sorts by.
package struct RunningClock: Hashable, Sendable {
    package let kind: ClockRule.Kind
    package let clock: CaseClock
    package let ledger: DayLedger
    /// The last day on which it can be kept; nil while it stands still.
    package let due: CivilDate?

    package var basis: LegalSource { clock.rule.basis }
    package var isStopped: Bool { clock.state == .stopped }

    init?(_ clock: CaseClock) {
        guard let kind = clock.rule.kind, let ledger = clock.ledger else { return nil }
        self.kind = kind
        self.clock = clock
        self.ledger = ledger
        due = clock.state == .stopped ? nil : clock.due
    }
}
