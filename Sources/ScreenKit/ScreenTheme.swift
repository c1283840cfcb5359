/// Which colours a screen has. The colours themselves are a table of the terminal's side.
package enum ScreenTheme: String, CaseIterable, Hashable, Sendable {
    /// Light or dark, as the terminal says its background is; readable on both until it has said so.
    case automatic
    /// For a light background.
    case light
    /// For a dark background.
    case dark
    /// Black, white and few strong colours, on a background of its own.
    case highContrast = "high-contrast"
    /// The eight basic colours, which a clerk may have set up for bad eyes.
    case basic
    /// Bold, underline and reverse only.
    case monochrome

    /// The one after this, going round.
    package var next: ScreenTheme {
        let all = Self.allCases
        let place = all.firstIndex(of: self) ?? 0
        return all[(place + 1) % all.count]
    }
}
