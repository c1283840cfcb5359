import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("How cases end")
struct DecisionJourneyTests {
    @Test("a complete case is accepted today")
    func accepted() throws {
        var desk = DeskDriver()
        desk.takeIn()
        desk.press("F7")
        #expect(desk.status.contains("还有 4 行未审"))
        desk.press("1", "n", "1", "1", "1")
        #expect(desk.outcome == .accept)
        desk.press("F6")
        #expect(desk.screen.contains("没有需补正的内容"))
        desk.press("F8")
        #expect(desk.status.contains("没有需补正的内容") && desk.state.modal == nil)
        desk.press("F7", "y")
        #expect(try desk.stored().phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [])))
        let before = try desk.payloads()
        desk.press("Home", "2", "F9", "F7", "F8", "w", "t", "g")
        #expect(try desk.payloads() == before)
    }

    @Test("what the office tolerates doesn't keep a case from being accepted")
    func gaps() throws {
        var desk = DeskDriver()
        desk.takeIn()
        desk.press("1", "n", "5")
        #expect(desk.status.contains("容缺清单里没有"))
        desk.press("1", "1", "5")
        #expect(desk.states == [.inOrder, .spared, .inOrder, .inOrder, .tolerated])
        #expect(desk.outcome == .acceptWithGaps)
        desk.press("F7")
        #expect(desk.place == .entry && desk.screen.contains("食品安全规章制度目录清单 补齐日"))
        desk.press("F2")
        #expect(desk.screen.contains("主要材料齐全，容缺"))
        desk.press("Enter")
        #expect(try desk.stored().phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [.policyIndex])))
        desk.press("Esc", "S-Tab")
        #expect(desk.row(with: "2026-000001")?.contains("容缺受理") == true)
    }

    @Test("after five working days without a notice the case counts as accepted from receipt")
    func deemed() throws {
        // Received on Friday the 13th; the fifth working day after is Friday the 20th.
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-13")) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-16", in: store)
        }
        #expect(desk.row(with: "2026-000001")?.contains("审查中") == true)
        desk.press("F8")
        #expect(desk.place == .confirm)
        desk.press("n")
        desk.clock = DeskCases.moment("2026-11-21")
        desk.press("F8")
        #expect(desk.state.modal == nil)
        #expect(desk.status.contains("视为受理") && desk.status.contains("F7"))
        desk.press("F7")
        #expect(desk.screen.contains("2026-11-13"))
        desk.press("y")
        #expect(try desk.stored().phase == .accepted(Acceptance(on: DeskCases.date("2026-11-13"), gaps: [])))
        #expect(try desk.stored().notices.isEmpty)
    }

    @Test("a question that stood over midnight issues nothing that is too late")
    func midnight() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-13")) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-16", in: store)
        }
        desk.press("F8")
        desk.clock = DeskCases.moment("2026-11-21")
        desk.press("y")
        #expect(try desk.stored().notices.isEmpty)
        #expect(desk.status.contains("视为受理"))
    }

    @Test("what belongs elsewhere is routed, and never notified")
    func routed() throws {
        var desk = try DeskDriver.onCase(DeskCases.stall())
        #expect(desk.screen.contains("乡镇人民政府"))
        desk.press("F8")
        #expect(desk.state.modal == nil && !desk.status.isEmpty)
        desk.press("F7")
        #expect(desk.status.contains("不由本窗口办理"))
        desk.press("g", "y")
        guard case .routed(let route) = try desk.stored().phase else {
            Issue.record("not routed")
            return
        }
        #expect(route.to == "township" && route.basis.citation.contains("《"))
        var licence = try DeskDriver.onCase(DeskCases.restaurant())
        licence.press("g")
        #expect(licence.status.contains("没有引导去向"))
        let elsewhere = try DeskDriver.onCase(DeskCases.restaurant(county: "371602"))
        #expect(elsewhere.screen.contains("没有管辖权"))
    }

    @Test("an applicant may withdraw while it is open, and only then")
    func withdrawn() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("w", "n")
        #expect(try desk.payloads() == [])
        desk.press("w", "y")
        #expect(try desk.stored().phase == .withdrawn)
        desk.press("w")
        #expect(desk.status.contains("已了结") && desk.state.modal == nil)
    }

    @Test("no decision is made on what is only typed", arguments: ["F7", "F8", "g"])
    func unsaved(key: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(file, on: "2026-11-20", in: store)
        }
        desk.press("F3")
        desk.type("新")
        desk.press("F3", key)
        #expect(desk.state.modal == nil)
        #expect(desk.status.contains("先按 F2 保存"))
    }

    @Test("the ledger says which days count, and the history who did what")
    func ledgers() throws {
        var desk = try DeskDriver.onCase(
            DeskCases.restaurant(received: "2026-09-29"), clock: DeskCases.moment("2026-09-30"))
        desk.press("d")
        #expect(desk.screen.contains("国庆") && desk.screen.contains("第1日  <- 今天"))
        desk.press("Esc", "1", "h")
        #expect(desk.screen.contains("食品经营许可申请书: 已交"))
        desk.press("q")
        #expect(desk.state.modal == nil)
        var closed = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.append([.withdrawn(reason: "")], to: file, on: "2026-11-20", in: store)
        }
        closed.press("d")
        #expect(closed.row(with: "T1 一次性告知期限")?.contains("按期") == true)
    }
}
