import TextLayout

/// A key and what it does, in few words.
package struct KeyHint: Hashable, Sendable {
    /// The key, as ``KeyChord/label``.
    package let key: String
    /// What it does.
    package let text: String
    /// Whether it does so now; a hint that is off is shown with lesser weight.
    package let isEnabled: Bool
    /// Whether others make room for it.
    package let isKept: Bool

    /// - Parameters:
    ///   - key: The key's label.
    ///   - text: What it does.
    ///   - isEnabled: Whether it does so now.
    ///   - isKept: Whether others make room for it.
    package init(key: String, text: String, isEnabled: Bool = true, isKept: Bool = false) {
        self.key = key
        self.text = text
        self.isEnabled = isEnabled
        self.isKept = isKept
    }

    /// Terminal columns of the hint.
    var columns: Int { TextWidth.columns(of: key) + 1 + TextWidth.columns(of: text) }

    /// Draws the hint and returns the columns used.
    func draw(into canvas: inout Canvas, at position: Position) -> Int {
        let keyColumns = canvas.write(key, at: position, role: .footerKey)
        let text = Position(row: position.row, column: position.column + keyColumns + 1)
        let used = keyColumns + 1 + canvas.write(self.text, at: text, role: isEnabled ? .footerText : .dim)
        canvas.mark(Rect(row: position.row, column: position.column, rows: 1, columns: used), .keys(key))
        return used
    }

    /// The hints by rows, each row as full as it gets.
    ///
    /// - Parameters:
    ///   - hints: The hints, in the order they are to be read.
    ///   - columns: Terminal columns of a row; a hint that is wider has a row of its own.
    static func rows(_ hints: [KeyHint], columns: Int) -> [[KeyHint]] {
        var rows: [[KeyHint]] = []
        var used = 0
        for hint in hints {
            if rows.isEmpty || used + gap + hint.columns > columns {
                rows.append([hint])
                used = hint.columns
            } else {
                rows[rows.count - 1].append(hint)
                used += gap + hint.columns
            }
        }
        return rows
    }

    /// Draws one of ``rows(_:columns:)``.
    static func draw(_ row: [KeyHint], into canvas: inout Canvas, at position: Position) {
        var column = position.column
        for hint in row {
            column += hint.draw(into: &canvas, at: Position(row: position.row, column: column)) + gap
        }
    }

    /// Blank columns between two hints.
    static let gap = 2
}
