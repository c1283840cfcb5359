import ScreenKit

extension ThemeInks {
    /// What a role is written in and on; nil for the terminal's own.
    struct Look: Hashable, Sendable {
        let ink: RGB?
        let ground: RGB?
    }

    /// The colours that a theme has by itself.
    ///
    /// - Parameter isLight: What the terminal has said of its background; nil where it has said nothing.
    static func inks(of theme: ScreenTheme, isLight: Bool?) -> ThemeInks {
        switch theme {
        case .light: light
        case .dark: dark
        case .highContrast: highContrast
        case .automatic, .basic, .monochrome: isLight.map { $0 ? light : dark } ?? neutral
        }
    }

    var isDark: Bool { self == .dark || self == .highContrast }
    var isLight: Bool { self == .light }

    func look(of role: StyleRole) -> Look {
        switch role {
        case .text, .panel, .label, .title, .header, .field: Look(ink: text, ground: ground)
        case .dim, .placeholder, .footerText: Look(ink: dim, ground: ground)
        case .border: Look(ink: line, ground: ground)
        case .accent, .badge, .footerKey: Look(ink: accent, ground: ground)
        case .good: Look(ink: good, ground: ground)
        case .warn, .match: Look(ink: warn, ground: ground)
        case .bad, .error: Look(ink: bad, ground: ground)
        // One look for both weights: a row that is passed over is painted twice, and each change of look is bytes.
        case .selected, .selectedDim, .panelSelected: Look(ink: onSelection, ground: selection)
        case .selectedAccent: Look(ink: accentOnSelection, ground: selection)
        case .selectedGood: Look(ink: goodOnSelection, ground: selection)
        case .selectedWarn, .selectedMatch: Look(ink: warnOnSelection, ground: selection)
        case .selectedBad: Look(ink: badOnSelection, ground: selection)
        case .fieldFocused: Look(ink: onField, ground: field)
        case .fieldBad: Look(ink: onBadField, ground: badField)
        case .banner: Look(ink: onBanner, ground: banner)
        case .bannerWarn: Look(ink: onAlarm, ground: alarm)
        // The glyph has the colour of its ground, so that the bar is solid.
        case .barGood: Look(ink: good, ground: good)
        case .barWarn: Look(ink: warn, ground: warn)
        case .barBad: Look(ink: bad, ground: bad)
        case .barRest: Look(ink: barRest, ground: barRest)
        }
    }
}
