package import CaseDomain

/// What a case comes to.
package enum Outcome: String, Hashable, Sendable {
    case accept, correct
    case acceptWithGaps = "accept-with-gaps"
    case route, undetermined
}

/// Everything the rules say about a case. Collected, never cut short: one notice must name all of it.
package struct Evaluation: Hashable, Sendable {
    /// Which rules judged; nil where a route decided before any checklist was opened.
    package let checklist: ChecklistReference?
    package let route: Route?
    /// In checklist order, the application's own defects first; each once.
    package let findings: [Finding]
    package let undetermined: [Undetermined]
    package let notRequested: [NotRequested]
    package let warnings: [Warning]
    /// Whether materials that the case doesn't mention were read as missing.
    package let assumesMissing: Bool

    init(
        checklist: ChecklistReference?, route: Route? = nil, findings: [Finding] = [],
        undetermined: [Undetermined] = [], notRequested: [NotRequested] = [], warnings: [Warning] = [],
        assumesMissing: Bool = false
    ) {
        self.checklist = checklist
        self.route = route
        self.findings = findings
        self.undetermined = undetermined
        self.notRequested = notRequested
        self.warnings = warnings
        self.assumesMissing = assumesMissing
    }

    /// The first that holds of route, undetermined, correct, accept-with-gaps, accept.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款.
    package var outcome: Outcome {
        if route != nil { return .route }
        if !undetermined.isEmpty { return .undetermined }
        if findings.isEmpty { return .accept }
        return findings.contains(where: \.isBlocking) ? .correct : .acceptWithGaps
    }

    /// The evaluation as the only thing that a notice can be made of.
    ///
    /// - Throws: `IncompleteEvaluation` while anything is open, and where the case belongs elsewhere. Nothing changes.
    package func completed() throws(IncompleteEvaluation) -> CompleteEvaluation {
        guard route == nil, undetermined.isEmpty, !assumesMissing, let checklist else {
            throw IncompleteEvaluation(open: undetermined, route: route, assumesMissing: assumesMissing)
        }
        return CompleteEvaluation(evaluation: self, checklist: checklist)
    }
}
