import CaseDomain
import ChecklistRules
import Foundation

@testable import ChecklistFiles

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

    /// What looks a checklist over, with the rest of the data that ships.
    static func review() throws -> ChecklistReview {
        ChecklistReview(
            names: TermNames(), routing: try library.routing(),
            forbidden: try DoNotAskFile.read("\(folder.checklists)/do-not-ask.yaml"),
            wording: try library.wording())
    }

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

/// A file of cases for one test.
enum TemporaryCases {
    static func write(_ text: String) throws -> String {
        let path = "\(NSTemporaryDirectory())/\(UUID().uuidString).cases.yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
