extension CaseStep {
    /// The state that a case is in once the step was recorded; nil where it stays, or what was recorded decides. What the
    /// events do is code: the table has to say the same.
    package var recordedState: CaseState? {
        switch self {
        case .issueNotice: .awaitingCorrection
        case .returnPapers: .checking
        case .accept: .accepted
        case .route: .routed
        case .refuse: .refused
        case .abandon: .abandoned
        case .withdraw: .withdrawn
        case .dispatch: .inspecting
        case .waive: .inspected
        case .review: .reviewed
        case .approve: .approved
        case .deny: .denied
        case .license: .licensed
        case .deliver: .delivered
        case .archive: .archived
        case .judge, .stopClock, .resumeClock, .extendTerm, .recall, .book, .handOver, .inspect, .sendBack,
            .planDelivery, .reassign, .release, .file, .rate, .answerRating, .remindOfExpiry, .endLicence,
            .tickets, .feedback, .answerFeedback, .sendMessages, .enterAbsence, .administer:
            nil
        }
    }
}

extension LifeCycle {
    /// The states that a case can come to on a course, from the receipt on.
    package func reachable(on course: CaseCourse) -> TermSet<CaseState> {
        var reached: TermSet<CaseState> = []
        var open: [CaseState] = [.checking]
        while let state = open.popLast() {
            guard !reached.contains(state) else { continue }
            reached.insert(state)
            // No step leads there: the days pass.
            if state == .checking { open.append(.deemedAccepted) }
            open += steps(in: state, on: course).flatMap { $0.leads.terms }
        }
        return reached
    }

    /// The straight way of a course: what leads on from state to state, the first of the ways each time.
    ///
    /// - Returns: each state with the step that leads on from it; nil for the last.
    package func line(on course: CaseCourse) -> [(state: CaseState, step: Rule?)] {
        var line: [(state: CaseState, step: Rule?)] = []
        var state = CaseState.checking
        while !line.contains(where: { $0.state == state }) {
            let rule = state == .checking ? rule(for: .accept) : next(in: state, on: course)
            // Of several outcomes the one that comes last in the vocabulary goes on.
            guard let rule, let following = rule.to ?? rule.leads.terms.last else {
                line.append((state, nil))
                break
            }
            line.append((state, rule))
            state = following
        }
        return line
    }
}
