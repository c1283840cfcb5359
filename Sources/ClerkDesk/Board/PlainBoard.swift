import CaseDomain
import ScreenKit

/// The board in lines: numbers instead of bars and curves.
enum PlainBoard {
    static func page(_ state: DeskState, _ desk: Desk) -> PlainPage {
        let supervision = state.supervision
        let name = [desk.say(supervision.page.phrase), BoardTabsView.title(state, desk)].filter { !$0.isEmpty }
        let title = name.joined(separator: "  ")
        if let listing = supervision.listing {
            let entries = listing.entries
            return PlainPage(
                .caseList, title: title, items: entries.map { ListingView.line($0, state, desk) },
                body: listing.isKnown && entries.isEmpty ? [desk.say(Phrases.Queue.empty)] : [])
        }
        return supervision.page == .figures ? figures(title, state, desk) : today(title, state, desk)
    }

    private static func today(_ title: String, _ state: DeskState, _ desk: Desk) -> PlainPage {
        let rows = TodayRows(state, desk)
        let items = rows.lines.map { line in
            let figures = TodayBoard.Column.allCases.dropFirst().map { column in
                desk.say(
                    Phrases.Board.plainFigure, ["what": desk.say(column.phrase), "count": String(line.row[column])])
            }
            return ([desk.say(line.light.phrase), TodayReducer.name(of: line.key, desk)] + figures)
                .joined(separator: "  ")
        }
        let chosen = rows.line(at: state.supervision.today.key)
        let column = desk.say(state.supervision.today.column.phrase)
        return PlainPage(
            .board, title: title, items: items,
            body: chosen.map { [TodayView.detail($0, desk), desk.say(Phrases.Board.plainColumn, ["what": column])] }
                ?? [desk.say(Phrases.Board.reading)])
    }

    private static func figures(_ title: String, _ state: DeskState, _ desk: Desk) -> PlainPage {
        let table = FigureTable(state, desk)
        let isComparing = state.supervision.figures.answer?.question.isComparing ?? false
        let items = table.lines.map { line -> String in
            let name = line.indicator.name(desk.language)
            let value = line.indicator.text(line.value, desk.language)
            if isComparing {
                return [
                    name, desk.say(Phrases.Board.before), value, desk.say(Phrases.Board.after),
                    line.indicator.text(line.after, desk.language), FigureView.change(line, desk),
                ].joined(separator: "  ")
            }
            let trend = line.trend.map { line.indicator.text(Double($0) / 10, desk.language) }.joined(separator: " ")
            return [name, value, line.indicator.targetText(desk), desk.say(line.verdict.phrase), trend]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
        let bars = table.bars.map { "\($0.label)  \($0.shown)" }
        return PlainPage(
            .figures, title: title, items: items,
            body: bars.isEmpty ? [] : [FigureView.barTitle(table, state, desk)] + bars)
    }

    /// Lines of this page, by the number that chooses them.
    static func target(_ place: Int, _ state: DeskState, _ desk: Desk) -> PlainLines.Target? {
        let (from, count): (Int, Int)
        if let listing = state.supervision.listing {
            (from, count) = (listing.cursor, listing.entries.count)
        } else if state.supervision.page == .figures {
            (from, count) = (state.supervision.figures.selected, FigureTable(state, desk).lines.count)
        } else {
            let rows = TodayRows(state, desk)
            (from, count) = (rows.place(of: state.supervision.today.key), rows.lines.count)
        }
        guard (0..<count).contains(place) else { return nil }
        return PlainLines.Target(
            go: PlainKeys.move(from: from, to: place, at: state.place, desk),
            open: PlainKeys.press(.open, at: state.place, desk) ?? [])
    }
}
