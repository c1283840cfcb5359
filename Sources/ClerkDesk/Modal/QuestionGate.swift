import ScreenKit

/// Keeps keys that were pressed before a question could be read from answering it.
///
/// Hands run ahead of the screen: Enter goes on in forms, lists and messages, and a second Enter is on its way while the
/// question is being put. Enter and the blank answer only what a frame has shown. `y` is pressed for nothing else, so it
/// counts as an answer whenever it comes.
enum QuestionGate {
    /// - Returns: whether the stroke came too early; the clerk has been told then.
    static func stops(_ stroke: KeyStroke, _ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> Bool {
        // A question that is asked again has to be read again.
        if state.place != .confirm { state.shownQuestion = nil }
        guard intent == .yes, stroke.key == .enter || stroke.key == .character(" "), isUnread(state) else {
            return false
        }
        // Where Enter is the only key that says yes, it is named by itself.
        let yes = desk.keymap.label(for: .yes, in: .confirm) ?? ""
        state.refuse(Phrases.Keys.typedAhead, desk, ["yes": yes])
        return true
    }

    /// Whether the question has not been on the screen yet.
    static func isUnread(_ state: DeskState) -> Bool {
        guard case .question(let question)? = state.modal else { return false }
        return state.shownQuestion?.asksSame(as: question) != true
    }
}
