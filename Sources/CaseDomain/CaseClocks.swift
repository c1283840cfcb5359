/// The clocks of the desk: the terms of the law, what the office promises, and the calendar that they are counted on.
///
/// Everything is recomputed from the case: there is no stored flag that a missed night could leave wrong.
package struct CaseClocks: Sendable {
    package let calendar: WorkingCalendar
    /// In the order of the data file.
    package let rules: [ClockRule]
    /// 一次性告知期限, which is the same for every case.
    package let notice: ClockRule
    /// Working days promised for the decision, by matter.
    package let promisedDays: [Matter: Int]
    /// Working days promised from the dispatch of inspectors to their outcome; 0 where nothing is promised.
    package let promisedInspection: Int

    package init(
        calendar: WorkingCalendar, notice: ClockRule, rules: [ClockRule], promisedDays: [Matter: Int] = [:],
        promisedInspection: Int = 0
    ) {
        self.calendar = calendar
        self.notice = notice
        self.rules = rules
        self.promisedDays = promisedDays
        self.promisedInspection = promisedInspection
    }

    /// 现场核查期限 of the law for a case; nil where none concerns it.
    package func inspectionRule(_ matter: Matter, _ action: Action) -> ClockRule? {
        rules.first { $0.from == .assignment && $0.matters.contains(matter) && $0.actions.contains(action) }
    }

    /// The rule of one of the clocks of the queue, for a case.
    package func rule(_ kind: ClockRule.Kind, for particulars: Particulars) -> ClockRule? {
        kind == .notice ? notice : rules.first { $0.kind == kind && $0.concerns(particulars) }
    }

    /// The last day on which papers can be answered in time.
    package func lastNoticeDay(from papers: CivilDate) -> CivilDate {
        calendar.ledger(notice.term.count ?? 0, from: papers, unit: notice.term.unit).result
    }

    /// The clock that a case stands under now; nil where none runs.
    ///
    /// - Parameter today: the day asked for; nil where only the due day matters, as for the queue's line.
    package func running(for file: CaseFile, on today: CivilDate? = nil) -> RunningClock? {
        let kind: ClockRule.Kind
        switch file.phase {
        case .checking: kind = .notice
        case .awaitingCorrection: kind = .correction
        case .accepted: kind = .decision
        case .decided where file.progress.licence == nil: kind = .licence
        case .decided, .routed, .withdrawn, .abandoned, .refused: return nil
        }
        guard let rule = rule(kind, for: file.particulars), let span = spans(of: rule, in: file, accepted: nil).last
        else { return nil }
        return RunningClock(clock(rule, span, file, on: today))
    }

    /// The decision clock of a case that counts as accepted.
    ///
    /// - Parameter day: the day of acceptance; for a case deemed accepted the day of receipt.
    package func decisionClock(
        for file: CaseFile, acceptedOn day: CivilDate, on today: CivilDate? = nil
    ) -> RunningClock? {
        guard let rule = rule(.decision, for: file.particulars),
            let span = spans(of: rule, in: file, accepted: day).last
        else { return nil }
        return RunningClock(clock(rule, span, file, on: today))
    }

    /// Every clock that concerns a case, each time that it ran, as it stands on a day: first those that wait for
    /// something, then those that are over, then those that haven't begun.
    package func all(for file: CaseFile, on today: CivilDate) -> [CaseClock] {
        var accepted: CivilDate?
        if case .checking = file.phase {
            let due = running(for: file, on: today)?.due
            // 视为受理 moves the start back to the day of receipt.
            if let due, today > due { accepted = file.submittedOn }
        }
        let clocks = rules.filter { $0.concerns(file.particulars) }.flatMap { rule -> [CaseClock] in
            let spans = spans(of: rule, in: file, accepted: accepted)
            if spans.isEmpty { return rule.canBegin(in: file) ? [CaseClock(waiting: rule)] : [] }
            return spans.map { clock(rule, $0, file, on: today) }
        }
        return clocks.filter(\.isOpen) + clocks.filter { $0.ended != nil } + clocks.filter { $0.state == .waiting }
    }

    /// Changes whenever a due day of the queue could.
    package var fingerprint: String {
        let terms = rules.filter { $0.kind != nil }.map { rule in
            "\(rule.id)=\(rule.from.id) \(rule.term.count ?? 0) \(rule.term.unit.id) \(rule.longer?.count ?? 0) "
                + "\(rule.isPromised) \(rule.matters.bits) \(rule.actions.bits)"
        }
        let promised = promisedDays.map { "\($0.key.id)=\($0.value)" }.sorted()
        return ([calendar.fingerprint] + terms + promised).joined(separator: " ")
    }
}

extension CaseClocks {
    /// One run of a clock.
    private struct Span {
        let from: CivilDate
        var ended: CivilDate?
        /// Days that the paper names instead of the law.
        var count: Int?
        var named: CivilDate?
    }

    /// - Parameter day: the day of acceptance where nobody has recorded it.
    private func spans(of rule: ClockRule, in file: CaseFile, accepted day: CivilDate?) -> [Span] {
        let steps = file.timeline.steps
        switch rule.from {
        case .receipt:
            if rule.until == .answer {
                return steps.indices.filter { steps[$0].kind == .papers }.map { place in
                    Span(from: steps[place].day, ended: steps.dropFirst(place + 1).first?.day)
                }
            }
            // Papers that are on their way back start the term anew when they are here.
            switch file.phase {
            case .checking, .accepted, .decided:
                return [Span(from: file.submittedOn, ended: file.progress.decision?.on)]
            case .awaitingCorrection, .routed, .withdrawn, .abandoned, .refused: return []
            }
        case .notice:
            return steps.indices.compactMap { place in
                guard case .notice(let number) = steps[place].kind, file.notices.indices.contains(number) else {
                    return nil
                }
                let notice = file.notices[number]
                let grant = file.record.grants.last { $0.number == notice.number }
                return Span(
                    from: notice.issuedAt.date, ended: steps.dropFirst(place + 1).first?.day,
                    count: notice.correctionDays, named: grant?.until ?? notice.deadline)
            }
        case .acceptance:
            if let acceptance = file.acceptance {
                return [Span(from: acceptance.on, ended: file.progress.decision?.on ?? file.timeline.withdrawnOn)]
            }
            return day.map { [Span(from: $0)] } ?? []
        case .expiry:
            guard let expiry = file.particulars.licence?.expiresOn else { return [] }
            let applied = rule.until == .application ? file.particulars.receivedAt.date : nil
            if applied == nil, file.isClosed { return [] }
            return [Span(from: expiry, ended: applied)]
        case .issue:
            if let licence = file.progress.licence {
                return [Span(from: licence.issuedOn, named: licence.expiresOn)]
            }
            guard let licence = file.particulars.licence, let issued = licence.issuedOn else { return [] }
            return [Span(from: issued, named: licence.expiresOn)]
        case .decision:
            guard let decision = file.progress.decision, decision.outcome == .approved else { return [] }
            return [Span(from: decision.on, ended: file.progress.licensedOn)]
        case .waivedDecision:
            guard let decision = file.progress.decision, decision.outcome == .approved, file.progress.waiver != nil
            else { return [] }
            return [Span(from: decision.on)]
        case .assignment:
            let concluded = file.progress.outcomes.compactMap { concluded in
                concluded.dispatched.map { Span(from: $0, ended: concluded.outcome.on) }
            }
            let out = file.progress.dispatch.map { [Span(from: $0.on, ended: file.timeline.withdrawnOn)] }
            return concluded + (out ?? [])
        case .change, .opening, .learned, .toldOfHearing, .hearingRequest:
            // Nothing that a case records yet.
            return []
        }
    }

    private func clock(_ rule: ClockRule, _ span: Span, _ file: CaseFile, on today: CivilDate?) -> CaseClock {
        let isDecision = rule.kind == .decision
        let pauses = rule.stops != nil && isDecision ? file.timeline.pauses(closing: today) : []
        let granted = isDecision ? min(file.timeline.extended?.days ?? 0, rule.longer?.count ?? 0) : 0
        let count = span.count ?? rule.term.count ?? 0
        let statutory = ledger(rule, count + granted, from: span.from, pauses)
        var promised: DayLedger?
        if rule.isPromised, let days = promisedDays[file.particulars.matter], days < count {
            promised = ledger(rule, days + granted, from: span.from, pauses)
        } else if rule.from == .assignment, (1..<count).contains(promisedInspection) {
            promised = ledger(rule, promisedInspection, from: span.from, pauses)
        }
        let opening = rule.term.opens.map { ledger(rule, $0, from: span.from, []) }
        var other: CivilDate?
        if rule.term.isAmbiguous {
            let sign = rule.term.direction == .before ? -1 : 1
            let unit: TermUnit = rule.term.unit == .days ? .workingDays : .days
            other = calendar.ledger(sign * count, from: span.from, unit: unit).result
        }
        let isStopped = rule.stops != nil && isDecision && file.timeline.isStopped
        let state = CaseClock.State(
            ended: span.ended, opens: opening?.result, due: span.named ?? statutory.result, isStopped: isStopped,
            today: today)
        return CaseClock(
            rule: rule, state: state, from: span.from, ended: span.ended, statutory: statutory, promised: promised,
            opening: opening, otherReading: other, named: span.named)
    }

    private func ledger(
        _ rule: ClockRule, _ count: Int, from start: CivilDate, _ pauses: [ClockPause]
    ) -> DayLedger {
        let signed = rule.term.direction == .before ? -count : count
        if rule.whose == .nobody {
            return calendar.span(signed, rule.term.unit, from: start, includesFirst: true)
        }
        return calendar.ledger(signed, from: start, unit: rule.term.unit, pauses: pauses)
    }
}

extension ClockRule {
    /// Whether what it runs from may still happen to a case.
    fileprivate func canBegin(in file: CaseFile) -> Bool {
        guard let decision = file.progress.decision else { return !file.isClosed }
        return switch from {
        case .acceptance, .assignment, .waivedDecision: false
        case .decision, .issue: decision.outcome == .approved
        default: true
        }
    }
}

extension CaseClock {
    /// A clock that nothing has started.
    fileprivate init(waiting rule: ClockRule) {
        self.init(
            rule: rule, state: .waiting, from: nil, ended: nil, statutory: nil, promised: nil, opening: nil,
            otherReading: nil, named: nil)
    }
}

extension CaseClock.State {
    fileprivate init(ended: CivilDate?, opens: CivilDate?, due: CivilDate, isStopped: Bool, today: CivilDate?) {
        if let ended {
            if let opens, ended < opens { self = .early } else { self = ended <= due ? .kept : .missed }
        } else if isStopped {
            self = .stopped
        } else if let today, today > due {
            self = .missed
        } else if let today, let opens, today < opens {
            self = .early
        } else {
            self = .running
        }
    }
}
