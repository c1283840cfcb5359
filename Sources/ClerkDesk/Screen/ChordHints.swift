import ScreenKit

/// What can follow the first keys of a chord, in the place of the footer.
enum ChordHints {
    static func hints(_ state: DeskState, _ desk: Desk) -> [KeyHint] {
        let place = state.place
        let begun = state.pending.count
        var seen: Set<KeyChord> = []
        let all = desk.keymap.continuations(of: state.pending, in: place)
        let following = all.filter { seen.insert($0.chord).inserted }
        return following.map { binding in
            let rest = KeyChord(Array(binding.chord.strokes.dropFirst(begun)))
            return KeyHint(key: rest.label, text: desk.say(binding.intent.phrase(at: place)))
        } + [KeyHint(key: KeyStroke(.escape).label, text: desk.say(Phrases.Keys.cancelled))]
    }

    /// The keys pressed so far.
    static func begun(_ state: DeskState) -> String { state.pending.map(\.label).joined(separator: " ") }

    /// A key that leads nowhere ends the chord; Esc does so without a word.
    static func refuse(_ stroke: KeyStroke, _ state: inout DeskState, _ desk: Desk) {
        let keys = begun(state) + " " + stroke.label
        let next = hints(state, desk).map(\.key).joined(separator: " ")
        state.pending = []
        guard stroke.key != .escape else { return }
        state.status = StatusLine(.info, desk.say(Phrases.Keys.noSuchChord, ["keys": keys, "next": next]))
    }
}
