import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Who works on which case.
@Suite("Leases")
struct LeaseTests {
    private func pair() throws -> (zhang: DeskDriver, limin: DeskDriver) {
        let zhang = try DeskDriver.onCase(DeskCases.restaurant())
        var limin = DeskDriver(
            SampleDesk.desk(clerk: "limin"), store: zhang.store, clock: zhang.clock.adding(seconds: 60))
        limin.idle(seconds: 1)
        return (zhang, limin)
    }

    @Test("opening a case takes it; others see it in the queue and in its head, and leaving frees it")
    func visible() throws {
        var (zhang, limin) = try pair()
        #expect(limin.row(with: "2026-000001")?.contains("审查中*") == true)
        #expect(limin.row(with: "2026-000001")?.contains("zhang") == true)
        limin.press("Enter")
        #expect(limin.screen.contains("zhang A02 正在办理 · 1分钟前"))
        limin.press("Esc")
        zhang.press("Esc")
        limin.idle(seconds: 1)
        #expect(limin.row(with: "2026-000001")?.contains("审查中*") == false)
        limin.press("Enter")
        #expect(!limin.screen.contains("正在办理"))
    }

    @Test("a case is held until it is over, not only until it is accepted")
    func afterAcceptance() throws {
        let store = SampleDesk.store()
        let judged = try DeskCases.judgeAll(
            DeskCases.receive(DeskCases.restaurant(), into: store), on: "2026-11-19", in: store)
        let day = DeskCases.date("2026-11-19")
        let accepted = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: day, gaps: []))], to: judged, on: "2026-11-19", in: store)
        var zhang = DeskDriver(store: store)
        zhang.turn(to: "全部")
        zhang.press("Enter")
        var limin = DeskDriver(SampleDesk.desk(clerk: "limin"), store: store, clock: zhang.clock.adding(seconds: 60))
        limin.turn(to: "全部")
        limin.press("Enter")
        #expect(limin.screen.contains("zhang A02 正在办理"))
        limin.press("Esc")
        _ = try DeskCases.append([.withdrawn(reason: "不办了")], to: accepted, on: "2026-11-20", in: store)
        zhang.press("Esc")
        zhang.press("Enter")
        limin.idle(seconds: 1)
        limin.press("Enter")
        #expect(!limin.screen.contains("正在办理"))
    }

    @Test("writing somebody else's case asks first; a no leaves all as it was, a yes does the very key and is logged")
    func takeOver() throws {
        var (zhang, limin) = try pair()
        limin.press("Enter", "Home", "1")
        #expect(limin.place == .confirm && limin.screen.contains("zhang A02 正在办理"))
        #expect(try limin.payloads().isEmpty)
        limin.press("n")
        #expect(limin.place == .checklist && limin.state.work?.line == 0)
        #expect(try limin.payloads().isEmpty)
        limin.press("1", "y")
        #expect(limin.states[0] == .inOrder)
        #expect(try limin.payloads().count == 1)
        limin.press("n", "2")
        #expect(try limin.payloads().count == 2)
        limin.press("h")
        #expect(limin.screen.contains("从 zhang A02 接手办理"))

        zhang.press("F3")
        zhang.type("（总店）")
        zhang.clock = limin.clock
        zhang.idle(seconds: 1)
        #expect(zhang.status.contains("您的占用已被 limin A02 接手；未保存的内容已存为草稿"))
        #expect(zhang.screen.contains("limin A02 正在办理"))
        #expect(try zhang.store.recall(Draft.prefix, for: ClerkID("zhang")).count == 1)
        zhang.press("F2")
        #expect(zhang.place == .confirm && zhang.screen.contains("接手此案"))
    }

    @Test("a take-over before an answer gives the answer")
    func underAQuestion() throws {
        var (_, limin) = try pair()
        limin.press("Enter", "w", "y")
        #expect(limin.screen.contains("接手此案"))
        limin.press("n")
        #expect(limin.place == .confirm && limin.screen.contains("申请人要求撤回"))
        limin.press("y", "y")
        #expect(try limin.stored().phase != .checking)
    }

    @Test("looking at identity numbers needs no lease")
    func reading() throws {
        var (_, limin) = try pair()
        limin.press("Enter", "i")
        #expect(limin.state.modal == nil && limin.state.work?.isRevealed == true)
    }

    @Test("a lease runs out by itself, typing renews it, and one's own desk that died is taken over without a question")
    func ends() throws {
        let (first, _) = try pair()
        var zhang = first
        zhang.clock = zhang.clock.adding(seconds: 100)
        zhang.press("Down")
        var limin = DeskDriver(
            SampleDesk.desk(clerk: "limin"), store: zhang.store, clock: zhang.clock.adding(seconds: 100))
        limin.idle(seconds: 1)
        limin.press("Enter")
        #expect(limin.screen.contains("正在办理"))
        limin.idle(seconds: 60)
        #expect(!limin.screen.contains("正在办理"))
        limin.press("Home", "1")
        #expect(limin.states[0] == .inOrder)

        let desk = Desk(of: SampleDesk.desk(), id: "second")
        var (dead, _) = try pair()
        var again = DeskDriver(desk, store: dead.store, clock: dead.clock.adding(seconds: 5))
        again.idle(seconds: 1)
        again.press("Enter")
        #expect(!again.screen.contains("正在办理"))
        again.press("Home", "1")
        #expect(again.states[0] == .inOrder)
        dead.clock = again.clock
        dead.idle(seconds: 1)
        #expect(dead.status.contains("接手"))
    }

    @Test("leases that can't be had keep nobody from working")
    func busy() throws {
        let store = FailingStore(SampleDesk.store())
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var desk = DeskDriver(store: store)
        desk.holdsBack = true
        desk.press("Enter")
        desk.carryOut(at: 0)
        store.fail(with: .busy)
        desk.carryOut()
        store.fail(with: nil)
        #expect(desk.file != nil && !desk.status.contains("S-01"))
        desk.press("Home", "1")
        #expect(desk.states[0] == .inOrder)
    }
}

extension Desk {
    /// The same desk started anew.
    fileprivate init(of desk: Desk, id: String) {
        self.init(
            office: desk.office, clocks: desk.clocks, rules: desk.rules, template: desk.template,
            papers: desk.papers, keymap: desk.keymap, language: desk.language, clerk: desk.clerk, window: desk.window,
            isDemo: false, program: desk.program, id: id)
    }
}
