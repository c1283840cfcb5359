package import CaseDomain

/// What is wrong with an outcome as it was entered.
package enum OutcomeFault: Hashable, Sendable {
    case inFuture
    /// The inspectors were sent on this day.
    case beforeDispatch(CivilDate)
    /// Who may not go on that day, and why, as the clerk reads it.
    case unfit(String)
    case noWords
    case termUnasked, noTerm, termNotLater
    case approverUnasked, noApprover, ownApproval

    package enum Field: Hashable, Sendable { case day, words, rectifyBy, approvedBy }

    package var field: Field {
        switch self {
        case .inFuture, .beforeDispatch, .unfit: .day
        case .noWords: .words
        case .termUnasked, .noTerm, .termNotLater: .rectifyBy
        case .approverUnasked, .noApprover, .ownApproval: .approvedBy
        }
    }

    package func text(_ desk: Desk) -> String {
        switch self {
        case .inFuture: desk.say(Phrases.Form.dateInFuture)
        case .beforeDispatch(let day): desk.say(Phrases.Inspection.beforeDispatch, ["date": day.description])
        case .unfit(let who): who
        case .noWords, .noTerm, .noApprover: desk.say(Phrases.Form.required)
        case .termUnasked, .approverUnasked: desk.say(Phrases.Inspection.onlyRectify)
        case .termNotLater: desk.say(Phrases.Inspection.notToday)
        case .ownApproval: desk.say(Phrases.Inspection.ownApproval)
        }
    }
}

extension InspectionOutcome {
    /// The first thing that is wrong with it as the outcome of a task; nil where nothing is.
    ///
    /// Legal source: 《食品经营许可和备案管理办法》第二十一条, from memory: a term to put things right is agreed by whoever is in
    /// charge.
    package func fault(of task: InspectionTask, today: CivilDate, _ desk: Desk) -> OutcomeFault? {
        if on > today { return .inFuture }
        if on < task.on { return .beforeDispatch(task.on) }
        if let problem = InspectionFitness.problem(task.dispatch.inspectors, on: on, desk) { return .unfit(problem) }
        if words.isEmpty { return .noWords }
        guard result == .rectify else {
            if rectifyBy != nil { return .termUnasked }
            return approvedBy.isEmpty ? nil : .approverUnasked
        }
        guard let rectifyBy else { return .noTerm }
        if rectifyBy <= on { return .termNotLater }
        if approvedBy.isEmpty { return .noApprover }
        let went = task.dispatch.inspectors.flatMap { [$0.text, desk.office.staff.name(of: $0)] }
        return went.contains(approvedBy) ? .ownApproval : nil
    }
}
