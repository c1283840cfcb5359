import CaseDomain
import CaseStore
import ScreenKit

/// 反馈: what keys do in the list, and what comes back.
enum FeedbackReducer {
    /// Seconds between two looks at what others did.
    private static let pause: Int64 = 10
    /// Days for which something closed stays in the list.
    private static let keptDays: Int64 = 30
    private static let mostRatings = 500
    static let longestWords = 120

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.opening = nil
        var board = FeedbackBoard()
        // Whoever comes because of an answer finds it at once.
        if !state.aftercare.inbox.unread(by: desk.clerk).isEmpty { board.view = .mine }
        state.aftercare.feedback = board
        return read(&state)
    }

    // MARK: Reading

    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.aftercare.inbox.reading == nil, state.aftercare.inbox.next.map({ $0 <= state.now }) ?? true else {
            return []
        }
        return state.aftercare.feedback == nil ? [readItems(&state)] : read(&state)
    }

    static func read(_ state: inout DeskState) -> [Effect] {
        let ratings = state.effect(.aftercare(.badRatings(limit: mostRatings)))
        state.aftercare.inbox.readingRatings = ratings.id
        return [readItems(&state), ratings]
    }

    private static func readItems(_ state: inout DeskState) -> Effect {
        let since = Moment(state.today).adding(seconds: -keptDays * 24 * 3600)
        let effect = state.effect(
            .aftercare(.feedback(closedSince: since, counter: state.aftercare.inbox.sheet?.counter)))
        state.aftercare.inbox.reading = effect.id
        state.aftercare.inbox.next = state.now.adding(seconds: pause)
        return effect
    }

    /// - Returns: nil where the answer is for somebody else.
    static func take(
        _ answer: AftercareAnswer, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        switch answer {
        case .feedback(let sheet):
            guard state.aftercare.inbox.reading == id else { return [] }
            state.aftercare.inbox.reading = nil
            if let sheet { state.aftercare.inbox.sheet = sheet }
        case .ratings(let ratings):
            guard state.aftercare.inbox.readingRatings == id else { return [] }
            state.aftercare.inbox.readingRatings = nil
            state.aftercare.inbox.ratings = ratings
        case .history(let events):
            guard state.aftercare.inbox.readingStory == id else { return [] }
            state.aftercare.inbox.readingStory = nil
            return show(events, &state, stamp, desk)
        case .firms, .count, .performed: return []
        }
        keepCursor(&state, desk)
        return []
    }

    private static func keepCursor(_ state: inout DeskState, _ desk: Desk) {
        guard let board = state.aftercare.feedback else { return }
        let count = board.rows(state.aftercare.inbox, desk).count
        state.aftercare.feedback?.cursor = min(board.cursor, max(0, count - 1))
    }

    /// The story of one, told from its beginning; the clerk who opened it has then read the answer.
    private static func show(
        _ events: [FeedbackEvent], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let feedback = Feedback(events), state.modal == nil else { return [] }
        state.modal = .reader(
            title: FeedbackText.title(feedback, desk), lines: FeedbackText.story(events, desk), scroll: ListScroll())
        guard feedback.refusal(of: .read, by: desk.clerk) == nil else { return [] }
        return [act(.change(feedback.number, .read), Phrases.Feedback.readDone, &state, stamp)]
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ board: FeedbackBoard, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let rows = board.rows(state.aftercare.inbox, desk)
        let height = FeedbackView.listHeight(state.size)
        let move = { (step: Int, state: inout DeskState) -> [Effect] in
            state.aftercare.feedback?.cursor = min(max(0, board.cursor + step), max(0, rows.count - 1))
            return []
        }
        switch intent {
        case .down: return move(1, &state)
        case .up: return move(-1, &state)
        case .pageDown: return move(height, &state)
        case .pageUp: return move(-height, &state)
        case .first: return move(-rows.count, &state)
        case .last: return move(rows.count, &state)
        case .nextFilter, .previousFilter:
            let views = FeedbackBoard.View.allCases
            let place = (views.firstIndex(of: board.view) ?? 0) + (intent == .nextFilter ? 1 : -1) + views.count
            state.aftercare.feedback = FeedbackBoard(view: views[place % views.count])
            return []
        case .refresh: return read(&state)
        case .back, .feedback:
            state.aftercare.feedback = nil
            return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
        case .newCase:
            state.modal = .entry(FeedbackEntries.opening(desk))
            return []
        default: break
        }
        guard rows.indices.contains(board.cursor) else {
            state.refuse(Phrases.Feedback.empty, desk)
            return []
        }
        switch rows[board.cursor] {
        case .rating(let rating):
            guard intent == .open || intent == .answer else {
                state.refuse(Phrases.Feedback.inTheCase, desk)
                return []
            }
            return QueueReducer.open(rating.number, &state)
        case .feedback(let feedback): return perform(intent, feedback, &state, desk)
        }
    }

    private static func perform(
        _ intent: DeskIntent, _ feedback: Feedback, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        guard intent != .open else {
            let effect = state.effect(.aftercare(.history(feedback.number)))
            state.aftercare.inbox.readingStory = effect.id
            return [effect]
        }
        guard !feedback.isClosed else {
            state.refuse(FeedbackRefusal.isClosed(feedback.number).phrase, desk)
            return []
        }
        switch intent {
        case .transfer: state.modal = .entry(FeedbackEntries.passingUp(feedback, desk))
        case .answer: state.modal = .entry(FeedbackEntries.answering(feedback, desk))
        case .finish: state.modal = .entry(FeedbackEntries.closing(feedback, desk))
        default: break
        }
        return []
    }

    // MARK: Writing

    private static func act(
        _ act: FeedbackAct, _ done: Phrase, _ state: inout DeskState, _ stamp: EventStamp
    ) -> Effect {
        let effect = state.effect(.aftercare(.perform(act, stamp)))
        state.aftercare.acting = AftercareState.Acting(effect: effect.id, done: done)
        return effect
    }

    static func performed(
        _ outcome: Result<Feedback, FeedbackRefusal>, _ done: Phrase, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        switch outcome {
        case .success(let feedback):
            state.aftercare.inbox.put(feedback)
            if done != Phrases.Feedback.readDone {
                state.status = StatusLine(.success, desk.say(done, ["number": feedback.number.text]))
            }
        case .failure(let refusal): state.refuse(refusal.phrase, desk)
        }
        return read(&state)
    }

    static func opened(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let kinds = FeedbackKind.allCases
        guard kinds.indices.contains(entry.choice(0)) else { return [] }
        guard !entry.trimmed(1).isEmpty else {
            entry.refuse(1, desk.say(Phrases.Form.required))
            state.modal = .entry(entry)
            return []
        }
        guard !spellsIdentity(&entry, &state, desk) else { return [] }
        let number = entry.trimmed(3)
        let opening = FeedbackOpening(
            kind: kinds[entry.choice(0)], words: entry.trimmed(1), from: entry.trimmed(2), window: desk.window,
            number: number.isEmpty ? nil : CaseNumber(number))
        state.modal = nil
        return [act(.open(opening), Phrases.Feedback.openedDone, &state, stamp)]
    }

    static func passedUp(
        _ filled: EntrySheet, _ number: FeedbackNumber, _ people: [String], _ state: inout DeskState,
        _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let chosen = people.indices.contains(entry.choice(0)) ? people[entry.choice(0)] : entry.trimmed(0)
        guard !chosen.isEmpty else {
            entry.refuse(0, desk.say(Phrases.Form.required))
            state.modal = .entry(entry)
            return []
        }
        guard !spellsIdentity(&entry, &state, desk) else { return [] }
        state.modal = nil
        let deed = FeedbackDeed.passedUp(to: chosen, words: entry.trimmed(1))
        return [act(.change(number, deed), Phrases.Feedback.passedUpDone, &state, stamp)]
    }

    /// Goes to the words that hold an identity number; the store wouldn't take them.
    private static func spellsIdentity(_ entry: inout EntrySheet, _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard let place = entry.fields.indices.first(where: { ResidentID.isSpelled(in: entry.trimmed($0)) }) else {
            return false
        }
        entry.refuse(place, desk.say(FeedbackRefusal.identityNumber.phrase))
        state.modal = .entry(entry)
        return true
    }

    enum Change { case answer, close }

    static func changed(
        _ filled: EntrySheet, _ number: FeedbackNumber, _ change: Change, _ state: inout DeskState,
        _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        guard !spellsIdentity(&entry, &state, desk) else { return [] }
        state.modal = nil
        switch change {
        case .answer:
            let deed = FeedbackDeed.answered(words: entry.trimmed(0))
            return [act(.change(number, deed), Phrases.Feedback.answeredDone, &state, stamp)]
        case .close:
            let deed = FeedbackDeed.closed(words: entry.trimmed(0))
            return [act(.change(number, deed), Phrases.Feedback.closedDone, &state, stamp)]
        }
    }

    // MARK: What stands in the status line of the queue

    /// Answers that came back to the clerk at this desk; nil where there are none.
    static func standing(_ state: DeskState, _ desk: Desk) -> StatusLine? {
        let unread = state.aftercare.inbox.unread(by: desk.clerk)
        guard !unread.isEmpty, state.work == nil, state.aftercare.feedback == nil else { return nil }
        return StatusLine(
            .info,
            desk.say(
                Phrases.Feedback.unread,
                [
                    "count": String(unread.count),
                    "numbers": unread.prefix(3).map(\.number.text).joined(separator: "、"),
                    "key": desk.keymap.label(for: .feedback, in: .queue) ?? "",
                ]))
    }
}
