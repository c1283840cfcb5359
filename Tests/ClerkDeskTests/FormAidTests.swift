import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Filling the form in")
struct FormAidTests {
    private func onField(_ field: FormFieldID, _ desk: inout DeskDriver) {
        for _ in 0..<40 where desk.state.work?.form.focus != field { desk.press("Tab") }
    }

    @Test("what was deleted can be put back, in another field too, and a change can be undone")
    func killAndYank() {
        var desk = DeskDriver()
        desk.press("F2")
        desk.type("王记羊汤馆")
        desk.press("C-w")
        #expect(desk.state.work?.form.text(.name) == "")
        desk.press("C-_")
        #expect(desk.state.work?.form.text(.name) == "王记羊汤馆")
        desk.press("C-u")
        onField(.principalName, &desk)
        desk.press("C-y")
        #expect(desk.state.work?.form.text(.principalName) == "王记羊汤馆")
        desk.press("Esc", "y", "F3", "C-y")
        #expect(desk.state.queue.query.search == "王记羊汤馆")
    }

    @Test("a covered number can't be carried into another field")
    func coveredStays() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("F3")
        onField(.principalID, &desk)
        desk.press("C-u")
        desk.press("Tab", "C-y")
        #expect(!desk.screen.contains(DeskCases.idNumber))
        #expect(desk.state.filling.killed.isEmpty)
    }

    @Test("what an input method leaves full-width is stored plain")
    func fullWidth() {
        var desk = DeskDriver()
        desk.press("F2")
        onField(.uscc, &desk)
        desk.type("９２ａ　b")
        #expect(desk.state.work?.form.text(.uscc) == "92AB")
        onField(.phone, &desk)
        desk.type("１３８－１")
        #expect(desk.state.work?.form.text(.phone) == "138-1")
    }

    @Test("a paste that is too long says how much of it was left out")
    func overflow() {
        var desk = DeskDriver()
        desk.press("F2")
        desk.paste(String(repeating: "长", count: 65))
        #expect(desk.status.contains("60") && desk.status.contains("5字没有录入"))
        desk.press("C-_")
        #expect(desk.state.work?.form.text(.name) == "")
        desk.paste("王记\n羊汤\u{202E}馆")
        #expect(desk.state.work?.form.text(.name) == "王记 羊汤?馆")
    }

    @Test("a row of a spreadsheet is offered to several fields")
    func spread() {
        var desk = DeskDriver()
        desk.press("F2")
        onField(.uscc, &desk)
        desk.paste("92130528ma0a5xb46a\t１３８００００００01\t王德胜\n")
        #expect(desk.place == .confirm && desk.screen.contains("王德胜"))
        desk.press("n")
        #expect(desk.state.work?.form.text(.phone) == "")
        desk.press("C-_")
        desk.paste("92130528ma0a5xb46a\t１３８００００００01\t王德胜\n")
        desk.press("y")
        let form = desk.state.work?.form
        #expect(form?.text(.uscc) == "92130528MA0A5XB46A" && form?.text(.phone) == "13800000001")
        #expect(form?.text(.principalName) == "王德胜")
        desk.press("F9")
        #expect(desk.state.work?.form.text(.phone) == "")
    }

    @Test("a number says how far it has come, and what is wrong as soon as it is whole")
    func live() {
        var desk = DeskDriver()
        desk.press("F2")
        onField(.uscc, &desk)
        desk.type("92130528MA0A5XB")
        #expect(desk.screen.contains("还差3位"))
        desk.type("46B")
        #expect(desk.screen.contains("? 第18位校验不符"))
        desk.press("Backspace")
        desk.type("A")
        #expect(desk.screen.contains("校验相符"))
        onField(.county, &desk)
        desk.press("C-u")
        desk.type("37")
        #expect(desk.screen.contains("还差4位"))
        desk.press("Tab")
        #expect(desk.screen.contains("! 县区代码是6位数字"))
    }

    @Test("after a refusal the key leads from one wrong field to the next")
    func nextProblem() {
        var desk = DeskDriver()
        desk.press("F2", "F2")
        #expect(desk.state.work?.form.focus == .name)
        #expect(desk.status.contains("还有 3 处"))
        desk.press("F4")
        #expect(desk.state.work?.form.focus == .kind)
        desk.press("F4")
        #expect(desk.state.work?.form.focus == .address)
        desk.press("F4")
        #expect(desk.state.work?.form.focus == .name)
    }

    @Test("a day says what it means while it is typed, and is the day when the field is left")
    func dates() {
        var desk = DeskDriver()
        desk.press("F2")
        for _ in 0..<6 where desk.state.work?.form.focus != .receivedOn { desk.press("Up") }
        desk.press("C-u")
        desk.type("-3工")
        #expect(desk.screen.contains("2026-11-17 周二  3个工作日前"))
        desk.press("Tab")
        #expect(desk.state.work?.form.text(.receivedOn) == "2026-11-17")
        desk.press("Up", "C-u")
        desk.type("0230")
        #expect(desk.screen.contains("没有2月30日这一天"))
        desk.press("Tab")
        #expect(desk.screen.contains("! 没有2月30日"))
    }

    @Test("addresses that were seen are offered, and never put in unasked")
    func places() throws {
        let store = SampleDesk.store()
        for address in ["示例县渤海大街18号", "示例县渤海大街18号", "示例县博城五路7号"] {
            var particulars = DeskCases.restaurant()
            particulars.premises.address = address
            _ = try DeskCases.receive(particulars, into: store)
        }
        var desk = DeskDriver(store: store)
        desk.press("F2")
        onField(.address, &desk)
        desk.type("bh")
        #expect(desk.screen.contains("示例县渤海大街18号") && !desk.screen.contains("博城五路"))
        #expect(desk.state.work?.form.text(.address) == "bh")
        desk.press("Backspace")
        #expect(desk.screen.contains("博城五路"))
        desk.press("Esc")
        #expect(!desk.screen.contains("博城五路") && desk.place == .form)
        desk.press("F5", "Down")
        #expect(desk.state.filling.offer?.selected == 1)
        desk.press("Up", "Enter")
        #expect(desk.state.work?.form.text(.address) == "示例县渤海大街18号")
        #expect(desk.state.filling.offer == nil && desk.state.work?.form.focus == .address)
        desk.press("C-_")
        #expect(desk.state.work?.form.text(.address) == "b")
        desk.type("c")
        #expect(desk.screen.contains("博城五路"))
        desk.press("Tab")
        #expect(desk.state.work?.form.focus == .county && desk.state.work?.form.text(.address) == "bc")
        #expect(!desk.screen.contains("博城五路"))
    }

    @Test("an answer that comes too late is dropped")
    func latePlaces() throws {
        let store = SampleDesk.store()
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var desk = DeskDriver(store: store)
        desk.press("F2")
        onField(.address, &desk)
        desk.holdsBack = true
        desk.type("渤")
        desk.press("Tab")
        desk.carryOut()
        #expect(desk.state.filling.offer == nil && desk.state.work?.form.focus == .county)
    }

    @Test("an earlier case of the applicant fills what is empty, and one key takes it back")
    func earlier() throws {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        let earlier = file.particulars
        var desk = DeskDriver(store: store)
        desk.press("F2", "F7")
        #expect(desk.status.contains("统一社会信用代码"))
        desk.type("新名字")
        onField(.uscc, &desk)
        desk.type(earlier.applicant.uscc ?? "")
        desk.press("F7")
        #expect(desk.place == .picker && desk.screen.contains(file.number.text))
        desk.press("Enter")
        #expect(desk.place == .picker && desk.screen.contains("新名字 -> \(earlier.applicant.name)"))
        #expect(!desk.screen.contains(DeskCases.idNumber))
        desk.press("Enter")
        let form = try #require(desk.state.work?.form)
        #expect(form.text(.name) == "新名字" && form.text(.address) == earlier.premises.address)
        #expect(form.text(.principalID) == earlier.applicant.principal?.idNumber)
        onField(.principalID, &desk)
        #expect(!desk.screen.contains(DeskCases.idNumber))
        desk.press("F9")
        #expect(desk.state.work?.form.text(.address) == "" && desk.state.work?.form.text(.name) == "新名字")
    }

    @Test("without an earlier case nothing is opened")
    func noEarlier() {
        var desk = DeskDriver()
        desk.press("F2")
        onField(.uscc, &desk)
        desk.type(DeskCases.creditCode)
        desk.press("F7")
        #expect(desk.place == .form && desk.status.contains("没有找到"))
    }

    @Test("leaving a form that holds anything asks first")
    func leaving() {
        var desk = DeskDriver()
        desk.press("F2")
        desk.type("x")
        desk.press("Esc")
        #expect(desk.place == .confirm)
        desk.press("n")
        #expect(desk.place == .form && desk.state.work?.form.text(.name) == "x")
    }

    @Test("the help of a form names the keys inside a field")
    func help() {
        var desk = DeskDriver(size: Size(rows: 60, columns: 80))
        desk.press("F2", "F1")
        for text in ["Ctrl+Y", "Ctrl+_", "Alt+D", "+5（天）", "抄旧件"] { #expect(desk.screen.contains(text)) }
    }
}

@Suite("Lists that narrow")
struct PickerTests {
    private func picker(_ typed: String) -> Picker {
        guard case .many(let options) = FormFieldID.items.editor else { preconditionFailure("items are chosen") }
        var picker = Picker(purpose: .field(.items), options: options, takesMany: true, chosen: [])
        for character in typed { picker.edit(.insert(String(character))) }
        return picker
    }

    @Test("by pinyin, initials, characters, English or id", arguments: ["热食", "rs", "reshi", "reshilei", "hot"])
    func narrows(typed: String) {
        let shown = picker(typed).shown.map(\.label.zh)
        #expect(shown.contains { $0.contains("热食") } && shown.count < Item.allCases.count)
    }

    @Test("the cursor goes to the option that begins with what was typed")
    func cursor() {
        let narrowed = picker("lengshi")
        #expect(narrowed.shown[narrowed.cursor].label.zh.hasPrefix("冷食"))
        var shorter = picker("reshi")
        let id = shorter.shown[shorter.cursor].id
        shorter.edit(.deleteToStart)
        #expect(shorter.shown.count == Item.allCases.count && shorter.shown[shorter.cursor].id == id)
    }

    @Test("the match is marked and the place in the list told")
    func marked() {
        var desk = DeskDriver()
        desk.press("F2")
        for _ in 0..<40 where desk.state.work?.form.focus != .items { desk.press("Tab") }
        desk.press("Enter")
        desk.type("rs")
        #expect(desk.frame.grid.roles.contains("MMMM"))
        #expect(desk.row(with: "1/") != nil)
    }
}
