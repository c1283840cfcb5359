import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("The terms of a case")
struct ClockJourneyTests {
    /// A licence case that was accepted on Monday the 16th; today is Friday the 20th.
    private static func accepted(
        _ particulars: Particulars? = nil, then more: [(String, CaseEvent.Payload)] = [], keymap: String = "standard"
    ) throws -> DeskDriver {
        try DeskDriver.onCase(
            particulars ?? DeskCases.restaurant(received: "2026-11-13"), desk: SampleDesk.desk(keymap: keymap)
        ) { file, store in
            let acceptance = Acceptance(on: DeskCases.date("2026-11-16"), gaps: [])
            var file = try DeskCases.append(
                [.accepted(acceptance: acceptance)], to: file, on: "2026-11-16", in: store)
            for (day, payload) in more { file = try DeskCases.append([payload], to: file, on: day, in: store) }
        }
    }

    @Test("the clock is stopped with a reason, and goes on where it stood")
    func stopAndResume() throws {
        var desk = try Self.accepted()
        #expect(desk.row(with: "2026-000001")?.contains("承诺办结期限 剩1天") == true)
        desk.press("p")
        #expect(desk.place == .entry && desk.screen.contains("> 听证"))
        desk.press("Right", "Right", "Enter")
        #expect(desk.screen.contains("> 检测"))
        desk.press("Enter")
        #expect(desk.place == .entry && desk.screen.contains("事由和所需时间没有填"))
        desk.type("送检大肠菌群")
        desk.press("Enter")
        #expect(desk.screen.contains("自2026-11-20起中止办结期限：检测（送检大肠菌群）"))
        desk.press("y")
        let stopped = try #require(try desk.payloads().suffix(2).first)
        #expect(stopped == .clockStopped(reason: .testing, note: "送检大肠菌群"))
        // Told in writing, in the same write.
        let told = try #require(try desk.stored().record.papers.last)
        #expect(told.kind == .clockStop && told.number?.text == "示审食停〔2026〕1号")
        #expect(told.text.filter { $0 != " " && $0 != "\n" }.contains("事由和所需时间：送检大肠菌群"))
        #expect(desk.place == .notice && desk.status.contains("书面告知"))
        desk.press("Esc")
        #expect(desk.row(with: "2026-000001")?.contains("承诺办结期限 中止") == true)
        desk.press("p")
        #expect(desk.status.contains("按 r 恢复") && desk.state.modal == nil)
        desk.press("Esc")
        let row = try #require(desk.row(with: "2026-000001"))
        #expect(row.contains("已受理") && !row.contains("剩") && !row.contains("超"))
        desk.press("Enter")
        desk.clock = DeskCases.moment("2026-11-26")
        desk.press("r")
        desk.type("报告已出")
        desk.press("Enter")
        // Four of five promised days are used up; the fifth is the day after.
        #expect(desk.screen.contains("2026-11-27"))
        desk.press("y")
        #expect(try desk.payloads().last == .clockResumed(note: "报告已出"))
        #expect(desk.row(with: "2026-000001")?.contains("剩1天") == true)
        desk.press("r")
        #expect(desk.status.contains("没有中止"))
        desk.press("h")
        #expect(desk.screen.contains("中止计时：检测（送检大肠菌群）") && desk.screen.contains("恢复计时（报告已出）"))
    }

    @Test("the term is extended once, within the law, by somebody named")
    func extend() throws {
        var desk = try Self.accepted()
        desk.press("y")
        #expect(desk.screen.contains("> 5个工作日") && desk.screen.contains("本机关负责人"))
        desk.press("Left", "Tab")
        desk.type("王局长")
        desk.press("Tab")
        desk.type("需要复核现场")
        desk.press("Enter")
        #expect(desk.screen.contains("延长4个工作日，批准人：王局长；理由：需要复核现场"))
        desk.press("y")
        let granted = TermExtension(days: 4, approvedBy: "王局长", reason: "需要复核现场")
        #expect(try desk.payloads().suffix(2).first == .termExtended(extension: granted))
        let told = try #require(try desk.stored().record.papers.last)
        #expect(told.kind == .termExtension && told.text.contains("2026年12月4日"))
        desk.press("Esc", "y")
        #expect(desk.status.contains("已经延长过") && desk.state.modal == nil)
        desk.press("d")
        #expect(desk.row(with: "T7")?.contains("2026-11-27 2026-12-04") == true)
        #expect(desk.screen.contains("经王局长批准延长4个工作日"))
    }

    @Test("where there is nothing to stop or extend, the desk says why")
    func refusals() throws {
        var open = try DeskDriver.onCase(DeskCases.restaurant())
        open.press("p")
        #expect(open.status.contains("受理以后") && open.state.modal == nil)
        var deemed = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-06"))
        deemed.press("y")
        #expect(deemed.status.contains("先按 F7 记录") && deemed.state.modal == nil)
        var workshop = try Self.accepted(DeskCases.workshop(received: "2026-11-13"))
        workshop.press("y")
        #expect(workshop.status.contains("依法不能延长"))
        var late = try Self.accepted()
        late.clock = DeskCases.moment("2026-12-02")
        late.press("p")
        #expect(late.status.contains("法定期限已过"))
        late.press("y")
        #expect(late.status.contains("法定期限已过"))
        #expect(try late.payloads().count == 1)
    }

    @Test("leaving the prompt or the question changes nothing")
    func cancelled() throws {
        var desk = try Self.accepted()
        let before = try desk.payloads()
        desk.press("p", "Enter")
        desk.type("误")
        desk.press("Esc")
        #expect(desk.state.modal == nil)
        desk.press("p", "Enter")
        desk.type("误")
        desk.press("Enter", "n")
        #expect(desk.state.modal == nil)
        #expect(try desk.payloads() == before)
    }

    @Test("all terms are listed, the running one first, and each has its ledger", arguments: ["standard", "vi"])
    func list(keymap: String) throws {
        var desk = try Self.accepted(keymap: keymap)
        desk.perform(.ledger)
        #expect(desk.place == .clocks)
        #expect(desk.screen.contains("第4日  <- 今天"))
        #expect(desk.row(with: "T7 办结期限")?.contains("2026-11-16 2026-11-23 2026-11-30 剩1天") == true)
        #expect(desk.row(with: "T6 现场核查期限")?.contains("未起算") == true)
        desk.press("Down")
        #expect(desk.screen.contains("自2026-11-13起5个工作日"))
        desk.press("End")
        #expect(desk.screen.contains("申请听证之日"))
        desk.press("Home", "PgDn")
        #expect(desk.screen.contains("最后一天"))
        desk.press("Enter")
        #expect(desk.state.modal == nil)
    }

    @Test("a missed correction shows what the law makes of it")
    func abandoned() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-10-12")) { file, store in
            let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-10-12", in: store)
            _ = try DeskCases.issue(judged, on: "2026-10-13", in: store)
        }
        #expect(desk.row(with: "2026-000001")?.contains("视为放弃") == true)
        desk.press("d")
        #expect(desk.row(with: "T3a 补正期限")?.contains("视为放弃") == true)
        #expect(try desk.stored().phase == .awaitingCorrection)
    }

    @Test("a term that reaches a year without its notice says so, at the start and in its ledger")
    func provisional() throws {
        let started = DeskDriver(clock: DeskCases.moment("2026-12-21"))
        #expect(started.status.contains("2027年调休未公布"))
        var desk = try DeskDriver.onCase(
            DeskCases.restaurant(received: "2026-12-29"), clock: DeskCases.moment("2026-12-29"))
        #expect(desk.row(with: "2026-000001")?.contains("剩5天") == false)
        #expect(desk.row(with: "2026-000001")?.contains("5?") == true)
        desk.press("d")
        #expect(desk.row(with: "T1 一次性告知期限")?.contains("2027-01-06?") == true)
        #expect(desk.screen.contains("2027年调休未公布"))
    }

    @Test("two desks can't both extend a term")
    func conflict() throws {
        var desk = try Self.accepted()
        let file = try desk.stored()
        desk.press("y", "Tab")
        desk.type("王局")
        desk.press("Tab")
        desk.type("复核")
        let other = TermExtension(days: 5, approvedBy: "李局", reason: "先到")
        _ = try DeskCases.append(
            [.termExtended(extension: other)], to: file, on: "2026-11-20", in: desk.store, clerk: "limin")
        desk.press("Enter", "y")
        #expect(desk.place == .reader && desk.screen.contains("李局批准"))
        #expect(try desk.stored().timeline.extended == other)
    }
}
