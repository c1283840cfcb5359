package import CaseDomain
package import ChecklistRules

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
    package static let otherFiles: Set<String> = [
        "routing.yaml", "subtypes.yaml", "names.yaml", "warnings.yaml", "do-not-ask.yaml", "eligibility.yaml",
        "ways.yaml", "bundles.yaml", "services.yaml", CutOversFile.name,
    ]

    /// Everything, as one value.
    ///
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of the files.
    package func ruleBook() throws(DataLoadFailure) -> RuleBook {
        var failures: [ChecklistDiagnostic] = []
        let checklists = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.checklists() }
        let routing = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.routing() }
        let subtypes = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.subtypes() }
        let calendar = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.calendar() }
        let counsel = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.counsel() }
        let bundles = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.bundles() }
        let services = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.services() }
        guard failures.isEmpty, let checklists, let routing, let subtypes, let calendar, let counsel, let bundles,
            let services
        else {
            throw DataLoadFailure(failures)
        }
        return RuleBook(
            checklists: checklists, routing: routing, subtypes: subtypes, calendar: calendar, folding: .unicode,
            counsel: counsel, bundles: bundles, services: services)
    }

    /// Every checklist of the folder, in every version.
    ///
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of them.
    package func checklists() throws(DataLoadFailure) -> [Checklist] {
        var failures: [ChecklistDiagnostic] = []
        let names = try names()
        let warnings = try warnings()
        var checklists: [Checklist] = []
        for (path, result) in try Self.read(checklistPaths(), names: names, warnings: warnings) {
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
    /// - Parameter names: what terms are called where the folder doesn't say it itself.
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of them.
    package static func checklists(
        in path: String, names others: TermNames
    ) throws(DataLoadFailure) -> [Checklist] {
        let folder = DataText.exists("\(path)/Checklists") ? "\(path)/Checklists" : path
        let own = "\(folder)/names.yaml"
        let names = DataText.exists(own) ? try NamesFile.read(own) : others
        var failures: [ChecklistDiagnostic] = []
        let results = try read(paths(in: folder), names: names, warnings: WarningTable())
        let checklists = results.compactMap { result in
            ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try result.result.get() }
        }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return checklists
    }

    /// Reads files on all processors: a desk whose first case is opened waits for them.
    private static func read(
        _ paths: [String], names: TermNames, warnings: WarningTable
    ) -> [(path: String, result: Result<Checklist, DataLoadFailure>)] {
        let results = ParallelMap.run(paths) { path in
            Result { () throws(DataLoadFailure) in
                try ChecklistFile.read(path, names: names, warnings: warnings)
            }
        }
        return Array(zip(paths, results))
    }

    /// The checklist of one matter and action on a day, without reading any other's file.
    ///
    /// - Returns: nil where the folder has none for that day.
    /// - Throws: `DataLoadFailure` with everything that is wrong with the files of that matter and action.
    package func checklist(
        for matter: Matter, _ action: Action, on day: CivilDate
    ) throws(DataLoadFailure) -> Checklist? {
        let names = try names()
        let warnings = try warnings()
        for path in try checklistPaths() where DataText.name(of: path).hasPrefix("\(matter.id).\(action.id).") {
            let checklist = try ChecklistFile.read(path, names: names, warnings: warnings)
            if checklist.matter == matter, checklist.action == action, checklist.isEffective(on: day) {
                return checklist
            }
        }
        return nil
    }

    package func routing() throws(DataLoadFailure) -> Routing {
        try RoutingFile.read("\(folder.checklists)/routing.yaml")
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
        return try BundlesFile.read(path)
    }

    /// Empty where the folder has no such file.
    package func services() throws(DataLoadFailure) -> ServiceCatalogue {
        guard let path = try catalogue("services.yaml") else { return ServiceCatalogue() }
        return try ServicesFile.read(path)
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

    /// Who may not apply, what may not be demanded, and what needn't be handed in now.
    package func counsel() throws(DataLoadFailure) -> RuleBook.Counsel {
        RuleBook.Counsel(
            eligibility: try EligibilityFile.read("\(folder.checklists)/eligibility.yaml"),
            demands: try DoNotAskFile.read("\(folder.checklists)/do-not-ask.yaml"),
            ways: try WaysFile.read("\(folder.checklists)/ways.yaml"))
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

    package func sampleOffice() throws(DataLoadFailure) -> Office {
        try OfficeFile.read("\(folder.offices)/sample.yaml")
    }

    func checklistPaths() throws(DataLoadFailure) -> [String] { try Self.paths(in: folder.checklists) }

    private static func paths(in folder: String) throws(DataLoadFailure) -> [String] {
        try DataText.files(in: folder, ending: ".yaml").filter { !otherFiles.contains(DataText.name(of: $0)) }
    }
}
