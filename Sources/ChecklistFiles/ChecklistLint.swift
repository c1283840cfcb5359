import CaseDomain
import ChecklistRules

/// Looks a data folder over as a whole: everything that loading refuses, what only shows across files, and what only
/// shows when every combination of facts is gone through.
package enum ChecklistLint {
    /// - Returns: everything that is wrong, file by file; nothing for a sound folder.
    package static func lint(_ folder: DataFolder) -> LintReport {
        let library = ChecklistLibrary(folder: folder)
        var report = LintReport()
        let names = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.names() }
        _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.warnings() }
        let wording =
            attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.wording() } ?? WordingRules.none
        let paths = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.checklistPaths() } ?? []
        let forbidden = attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try DoNotAskFile.read("\(folder.checklists)/do-not-ask.yaml", wording: wording)
        }
        let routing = attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try RoutingFile.source("\(folder.checklists)/routing.yaml", wording: wording)
        }
        let review = ChecklistReview(
            names: names ?? TermNames(), routing: routing?.rules, forbidden: forbidden, wording: wording)
        let reviewed = ParallelMap.run(paths) { review.look(atFile: $0) }
        for entry in reviewed { report.add(entry.report) }
        if let routing { report.add(OrderProof.prove(routing.rules), routing.places) }
        lintAcross(reviewed.compactMap(\.source), library, wording, &report)
        return report
    }

    /// What only shows between the checklists and the other files.
    private static func lintAcross(
        _ sources: [SourceRules<Checklist>], _ library: ChecklistLibrary, _ wording: WordingRules,
        _ report: inout LintReport
    ) {
        let folder = library.folder
        let checklists = sources.map(\.rules)
        report.diagnostics += ranges(of: sources)
        let table = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.cutOvers() }
        if let table {
            report.diagnostics += rules(for: table, among: checklists, "\(folder.checklists)/\(CutOversFile.name)")
        }
        _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try EligibilityFile.read("\(folder.checklists)/eligibility.yaml", wording: wording)
        }
        let waysPath = "\(folder.checklists)/ways.yaml"
        if let ways = attempt(
            &report.diagnostics, { () throws(DataLoadFailure) in try WaysFile.read(waysPath, wording: wording) })
        {
            report.diagnostics += lookups(of: checklists, in: ways, waysPath)
        }
        let subtypes = attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try SubtypesFile.source("\(folder.checklists)/subtypes.yaml")
        }
        if let subtypes { report.add(OrderProof.prove(subtypes.rules), subtypes.places) }
        let bundles = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.bundles() }
        let services = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.services() }
        let catalogues = CatalogueLint(
            folder: folder, checklists: checklists, businesses: subtypes?.rules.subtypes.map(\.id) ?? [])
        report.diagnostics += catalogues.diagnostics(bundles ?? [])
        report.diagnostics += catalogues.diagnostics(services ?? ServiceCatalogue())
        let clocks = attempt(&report.diagnostics) { () throws(DataLoadFailure) in
            try library.clocks(for: library.sampleOffice())
        }
        if let clocks {
            report.diagnostics += RenewalTermLint.diagnostics(sources, against: clocks.rules)
            _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.paperLaw(clocks) }
        }
        _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.statutoryDays() }
        _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.indicators() }
        let life = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.lifeCycle() }
        if let life {
            report.diagnostics += LifeCycleLint.diagnostics(life, file: "\(folder.calendars)/life.yaml")
        }
        _ = attempt(&report.diagnostics) { () throws(DataLoadFailure) in try library.waivers() }
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
    static func fileName(_ path: String, of checklist: Checklist, _ places: SourcePlaces? = nil)
        -> [ChecklistDiagnostic]
    {
        let stem = "\(checklist.matter.id).\(checklist.action.id)."
        guard !DataText.name(of: path).hasPrefix(stem) else { return [] }
        return [
            ChecklistDiagnostic(
                places ?? SourcePlaces(file: path), .checklist, .whole, code: .fileName,
                message: "the file of \(checklist.id) is named otherwise", hint: "\(stem)yaml")
        ]
    }

    /// On every day at most one version judges, and no day between two versions is without one.
    static func ranges(of sources: [SourceRules<Checklist>]) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        for (id, versions) in Dictionary(grouping: sources, by: \.rules.id).sorted(by: { $0.key < $1.key }) {
            let sorted = versions.sorted { $0.rules.effectiveFrom < $1.rules.effectiveFrom }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                let from = later.rules.effectiveFrom
                let names = "\(id) \(earlier.rules.version) and \(later.rules.version)"
                guard let end = earlier.rules.effectiveTo, end < from else {
                    diagnostics.append(
                        ChecklistDiagnostic(
                            later.places, .checklist, .effectiveFrom, code: .overlap,
                            message: "\(names) are both in force on \(from)",
                            hint: "end the earlier one with effective-to"))
                    continue
                }
                if end.adding(days: 1) < from {
                    diagnostics.append(
                        ChecklistDiagnostic(
                            later.places, .checklist, .effectiveFrom, code: .gap,
                            message: "no version between \(names) from \(end.adding(days: 1))",
                            hint: "begin the later one then, or end the earlier one later"))
                }
            }
        }
        return diagnostics
    }

    /// What a checklist lets the office look up, the clerk must be told where to look up.
    private static func lookups(
        of checklists: [Checklist], in ways: FourWays, _ path: String
    ) -> [ChecklistDiagnostic] {
        let retrievable = TermSet(
            checklists.flatMap(\.requirements).filter { $0.isRetrievable || $0.spared != nil }.map(\.material))
        return retrievable.terms.filter { ways.lookups[$0] == nil }.map { material in
            ChecklistDiagnostic(
                file: path, code: .missingKey, message: "‘lookups’ doesn't say where \(material.id) is looked up")
        }
    }

    /// A cut-over parts the rules of before from those of after, so that there must be some of either.
    private static func rules(
        for table: CutOverTable, among checklists: [Checklist], _ path: String
    ) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        for cutOver in table.cutOvers {
            for coverage in cutOver.coverage {
                let covered = checklists.filter {
                    $0.matter == coverage.matter && (coverage.action ?? $0.action) == $0.action
                }
                let name = coverage.matter.id + (coverage.action.map { "/\($0.id)" } ?? "")
                let ids = covered.isEmpty ? [name] : Set(covered.map(\.id)).sorted()
                for id in ids {
                    for day in [cutOver.date.adding(days: -1), cutOver.date]
                    where !covered.contains(where: { $0.id == id && $0.isEffective(on: day) }) {
                        diagnostics.append(
                            ChecklistDiagnostic(
                                file: path, code: .noVersion,
                                message: "the cut-over \(cutOver.id) covers \(id), which has no version on \(day)"))
                    }
                }
            }
        }
        return diagnostics
    }
}

/// What looking rules over came to.
package struct LintReport: Sendable {
    /// File by file, in each from top to bottom.
    package var diagnostics: [ChecklistDiagnostic] = []
    package var checklists = 0
    /// Conditions, checks and wordings that something was proved about.
    package var lines = 0
    /// Combinations of facts gone through.
    package var combinations = 0

    mutating func add(_ other: LintReport) {
        diagnostics += other.diagnostics
        checklists += other.checklists
        lines += other.lines
        combinations = LintReport.sum(combinations, other.combinations)
    }

    mutating func add(_ proof: ProofReport, _ places: SourcePlaces) {
        diagnostics += proof.faults.map { ChecklistDiagnostic($0, places) }
        lines += proof.lines
        combinations = LintReport.sum(combinations, proof.combinations)
    }

    /// More than an `Int` holds is as good as that many.
    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? .max : sum
    }
}
