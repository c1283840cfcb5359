import ScreenKit
import TextLayout

/// What a terminal gets that is too small for the desk: how large it is, how large it should be, and the way out.
///
/// Everything stays as it was behind it. A key that can't be seen to act doesn't act; leaving and repainting can be seen.
enum SmallScreen {
    static func isMeant(_ state: DeskState) -> Bool {
        let size = state.terminal
        return size.rows < DeskView.smallest.rows || size.columns < DeskView.smallest.columns
    }

    /// Whether an intent may be carried out.
    static func allows(_ intent: DeskIntent, _ state: DeskState) -> Bool {
        switch intent {
        case .quit, .redraw: true
        case .yes, .no, .back, .choose: asksToQuit(state)
        default: false
        }
    }

    private static func asksToQuit(_ state: DeskState) -> Bool {
        if case .question(let question)? = state.modal { question.answer == .quit } else { false }
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas) {
        var lines: [(text: String, role: StyleRole)] = []
        if case .question(let question)? = state.modal, asksToQuit(state) {
            let yes = desk.keymap.label(for: .yes, in: .confirm) ?? ""
            let no = desk.keymap.label(for: .back, in: .confirm) ?? ""
            // The keys first: a window of one row has to show them.
            lines.append((desk.say(Phrases.Look.quit, ["yes": yes, "no": no]), .title))
            lines += question.lines.map { ($0, .warn) }
        } else {
            let values: KeyValuePairs = [
                "columns": String(state.terminal.columns), "rows": String(state.terminal.rows),
                "wide": String(DeskView.smallest.columns), "high": String(DeskView.smallest.rows),
            ]
            lines.append((desk.say(Phrases.Desk.tooSmall, values), .warn))
            let quit = desk.keymap.label(for: .quit, in: state.place) ?? ""
            lines.append((desk.say(Phrases.Look.growBack, ["quit": quit]), .dim))
        }
        guard state.size.columns >= 2 else {
            // Not even one Chinese character fits.
            canvas.write("!", at: Position(row: 0, column: 0), role: .warn)
            return
        }
        var row = 0
        let columns = state.size.columns
        for (text, role) in lines {
            for line in LineBreaking.lines(text, columns: columns, widths: canvas.widths) {
                canvas.write(line, at: Position(row: row, column: 0), role: role, maxColumns: state.size.columns)
                row += 1
            }
        }
    }
}
