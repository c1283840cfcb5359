import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Typing")
struct TypingTests {
    @Test("characters of the input method are commands where nothing is typed")
    func commands() throws {
        var vi = DeskDriver(SampleDesk.desk(keymap: "vi"))
        try SampleQueue.fill(vi.store)
        vi.press("F5")
        vi.type("ｊｊ")
        #expect(vi.state.queue.selected == 2)
        vi.type("ｇｇ")
        #expect(vi.state.queue.selected == 0)
        vi.type("Ｇ")
        #expect(vi.state.queue.selected == 10)
        for slash in ["／", "/", "、"] {
            vi.type(slash)
            #expect(vi.place == .search)
            vi.press("Esc")
        }
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("Home")
        desk.type("１")
        #expect(desk.states[0] == .inOrder)
        desk.type("ｗ")
        #expect(desk.place == .confirm)
        desk.type("ｎ")
        desk.type("％")
        #expect(desk.status.contains("％") && desk.status.contains("F1"))
        desk.type("？")
        #expect(desk.place == .reader)
    }

    @Test("in a field they are what was typed")
    func text() throws {
        var desk = DeskDriver()
        desk.press("F3")
        desk.type("ｊ／？１、 /q1")
        #expect(desk.state.queue.query.search == "ｊ／？１、 /q1")
        desk.press("Esc", "F2")
        desk.type("ｊ／？１、 j/?1")
        #expect(desk.state.work?.form.text(.name) == "ｊ／？１、 j/?1")
        #expect(desk.state.work?.form.focus == .name)
    }

    @Test("a paste goes into the field under the cursor, on one line, and nowhere else")
    func paste() throws {
        var desk = DeskDriver()
        try SampleQueue.fill(desk.store)
        desk.paste("F2")
        #expect(desk.place == .queue && desk.state.queue.query.search.isEmpty)
        desk.press("S-Tab", "F3")
        desk.paste("羊汤")
        #expect(desk.state.queue.rows.map(\.applicant) == ["示例县城东街道老王家正宗羊汤馆（个体工商户）第三分店", "羊汤一绝", "王记羊汤馆"])
        desk.press("Esc", "F2")
        desk.paste("王记\n羊汤馆\u{1B}[2J\u{7}")
        let name = desk.state.work?.form.text(.name) ?? ""
        #expect(!name.unicodeScalars.contains { $0.value < 0x20 })
        #expect(name.hasPrefix("王记") && name.contains("羊汤馆"))
        desk.press("Tab")
        desk.paste("无处可去")
        desk.press("Enter")
        desk.paste("个体")
        #expect(desk.screen.contains("个体工商户") && !desk.screen.contains("事业单位"))
        desk.press("Enter")
        #expect(desk.state.work?.form.chosen(.kind) == [ApplicantKind.individual.id])
        desk.press("Esc")
        desk.paste("y")
        #expect(desk.place == .confirm)
    }

    @Test("the arrows move inside a text, in a form and in a search")
    func arrows() {
        var desk = DeskDriver()
        desk.press("F3")
        desk.type("汤")
        desk.press("Left")
        desk.type("羊")
        desk.press("End")
        desk.type("馆")
        #expect(desk.state.queue.query.search == "羊汤馆")
        desk.press("Esc", "F2")
        desk.type("记")
        desk.press("Home")
        desk.type("王")
        desk.press("Right")
        desk.type("面")
        #expect(desk.state.work?.form.text(.name) == "王记面")
    }

    @Test("a field takes no more than its limit")
    func limits() {
        var desk = DeskDriver()
        desk.press("F2")
        desk.paste(String(repeating: "长", count: 500))
        #expect(desk.state.work?.form.text(.name).count == 60)
    }

    @Test("a key that does nothing says so and names the way to help")
    func unbound() throws {
        var desk = DeskDriver()
        desk.type("Ω")
        #expect(desk.status.contains("Ω") && desk.status.contains("F1"))
        desk.press("F2", "F3")
        desk.press("F11")
        #expect(desk.status.contains("F11"))
        for place in ["F1"] {
            desk.press(place)
            #expect(desk.place == .reader)
        }
        desk.press("F1")
        #expect(desk.state.modal == nil)
    }

    @Test("half a chord waits, and a wrong second key does nothing else")
    func chords() throws {
        var desk = DeskDriver(SampleDesk.desk(keymap: "vi"))
        try SampleQueue.fill(desk.store)
        desk.press("F5", "g")
        #expect(desk.state.pending.count == 1 && desk.state.queue.selected == 0)
        desk.press("d")
        #expect(desk.state.pending.isEmpty && desk.state.modal == nil && desk.state.work == nil)
        desk.press("Z", "Z")
        #expect(desk.place == .confirm)
        desk.press("y")
        #expect(desk.state.isOver)
    }

    @Test("leaving asks, and says what would be lost")
    func quitting() {
        var desk = DeskDriver()
        desk.press("F10")
        #expect(desk.screen.contains("都已保存"))
        desk.press("Esc", "F2")
        desk.type("x")
        desk.press("C-c")
        #expect(desk.screen.contains("没保存的内容"))
        desk.press("n", "Esc", "n")
        #expect(desk.state.work?.form.text(.name) == "x")
        desk.press("Esc", "y")
        #expect(desk.place == .queue && !desk.state.isOver)
        desk.send(.closing)
        #expect(desk.state.isOver)
    }

    @Test("help of every place lists its keys and scrolls no further than its end", arguments: [20, 24, 40])
    func help(rows: Int) throws {
        var desk = DeskDriver(size: Size(rows: rows, columns: 60))
        desk.takeIn()
        desk.press("F1")
        #expect(desk.screen.contains("在/符合"))
        desk.press("End", "Down")
        let end = desk.screen
        #expect(end.contains("Ctrl+L"))
        desk.press("Down", "PgDn")
        #expect(desk.screen == end)
        desk.resize(rows: rows + 6, columns: 80)
        #expect(desk.screen.contains("Ctrl+L"))
        desk.press("Home", "Esc")
        #expect(desk.state.modal == nil)
    }

    @Test("a paper opened on a tall screen can be read to its end on a low one")
    func resizedPaper() throws {
        var desk = DeskDriver(size: Size(rows: 40, columns: 80))
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1", "F6")
        desk.resize(rows: 20, columns: 60)
        desk.press("End")
        #expect(desk.screen.contains("一式二份"))
        let low = desk.screen.split(separator: "\n").count
        desk.resize(rows: 40, columns: 80)
        #expect(desk.screen.contains("一式二份"))
        #expect(desk.screen.split(separator: "\n").count > low + 10)
    }
}

@Suite("Identity numbers")
struct PrivacyTests {
    @Test("they are covered until somebody asks, and asking is logged")
    func covered() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(agent: DeskCases.agent))
        // Just wide enough for the form beside the checklist, and too narrow for the notice to take its place.
        desk.resize(rows: 40, columns: 118)
        #expect(!desk.screen.contains(DeskCases.idNumber))
        #expect(desk.screen.contains("110105**********2X"))
        desk.press("i")
        #expect(desk.screen.contains(DeskCases.idNumber))
        #expect(try desk.payloads() == [.identityRevealed])
        desk.press("i")
        #expect(!desk.screen.contains(DeskCases.idNumber))
        #expect(try desk.payloads().count == 1)
        desk.press("i", "Esc", "Enter")
        #expect(!desk.screen.contains(DeskCases.idNumber))
        desk.press("h")
        #expect(desk.screen.contains("zhang  查看了证件号码"))
    }

    @Test(
        "no way of editing uncovers one without a trace", arguments: ["End", "Left", "Backspace", "Del", "C-u", "C-w"])
    func editing(key: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.resize(rows: 40, columns: 120)
        desk.press("F3")
        desk.type("x")
        for _ in 0..<30 where desk.state.work?.form.focus != .principalID { desk.press("Tab") }
        #expect(!desk.screen.contains("1949"))
        desk.press(key)
        #expect(!desk.screen.contains("1949"))
        desk.type("3")
        #expect(!desk.screen.contains("1949"))
        #expect(desk.state.work?.form.text(.principalID) == "3")
        desk.press("F9")
        #expect(desk.state.work?.form.text(.principalID) == DeskCases.idNumber)
        #expect(!desk.screen.contains("1949"))
        #expect(try desk.payloads() == [])
    }

    @Test("a number shows while it is typed for the first time, and not after")
    func typing() {
        var desk = DeskDriver()
        desk.press("F2")
        for _ in 0..<5 { desk.press("Tab") }
        desk.type(DeskCases.idNumber)
        #expect(desk.screen.contains(DeskCases.idNumber))
        desk.press("Tab")
        #expect(!desk.screen.contains(DeskCases.idNumber))
    }

    @Test("no identity number is on a notice or in a history")
    func papers() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(agent: DeskCases.agent)) { file, store in
            _ = try DeskCases.judgeAll(
                file, missing: [.layoutPlan], failed: [.agentIdentity: [.idNumber, .copyVerified]], on: "2026-11-20",
                in: store)
        }
        desk.press("F8", "y")
        let notice = try #require(try desk.stored().notices.first)
        #expect(!notice.text.contains(DeskCases.idNumber))
        desk.press("h")
        #expect(!desk.screen.contains(DeskCases.idNumber))
    }
}
