/// Makes text from outside fit to be shown.
///
/// Names, addresses and remarks come from files, pastes and other programs. A control sequence in one of them must
/// not reach the terminal, and a character that reverses or hides its neighbours must not make a screen or a notice
/// say something other than what is stored.
package enum SafeText {
    /// What becomes of one scalar.
    package enum Verdict: Hashable, Sendable {
        /// Shown as it is.
        case keep
        /// Dropped, because it has no glyph and changes only how its neighbours look.
        case remove
        /// Shown as the stand-in, because the reader should see that something was there.
        case standIn
        /// A blank: tabs and no-break spaces of odd widths.
        case space
        /// Ends a line.
        case lineBreak
    }

    /// The visible stand-in for what cannot be shown. ASCII, because U+FFFD has no settled width.
    package static let standIn: Character = "?"

    /// Judges one scalar.
    ///
    /// - Parameter scalar: Any scalar.
    /// - Returns: What to do with it.
    package static func verdict(on scalar: Unicode.Scalar) -> Verdict {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return .keep }
        if value >= 0x2E80 && value < 0xD800 { return .keep }
        if value < 0xA0 { return controlVerdict(value) }
        switch value {
        case 0xAD, 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x2060...0x2065, 0x206A...0x206F: return .remove
        case 0xFE0E...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F: return .remove
        case 0x2028, 0x2029: return .lineBreak
        case 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: return .standIn
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return .space
        default: return value & 0xFFFE == 0xFFFE ? .standIn : .keep
        }
    }

    /// The text as one line without anything that could steer a terminal or mislead a reader.
    ///
    /// Line breaks and tabs become one blank each.
    ///
    /// - Parameter text: Text from anywhere.
    /// - Returns: The same text when there is nothing to do.
    package static func singleLine(_ text: some StringProtocol) -> String {
        cleaned(text, lineBreak: " ")
    }

    /// The text with its line breaks, all as `\n`, and otherwise as ``singleLine(_:)``.
    ///
    /// - Parameter text: Text from anywhere.
    /// - Returns: The same text when there is nothing to do.
    package static func multiLine(_ text: some StringProtocol) -> String {
        cleaned(text, lineBreak: "\n")
    }

    private static func controlVerdict(_ value: UInt32) -> Verdict {
        switch value {
        case 0x09: .space
        case 0x0A...0x0D, 0x85: .lineBreak
        default: .standIn
        }
    }

    private static func cleaned(_ text: some StringProtocol, lineBreak: Unicode.Scalar) -> String {
        if isClean(text, lineBreak: lineBreak) { return String(text) }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        var needsBase = true
        for scalar in text.unicodeScalars {
            let endsPair = afterReturn && scalar == "\n"
            afterReturn = scalar == "\r"
            if endsPair { continue }
            switch verdict(on: scalar) {
            case .remove: continue
            case .keep:
                if needsBase && TextWidth.columns(of: scalar) == 0 { result.append(contentsOf: standIn.unicodeScalars) }
                result.append(scalar)
                needsBase = false
            case .standIn:
                result.append(contentsOf: standIn.unicodeScalars)
                needsBase = false
            case .space:
                result.append(" ")
                needsBase = true
            case .lineBreak:
                result.append(lineBreak)
                needsBase = true
            }
        }
        return String(result)
    }

    /// A combining mark at the start of a line would climb onto whatever was drawn before it.
    private static func isClean(_ text: some StringProtocol, lineBreak: Unicode.Scalar) -> Bool {
        let plain: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte < 0x20 || byte > 0x7E { return false }
            return true
        }
        if plain == true { return true }
        var needsBase = true
        for scalar in text.unicodeScalars {
            if scalar == lineBreak {
                needsBase = true
            } else if verdict(on: scalar) != .keep || (needsBase && TextWidth.columns(of: scalar) == 0) {
                return false
            } else {
                needsBase = false
            }
        }
        return true
    }
}
