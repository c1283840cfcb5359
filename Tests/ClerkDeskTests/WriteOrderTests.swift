import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Writes, answers and their order")
struct WriteOrderTests {
    @Test("keys pressed during a write wait for it and then act in their order")
    func held() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.holdsBack = true
        desk.press("Home", "1", "n", "2", "1")
        #expect(desk.waiting.count == 1 && desk.state.held.count == 3)
        #expect(desk.screen.contains("正在保存"))
        desk.resize(rows: 20, columns: 60)
        #expect(desk.frame.grid.size == Size(rows: 20, columns: 60))
        desk.carryOut()
        #expect(desk.state.held.isEmpty && desk.state.writing == nil)
        #expect(desk.states == [.inOrder, .spared, .missing, .inOrder, .unjudged])
    }

    @Test("the same keys end the same, however the answers are delayed")
    func delays() throws {
        let keys = ["Home", "1", "n", "3", "1", "3", "Left", "n", "2", "1", "F9", "1", "F8", "y"]
        var prompt = try DeskDriver.onCase(DeskCases.restaurant())
        for key in keys { prompt.press(key) }
        var late = try DeskDriver.onCase(DeskCases.restaurant())
        late.holdsBack = true
        for key in keys { late.press(key) }
        late.carryOut()
        #expect(try late.payloads() == prompt.payloads())
        #expect(late.state.work?.line == prompt.state.work?.line && late.place == prompt.place)
    }

    @Test("an answer that nobody waits for any more changes nothing")
    func staleAnswers() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        desk.holdsBack = true
        desk.press("S-Tab", "Tab")
        #expect(desk.waiting.count == 4)
        desk.carryOut(at: 0)
        #expect(desk.state.queue.query.filter == .open && desk.state.queue.asked != nil)
        desk.carryOut()
        #expect(desk.state.queue.count == desk.state.queue.rows.count)
    }

    @Test("keys pressed while a case or a history is being read meet it, and no other")
    func heldForReading() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        let wanted = try #require(desk.state.queue.current?.number)
        desk.holdsBack = true
        desk.press("Enter", "Down", "h", "Esc", "F3")
        #expect(desk.state.held.count == 4)
        desk.carryOut()
        #expect(desk.file?.number == wanted && desk.state.modal == nil && desk.place == .form)
        #expect(desk.state.held.isEmpty)
    }

    @Test("a key that would open a row waits for the rows that its clerk asked for")
    func heldForRows() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        desk.press("S-Tab")
        desk.holdsBack = true
        desk.press("F3")
        desk.type("羊汤")
        desk.press("Enter", "Enter")
        #expect(desk.state.held.count == 1)
        desk.carryOut()
        #expect(desk.file?.particulars.applicant.name.contains("羊汤") == true)
    }

    @Test("keys that were meant for a case that can't be read are dropped with a word")
    func notRead() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        let failing = FailingStore(store)
        var desk = DeskDriver(store: failing)
        desk.holdsBack = true
        desk.press("Enter", "Down", "2")
        failing.fail(with: .busy, reads: true)
        desk.carryOut()
        #expect(desk.state.work == nil && desk.state.held.isEmpty && desk.state.queue.selected == 0)
        #expect(desk.status.contains("后面按的 2 个键没有执行") && desk.status.contains("[S-01]"))
    }

    @Test("a page asked for under another search is dropped")
    func stalePages() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(store: store)
        desk.press("S-Tab", "F3")
        desk.holdsBack = true
        desk.type("羊汤")
        while desk.waiting.count > 0 { desk.carryOut(at: desk.waiting.count - 1) }
        #expect(desk.state.queue.rows.allSatisfy { $0.applicant.contains("羊汤") })
        #expect(desk.state.queue.count == desk.state.queue.rows.count)
        #expect(desk.state.queue.asked == nil)
    }

    @Test("a history that comes late stands before what was pressed behind it")
    func lateHistory() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.holdsBack = true
        desk.press("h", "Esc", "w")
        #expect(desk.state.modal == nil)
        desk.carryOut()
        guard case .question? = desk.state.modal else {
            Issue.record("the question is gone")
            return
        }
        desk.press("n")
        desk.holdsBack = true
        desk.press("h", "Esc", "Esc")
        desk.carryOut()
        #expect(desk.state.modal == nil && desk.place == .queue)
    }

    @Test("an unknown case says so")
    func unknownCase() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        let full = DeskDriver(store: store)
        var desk = DeskDriver()
        let row = try #require(full.state.queue.current)
        let page = QueuePage(rows: [row], hasEarlier: false, hasLater: false)
        desk.holdsBack = true
        desk.press("F5")
        let asked = try #require(desk.state.queue.asked)
        desk.send(.finished(asked.effect, .page(page)))
        desk.press("Enter")
        desk.carryOut()
        #expect(desk.status.contains("已不在数据里") && desk.state.work == nil)
    }
}

@Suite("When the store fails")
struct FailingStoreTests {
    private static let errors: [StoreError] = [
        .diskFull, .busy, .corrupt(detail: "page 7"), .readOnly(path: "/x"), .unreachable(detail: "x"),
        .newerSchema(found: 3, known: 2),
    ]

    @Test("nothing is lost and the advisory stays", arguments: errors)
    func verdict(error: StoreError) throws {
        let store = FailingStore(SampleDesk.store())
        var desk = DeskDriver(store: store)
        desk.takeIn()
        desk.press("1")
        let undo = try #require(desk.state.work?.undo)
        let before = try desk.stored()
        let line = desk.state.work?.line
        store.fail(with: error)
        for keys in [["Home", "2"], ["n", "3"], ["Left", "Home", "F9"], ["w", "y"]] {
            for key in keys { desk.press(key) }
            #expect(desk.status == error.advisory(.zh), "\(keys)")
            #expect(desk.state.work?.undo == undo)
            #expect(try desk.stored() == before)
            #expect(desk.file == before)
            desk.press("Home", "Down")
        }
        store.fail(with: nil)
        desk.press("F9")
        #expect(try desk.stored().application.materials.isEmpty)
        #expect(line == 1)
    }

    @Test("a failed verdict leaves the cursor on its line, and keys behind it are not let loose")
    func cursor() throws {
        let store = FailingStore(SampleDesk.store())
        var desk = DeskDriver(store: store)
        desk.takeIn()
        desk.holdsBack = true
        desk.press("1", "n", "2", "w", "y")
        store.fail(with: .busy)
        desk.carryOut()
        #expect(desk.state.work?.line == 0)
        #expect(desk.status == "后面按的 4 个键没有执行  " + StoreError.busy.advisory(.zh))
        #expect(desk.state.held.isEmpty && desk.state.modal == nil)
        #expect(try desk.payloads() == [])
    }

    @Test("a form that can't be saved stays as it was typed", arguments: errors)
    func form(error: StoreError) throws {
        let store = FailingStore(SampleDesk.store())
        store.fail(with: error)
        var desk = DeskDriver(store: store)
        desk.takeIn("李记")
        #expect(desk.status == error.advisory(.zh))
        #expect(desk.place == .form && desk.state.work?.form.text(.name) == "李记")
        store.fail(with: nil)
        desk.press("F2")
        #expect(try desk.stored().particulars.applicant.name == "李记")
    }

    @Test("a notice that can't be stored wasn't issued, and takes no number")
    func issue() throws {
        let store = FailingStore(SampleDesk.store())
        var desk = DeskDriver(store: store)
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1")
        store.fail(with: .diskFull)
        desk.press("F8", "y")
        #expect(desk.status == StoreError.diskFull.advisory(.zh))
        #expect(try desk.stored().notices.isEmpty)
        store.fail(with: nil)
        desk.press("F8", "y")
        #expect(try desk.stored().notices.map(\.number.text) == ["示审食补〔2026〕1号"])
    }

    @Test("reading that fails says so and can be tried again")
    func reading() throws {
        let inner = SampleDesk.store()
        try SampleQueue.fill(inner)
        let store = FailingStore(inner)
        store.fail(with: .busy, reads: true)
        var desk = DeskDriver(store: store)
        #expect(desk.status == StoreError.busy.advisory(.zh))
        desk.press("F5")
        #expect(desk.status == StoreError.busy.advisory(.zh))
        store.fail(with: nil)
        desk.press("F5", "Enter")
        #expect(desk.file != nil)
        store.fail(with: .busy, reads: true)
        desk.press("h")
        #expect(desk.status == StoreError.busy.advisory(.zh))
        desk.press("Esc", "Enter")
        #expect(desk.file == nil && desk.state.opening == nil)
    }

    @Test("every advisory has its own code, in both languages, and no personal data")
    func advisories() {
        let number = CaseNumber(year: 2026, sequence: 7)
        let all =
            Self.errors + [
                .conflict(expected: Revision(1), found: Revision(2)), .alreadyNotified(DocumentNumber("1号")),
                .conflictIn(number, expected: Revision(1), found: Revision(2)), .noSuchCase(number),
                .numberTaken(DocumentNumber("1号")), .erased(number),
            ]
        var codes: Set<String> = []
        for error in all {
            let texts = Language.allCases.map(error.advisory)
            let code = texts[0].prefix { $0 != " " }
            #expect(code.hasPrefix("[S-") && texts.allSatisfy { $0.hasPrefix(code) })
            codes.insert(String(code))
        }
        #expect(codes.count == all.count)
    }
}
