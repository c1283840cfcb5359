import CaseDomain
import CaseStore
import ScreenKit

/// Which colours the desk shows itself in. What the command line says wins; else it is what the clerk chose last.
enum ThemeReducer {
    /// The note that keeps it.
    private static let note = "setting/theme"

    /// Asks for the theme that the clerk chose last time, unless the command line has named one.
    static func begin(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let theme = desk.theme {
            state.look.theme = theme
            return []
        }
        let effect = state.effect(.recall(note, desk.clerk))
        state.look.recalling = effect.id
        return [effect]
    }

    /// Takes what was kept. A theme that this program doesn't know, or one chosen since the question, changes nothing.
    static func recalled(_ notes: [ClerkNote], _ id: Int, _ state: inout DeskState) {
        guard state.look.recalling == id else { return }
        state.look.recalling = nil
        if let theme = notes.first(where: { $0.name == note }).flatMap({ ScreenTheme(rawValue: $0.text) }) {
            state.look.theme = theme
        }
    }

    static func next(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        state.look.theme = state.look.theme.next
        state.look.recalling = nil
        let name = desk.say(state.look.theme.phrase)
        state.status = StatusLine(.info, desk.say(Phrases.Look.theme, ["theme": name]))
        let kept = ClerkNote(name: note, at: stamp.at, text: state.look.theme.rawValue)
        return [state.effect(.remember(kept, desk.clerk))]
    }
}
