import CaseDomain
import ChecklistRules

/// Looks one checklist over, together with what it has to agree with.
struct ChecklistReview: Sendable {
    let names: TermNames
    /// Nil where the routing can't be read: then nothing is proved that depends on it.
    let routing: Routing?
    let forbidden: DemandList?
    let wording: WordingRules

    func look(atFile path: String) -> (source: SourceRules<Checklist>?, report: LintReport) {
        var report = LintReport()
        let text = ChecklistLint.attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try DataText.read(path)
        }
        return text.map { look(at: $0, file: path) } ?? (nil, report)
    }

    /// - Parameter file: what diagnostics call the text.
    func look(at text: String, file: String) -> (source: SourceRules<Checklist>?, report: LintReport) {
        var report = LintReport(checklists: 1)
        let source = ChecklistLint.attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try ChecklistFile.source(text, file: file, names: names, wording: wording)
        }
        guard let source else { return (nil, report) }
        let checklist = source.rules
        report.diagnostics += ChecklistLint.fileName(file, of: checklist, source.places)
        report.diagnostics += rows(of: checklist, source.places) + checks(of: checklist, source.places)
        report.diagnostics += texts(of: checklist, source.places)
        if let forbidden { report.diagnostics += demands(of: checklist, source.places, against: forbidden) }
        if let routing {
            let apart = forbidden?.alternatives.flatMap(\.pairs) ?? []
            report.add(ChecklistProof.prove(checklist, after: routing, apart: apart), source.places)
        }
        report.diagnostics.sort { ($0.line, $0.column) < ($1.line, $1.column) }
        return (source, report)
    }

    /// Papers that one row of the guide names together.
    private static let sharedRows: [TermSet<Material>] = [
        [.powerOfAttorney, .agentIdentity],
        [.paperLicence, .lossStatement],
        [.layoutPlan, .processDescription, .policyIndex],
        [.applicationForm, .registrationCertificate, .lossStatement, .damagedLicence],
    ]

    /// Rows are what people quote, so a row stands for one kind of paper, or for papers that the guide names together.
    private func rows(of checklist: Checklist, _ places: SourcePlaces) -> [ChecklistDiagnostic] {
        let rows = Dictionary(grouping: checklist.requirements, by: \.row).sorted { $0.key < $1.key }
        return rows.filter { $0.value.count > 1 }.compactMap { row, requirements in
            let papers = TermSet(requirements.map(\.material))
            guard !ChecklistReview.sharedRows.contains(where: papers.isSubset) else { return nil }
            let last = requirements[requirements.count - 1].material
            return ChecklistDiagnostic(
                places, .requirement(last), .row, code: .duplicateRow, message: "the row \(row) stands more than once",
                hint: "a row of its own for each paper")
        }
    }

    /// Every check that belongs to a material is asked: a check that a checklist forgets would never reach a notice.
    private func checks(of checklist: Checklist, _ places: SourcePlaces) -> [ChecklistDiagnostic] {
        checklist.requirements.flatMap { requirement in
            requirement.material.checks.subtracting(TermSet(requirement.checks.map(\.check))).terms.map { check in
                ChecklistDiagnostic(
                    places, .requirement(requirement.material), .checks, code: .missingKey,
                    message: "\(requirement.row) \(requirement.material.id) never asks for \(check.id)",
                    hint: "add ‘check: \(check.id)’ with its words")
            }
        }
    }

    /// Words that would never be shown.
    private func texts(of checklist: Checklist, _ places: SourcePlaces) -> [ChecklistDiagnostic] {
        checklist.requirements.filter { $0.need == .always && !$0.otherwise.isEmpty }.map { requirement in
            ChecklistDiagnostic(
                places, .requirement(requirement.material), .otherwise, code: .redundant,
                message: "\(requirement.row) \(requirement.material.id) is always needed, so ‘otherwise’ is never said",
                hint: "add ‘needed’, or take ‘otherwise’ out")
        }
    }

    private func demands(
        of checklist: Checklist, _ places: SourcePlaces, against list: DemandList
    ) -> [ChecklistDiagnostic] {
        list.papers.filter { $0.matters.contains(checklist.matter) }.flatMap { entry in
            checklist.requirements.compactMap { requirement in
                entry.place(in: requirement).map { line, field in
                    ChecklistDiagnostic(
                        places, line, field, code: .doNotAsk,
                        message: "\(requirement.row) asks for \(entry.name), which \(checklist.matter.id) may not ask",
                        hint: "\(entry.why) \(entry.basis.citation)")
                }
            }
        }
    }
}

extension DemandList.Paper {
    /// Where a requirement asks for the paper: by its kind, its name, what it must fulfil, or a check of it.
    fileprivate func place(in requirement: Requirement) -> (RuleLine, RulePart.Field)? {
        let line = RuleLine.requirement(requirement.material)
        if materials.contains(requirement.material) { return (line, .whole) }
        if asks(in: requirement.name) { return (line, .name) }
        if asks(in: requirement.missing.remedy) { return (line, .remedy) }
        if asks(in: requirement.mustFulfil) { return (line, .mustFulfil) }
        for rule in requirement.checks {
            let check = RuleLine.check(requirement.material, rule.check)
            if asks(in: rule.label) { return (check, .whole) }
            if asks(in: rule.words.remedy) { return (check, .remedy) }
        }
        return nil
    }

    /// Whether a wording asks for the paper; one that says the paper isn't wanted doesn't.
    private func asks(in text: String) -> Bool {
        guard words.contains(where: text.contains) else { return false }
        let refusals = ["不需要", "不用", "不收", "不必", "不再", "无需", "无须", "免于", "免交"]
        return text.split(whereSeparator: { "，。；、：（）".contains($0) }).contains { clause in
            words.contains(where: clause.contains) && !refusals.contains(where: clause.contains)
        }
    }
}
