import CaseDomain
import ChecklistFiles
import Testing

/// 督办升级 in the office file.
@Suite("Escalation")
struct EscalationFileTests {
    private func office(_ escalation: String) throws -> Office {
        let text = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let begin = try #require(text.ranges(of: "escalation:\n").last)
        return try OfficeFile.decode(text[..<begin.lowerBound] + escalation, file: "office.yaml")
    }

    @Test("the sample names whom a case goes to by days overdue, and when lights turn")
    func sample() throws {
        let escalation = try RuleData.office().escalation
        #expect(escalation.steps.map(\.title) == ["科长", "分管领导"])
        #expect(escalation.step(overdue: 1)?.account == ClerkID("许科长"))
        #expect(escalation.step(overdue: 2)?.account == ClerkID("许科长"))
        #expect(escalation.step(overdue: 3)?.account == ClerkID("林书记"))
        #expect(escalation.step(overdue: 0)?.title == "科长", "what lies idle goes to the first")
        var row = DayBoard.Row(window: "A02", clerk: ClerkID("a"))
        #expect(escalation.light(of: row) == .green)
        row.idle = 1
        #expect(escalation.light(of: row) == .yellow)
        row.overdue = 1
        #expect(escalation.light(of: row) == .red)
    }

    @Test("an office may say nothing of it")
    func silent() throws {
        let escalation = try office("").escalation
        #expect(escalation == Office.Escalation() && escalation.step(overdue: 9) == nil)
    }

    @Test("what is wrong is said where it stands")
    func wrong() throws {
        let failure = #expect(throws: DataLoadFailure.self) {
            _ = try office(
                """
                escalation:
                  idle-days: 0
                  lights: {yellow: {due-todey: 1}, red: {overdue: 0}}
                  steps:
                    - {overdue: 3, title: 科长, english: head, account: 许科}
                    - {overdue: 1, title: 局长, english: director}

                """)
        }
        let found = try #require(failure).diagnostics.map(\.description).joined(separator: "\n")
        for part in ["idle-days", "due-today", "0 cases", "nobody has the account ‘许科’", "don't come after"] {
            #expect(found.contains(part), "\(part) in \(found)")
        }
    }
}
