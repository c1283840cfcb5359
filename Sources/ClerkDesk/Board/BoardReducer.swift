import CaseDomain
import CaseStore
import ScreenKit

/// 督办台: opening it, turning its pages, and reading what they show. Everything is read beside the keys.
enum BoardReducer {
    /// The fewest seconds between two readings that nobody asked for.
    private static let pause: Int64 = 5
    static let stretch = 100

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.opening = nil
        state.supervision.isOpen = true
        return read(&state, desk)
    }

    private static func close(_ state: inout DeskState) -> [Effect] {
        state.supervision.isOpen = false
        state.supervision.cases = nil
        state.supervision.asked = [:]
        return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
    }

    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch intent {
        case .nextFilter: return turn(by: 1, &state, desk)
        case .previousFilter: return turn(by: -1, &state, desk)
        case .refresh: return read(&state, desk)
        case .board: return close(&state)
        case .back:
            if let slot = state.supervision.slot, state.supervision[slot]?.clearMarks() == true { return [] }
            guard state.supervision.cases != nil else { return close(&state) }
            state.supervision.cases = nil
            return read(&state, desk)
        default: break
        }
        if let slot = state.supervision.slot { return ListingReducer.perform(intent, slot, &state, desk) }
        if intent == .save {
            BoardExportReducer.open(&state, desk)
            return []
        }
        if state.supervision.page == .figures { return FigureReducer.perform(intent, &state, desk) }
        return TodayReducer.perform(intent, &state, desk)
    }

    /// A click chooses a row; a click on the chosen one opens its cases.
    static func click(
        _ place: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let before = state.supervision
        if let slot = before.slot {
            guard let listing = before[slot] else { return [] }
            state.supervision[slot]?.move(by: place - listing.cursor)
        } else if before.page == .figures {
            state.supervision.figures.bar = nil
            state.supervision.figures.selected = place
        } else {
            let lines = TodayRows(state, desk).lines
            if lines.indices.contains(place) { state.supervision.today.key = lines[place].key }
        }
        guard state.supervision == before else { return [] }
        return DeskReducer.carryOut(.open, &state, stamp, desk)
    }

    private static func turn(by step: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let pages = SupervisionState.Page.allCases
        let place = pages.firstIndex(of: state.supervision.page) ?? 0
        state.supervision.page = pages[(place + step + pages.count) % pages.count]
        state.supervision.cases = nil
        return read(&state, desk)
    }

    // MARK: Reading

    /// Reads what is on the screen. What was asked for before isn't waited for any more.
    static func read(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.supervision.asked = [:]
        state.supervision.readAt = state.now
        state.supervision.isStale = false
        if let slot = state.supervision.slot {
            switch slot {
            case .patrol where state.supervision.patrol == nil: state.supervision.patrol = patrol(state, desk)
            case .releases where state.supervision.releases == nil: state.supervision.releases = releases(state, desk)
            default: break
            }
            return ListingReducer.read(slot, &state)
        }
        switch state.supervision.page {
        case .today:
            return [ask(.dayBoard(on: state.today, idleSince: idleSince(state, desk)), .dayBoard, &state)]
        case .figures: return FigureReducer.read(&state)
        case .patrol, .releases: return []
        }
    }

    static func ask(_ job: Effect.Job, _ asked: SupervisionState.Asked, _ state: inout DeskState) -> Effect {
        let effect = state.effect(job)
        state.supervision.asked[effect.id] = asked
        return effect
    }

    /// A case that was changed last before this day lies idle.
    static func idleSince(_ state: DeskState, _ desk: Desk) -> CivilDate {
        let calendar = desk.clocks.calendar
        var day = state.today
        // Two weeks of holidays are longer than any there were.
        let earliest = state.today.adding(days: -desk.office.escalation.idleDays * 3 - 14)
        while day > earliest, calendar.workingDays(after: day, through: state.today) < desk.office.escalation.idleDays {
            day = day.adding(days: -1)
        }
        return day
    }

    /// The cases behind a number of the day board.
    static func cases(
        _ figure: DayBoard.Figure, window: String? = nil, clerk: ClerkID? = nil, _ state: DeskState, _ desk: Desk
    ) -> CaseSource {
        .board(
            BoardQuery(
                figure, window: window, clerk: clerk, today: state.today, idleSince: idleSince(state, desk)))
    }

    /// 巡查单.
    private static func patrol(_ state: DeskState, _ desk: Desk) -> CaseListing {
        CaseListing(
            Phrases.Board.patrol,
            [
                CaseListing.Part(Phrases.Board.overdue, cases(.overdue, state, desk)),
                CaseListing.Part(Phrases.Board.dueToday, cases(.dueToday, state, desk)),
                CaseListing.Part(Phrases.Board.release, awaitingRelease(state, desk)),
                CaseListing.Part(Phrases.Board.idle, cases(.idle, state, desk)),
            ])
    }

    private static func releases(_ state: DeskState, _ desk: Desk) -> CaseListing {
        CaseListing(Phrases.Board.releases, [CaseListing.Part(nil, awaitingRelease(state, desk))])
    }

    /// Only a case that was told once can be told late, or too often; of these, the ones with the most rounds first.
    private static func awaitingRelease(_ state: DeskState, _ desk: Desk) -> CaseSource {
        .awaitingRelease(
            .queue(QueueQuery(filter: .returned, sort: .round, descending: true, today: state.today)),
            fromRound: desk.office.ladder.refuse)
    }

    // MARK: Answers

    /// - Returns: nil where the board hasn't asked for it.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect]? {
        guard let asked = state.supervision.asked.removeValue(forKey: id) else { return nil }
        switch (asked, result) {
        case (.dayBoard, .dayBoard(let board)): state.supervision.today.board = board
        case (.figures(let question), .figures(let sheets)) where sheets.count == 2:
            state.supervision.figures.answer = FigureBoard.Answer(
                question: question, first: sheets[0], second: sheets[1])
            FigureReducer.settle(&state, desk)
        case (.stretch(let slot, let part, let isFirst), .cases(let stretch)):
            return ListingReducer.take(stretch, slot, part, isFirst: isFirst, &state, desk)
        case (_, .failed(let error)): state.status = StatusLine(.failure, error.advisory(desk.language))
        default: break
        }
        return []
    }

    /// Reads again what somebody has changed, once the hands rest.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let board = state.supervision
        guard board.isOpen, state.work == nil, state.modal == nil, board.asked.isEmpty, let last = board.readAt,
            board.isStale || last.date != state.today, last.adding(seconds: pause) <= state.now
        else { return [] }
        return read(&state, desk)
    }

    /// Reads again behind a case that was worked on, or a batch.
    static func follow(_ before: DeskState, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.supervision.isOpen, before.supervision.isOpen, state.work == nil else { return [] }
        let isBatchOver = before.queue.bulk?.isOver == false && state.queue.bulk?.isOver != false
        guard before.work != nil || isBatchOver else { return [] }
        return read(&state, desk)
    }
}
