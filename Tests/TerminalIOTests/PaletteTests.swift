import CTerminalShim
import ScreenKit
import Testing

@testable import TerminalIO

@Suite("Palette")
struct PaletteTests {
    @Test(
        "colours are used when the terminal has them and nobody minds",
        arguments: [
            (ScreenTheme.automatic, 256, nil, ColourDepth.palette), (.automatic, 16, nil, .sixteen),
            (.automatic, 8, nil, .eight), (.automatic, 0, nil, .none), (.automatic, 256, "1", .none),
            (.automatic, 256, "", .palette), (.basic, 256, nil, .eight), (.monochrome, 256, nil, .none),
            (.dark, 256, "1", .palette), (.light, 0x100_0000, nil, .direct), (.highContrast, 88, nil, .sixteen),
        ] as [(ScreenTheme, Int, String?, ColourDepth)])
    func depth(theme: ScreenTheme, colours: Int, noColour: String?, expected: ColourDepth) {
        let environment = noColour.map { ["NO_COLOR": $0] } ?? [:]
        #expect(ColourDepth(theme: theme, colours: colours, environment: environment) == expected)
    }

    @Test("COLORTERM makes more of xterm's plain name, and of no other")
    func richTerminal() {
        #expect(ColourDepth.terminalType(["TERM": "xterm", "COLORTERM": "truecolor"]) == "xterm-256color")
        #expect(ColourDepth.terminalType(["TERM": "xterm"]) == "xterm")
        #expect(ColourDepth.terminalType(["TERM": "screen", "COLORTERM": "truecolor"]) == "screen")
    }

    @Test(
        "without colours the meanings that matter still differ from ordinary text",
        arguments: [StyleRole.bad, .error, .warn, .match, .selected, .selectedBad, .fieldFocused, .bannerWarn])
    func monochrome(role: StyleRole) {
        let style = Palette.style(of: role, inks: .neutral, depth: .none)
        #expect(style.foreground == -1 && style.background == -1)
        #expect(style != Palette.style(of: .text, inks: .neutral, depth: .none))
    }

    static let depths: [ColourDepth] = [.none, .eight, .sixteen, .palette, .direct]

    @Test("colour never stands alone for what is bad, and the selection always has a ground", arguments: depths)
    func neverColourAlone(depth: ColourDepth) {
        for inks in [ThemeInks.dark, .light, .neutral, .highContrast] {
            for role in [StyleRole.bad, .error, .warn, .selectedBad, .match] {
                #expect(Palette.style(of: role, inks: inks, depth: depth).attributes != 0)
            }
            for role in [StyleRole.selected, .selectedDim, .selectedGood, .selectedWarn, .selectedBad, .selectedMatch] {
                let style = Palette.style(of: role, inks: inks, depth: depth)
                #expect(style.background >= 0 || style.attributes & Int(CTS_REVERSE.rawValue) != 0)
            }
        }
    }

    @Test("a selected row keeps its meanings apart", arguments: depths.dropFirst())
    func selectedMeanings(depth: ColourDepth) {
        let roles = [StyleRole.selected, .selectedGood, .selectedWarn, .selectedBad, .selectedMatch]
        #expect(Set(roles.map { Palette.style(of: $0, inks: .dark, depth: depth) }).count == roles.count)
    }

    @Test("no depth asks for a colour that it hasn't got", arguments: depths)
    func withinDepth(depth: ColourDepth) {
        let most =
            switch depth {
            case .none: -1
            case .eight: 7
            case .sixteen: 15
            case .palette: 255
            case .direct: 0xFF_FFFF
            }
        for inks in [ThemeInks.dark, .light, .neutral, .highContrast] {
            for role in StyleRole.allCases {
                let style = Palette.style(of: role, inks: inks, depth: depth)
                #expect((-1...most).contains(style.foreground) && (-1...most).contains(style.background))
            }
        }
    }
}

/// The colours of the themes, as numbers: whoever changes one sees here whether it can still be read.
@Suite("Contrast")
struct ContrastTests {
    struct Named: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let inks: ThemeInks
        let least: Double
        /// The neutral theme has no room between black and white to be brought down to the nearest of 256.
        var leastReduced: Double { least == 4.5 && inks == .neutral ? 4.4 : least }
    }

    static let themes = [
        Named(testDescription: "dark", inks: .dark, least: 4.5),
        Named(testDescription: "light", inks: .light, least: 4.5),
        Named(testDescription: "neutral", inks: .neutral, least: 4.5),
        Named(testDescription: "high contrast", inks: .highContrast, least: 7),
    ]

    static let texts = StyleRole.allCases.filter { ![.barGood, .barWarn, .barBad, .barRest].contains($0) }

    @Test("every text can be read on every ground it may have", arguments: themes)
    func contrast(theme: Named) {
        for role in Self.texts {
            let look = theme.inks.look(of: role)
            // The terminal's own ink on its own ground is its owner's business.
            guard let ink = look.ink else { continue }
            for ground in look.ground.map({ [$0] }) ?? theme.inks.grounds {
                #expect(ink.contrast(with: ground) >= theme.least, "\(role): \(ink.contrast(with: ground))")
                let reduced = ColourDepth.colourOf(ColourDepth.nearest(to: ink))
                let under = look.ground == nil ? ground : ColourDepth.colourOf(ColourDepth.nearest(to: ground))
                #expect(reduced.contrast(with: under) >= theme.leastReduced, "\(role), 256: \(reduced)")
            }
        }
    }

    @Test("a bar can be told from the ground and its rest", arguments: themes)
    func bars(theme: Named) {
        for role in [StyleRole.barGood, .barWarn, .barBad] {
            guard let ink = theme.inks.look(of: role).ground else { continue }
            #expect(theme.inks.look(of: role).ink == ink)
            #expect(theme.inks.grounds.allSatisfy { ink.contrast(with: $0) >= 3 })
            #expect(ink != theme.inks.barRest)
        }
    }

    @Test("contrast is what WCAG computes")
    func knownContrasts() {
        #expect(abs(RGB(0xFFFFFF).contrast(with: RGB(0x000000)) - 21) < 0.01)
        #expect(abs(RGB(0x767676).contrast(with: RGB(0xFFFFFF)) - 4.54) < 0.01)
        #expect(abs(RGB(0xFF0000).contrast(with: RGB(0xFFFFFF)) - 4.0) < 0.01)
    }

    @Test(
        "the nearest of 256",
        arguments: [(0x000000, 16), (0xFFFFFF, 231), (0xAF5F00, 130), (0x767676, 243), (0xFE0102, 196)])
    func nearest(hex: Int, number: Int) { #expect(ColourDepth.nearest(to: RGB(hex)) == number) }

    @Test("every number from 16 on is its own nearest colour, or that of one that looks the same")
    func fixedPoints() {
        for number in 16...255 {
            let colour = ColourDepth.colourOf(number)
            #expect(ColourDepth.colourOf(ColourDepth.nearest(to: colour)) == colour)
        }
    }

    @Test("direct colours are never mistaken for one of the eight")
    func direct() {
        #expect(ColourDepth.direct.number(of: RGB(0x000003)) == 8)
        #expect(ColourDepth.direct.number(of: RGB(0x5FAFD7)) == 0x5FAFD7)
    }
}
