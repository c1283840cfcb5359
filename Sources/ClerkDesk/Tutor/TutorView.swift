package import ChecklistRules
package import ScreenKit
import TextLayout

/// Draws the strip of the lessons over the desk, which keeps its whole screen below it.
package enum TutorView {
    /// Rows of the strip.
    static let rows = 3

    static func draw(_ tutor: TutorState, _ state: DeskState, _ desk: Desk) -> Frame {
        let inner = DeskView.drawDesk(state, desk)
        let size = Size(rows: state.size.rows + rows, columns: state.size.columns)
        var canvas = Canvas(size: size, widths: state.look.widths)
        var area = canvas.bounds
        let strip = area.splitTop(rows)
        canvas.fill(strip, role: .panel)
        canvas.withClip(strip) { canvas in
            let head = heading(tutor, desk)
            let column = 1 + canvas.write(head, at: Position(row: 0, column: 1), role: .panelSelected)
            canvas.write(
                TextFit.truncated(aside(tutor, state, desk), toColumns: max(0, size.columns - column - 2)),
                at: Position(row: 0, column: column + 1), role: .panel)
            let lines = fitting(tutor, desk, columns: max(10, size.columns - 2))
            for (row, line) in lines.prefix(rows - 1).enumerated() {
                canvas.write(line, at: Position(row: row + 1, column: 1), role: .panel)
            }
        }
        canvas.put(inner.grid, below: rows)
        let cursor = inner.cursor.map { Position(row: $0.row + rows, column: $0.column) }
        var frame = Frame(grid: canvas.grid, cursor: cursor, title: inner.title, theme: inner.theme)
        frame.areas = inner.areas.map { $0.moved(down: rows) }
        return frame
    }

    /// ` 练习 3/9 收新件 2/3 `.
    package static func heading(_ tutor: TutorState, _ desk: Desk) -> String {
        guard desk.lessons.indices.contains(tutor.lesson) else { return "" }
        let lesson = desk.lessons[tutor.lesson]
        return desk.say(
            Phrases.Tutor.heading,
            [
                "lesson": String(tutor.lesson + 1), "lessons": String(desk.lessons.count),
                "title": lesson.title.text(desk.language), "step": String(tutor.step + 1),
                "steps": String(lesson.steps.count),
            ])
    }

    /// What to do, and why.
    static func words(_ tutor: TutorState, _ desk: Desk) -> String {
        guard let step = tutor.current(desk.lessons) else { return "" }
        let basis = step.basis.map { desk.language == .zh ? "（\($0.shown(.zh))）" : " (\($0.shown(.en)))" } ?? ""
        return SafeText.singleLine(
            "\(step.say.text(desk.language)) \(step.why.text(desk.language))\(basis)")
    }

    /// As much of it as the strip has room for: what to do always, then why, then the law.
    private static func fitting(_ tutor: TutorState, _ desk: Desk, columns: Int) -> [String] {
        guard let step = tutor.current(desk.lessons) else { return [] }
        let say = step.say.text(desk.language)
        let texts = [words(tutor, desk), "\(say) \(step.why.text(desk.language))", say].map {
            LineBreaking.lines(SafeText.singleLine($0), columns: columns)
        }
        return texts.first { $0.count < rows } ?? texts[2]
    }

    /// Praise for the step before, a hint for who hesitates, and the way on and out.
    private static func aside(_ tutor: TutorState, _ state: DeskState, _ desk: Desk) -> String {
        var parts: [String] = []
        if tutor.isPraising { parts.append(desk.say(Phrases.Tutor.praise)) }
        if tutor.isHinting, let hint = hint(tutor, state, desk) { parts.append(hint) }
        let key = { (intent: DeskIntent) in desk.keymap.label(for: intent, in: .queue) ?? "" }
        let ways: KeyValuePairs = ["skip": key(.skipLesson), "back": key(.lessonBack), "quit": key(.quit)]
        return (parts + [desk.say(Phrases.Tutor.ways, ways)]).joined(separator: "  ")
    }

    /// The key of the clerk's own keymap that does what the step wants here, or the way to where it does.
    static func hint(_ tutor: TutorState, _ state: DeskState, _ desk: Desk) -> String? {
        guard let intent = tutor.current(desk.lessons)?.hint.flatMap(DeskIntent.init(rawValue:)) else { return nil }
        guard let key = desk.keymap.label(for: intent, in: state.place) else {
            let back = desk.keymap.label(for: state.place == .confirm ? .no : .back, in: state.place) ?? ""
            return desk.say(Phrases.Tutor.backFirst, ["key": back])
        }
        return desk.say(Phrases.Tutor.hint, ["key": key, "name": desk.say(intent.phrase(at: state.place))])
    }

    /// The same in lines, the command included: whoever hears it can't look for it in the footer.
    static func lines(_ state: DeskState, _ desk: Desk) -> [String] {
        guard let tutor = state.tutor, let step = tutor.current(desk.lessons) else { return [] }
        let praise = tutor.isPraising ? desk.say(Phrases.Tutor.praise) + "  " : ""
        let command = step.hint.map { [desk.say(Phrases.Tutor.command, ["name": $0])] } ?? []
        return ["\(praise)\(heading(tutor, desk))", words(tutor, desk)] + command
    }
}

extension TermNames.Name {
    package func text(_ language: Language) -> String { language == .zh ? chinese : english }
}

extension DeskState {
    /// Takes the terminal's size: what the lessons' strip takes isn't the desk's.
    package mutating func fit(_ terminal: Size) {
        size = Size(rows: max(0, terminal.rows - strip), columns: terminal.columns)
    }

    /// The terminal's size.
    var terminal: Size { Size(rows: size.rows + strip, columns: size.columns) }

    private var strip: Int { tutor == nil ? 0 : TutorView.rows }
}
