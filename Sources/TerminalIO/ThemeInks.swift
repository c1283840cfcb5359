import Glibc
import ScreenKit

/// A colour as red, green and blue of 0 to 255 each.
struct RGB: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    /// - Parameter hex: such as 0xAF5F00.
    init(_ hex: Int) {
        red = hex >> 16 & 0xFF
        green = hex >> 8 & 0xFF
        blue = hex & 0xFF
    }

    var hex: Int { red << 16 | green << 8 | blue }

    /// Relative luminance, from 0 for black to 1 for white, as WCAG 2.2 defines it.
    var luminance: Double {
        0.2126 * RGB.linear(red) + 0.7152 * RGB.linear(green) + 0.0722 * RGB.linear(blue)
    }

    private static func linear(_ channel: Int) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    /// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
    func contrast(with other: RGB) -> Double {
        let (mine, theirs) = (luminance, other.luminance)
        return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
    }
}

/// The colours of one theme: what each meaning is written in, and on what.
///
/// Text has a contrast of at least 4.5 to its ground, and of 7 in the high-contrast theme; a test computes it. Light and
/// dark leave the terminal's own background alone and count on one of ``grounds``; where a theme names a ground of its own
/// it paints it.
struct ThemeInks: Hashable, Sendable {
    /// Backgrounds that the terminal may have; the inks suit all of them.
    let grounds: [RGB]
    /// The colour of ordinary text and the ground under everything; nil for the terminal's own.
    var text: RGB?
    var ground: RGB?
    var dim: RGB
    var line: RGB
    var accent: RGB
    var good: RGB
    var warn: RGB
    var bad: RGB
    /// The selected row: its ground, and the inks on it.
    var selection: RGB
    var onSelection: RGB
    var accentOnSelection: RGB
    var goodOnSelection: RGB
    var warnOnSelection: RGB
    var badOnSelection: RGB
    /// The field that has the focus.
    var field: RGB
    var onField: RGB
    var badField: RGB
    var onBadField: RGB
    var banner: RGB
    var onBanner: RGB
    var alarm: RGB
    var onAlarm: RGB
    /// Bars show no text with colours.
    var barRest: RGB

    static let dark = ThemeInks(
        grounds: [RGB(0x000000), RGB(0x262626), RGB(0x002B36)], dim: RGB(0x9E9E9E), line: RGB(0x949494),
        accent: RGB(0x5FAFD7), good: RGB(0x87AF5F), warn: RGB(0xD7AF5F), bad: RGB(0xFF8787),
        selection: RGB(0x005F87), onSelection: RGB(0xEEEEEE),
        accentOnSelection: RGB(0xAFFFFF), goodOnSelection: RGB(0xAFFFAF), warnOnSelection: RGB(0xFFD787),
        badOnSelection: RGB(0xFFD7D7), field: RGB(0x444444), onField: RGB(0xEEEEEE), badField: RGB(0xAF0000),
        onBadField: RGB(0xFFFFFF), banner: RGB(0x303030), onBanner: RGB(0xFFFFFF), alarm: RGB(0xFFAF00),
        onAlarm: RGB(0x000000), barRest: RGB(0x444444))

    static let light = ThemeInks(
        grounds: [RGB(0xFFFFFF), RGB(0xF0F0F0), RGB(0xFDF6E3)], dim: RGB(0x5F5F5F), line: RGB(0x626262),
        accent: RGB(0x005F87), good: RGB(0x005F00), warn: RGB(0x875F00), bad: RGB(0xAF0000),
        selection: RGB(0xAFD7FF), onSelection: RGB(0x000000),
        accentOnSelection: RGB(0x005F5F), goodOnSelection: RGB(0x005F00), warnOnSelection: RGB(0x5F005F),
        badOnSelection: RGB(0x870000), field: RGB(0xD0D0D0), onField: RGB(0x000000), badField: RGB(0xAF0000),
        onBadField: RGB(0xFFFFFF), banner: RGB(0x005F87), onBanner: RGB(0xFFFFFF), alarm: RGB(0xFFAF00),
        onAlarm: RGB(0x000000), barRest: RGB(0xBCBCBC))

    /// Half way between black and white, for a terminal that hasn't said which of them it is.
    static let neutral = ThemeInks(
        grounds: [RGB(0x000000), RGB(0xFFFFFF)], dim: RGB(0x767676), line: RGB(0x767676), accent: RGB(0x5F5FFF),
        good: RGB(0x00875F), warn: RGB(0xB26200), bad: RGB(0xD700AF), selection: RGB(0x005F87),
        onSelection: RGB(0xEEEEEE), accentOnSelection: RGB(0xAFFFFF),
        goodOnSelection: RGB(0xAFFFAF), warnOnSelection: RGB(0xFFD787), badOnSelection: RGB(0xFFD7D7),
        field: RGB(0x444444), onField: RGB(0xEEEEEE), badField: RGB(0xAF0000), onBadField: RGB(0xFFFFFF),
        banner: RGB(0x303030), onBanner: RGB(0xFFFFFF), alarm: RGB(0xFFAF00), onAlarm: RGB(0x000000),
        barRest: RGB(0x808080))

    static let highContrast = ThemeInks(
        grounds: [RGB(0x000000)], text: RGB(0xFFFFFF), ground: RGB(0x000000), dim: RGB(0xD0D0D0), line: RGB(0xFFFFFF),
        accent: RGB(0x00FFFF), good: RGB(0x00FF00), warn: RGB(0xFFFF00), bad: RGB(0xFFAFAF), selection: RGB(0xFFFFFF),
        onSelection: RGB(0x000000), accentOnSelection: RGB(0x00005F),
        goodOnSelection: RGB(0x005F00), warnOnSelection: RGB(0x5F0000), badOnSelection: RGB(0x870000),
        field: RGB(0xFFFF00), onField: RGB(0x000000), badField: RGB(0xFFAFAF), onBadField: RGB(0x000000),
        banner: RGB(0xFFFFFF), onBanner: RGB(0x000000), alarm: RGB(0xFFFF00), onAlarm: RGB(0x000000),
        barRest: RGB(0x767676))
}
