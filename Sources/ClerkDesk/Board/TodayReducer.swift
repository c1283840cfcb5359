import CaseDomain
import CaseStore
import ScreenKit

/// What keys do on the board of today.
enum TodayReducer {
    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let rows = TodayRows(state, desk)
        let page = TodayView.listHeight(state.size)
        switch intent {
        case .down: move(by: 1, rows, &state)
        case .up: move(by: -1, rows, &state)
        case .pageDown: move(by: page, rows, &state)
        case .pageUp: move(by: -page, rows, &state)
        case .first: move(by: -rows.lines.count, rows, &state)
        case .last: move(by: rows.lines.count, rows, &state)
        case .left: step(by: -1, &state)
        case .right: step(by: 1, &state)
        case .nextSort:
            let column = state.supervision.today.column
            state.supervision.today.sort = state.supervision.today.sort == column ? nil : column
        case .reverseSort: state.supervision.today.isDescending.toggle()
        case .groupBy: group(&state, desk)
        case .open:
            guard let line = rows.line(at: state.supervision.today.key) else { return nothing(&state, desk) }
            return open(line, state.supervision.today.column, &state, desk)
        case .reassign: return reassign(rows, &state, desk)
        default: break
        }
        return []
    }

    private static func nothing(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.refuse(Phrases.Board.reading, desk)
        return []
    }

    private static func move(by step: Int, _ rows: TodayRows, _ state: inout DeskState) {
        guard !rows.lines.isEmpty else { return }
        let place = min(max(0, rows.place(of: state.supervision.today.key) + step), rows.lines.count - 1)
        state.supervision.today.key = rows.lines[place].key
    }

    private static func step(by step: Int, _ state: inout DeskState) {
        let place = state.supervision.today.column.rawValue + step
        if let column = TodayBoard.Column(rawValue: place) { state.supervision.today.column = column }
    }

    private static func group(_ state: inout DeskState, _ desk: Desk) {
        guard desk.seesEverybody else {
            state.refuse(Phrases.Board.ownOnly, desk)
            return
        }
        let all = TodayBoard.Grouping.allCases
        let place = all.firstIndex(of: state.supervision.today.grouping) ?? 0
        state.supervision.today.grouping = all[(place + 1) % all.count]
    }

    /// 找他的件: everything that somebody has in hand, to be looked at and given on.
    private static func reassign(_ rows: TodayRows, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let why = LifeGate.whyRole(.reassign, nil, state, desk) {
            state.refuse(why, desk)
            return []
        }
        guard let line = rows.line(at: state.supervision.today.key), line.key.clerk != nil else {
            state.refuse(Phrases.Board.chooseClerk, desk)
            return []
        }
        return show(inHand(of: line.key, state, desk, reassigning: true), &state)
    }

    // MARK: The cases behind a figure

    private static func open(
        _ line: TodayRows.Line, _ column: TodayBoard.Column, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let key = line.key
        let title = title(key, desk.say(column.phrase), desk)
        guard let figure = column.figure else {
            return show(inHand(of: key, state, desk, reassigning: false), &state)
        }
        // Where a view of the queue means the same, the queue shows it: it searches and sorts.
        let filter: QueueFilter? =
            switch figure {
            case .waiting: .waiting
            case .awaiting: .state(.awaitingCorrection)
            case .inHand: .inProgress
            case .afterDecision: .afterDecision
            default: nil
            }
        if let filter {
            let scope = QueueScope(clerk: key.clerk, windows: key.window.map { [$0] } ?? [])
            return visit(filter, scope, title, &state, desk)
        }
        let source = BoardReducer.cases(figure, window: key.window, clerk: key.clerk, state, desk)
        return show(CaseListing(title, [CaseListing.Part(nil, source)]), &state)
    }

    /// Everything that somebody has in hand.
    private static func inHand(
        of key: TodayBoard.Key, _ state: DeskState, _ desk: Desk, reassigning: Bool
    ) -> CaseListing {
        let columns: [TodayBoard.Column] = [.waiting, .awaiting, .inHand, .afterDecision]
        var listing = CaseListing(
            title(key, desk.say(TodayBoard.Column.name.phrase), desk),
            columns.compactMap { column in
                column.figure.map {
                    CaseListing.Part(
                        column.phrase, BoardReducer.cases($0, window: key.window, clerk: key.clerk, state, desk))
                }
            })
        listing.isToReassign = reassigning
        return listing
    }

    private static func title(_ key: TodayBoard.Key, _ what: String, _ desk: Desk) -> Phrase {
        let name = name(of: key, desk)
        return Phrases.Board.caseTitle.filled(["name": name, "what": what])
    }

    static func name(of key: TodayBoard.Key, _ desk: Desk) -> String {
        guard !key.isTotal else { return desk.say(Phrases.Board.total) }
        return [key.window, key.clerk.map { desk.office.staff.name(of: $0) }].compactMap(\.self).joined(separator: " ")
    }

    static func show(_ listing: CaseListing, _ state: inout DeskState) -> [Effect] {
        state.supervision.cases = listing
        state.supervision.asked = [:]
        return ListingReducer.read(.cases, &state)
    }

    /// Turns the queue to the cases of a figure; leaving that view comes back to the board.
    private static func visit(
        _ filter: QueueFilter, _ scope: QueueScope, _ title: Phrase, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        state.supervision.isOpen = false
        state.supervision.asked = [:]
        let tab = QueueTab(
            id: QueueVisit.id, name: title, meaning: Phrases.Board.visitMeans, filter: filter, scope: scope,
            order: QueueTab.usualOrder)
        state.queue.visit = QueueVisit(tab: tab, from: state.queue.visit?.from ?? state.queue.tab)
        return ViewReducer.turn(to: tab, &state, desk)
    }
}

/// A view of the queue that the board has opened.
package struct QueueVisit: Hashable, Sendable {
    static let id = "from-board"
    package let tab: QueueTab
    /// The view that the queue had before.
    package let from: String

    /// Goes back to the board, and leaves the queue as it was.
    ///
    /// - Returns: nil where the queue doesn't show what the board has opened.
    static func leave(_ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard let visit = state.queue.visit, state.queue.tab == id else { return nil }
        state.queue.visit = nil
        let old = QueueTabs.all(state, desk).first { $0.id == visit.from }
        // The view itself was asked for nothing of its own: only the tab says so.
        let turned = (old ?? QueueTabs.all(state, desk).first).map { ViewReducer.turn(to: $0, &state, desk) } ?? []
        return turned + BoardReducer.open(&state, desk)
    }
}
