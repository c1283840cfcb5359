import CaseDomain
import ChecklistRules

/// Looks a data folder over as a whole: everything that loading refuses, and what only shows across files.
package enum ChecklistLint {
    /// - Returns: everything that is wrong, file by file; empty for a sound folder.
    package static func lint(_ folder: DataFolder) -> [ChecklistDiagnostic] {
        let library = ChecklistLibrary(folder: folder)
        var diagnostics: [ChecklistDiagnostic] = []
        let names = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.names() } ?? TermNames()
        let paths = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.checklistPaths() } ?? []
        let forbidden = attempt(&diagnostics) { () throws(DataLoadFailure) in
            try DoNotAskFile.read("\(folder.checklists)/do-not-ask.yaml")
        }
        var checklists: [Checklist] = []
        for path in paths {
            guard
                let checklist = attempt(
                    &diagnostics, { () throws(DataLoadFailure) in try ChecklistFile.read(path, names: names) })
            else { continue }
            checklists.append(checklist)
            diagnostics += fileName(path, of: checklist) + rows(of: checklist, path) + checks(of: checklist, path)
            if let forbidden { diagnostics += demands(of: checklist, path, against: forbidden) }
        }
        diagnostics += ranges(of: checklists, in: folder.checklists)
        _ = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.routing() }
        let subtypes = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.subtypes() }
        let bundles = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.bundles() }
        let services = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.services() }
        let catalogues = CatalogueLint(
            folder: folder, checklists: checklists, businesses: subtypes?.subtypes.map(\.id) ?? [])
        diagnostics += catalogues.diagnostics(bundles ?? []) + catalogues.diagnostics(services ?? ServiceCatalogue())
        _ = attempt(&diagnostics) { () throws(DataLoadFailure) in try library.clocks(for: library.sampleOffice()) }
        return diagnostics
    }

    /// Loads one thing, and keeps what was wrong with it.
    static func attempt<Value>(
        _ diagnostics: inout [ChecklistDiagnostic], _ load: () throws(DataLoadFailure) -> Value
    ) -> Value? {
        do throws(DataLoadFailure) {
            return try load()
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }

    /// A checklist is found by its file's name, which must therefore begin with its id.
    static func fileName(_ path: String, of checklist: Checklist) -> [ChecklistDiagnostic] {
        let stem = "\(checklist.matter.id).\(checklist.action.id)."
        guard !DataText.name(of: path).hasPrefix(stem) else { return [] }
        return [
            ChecklistDiagnostic(
                file: path, code: .fileName, message: "the file of \(checklist.id) is named otherwise",
                hint: "\(stem)yaml")
        ]
    }

    /// On every day at most one version judges, and no day between two versions is without one.
    static func ranges(of checklists: [Checklist], in folder: String) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        for (id, versions) in Dictionary(grouping: checklists, by: \.id).sorted(by: { $0.key < $1.key }) {
            let sorted = versions.sorted { $0.effectiveFrom < $1.effectiveFrom }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                let names = "\(id) \(earlier.version) and \(later.version)"
                guard let end = earlier.effectiveTo, end < later.effectiveFrom else {
                    diagnostics.append(
                        ChecklistDiagnostic(
                            file: folder, code: .overlap,
                            message: "\(names) are both in force on \(later.effectiveFrom)",
                            hint: "end the earlier one with effective-to"))
                    continue
                }
                if end.adding(days: 1) < later.effectiveFrom {
                    diagnostics.append(
                        ChecklistDiagnostic(
                            file: folder, code: .gap, message: "no version between \(names) from \(end.adding(days: 1))"
                        ))
                }
            }
        }
        return diagnostics
    }

    /// Papers that one row of the guide names together.
    private static let sharedRows: [TermSet<Material>] = [
        [.powerOfAttorney, .agentIdentity],
        [.paperLicence, .lossStatement],
        [.layoutPlan, .processDescription, .policyIndex],
        [.applicationForm, .registrationCertificate, .lossStatement, .damagedLicence],
    ]

    /// Rows are what people quote, so a row stands for one kind of paper, or for papers that the guide names together.
    private static func rows(of checklist: Checklist, _ path: String) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        for (row, requirements) in Dictionary(grouping: checklist.requirements, by: \.row).sorted(by: {
            $0.key < $1.key
        })
        where requirements.count > 1 {
            let papers = TermSet(requirements.map(\.material))
            guard !sharedRows.contains(where: papers.isSubset) else { continue }
            diagnostics.append(
                ChecklistDiagnostic(file: path, code: .duplicateRow, message: "the row \(row) stands more than once"))
        }
        return diagnostics
    }

    /// Every check that belongs to a material is asked: a check that a checklist forgets would never reach a notice.
    private static func checks(of checklist: Checklist, _ path: String) -> [ChecklistDiagnostic] {
        checklist.requirements.flatMap { requirement in
            requirement.material.checks.subtracting(TermSet(requirement.checks.map(\.check))).terms.map { check in
                ChecklistDiagnostic(
                    file: path, code: .missingKey,
                    message: "\(requirement.row) \(requirement.material.id) never asks for \(check.id)")
            }
        }
    }

    private static func demands(
        of checklist: Checklist, _ path: String, against list: DoNotAskFile
    ) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        for entry in list.entries where entry.matters.contains(checklist.matter) {
            for requirement in checklist.requirements
            where entry.materials.contains(requirement.material)
                || entry.words.contains(where: requirement.name.contains)
            {
                diagnostics.append(
                    ChecklistDiagnostic(
                        file: path, code: .doNotAsk,
                        message: "\(requirement.row) asks for \(entry.name), which \(checklist.matter.id) may not ask",
                        hint: "\(entry.why) \(entry.basis.citation)"))
            }
        }
        return diagnostics
    }
}
