extension KeyStroke {
    /// The stroke as keymap files spell it: `F8`, `C-x`, `S-Tab`, `Hash`, `j`.
    package var name: String {
        prefix(control: "C-", alt: "A-", shift: "S-") + Self.spelling(of: key)
    }

    /// The stroke as a hint on the screen spells it: `F8`, `Ctrl+X`, `Shift+Tab`, `#`, `j`.
    package var label: String {
        let base =
            switch key {
            case .character(" "): "Space"
            case .character(let character):
                modifiers.isEmpty ? String(character) : character.uppercased()
            default: Self.spelling(of: key)
            }
        return prefix(control: "Ctrl+", alt: "Alt+", shift: "Shift+") + base
    }

    /// Reads the spelling of ``name``.
    ///
    /// - Parameter name: A spelling as in a keymap file; the names of keys may be in any case.
    /// - Returns: `nil` when it names no key.
    package init?(name: some StringProtocol) {
        var rest = Substring(name)
        var modifiers: KeyModifiers = []
        while rest.utf8.count > 2, let modifier = Self.modifier(rest.prefix(2)) {
            modifiers.insert(modifier)
            rest = rest.dropFirst(2)
        }
        guard let key = Self.key(spelled: rest) else { return nil }
        guard case .character(let character) = key else {
            self.init(key, modifiers)
            return
        }
        if modifiers.contains(.shift) { return nil }
        let lowered = modifiers.contains(.control) ? Character(character.lowercased()) : character
        self = KeyStroke(.character(lowered), modifiers).foldedForCommand
    }

    /// The names of the keys that type nothing or would be misread in a file, as in ``name``.
    package static let namedKeys: [(name: String, key: Key)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace), ("Del", .delete),
        ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
        ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Space", .character(" ")), ("Hash", .character("#")),
    ]

    private static let keysByName = Dictionary(uniqueKeysWithValues: namedKeys.map { ($0.name.lowercased(), $0.key) })

    private func prefix(control: String, alt: String, shift: String) -> String {
        (modifiers.contains(.control) ? control : "") + (modifiers.contains(.alt) ? alt : "")
            + (modifiers.contains(.shift) ? shift : "")
    }

    private static func modifier(_ text: Substring) -> KeyModifiers? {
        switch text {
        case "C-", "c-": .control
        case "A-", "a-", "M-", "m-": .alt
        case "S-", "s-": .shift
        default: nil
        }
    }

    private static func spelling(of key: Key) -> String {
        if case .function(let number) = key { return "F\(number)" }
        if let named = namedKeys.first(where: { $0.key == key }) { return named.name }
        guard case .character(let character) = key else { return "" }
        return String(character)
    }

    private static func key(spelled text: Substring) -> Key? {
        if text.count == 1, let character = text.first, character != "#", !character.isWhitespace {
            return .character(character)
        }
        let lowered = text.lowercased()
        if let named = keysByName[lowered] { return named }
        guard lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...24).contains(number) else {
            return nil
        }
        return .function(number)
    }
}
