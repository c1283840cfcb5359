import ChecklistFiles
import Foundation
import TextLayout

/// What is to be looked over: rules that may lie apart from the rest of the data.
///
/// A folder is put together from links, with the installed data for what isn't there, because rules are only sound
/// together with the names, the calendar and the office.
struct LintTarget {
    private let path: String
    private let installed: DataFolder
    private let isFolder: Bool

    /// - Throws: where there is nothing by that name.
    init(_ path: String, installed: DataFolder) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(path)): 没有这个文件夹或文件")
        }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.installed = installed
        self.isFolder = isFolder.boolValue
    }

    func lint() throws -> LintReport {
        let files = FileManager.default
        let isWhole = files.fileExists(atPath: "\(path)/Checklists")
        let others = ["Calendars", "Offices", "Papers/papers.yaml", "Figures"]
        if isWhole, others.allSatisfy({ files.fileExists(atPath: "\(path)/\($0)") }) {
            return ChecklistLint.lint(DataFolder(root: path))
        }
        let checklists = isWhole ? "\(path)/Checklists" : path
        do {
            return try lint(checklists, files)
        } catch let error as CocoaError {
            throw CommandFailure(code: .system, message: "没有可写的临时文件夹（\(error.code.rawValue)）")
        }
    }

    private func lint(_ checklists: String, _ files: FileManager) throws -> LintReport {
        let root = "\(NSTemporaryDirectory())/yicigao-lint-\(UUID().uuidString)"
        try files.createDirectory(atPath: "\(root)/Checklists", withIntermediateDirectories: true)
        defer { Self.remove(root) }
        var found: [String: String] = [:]
        // A catalogue belongs to the checklists that it speaks of: a folder of its own brings its own or has none.
        for name in ChecklistLibrary.otherFiles.subtracting(ChecklistLibrary.catalogues) {
            found[name] = "\(installed.checklists)/\(name)"
        }
        if isFolder {
            let offices = PaperLint.officeFiles(in: checklists)
            for name in try files.contentsOfDirectory(atPath: checklists) where name.hasSuffix(".yaml") {
                let file = "\(checklists)/\(name)"
                if !offices.contains(file) { found[name] = file }
            }
        } else {
            found[URL(fileURLWithPath: checklists).lastPathComponent] = checklists
        }
        for (name, place) in found {
            try files.createSymbolicLink(
                atPath: "\(root)/Checklists/\(name)", withDestinationPath: URL(fileURLWithPath: place).path)
        }
        for (name, proof) in [("Calendars", ""), ("Offices", ""), ("Papers", "/papers.yaml"), ("Figures", "")] {
            let own = "\(path)/\(name)"
            let place = files.fileExists(atPath: own + proof) ? own : "\(installed.root)/\(name)"
            try files.createSymbolicLink(
                atPath: "\(root)/\(name)", withDestinationPath: URL(fileURLWithPath: place).path)
        }
        // Under the name by which the user knows the file, not that of the link.
        var report = ChecklistLint.lint(DataFolder(root: root))
        report.diagnostics = report.diagnostics.map { diagnostic in
            diagnostic.naming(file: found[URL(fileURLWithPath: diagnostic.file).lastPathComponent] ?? checklists)
        }
        return report
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            StandardError.write("\(folder): 临时文件夹没有删除")
        }
    }
}
