import ChecklistRules

/// The placeholders that a wording may use.
enum PlaceholderCheck {
    static let names = Placeholder.allCases.map(\.rawValue)

    /// Every name between braces, whether there is such a placeholder or not.
    static func all(in text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        return text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).map { part in
            String(part.prefix { $0 != "}" })
        }
    }

    /// Names between braces that aren't placeholders; a brace or bracket that never closes counts as one.
    static func unknown(in text: String) -> [String] {
        let count = { (character: Character) in text.count { $0 == character } }
        let closes = count("{") == count("}") && count("[") == count("]")
        return Placeholder.unknown(in: text) + (closes ? [] : ["…"])
    }
}
