package import TextLayout

/// Draws text and rectangles onto a grid, inside a clip and relative to an origin.
///
/// Positions are those of the current clip, so a widget draws from (0, 0) wherever it stands, and nothing it does
/// shows outside. Drawing cannot be read back; a screen that needs to know what it drew keeps it in its state.
package struct Canvas: Sendable {
    /// What has been drawn so far.
    package private(set) var grid: CellGrid
    /// How the terminal counts ambiguous characters.
    package let widths: AmbiguousWidth
    /// What can be clicked, in the order it was drawn.
    package private(set) var areas: [HitArea] = []
    /// The part of the grid that may be drawn on, in grid positions.
    private var clip: Rect
    /// Where (0, 0) is, in grid positions; differs from the clip's corner when a rectangle was cut at an edge.
    private var origin: Position

    /// A blank canvas.
    ///
    /// - Parameters:
    ///   - size: Terminal rows and columns.
    ///   - role: What the blank cells mean.
    ///   - widths: How the terminal counts ambiguous characters.
    package init(size: Size, role: StyleRole = .text, widths: AmbiguousWidth = .unknown) {
        self.widths = widths
        grid = CellGrid(size: size, role: role)
        clip = Rect(size: size)
        origin = Position(row: 0, column: 0)
    }

    /// The visible part of the current clip, in its own positions.
    package var bounds: Rect {
        Rect(
            row: clip.row - origin.row, column: clip.column - origin.column, rows: clip.rows, columns: clip.columns)
    }

    /// The place on the screen of a position of the current clip.
    ///
    /// - Parameter position: A position relative to the current clip.
    /// - Returns: The position on the whole screen; `nil` when it is clipped away.
    package func screenPosition(of position: Position) -> Position? {
        let place = Position(row: origin.row + position.row, column: origin.column + position.column)
        return clip.contains(place) ? place : nil
    }

    /// Draws with a rectangle as the whole world: its corner is (0, 0) and nothing outside changes.
    ///
    /// - Parameters:
    ///   - rect: A rectangle relative to the current clip; the part outside the clip is cut off.
    ///   - body: Draws.
    /// - Returns: What `body` returns.
    @discardableResult
    package mutating func withClip<Result>(_ rect: Rect, _ body: (inout Canvas) -> Result) -> Result {
        let outer = (clip, origin)
        let placed = Rect(
            row: origin.row + rect.row, column: origin.column + rect.column, rows: rect.rows, columns: rect.columns)
        clip = clip.intersection(placed)
        origin = placed.origin
        defer { (clip, origin) = outer }
        return body(&self)
    }

    /// Writes one line of text.
    ///
    /// The text is cleaned as by ``TextLayout/SafeText``. A wide character that an edge cuts in half becomes a blank,
    /// and so does the other half of one that is overwritten, even where that half lies outside the clip.
    ///
    /// - Parameters:
    ///   - text: One line; line breaks become blanks.
    ///   - position: Where it starts; may lie outside the clip.
    ///   - role: What it means.
    ///   - maxColumns: The most terminal columns to use; `nil` for all there are.
    /// - Returns: The terminal columns the text took, up to `maxColumns`, whether visible or clipped.
    @discardableResult
    package mutating func write(
        _ text: String, at position: Position, role: StyleRole = .text, maxColumns: Int? = nil
    ) -> Int {
        let row = origin.row + position.row
        let start = origin.column + position.column
        let limit = maxColumns ?? Int.max
        let isVisible = row >= clip.row && row < clip.endRow
        var used = 0
        var base: Int?
        for scalar in text.unicodeScalars {
            var value = scalar.value
            switch SafeText.verdict(on: scalar) {
            case .keep: break
            case .remove: continue
            case .standIn: value = 0x3F
            case .space, .lineBreak: value = 0x20
            }
            let width = value < 0x7F ? 1 : widths.columns(of: scalar)
            if width == 0 {
                if let base { grid.combine(value, row: row, column: base) }
                continue
            }
            if used + width > limit {
                if used < limit && isVisible { _ = place(0x20, width: 1, row: row, column: start + used, role: role) }
                return used < limit ? limit : used
            }
            base = nil
            if isVisible {
                let column = start + used
                if place(value, width: width, row: row, column: column, role: role) { base = column }
            }
            used += width
        }
        return used
    }

    /// Writes one line of text of any kind; see ``write(_:at:role:maxColumns:)``.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, at position: Position, role: StyleRole = .text, maxColumns: Int? = nil
    ) -> Int {
        write(String(text), at: position, role: role, maxColumns: maxColumns)
    }

    /// Notes that a rectangle does something when it is clicked.
    ///
    /// - Parameters:
    ///   - rect: Relative to the current clip; the part outside is left out.
    ///   - target: What was drawn there.
    package mutating func mark(_ rect: Rect, _ target: HitArea.Target) {
        let area = visible(rect)
        if !area.isEmpty { areas.append(HitArea(rect: area, target: target)) }
    }

    /// Blanks a rectangle.
    ///
    /// - Parameters:
    ///   - rect: Relative to the current clip.
    ///   - role: What the blank cells mean.
    package mutating func fill(_ rect: Rect, role: StyleRole = .text) {
        let area = visible(rect)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn {
                grid.put(0x20, width: 1, row: row, column: column, role: role)
            }
        }
    }

    /// Gives the cells of a rectangle another meaning and leaves what they show.
    ///
    /// - Parameters:
    ///   - rect: Relative to the current clip.
    ///   - transform: The new role for a cell's role, such as ``StyleRole/onSelection``.
    package mutating func restyle(_ rect: Rect, _ transform: (StyleRole) -> StyleRole) {
        let area = visible(rect)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn {
                let role = grid.role(at: Position(row: row, column: column))
                grid.setRole(transform(role), row: row, column: column)
            }
        }
    }

    /// Draws a horizontal line.
    ///
    /// - Parameters:
    ///   - position: Its left end.
    ///   - columns: Its length in terminal columns.
    ///   - role: What it means.
    package mutating func horizontalRule(at position: Position, columns: Int, role: StyleRole = .border) {
        guard columns > 0 else { return }
        write(String(repeating: "-", count: columns), at: position, role: role)
    }

    /// Draws a frame along the inside of a rectangle and blanks what is within.
    ///
    /// The frame is ASCII: the box drawing characters take two columns on terminals set up for Chinese, and one such
    /// cell shifts the rest of its row.
    ///
    /// - Parameters:
    ///   - rect: Relative to the current clip; below two rows or columns nothing is drawn.
    ///   - role: What the frame means.
    ///   - inside: What the blank inside means.
    package mutating func box(_ rect: Rect, role: StyleRole = .border, inside: StyleRole = .panel) {
        guard rect.rows >= 2, rect.columns >= 2 else { return }
        fill(rect, role: inside)
        mark(rect, .nothing)
        let edge = "+" + String(repeating: "-", count: rect.columns - 2) + "+"
        write(edge, at: rect.origin, role: role)
        write(edge, at: Position(row: rect.endRow - 1, column: rect.column), role: role)
        for row in (rect.row + 1)..<(rect.endRow - 1) {
            write("|", at: Position(row: row, column: rect.column), role: role)
            write("|", at: Position(row: row, column: rect.endColumn - 1), role: role)
        }
    }

    /// Puts one glyph where the clip lets it; returns whether it can take combining marks.
    private mutating func place(_ value: UInt32, width: Int, row: Int, column: Int, role: StyleRole) -> Bool {
        if column >= clip.column && column + width <= clip.endColumn {
            grid.put(value, width: width, row: row, column: column, role: role)
            return true
        }
        for cut in column..<(column + width) where cut >= clip.column && cut < clip.endColumn {
            grid.put(0x20, width: 1, row: row, column: cut, role: role)
        }
        return false
    }

    private func visible(_ rect: Rect) -> Rect {
        clip.intersection(
            Rect(
                row: origin.row + rect.row, column: origin.column + rect.column, rows: rect.rows,
                columns: rect.columns))
    }
}
