import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Dispatch
import Foundation
import NoticeComposer
import SQLiteCaseStore
import Synchronization

/// Where the law and the office come from.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("放清单、日历等数据的文件夹。Folder with checklists, calendars and keymaps.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("机关文件；不给则用内置样例。Office file; the built-in sample if not given.", valueName: "file"))
    var office: String?

    /// - Throws: `CommandFailure` that names the file and line that can't be read.
    func load() throws -> Installation { try Installation(data: data, office: office) }
}

/// Where the cases are kept.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("数据文件。The store; ~/.local/share/yicigao/desk.sqlite if not given.", valueName: "path"))
    var store: String?

    /// `$XDG_DATA_HOME/yicigao/desk.sqlite` unless another was named.
    var path: String {
        if let store { return URL(fileURLWithPath: store).standardizedFileURL.path }
        return "\(UserFolder.path)/desk.sqlite"
    }

    /// Opens the store, making it where there is none.
    func open(_ installation: Installation) throws -> SQLiteCaseStore {
        _ = try installation.clocks
        return try openAhead(installation)
    }

    /// The same for a command that writes a great many cases.
    func openForBatches(_ installation: Installation) throws -> SQLiteCaseStore {
        let store = try open(installation)
        do throws(StoreError) {
            try store.expectBatches()
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
        return store
    }

    /// `open` while the clocks are still being read; their failure is the caller's to look for.
    func openAhead(_ installation: Installation) throws -> SQLiteCaseStore {
        do throws(StoreError) {
            return try SQLiteCaseStore(path: path, projection: installation.projection)
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
    }
}

/// Where this account keeps what isn't installed: the store and imported calendars.
enum UserFolder {
    /// `$XDG_DATA_HOME/yicigao`.
    static var path: String {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/share"
        return "\(data)/yicigao"
    }

    static var calendars: String { "\(path)/calendars" }
}

/// The law as data and the office, as this program found them.
struct Installation {
    let folder: DataFolder
    let library: ChecklistLibrary
    let office: Office
    /// The folder of the office file, whose templates come first; nil for the built-in office.
    let officeFolder: String?
    private let readClocks: Lazily<Result<CaseClocks, DataLoadFailure>>

    init(data: String?, office file: String?) throws {
        let found: Found
        do throws(DataFolderError) {
            found = try (data == nil ? Self.usual() : Self.found(data)).get()
        } catch {
            throw CommandFailure(code: .system, message: "找不到数据文件夹: \(error.lookedIn.joined(separator: "、"))")
        }
        folder = found.folder
        library = Self.library(folder)
        office = try Installation.loading { () throws(DataLoadFailure) in
            let sample = try found.sample.get()
            guard let file else { return sample }
            var office = try OfficeFile.read(file, or: sample.papers)
            // What the law says of inspections holds for an office that says nothing of its own.
            if !office.inspection.isOn { office.inspection = sample.inspection }
            return office
        }
        let library = library
        officeFolder = file.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
        let office = office
        readClocks = Lazily { Result { () throws(DataLoadFailure) in try library.clocks(for: office) } }
    }

    /// The data folder, and the office that comes with it.
    private struct Found {
        let folder: DataFolder
        let sample: Result<Office, DataLoadFailure>
    }

    /// What stands beside the program or in the system's folder: nearly always what is asked for.
    private static let usual = Lazily { found(nil) }

    private static func found(_ data: String?) -> Result<Found, DataFolderError> {
        Result { () throws(DataFolderError) in
            let folder = try DataFolder.locate(explicit: data)
            return Found(
                folder: folder, sample: Result { () throws(DataLoadFailure) in try library(folder).sampleOffice() })
        }
    }

    private static func library(_ folder: DataFolder) -> ChecklistLibrary {
        ChecklistLibrary(folder: folder, importedCalendars: UserFolder.calendars)
    }

    /// Reads the usual folder's office on another thread while the command line is still being understood. The first screen
    /// needs it, and the parser is as long about its work as the file is about being read.
    static func readAhead() {
        DispatchQueue.global(qos: .userInteractive).async { _ = usual() }
    }

    /// Read when they are first asked for: judging a case and listing its papers do without.
    var clocks: CaseClocks {
        get throws { try Installation.loading { () throws(DataLoadFailure) in try readClocks().get() } }
    }

    /// Reads the clocks on another thread, for whoever asks for them next.
    func readClocksAhead() {
        DispatchQueue.global(qos: .userInteractive).async { [readClocks] in _ = readClocks() }
    }

    /// How cases become lines of the queue. Whoever makes lines with it sees to it that the clocks can be read.
    var projection: QueueProjection {
        QueueProjection { [readClocks] in
            do throws(DataLoadFailure) { return try readClocks().get() } catch { return nil }
        }
    }

    /// Every checklist and the routing.
    func ruleBook() throws -> RuleBook {
        try Installation.loading { () throws(DataLoadFailure) in try library.ruleBook() }
    }

    /// As much of them as one matter and action needs.
    func ruleBook(for matter: Matter, _ action: Action) throws -> RuleBook {
        try Installation.loading { () throws(DataLoadFailure) in try library.ruleBook(for: matter, action) }
    }

    func subtypes() throws -> SubtypeTable {
        try Installation.loading { () throws(DataLoadFailure) in try library.subtypes() }
    }

    func cutOvers() throws -> CutOverTable {
        try Installation.loading { () throws(DataLoadFailure) in try library.cutOvers() }
    }

    /// Turns what is wrong with data files into the failure of the command, every diagnostic on its own line.
    static func loading<Value>(_ load: () throws(DataLoadFailure) -> Value) throws -> Value {
        do throws(DataLoadFailure) {
            return try load()
        } catch {
            let lines = error.diagnostics.map(\.description)
            throw CommandFailure(code: .usage, message: lines.joined(separator: "\n"))
        }
    }
}

/// Makes a value when it is first asked for, from whichever thread asks, and keeps it.
final class Lazily<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    func callAsFunction() -> Value {
        value.withLock { value in
            if let value { return value }
            let made = make()
            value = made
            return made
        }
    }
}
