import CaseDomain
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("The status line and its history")
struct StatusBoardTests {
    private func state() -> DeskState { DeskState(size: Size(rows: 24, columns: 80), now: SampleDesk.morning) }

    private func shown(_ state: inout DeskState) {
        let stamp = EventStamp(at: state.now, by: ClerkID("zhang"))
        _ = DeskReducer.reduce(&state, DeskEvent(stamp: stamp, input: .shown), desk: SampleDesk.desk())
    }

    @Test("what must be seen is not written over; what is good news is", arguments: [true, false])
    func queue(isFailure: Bool) {
        var state = state()
        let first = StatusLine(isFailure ? .failure : .warning, "先")
        state.status = StatusLine(.success, "旧")
        state.status = first
        state.status = StatusLine(.info, "一")
        state.status = StatusLine(.success, "二")
        state.status = StatusLine(.warning, "三")
        #expect(state.status == first)
        #expect(state.board.waiting.map(\.text) == ["三"] || state.board.waiting.map(\.text) == ["二", "三"])
        // Typed ahead of the screen: nobody has read it.
        state.status = nil
        #expect(state.status == first)
        shown(&state)
        state.status = nil
        #expect(state.status != first && state.status != nil)
    }

    @Test("the same warning twice stands in line once")
    func twice() {
        var state = state()
        for _ in 0..<5 { state.status = StatusLine(.warning, "一样") }
        #expect(state.board.waiting.isEmpty && state.board.history.count == 1)
    }

    @Test("the history is bounded")
    func bounded() {
        var state = state()
        for number in 0..<500 { state.status = StatusLine(.success, "第\(number)") }
        #expect(state.board.history.count == StatusBoard.longestHistory)
        #expect(state.board.history.last?.line.text == "第499")
    }

    @Test("keys that were pressed ahead don't wipe a refusal off the screen")
    func ahead() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.pressAhead("t", "Down", "Down")
        #expect(desk.status.contains("没有等待补正的告知书"))
        desk.press("Down")
        #expect(!desk.status.contains("没有等待补正的告知书"))
    }

    @Test("the history shows what was said, whole, and copies it", arguments: SampleDesk.keymaps.map(\.name))
    func history(keymap: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(keymap: keymap))
        desk.perform(.returnPapers)
        desk.perform(.messages)
        #expect(desk.place == .messages && desk.row(with: "没有等待补正的告知书")?.contains("09:15") == true)
        desk.perform(.open)
        #expect(desk.screen.contains("没有等待补正的告知书"))
        desk.perform(.copy)
        #expect(desk.state.copied.count == 1 && desk.state.copied.text.contains("没有等待补正的告知书"))
        // Nothing stands beside the text that a selection would take along.
        #expect(desk.screen.split(separator: "\n").first?.hasPrefix("此案没有等待补正的告知书") == true)
        desk.press("Esc", "Esc", "Esc")
        #expect(desk.place == .checklist)
    }

    @Test("the history comes up over an entry and gives it back")
    func over() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("m")
        let entry = desk.state.modal
        #expect(desk.place == .entry)
        desk.press("C-g")
        #expect(desk.place == .messages)
        desk.press("Esc")
        #expect(desk.state.modal == entry)
    }
}
