extension Canvas {
    /// Puts a whole grid under the first rows of this canvas, cell for cell.
    ///
    /// - Parameters:
    ///   - inner: A grid as wide as the canvas.
    ///   - rows: Terminal rows above it.
    package mutating func put(_ inner: CellGrid, below rows: Int) {
        for row in 0..<inner.size.rows {
            for column in 0..<inner.size.columns {
                let place = Position(row: row, column: column)
                var text = String.UnicodeScalarView()
                for value in inner.scalars(at: place) {
                    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
                }
                guard !text.isEmpty else { continue }
                write(
                    String(text), at: Position(row: row + rows, column: column), role: inner.role(at: place))
            }
        }
    }
}
