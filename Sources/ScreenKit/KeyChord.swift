/// The strokes that lead to one intent, pressed one after another; mostly just one.
package struct KeyChord: Hashable, Sendable {
    /// The strokes, at least one.
    package let strokes: [KeyStroke]

    /// - Parameter strokes: At least one stroke.
    package init(_ strokes: [KeyStroke]) {
        precondition(!strokes.isEmpty, "a chord has at least one stroke")
        self.strokes = strokes
    }

    /// The chord as keymap files spell it: `g g`, `C-x C-s`.
    package var name: String { strokes.map(\.name).joined(separator: " ") }

    /// The chord as a hint on the screen spells it: `g g`, `Ctrl+X Ctrl+S`.
    package var label: String { strokes.map(\.label).joined(separator: " ") }

    /// Whether this chord is a beginning of the other one, or the same.
    package func begins(_ other: KeyChord) -> Bool {
        other.strokes.starts(with: strokes)
    }
}
