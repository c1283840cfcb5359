package import CaseDomain
import CaseStore

/// How many cases the views have, as far as that is known.
package struct QueueTally: Hashable, Sendable {
    /// By the id of the view. What isn't known isn't in it, and nothing is shown for it.
    package var counts: [String: Int] = [:]
    package var asked: Asked?
    /// When the last count was asked for.
    package var askedAt: Moment?
    /// Whether the store has changed since.
    package var isStale = false

    package struct Asked: Hashable, Sendable {
        package let effect: Int
        package let tabs: [String]
    }

    package init() {}
}

/// Counts the views, off the key path.
enum TallyReducer {
    /// Counting a large store takes a while, and other desks change it all the time.
    private static let pause: Int64 = 10

    /// Counts the views of the row, and more where they are asked for.
    ///
    /// - Parameter tabs: those to count; nil for the row.
    static func ask(_ tabs: [QueueTab]? = nil, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let tabs = tabs ?? QueueTabs.row(state, desk)
        let effect = state.effect(.tally(tabs.map { $0.query(on: state.today) }))
        state.queue.tally.asked = QueueTally.Asked(effect: effect.id, tabs: tabs.map(\.id))
        state.queue.tally.askedAt = state.now
        state.queue.tally.isStale = false
        return [effect]
    }

    static func take(_ counts: [Int], _ id: Int, _ state: inout DeskState) {
        guard let asked = state.queue.tally.asked, asked.effect == id else { return }
        state.queue.tally.asked = nil
        guard counts.count == asked.tabs.count else { return }
        state.queue.tally.counts.merge(zip(asked.tabs, counts)) { _, new in new }
    }

    /// What could not be counted is not known any more.
    ///
    /// - Returns: false where this was no count of views.
    static func failed(_ id: Int, _ state: inout DeskState) -> Bool {
        guard let asked = state.queue.tally.asked, asked.effect == id else { return false }
        state.queue.tally.asked = nil
        for tab in asked.tabs { state.queue.tally.counts[tab] = nil }
        return true
    }

    /// Counts again what somebody has changed, now and then.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let tally = state.queue.tally
        // A new day changes what is due and what is over, whoever wrote what.
        let isNewDay = tally.askedAt.map { $0.date != state.today } ?? false
        guard tally.asked == nil, tally.isStale || isNewDay, let last = tally.askedAt,
            last.adding(seconds: pause) <= state.now
        else { return [] }
        return ask(nil, &state, desk)
    }
}
