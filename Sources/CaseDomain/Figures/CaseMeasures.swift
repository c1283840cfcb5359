/// 统计口径: what a case counts for, worked out from the case as its events left it.
package struct CaseMeasures: Sendable {
    private let clocks: CaseClocks?

    /// - Parameter clocks: nil where they can't be read; whatever is measured in days or held against a term is left out.
    package init(_ clocks: CaseClocks?) {
        self.clocks = clocks
    }

    package func measure(_ file: CaseFile) -> CaseFigures {
        var facts: [MeasuredFact] = []
        let received = file.particulars.receivedAt.date
        facts.append(MeasuredFact(.received, on: received))
        let spared = file.application.materials.count { $0.how == .retrieved }
        if spared > 0 { facts.append(MeasuredFact(.papersSpared, on: received, spared)) }
        // Most cases of an import have nothing but their receipt.
        guard file.revision.count > 1 else { return CaseFigures(facts: facts) }
        measureIntake(file, &facts)
        measureInspections(file.progress, &facts)
        measureDecision(file, &facts)
        measureGaps(file, &facts)
        measureDelivery(file.progress, &facts)
        return CaseFigures(facts: facts, defects: defects(of: file))
    }

    // MARK: Until the acceptance

    private func measureIntake(_ file: CaseFile, _ facts: inout [MeasuredFact]) {
        if let acceptance = file.acceptance {
            facts.append(MeasuredFact(.accepted, on: acceptance.on))
            if file.notices.isEmpty { facts.append(MeasuredFact(.acceptedAtOnce, on: acceptance.on)) }
        }
        for (round, measure) in [(1, Measure.notified), (2, .notifiedTwice), (5, .notifiedFive)]
        where file.round >= round {
            facts.append(MeasuredFact(measure, on: file.notices[round - 1].issuedAt.date))
        }
        for (place, notice) in file.notices.enumerated() {
            guard let late = file.record.lateFinding(round: place + 1), late.reason == .overlooked, !late.items.isEmpty
            else { continue }
            facts.append(MeasuredFact(.lateFindings, on: notice.issuedAt.date, late.items.count))
        }
        let steps = file.timeline.steps
        for (kind, measure) in CaseMeasures.endings {
            guard let step = steps.first(where: { $0.kind == kind }) else { continue }
            facts.append(MeasuredFact(measure, on: step.day))
        }
        measureAnswers(steps, &facts)
    }

    private static let endings: [(CaseTimeline.Step.Kind, Measure)] = [
        (.routed, .routed), (.refused, .refused), (.withdrawn, .withdrawn), (.abandoned, .abandoned),
    ]

    private func measureAnswers(_ steps: [CaseTimeline.Step], _ facts: inout [MeasuredFact]) {
        guard let clocks else { return }
        for place in steps.indices where steps[place].kind == .papers {
            guard let next = steps.dropFirst(place + 1).first, next.kind.isAnswer else { continue }
            let from = steps[place].day
            let days = max(0, clocks.calendar.workingDays(after: from, through: next.day))
            facts.append(MeasuredFact(.answerDays, on: next.day, days))
            let last = clocks.lastNoticeDay(from: from)
            if next.day > last { facts.append(MeasuredFact(.answeredLate, on: last.adding(days: 1))) }
        }
    }

    private func defects(of file: CaseFile) -> [MeasuredDefect] {
        file.notices.filter { !file.record.isWithdrawn($0.number) }.flatMap { notice in
            notice.items.flatMap { item in
                // Of a line from before defects were kept it is known at least whether the paper was there at all.
                (item.defects ?? (item.mustFulfil.isEmpty ? [] : ["missing"])).map {
                    MeasuredDefect(material: item.material, defect: $0, on: notice.issuedAt.date)
                }
            }
        }
    }

    // MARK: From the acceptance on

    private func measureInspections(_ progress: CaseProgress, _ facts: inout [MeasuredFact]) {
        if let day = progress.waivedOn { facts.append(MeasuredFact(.inspectionsWaived, on: day)) }
        if let first = progress.outcomes.first?.outcome {
            facts.append(MeasuredFact(.inspectionFirst, on: first.on))
            if first.result == .passed { facts.append(MeasuredFact(.inspectionPassedAtFirst, on: first.on)) }
        }
        for concluded in progress.outcomes {
            let outcome = concluded.outcome
            facts.append(MeasuredFact(outcome.mode.measure, on: outcome.on))
            guard let clocks, let given = concluded.dispatched else { continue }
            let days = max(0, clocks.calendar.workingDays(after: given, through: outcome.on))
            facts.append(MeasuredFact(.inspectionDays, on: outcome.on, days))
        }
    }

    private func measureDecision(_ file: CaseFile, _ facts: inout [MeasuredFact]) {
        if let licence = file.progress.licence { facts.append(MeasuredFact(.licensed, on: licence.issuedOn)) }
        guard let decision = file.progress.decision else { return }
        facts.append(MeasuredFact(decision.outcome == .approved ? .approved : .denied, on: decision.on))
        guard let clocks, let acceptance = file.acceptance else { return }
        let calendar = clocks.calendar
        let stopped = file.timeline.pauses(closing: decision.on).reduce(0) { days, pause in
            let (after, through) = (max(pause.after, acceptance.on), min(pause.through, decision.on))
            return days + (through > after ? calendar.workingDays(after: after, through: through) : 0)
        }
        let days = calendar.workingDays(after: acceptance.on, through: decision.on) - stopped
        facts.append(MeasuredFact(.decisionDays, on: decision.on, max(0, days)))
        if clocks.decisionClock(for: file, acceptedOn: acceptance.on)?.clock.state == .missed {
            facts.append(MeasuredFact(.decidedLate, on: decision.on))
        }
    }

    private func measureGaps(_ file: CaseFile, _ facts: inout [MeasuredFact]) {
        guard let acceptance = file.acceptance, !file.gaps.taken.isEmpty else { return }
        facts.append(MeasuredFact(.gapsAccepted, on: acceptance.on))
        let promised = file.record.promise?.gaps ?? []
        func isBroken(by day: CivilDate, _ material: Material) -> Bool {
            promised.contains { $0.material == material && $0.dueOn < day }
        }
        if let last = file.gaps.settledOn {
            let isLate = file.gaps.settled.contains { isBroken(by: $0.value, $0.key) }
            facts.append(MeasuredFact(isLate ? .gapsLate : .gapsOnTime, on: last))
        } else if let decided = file.progress.decision?.on,
            file.gaps.open.contains(where: { isBroken(by: decided, $0) })
        {
            facts.append(MeasuredFact(.gapsLate, on: decided))
        }
    }

    private func measureDelivery(_ progress: CaseProgress, _ facts: inout [MeasuredFact]) {
        if let delivery = progress.delivery {
            facts.append(MeasuredFact(.delivered, on: delivery.on))
            if delivery.mode.isZeroTrip { facts.append(MeasuredFact(.zeroTrip, on: delivery.on)) }
        }
        guard let rating = progress.rating, let day = progress.ratedOn else { return }
        facts.append(MeasuredFact(.rating, on: day, rating.level.points))
        guard rating.level.isBad, let clocks, let settled = progress.ratingSettledOn, settled >= day else { return }
        let days = clocks.calendar.workingDays(after: day, through: settled)
        facts.append(MeasuredFact(.ratingsSettled, on: settled, days))
    }
}

extension CaseTimeline.Step.Kind {
    /// Whether it tells the applicant where his papers stand.
    fileprivate var isAnswer: Bool {
        switch self {
        case .notice, .accepted, .routed, .refused: true
        case .papers, .withdrawn, .abandoned, .dispatched, .inspected, .decided, .licensed, .delivered: false
        }
    }
}

extension InspectionMode {
    fileprivate var measure: Measure {
        switch self {
        case .onSite: .inspectedOnSite
        case .video: .inspectedByVideo
        case .samples: .inspectedSamples
        }
    }
}

extension Rating.Level {
    /// 5 for the best down to 1.
    package var points: Int { Rating.Level.allCases.count - ordinal }
}
