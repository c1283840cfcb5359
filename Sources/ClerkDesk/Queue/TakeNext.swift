import CaseDomain
package import CaseStore
import ScreenKit

/// 取下一件: the first case of the view that waits for the desk and that nobody works on, by its due day.
package enum TakeNext {
    /// Looking for it, page by page.
    package struct Search: Hashable, Sendable {
        package let effect: Int
        package let query: QueueQuery
    }

    private static let page = 200

    /// Whether a clerk may be given a case to go on with. Whatever keeps others away from a case belongs here.
    static func isFree(_ row: QueueRow, _ state: DeskState, _ desk: Desk) -> Bool {
        LeaseReducer.isFree(row.number, state, desk) && row.state == .checking && row.number != state.queue.left
            && row.number != state.work?.file?.number
    }

    static func begin(_ state: inout DeskState) -> [Effect] {
        var query = state.queue.query
        query.today = state.today
        query.sort = .due
        query.descending = false
        // What waits for the desk is among these; the other views are looked through.
        if query.filter == .all || query.filter == .open { query.filter = .waiting }
        return ask(query, .first, &state)
    }

    private static func ask(_ query: QueueQuery, _ anchor: QueueAnchor, _ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.page(query, anchor, limit: page))
        state.queue.taking = Search(effect: effect.id, query: query)
        return [effect]
    }

    /// - Returns: nil where nobody waits for this page to take a case from it.
    static func take(_ page: QueuePage, _ id: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard let search = state.queue.taking, search.effect == id else { return nil }
        state.queue.taking = nil
        guard let row = page.rows.first(where: { isFree($0, state, desk) }) else {
            if page.hasLater, let last = page.rows.last { return ask(search.query, .after(last), &state) }
            state.refuse(Phrases.Steps.none, desk)
            return []
        }
        let height = QueueView.listHeight(state.size)
        let inWindow = state.queue.select(row.number, height: height)
        // The list goes to where the case stands in the clerk's own order.
        let list =
            inWindow ? [] : QueueReducer.ask(.at(row), .replace(selecting: row.number), &state, height)
        return list + CaseSteps.open(row.number, &state)
    }
}
