import ScreenKit
import TextLayout

/// Draws two versions side by side; on a narrow screen one under the other.
enum ComparisonView {
    private static let sideBySide = 78
    private static let labelColumns = 20
    /// Of what happened meanwhile only so much: the versions need the room.
    private static let lineLimit = 3

    static func draw(_ comparison: Comparison, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let isWide = canvas.bounds.columns >= sideBySide
        let height = isWide ? 1 : 3
        let hints: [(DeskIntent, Phrase)] = [
            (.left, Phrases.Comparison.theirs), (.right, Phrases.Comparison.mine), (.save, Phrases.Comparison.done),
            (.back, Phrases.Comparison.leave),
        ]
        let options = hints.compactMap { intent, phrase in
            desk.keymap.label(for: intent, in: .entry).map { KeyHint(key: $0, text: desk.say(phrase)) }
        }
        let told = Array(comparison.lines.suffix(lineLimit))
        let most = max(height, (canvas.bounds.rows - told.count - 12) / height * height)
        let rows = min(comparison.rows.count * height, most)
        var area = ModalBox(title: comparison.title, lines: told, options: options, titleRole: .warn)
            .draw(
                into: &canvas, in: canvas.bounds, extraRows: rows + 5, minColumns: min(110, canvas.bounds.columns - 6))
        let problem = area.splitBottom(1)
        write(comparison.problem, .error, into: &canvas, in: problem)
        let whole = area.splitBottom(2)
        if comparison.rows.indices.contains(comparison.focus) {
            drawWhole(comparison.rows[comparison.focus], desk, into: &canvas, in: whole)
        }
        let head = area.splitTop(1)
        if isWide {
            let (label, theirs, mine) = columns(head)
            write(desk.say(Phrases.Comparison.field), .dim, into: &canvas, in: label)
            write("    " + desk.say(Phrases.Comparison.theirs), .dim, into: &canvas, in: theirs)
            write("    " + desk.say(Phrases.Comparison.mine), .dim, into: &canvas, in: mine)
        }
        var scroll = ListScroll(count: comparison.rows.count)
        scroll.select(comparison.focus, height: max(1, area.rows / height))
        var cursor: Position?
        for (offset, place) in scroll.visible(height: max(1, area.rows / height)).enumerated() {
            let isFocused = place == comparison.focus
            let line = Rect(
                row: area.row + offset * height, column: area.column, rows: height, columns: area.columns)
            drawRow(comparison.rows[place], isWide: isWide, isFocused: isFocused, desk, into: &canvas, in: line)
            if isFocused { cursor = line.origin }
        }
        return cursor
    }

    private static func columns(_ rect: Rect) -> (label: Rect, theirs: Rect, mine: Rect) {
        var rest = rect
        let label = rest.splitLeft(labelColumns)
        let theirs = rest.splitLeft(rest.columns / 2)
        return (label, theirs, rest)
    }

    private static func drawRow(
        _ row: Comparison.Row, isWide: Bool, isFocused: Bool, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let role: StyleRole = isFocused ? .accent : .panel
        var rest = rect
        if isWide {
            let (label, theirs, mine) = columns(rect)
            write(row.label, role, into: &canvas, in: label)
            write(mark(row, .theirs) + row.theirs, self.role(row, .theirs), into: &canvas, in: theirs)
            write(mark(row, .mine) + row.mine, self.role(row, .mine), into: &canvas, in: mine)
            return
        }
        write(row.label, role, into: &canvas, in: rest.splitTop(1))
        let theirs = "\(mark(row, .theirs))\(desk.say(Phrases.Comparison.theirs)) \(row.theirs)"
        write(theirs, self.role(row, .theirs), into: &canvas, in: rest.splitTop(1))
        let mine = "\(mark(row, .mine))\(desk.say(Phrases.Comparison.mine)) \(row.mine)"
        write(mine, self.role(row, .mine), into: &canvas, in: rest.splitTop(1))
    }

    /// The row under the cursor in full, as far as two lines go: addresses differ at their ends.
    private static func drawWhole(_ row: Comparison.Row, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var rest = rect
        write("\(desk.say(Phrases.Comparison.theirs)): \(row.theirs)", .dim, into: &canvas, in: rest.splitTop(1))
        write("\(desk.say(Phrases.Comparison.mine)): \(row.mine)", .dim, into: &canvas, in: rest.splitTop(1))
    }

    private static func mark(_ row: Comparison.Row, _ side: Comparison.Side) -> String {
        row.choice == side ? "[x] " : "[ ] "
    }

    private static func role(_ row: Comparison.Row, _ side: Comparison.Side) -> StyleRole {
        row.choice == nil ? .warn : row.choice == side ? .panel : .dim
    }

    private static func write(_ text: String, _ role: StyleRole, into canvas: inout Canvas, in rect: Rect) {
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(SafeText.singleLine(text), toColumns: max(0, canvas.bounds.columns - 1)),
                at: Position(row: 0, column: 0), role: role)
        }
    }
}
