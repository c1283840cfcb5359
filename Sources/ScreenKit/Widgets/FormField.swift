import TextLayout

/// A labelled text field with room for what is wrong with it.
package struct FormField: Hashable, Sendable {
    /// The words before the field.
    package let label: String
    /// The field.
    package var field: TextField
    /// What is wrong with the content; `nil` when nothing is.
    package var error: String?
    /// Example text for the empty field.
    package let placeholder: String

    /// - Parameters:
    ///   - label: The words before the field.
    ///   - field: The field.
    ///   - error: What is wrong with the content.
    ///   - placeholder: Example text for the empty field.
    package init(label: String, field: TextField = TextField(), error: String? = nil, placeholder: String = "") {
        self.label = label
        self.field = field
        self.error = error
        self.placeholder = placeholder
    }

    /// Draws the label and the field on the first row, and what is wrong on the second if there is one.
    ///
    /// - Parameters:
    ///   - canvas: Where to draw.
    ///   - rect: The place; two rows leave room for the error.
    ///   - labelColumns: Terminal columns for the label, the blank after it included, the same for a whole form.
    ///   - focused: Whether the field has the focus.
    /// - Returns: Where the cursor stands on the whole screen.
    package func draw(
        into canvas: inout Canvas, in rect: Rect, labelColumns: Int, focused: Bool
    ) -> Position? {
        var line = rect.line(0)
        let labelRect = line.splitLeft(labelColumns)
        canvas.write(
            TextFit.truncated(label, toColumns: max(0, labelRect.columns - 1)), at: labelRect.origin,
            role: focused ? .accent : .label)
        let cursor = field.draw(
            into: &canvas, in: line, focused: focused, isBad: error != nil, placeholder: placeholder)
        if let error, rect.rows > 1 {
            var below = rect.line(1)
            _ = below.splitLeft(labelColumns)
            canvas.write("! " + error, at: below.origin, role: .error, maxColumns: below.columns)
        }
        return cursor
    }
}
