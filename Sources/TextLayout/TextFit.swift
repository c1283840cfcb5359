/// Cutting and padding text to an exact number of terminal columns.
package enum TextFit {
    /// Where padded text sits in its columns.
    package enum Alignment: Hashable, Sendable {
        case leading, center, trailing
    }

    /// The longest beginning of a text that fits, with an ellipsis when something was cut.
    ///
    /// The ellipsis is two full stops because `…` takes one column on some terminals and two on others. A wide
    /// character is never cut in half, so the result may be one column short.
    ///
    /// - Parameters:
    ///   - text: One line of text.
    ///   - columns: The most terminal columns the result may take.
    ///   - ellipsis: What marks the cut; left out when it does not fit itself.
    ///   - widths: How the terminal counts ambiguous characters.
    /// - Returns: The text itself when it fits.
    package static func truncated(
        _ text: some StringProtocol, toColumns columns: Int, ellipsis: String = "..", widths: AmbiguousWidth = .unknown
    ) -> String {
        guard widths.columns(of: text) > columns else { return String(text) }
        guard columns > 0 else { return "" }
        let mark = TextWidth.columns(of: ellipsis)
        let room = mark <= columns ? columns - mark : columns
        var result = ""
        var used = 0
        for character in text {
            let width = widths.columns(of: character)
            if used + width > room { break }
            result.append(character)
            used += width
        }
        if mark <= columns { result += ellipsis }
        return result
    }

    /// A text brought to exactly the given number of columns, cut or filled up with spaces.
    ///
    /// - Parameters:
    ///   - text: One line of text.
    ///   - columns: The terminal columns the result takes.
    ///   - alignment: Where the text sits when it is shorter.
    ///   - widths: How the terminal counts ambiguous characters.
    /// - Returns: A text of exactly `columns` terminal columns.
    package static func padded(
        _ text: some StringProtocol, toColumns columns: Int, alignment: Alignment = .leading,
        widths: AmbiguousWidth = .unknown
    ) -> String {
        let cut = truncated(text, toColumns: columns, widths: widths)
        let missing = max(0, columns - widths.columns(of: cut))
        let before =
            switch alignment {
            case .leading: 0
            case .center: missing / 2
            case .trailing: missing
            }
        return String(repeating: " ", count: before) + cut + String(repeating: " ", count: missing - before)
    }
}
