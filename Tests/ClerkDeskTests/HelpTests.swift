import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Help and chords")
struct HelpTests {
    private func read(_ desk: inout DeskDriver) -> String {
        var text = desk.screen
        for _ in 0..<20 {
            desk.press("PgDn")
            text += desk.screen
        }
        return text
    }

    @Test("help tells every key of the place it was asked at", arguments: SampleDesk.keymaps.map(\.name))
    func keys(keymap: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(keymap: keymap))
        desk.perform(.help)
        let text = read(&desk)
        for binding in desk.desk.keymap.bindings where binding.context == .checklist {
            #expect(text.contains(binding.intent.phrase(at: .checklist).zh), "\(binding.intent)")
        }
        #expect(text.contains("逐份材料判断") && text.contains("任何地方"))
    }

    @Test("it explains the line or the field under the cursor, and comes up over an entry and a list")
    func subject() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("F1")
        #expect(read(&desk).contains("光标所在"))
        desk.press("Esc", "F3", "F1")
        #expect(read(&desk).contains("营业执照上的名称"))
        desk.press("Esc", "F3", "m")
        let entry = desk.state.modal
        desk.press("F1")
        #expect(desk.screen.contains("填几栏再完成"))
        desk.press("Esc")
        #expect(desk.state.modal == entry)
    }

    @Test("after the first key of a chord the footer names what can follow; Esc ends it, a wrong key says so")
    func chord() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(SampleDesk.desk(keymap: "vi"), store: store)
        let filter = desk.state.queue.query.filter
        desk.press("g")
        #expect(desk.row(with: "g 到开头")?.contains("t 换视图") == true && desk.row(with: "g 之后") != nil)
        desk.press("Esc")
        #expect(desk.state.pending.isEmpty && desk.status == "")
        desk.press("g", "q")
        #expect(desk.state.pending.isEmpty && desk.status.contains("g q 没有指定动作"))
        desk.press("g", "t")
        #expect(desk.state.queue.query.filter != filter)
    }
}
