import CaseDomain
import ScreenKit
import TextLayout

/// Draws 今日看板: a row for each clerk or window, a light, and how much of what.
enum TodayView {
    /// Tabs, heading, and what there is to say about the row under the cursor.
    private static let otherRows = 3
    private static let stepColumns = 24

    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - otherRows) }

    /// How the columns share a row.
    private struct Widths {
        let light: Int
        let name: Int
        let figure: Int
        /// 0 where there is no room.
        let step: Int

        /// - Parameter most: the greatest number of the board, which has a blank before it.
        init(columns: Int, most: Int, _ language: Language) {
            light = language == .zh ? 2 : 6
            figure = max(columns >= 78 ? 6 : 5, String(most).count + 1)
            step = columns >= 110 ? TodayView.stepColumns : 0
            name = max(4, columns - 3 - light - step - figure * (TodayBoard.Column.allCases.count - 1))
        }

        func start(_ column: TodayBoard.Column) -> Int {
            column == .name ? light + 2 : light + 2 + name + figure * (column.rawValue - 1)
        }

        func width(_ column: TodayBoard.Column) -> Int { column == .name ? name : figure }
        var stepStart: Int { light + 2 + name + figure * (TodayBoard.Column.allCases.count - 1) + 1 }
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var area = rect
        BoardTabsView.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let rows = TodayRows(state, desk)
        let figures = TodayBoard.Column.allCases.filter { $0 != .name }
        let most = rows.lines.flatMap { line in figures.map { line.row[$0] } }.max() ?? 0
        let widths = Widths(columns: rect.columns, most: most, desk.language)
        drawHead(widths, state, desk, into: &canvas, in: area.splitTop(1))
        let foot = area.splitBottom(1)
        let place = rows.place(of: state.supervision.today.key)
        if let line = rows.line(at: state.supervision.today.key) {
            let words = TextFit.truncated(" \(detail(line, desk))", toColumns: foot.columns)
            canvas.write(words, at: foot.origin, role: line.step == nil ? .dim : .warn)
        }
        guard !rows.lines.isEmpty else {
            canvas.write(desk.say(Phrases.Board.reading), at: Position(row: area.row + 1, column: 2), role: .dim)
            return
        }
        var scroll = ListScroll(count: rows.lines.count)
        scroll.select(place, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let line = rows.lines[place]
            let isChosen = line.key == rows.lines[rows.place(of: state.supervision.today.key)].key
            canvas.withClip(area.line(offset)) { canvas in
                drawLine(line, widths, isChosen ? state.supervision.today.column : nil, desk, into: &canvas)
            }
            canvas.mark(area.line(offset), .row(place))
            if isChosen { canvas.restyle(area.line(offset), \.onSelection) }
        }
    }

    private static func drawHead(
        _ widths: Widths, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let board = state.supervision.today
        canvas.fill(rect, role: .header)
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(desk.say(Phrases.Board.light), toColumns: widths.light, ellipsis: ""),
                at: Position(row: 0, column: 1), role: .header)
            for column in TodayBoard.Column.allCases {
                let sign = board.sort == column ? (board.isDescending ? "v" : "^") : ""
                let title =
                    column == .name ? desk.say(board.grouping.phrase(desk)) : desk.say(column.heading)
                let text = TextFit.padded(
                    title + sign, toColumns: widths.width(column), alignment: column == .name ? .leading : .trailing)
                canvas.write(text, at: Position(row: 0, column: widths.start(column)), role: .header)
            }
            if widths.step > 0 {
                canvas.write(
                    desk.say(Phrases.Board.goesTo), at: Position(row: 0, column: widths.stepStart), role: .header)
            }
        }
    }

    private static func drawLine(
        _ line: TodayRows.Line, _ widths: Widths, _ chosen: TodayBoard.Column?, _ desk: Desk,
        into canvas: inout Canvas
    ) {
        canvas.write(
            TextFit.truncated(desk.say(line.light.phrase), toColumns: widths.light),
            at: Position(row: 0, column: 1), role: line.light.role)
        for column in TodayBoard.Column.allCases {
            let isChosen = column == chosen
            var text = column == .name ? TodayReducer.name(of: line.key, desk) : String(line.row[column])
            // The figure under the cursor shows without colours too.
            if isChosen { text = "[\(text)]" }
            let role = role(column, line)
            canvas.write(
                TextFit.padded(
                    SafeText.singleLine(text), toColumns: widths.width(column),
                    alignment: column == .name ? .leading : .trailing),
                at: Position(row: 0, column: widths.start(column)), role: role)
        }
        guard widths.step > 0, let step = line.step else { return }
        canvas.write(
            TextFit.truncated(SafeText.singleLine(step.shown(desk)), toColumns: widths.step - 1),
            at: Position(row: 0, column: widths.stepStart), role: .warn)
    }

    private static func role(_ column: TodayBoard.Column, _ line: TodayRows.Line) -> StyleRole {
        if column == .name { return line.key.isTotal ? .title : .text }
        guard line.row[column] > 0 else { return .dim }
        switch column {
        case .overdue: return .bad
        case .dueToday, .idle: return .warn
        default: return .text
        }
    }

    /// What the light of a row means, and whom it goes to.
    static func detail(_ line: TodayRows.Line, _ desk: Desk) -> String {
        let name = TodayReducer.name(of: line.key, desk)
        let light = desk.say(line.light.phrase)
        guard let step = line.step else {
            return SafeText.singleLine(desk.say(Phrases.Board.calm, ["name": name, "light": light]))
        }
        let values: KeyValuePairs = [
            "name": name, "light": light, "days": String(line.overdueDays), "to": step.shown(desk),
            "count": String(line.row.idle),
        ]
        let phrase = line.row.overdue > 0 ? Phrases.Board.lateTo : Phrases.Board.idleTo
        return SafeText.singleLine(desk.say(phrase, values))
    }
}

extension TodayBoard.Grouping {
    func phrase(_ desk: Desk) -> Phrase {
        guard desk.seesEverybody else { return Phrases.Board.byPerson }
        switch self {
        case .person: return Phrases.Board.byPerson
        case .window: return Phrases.Board.byWindow
        case .clerk: return Phrases.Board.byClerk
        }
    }
}

extension Office.Escalation.Light {
    var phrase: Phrase {
        switch self {
        case .green: Phrases.Board.green
        case .yellow: Phrases.Board.yellow
        case .red: Phrases.Board.red
        }
    }

    var role: StyleRole {
        switch self {
        case .green: .good
        case .yellow: .warn
        case .red: .bad
        }
    }
}
