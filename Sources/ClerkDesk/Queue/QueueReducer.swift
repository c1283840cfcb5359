import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit

/// What keys do on the queue screen.
enum QueueReducer {
    /// The views that Tab goes through. What runs out under old rules is one of them where there are such rules.
    static func filters(_ desk: Desk, on today: CivilDate) -> [QueueFilter] {
        let scopes = desk.rules.cutOvers.scopes(on: today)
        let states: [QueueFilter] = [
            .open, .overdue, .dueToday,
            .correctionDue(through: desk.office.reminderDay(from: today, desk.clocks.calendar)),
            .supervised(fromRound: desk.office.ladder.supervised), .state(.checking), .state(.awaitingCorrection),
            .state(.deemedAccepted),
            .state(.accepted), .state(.acceptedWithGaps), .state(.routed), .state(.withdrawn),
            .state(.abandoned), .state(.refused),
        ]
        return states + (scopes.isEmpty ? [] : [.runOut(scopes)]) + [.all]
    }

    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let height = QueueView.listHeight(state.size)
        switch intent {
        case .down: return move(by: 1, &state, height)
        case .up: return move(by: -1, &state, height)
        case .pageDown: return page(by: 1, &state, height)
        case .pageUp: return page(by: -1, &state, height)
        case .first: return ask(.first, .replace(selecting: nil), &state, height)
        case .last: return ask(.last, .last, &state, height)
        case .open: return open(&state, desk)
        case .newCase:
            state.opening = nil
            state.work = CaseWork(
                form: ParticularsForm(now: state.now, county: desk.office.county, window: desk.window))
            return []
        case .bundle: return BundleReducer.choose(&state, desk)
        case .search:
            state.opening = nil
            state.queue.isSearching = true
            return []
        case .nextFilter: return filter(by: 1, &state, desk, height)
        case .previousFilter: return filter(by: -1, &state, desk, height)
        case .nextSort:
            let sorts = QueueSort.allCases
            state.queue.query.sort = sorts[(state.queue.query.sort.ordinal + 1) % sorts.count]
            return restart(&state, height)
        case .reverseSort:
            state.queue.query.descending.toggle()
            return restart(&state, height)
        case .refresh: return reload(&state, height) + recount(&state)
        case .myDay: return DayLogReducer.open(&state, desk)
        case .back:
            guard !state.queue.query.search.isEmpty else { return [] }
            return setSearch("", &state)
        case .ledger, .history, .notice:
            return open(&state, desk, then: intent)
        default:
            state.refuse(Phrases.Desk.notHere, desk)
            return []
        }
    }

    /// Opens the case under the cursor.
    ///
    /// - Parameter next: what to do as soon as it is open.
    private static func open(_ state: inout DeskState, _ desk: Desk, then next: DeskIntent? = nil) -> [Effect] {
        guard let row = state.queue.current else {
            state.refuse(Phrases.Queue.empty, desk)
            return []
        }
        let effect = state.effect(.load(row.number))
        state.opening = DeskState.Opening(effect: effect.id, number: row.number, next: next)
        return [effect]
    }

    private static func move(by step: Int, _ state: inout DeskState, _ height: Int) -> [Effect] {
        state.queue.move(by: step, height: height)
        return prefetch(&state, height)
    }

    private static func page(by pages: Int, _ state: inout DeskState, _ height: Int) -> [Effect] {
        state.queue.page(by: pages, height: height)
        return prefetch(&state, height)
    }

    /// Fetches what the next page keys will need, before they are pressed.
    private static func prefetch(_ state: inout DeskState, _ height: Int) -> [Effect] {
        let queue = state.queue
        guard queue.asked == nil else { return [] }
        if queue.hasLater, queue.selected + height * 2 >= queue.rows.count, let last = queue.rows.last {
            return ask(.after(last), .later, &state, height)
        }
        if queue.hasEarlier, queue.top < height * 2, let first = queue.rows.first {
            return ask(.before(first), .earlier, &state, height)
        }
        return []
    }

    private static func ask(
        _ anchor: QueueAnchor, _ kind: QueueState.Asked.Kind, _ state: inout DeskState, _ height: Int
    ) -> [Effect] {
        state.queue.query.today = state.now.date
        // Some screens ahead, so that page keys find their rows; a search costs by the row, so one screen ahead will do.
        let screens = state.queue.query.search.isEmpty ? 4 : 2
        let effect = state.effect(.page(state.queue.query, anchor, limit: max(height, 1) * screens))
        state.queue.asking(kind, effect: effect.id)
        return [effect]
    }

    private static func filter(
        by step: Int, _ state: inout DeskState, _ desk: Desk, _ height: Int
    ) -> [Effect] {
        let filters = filters(desk, on: state.today)
        let old = state.queue.query.filter
        let place = filters.firstIndex { $0.isSameView(as: old) } ?? 0
        let new = filters[(place + step + filters.count) % filters.count]
        state.queue.query.filter = new
        // What runs out is worked off by its age; every other view begins with what is due.
        if new.isRunOut || old.isRunOut {
            state.queue.query.sort = new.isRunOut ? .received : .due
            state.queue.query.descending = false
        }
        return restart(&state, height)
    }

    /// Reads the queue from its beginning.
    static func restart(_ state: inout DeskState, _ height: Int) -> [Effect] {
        state.queue.count = nil
        return ask(.first, .replace(selecting: nil), &state, height) + recount(&state)
    }

    /// Reads the rows on screen again, keeping the cursor on its case.
    static func reload(_ state: inout DeskState, _ height: Int) -> [Effect] {
        let number = state.queue.current?.number
        guard state.queue.rows.indices.contains(state.queue.top) else {
            return ask(.first, .replace(selecting: number), &state, height)
        }
        let anchor: QueueAnchor =
            state.queue.hasEarlier || state.queue.top > 0 ? .at(state.queue.rows[state.queue.top]) : .first
        return ask(anchor, .replace(selecting: number), &state, height)
    }

    static func recount(_ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.count(state.queue.query))
        state.counting = effect.id
        return [effect]
    }

    // MARK: Search

    static func performInSearch(
        _ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let height = QueueView.listHeight(state.size)
        if let move = intent.cursorMove { return edit(move, &state) }
        switch intent {
        case .back:
            state.queue.isSearching = false
            state.queue.searchField = TextField("", limit: 60)
            return setSearch("", &state)
        case .choose, .open:
            state.queue.isSearching = false
            return []
        case .down: return move(by: 1, &state, height)
        case .up: return move(by: -1, &state, height)
        case .pageDown: return page(by: 1, &state, height)
        case .pageUp: return page(by: -1, &state, height)
        case .nextFilter: return filter(by: 1, &state, desk, height)
        case .previousFilter: return filter(by: -1, &state, desk, height)
        default:
            state.refuse(Phrases.Desk.notHere, desk)
            return []
        }
    }

    static func edit(_ edit: TextEdit, _ state: inout DeskState) -> [Effect] {
        state.queue.searchField.apply(edit)
        let text = state.queue.searchField.text
        guard text != state.queue.query.search else { return [] }
        return setSearch(text, &state)
    }

    private static func setSearch(_ text: String, _ state: inout DeskState) -> [Effect] {
        if text.isEmpty { state.queue.searchField = TextField("", limit: 60) }
        state.queue.query.search = text
        return restart(&state, QueueView.listHeight(state.size))
    }
}
