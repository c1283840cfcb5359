import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("Rounds of correction")
struct RoundJourneyTests {
    /// A restaurant whose layout plan and process description were missing; both were told on Monday the 16th.
    static func notified(
        clock: String = "2026-11-20", missing: Set<Material> = [.layoutPlan, .processDescription]
    ) throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-13"), clock: DeskCases.moment(clock)) {
            file, store in
            let judged = try DeskCases.judgeAll(file, missing: missing, on: "2026-11-13", in: store)
            _ = try DeskCases.issue(judged, on: "2026-11-16", in: store)
        }
    }

    /// Goes to a paper on the checklist.
    static func go(_ desk: inout DeskDriver, to name: String) {
        desk.press("Home")
        let names = ["食品经营许可申请书", "营业执照", "主要设备设施", "食品加工操作流程", "食品安全规章制度"]
        for _ in 0..<(names.firstIndex(of: name) ?? 0) { desk.press("Down") }
    }

    @Test("only what was ticked opens again; the rest keeps its verdict and is told again, which is not late")
    func partialReturn() throws {
        var desk = try Self.notified()
        desk.press("t")
        #expect(desk.place == .picker && desk.screen.contains("[x] 1．主要设备设施"))
        // The first line stays away.
        desk.press("Space", "Enter")
        #expect(desk.screen.contains("未交回（1项"))
        desk.press("y")
        #expect(try desk.payloads().last == .correctionReceived(materials: [.processDescription]))
        #expect(desk.states == [.inOrder, .spared, .missing, .unjudged, .inOrder])
        Self.go(&desk, to: "食品加工操作流程")
        desk.press("1")
        desk.act("各轮对照")
        #expect(desk.row(with: "现在：未交回") != nil && desk.row(with: "现在：已补正") != nil)
        desk.press("Esc", "F8")
        desk.declineVisit()
        desk.press("F8")
        #expect(desk.screen.contains("再次告知1处，新缺陷0处，漏告知0处"))
        desk.press("y")
        #expect(try desk.stored().notices.last?.items.map(\.material) == [.layoutPlan])
    }

    @Test("nothing is booked in where nothing is ticked")
    func nothingBack() throws {
        var desk = try Self.notified()
        desk.press("t", "Space", "Down", "Space", "Enter")
        #expect(desk.status.contains("没有收件") && desk.state.modal == nil)
        #expect(try desk.stored().phase == .awaitingCorrection)
    }

    @Test("a late finding is owned up to and released by somebody else before it is told")
    func lateFinding() throws {
        var desk = try Self.notified()
        desk.press("t", "Enter", "y")
        Self.go(&desk, to: "主要设备设施")
        desk.press("1", "1")
        // The form was passed in the first round, and nothing of it has come back.
        Self.go(&desk, to: "食品经营许可申请书")
        desk.press("Enter", "3", "Left", "F8")
        #expect(desk.place == .entry && desk.screen.contains("上门指导"))
        desk.press("Tab")
        desk.type("2026-11-19")
        desk.press("F2")
        #expect(desk.screen.contains("不能早于今天"))
        for _ in 0..<10 { desk.press("Backspace") }
        desk.type("20261123")
        desk.press("Tab")
        desk.type("李敏")
        desk.press("F2")
        let visit = GuidanceVisit(round: 2, on: DeskCases.date("2026-11-23"), visitor: "李敏", note: "")
        #expect(try desk.payloads().last == .visitAnswered(visit: visit))
        desk.press("F8")
        #expect(desk.place == .entry && desk.screen.contains("漏告知登记") && desk.screen.contains("责任人"))
        desk.press("F2")
        #expect(desk.screen.contains("说明没有填"))
        desk.type("签名页夹在别的材料里")
        desk.press("F2")
        let item = LateFinding.Item(material: .applicationForm, defect: "signed")
        #expect(try desk.stored().record.lateFinding(round: 2)?.items == [item])
        #expect(try desk.stored().record.lateFinding(round: 2)?.owner == "zhang")
        desk.press("F8")
        #expect(desk.screen.contains("放行") && desk.screen.contains("前次审查遗漏"))
        desk.type("zhang")
        desk.press("Tab")
        desk.type("同意")
        desk.press("F2")
        #expect(desk.screen.contains("不能由经办人自己放行"))
        for _ in 0..<5 { desk.press("Backspace") }
        desk.type("王科长")
        desk.press("F2")
        #expect(try desk.payloads().last.map { if case .released = $0 { true } else { false } } == true)
        // What is found after the release hasn't been released.
        Self.go(&desk, to: "食品安全规章制度")
        desk.press("2", "F8")
        #expect(desk.screen.contains("漏告知登记"))
        desk.press("Esc")
        Self.go(&desk, to: "食品安全规章制度")
        desk.press("1", "F8")
        #expect(desk.place == .confirm && desk.screen.contains("漏告知1处"))
        desk.press("y")
        #expect(try desk.stored().notices.count == 2)
        desk.press("Esc", "h")
        #expect(desk.screen.contains("漏告知：第2次告知新增1处"))
    }

    @Test("the menu offers each gate's entry while it is open, and says why it isn't where not")
    func menu() throws {
        var desk = try Self.notified()
        desk.perform(.actions)
        #expect(desk.row(with: "漏告知登记")?.contains("没有漏告知") == true)
        #expect(desk.row(with: "督办放行")?.contains("没有等待放行") == true)
        desk.press("Esc", "t", "Enter", "y")
        desk.act("上门指导")
        #expect(desk.place == .entry)
        desk.declineVisit()
        #expect(try desk.stored().record.visit(round: 2)?.on == nil)
    }

    /// A case with so many notices behind it, each answered; the last papers are judged and still wrong.
    private static func onRound(_ round: Int) throws -> DeskDriver {
        let days = ["2026-09-14", "2026-09-21", "2026-10-12", "2026-10-26", "2026-11-09", "2026-11-18"]
        return try DeskDriver.onCase(DeskCases.restaurant(received: days[0])) { file, store in
            var file = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: days[0], in: store)
            for place in 1..<round {
                file = try DeskCases.issue(file, on: days[place - 1], in: store)
                file = try DeskCases.append(
                    [.correctionReceived(materials: [.layoutPlan])], to: file, on: days[place], in: store)
                file = try DeskCases.append(
                    [.materialRecorded(record: MaterialRecord(material: .layoutPlan, how: .missing))], to: file,
                    on: days[place], in: store)
            }
        }
    }

    @Test("from the third notice on the clerk is warned, and the fifth waits for a release")
    func ladder() throws {
        var third = try Self.onRound(3)
        third.clock = DeskCases.moment("2026-10-13")
        third.press("F8")
        third.declineVisit()
        third.press("F8")
        #expect(third.place == .confirm && third.screen.contains("需督办"))
        var fifth = try Self.onRound(5)
        fifth.clock = DeskCases.moment("2026-11-10")
        fifth.press("F8")
        fifth.declineVisit()
        fifth.press("F8")
        #expect(fifth.place == .entry && fifth.screen.contains("没有督办人书面放行"))
        #expect(try fifth.stored().notices.count == 4)
        fifth.type("王科长")
        fifth.press("Tab")
        fifth.type("已当面说明，同意再告知一次")
        fifth.press("F2", "F8", "y")
        #expect(try fifth.stored().notices.count == 5)
    }

    @Test("the queue shows the supervisor what has come back too often")
    func supervised() throws {
        var desk = try Self.onRound(3)
        desk.press("Esc")
        desk.turn(to: "需督办")
        #expect(desk.state.queue.query.filter == .supervised(fromRound: 2))
        #expect(desk.row(with: "2026-000001") != nil)
    }

    @Test("where the office names its supervisors nobody else releases")
    func supervisorsOfTheOffice() throws {
        let store = try Self.onRound(5).store
        var desk = DeskDriver(
            SampleDesk.desk(isSupervised: true), store: store, clock: DeskCases.moment("2026-11-10"))
        desk.press("S-Tab", "Enter", "F8")
        desk.declineVisit()
        desk.press("F8")
        desk.type("李科长")
        desk.press("Tab")
        desk.type("同意")
        desk.press("F2")
        #expect(desk.screen.contains("机关文件列有：wang"))
        for _ in 0..<4 { desk.press("Backspace") }
        desk.type("wang")
        desk.press("F2")
        #expect(try desk.stored().record.isReleased(.round, round: 5))
    }

    @Test("a notice doesn't leave on top of what another desk found meanwhile")
    func raceToIssue() throws {
        var desk = try Self.notified()
        desk.press("t", "Enter", "y")
        Self.go(&desk, to: "主要设备设施")
        desk.press("1", "2", "F8")
        desk.declineVisit()
        desk.press("F8")
        #expect(desk.place == .confirm)
        let file = try desk.stored()
        _ = try DeskCases.append(
            [.materialRecorded(record: DeskCases.judged(.policyIndex, in: file, failed: [.signed]))], to: file,
            on: "2026-11-20", in: desk.store, clerk: "limin")
        desk.press("y")
        #expect(try desk.stored().notices.count == 1)
        desk.press("Esc", "F8")
        #expect(desk.screen.contains("漏告知登记"))
    }

    @Test("what is recorded between notices is recorded on the case as it is now")
    func race() throws {
        var desk = try Self.notified()
        desk.press("t", "Enter", "y")
        let file = try desk.stored()
        _ = try DeskCases.append(
            [.materialRecorded(record: DeskCases.judged(.processDescription, in: file))], to: file, on: "2026-11-20",
            in: desk.store, clerk: "limin")
        desk.act("上门指导")
        desk.declineVisit()
        #expect(desk.place == .reader && desk.screen.contains("limin"))
        #expect(try desk.stored().record.visits.isEmpty)
    }
}
