import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import TextLayout
import Testing

@Suite("The look of the desk")
struct LookTests {
    private static func desk(theme: ScreenTheme?) -> Desk {
        let desk = SampleDesk.desk()
        return Desk(
            office: desk.office, clocks: desk.clocks, rules: desk.rules, template: desk.template, papers: desk.papers,
            keymap: desk.keymap, language: .zh, clerk: desk.clerk, window: desk.window, isDemo: false,
            program: desk.program, theme: theme)
    }

    @Test("the theme goes on with a key and is remembered for the clerk alone")
    func remembered() throws {
        let store = SampleDesk.store()
        var first = DeskDriver(Self.desk(theme: nil), store: store)
        #expect(first.frame.theme == .automatic)
        first.press("M-t", "A-t")
        #expect(first.frame.theme == .dark)
        #expect(first.status.contains("深色"))
        #expect(DeskDriver(Self.desk(theme: nil), store: store).frame.theme == .dark)
        #expect(DeskDriver(SampleDesk.desk(clerk: "limin"), store: store).frame.theme == .automatic)
        #expect(DeskDriver(Self.desk(theme: .light), store: store).frame.theme == .light)
    }

    @Test("a theme of another version of the program is no theme")
    func unknownTheme() throws {
        let store = SampleDesk.store()
        let note = ClerkNote(name: "setting/theme", at: SampleDesk.morning, text: "tartan")
        try store.remember(note, for: ClerkID("zhang"))
        #expect(DeskDriver(Self.desk(theme: nil), store: store).frame.theme == .automatic)
    }

    @Test("a screen that is too small says how large it is, lets nobody act unseen and gives everything back")
    func tooSmall() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        desk.press("Enter")
        let before = desk.frame
        let file = try desk.stored()
        for (rows, columns) in [(1, 1), (1, 200), (200, 1), (10, 59), (19, 80)] {
            desk.resize(rows: rows, columns: columns)
            if columns > 50 { #expect(desk.screen.contains("现在\(columns)列\(rows)行，至少要60列20行")) }
            desk.press("1", "F8", "F2", "Enter", "x")
            desk.type("王")
            desk.paste("王")
            #expect(try desk.stored() == file)
        }
        desk.resize(rows: 24, columns: 80)
        #expect(desk.screen == before.grid.text)
        #expect(desk.frame.grid.roles == before.grid.roles)
    }

    @Test("the way out of a screen that is too small can be seen")
    func leaving() {
        var desk = DeskDriver(size: Size(rows: 2, columns: 30))
        desk.press("F10")
        #expect(desk.screen.contains("退出？"))
        desk.press("Esc")
        #expect(!desk.screen.contains("退出？"))
        desk.press("F10", "y")
        #expect(desk.state.isOver)
    }

    @Test("the draft beside the case grows with every verdict")
    func growingDraft() throws {
        let store = SampleDesk.store()
        _ = try DeskCases.receive(DeskCases.restaurant(agent: DeskCases.agent), into: store)
        var desk = DeskDriver(store: store, size: Size(rows: 50, columns: 160))
        desk.press("Enter", "Home")
        #expect(desk.screen.contains("告知书草稿"))
        #expect(!desk.screen.contains("1．"))
        desk.press("2")
        #expect(desk.screen.contains("1．食品经营许可申请书"))
        #expect(!desk.screen.contains("2．"))
        desk.press("Down", "2")
        #expect(desk.screen.contains("2．"))
        desk.press("F3")
        #expect(!desk.screen.contains("告知书草稿"))
    }

    @Test("what a paper was told before stands beside it")
    func rounds() throws {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant(agent: DeskCases.agent), into: store)
        _ = try DeskCases.judgeAll(file, missing: [.agentIdentity], on: "2026-11-20", in: store)
        var desk = DeskDriver(store: store, size: Size(rows: 50, columns: 160))
        desk.press("Enter", "F8", "y", "Esc")
        desk.press("Home")
        for _ in 0..<20 where !desk.screen.contains("历次告知") { desk.press("Down") }
        #expect(desk.screen.contains("历次告知") && desk.screen.contains("第1次（"))
    }

    /// Every screen, with names in it that hold no such character: what is left is the desk's own.
    @Test("nothing the desk draws itself has a width that depends on the terminal", arguments: ScreenScene.all)
    func chrome(scene: ScreenScene) throws {
        for language in [Language.zh, .en] {
            for size in ScreenTests.sizes {
                let grid = try scene.driver(size, language: language).frame.grid
                for row in 0..<grid.size.rows {
                    for column in 0..<grid.size.columns {
                        let place = Position(row: row, column: column)
                        // Text is text, the law's too; a border or a key has no excuse.
                        guard [.border, .footerKey, .barGood, .barRest].contains(grid.role(at: place)) else { continue }
                        let scalars = grid.scalars(at: place).compactMap(Unicode.Scalar.init)
                        #expect(!scalars.contains(where: AmbiguousWidth.isAmbiguous), "\(row),\(column)")
                    }
                }
            }
        }
    }

    @Test("whatever a terminal thinks of them, no cell is torn", arguments: ScreenScene.all)
    func wideScenes(scene: ScreenScene) throws {
        var driver = try scene.driver(Size(rows: 24, columns: 80))
        driver.send(.widths(.wide))
        let grid = driver.frame.grid
        for row in 0..<grid.size.rows {
            for column in 0..<grid.size.columns {
                let position = Position(row: row, column: column)
                guard let first = grid.scalars(at: position).first.flatMap(Unicode.Scalar.init) else { continue }
                let width = AmbiguousWidth.wide.columns(of: first)
                let isLast = column + 1 == grid.size.columns
                let next = isLast ? [1] : grid.scalars(at: Position(row: row, column: column + 1))
                #expect((width == 2) == next.isEmpty, "\(row),\(column)")
            }
        }
    }
}
