package import CaseDomain

/// What a case comes to.
package enum Outcome: String, Hashable, Sendable {
    case accept, correct
    case acceptWithGaps = "accept-with-gaps"
    case route, undetermined
}

/// The rules behind an evaluation, as all evaluations by one checklist share them. An indirect case, so that each
/// counts one reference instead of several strings.
indirect enum RulesApplied: Hashable, Sendable {
    /// - Parameter lines: the material of each line, in checklist order.
    case checklist(ChecklistReference, lines: [Material])
}

/// Everything the rules say about a case. Collected, never cut short: one notice must name all of it.
package struct Evaluation: Hashable, Sendable {
    /// Nil where a route decided before any checklist was opened.
    private let rules: RulesApplied?
    package let route: Route?
    /// In checklist order, the application's own defects first; each once.
    package let findings: [Finding]
    package let undetermined: [Undetermined]
    /// The materials that needn't be brought, as the bits of a `TermSet<Material>`.
    private let spared: UInt64
    package let warnings: [Warning]
    /// Whether materials that the case doesn't mention were read as missing.
    package let assumesMissing: Bool

    /// - Parameters:
    ///   - rules: nil where a route decided before any checklist was opened.
    ///   - spared: the materials that needn't be brought, lines of those rules; as the bits of a `TermSet<Material>`.
    init(
        by rules: RulesApplied?, route: Route? = nil, findings: [Finding] = [], undetermined: [Undetermined] = [],
        spared: UInt64 = 0, warnings: [Warning] = [], assumesMissing: Bool = false
    ) {
        self.rules = rules
        self.route = route
        self.findings = findings
        self.undetermined = undetermined
        self.spared = spared
        self.warnings = warnings
        self.assumesMissing = assumesMissing
    }

    /// Which rules judged; nil where a route decided before any checklist was opened.
    package var checklist: ChecklistReference? {
        switch rules {
        case nil: nil
        case .checklist(let reference, _): reference
        }
    }

    /// In checklist order.
    package var notRequested: [NotRequested] {
        guard case .checklist(_, let lines) = rules else { return [] }
        return lines.filter { spared & $0.bit != 0 }.map { NotRequested(material: $0) }
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
