import CaseDomain
import ChecklistRules
import ScreenKit

/// How the lessons follow what the clerk does. They look on; they never do anything to the desk.
enum TutorReducer {
    /// Takes notice of an event that the desk has dealt with.
    static func follow(_ event: DeskEvent, _ state: inout DeskState, _ desk: Desk) {
        guard var tutor = state.tutor, let step = tutor.current(desk.lessons) else { return }
        switch event.input {
        case .key, .paste, .scan, .pointer: tutor.typed(at: state.now)
        case .tick: tutor.waited(until: state.now)
        case .started, .resized, .widths, .finished, .closing, .shown: break
        }
        // While something is under way the desk is between two looks.
        if state.writing == nil { tutor.follow(isDone: step.goal.isReached(state, desk), desk.lessons) }
        state.tutor = tutor
    }

    static func turn(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) {
        guard state.tutor != nil else {
            state.refuse(Phrases.Desk.notHere, desk)
            return
        }
        if state.tutor?.turn(by: intent == .skipLesson ? 1 : -1, desk.lessons) == false {
            state.refuse(intent == .skipLesson ? Phrases.Tutor.atEnd : Phrases.Tutor.atBeginning, desk)
        }
    }
}
