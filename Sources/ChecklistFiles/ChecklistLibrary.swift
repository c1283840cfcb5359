package import CaseDomain
package import ChecklistRules
import Dispatch
import Synchronization

/// The rules of a data folder. Each file is read when it is asked for, because the queue must be on screen before
/// anybody needs a checklist.
package struct ChecklistLibrary: Sendable {
    package let folder: DataFolder

    package init(folder: DataFolder) { self.folder = folder }

    /// Files in the checklist folder that aren't checklists.
    static let otherFiles: Set<String> = [
        "routing.yaml", "subtypes.yaml", "names.yaml", "do-not-ask.yaml", "bundles.yaml", "services.yaml",
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
        let bundles = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.bundles() }
        let services = ChecklistLint.attempt(&failures) { () throws(DataLoadFailure) in try self.services() }
        guard failures.isEmpty, let checklists, let routing, let subtypes, let calendar, let bundles, let services
        else {
            throw DataLoadFailure(failures)
        }
        return RuleBook(
            checklists: checklists, routing: routing, subtypes: subtypes, calendar: calendar, folding: .unicode,
            bundles: bundles, services: services)
    }

    /// Every checklist of the folder, in every version.
    ///
    /// - Throws: `DataLoadFailure` with everything that is wrong with any of them.
    package func checklists() throws(DataLoadFailure) -> [Checklist] {
        var failures: [ChecklistDiagnostic] = []
        let names = try names()
        var checklists: [Checklist] = []
        for (path, result) in try read(checklistPaths(), names: names) {
            if let checklist = ChecklistLint.attempt(&failures, { () throws(DataLoadFailure) in try result.get() }) {
                failures += ChecklistLint.fileName(path, of: checklist)
                checklists.append(checklist)
            }
        }
        failures += ChecklistLint.ranges(of: checklists, in: folder.checklists).filter { $0.code == .overlap }
        guard failures.isEmpty else { throw DataLoadFailure(failures) }
        return checklists
    }

    /// Reads files on all processors: a desk whose first case is opened waits for them.
    private func read(
        _ paths: [String], names: TermNames
    ) -> [(path: String, result: Result<Checklist, DataLoadFailure>)] {
        let results = Mutex<[Int: Result<Checklist, DataLoadFailure>]>([:])
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let result = Result { () throws(DataLoadFailure) in try ChecklistFile.read(paths[index], names: names) }
            results.withLock { $0[index] = result }
        }
        let read = results.withLock { $0 }
        return paths.indices.compactMap { index in read[index].map { (paths[index], $0) } }
    }

    /// The checklist of one matter and action on a day, without reading any other's file.
    ///
    /// - Returns: nil where the folder has none for that day.
    /// - Throws: `DataLoadFailure` with everything that is wrong with the files of that matter and action.
    package func checklist(
        for matter: Matter, _ action: Action, on day: CivilDate
    ) throws(DataLoadFailure) -> Checklist? {
        let names = try names()
        for path in try checklistPaths() where DataText.name(of: path).hasPrefix("\(matter.id).\(action.id).") {
            let checklist = try ChecklistFile.read(path, names: names)
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

    /// The working calendar of the years whose notices ship with this program.
    package func calendar() throws(DataLoadFailure) -> WorkingCalendar {
        try CalendarFile.read("\(folder.calendars)/holidays-2024-2026.csv")
    }

    package func clocks(for office: Office) throws(DataLoadFailure) -> CaseClocks {
        try ClocksFile.read("\(folder.calendars)/clocks.yaml").clocks(on: calendar(), for: office)
    }

    package func sampleOffice() throws(DataLoadFailure) -> Office {
        try OfficeFile.read("\(folder.offices)/sample.yaml")
    }

    func checklistPaths() throws(DataLoadFailure) -> [String] {
        try DataText.files(in: folder.checklists, ending: ".yaml").filter {
            !ChecklistLibrary.otherFiles.contains(DataText.name(of: $0))
        }
    }
}
