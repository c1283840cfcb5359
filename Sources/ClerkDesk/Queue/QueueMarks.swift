import CaseDomain
package import CaseStore
import ScreenKit

/// The cases that a clerk has marked for a step that they all are to take. They stay marked while the list scrolls, is
/// sorted and searched.
package struct QueueMarks: Hashable, Sendable {
    /// More than a clerk can look through before she says yes.
    package static let most = 500

    /// In the order of marking.
    package private(set) var rows: [QueueRow] = []
    private var keys: Set<Int64> = []
    /// The page that is awaited to mark all of it.
    package var asked: Int?

    package init() {}

    package var isEmpty: Bool { rows.isEmpty }
    package var count: Int { rows.count }

    package func holds(_ row: QueueRow) -> Bool { keys.contains(row.key) }

    /// - Returns: false where there is no room for another one.
    package mutating func toggle(_ row: QueueRow) -> Bool {
        if keys.remove(row.key) != nil {
            rows.removeAll { $0.key == row.key }
            return true
        }
        return add(row)
    }

    package mutating func add(_ row: QueueRow) -> Bool {
        if keys.contains(row.key) { return true }
        guard rows.count < Self.most else { return false }
        keys.insert(row.key)
        rows.append(row)
        return true
    }

    /// - Returns: how many there were.
    package mutating func clear() -> Int {
        defer { self = QueueMarks() }
        return rows.count
    }
}

/// Marks rows.
enum MarkReducer {
    /// Marks the case under the cursor, or takes its mark away, and goes on to the next one.
    static func toggle(_ state: inout DeskState, _ desk: Desk, _ height: Int) -> [Effect] {
        guard let row = state.queue.current else {
            state.refuse(Phrases.Queue.empty, desk)
            return []
        }
        guard state.queue.marks.toggle(row) else {
            state.refuse(Phrases.Bulk.markedFull, desk, ["count": String(QueueMarks.most)])
            return []
        }
        return QueueReducer.move(by: 1, &state, height)
    }

    /// Marks everything that the view and the search leave, up to so many.
    static func all(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var query = state.queue.query
        query.today = state.today
        let effect = state.effect(.page(query, .first, limit: QueueMarks.most))
        state.queue.marks.asked = effect.id
        return [effect]
    }

    /// - Returns: false where nobody waits for this page to mark it.
    static func take(_ page: QueuePage, _ id: Int, _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard state.queue.marks.asked == id else { return false }
        state.queue.marks.asked = nil
        var fits = !page.hasLater
        for row in page.rows where !state.queue.marks.add(row) { fits = false }
        let values: KeyValuePairs = ["count": String(state.queue.marks.count)]
        state.status =
            fits
            ? StatusLine(.info, desk.say(Phrases.Bulk.markedAll, values))
            : StatusLine(.warning, desk.say(Phrases.Bulk.markedMost, values))
        return true
    }

    /// Takes all marks away and says so.
    static func clear(_ state: inout DeskState, _ desk: Desk) {
        let count = state.queue.marks.clear()
        guard count > 0 else { return }
        state.status = StatusLine(.info, desk.say(Phrases.Bulk.unmarked, ["count": String(count)]))
    }
}
