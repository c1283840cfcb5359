import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("The mouse")
struct PointerTests {
    private func queue() throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        return DeskDriver(store: store)
    }

    private func click(_ target: HitArea.Target, _ desk: inout DeskDriver, column: Int = 0) throws {
        let area = try #require(desk.frame.areas.last { $0.target == target }, "nothing is \(target)")
        desk.click(row: area.rect.row, column: area.rect.column + column)
    }

    @Test("a click chooses a row, a second one opens it; a tab and a key are pressed")
    func rows() throws {
        var desk = try queue()
        try click(.row(3), &desk)
        #expect(desk.state.queue.selected == 3 && desk.place == .queue)
        try click(.tab(1), &desk)
        #expect(desk.state.queue.query.filter == .waiting)
        try click(.tab(0), &desk)
        try click(.row(0), &desk)
        #expect(desk.place == .checklist)
        try click(.keys("F1"), &desk)
        #expect(desk.place == .reader)
    }

    @Test("in a case, lines and checks are clicked")
    func checks() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("End")
        try click(.row(0), &desk)
        #expect(desk.place == .checklist && desk.state.work?.line == 0)
        try click(.row(0), &desk)
        #expect(desk.place == .checks)
        try click(.part(1), &desk)
        #expect(desk.state.work?.check == 1)
        try click(.row(1), &desk)
        #expect(desk.place == .checklist && desk.state.work?.line == 1)
        desk.press("Home")
        try click(.part(1), &desk)
        #expect(desk.place == .checks && desk.state.work?.check == 1)
    }

    @Test("a click goes to a field and to a character in it")
    func fields() throws {
        var desk = try queue()
        desk.press("F2")
        desk.type("王记羊汤馆")
        let name = try #require(desk.state.work?.form.fields.firstIndex(of: .name))
        desk.press("Tab")
        try click(.field(name), &desk, column: 4)
        desk.type("的")
        #expect(desk.state.work?.form.text(.name) == "王记的羊汤馆")
    }

    @Test("the wheel moves, a box over the screen keeps clicks from what lies under it, and a write drops them")
    func rest() throws {
        var desk = try queue()
        desk.send(.pointer(.wheel(1, at: Position(row: 8, column: 3))))
        #expect(desk.state.queue.selected == 3)
        desk.send(.pointer(.wheel(-9, at: Position(row: 8, column: 3))))
        #expect(desk.state.queue.selected == 0)
        desk.press("F10")
        let box = try #require(desk.frame.areas.last { $0.target == .nothing })
        desk.click(row: box.rect.row + 1, column: box.rect.column + 1)
        #expect(desk.place == .confirm)
        desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.holdsBack = true
        desk.press("1")
        #expect(desk.state.writing != nil)
        let state = desk.state
        desk.click(row: 6, column: 3)
        #expect(desk.state == state)
        desk.carryOut()
    }
}
