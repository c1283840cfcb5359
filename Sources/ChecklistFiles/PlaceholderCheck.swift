import ChecklistRules

/// The placeholders that a wording may use.
enum PlaceholderCheck {
    static let names = Placeholder.allCases.map(\.rawValue)

    /// Names between braces that aren't placeholders; a brace that never closes counts as one.
    static func unknown(in text: String) -> [String] {
        let opened = text.count { $0 == "{" }
        let closed = text.count { $0 == "}" }
        return Placeholder.unknown(in: text) + (opened == closed ? [] : ["…"])
    }
}
