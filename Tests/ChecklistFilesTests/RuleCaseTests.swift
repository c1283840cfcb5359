import CaseDomain
import ChecklistFiles
import ChecklistRules
import Testing

/// The rule cases kept as data, run as the command runs them.
struct RuleCaseTests {
    @Test(arguments: RuleData.files(in: RuleData.cases, ending: ".cases.yaml"))
    func everyCaseComesOutAsExpected(file: String) throws {
        let reports = try ChecklistCases.run(
            "\(RuleData.cases)/\(file)", rules: RuleData.rules(), office: RuleData.office()
        ).reports
        #expect(!reports.isEmpty)
        for report in reports where !report.passed {
            Issue.record("\(file):\(report.line): \(report.note): \(report.differences.joined(separator: "; "))")
        }
    }

    @Test func everyFileOfRulesHasCases() throws {
        let rules = try RuleData.rules()
        let files = RuleData.files(in: RuleData.cases, ending: ".cases.yaml")
        for checklist in rules.checklists {
            #expect(files.contains("\(checklist.matter.id).\(checklist.action.id).cases.yaml"))
        }
    }

    @Test func everyChecklistThatShipsIsTried() throws {
        let shipped = try RuleData.rules().checklists.map(\.id)
        let tried = EvaluationPropertyTests.kinds
        #expect(shipped == tried.map { "\($0.matter.id)/\($0.action.id)" }.sorted())
    }

    @Test func theLintFindsNothingInTheRulesThatShip() throws {
        let report = ChecklistLint.lint(RuleData.folder)
        #expect(report.diagnostics.map(\.description) == [])
        #expect(report.checklists == (try RuleData.rules().checklists.count))
        #expect(report.combinations > 100_000)
    }

    @Test func aDayBeforeTheFirstVersionHasNoChecklist() throws {
        let rules = try RuleData.rules()
        let day = try #require(CivilDate(year: 2023, month: 11, day: 30))
        #expect(rules.checklist(for: .foodOperationLicence, .new, on: day) == nil)
        #expect(rules.checklist(for: .foodOperationLicence, .new, on: day.adding(days: 1)) != nil)
    }

    @Test func aChecklistIsFoundAgainByItsReference() throws {
        let rules = try RuleData.rules()
        for checklist in rules.checklists {
            #expect(rules.checklist(checklist.reference)?.id == checklist.id)
            #expect(checklist.digest.hasPrefix("sha256:") && checklist.digest.count == 71)
        }
        #expect(rules.checklist(ChecklistReference(id: "x", version: "1", digest: "sha256:")) == nil)
    }

    @Test func oneChecklistCanBeLoadedAlone() throws {
        let book = try RuleData.library.ruleBook(for: .smallCatering, .new)
        #expect(book.checklists.map(\.id) == ["small-catering/new"])
        #expect(try RuleData.library.ruleBook(for: .foodStall, .change).checklists.isEmpty)
    }
}
