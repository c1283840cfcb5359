/// What a field takes, which decides what becomes of what is typed into it.
package enum FieldContent: Hashable, Sendable {
    /// Names, addresses, reasons: stays as typed.
    case words
    /// Digits with whatever people write between them: full-width forms become plain ones.
    case number
    /// A number with a check character: plain capitals without blanks.
    case code
    case date(DateEntry.Leaning)
    /// A PIN: never shown, kept or copied.
    case secret

    /// What was typed, as it will be stored: an input method that was left on must not make a number wrong.
    package func folded(_ text: String) -> String {
        switch self {
        case .words: text
        case .number, .date, .secret: FieldFolding.plain(text)
        case .code: FieldFolding.plain(text).uppercased().filter { !$0.isWhitespace }
        }
    }
}

/// Full-width forms, and the plain characters that they stand for.
enum FieldFolding {
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(plain)))
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        case 0x3002: "."
        // Signs that stand for minus: 全角连接号, the dash, the true minus.
        case 0x2010...0x2015, 0x2212: "-"
        default: scalar
        }
    }
}
