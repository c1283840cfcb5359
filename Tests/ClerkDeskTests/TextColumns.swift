import TextLayout

/// The columns a character takes on the terminal.
enum TextColumns {
    static func of(_ scalar: Unicode.Scalar) -> Int { TextWidth.columns(of: scalar) }
    static func of(_ text: String) -> Int { TextWidth.columns(of: text) }
}
