import CaseDomain
import CaseStore
import ScreenKit

/// Leads keys and answers to the ledgers.
enum AftercareReducer {
    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if let board = state.aftercare.expiry {
            return ExpiryReducer.perform(intent, board, &state, stamp, desk)
        }
        guard let board = state.aftercare.feedback else { return [] }
        return FeedbackReducer.perform(intent, board, &state, stamp, desk)
    }

    /// A click chooses a row; on the chosen one it opens.
    static func point(
        at place: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let cursor = state.aftercare.expiry?.cursor ?? state.aftercare.feedback?.cursor ?? 0
        if cursor == place { return DeskReducer.carryOut(.open, &state, stamp, desk) }
        state.aftercare.expiry?.move(by: place - cursor)
        state.aftercare.feedback?.cursor = place
        return []
    }

    /// - Returns: nil where the answer is for somebody else.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        if let acting = state.aftercare.acting, acting.effect == id {
            state.aftercare.acting = nil
            return acted(result, acting.done, &state, desk)
        }
        switch result {
        case .aftercare(let answer):
            if let effects = ExpiryReducer.take(answer, of: id, &state, desk) { return effects }
            return FeedbackReducer.take(answer, of: id, &state, stamp, desk)
        case .failed:
            forget(id, &state)
            return nil
        default: return nil
        }
    }

    /// What came of a write to the cases of a firm, or of something told.
    private static func acted(
        _ result: EffectResult, _ done: Phrase, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        switch result {
        case .storedTogether:
            state.status = StatusLine(.success, desk.say(done))
            return ExpiryReducer.read(&state, desk)
        case .jointConflict, .conflict:
            state.refuse(Phrases.Expiry.changedMeanwhile, desk)
            return ExpiryReducer.read(&state, desk)
        case .aftercare(.performed(let outcome)): return FeedbackReducer.performed(outcome, done, &state, desk)
        case .failed(let error): state.status = StatusLine(.failure, error.advisory(desk.language))
        default: break
        }
        return []
    }

    /// What couldn't be read isn't awaited any more; the next look asks again.
    private static func forget(_ id: Int, _ state: inout DeskState) {
        if state.aftercare.expiry?.reading?.effect == id { state.aftercare.expiry?.reading = nil }
        if state.aftercare.expiry?.counting == id { state.aftercare.expiry?.counting = nil }
        if state.aftercare.expiry?.exporting == id { state.aftercare.expiry?.exporting = nil }
        state.aftercare.inbox.forget(id)
    }

    /// What was filled in.
    static func finish(
        _ what: AftercareEntry, _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch what {
        case .planDelivery(let modes): DeliveryReducer.plan(entry, modes, &state, stamp, desk)
        case .deliver: DeliveryReducer.confirm(entry, &state, stamp, desk)
        case .rate: RatingReducer.rate(entry, &state, stamp, desk)
        case .answerRating: RatingReducer.answer(entry, &state, stamp, desk)
        case .contact(let firm): ContactReducer.record(entry, firm, &state, stamp)
        case .end(let firm): ContactReducer.end(entry, firm, &state, stamp, desk)
        case .openFeedback: FeedbackReducer.opened(entry, &state, stamp, desk)
        case .passUp(let number, let people):
            FeedbackReducer.passedUp(entry, number, people, &state, stamp, desk)
        case .answer(let number): FeedbackReducer.changed(entry, number, .answer, &state, stamp, desk)
        case .close(let number): FeedbackReducer.changed(entry, number, .close, &state, stamp, desk)
        }
    }
}
