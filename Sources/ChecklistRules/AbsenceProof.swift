import CaseDomain

/// Proves that no line is passed over in silence: where absent facts leave open whether a paper is needed, somebody is
/// asked for one of them, or the missing subject is a finding.
///
/// A case in which a line stayed open without a question would be accepted without the paper, and nobody would know.
enum AbsenceProof {
    static func prove(_ questions: ChecklistQuestions) -> ProofReport {
        var report = ProofReport()
        var search = questions.search(allowsAbsent: true)
        let background = questions.routes.map { FactSearch.Demand.notYes($0) }
        // The finding sends the applicant back, and the line is answered when the subject comes.
        let finding = questions.rules.first { $0.rule.defect == .subjectMissing }
        let isNoFinding = finding.map { [FactSearch.Demand.notYes($0.question)] } ?? []
        for row in questions.rows {
            for (question, field) in [(row.need, RulePart.Field.condition)] + (row.spared.map { [($0, .spared)] } ?? [])
            {
                report.lines += 1
                let open = FactSearch.Demand(question: question, answers: [.unknown], isUnasked: true)
                switch search.find([open] + isNoFinding, within: background) {
                case .none: break
                case .found(let example): report.faults.append(RuleFault(.undecided, row.line, field, example))
                case .tooWide: report.faults.append(RuleFault(.tooWide, row.line, field))
                }
            }
        }
        report.combinations = search.combinations
        return report
    }
}
