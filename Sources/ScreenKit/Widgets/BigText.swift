/// Lines of characters as large as a hall needs them, built from blank cells with a background: no glyph of them depends
/// on how wide a terminal thinks that it is.
package struct BigText: Hashable, Sendable {
    /// One block of a shape is two columns by one row, which is about a square.
    private static let blockColumns = 2

    /// What is shown; characters that have no shape are left out.
    package let lines: [String]
    /// Blocks of a shape are so many times as large.
    package let scale: Int

    /// The first of some ways to say a thing that has room, as large as it fits.
    ///
    /// - Parameters:
    ///   - ways: The lines of each, the best first.
    ///   - size: Terminal rows and columns that there are.
    /// - Returns: `nil` where not even the last one fits.
    package init?(_ ways: [[String]], in size: Size) {
        for way in ways {
            let block = BigText.blocks(way)
            guard block.rows > 0, block.columns > 0 else { continue }
            let scale = min(size.rows / block.rows, size.columns / (block.columns * BigText.blockColumns))
            guard scale > 0 else { continue }
            lines = way
            self.scale = scale
            return
        }
        return nil
    }

    /// The terminal rows and columns that it takes.
    package var size: Size {
        let block = BigText.blocks(lines)
        return Size(rows: block.rows * scale, columns: block.columns * scale * BigText.blockColumns)
    }

    /// Draws the lines in the middle of a rectangle.
    ///
    /// - Parameter role: Of the blocks; one that has a background.
    package func draw(into canvas: inout Canvas, in rect: Rect, role: StyleRole) {
        canvas.withClip(rect) { canvas in
            var row = max(0, (rect.rows - size.rows) / 2)
            for line in lines {
                let block = BigText.blocks([line])
                var column = max(0, (rect.columns - block.columns * scale * BigText.blockColumns) / 2)
                for shape in line.compactMap(BigLetters.shape) {
                    // Letters stand in the middle of the taller characters beside them.
                    let top = row + (block.rows - shape.height) / 2 * scale
                    draw(shape, at: Position(row: top, column: column), role, into: &canvas)
                    column += (shape.width + 1) * scale * BigText.blockColumns
                }
                row += (block.rows + 1) * scale
            }
        }
    }

    private func draw(
        _ shape: BigLetters.Shape, at place: Position, _ role: StyleRole, into canvas: inout Canvas
    ) {
        for (row, blocks) in shape.rows.enumerated() {
            for (column, isSet) in blocks.enumerated() where isSet {
                let width = scale * BigText.blockColumns
                canvas.fill(
                    Rect(
                        row: place.row + row * scale, column: place.column + column * width, rows: scale,
                        columns: width), role: role)
            }
        }
    }

    /// Rows and columns of blocks, one free between characters and between lines.
    private static func blocks(_ lines: [String]) -> Size {
        let shapes = lines.map { $0.compactMap(BigLetters.shape) }
        let rows = shapes.map { $0.map(\.height).max() ?? 0 }
        let columns = shapes.map { $0.reduce(0) { $0 + $1.width + 1 } - 1 }
        return Size(rows: rows.reduce(0, +) + max(0, lines.count - 1), columns: max(0, columns.max() ?? 0))
    }
}
