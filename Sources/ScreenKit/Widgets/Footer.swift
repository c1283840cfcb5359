/// The key hints at the bottom of a screen.
package struct Footer: Hashable, Sendable {
    /// The hints, most important first.
    package let hints: [KeyHint]

    /// - Parameter hints: The hints, most important first; those that do not fit are left out from the end, the ways out and
    ///   to the help last of all.
    package init(_ hints: [KeyHint]) {
        self.hints = hints
    }

    /// Draws as many hints as the rectangle's rows hold.
    ///
    /// - Parameters:
    ///   - canvas: Where to draw.
    ///   - rect: The footer's place, usually one or two rows.
    /// - Returns: How many hints were drawn.
    @discardableResult
    package func draw(into canvas: inout Canvas, in rect: Rect) -> Int {
        canvas.fill(rect, role: .footerText)
        var drawn = 0
        var shown = hints
        while KeyHint.rows(shown, columns: rect.columns).count > rect.rows,
            let last = shown.lastIndex(where: { !$0.isKept })
        {
            shown.remove(at: last)
        }
        for (index, row) in KeyHint.rows(shown, columns: rect.columns).prefix(rect.rows).enumerated() {
            if row.contains(where: { $0.columns > rect.columns }) { break }
            KeyHint.draw(row, into: &canvas, at: Position(row: rect.row + index, column: rect.column))
            drawn += row.count
        }
        return drawn
    }
}
