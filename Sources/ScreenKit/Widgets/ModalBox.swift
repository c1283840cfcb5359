import TextLayout

/// A box over the screen that tells something or asks for a decision.
package struct ModalBox: Hashable, Sendable {
    /// The box's title.
    package let title: String
    /// What it says; long lines are broken.
    package let lines: [String]
    /// The keys that answer it.
    package let options: [KeyHint]
    /// What the title means, such as ``StyleRole/warn`` for a warning.
    package let titleRole: StyleRole

    /// - Parameters:
    ///   - title: The title.
    ///   - lines: What it says, one paragraph each; an empty one is a blank row.
    ///   - options: The keys that answer it, most important first.
    ///   - titleRole: What the title means.
    package init(title: String, lines: [String], options: [KeyHint] = [], titleRole: StyleRole = .title) {
        self.title = title
        self.lines = lines
        self.options = options
        self.titleRole = titleRole
    }

    /// Draws the box in the middle of a rectangle, as large as its content and as the rectangle allow.
    ///
    /// - Parameters:
    ///   - canvas: Where to draw.
    ///   - area: The place to centre in, usually the whole screen.
    ///   - extraRows: Rows to leave free between the lines and the options, for a field or a list.
    ///   - minColumns: The least terminal columns inside, for what goes into the free rows.
    /// - Returns: The free rows, or the rows of text when there are none.
    @discardableResult
    package func draw(
        into canvas: inout Canvas, in area: Rect, extraRows: Int = 0, minColumns: Int = 0
    ) -> Rect {
        let optionColumns = options.reduce(0) { $0 + $1.columns + KeyHint.gap }
        let widest = lines.map { TextWidth.columns(of: $0) }.max() ?? 0
        let wanted = max(TextWidth.columns(of: title) + 2, widest, optionColumns - KeyHint.gap, minColumns)
        let inner = max(2, min(wanted, area.columns - Self.frameColumns))
        let broken = lines.flatMap { LineBreaking.lines(SafeText.singleLine($0), columns: inner) }
        let optionRows = KeyHint.rows(options, columns: inner)
        let rows = broken.count + extraRows + (optionRows.isEmpty ? 0 : optionRows.count + 1) + Self.frameRows
        let rect = area.centered(Size(rows: rows, columns: inner + Self.frameColumns))
        canvas.box(rect)
        let titleColumns = max(0, rect.columns - 4)
        canvas.write(
            " " + TextFit.truncated(SafeText.singleLine(title), toColumns: titleColumns - 2) + " ",
            at: Position(row: rect.row, column: rect.column + 2), role: titleRole, maxColumns: titleColumns)
        var inside = rect.inset(rows: 1, columns: 2)
        if !optionRows.isEmpty {
            let place = inside.splitBottom(optionRows.count)
            canvas.withClip(place) { canvas in
                for (index, row) in optionRows.enumerated() {
                    KeyHint.draw(row, into: &canvas, at: Position(row: index, column: 0))
                }
            }
            _ = inside.splitBottom(1)
        }
        let text = inside
        for line in broken {
            let place = inside.splitTop(inside.rows > extraRows ? 1 : 0)
            if place.isEmpty { break }
            canvas.write(line, at: place.origin, role: .panel, maxColumns: place.columns)
        }
        return extraRows > 0 ? inside : text
    }

    private static let frameColumns = 4
    private static let frameRows = 2
}
