package import CaseDomain
package import ChecklistRules
import Synchronization

/// The rules of a data folder. Each file is read when it is asked for, because the queue must be on screen before
/// anybody needs a checklist.
package struct ChecklistLibrary: Sendable {
    package let folder: DataFolder
    /// Where imported calendars lie; nil to go by the built-in ones alone.
    package let importedCalendars: String?

    package init(folder: DataFolder, importedCalendars: String? = nil) {
        self.folder = folder
        self.importedCalendars = importedCalendars
    }

    /// Files in the checklist folder that aren't checklists.
    package static let otherFiles = catalogues.union([
        "routing.yaml", "subtypes.yaml", "names.yaml", "warnings.yaml", "do-not-ask.yaml", "eligibility.yaml",
        "ways.yaml", WordingFile.name,
    ])

    /// Files that speak of certain checklists, and that a folder needn't have.
    package static let catalogues: Set<String> = [
        "bundles.yaml", "services.yaml", CutOversFile.name, WaiversFile.name,
    ]

    /// Everything, as one value.
    ///
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of the files.
    package func ruleBook() throws(DataLoadFailure) -> RuleBook { try ruleBook { _ in true } }

    /// As much as one matter and action needs: no other checklist is read, and none of the bundles.
    ///
    /// - Throws: `DataLoadFailure` with everything that is wrong with the files that were read.
    package func ruleBook(for matter: Matter, _ action: Action) throws(DataLoadFailure) -> RuleBook {
        try ruleBook(withBundles: false) { $0.hasPrefix("\(matter.id).\(action.id).") }
    }

    /// - Parameter takes: whether a checklist is read, by the name of its file.
    private func ruleBook(
        withBundles: Bool = true, _ takes: @Sendable (String) -> Bool
    ) throws(DataLoadFailure) -> RuleBook {
        // Side by side, because somebody waits for the slowest of them.
        let parts = Mutex(RuleBookParts())
        let failures = ParallelMap.run(RuleBookParts.Part.allCases) { part -> [ChecklistDiagnostic] in
            var failures: [ChecklistDiagnostic] = []
            func keep<Value: Sendable>(
                _ read: () throws(DataLoadFailure) -> Value, _ set: @Sendable (inout RuleBookParts, Value) -> Void
            ) {
                guard let value = ChecklistLint.attempt(&failures, read) else { return }
                parts.withLock { set(&$0, value) }
            }
            switch part {
            case .checklists: keep({ () throws(DataLoadFailure) in try checklists(takes) }, { $0.checklists = $1 })
            case .routing: keep(routing) { $0.routing = $1 }
            case .subtypes: keep(subtypes) { $0.subtypes = $1 }
            case .calendar: keep(calendar) { $0.calendar = $1 }
            case .counsel: keep(counsel) { $0.counsel = $1 }
            case .bundles: keep({ () throws(DataLoadFailure) in withBundles ? try bundles() : [] }, { $0.bundles = $1 })
            case .services: keep(services) { $0.services = $1 }
            case .life: keep(lifeCycle) { $0.life = $1 }
            case .waivers: keep(waivers) { $0.waivers = $1 }
            }
            return failures
        }
        guard let book = parts.withLock({ $0.book }) else { throw DataLoadFailure(failures.flatMap(\.self)) }
        return book
    }

    /// The checklists of the folder, in every version.
    ///
    /// - Parameter takes: whether a checklist is read, by the name of its file.
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of them.
    package func checklists(_ takes: (String) -> Bool = { _ in true }) throws(DataLoadFailure) -> [Checklist] {
        var failures: [ChecklistDiagnostic] = []
        let names = try names()
        let warnings = try warnings()
        let wording = try wording()
        let paths = try checklistPaths().filter { takes(DataText.name(of: $0)) }
        var checklists: [Checklist] = []
        for (path, result) in Self.read(paths, names: names, warnings: warnings, wording: wording) {
            if let checklist = ChecklistLint.attempt(&failures, { () throws(DataLoadFailure) in try result.get() }) {
                failures += ChecklistLint.fileName(path, of: checklist)
                checklists.append(checklist)
            }
        }
        let sources = checklists.map { SourceRules(rules: $0, places: SourcePlaces(file: folder.checklists)) }
        failures += ChecklistLint.ranges(of: sources).filter { $0.code == .overlap }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return checklists
    }

    /// The checklists of a data folder, or of a folder of checklists alone, as they stand: a draft that is to be compared
    /// may still overlap.
    ///
    /// - Parameters:
    ///   - names: what terms are called where the folder doesn't say it itself.
    ///   - wording: what the words that applicants read are held against, likewise.
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of them.
    package static func checklists(
        in path: String, names others: TermNames, wording standard: WordingRules
    ) throws(DataLoadFailure) -> [Checklist] {
        let folder = DataText.exists("\(path)/Checklists") ? "\(path)/Checklists" : path
        let own = "\(folder)/names.yaml"
        let names = DataText.exists(own) ? try NamesFile.read(own) : others
        let ownWording = "\(folder)/\(WordingFile.name)"
        let wording = DataText.exists(ownWording) ? try WordingFile.read(ownWording) : standard
        var failures: [ChecklistDiagnostic] = []
        let results = try read(paths(in: folder), names: names, warnings: WarningTable(), wording: wording)
        let checklists = results.compactMap { result in
            ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try result.result.get() }
        }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return checklists
    }

    /// Reads files on all processors: a desk whose first case is opened waits for them.
    private static func read(
        _ paths: [String], names: TermNames, warnings: WarningTable, wording: WordingRules
    ) -> [(path: String, result: Result<Checklist, DataLoadFailure>)] {
        let results = ParallelMap.run(paths) { path in
            Result { () throws(DataLoadFailure) in
                try ChecklistFile.read(path, names: names, warnings: warnings, wording: wording)
            }
        }
        return Array(zip(paths, results))
    }

    package func routing() throws(DataLoadFailure) -> Routing {
        try RoutingFile.read("\(folder.checklists)/routing.yaml", wording: wording())
    }

    package func subtypes() throws(DataLoadFailure) -> SubtypeTable {
        try SubtypesFile.read("\(folder.checklists)/subtypes.yaml")
    }

    /// - Returns: none where the folder has no such file.
    package func cutOvers() throws(DataLoadFailure) -> CutOverTable {
        let path = "\(folder.checklists)/\(CutOversFile.name)"
        return DataText.exists(path) ? try CutOversFile.read(path) : .none
    }

    /// Empty where the folder has no such file: rules are whole without bundles.
    package func bundles() throws(DataLoadFailure) -> [Bundle] {
        guard let path = try catalogue("bundles.yaml") else { return [] }
        return try BundlesFile.read(path, wording: wording())
    }

    /// Empty where the folder has no such file.
    package func services() throws(DataLoadFailure) -> ServiceCatalogue {
        guard let path = try catalogue("services.yaml") else { return ServiceCatalogue() }
        return try ServicesFile.read(path, wording: wording())
    }

    /// Empty where the folder has no such file: somebody looks at all premises then.
    package func waivers() throws(DataLoadFailure) -> [InspectionWaiverRule] {
        guard let path = try catalogue(WaiversFile.name) else { return [] }
        return try WaiversFile.read(path, wording: wording())
    }

    private func catalogue(_ name: String) throws(DataLoadFailure) -> String? {
        try DataText.files(in: folder.checklists, ending: ".yaml").first { DataText.name(of: $0) == name }
    }

    package func names() throws(DataLoadFailure) -> TermNames {
        try NamesFile.read("\(folder.checklists)/names.yaml")
    }

    package func warnings() throws(DataLoadFailure) -> WarningTable {
        try WarningsFile.read("\(folder.checklists)/warnings.yaml")
    }

    /// How demands are worded.
    package func wording() throws(DataLoadFailure) -> WordingRules {
        try WordingFile.read("\(folder.checklists)/\(WordingFile.name)")
    }

    /// Who may not apply, what may not be demanded, and what needn't be handed in now.
    package func counsel() throws(DataLoadFailure) -> RuleBook.Counsel {
        let wording = try wording()
        return RuleBook.Counsel(
            eligibility: try EligibilityFile.read("\(folder.checklists)/eligibility.yaml", wording: wording),
            demands: try DoNotAskFile.read("\(folder.checklists)/do-not-ask.yaml", wording: wording),
            ways: try WaysFile.read("\(folder.checklists)/ways.yaml", wording: wording), wording: wording)
    }

    /// Every year that is known, and where from.
    package func calendarShelf() throws(DataLoadFailure) -> CalendarShelf {
        try CalendarShelf.read(folder.calendars, imported: importedCalendars)
    }

    package func statutoryDays() throws(DataLoadFailure) -> StatutoryDays {
        try StatutoryDays.read("\(folder.calendars)/statutory-days.csv")
    }

    package func calendar() throws(DataLoadFailure) -> WorkingCalendar { try calendarShelf().calendar }

    package func clocks(for office: Office) throws(DataLoadFailure) -> CaseClocks {
        try clocksFile().clocks(on: calendar(), for: office)
    }

    private func clocksFile() throws(DataLoadFailure) -> ClocksFile {
        try ClocksFile.read("\(folder.calendars)/clocks.yaml")
    }

    /// What may be done with a case in which state.
    package func lifeCycle() throws(DataLoadFailure) -> LifeCycle {
        try LifeCycleFile.read("\(folder.calendars)/life.yaml")
    }

    /// 考核指标, in the order in which they are shown.
    package func indicators() throws(DataLoadFailure) -> [Indicator] {
        try IndicatorsFile.read("\(folder.figures)/indicators.yaml")
    }

    /// On which basis papers are made out.
    package func paperLaw(_ clocks: CaseClocks) throws(DataLoadFailure) -> PaperLaw {
        try PapersFile.read("\(folder.papers)/papers.yaml", clocks: clocks.rules)
    }

    package func sampleOffice() throws(DataLoadFailure) -> Office {
        try OfficeFile.read("\(folder.offices)/sample.yaml")
    }

    func checklistPaths() throws(DataLoadFailure) -> [String] { try Self.paths(in: folder.checklists) }

    private static func paths(in folder: String) throws(DataLoadFailure) -> [String] {
        try DataText.files(in: folder, ending: ".yaml").filter { !otherFiles.contains(DataText.name(of: $0)) }
    }
}

/// The parts of a rule book while they are read.
private struct RuleBookParts: Sendable {
    enum Part: CaseIterable { case checklists, services, routing, counsel, bundles, calendar, subtypes, life, waivers }

    var checklists: [Checklist]?
    var routing: Routing?
    var subtypes: SubtypeTable?
    var calendar: WorkingCalendar?
    var counsel: RuleBook.Counsel?
    var bundles: [Bundle]?
    var services: ServiceCatalogue?
    var life: LifeCycle?
    var waivers: [InspectionWaiverRule]?

    /// Nil while a part is missing.
    var book: RuleBook? {
        guard let checklists, let routing, let subtypes, let calendar, let counsel, let bundles, let services, let life,
            let waivers
        else { return nil }
        return RuleBook(
            checklists: checklists, routing: routing, subtypes: subtypes, calendar: calendar, folding: .unicode,
            counsel: counsel, bundles: bundles, services: services, life: life, waivers: waivers)
    }
}
