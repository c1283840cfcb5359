import CaseDomain
import CaseStore
import ScreenKit

/// From case to case inside the view that a case was opened from.
package enum CaseTurn: Hashable, Sendable {
    case next, previous
    /// 取下一件.
    case take

    init?(_ intent: DeskIntent) {
        switch intent {
        case .nextCase: self = .next
        case .previousCase: self = .previous
        case .takeNext: self = .take
        default: return nil
        }
    }
}

enum CaseSteps {
    /// Goes on, asking first where something would be lost.
    static func ask(_ step: CaseTurn, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.work?.form.isDirty == true else { return go(step, &state, desk) }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Steps.leaveTitle), lines: [desk.say(Phrases.Steps.leave)], answer: .leave(step))
        )
        return []
    }

    static func go(_ step: CaseTurn, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let number = state.work?.file?.number { state.queue.left = number }
        let height = QueueView.listHeight(state.size)
        switch step {
        case .take: return TakeNext.begin(&state)
        case .next: return move(by: 1, Phrases.Steps.atEnd, &state, desk, height)
        case .previous: return move(by: -1, Phrases.Steps.atStart, &state, desk, height)
        }
    }

    private static func move(
        by step: Int, _ end: Phrase, _ state: inout DeskState, _ desk: Desk, _ height: Int
    ) -> [Effect] {
        if let effects = ListingReducer.turn(by: step, end, &state, desk) { return effects }
        let old = state.queue.current?.number
        let effects = QueueReducer.move(by: step, &state, height)
        guard let row = state.queue.current, row.number != old else {
            state.refuse(end, desk)
            return effects
        }
        return effects + open(row.number, &state)
    }

    /// Opens a case in the place of what is on the desk.
    static func open(_ number: CaseNumber, _ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.load(number))
        state.opening = DeskState.Opening(effect: effect.id, number: number, next: nil)
        return [effect]
    }
}
