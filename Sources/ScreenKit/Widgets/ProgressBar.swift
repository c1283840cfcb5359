/// How far something has come, as a bar one row high.
///
/// The bar is made of `#` and `-` in roles whose glyphs have the colour of their ground: with colours it is a solid bar,
/// without them, or copied, it is the same bar in plain characters. Block characters would take two columns on terminals
/// set up for Chinese.
package struct ProgressBar: Hashable, Sendable {
    /// What the filled part means.
    package enum Tone: Hashable, Sendable {
        case good, warn, bad

        var role: StyleRole {
            switch self {
            case .good: .barGood
            case .warn: .barWarn
            case .bad: .barBad
            }
        }
    }

    /// How much is done, from 0 to `whole`.
    package let done: Int
    /// How much there is to do.
    package let whole: Int
    package let tone: Tone

    /// - Parameters:
    ///   - done: How much is done; brought between 0 and `whole`.
    ///   - whole: How much there is to do; where it is 0, nothing is left and the bar is full.
    ///   - tone: What the filled part means.
    package init(_ done: Int, of whole: Int, tone: Tone = .good) {
        self.whole = max(0, whole)
        self.done = min(max(0, done), self.whole)
        self.tone = tone
    }

    /// How many of the columns are filled. Only a finished bar is full, and only an unbegun one is empty.
    ///
    /// - Parameter columns: Terminal columns of the bar.
    package func filled(of columns: Int) -> Int {
        guard columns > 0 else { return 0 }
        guard whole > 0, done < whole else { return columns }
        guard done > 0 else { return 0 }
        let share = Double(done) / Double(whole) * Double(columns)
        return min(max(1, Int(share.rounded())), max(1, columns - 1))
    }

    /// Draws the bar.
    ///
    /// - Parameters:
    ///   - canvas: Where to draw.
    ///   - position: Its left end.
    ///   - columns: Its length in terminal columns.
    package func draw(into canvas: inout Canvas, at position: Position, columns: Int) {
        let filled = filled(of: columns)
        canvas.write(String(repeating: "#", count: filled), at: position, role: tone.role)
        canvas.write(
            String(repeating: "-", count: max(0, columns - filled)),
            at: Position(row: position.row, column: position.column + filled), role: .barRest)
    }
}
