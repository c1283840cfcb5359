import ChecklistRules

/// The placeholders that a wording may use.
enum PlaceholderCheck {
    static let names = Placeholder.allCases.map(\.rawValue)

    /// Names between braces that aren't placeholders; a brace or bracket that never closes counts as one.
    static func unknown(in text: String) -> [String] {
        let count = { (character: Character) in text.count { $0 == character } }
        let closes = count("{") == count("}") && count("[") == count("]")
        return Placeholder.unknown(in: text) + (closes ? [] : ["…"])
    }
}
