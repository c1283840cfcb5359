import TextLayout

/// The part of a long text that a narrow field shows.
struct TextWindow: Hashable, Sendable {
    /// Columns of text before the field's first column.
    let offset: Int
    /// Where the cursor stands in the field; 0 without one.
    let cursorColumn: Int
    /// Whether a mark stands in the first and in the last column, because there is more on that side.
    let hidesStart: Bool
    let hidesEnd: Bool

    /// A field that is narrower has no column to spare for marks.
    private static let leastForMarks = 8

    /// Scrolls by half a field, so that typing doesn't shift the text at every key, and keeps a quarter of the field on
    /// both sides of the cursor wherever there is text to show.
    ///
    /// - Parameters:
    ///   - cursor: The number of characters before the cursor; `nil` where the field hasn't the focus, and then its
    ///     beginning shows.
    ///   - columns: Terminal columns of the field.
    ///   - widths: How the terminal counts ambiguous characters.
    init(_ characters: [Character], cursor: Int?, columns: Int, _ widths: AmbiguousWidth = .unknown) {
        var total = 0
        var at = 0
        for (place, character) in characters.enumerated() {
            if place == cursor { at = total }
            total += widths.columns(of: character)
        }
        if let cursor, cursor >= characters.count { at = total }
        // Behind the text the cursor needs a column of its own.
        let needed = cursor == nil ? total : total + 1
        guard needed > columns, columns > 0 else {
            (offset, cursorColumn, hidesStart, hidesEnd) = (0, at, false, false)
            return
        }
        let quarter = columns / 4
        let step = max(1, columns / 2)
        let wanted = at < quarter + step ? 0 : (at - quarter) / step * step
        var start = 0
        for character in characters {
            if start >= min(wanted, needed - columns) || start >= at { break }
            start += widths.columns(of: character)
        }
        // A wide character at the edge may have pushed the start behind the cursor's own.
        offset = min(start, at)
        cursorColumn = at - offset
        hidesStart = columns >= TextWindow.leastForMarks && offset > 0
        hidesEnd = columns >= TextWindow.leastForMarks && total - offset > columns
    }
}
