import CTerminalShim
import ScreenKit
import Testing

@testable import TerminalIO

@Suite("Palette")
struct PaletteTests {
    @Test(
        "colours are used when the terminal has them and nobody minds",
        arguments: [
            (TerminalTheme.automatic, 256, nil, Palette.Depth.rich), (.automatic, 8, nil, .basic),
            (.automatic, 0, nil, .none),
            (.automatic, 256, "1", .none), (.automatic, 256, "", .rich), (.basic, 256, nil, .basic),
            (.monochrome, 256, nil, .none),
        ] as [(TerminalTheme, Int, String?, Palette.Depth)])
    func depth(theme: TerminalTheme, colors: Int, noColor: String?, expected: Palette.Depth) {
        #expect(Palette.depth(theme: theme, colors: colors, noColor: noColor) == expected)
    }

    @Test(
        "without colours the meanings that matter still differ from ordinary text",
        arguments: [StyleRole.bad, .error, .warn, .match, .selected, .selectedBad, .fieldFocused, .bannerWarn])
    func monochrome(role: StyleRole) {
        let style = Palette.style(of: role, depth: .none)
        #expect(style.foreground == -1 && style.background == -1)
        #expect(style != Palette.style(of: .text, depth: .none))
    }

    @Test(
        "colour never stands alone for what is bad, and the selection always has a ground",
        arguments: [Palette.Depth.none, .basic, .rich])
    func neverColourAlone(depth: Palette.Depth) {
        for role in [StyleRole.bad, .error, .warn, .selectedBad, .match] {
            #expect(Palette.style(of: role, depth: depth).attributes != 0)
        }
        for role in [StyleRole.selected, .selectedDim, .selectedGood, .selectedWarn, .selectedBad, .selectedMatch] {
            let style = Palette.style(of: role, depth: depth)
            #expect(style.background >= 0 || style.attributes & Int(CTS_REVERSE.rawValue) != 0)
        }
    }

    @Test("a selected row keeps its meanings apart", arguments: [Palette.Depth.basic, .rich])
    func selectedMeanings(depth: Palette.Depth) {
        let roles = [StyleRole.selected, .selectedGood, .selectedWarn, .selectedBad, .selectedMatch]
        #expect(Set(roles.map { Palette.style(of: $0, depth: depth) }).count == roles.count)
    }
}
