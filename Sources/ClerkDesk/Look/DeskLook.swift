package import ScreenKit
package import TextLayout

/// What the screen is like: what the terminal has said of itself, and the colours that the clerk wants.
package struct DeskLook: Hashable, Sendable {
    package var widths = AmbiguousWidth.unknown
    package var theme = ScreenTheme.automatic
    /// The question under way for the theme that the clerk chose last time.
    package var recalling: Int?

    package init() {}
}
