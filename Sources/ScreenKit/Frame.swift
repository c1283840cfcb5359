import TextLayout

/// Everything the terminal is to show after an event.
///
/// The cursor and the window title are part of the value, so nothing on the terminal depends on the order of calls.
package struct Frame: Equatable, Sendable {
    /// The cells.
    package var grid: CellGrid
    /// Where the cursor stands; `nil` hides it.
    package var cursor: Position?
    /// The window's title, cleaned; empty leaves the title alone.
    package let title: String
    /// The colours to show it with; `nil` leaves them as they are.
    package var theme: ScreenTheme?
    /// What can be clicked, in the order it was drawn.
    package var areas: [HitArea] = []

    /// - Parameters:
    ///   - grid: The cells, usually ``Canvas/grid``.
    ///   - cursor: Where the cursor stands, on the whole screen; `nil` hides it.
    ///   - title: The window's title in one line. It may show outside the window, so it must not name an applicant.
    ///   - theme: The colours to show it with; `nil` leaves them as they are.
    package init(grid: CellGrid, cursor: Position? = nil, title: String = "", theme: ScreenTheme? = nil) {
        self.grid = grid
        self.cursor = cursor
        self.title = SafeText.singleLine(title)
        self.theme = theme
    }
}
