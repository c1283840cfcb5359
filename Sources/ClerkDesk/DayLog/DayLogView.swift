import CaseDomain
import ScreenKit
import TextLayout

/// Draws the day log: whose day, how much of what, and everything in order of time.
enum DayLogView {
    /// Rows of frame, totals, search and rule.
    private static let otherRows = 6

    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - otherRows) }

    static func title(_ log: DayLog, _ desk: Desk) -> String {
        let weekday = desk.say(Phrases.weekdays[log.day.weekday - 1])
        return DayLogText.title(days: "\(log.day) \(weekday)", whose: desk.name(of: log.clerk), desk)
    }

    /// What stands where there is no entry to show; nil where there is one.
    static func emptiness(_ log: DayLog, _ desk: Desk) -> String? {
        guard log.shown.isEmpty else { return nil }
        return desk.say(log.reading == nil ? Phrases.DayLog.nothing : Phrases.DayLog.reading)
    }

    static func draw(_ log: DayLog, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let area = Rect(
            row: 1, column: 0, rows: max(0, state.size.rows - DeskView.chromeRows), columns: state.size.columns)
        var inner = ModalBox(title: title(log, desk), lines: [])
            .draw(into: &canvas, in: area, extraRows: state.size.rows, minColumns: max(10, state.size.columns - 4))
        let totals = LineBreaking.lines(DayLogText.totals(log.entries, desk), columns: inner.columns).prefix(2)
        let head = inner.splitTop(2)
        for (row, line) in totals.enumerated() {
            canvas.write(line, at: Position(row: head.row + row, column: head.column), role: .panel)
        }
        let cursor = log.search.draw(
            into: &canvas, in: inner.splitTop(1), focused: true, placeholder: desk.say(Phrases.DayLog.searchHint))
        let rule = inner.splitTop(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        if let words = emptiness(log, desk) {
            canvas.write(words, at: inner.origin, role: .panel)
            return cursor
        }
        let shown = log.shown
        var scroll = ListScroll(count: shown.count)
        scroll.select(log.cursor, height: inner.rows)
        for (offset, place) in scroll.visible(height: inner.rows).enumerated() {
            canvas.withClip(inner.line(offset)) { canvas in
                let role: StyleRole = place == log.cursor ? .panelSelected : .panel
                canvas.fill(canvas.bounds, role: role)
                canvas.write(
                    TextFit.truncated(
                        row(shown[place], columns: canvas.bounds.columns), toColumns: canvas.bounds.columns),
                    at: Position(row: 0, column: 0), role: role)
            }
        }
        return cursor
    }

    /// The applicant gets a third of what the fixed columns leave.
    private static func row(_ entry: DayLogEntry, columns: Int) -> String {
        let number = TextWidth.columns(of: entry.number.text)
        let room = max(8, (columns - number - 9) * 2 / 5)
        let name = TextFit.padded(
            TextFit.truncated(SafeText.singleLine(entry.applicant), toColumns: room), toColumns: room)
        return SafeText.singleLine("\(entry.stamp.at.clock) \(entry.number.text) \(name) \(entry.words)")
    }
}
