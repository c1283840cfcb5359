/// One change to a text field.
package enum TextEdit: Hashable, Sendable {
    /// Types or pastes text; it is cleaned to one line.
    case insert(String)
    case backspace, delete
    case left, right, wordLeft, wordRight
    case start, end
    case deleteWord, deleteWordAhead, deleteToStart, deleteToEnd
    /// Puts back what the last of these deletions took; whoever holds the field says what that was.
    case yank
    /// Takes the last change back.
    case undo

    /// The edit a key makes in a text field.
    ///
    /// Keys a keymap binds should be resolved first; what is left comes here. Nothing is folded, because in a field
    /// a full-width letter is what was meant.
    ///
    /// - Parameter stroke: The stroke.
    /// - Returns: `nil` when the key edits nothing.
    package init?(_ stroke: KeyStroke) {
        if let character = stroke.typedCharacter {
            self = .insert(String(character))
            return
        }
        switch (stroke.key, stroke.modifiers) {
        case (.backspace, []): self = .backspace
        case (.delete, []), (.character("d"), .control): self = .delete
        case (.left, []), (.character("b"), .control): self = .left
        case (.right, []), (.character("f"), .control): self = .right
        case (.left, .control), (.left, .alt), (.character("b"), .alt): self = .wordLeft
        case (.right, .control), (.right, .alt), (.character("f"), .alt): self = .wordRight
        case (.home, []), (.character("a"), .control): self = .start
        case (.end, []), (.character("e"), .control): self = .end
        case (.character("w"), .control), (.backspace, .alt): self = .deleteWord
        case (.character("d"), .alt), (.delete, .control), (.delete, .alt): self = .deleteWordAhead
        case (.character("u"), .control): self = .deleteToStart
        case (.character("k"), .control): self = .deleteToEnd
        case (.character("y"), .control): self = .yank
        // Ctrl-Z stops the program, as it does elsewhere; so undo has the other key that terminals can send.
        case (.character("_"), .control): self = .undo
        default: return nil
        }
    }

    /// Whether the edit moves the cursor and changes nothing.
    package var isMove: Bool {
        switch self {
        case .left, .right, .wordLeft, .wordRight, .start, .end: true
        case .insert, .backspace, .delete, .deleteWord, .deleteWordAhead, .deleteToStart, .deleteToEnd, .yank, .undo:
            false
        }
    }
}
