import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("Two desks on one store")
struct TwoDesksTests {
    private func pair() throws -> (zhang: DeskDriver, limin: DeskDriver) {
        let zhang = try DeskDriver.onCase(DeskCases.restaurant())
        // Three minutes later the first desk's lease has run out, so nothing but revisions keeps the two apart.
        var limin = DeskDriver(
            SampleDesk.desk(clerk: "limin"), store: zhang.store, clock: SampleDesk.morning.adding(seconds: 180))
        limin.press("Enter")
        return (zhang, limin)
    }

    @Test("the second to write hears what the first did, and may do his own on top")
    func conflict() throws {
        var (zhang, limin) = try pair()
        limin.press("Home", "2")
        zhang.press("End", "1")
        #expect(zhang.place == .confirm)
        #expect(zhang.screen.contains("别的窗口先改了此案"))
        #expect(zhang.screen.contains("limin  食品经营许可申请书: 缺"))
        #expect(try zhang.payloads().count == 1)
        zhang.press("y")
        #expect(zhang.states == [.missing, .spared, .unjudged, .unjudged, .inOrder])
        #expect(try zhang.payloads().count == 2)
        #expect(try zhang.stored() == zhang.file)
    }

    @Test("who says no leaves the other's work alone and sees it")
    func declined() throws {
        var (zhang, limin) = try pair()
        limin.press("Home", "2")
        zhang.press("End", "1", "n")
        #expect(zhang.states == [.missing, .spared, .unjudged, .unjudged, .unjudged])
        #expect(try zhang.payloads().count == 1)
        zhang.press("F9")
        #expect(zhang.status.contains("没有可撤销"))
    }

    @Test("a typed form survives a conflict and can be saved on top")
    func form() throws {
        var (zhang, limin) = try pair()
        limin.press("Home", "1")
        zhang.press("F3")
        zhang.type("（总店）")
        zhang.press("F2")
        #expect(zhang.place == .confirm)
        #expect(zhang.state.work?.form.text(.name) == "王记羊汤馆（总店）")
        zhang.press("n")
        #expect(zhang.state.work?.form.text(.name) == "王记羊汤馆（总店）")
        zhang.press("F2")
        #expect(try zhang.stored().particulars.applicant.name == "王记羊汤馆（总店）")
        #expect(zhang.states[0] == .inOrder)
    }

    @Test("a decision is never repeated blindly after a conflict")
    func decision() throws {
        var (zhang, limin) = try pair()
        for key in ["Home", "1", "n", "1", "1", "1"] { limin.press(key) }
        var third = DeskDriver(
            SampleDesk.desk(clerk: "chen"), store: zhang.store, clock: SampleDesk.morning.adding(seconds: 600))
        third.press("Enter", "F7")
        limin.press("End", "2")
        third.press("y")
        #expect(third.place == .reader && third.screen.contains("核对后再定"))
        #expect(try third.stored().phase == .checking)
        third.press("Enter", "F7")
        #expect(third.status.contains("不能受理"))
        zhang.press("w", "y")
        #expect(zhang.place == .reader)
        #expect(try zhang.stored().phase == .checking)
    }

    @Test("papers get one notice, whoever is first")
    func oneNotice() throws {
        var zhang = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        }
        var limin = DeskDriver(
            SampleDesk.desk(clerk: "limin"), store: zhang.store, clock: SampleDesk.morning.adding(seconds: 180))
        limin.press("Enter", "F8", "y")
        zhang.press("F8", "y")
        #expect(try zhang.stored().notices.count == 1)
        #expect(zhang.screen.contains("发出补正告知书 示审食补〔2026〕1号"))
        zhang.press("Esc", "F8")
        #expect(zhang.status.contains("只能告知一次"))
    }

    @Test("a write on top of a case that was closed meanwhile is not offered")
    func closed() throws {
        var (zhang, limin) = try pair()
        limin.press("w", "y")
        zhang.press("Home", "1")
        #expect(zhang.place == .reader && zhang.screen.contains("撤回"))
        zhang.press("Enter", "1")
        #expect(zhang.status.contains("已撤回"))
        #expect(try zhang.payloads().count == 1)
    }

    @Test("keys that ran ahead of a conflict don't answer its question")
    func ranAhead() throws {
        var (zhang, limin) = try pair()
        limin.press("Home", "2")
        zhang.holdsBack = true
        zhang.press("Home", "1", "Enter", "y")
        zhang.carryOut()
        guard case .comparison(let comparison)? = zhang.state.modal else {
            Issue.record("nothing is compared")
            return
        }
        #expect(comparison.rows.map(\.choice) == [nil])
        #expect(zhang.status.contains("后面按的 2 个键没有执行"))
        #expect(try zhang.payloads().count == 1)
        #expect(zhang.state.work?.line == 0)
    }

    @Test("the other desk's queue follows within a tick, with the cursor on its case")
    func queueFollows() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var zhang = DeskDriver(store: store)
        zhang.press("Down", "Down", "Down")
        let number = try #require(zhang.state.queue.current?.number)
        let new = try DeskCases.receive(DeskCases.restaurant("后来居上", received: "2026-11-05"), into: store)
        #expect(!zhang.screen.contains(new.number.text))
        zhang.send(.tick)
        #expect(zhang.state.queue.current?.number == number)
        zhang.press("Home")
        #expect(zhang.screen.contains("后来居上"))
        #expect(zhang.state.queue.count == 12)
    }
}
