import CaseDomain
import ScreenKit
import TextLayout

/// Draws an entry: its fields one under the other, what is wrong below.
enum EntryView {
    private static let choiceRows = 3

    /// - Parameter today: what a day that is being typed is reckoned from.
    static func draw(_ entry: EntrySheet, _ desk: Desk, today: CivilDate, into canvas: inout Canvas) -> Position? {
        let hints: [DeskIntent] = [.save, .nextField, .back]
        let options = hints.compactMap { intent in
            desk.keymap.label(for: intent, in: .entry).map {
                KeyHint(key: $0, text: desk.say(intent.phrase(at: .entry)))
            }
        }
        let labels = (entry.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 1
        let columns = min(76, max(20, canvas.bounds.columns - 6))
        let rows = entry.fields.reduce(0) { $0 + height(of: $1) } + 1
        var area = ModalBox(title: entry.title, lines: entry.lines, options: options)
            .draw(into: &canvas, in: canvas.bounds, extraRows: rows, minColumns: columns)
        let problem = area.splitBottom(area.rows > entry.fields.count ? 1 : 0)
        canvas.withClip(problem) { canvas in
            let note = dateNote(entry, desk, today)
            let text = entry.problem.isEmpty ? note?.text ?? "" : "! \(entry.problem)"
            canvas.write(
                TextFit.truncated(text, toColumns: problem.columns), at: Position(row: 0, column: 0),
                role: !entry.problem.isEmpty ? .error : note?.isProblem == true ? .warn : .accent)
        }
        var cursor: Position?
        for (place, field) in entry.fields.enumerated() {
            var line = area.splitTop(min(height(of: field), area.rows))
            let label = line.splitLeft(labels)
            canvas.mark(line, .field(place))
            let isFocused = place == entry.focus
            canvas.withClip(label) { canvas in
                canvas.write(field.label, at: Position(row: 0, column: 0), role: isFocused ? .accent : .panel)
            }
            switch field.editor {
            case .text(let text):
                let isDate = if case .date = field.content { true } else { false }
                let hint = isDate ? desk.say(Phrases.Fields.dateHint) : ""
                // Stars stand where the characters are, so that the cursor is where it would be.
                let drawn = field.content == .secret ? text.covered : text
                let at = drawn.draw(into: &canvas, in: line, focused: isFocused, placeholder: hint)
                if isFocused { cursor = at }
            case .choice(let options, let chosen):
                drawChoice(options, chosen, isFocused: isFocused, into: &canvas, in: line)
                if isFocused, !line.isEmpty { cursor = line.origin }
            }
        }
        return cursor
    }

    /// What the day under the cursor means.
    private static func dateNote(_ entry: EntrySheet, _ desk: Desk, _ today: CivilDate) -> DateNote? {
        guard entry.fields.indices.contains(entry.focus), case .date(let leaning) = entry.fields[entry.focus].content
        else { return nil }
        return DateNote(entry.text(entry.focus), leaning, today: today, desk)
    }

    private static func height(of field: EntrySheet.Field) -> Int {
        if case .choice = field.editor { choiceRows } else { 1 }
    }

    private static func drawChoice(
        _ options: [String], _ chosen: Int, isFocused: Bool, into canvas: inout Canvas, in rect: Rect
    ) {
        guard options.indices.contains(chosen) else { return }
        let text = "< \(chosen + 1)/\(options.count) > \(SafeText.singleLine(options[chosen]))"
        canvas.withClip(rect) { canvas in
            canvas.fill(canvas.bounds, role: isFocused ? .fieldFocused : .field)
            for (row, line) in LineBreaking.lines(text, columns: max(4, rect.columns)).prefix(rect.rows).enumerated() {
                canvas.write(line, at: Position(row: row, column: 0), role: isFocused ? .fieldFocused : .field)
            }
        }
    }
}
