import CaseDomain
import ChecklistFiles
import ChecklistRules
import Testing

/// That every line of the rules that ship is tried, and that a line that isn't would be noticed.
struct CaseCoverageTests {
    @Test func everyLineThatShipsIsTriedInEveryWay() throws {
        let rules = try RuleData.rules()
        let coverage = try ChecklistCases.run(RuleData.cases, rules: rules, office: RuleData.office()).coverage
        #expect(coverage.gaps.isEmpty, "\(coverage.gaps)")
        #expect(coverage.untried == [])
        #expect(coverage.requirements == rules.checklists.reduce(0) { $0 + $1.requirements.count })
        #expect(coverage.routes == rules.routing.rules.count)
    }

    /// Takes the cases of one file away that expect a finding; then exactly that line's failure isn't tried.
    @Test(arguments: [
        ("small-catering.new", "health-certificates headcount", RuleLine.check(.healthCertificates, .headcount)),
        ("food-operation-licence.renewal", "application too-early-to-renew", .application(.tooEarlyToRenew)),
        ("food-operation-licence.new", "layout-plan retention-marked", .check(.layoutPlan, .retentionMarked)),
    ])
    func aLineWithoutAFailingCaseIsFound(file: String, finding: String, line: RuleLine) throws {
        let text = try RuleData.text("\(RuleData.cases)/\(file).cases.yaml")
        let parts = text.split(separator: "\n  - note: ").map(String.init)
        let kept = parts.filter { !$0.contains(finding) }
        #expect(kept.count < parts.count)
        let path = try TemporaryCases.write(kept.joined(separator: "\n  - note: "))
        defer { TemporaryCases.remove(path) }
        let rules = try RuleData.rules()
        let coverage = try ChecklistCases.run(path, rules: rules, office: RuleData.office()).coverage
        #expect(coverage.gaps.contains { $0.line == line && $0.kind == .wrong && $0.file == path })
        #expect(coverage.gaps.allSatisfy { $0.kind == .wrong })
        #expect(coverage.untried.count == rules.checklists.count - 1)
    }

    @Test func aCaseThatFailsTriesNothing() throws {
        let text = try RuleData.text("\(RuleData.cases)/small-catering.new.cases.yaml")
        let path = try TemporaryCases.write(text.replacing("outcome: correct", with: "outcome: accept"))
        defer { TemporaryCases.remove(path) }
        let trial = try ChecklistCases.run(path, rules: RuleData.rules(), office: RuleData.office())
        #expect(trial.reports.contains { !$0.passed })
        #expect(trial.coverage.gaps.contains { $0.row == "XC1" && $0.kind == .wrong })
    }
}
