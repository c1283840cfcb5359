import ScreenKit
import TextLayout

/// Draws the fields of a prompt.
enum PromptView {
    private static let labelColumns = 13
    private static let fieldColumns = 40

    /// - Returns: where the cursor stands.
    static func draw(_ prompt: Prompt, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let rows = prompt.fields.count
        let inner = ModalBox(title: prompt.title, lines: prompt.lines + [""], titleRole: .warn)
            .draw(
                into: &canvas, in: canvas.bounds, extraRows: rows,
                minColumns: min(labelColumns + fieldColumns, canvas.bounds.columns - 4))
        var cursor: Position?
        for (place, field) in prompt.fields.enumerated() where place < inner.rows {
            var line = inner.line(place)
            let isFocused = place == prompt.focus
            let label = line.splitLeft(labelColumns)
            canvas.write(
                TextFit.truncated(desk.say(field.label), toColumns: labelColumns - 1), at: label.origin,
                role: isFocused ? .panelSelected : .panel)
            switch field.entry {
            case .text(let text):
                let position = text.draw(into: &canvas, in: line, focused: isFocused)
                if isFocused { cursor = position }
            case .choice(let options, let chosen):
                let text = options.indices.contains(chosen) ? desk.say(options[chosen].label) : ""
                canvas.write(
                    "< \(text) >", at: line.origin, role: isFocused ? .panelSelected : .panel,
                    maxColumns: line.columns)
            }
        }
        return cursor
    }
}
