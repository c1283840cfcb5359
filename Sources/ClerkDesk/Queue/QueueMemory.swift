import CaseDomain
import CaseStore

/// What the queue keeps for its clerk from day to day: views of his own, what he searched for, and the last view.
enum QueueMemory {
    private static let lastView = "setting/last-view"

    /// Asks for all of it. The answers come in this order.
    static func recall(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let effects = [SavedView.prefix, RecentSearches.prefix, lastView].map { state.effect(.recall($0, desk.clerk)) }
        state.queue.recalling = Set(effects.map(\.id))
        return effects
    }

    /// - Returns: nil where the queue hasn't asked for it.
    static func take(_ notes: [ClerkNote], _ id: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard state.queue.recalling.remove(id) != nil else { return nil }
        let isLast = state.queue.recalling.isEmpty
        if notes.contains(where: { $0.name.hasPrefix(SavedView.prefix) }) {
            // A damaged note is left where it is and shown nowhere.
            state.queue.saved = notes.reversed().compactMap(SavedView.init)
        }
        if notes.contains(where: { $0.name.hasPrefix(RecentSearches.prefix) }) {
            state.queue.recent = RecentSearches(notes)
        }
        guard isLast else { return [] }
        let last = notes.first { $0.name == lastView }?.text
        state.queue.lastView = last ?? state.queue.tab
        let restored = last.map { restore($0, &state, desk) } ?? []
        return restored + TallyReducer.ask(nil, &state, desk)
    }

    /// The view of the last time, unless the clerk has begun to work already.
    private static func restore(_ id: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let queue = state.queue
        guard state.work == nil, state.modal == nil, !queue.isSearching, queue.tab == QueueTabs.first,
            queue.selected == 0, queue.query.search.isEmpty, id != queue.tab,
            let tab = QueueTabs.all(state, desk).first(where: { $0.id == id })
        else { return [] }
        return ViewReducer.turn(to: tab, &state, desk)
    }

    /// Keeps the view that the clerk has come to rest in.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let last = state.queue.lastView, last != state.queue.tab, state.queue.tab != QueueVisit.id else {
            return []
        }
        state.queue.lastView = state.queue.tab
        let note = ClerkNote(name: lastView, at: state.now, text: state.queue.tab)
        return [state.effect(.remember(note, desk.clerk))]
    }

    /// What couldn't be recalled is taken for nothing; the last view isn't written over then.
    ///
    /// - Returns: nil where the queue hasn't asked for it.
    static func failed(_ id: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard state.queue.recalling.remove(id) != nil else { return nil }
        return state.queue.recalling.isEmpty ? TallyReducer.ask(nil, &state, desk) : []
    }
}
