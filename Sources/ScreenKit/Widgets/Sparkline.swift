package import TextLayout

/// A row of numbers as a row of heights, one column each.
///
/// Where the terminal has said that the block characters take one column they stand for the heights; anywhere else it is
/// the digits 0 to 9, which are as wide as they look everywhere.
package struct Sparkline: Hashable, Sendable {
    package let values: [Int]

    /// - Parameter values: Numbers from the oldest to the newest; a negative one counts as 0.
    package init(_ values: [Int]) { self.values = values.map { max(0, $0) } }

    /// The line as text.
    ///
    /// - Parameter widths: How the terminal counts ambiguous characters.
    package func text(_ widths: AmbiguousWidth) -> String {
        let most = values.max() ?? 0
        guard most > 0 else { return String(repeating: widths == .narrow ? " " : "0", count: values.count) }
        return String(
            values.map { value -> Character in
                let steps = widths == .narrow ? Self.blocks : Self.digits
                // The highest value reaches the top, and nothing but 0 lies on the ground.
                let step = value == 0 ? 0 : max(1, value * (steps.count - 1) / most)
                return steps[step]
            })
    }

    /// Draws as many of the newest values as there are columns.
    @discardableResult
    package func draw(
        into canvas: inout Canvas, at position: Position, columns: Int, role: StyleRole = .accent
    ) -> Int {
        canvas.write(Sparkline(values.suffix(max(0, columns))).text(canvas.widths), at: position, role: role)
    }

    private static let blocks = Array(" \u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")
    private static let digits = Array("0123456789")
}
