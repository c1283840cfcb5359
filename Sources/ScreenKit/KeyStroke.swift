/// A key on the keyboard, without its modifiers.
package enum Key: Hashable, Sendable {
    /// A key that types something; upper case letters come as themselves, without ``KeyModifiers/shift``.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 and up, by number.
    case function(Int)
}

/// The keys held down with another one.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Ctrl.
    package static let control = KeyModifiers(rawValue: 1)
    /// Alt, which terminals send as Esc and the key.
    package static let alt = KeyModifiers(rawValue: 2)
    /// Shift, for keys that do not type anything.
    package static let shift = KeyModifiers(rawValue: 4)
}

/// One press of a key. Pasted text is not a key stroke; it arrives as one piece of its own.
package struct KeyStroke: Hashable, Sendable {
    /// The key.
    package let key: Key
    /// What was held down with it.
    package let modifiers: KeyModifiers

    /// - Parameters:
    ///   - key: The key.
    ///   - modifiers: What was held down with it.
    package init(_ key: Key, _ modifiers: KeyModifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// What the stroke types into a text field; `nil` for a command key.
    package var typedCharacter: Character? {
        guard case .character(let character) = key, modifiers.isEmpty else { return nil }
        return character
    }
}
