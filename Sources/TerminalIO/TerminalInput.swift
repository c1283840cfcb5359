package import ScreenKit
package import TextLayout

/// Something that reached the program through the terminal or woke it up.
package enum TerminalInput: Hashable, Sendable {
    /// A key was pressed.
    case key(KeyStroke)
    /// The mouse was used, where it was asked for.
    case pointer(PointerEvent)
    /// Text was pasted, all of it at once. It is as the terminal sent it; a text field cleans it.
    case paste(String)
    /// The terminal has a new size, or shows something else than was painted; paint again.
    case resized(Size)
    /// The terminal has said how wide it shows ambiguous characters.
    case widths(AmbiguousWidth)
    /// A mailbox has mail.
    case woken
    /// The program was asked to end, by SIGTERM or SIGINT.
    case terminate
    /// The terminal is gone; nothing can be shown or asked any more.
    case hangup
}
