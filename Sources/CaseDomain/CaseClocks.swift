/// 期限规则 as data: how many days, of which kind, and where that stands.
package struct ClockRule: Hashable, Sendable {
    package let days: Int
    package let basis: LegalSource

    package init(days: Int, basis: LegalSource) {
        self.days = days
        self.basis = basis
    }
}

/// The event that a decision clock runs from.
package enum ClockStart: String, Sendable {
    /// 收到申请材料之日.
    case receipt
    /// 受理之日.
    case acceptance
}

/// The clocks of the desk, with the calendar that they are counted on.
package struct CaseClocks: Sendable {
    package let calendar: WorkingCalendar
    /// 一次性告知期限, in working days from the day the papers came in.
    package let notice: ClockRule
    /// 办结期限 by matter, in working days.
    package let decision: [Matter: Decision]

    package struct Decision: Hashable, Sendable {
        /// The term of the law.
        package let statutory: ClockRule
        package let start: ClockStart
        /// The term that the office promises; lights run on it.
        package let promisedDays: Int

        package init(statutory: ClockRule, start: ClockStart, promisedDays: Int) {
            self.statutory = statutory
            self.start = start
            self.promisedDays = promisedDays
        }
    }

    package init(calendar: WorkingCalendar, notice: ClockRule, decision: [Matter: Decision]) {
        self.calendar = calendar
        self.notice = notice
        self.decision = decision
    }

    /// The clock that runs for a case now; nil where none does.
    ///
    /// Everything is recomputed from the case: there is no stored flag that a missed night could leave wrong.
    package func running(for file: CaseFile) -> RunningClock? {
        switch file.phase {
        case .checking:
            let ledger = calendar.ledger(notice.days, from: file.submittedOn)
            return RunningClock(kind: .notice, ledger: ledger, due: ledger.result, basis: notice.basis)
        case .awaitingCorrection:
            guard let issued = file.notices.last else { return nil }
            let ledger = calendar.ledger(issued.correctionDays, from: issued.issuedAt.date)
            // What is printed on the paper binds the office, even if the holidays were moved since.
            let due = issued.deadline ?? ledger.result
            return RunningClock(kind: .correction, ledger: ledger, due: due, basis: notice.basis)
        case .accepted(let acceptance):
            return decisionClock(for: file, acceptedOn: acceptance.on)
        case .routed, .withdrawn:
            return nil
        }
    }

    /// The decision clock of a case that is, or counts as, accepted.
    ///
    /// - Parameter day: the day of acceptance; for a case deemed accepted the day of receipt.
    package func decisionClock(for file: CaseFile, acceptedOn day: CivilDate) -> RunningClock? {
        guard let rule = decision[file.particulars.matter] else { return nil }
        let start = rule.start == .receipt ? file.submittedOn : day
        let ledger = calendar.ledger(rule.promisedDays, from: start)
        return RunningClock(kind: .decision, ledger: ledger, due: ledger.result, basis: rule.statutory.basis)
    }
}

/// A clock that runs for a case.
package struct RunningClock: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// 告知期限: tell everything, or the case counts as accepted.
        case notice
        /// 补正期限, the applicant's.
        case correction
        /// 承诺办结期限.
        case decision
    }

    package let kind: Kind
    package let ledger: DayLedger
    /// The last day on which it can be kept.
    package let due: CivilDate
    package let basis: LegalSource
}

/// 状态 as a clerk reads it: the phase, and what the calendar has made of it by a given day.
package enum CaseState: String, Vocabulary {
    case checking
    case awaitingCorrection = "awaiting-correction"
    case accepted
    case acceptedWithGaps = "accepted-with-gaps"
    /// 视为受理: the five days passed without a notice.
    case deemedAccepted = "deemed-accepted"
    case routed
    case withdrawn

    /// - Parameters:
    ///   - phase: where the events left the case.
    ///   - due: the last day of the running clock; nil where none runs.
    ///   - today: the day asked for.
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    package init(_ phase: CaseFile.Phase, due: CivilDate?, today: CivilDate) {
        switch phase {
        case .checking:
            if let due, today > due { self = .deemedAccepted } else { self = .checking }
        case .awaitingCorrection: self = .awaitingCorrection
        case .accepted(let acceptance): self = acceptance.gaps.isEmpty ? .accepted : .acceptedWithGaps
        case .routed: self = .routed
        case .withdrawn: self = .withdrawn
        }
    }
}
