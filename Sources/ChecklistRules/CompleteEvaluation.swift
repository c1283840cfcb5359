package import CaseDomain

/// An evaluation in which every line was judged. Only this can become a notice: a second notice for what the first
/// overlooked is what the law forbids.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
package struct CompleteEvaluation: Hashable, Sendable {
    package let evaluation: Evaluation
    package let checklist: ChecklistReference

    init(evaluation: Evaluation, checklist: ChecklistReference) {
        self.evaluation = evaluation
        self.checklist = checklist
    }

    package var findings: [Finding] { evaluation.findings }
    package var notRequested: [NotRequested] { evaluation.notRequested }
    package var warnings: [Warning] { evaluation.warnings }
    /// `accept`, `accept-with-gaps` or `correct`.
    package var outcome: Outcome { evaluation.outcome }

    /// 容缺: the materials that are still owed where the case is accepted with gaps, in checklist order.
    package var gaps: [Material] {
        var seen: TermSet<Material> = []
        var gaps: [Material] = []
        for finding in findings where !finding.isBlocking {
            guard let material = finding.material, !seen.contains(material) else { continue }
            seen.insert(material)
            gaps.append(material)
        }
        return gaps
    }
}

/// Why no notice can be made yet.
package struct IncompleteEvaluation: Error, Hashable, Sendable {
    /// The lines that nobody has judged, in checklist order.
    package let open: [Undetermined]
    /// Where the case belongs instead.
    package let route: Route?
    /// Whether the evaluation only assumed that unmentioned materials are missing.
    package let assumesMissing: Bool
}
