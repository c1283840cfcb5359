import CaseDomain
import CaseStore
import ScreenKit

/// What keys do on the queue screen.
enum QueueReducer {
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
        case .tickets: return TicketReducer.open(&state, desk)
        case .inspections: return InspectionReducer.open(&state, desk)
        case .search:
            state.opening = nil
            state.queue.isSearching = true
            return []
        case .nextFilter: return ViewReducer.step(by: 1, &state, desk)
        case .previousFilter: return ViewReducer.step(by: -1, &state, desk)
        case .views: return ViewReducer.open(&state, desk)
        case .sortBy: return SortReducer.open(&state, desk)
        case .mark: return MarkReducer.toggle(&state, desk, height)
        case .markAll: return MarkReducer.all(&state, desk)
        case .actions: return BulkReducer.open(&state, desk)
        case .takeNext: return CaseSteps.go(.take, &state, desk)
        case .nextSort:
            let sorts = QueueSort.allCases
            state.queue.query.sort = sorts[(state.queue.query.sort.ordinal + 1) % sorts.count]
            return restart(&state, height)
        case .reverseSort:
            state.queue.query.descending.toggle()
            return restart(&state, height)
        case .drafts: return DraftReducer.recall(.list, &state, desk)
        case .refresh: return reload(&state, height) + recount(&state) + TallyReducer.ask(nil, &state, desk)
        case .board: return BoardReducer.open(&state, desk)
        case .absences: return AbsenceReducer.open(&state, desk)
        case .myDay: return DayLogReducer.open(&state, desk)
        case .expiry: return ExpiryReducer.open(&state, desk)
        case .feedback: return FeedbackReducer.open(&state, desk)
        case .back:
            guard state.queue.marks.isEmpty else {
                MarkReducer.clear(&state, desk)
                return []
            }
            guard !state.queue.query.search.isEmpty else { return QueueVisit.leave(&state, desk) ?? [] }
            return setSearch("", &state)
        case .ledger, .history, .notice:
            return open(&state, desk, then: intent)
        default: return []
        }
    }

    /// Opens the case under the cursor.
    ///
    /// - Parameter next: what to do as soon as it is open.
    private static func open(_ state: inout DeskState, _ desk: Desk, then next: DeskIntent? = nil) -> [Effect] {
        guard let row = state.queue.current else {
            if ViewReducer.mayStandElsewhere(state) {
                return ViewReducer.searchEverywhere(state.queue.query.search, &state, desk)
            }
            state.refuse(Phrases.Queue.empty, desk)
            return []
        }
        let effect = state.effect(.load(row.number))
        state.opening = DeskState.Opening(effect: effect.id, number: row.number, next: next)
        return [effect]
    }

    /// Opens a case that needn't stand in the list.
    static func open(_ number: CaseNumber, _ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.load(number))
        state.opening = DeskState.Opening(effect: effect.id, number: number, next: nil)
        return [effect]
    }

    static func move(by step: Int, _ state: inout DeskState, _ height: Int) -> [Effect] {
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

    static func ask(
        _ anchor: QueueAnchor, _ kind: QueueState.Asked.Kind, _ state: inout DeskState, _ height: Int
    ) -> [Effect] {
        state.queue.query.today = state.now.date
        // Some screens ahead, so that page keys find their rows; a search costs by the row, so one screen ahead will do.
        let screens = state.queue.query.search.isEmpty ? 4 : 2
        let effect = state.effect(.page(state.queue.query, anchor, limit: max(height, 1) * screens))
        state.queue.asking(kind, effect: effect.id)
        return [effect]
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
            state.queue.searchField = TextField("", limit: QueueState.longestSearch)
            return setSearch("", &state)
        case .choose, .open:
            state.queue.isSearching = false
            let kept = RecentSearchReducer.keep(&state, desk)
            guard ViewReducer.mayStandElsewhere(state) else { return kept }
            return kept + ViewReducer.searchEverywhere(state.queue.query.search, &state, desk)
        case .recentSearches: return RecentSearchReducer.offer(&state, desk)
        case .down: return move(by: 1, &state, height)
        case .up where state.queue.searchField.isEmpty && !state.queue.recent.texts.isEmpty:
            return RecentSearchReducer.offer(&state, desk)
        case .up: return move(by: -1, &state, height)
        case .pageDown: return page(by: 1, &state, height)
        case .pageUp: return page(by: -1, &state, height)
        case .nextFilter: return ViewReducer.step(by: 1, &state, desk)
        case .previousFilter: return ViewReducer.step(by: -1, &state, desk)
        default: return []
        }
    }

    static func edit(_ edit: TextEdit, _ state: inout DeskState) -> [Effect] {
        state.queue.searchField.apply(edit)
        let text = state.queue.searchField.text
        guard text != state.queue.query.search else { return [] }
        return setSearch(text, &state)
    }

    static func setSearch(_ text: String, _ state: inout DeskState) -> [Effect] {
        if text.isEmpty { state.queue.searchField = TextField("", limit: QueueState.longestSearch) }
        state.queue.query.search = text
        return restart(&state, QueueView.listHeight(state.size))
    }
}
