import CTerminalShim
import ScreenKit

/// How each meaning looks with the colours a terminal has: attributes, and numbers of colours.
///
/// Colour never stands alone: what is bad is bold too, what is found is underlined too, and what is selected is
/// reversed or has a background. Ordinary text keeps the terminal's own colours, light or dark.
enum Palette {
    /// Attributes and colours of one role.
    struct Style: Hashable, Sendable {
        var attributes: Int = 0
        var foreground: Int = -1
        var background: Int = -1
    }

    /// The style of a role.
    static func style(of role: StyleRole, inks: ThemeInks, depth: ColourDepth) -> Style {
        switch depth {
        case .none: monochrome(role)
        case .eight: basic(role)
        case .sixteen: sixteen(role, isDark: inks.isDark, isLight: inks.isLight)
        case .palette, .direct: rich(role, inks, depth)
        }
    }

    /// Hands all styles to the open screen. Cells already painted keep their old look until they are painted again.
    static func define(inks: ThemeInks, depth: ColourDepth) {
        for role in StyleRole.allCases {
            let style = style(of: role, inks: inks, depth: depth)
            cts_define_style(
                Int32(role.rawValue), Int32(style.attributes), Int32(style.foreground), Int32(style.background))
        }
    }

    /// Which roles look alike where nothing is written: those with the same background and lines.
    ///
    /// - Returns: by the role's raw value, a number that roles of one look share.
    static func blankLooks(inks: ThemeInks, depth: ColourDepth) -> [UInt8] {
        let styles = StyleRole.allCases.map { style(of: $0, inks: inks, depth: depth) }
        return styles.map { style in
            UInt8(styles.firstIndex { blank($0) == blank(style) } ?? 0)
        }
    }

    /// What is left of a style on a blank. Reverse video makes the colour of the text the background.
    private static func blank(_ style: Style) -> Style {
        if style.attributes & reverse != 0 { return style }
        return Style(attributes: style.attributes & underline, background: style.background)
    }

    private static let bold = Int(CTS_BOLD.rawValue)
    private static let dim = Int(CTS_DIM.rawValue)
    private static let underline = Int(CTS_UNDERLINE.rawValue)
    private static let reverse = Int(CTS_REVERSE.rawValue)

    private static func monochrome(_ role: StyleRole) -> Style {
        switch role {
        case .text, .label, .border, .panel, .footerText, .dim, .placeholder, .good: Style()
        // Bars are plain characters here.
        case .barGood, .barWarn, .barBad, .barRest: Style()
        case .title, .header, .accent, .warn, .footerKey, .badge: Style(attributes: bold)
        case .bad, .error: Style(attributes: bold | underline)
        case .match: Style(attributes: underline)
        case .selected, .selectedDim, .selectedGood, .banner, .panelSelected: Style(attributes: reverse)
        case .selectedAccent, .selectedWarn: Style(attributes: reverse | bold)
        case .selectedBad: Style(attributes: reverse | bold | underline)
        case .selectedMatch: Style(attributes: reverse | underline)
        case .field: Style(attributes: underline)
        case .fieldFocused: Style(attributes: reverse)
        case .fieldBad: Style(attributes: reverse | bold)
        case .bannerWarn: Style(attributes: reverse | bold)
        }
    }

    /// Reverse video marks the selection, since of eight background colours none suits both light and dark screens.
    private static func basic(_ role: StyleRole) -> Style {
        var style = monochrome(role)
        switch role {
        case .accent, .footerKey, .badge, .selectedAccent: style.foreground = 6
        case .good, .selectedGood: style.foreground = 2
        case .warn, .selectedWarn: style.foreground = 3
        case .bad, .error, .fieldBad, .selectedBad: style.foreground = 1
        case .banner:
            style = Style(attributes: bold, foreground: 7, background: 4)
        case .bannerWarn:
            style = Style(attributes: bold, foreground: 0, background: 3)
        case .barGood: style = Style(foreground: 2, background: 2)
        case .barWarn: style = Style(foreground: 3, background: 3)
        case .barBad: style = Style(foreground: 1, background: 1)
        default: break
        }
        return style
    }

    /// The eight, with their bright brothers where those are easier to read. By hand: what the sixteen look like is every
    /// desk's own choice, so no distance says which is nearest.
    private static func sixteen(_ role: StyleRole, isDark: Bool, isLight: Bool) -> Style {
        var style = basic(role)
        guard style.background < 0 else {
            if role == .banner { style.foreground = 15 }
            return style
        }
        switch (style.foreground, isDark, isLight) {
        case (1...6, true, _): style.foreground += 8
        // Cyan and yellow are too pale on white.
        case (6, _, true): style.foreground = 4
        case (3, _, true): style.foreground = 5
        default: break
        }
        return style
    }

    private static func rich(_ role: StyleRole, _ inks: ThemeInks, _ depth: ColourDepth) -> Style {
        let look = inks.look(of: role)
        return Style(
            attributes: attributes(role),
            foreground: look.ink.flatMap { depth.number(of: $0) } ?? -1,
            background: look.ground.flatMap { depth.number(of: $0) } ?? -1)
    }

    /// Weight beside the colour, so that colour never stands alone.
    private static func attributes(_ role: StyleRole) -> Int {
        switch role {
        case .title, .header, .accent, .badge, .footerKey, .warn, .bad, .error, .selectedAccent, .selectedWarn,
            .fieldBad, .banner, .bannerWarn, .panelSelected:
            bold
        case .selectedBad: bold | underline
        case .match, .selectedMatch, .field: underline
        default: 0
        }
    }
}
