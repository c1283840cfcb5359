/// How large something on the screen is.
package struct Size: Hashable, Sendable {
    /// Terminal rows, never negative.
    package var rows: Int
    /// Terminal columns, never negative.
    package var columns: Int

    /// - Parameters:
    ///   - rows: Terminal rows; a negative number counts as 0.
    ///   - columns: Terminal columns; a negative number counts as 0.
    package init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }
}

/// A place on the screen, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
    /// Terminal row.
    package var row: Int
    /// Terminal column.
    package var column: Int

    /// - Parameters:
    ///   - row: Terminal row, from 0.
    ///   - column: Terminal column, from 0.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of the screen, and the cuts a layout is made of.
///
/// Cuts never fail: asking for more than there is takes what is there, so that a layout for 80 columns still draws
/// something on a terminal of one row and one column.
package struct Rect: Hashable, Sendable {
    /// The top row.
    package var row: Int
    /// The leftmost column.
    package var column: Int
    /// Height in terminal rows, never negative.
    package var rows: Int
    /// Width in terminal columns, never negative.
    package var columns: Int

    /// - Parameters:
    ///   - row: Top terminal row.
    ///   - column: Leftmost terminal column.
    ///   - rows: Height in terminal rows; a negative number counts as 0.
    ///   - columns: Width in terminal columns; a negative number counts as 0.
    package init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The rectangle of that size at the top left corner.
    package init(size: Size) {
        self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
    }

    /// The rectangle's size.
    package var size: Size { Size(rows: rows, columns: columns) }
    /// The top left corner.
    package var origin: Position { Position(row: row, column: column) }
    /// The first row below.
    package var endRow: Int { row + rows }
    /// The first column to the right.
    package var endColumn: Int { column + columns }
    /// Whether it holds no cell at all.
    package var isEmpty: Bool { rows == 0 || columns == 0 }

    /// Whether a position lies inside.
    package func contains(_ position: Position) -> Bool {
        position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
    }

    /// The part that both rectangles cover; empty when they do not meet.
    package func intersection(_ other: Rect) -> Rect {
        let top = max(row, other.row)
        let left = max(column, other.column)
        return Rect(
            row: top, column: left,
            rows: min(endRow, other.endRow) - top, columns: min(endColumn, other.endColumn) - left)
    }

    /// Takes rows off the top.
    ///
    /// - Parameter count: Terminal rows to take.
    /// - Returns: The rows taken; `self` keeps the rest.
    package mutating func splitTop(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        defer {
            row += taken
            rows -= taken
        }
        return Rect(row: row, column: column, rows: taken, columns: columns)
    }

    /// Takes rows off the bottom.
    ///
    /// - Parameter count: Terminal rows to take.
    /// - Returns: The rows taken; `self` keeps the rest.
    package mutating func splitBottom(_ count: Int) -> Rect {
        let taken = min(max(0, count), rows)
        rows -= taken
        return Rect(row: endRow, column: column, rows: taken, columns: columns)
    }

    /// Takes columns off the left.
    ///
    /// - Parameter count: Terminal columns to take.
    /// - Returns: The columns taken; `self` keeps the rest.
    package mutating func splitLeft(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        defer {
            column += taken
            columns -= taken
        }
        return Rect(row: row, column: column, rows: rows, columns: taken)
    }

    /// Takes columns off the right.
    ///
    /// - Parameter count: Terminal columns to take.
    /// - Returns: The columns taken; `self` keeps the rest.
    package mutating func splitRight(_ count: Int) -> Rect {
        let taken = min(max(0, count), columns)
        columns -= taken
        return Rect(row: row, column: endColumn, rows: rows, columns: taken)
    }

    /// The rectangle without a margin.
    ///
    /// - Parameters:
    ///   - rows: Terminal rows to leave out at the top and at the bottom.
    ///   - columns: Terminal columns to leave out at the left and at the right.
    /// - Returns: What is left, possibly empty.
    package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
        Rect(
            row: row + rows, column: column + columns, rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
    }

    /// One row of the rectangle.
    ///
    /// - Parameter index: Terminal row inside the rectangle, from 0.
    /// - Returns: That row; empty when the rectangle is not that high.
    package func line(_ index: Int) -> Rect {
        Rect(
            row: row + index, column: column, rows: index >= 0 && index < rows ? 1 : 0, columns: columns)
    }

    /// A rectangle of the given size in the middle of this one, cut to fit.
    package func centered(_ size: Size) -> Rect {
        let height = min(size.rows, rows)
        let width = min(size.columns, columns)
        return Rect(
            row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height, columns: width)
    }
}
