import CaseDomain
import ScreenKit

/// What keys do in a prompt.
enum PromptReducer {
    static func perform(
        _ intent: DeskIntent, _ prompt: Prompt, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var prompt = prompt
        if prompt.isTyping, let edit = intent.cursorMove {
            prompt.edit(edit)
            state.modal = .prompt(prompt)
            return []
        }
        switch intent {
        case .down, .nextField: prompt.moveFocus(by: 1)
        case .up, .previousField: prompt.moveFocus(by: -1)
        case .right, .toggle: prompt.step(by: 1)
        case .left: prompt.step(by: -1)
        case .choose where !prompt.isOnLastField: prompt.moveFocus(by: 1)
        case .choose, .save: return finish(prompt, &state, stamp, desk)
        case .back:
            state.modal = nil
            return []
        default: break
        }
        state.modal = .prompt(prompt)
        return []
    }

    private static func finish(
        _ prompt: Prompt, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch prompt.purpose {
        case .demand: DemandReducer.answer(prompt, &state, desk)
        case .eligibility(let bars): EligibilityReducer.record(prompt, bars, &state, stamp, desk)
        case .card: CardReducer.issue(prompt, &state, stamp, desk)
        }
    }
}
