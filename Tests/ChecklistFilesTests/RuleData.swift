import CaseDomain
import ChecklistFiles
import ChecklistRules
import Foundation

/// The rules, the office and the fixtures as they lie in the source tree.
enum RuleData {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let folder = DataFolder(root: "\(root)/Sources/ChecklistFiles")
    static let library = ChecklistLibrary(folder: folder)
    static let cases = "\(root)/Fixtures/Checklists"
    static let bad = "\(root)/Fixtures/BadChecklists"

    static func rules() throws -> RuleBook { try library.ruleBook() }
    static func office() throws -> Office { try library.sampleOffice() }

    /// The sample office as a township's window.
    static func township() throws -> Office {
        try OfficeFile.decode(text("\(folder.offices)/sample.yaml") + "township: true\n", file: "township")
    }

    static func files(in folder: String, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
    }

    static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
