/// One line that tells how the last action went.
package struct StatusLine: Hashable, Sendable {
    /// How much the line matters.
    package enum Severity: Hashable, Sendable {
        case info, success, warning, failure

        /// What the line means on the screen.
        package var role: StyleRole {
            switch self {
            case .info: .text
            case .success: .good
            case .warning: .warn
            case .failure: .error
            }
        }

        /// The mark before the text, so that the severity shows without colours too.
        package var mark: String {
            switch self {
            case .info: ""
            case .success: "* "
            case .warning: "! "
            case .failure: "!! "
            }
        }
    }

    /// How much it matters.
    package let severity: Severity
    /// What it says.
    package let text: String

    /// - Parameters:
    ///   - severity: How much it matters.
    ///   - text: What it says, in one line.
    package init(_ severity: Severity, _ text: String) {
        self.severity = severity
        self.text = text
    }

    /// Draws the line over the first row of a rectangle and blanks the rest of that row.
    package func draw(into canvas: inout Canvas, in rect: Rect) {
        let line = rect.line(0)
        canvas.fill(line, role: severity.role)
        canvas.withClip(line) { canvas in
            _ = canvas.write(severity.mark + text, at: Position(row: 0, column: 0), role: severity.role)
        }
    }
}
