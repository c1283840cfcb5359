import CaseDomain
import ChecklistRules
import Testing

@testable import ChecklistFiles

/// Files that must be refused, each beside what must be said about it, all of it at once.
struct BadChecklistTests {
    @Test(arguments: RuleData.files(in: RuleData.bad, ending: ".yaml"))
    func everyComplaintIsMade(file: String) throws {
        let text = try RuleData.text("\(RuleData.bad)/\(file)")
        let expected = try RuleData.text("\(RuleData.bad)/\(file).expected")
        let found = try RuleData.review().look(at: text, file: file).report.diagnostics
        #expect(found.map { "\($0)\n" }.joined() == expected)
        #expect(!found.isEmpty)
    }

    @Test func everyComplaintOfAProofHasAFile() throws {
        let files = RuleData.files(in: RuleData.bad, ending: ".expected")
        let all = try files.map { try RuleData.text("\(RuleData.bad)/\($0)") }.joined()
        // These are about other files, about several, or about more than a test has time for.
        let elsewhere: Set<ChecklistDiagnostic.Code> = [
            .unreadable, .fileName, .badNumber, .overlap, .gap, .shadowed, .uselessQuestion, .tooWide,
            .noVersion, .renewalTerm, .paperTemplate,
        ]
        for code in ChecklistDiagnostic.Code.allCases where !elsewhere.contains(code) {
            #expect(all.contains(": \(code.rawValue): "), "\(code.rawValue)")
        }
    }

    @Test func aCommentOrAnotherOrderOfKeysKeepsTheDigest() throws {
        let text = try RuleData.text("\(RuleData.folder.checklists)/small-catering.new.yaml")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let moved = (["# a comment", lines[3]] + lines[0..<3] + lines[4...]).joined(separator: "\n")
        let changed = text.replacing("小餐饮登记", with: "小餐饮备案")
        let digest = try ChecklistFile.decode(text, file: "a", names: TermNames()).digest
        #expect(try ChecklistFile.decode(moved, file: "b", names: TermNames()).digest == digest)
        #expect(try ChecklistFile.decode(changed, file: "c", names: TermNames()).digest != digest)
    }

    @Test func aMissingFolderSaysWhereItLooked() {
        let failure = #expect(throws: DataFolderError.self) {
            _ = try DataFolder.locate(executable: "/nowhere/yicigao")
        }
        #expect(failure?.lookedIn == ["/nowhere/Yicigao_ChecklistFiles.resources", "/usr/share/yicigao"])
        let named = #expect(throws: DataFolderError.self) { _ = try DataFolder.locate(explicit: "/nowhere/else") }
        #expect(named?.lookedIn == ["/nowhere/else"])
    }

    @Test func aMissingFileIsADiagnostic() {
        let failure = #expect(throws: DataLoadFailure.self) { _ = try OfficeFile.read("/nowhere/office.yaml") }
        #expect(failure?.diagnostics.first?.code == .unreadable)
    }

    @Test func anOfficeWithoutASequenceIsRefused() throws {
        let text = try RuleData.text("\(RuleData.folder.offices)/sample.yaml").replacing(
            "食补〔{year}〕{sequence}", with: "食补〔{year}〕")
        let failure = #expect(throws: DataLoadFailure.self) { _ = try OfficeFile.decode(text, file: "office.yaml") }
        #expect(failure?.diagnostics.map(\.code) == [.missingKey])
    }

    @Test func anOfficeMayNameItsSupervisorsAndItsReminders() throws {
        let text = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let plain = try OfficeFile.decode(text, file: "office.yaml")
        #expect(plain.supervisors.isEmpty && plain.reminderDays == 3)
        let named = try OfficeFile.decode(
            text + "supervisors: [wang, li]\nreminder-days: 5\n", file: "office.yaml")
        #expect(named.supervisors == [ClerkID("wang"), ClerkID("li")] && named.reminderDays == 5)
        let twice = #expect(throws: DataLoadFailure.self) {
            _ = try OfficeFile.decode(text + "supervisors: [wang, wang]\nreminder-days: 0\n", file: "office.yaml")
        }
        #expect(twice?.diagnostics.map(\.code) == [.duplicateRow, .badNumber])
    }

    @Test(arguments: [
        ("date,kind,name\n2026-02-30,holiday,x\n", ChecklistDiagnostic.Code.badDate),
        ("date,kind,name\n2026-01-01,festival,x\n", .unknownTerm),
        ("date,kind,name\n2026-01-01,holiday,x\n2026-01-01,holiday,x\n", .duplicateKey),
        ("date,kind,name\n2026-01-02,workday-swap,x\n", .badValue),
        ("date,kind\n2026-01-01,holiday,x\n", .badValue),
    ])
    func aBadCalendarIsRefused(text: String, code: ChecklistDiagnostic.Code) {
        let failure = #expect(throws: DataLoadFailure.self) {
            _ = try CalendarFile.decode(text, file: "calendar.csv")
        }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }
}
