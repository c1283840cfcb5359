import ChecklistFiles
import ChecklistRules
import Testing

@Suite("Lessons file")
struct LessonsFileTests {
    private let hints: Set<String> = [
        "down", "next-filter", "previous-filter", "search", "open", "back", "new-case", "next-field", "save",
        "in-order", "missing",
        "defective", "next-open", "why", "notice", "issue", "return-papers", "accept", "tolerate", "help",
    ]

    private var text: String {
        get throws { try RuleData.text("\(RuleData.folder.tutor)/\(LessonsFile.name)") }
    }

    @Test("the lessons that ship lead through the main job")
    func shipped() throws {
        let lessons = try LessonsFile.decode(text, file: "lessons.yaml", hints: hints)
        #expect(lessons.map(\.id).count == 9)
        let goals = lessons.flatMap(\.steps).map(\.goal)
        #expect(Set(goals) == Set(LessonGoal.allCases), "the vocabulary holds nothing that no lesson uses")
        #expect(goals.last == .leave)
    }

    @Test(
        "what is wrong is told with its line",
        arguments: [
            ("goal: queue-moved", "goal: queue-move", "unknown-term"), ("hint: issue", "hint: isue", "unknown-term"),
            ("id: find", "id: queue", "duplicate-row"), ("    hint: down\n", "    hind: down\n", "unknown-key"),
            ("say: 看完关掉。", "say: ''", "empty-text"), ("yicigao.lessons/1", "yicigao.lessons/2", "bad-value"),
        ])
    func refused(old: String, new: String, code: String) throws {
        let changed = try text.replacing(old, with: new, maxReplacements: 1)
        let failure = #expect(throws: DataLoadFailure.self) {
            _ = try LessonsFile.decode(changed, file: "lessons.yaml", hints: hints)
        }
        let diagnostic = failure?.diagnostics.first
        #expect(diagnostic?.code.rawValue == code)
        #expect((diagnostic?.line ?? 0) > 0)
    }
}
