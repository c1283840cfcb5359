import CaseDomain
import ChecklistFiles

/// Offices as tests write them.
enum OfficeOfTests {
    static func decode(_ text: String) throws -> Office { try OfficeFile.decode(text, file: "office.yaml") }
}
