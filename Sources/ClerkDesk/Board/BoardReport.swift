import CaseDomain
import ChecklistRules
import Reporting

/// What the supervisor's board shows as a report: the figures that stand on the screen, from the same sheets as those of
/// the command's reports.
enum BoardReport {
    /// - Parameter made: when it is written down.
    /// - Returns: nil while the board still waits for its figures, and for a page that is a list of cases.
    static func report(_ state: DeskState, _ desk: Desk, made: Moment) -> Report? {
        switch state.supervision.page {
        case .today: today(state, desk, made)
        case .figures: figures(state, desk, made)
        case .patrol, .releases: nil
        }
    }

    private static func made(_ moment: Moment, _ desk: Desk) -> String {
        desk.say(Phrases.Board.exportMade, ["date": moment.date.description, "time": moment.clock])
    }

    private static func title(_ page: SupervisionState.Page, _ desk: Desk) -> String {
        "\(desk.office.name) \(desk.say(page.phrase))"
    }

    // MARK: Today

    private static func today(_ state: DeskState, _ desk: Desk, _ moment: Moment) -> Report? {
        guard let board = state.supervision.today.board else { return nil }
        let columns = TodayBoard.Column.allCases.dropFirst()
        let name = desk.say(state.supervision.today.grouping.phrase(desk))
        let rows = TodayRows(state, desk).lines.map { line -> [ReportTable.Cell] in
            [.text(TodayReducer.name(of: line.key, desk))] + columns.map { .count(line.row[$0]) }
                + [.text(desk.say(line.light.phrase)), .text(line.step?.shown(desk) ?? "")]
        }
        let table = ReportTable(
            desk.say(SupervisionState.Page.today.phrase),
            [.init(name, isNumber: false)] + columns.map { .init(desk.say($0.phrase)) }
                + [Phrases.Board.light, Phrases.Board.goesTo].map { .init(desk.say($0), isNumber: false) }, rows)
        return Report(
            title: title(.today, desk), head: [board.today.description, made(moment, desk)], tables: [table],
            notes: board.isComplete ? [] : [desk.say(Phrases.Board.incomplete)])
    }

    // MARK: Figures

    private static func figures(_ state: DeskState, _ desk: Desk, _ moment: Moment) -> Report? {
        let board = state.supervision.figures
        guard let answer = board.answer, answer.question == board.question(on: state.today) else { return nil }
        let table = FigureTable(state, desk)
        let isComplete = answer.first.isComplete && answer.second.isComplete
        return Report(
            title: title(.figures, desk), head: [FigureView.title(state, desk), made(moment, desk)],
            tables: [indicators(table, answer, desk)] + trends(table, answer, desk) + bars(table, state, desk),
            notes: isComplete ? [] : [desk.say(Phrases.Board.incomplete)])
    }

    private static func indicators(
        _ table: FigureTable, _ answer: FigureBoard.Answer, _ desk: Desk
    ) -> ReportTable {
        let isComparing = answer.question.isComparing
        let values = isComparing ? [Phrases.Board.before, Phrases.Board.after] : [Phrases.Board.value]
        return ReportTable(
            desk.say(SupervisionState.Page.figures.phrase),
            [.init(desk.say(Phrases.Board.indicator), isNumber: false)] + values.map { .init(desk.say($0)) }
                + [.init(desk.say(Phrases.Board.target)), .init(desk.say(Phrases.Board.verdict), isNumber: false)],
            table.lines.map { line in
                let figures = isComparing ? [line.value, line.after] : [line.value]
                return [.text(line.indicator.name(desk.language))] + figures.map { line.indicator.cell($0) }
                    + [.text(line.indicator.targetText(desk)), .text(desk.say(line.verdict.phrase))]
            })
    }

    /// The curves, a month a column. Apart from the rest, or there would be no room for names on a page.
    private static func trends(
        _ table: FigureTable, _ answer: FigureBoard.Answer, _ desk: Desk
    ) -> [ReportTable] {
        guard !answer.question.isComparing else { return [] }
        let months = FigureBoard.monthKeys(until: answer.question.second.days.upperBound)
        return [
            ReportTable(
                desk.say(Phrases.Board.trend),
                [.init(desk.say(Phrases.Board.indicator), isNumber: false)] + months.map { .init($0) },
                table.lines.map { line in
                    [.text(line.indicator.name(desk.language))]
                        + line.trend.map { line.indicator.cell(Double($0) / 10) }
                })
        ]
    }

    /// The bars of the screen: of the indicator under the cursor, or the most frequent defects.
    private static func bars(_ table: FigureTable, _ state: DeskState, _ desk: Desk) -> [ReportTable] {
        let place = state.supervision.figures.selected
        guard !table.bars.isEmpty, table.lines.indices.contains(place) else { return [] }
        let indicator = table.lines[place].indicator
        let isOnDefects = !table.defects.isEmpty
        let title = FigureView.barTitle(table, state, desk)
        let breakdown = desk.say(state.supervision.figures.breakdown.phrase)
        return [
            ReportTable(
                title,
                [
                    .init(breakdown, isNumber: false),
                    .init(isOnDefects ? desk.say(Phrases.Board.times) : indicator.name(desk.language)),
                ],
                table.bars.map { bar in
                    [.text(bar.label), isOnDefects ? .count(bar.length) : indicator.cell(bar.value)]
                })
        ]
    }
}
