import CaseDomain
import CaseStore
import ScreenKit

/// What helps to fill the form in: addresses, earlier cases, and taking back what they filled in.
enum FillingReducer {
    /// - Returns: nil where the key means what it always means.
    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        if let effects = PlaceReducer.perform(intent, &state, desk) { return effects }
        switch intent {
        case .copyEarlier: return EarlierReducer.ask(&state, desk)
        case .undo:
            guard let count = state.work?.form.takeBackFilling() else { return nil }
            state.status = StatusLine(.success, desk.say(Phrases.Earlier.takenBack, ["count": String(count)]))
            return []
        case .nextOpen: return nextProblem(&state, desk) ? [] : nil
        default: return nil
        }
    }

    /// - Returns: nil where the answer is nobody's here.
    static func answer(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect]? {
        if PlaceReducer.take(result, of: id, &state, desk) { return [] }
        return EarlierReducer.take(result, of: id, &state, desk) ? [] : nil
    }

    /// After saving was refused the key leads from one wrong field to the next.
    private static func nextProblem(_ state: inout DeskState, _ desk: Desk) -> Bool {
        guard let form = state.work?.form, form.attempted else { return false }
        let problems = form.read(today: state.today, calendar: desk.clocks.calendar).problems
        let wrong = form.fields.filter { problems[$0]?.blocks == true }
        let place = form.fields.firstIndex(of: form.focus) ?? 0
        let next = wrong.first { (form.fields.firstIndex(of: $0) ?? 0) > place } ?? wrong.first
        guard let next else { return false }
        state.work?.form.moveFocus(to: next)
        return true
    }
}
