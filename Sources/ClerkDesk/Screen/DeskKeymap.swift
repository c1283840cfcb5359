package import ScreenKit

/// The keys of the desk.
package typealias DeskKeymap = Keymap<DeskPlace, DeskIntent>

extension Keymap where Context == DeskPlace, Intent == DeskIntent {
    /// What a clerk must always be able to do, whatever a keymap says.
    package static var essentials: [DeskIntent] { [.help, .quit, .back, .yes, .no] }

    /// Reads a keymap of the desk.
    ///
    /// - Parameter base: the keymap under a user's own file; nil for the standard one itself.
    package static func desk(_ text: String, over base: DeskKeymap? = nil) -> Parsed {
        parse(text, over: base, typing: Set(DeskPlace.allCases.filter(\.takesText)), essentials: essentials)
    }
}
