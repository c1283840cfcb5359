import TextLayout

/// Numbers as bars, one a row: a label, a bar whose length tells the number, and the number itself.
package struct BarChart: Hashable, Sendable {
    /// One row.
    package struct Entry: Hashable, Sendable {
        package let label: String
        package let value: Int
        /// The number as it is written beside the bar.
        package let shown: String
        package let tone: ProgressBar.Tone

        /// - Parameter shown: what stands beside the bar, where that is more than the number.
        package init(_ label: String, _ value: Int, shown: String? = nil, tone: ProgressBar.Tone = .good) {
            self.label = label
            self.value = max(0, value)
            self.shown = shown ?? String(self.value)
            self.tone = tone
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// Draws as many rows as the rectangle has. The longest bar takes all the room there is; where there is none for bars,
    /// the labels and numbers stand alone.
    package func draw(into canvas: inout Canvas, in rect: Rect) {
        let widths = canvas.widths
        let labels = min(entries.map { widths.columns(of: $0.label) }.max() ?? 0, max(0, rect.columns / 2))
        let numbers = entries.map { widths.columns(of: $0.shown) }.max() ?? 0
        let room = rect.columns - labels - numbers - 2
        let most = entries.map(\.value).max() ?? 0
        canvas.withClip(rect) { canvas in
            for (row, entry) in entries.prefix(rect.rows).enumerated() {
                let label = TextFit.padded(SafeText.singleLine(entry.label), toColumns: labels, widths: widths)
                canvas.write(label, at: Position(row: row, column: 0), role: .label)
                let length = room > 0 && most > 0 ? ProgressBar(entry.value, of: most).filled(of: room) : 0
                canvas.write(
                    String(repeating: "#", count: entry.value == 0 ? 0 : length),
                    at: Position(row: row, column: labels + 1), role: entry.tone.role)
                canvas.write(
                    SafeText.singleLine(entry.shown), at: Position(row: row, column: labels + 1 + max(0, room) + 1),
                    role: .text)
            }
        }
    }
}
