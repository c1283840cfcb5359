import CTerminalShim
import ScreenKit

/// How each meaning looks with the colours a terminal has.
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

    /// How many colours the styles may use.
    enum Depth: Hashable, Sendable {
        case none, basic, rich
    }

    /// The colours to use.
    ///
    /// - Parameters:
    ///   - theme: What was asked for.
    ///   - colors: How many colours the terminal has.
    ///   - noColor: The value of NO_COLOR; any but an empty one turns colours off, see https://no-color.org.
    static func depth(theme: TerminalTheme, colors: Int, noColor: String?) -> Depth {
        if theme == .monochrome || colors < 8 || (theme == .automatic && noColor?.isEmpty == false) { return .none }
        return colors >= 256 && theme == .automatic ? .rich : .basic
    }

    /// The style of a role.
    static func style(of role: StyleRole, depth: Depth) -> Style {
        let mono = monochrome(role)
        switch depth {
        case .none: return mono
        case .basic: return basic(role)
        case .rich: return rich(role)
        }
    }

    /// Hands all styles to the open screen, once.
    static func define(depth: Depth) {
        for role in StyleRole.allCases {
            let style = style(of: role, depth: depth)
            cts_define_style(
                Int32(role.rawValue), Int32(style.attributes), Int32(style.foreground), Int32(style.background))
        }
    }

    /// Which roles look alike where nothing is written: those with the same background and lines.
    ///
    /// - Returns: by the role's raw value, a number that roles of one look share.
    static func blankLooks(depth: Depth) -> [UInt8] {
        let styles = StyleRole.allCases.map { style(of: $0, depth: depth) }
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
        default: break
        }
        return style
    }

    /// Greys and middling hues that stay readable on white and on black; selected rows bring their own background.
    private static func rich(_ role: StyleRole) -> Style {
        let soft = 24
        return switch role {
        case .text, .panel, .label: Style()
        case .dim, .placeholder, .footerText: Style(foreground: 245)
        case .border: Style(foreground: 244)
        case .title, .header: Style(attributes: bold)
        case .accent, .badge: Style(attributes: bold, foreground: 31)
        case .footerKey: Style(attributes: bold, foreground: 31)
        case .good: Style(foreground: 71)
        case .warn: Style(attributes: bold, foreground: 172)
        case .bad, .error: Style(attributes: bold, foreground: 167)
        case .match: Style(attributes: underline, foreground: 172)
        // One look for both: a row that is passed over is painted twice, and each change of look is bytes.
        case .selected, .selectedDim: Style(foreground: 255, background: soft)
        case .selectedAccent: Style(attributes: bold, foreground: 159, background: soft)
        case .selectedGood: Style(foreground: 157, background: soft)
        case .selectedWarn: Style(attributes: bold, foreground: 222, background: soft)
        case .selectedBad: Style(attributes: bold | underline, foreground: 217, background: soft)
        case .selectedMatch: Style(attributes: underline, foreground: 222, background: soft)
        case .field: Style(attributes: underline)
        case .fieldFocused: Style(foreground: 255, background: 238)
        case .fieldBad: Style(attributes: bold, foreground: 255, background: 124)
        case .banner: Style(attributes: bold, foreground: 255, background: 236)
        case .bannerWarn: Style(attributes: bold, foreground: 16, background: 214)
        case .panelSelected: Style(attributes: bold, foreground: 255, background: soft)
        }
    }
}
