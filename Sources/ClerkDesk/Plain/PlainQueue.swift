import CaseDomain
import CaseStore
import ScreenKit

/// The queue in lines.
enum PlainQueue {
    static func page(_ state: DeskState, _ desk: Desk) -> PlainPage {
        let query = state.queue.query
        let count = state.queue.count.map { desk.say(Phrases.Queue.count, ["count": String($0)]) }
        let order = desk.say(query.descending ? Phrases.Queue.descending : Phrases.Queue.ascending)
        let search = query.search.isEmpty ? "" : "\(desk.say(Phrases.Queue.search)): \(query.search)"
        let rows = shown(state)
        let last = state.queue.hasLater || state.queue.top + rows.count < state.queue.rows.count
        let names = RowNames(desk, state)
        let kinds: [QueueColumns.Kind] = [.number, .applicant, .matter, .state, .days, .round, .window, .clerk]
        let items = rows.map { row in
            kinds.compactMap { kind -> String? in
                let text = names.cell(kind, of: row).0
                guard !text.isEmpty else { return nil }
                return kind == .round ? desk.say(Phrases.Case.round, ["round": text]) : text
            }.joined(separator: "  ")
        }
        return PlainPage(
            state.place,
            title: [
                desk.say(Phrases.Queue.title), QueueTabs.current(state, desk).map { desk.say($0.name) } ?? "",
                count ?? "", search,
                "\(desk.say(Phrases.Queue.sort)) \(desk.say(query.sort.phrase)) \(order)",
            ].filter { !$0.isEmpty }.joined(separator: "  "),
            items: items,
            body: rows.isEmpty && state.queue.asked == nil
                ? [desk.say(Phrases.Queue.empty)]
                    + (ViewReducer.mayStandElsewhere(state) ? [QueueRowsView.emptyHint(state, desk)] : [])
                : last ? [desk.say(Phrases.Plain.laterCases)] : [])
    }

    /// The rows of this page, which their numbers choose.
    static func shown(_ state: DeskState) -> [QueueRow] {
        Array(state.queue.rows.dropFirst(state.queue.top).prefix(QueueView.listHeight(state.size)))
    }
}
