import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("The palette")
struct CommandPaletteTests {
    private func first(_ desk: DeskDriver) -> String? {
        guard case .picker(let picker)? = desk.state.modal else { return nil }
        return picker.shown.first?.id
    }

    @Test(
        "a command is found by its Chinese, English, pinyin, initials, and by what else people call it",
        arguments: [
            ("告知书", "do/notice"), ("gaozhishu", "do/notice"), ("gzs", "do/notice"), ("notice", "do/notice"),
            ("ＮＯＴＩＣＥ", "do/notice"), ("存盘", "do/save"), ("引导单", "act/referral"),
            ("退出", "do/quit"), ("tuichu", "do/quit"), ("next open", "do/next-open"),
        ])
    func found(typed: String, id: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("C-p")
        desk.type(typed)
        #expect(first(desk) == id)
    }

    @Test(
        "it opens in every scene of the desk, fits every size, and Esc gives back what was there",
        arguments: [
            Size(rows: 20, columns: 60), Size(rows: 40, columns: 120),
        ])
    func everywhere(size: Size) throws {
        for scene in ScreenScene.all where scene.name != "palette" {
            var desk = try scene.driver(size)
            let (modal, place) = (desk.state.modal, desk.place)
            desk.press("C-p")
            #expect(desk.place == .picker && desk.row(with: "命令") != nil, "\(scene.name)")
            GridRules.check(desk.frame)
            desk.press("Esc")
            // What only looks, such as a help, is closed by the palette.
            let isLooking =
                switch modal {
                case .help?, .messages?: true
                default: false
                }
            #expect(isLooking || desk.state.modal == modal && desk.place == place, "\(scene.name)")
        }
    }

    @Test("what is chosen is done where the palette was opened", arguments: SampleDesk.keymaps.map(\.name))
    func chosen(keymap: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(keymap: keymap))
        desk.perform(.notice)
        desk.perform(.palette)
        desk.type("下个未审")
        desk.press("Enter")
        #expect(desk.place == .checklist && desk.state.modal == nil)
        desk.perform(.edit)
        desk.perform(.palette)
        desk.type("告知书")
        desk.press("Enter")
        #expect(desk.place == .notice)
    }

    @Test("what can't be done stands below, says why under the cursor, and again when it is chosen")
    func barred() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("C-p")
        guard case .picker(let picker)? = desk.state.modal else { return }
        let possible = picker.options.prefix { $0.barred == nil }
        #expect(picker.options.dropFirst(possible.count).allSatisfy { $0.barred != nil })
        desk.type("补正收件")
        #expect(desk.row(with: "此案没有等待补正的告知书") != nil)
        desk.press("Enter")
        #expect(desk.state.modal == nil && desk.status == "此案没有等待补正的告知书")
    }

    @Test("what was used last comes first, also for the same clerk at another desk")
    func recent() throws {
        let store = SampleDesk.store()
        var desk = DeskDriver(store: store)
        desk.press("C-p")
        desk.type("换排序")
        desk.press("Enter", "C-p")
        #expect(first(desk) == "do/next-sort")
        var next = DeskDriver(store: store)
        next.press("C-p")
        #expect(first(next) == "do/next-sort")
        var other = DeskDriver(SampleDesk.desk(clerk: "limin"), store: store)
        other.press("C-p")
        #expect(first(other) != "do/next-sort")
    }

    @Test("keys stand beside commands, views can be chosen, and the mouse can be turned on")
    func rest() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        desk.press("C-p")
        desk.type("新收件")
        #expect(desk.screen.split(separator: "\n").contains { $0.contains("新收件") && $0.contains("F2") })
        desk.press("Esc", "C-p")
        desk.type("超期")
        desk.press("Enter")
        #expect(desk.state.queue.query.filter == .overdue)
        desk.press("C-p")
        desk.type("shubiao")
        desk.press("Enter")
        #expect(desk.state.isMouseOn)
    }
}
