import CaseDomain
package import ChecklistRules
import Yams

/// 练习课 as a YAML file, so that an office can say things its own way.
package enum LessonsFile {
    package static let name = "lessons.yaml"

    /// - Parameter hints: the intents that a step may name.
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String, hints: Set<String>) throws(DataLoadFailure) -> [Lesson] {
        try decode(DataText.read(path), file: path, hints: hints)
    }

    package static func decode(
        _ text: String, file: String, hints: Set<String>
    ) throws(DataLoadFailure) -> [Lesson] {
        var reader = NodeReader(file: file)
        let lessons = reader.parse(text).flatMap { reader.lessons($0, hints) }
        return try reader.finish(lessons)
    }
}

extension NodeReader {
    fileprivate mutating func lessons(_ node: Node, _ hints: Set<String>) -> [Lesson]? {
        guard let fields = mapping(node, "the lessons", required: ["format", "lessons"]) else { return nil }
        check(format: "yicigao.lessons/1", fields)
        var lessons: [Lesson] = []
        for item in fields["lessons"].map({ list($0, "‘lessons’") }) ?? [] {
            guard let lesson = lesson(item, hints) else { continue }
            if lessons.contains(where: { $0.id == lesson.id }) {
                report(.duplicateRow, "the lesson \(lesson.id) stands twice", at: item)
            }
            lessons.append(lesson)
        }
        if lessons.isEmpty { report(.badValue, "there are no lessons", at: node) }
        return lessons
    }

    private mutating func lesson(_ node: Node, _ hints: Set<String>) -> Lesson? {
        guard let fields = mapping(node, "a lesson", required: ["id", "title", "title-english", "steps"]) else {
            return nil
        }
        var steps: [Lesson.Step] = []
        for item in fields["steps"].map({ list($0, "‘steps’") }) ?? [] {
            if let step = step(item, hints) { steps.append(step) }
        }
        if steps.isEmpty { report(.badValue, "a lesson without steps", at: node) }
        guard let id = text(fields, "id"), let title = name(fields, "title") else { return nil }
        return Lesson(id: id, title: title, steps: steps)
    }

    private mutating func step(_ node: Node, _ hints: Set<String>) -> Lesson.Step? {
        guard
            let fields = mapping(
                node, "a step", required: ["goal", "say", "say-english", "why", "why-english"],
                optional: ["hint", "basis"])
        else { return nil }
        let goal = fields["goal"].flatMap { term($0, LessonGoal.self, "‘goal’") }
        let hint = fields["hint"] == nil ? nil : text(fields, "hint")
        if let hint, !hints.contains(hint) {
            report(.unknownTerm, "no action is called ‘\(hint)’", at: fields["hint"])
        }
        let basis = fields["basis"] == nil ? nil : source(fields, "basis")
        guard let goal, let say = name(fields, "say"), let why = name(fields, "why") else { return nil }
        return Lesson.Step(goal: goal, say: say, why: why, hint: hint, basis: basis)
    }

    private mutating func name(_ fields: Fields, _ key: String) -> TermNames.Name? {
        guard let chinese = text(fields, key), let english = text(fields, "\(key)-english") else { return nil }
        return TermNames.Name(chinese: chinese, english: english)
    }
}
