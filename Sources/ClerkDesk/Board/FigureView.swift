import CaseDomain
import ScreenKit
import TextLayout

/// Draws the indicators: what each comes to, what it is held against, how it went over twelve months, and the chosen one
/// told apart in bars.
enum FigureView {
    /// From so many columns on the bars stand beside the indicators.
    private static let twoPanes = 110
    private static let tableColumns = 70
    private static let valueColumns = 9
    /// Wide enough for what is wanted of a year.
    private static let targetColumns = 12
    private static let verdictColumns = 7
    private static let trendColumns = 12

    private static func isWide(_ columns: Int) -> Bool { columns >= twoPanes }

    private static func barRows(_ rows: Int) -> Int { max(3, rows * 2 / 5) }

    static func listHeight(_ size: Size) -> Int {
        let rows = size.rows - DeskView.chromeRows - 2
        return max(1, isWide(size.columns) ? rows : rows - barRows(rows) - 1)
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var area = rect
        BoardTabsView.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let table = FigureTable(state, desk)
        if isWide(rect.columns) {
            let left = area.splitLeft(tableColumns)
            drawTable(table, state, desk, into: &canvas, in: left)
            _ = area.splitLeft(2)
            drawBars(table, state, desk, into: &canvas, in: area)
        } else {
            let below = area.splitBottom(min(area.rows, barRows(area.rows - 1) + 1))
            drawTable(table, state, desk, into: &canvas, in: area)
            drawBars(table, state, desk, into: &canvas, in: below)
        }
    }

    /// The days and whose cases.
    static func title(_ state: DeskState, _ desk: Desk) -> String {
        let board = state.supervision.figures
        let question = board.question(on: state.today)
        let span = { (days: ClosedRange<CivilDate>) in "\(days.lowerBound)..\(days.upperBound)" }
        let days =
            question.isComparing
            ? "\(span(question.first.days)) / \(span(question.second.days))"
            : "\(desk.say(board.period.phrase)) \(span(question.first.days))"
        let whose = [
            board.matter.map { desk.say($0.shortPhrase) },
            board.window.map { desk.say(Phrases.Views.window, ["window": $0]) },
            board.clerk.map { desk.office.staff.name(of: $0) },
        ].compactMap(\.self)
        let isReading = board.answer?.question != question
        let isComplete = board.answer.map { $0.first.isComplete && $0.second.isComplete } ?? true
        let notes = [
            isReading ? desk.say(Phrases.Board.reading) : "", isComplete ? "" : desk.say(Phrases.Board.incomplete),
        ].filter { !$0.isEmpty }
        return ([days] + whose + notes).joined(separator: "  ")
    }

    // MARK: The table

    private static func drawTable(
        _ table: FigureTable, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var area = rect
        let isComparing = state.supervision.figures.answer?.question.isComparing ?? false
        let last = isComparing ? valueColumns + 1 : trendColumns
        let second = isComparing ? valueColumns : targetColumns
        let name = max(6, rect.columns - 1 - valueColumns - second - 2 - verdictColumns - last - 1)
        let starts = [1, 1 + name, 2 + name + valueColumns, 3 + name + valueColumns + second]
        let end = starts[3] + verdictColumns
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        typealias Words = Phrases.Board
        let titles =
            isComparing
            ? [Words.indicator, Words.before, Words.after, Words.change]
            : [Words.indicator, Words.value, Words.target, Words.verdict]
        let chosen = state.supervision.figures.selected
        // Where not all fit, the head says so.
        let place = table.lines.count > area.rows ? " \(chosen + 1)/\(table.lines.count)" : ""
        canvas.withClip(head) { canvas in
            for (title, (start, columns)) in zip(titles, zip(starts, [nil, valueColumns, second, nil])) {
                let text = desk.say(title) + (start == starts[0] ? place : "")
                canvas.write(
                    columns.map { TextFit.padded(text, toColumns: $0, alignment: .trailing) } ?? text,
                    at: Position(row: 0, column: start), role: .header)
            }
            let text = desk.say(isComparing ? Words.verdict : Words.trend)
            canvas.write(text, at: Position(row: 0, column: end + (isComparing ? 1 : 0)), role: .header)
        }
        guard !table.lines.isEmpty else {
            canvas.write(desk.say(Words.noIndicators), at: Position(row: area.row + 1, column: 2), role: .dim)
            return
        }
        var scroll = ListScroll(count: table.lines.count)
        scroll.select(chosen, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let line = table.lines[place]
            let isChosen = place == chosen
            canvas.withClip(area.line(offset)) { canvas in
                if isChosen { canvas.write(">", at: Position(row: 0, column: 0), role: .accent) }
                canvas.write(
                    TextFit.truncated(
                        SafeText.singleLine(line.indicator.name(desk.language)), toColumns: name - 1),
                    at: Position(row: 0, column: starts[0]), role: .text)
                let other =
                    isComparing ? line.indicator.text(line.after, desk.language) : line.indicator.targetText(desk)
                for (text, start, columns, role) in [
                    (
                        line.indicator.text(line.value, desk.language), starts[1], valueColumns,
                        isComparing ? .text : line.verdict.role
                    ),
                    (other, starts[2], second, isComparing ? line.verdict.role : StyleRole.dim),
                ] {
                    canvas.write(
                        TextFit.padded(text, toColumns: columns, alignment: .trailing),
                        at: Position(row: 0, column: start), role: role)
                }
                let verdict = desk.say(line.verdict.phrase)
                guard isComparing else {
                    canvas.write(
                        TextFit.truncated(verdict, toColumns: verdictColumns - 1, ellipsis: ""),
                        at: Position(row: 0, column: starts[3]), role: line.verdict.role)
                    Sparkline(line.trend).draw(
                        into: &canvas, at: Position(row: 0, column: end), columns: trendColumns)
                    return
                }
                canvas.write(
                    TextFit.truncated(change(line, desk), toColumns: verdictColumns),
                    at: Position(row: 0, column: starts[3]), role: .accent)
                canvas.write(verdict, at: Position(row: 0, column: end + 1), role: line.verdict.role)
            }
            canvas.mark(area.line(offset), .row(place))
            if isChosen, state.supervision.figures.bar == nil { canvas.restyle(area.line(offset), \.onSelection) }
        }
    }

    /// By how much the figure is another since the cut-over.
    static func change(_ line: FigureTable.Line, _ desk: Desk) -> String {
        guard let before = line.value, let after = line.after else { return "-" }
        let sign = after > before ? "+" : ""
        return sign + line.indicator.text(after - before, desk.language)
    }

    // MARK: The bars

    private static func drawBars(
        _ table: FigureTable, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var area = rect
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.write(
            TextFit.truncated(barTitle(table, state, desk), toColumns: max(0, head.columns - 1)),
            at: Position(row: head.row, column: head.column + 1), role: .header)
        guard !table.bars.isEmpty else {
            let isKnown = state.supervision.figures.answer != nil
            canvas.write(
                desk.say(isKnown ? Phrases.Board.nothing : Phrases.Board.reading),
                at: Position(row: area.row, column: area.column + 2), role: .dim)
            return
        }
        let chosen = state.supervision.figures.bar
        var scroll = ListScroll(count: table.bars.count)
        scroll.select(chosen ?? 0, height: area.rows)
        let visible = scroll.visible(height: area.rows)
        let chart = BarChart(
            table.bars[visible].map { BarChart.Entry($0.label, $0.length, shown: $0.shown, tone: $0.tone) })
        chart.draw(
            into: &canvas, in: Rect(row: area.row, column: area.column + 1, rows: area.rows, columns: area.columns - 2))
        guard let chosen, visible.contains(chosen) else { return }
        let line = area.line(chosen - visible.lowerBound)
        canvas.write(">", at: line.origin, role: .accent)
        canvas.restyle(line, \.onSelection)
    }

    static func barTitle(_ table: FigureTable, _ state: DeskState, _ desk: Desk) -> String {
        let board = state.supervision.figures
        if board.answer?.question.isComparing == true {
            return table.lines.indices.contains(board.selected)
                ? table.lines[board.selected].indicator.name(desk.language) : ""
        }
        guard board.breakdown != .defects, table.lines.indices.contains(board.selected) else {
            return desk.say(board.breakdown.phrase)
        }
        let name = table.lines[board.selected].indicator.name(desk.language)
        return SafeText.singleLine("\(name) \(desk.say(board.breakdown.phrase))")
    }
}

extension FigureBoard.Breakdown {
    var phrase: Phrase {
        switch self {
        case .window: Phrases.Board.perWindow
        case .matter: Phrases.Board.perMatter
        case .clerk: Phrases.Board.perClerk
        case .month: Phrases.Board.perMonth
        case .defects: Phrases.Board.defects
        }
    }
}
