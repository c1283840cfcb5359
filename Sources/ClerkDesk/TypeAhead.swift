import CaseStore
import ScreenKit

/// Keys that hands send ahead of the store: each waits until it can act on what its clerk would have seen.
enum TypeAhead {
    /// Whether a key has to wait, and with it everything behind it.
    static func mustWait(_ input: DeskEvent.Input, _ state: DeskState, _ desk: Desk) -> Bool {
        if state.inspection.preparing != nil { return true }
        if state.writing != nil || state.opening != nil || state.reading != nil || state.drafts.comparing != nil {
            return true
        }
        guard state.modal == nil, state.work == nil, !state.supervision.isOpen, let asked = state.queue.asked else {
            return false
        }
        if case .scan = input { return true }
        guard case .key(let stroke) = input else { return false }
        let resolution = desk.keymap.resolve(
            context: state.place, pending: state.pending, stroke: stroke, isTyping: state.queue.isSearching)
        guard case .intent(let intent) = resolution else { return false }
        switch asked.kind {
        case .replace, .last: return !intent.leavesRowsAlone
        case .later: return reaches(intent, [.down: 1, .pageDown: height(state)], from: room(below: state))
        case .earlier: return reaches(intent, [.up: 1, .pageUp: height(state)], from: state.queue.selected)
        }
    }

    private static func height(_ state: DeskState) -> Int { QueueView.listHeight(state.size) }

    private static func room(below state: DeskState) -> Int { state.queue.rows.count - 1 - state.queue.selected }

    /// Whether a key would go beyond the rows that are there while more are on their way.
    private static func reaches(_ intent: DeskIntent, _ steps: [DeskIntent: Int], from room: Int) -> Bool {
        steps[intent].map { $0 > room } ?? false
    }
}

extension DeskReducer {
    /// Whether a scan is typed where the cursor stands, as it comes: the field takes any text, so no key has to wait until
    /// it is known for a scan.
    package static func typesScans(_ state: DeskState) -> Bool {
        if case .entry(let entry)? = state.modal { return entry.isTyping }
        return state.modal == nil && state.work == nil && state.queue.isSearching
    }
}

extension DeskIntent {
    /// Whether it does the same whatever rows the queue shows.
    fileprivate var leavesRowsAlone: Bool {
        switch self {
        case .help, .quit, .redraw, .search, .newCase, .bundle, .nextFilter, .previousFilter, .nextSort, .reverseSort,
            .refresh, .back, .drafts, .first, .last, .choose, .left, .right:
            true
        default: false
        }
    }
}

extension DeskState {
    /// Drops the keys that wait: they were pressed in the belief that something else would be on the screen.
    ///
    /// - Returns: how many there were.
    mutating func dropHeld() -> Int {
        defer { held = [] }
        return held.count
    }

    /// Tells that keys were dropped, before whatever else is being told.
    mutating func sayDropped(_ count: Int, _ desk: Desk) {
        guard count > 0 else { return }
        let words = desk.say(Phrases.Desk.keysDropped, ["count": String(count)])
        if status == nil {
            status = StatusLine(.warning, words)
        } else {
            board.preface(words)
        }
    }
}
