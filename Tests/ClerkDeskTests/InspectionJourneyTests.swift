import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 核查 by keys: somebody is sent, booked, called back, and reports.
@Suite("Inspections at the desk")
struct InspectionJourneyTests {
    /// An accepted case on the desk; 2026-11-20 is a Friday.
    static func accepted(
        _ particulars: Particulars = DeskCases.restaurant(), gaps: [Material] = [], desk: Desk = SampleDesk.desk()
    ) throws -> DeskDriver {
        try DeskDriver.onCase(particulars, desk: desk) { file, store in
            let judged = try DeskCases.judgeAll(file, missing: Set(gaps), on: "2026-11-20", in: store)
            _ = try DeskCases.append(
                [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: gaps))], to: judged,
                on: "2026-11-20", in: store)
        }
    }

    /// Sends the two inspectors that are proposed, on the day that is.
    static func dispatch(_ desk: inout DeskDriver, video: Bool = false) {
        desk.act("分派核查")
        if video { desk.press("Right") }
        desk.press("F2", "Enter", "Enter", "y")
    }

    private func dispatched(video: Bool = false, gaps: [Material] = []) throws -> DeskDriver {
        var desk = try Self.accepted(gaps: gaps)
        Self.dispatch(&desk, video: video)
        desk.press("Esc")
        try #require(desk.file?.progress.dispatch != nil)
        return desk
    }

    @Test("two are sent, with the notice, in one write; the clocks run by promise and law")
    func sending() throws {
        var desk = try Self.accepted()
        desk.act("分派核查")
        guard case .entry(let entry)? = desk.state.modal else {
            Issue.record("no sheet")
            return
        }
        #expect(entry.lines.first?.contains("承诺2026-11-24前完成") == true)
        desk.press("F2")
        #expect(desk.place == .picker)
        #expect(desk.row(with: "赵建国")?.contains("[x]") == true && desk.row(with: "吴国强")?.contains("[x]") == true)
        #expect(desk.row(with: "钱海燕")?.contains("外片区") == true)
        #expect(desk.row(with: "郑志远")?.contains("执法证2026-06-30到期") == true)
        desk.press("Enter")
        #expect(desk.screen.contains("参加部门  公安") && desk.screen.contains("收取材料"))
        desk.press("Enter")
        #expect(desk.place == .confirm && desk.screen.contains("现场核查，2026-11-23：赵建国、吴国强"))
        desk.press("y")
        #expect(desk.place == .notice && desk.screen.contains("核查时间：2026年11月23日。"))
        let file = try desk.stored()
        let dispatch = try #require(file.progress.dispatch?.dispatch)
        #expect(dispatch.inspectors.map(\.text) == ["赵建国", "吴国强"] && dispatch.mode == .onSite)
        #expect(
            dispatch.promisedBy == DeskCases.date("2026-11-24") && dispatch.plannedFor == DeskCases.date("2026-11-23"))
        let paper = try #require(file.record.papers.last)
        #expect(paper.kind == .inspectionNotice && paper.number?.text == "示审食核〔2026〕1号")
        #expect(paper.text.contains("赵建国（执法证鲁16-0042）"))
        #expect(file.lastChange.at == desk.clock)
        desk.press("Esc")
        #expect(desk.screen.contains("核查中") && desk.screen.contains("核查 赵建国、吴国强 现场 11-23"))
        let clock = try #require(
            SampleDesk.clocks.all(for: file, on: SampleDesk.today).first { $0.rule.id == "T6" })
        #expect(clock.isOpen && clock.due == DeskCases.date("2026-11-24"))
        #expect(clock.statutoryDue == DeskCases.date("2026-11-27"))
    }

    @Test("fewer than the law wants, or somebody who may not go, are sent back with the reason")
    func refused() throws {
        var desk = try Self.accepted()
        desk.act("分派核查")
        desk.press("F2", "Space", "Enter")
        #expect(desk.place == .picker && desk.status.contains("至少2人") && desk.status.contains("第三十四条"))
        // A barred one can't be ticked.
        desk.type("郑志远")
        desk.press("Space", "Enter")
        #expect(desk.place == .picker && desk.status.contains("至少2人"))
        desk.press("Esc")
        #expect(try desk.stored().progress.dispatch == nil)
    }

    @Test("where too few can go that day the sheet stays, with who can't and why, so that another day is tried")
    func tooFewThatDay() throws {
        var office = SampleDesk.office
        office.staff = Staff(
            people: office.staff.people.filter { !["吴国强", "钱海燕"].contains($0.name) }, unlisted: office.staff.unlisted)
        var desk = try Self.accepted(desk: SampleDesk.desk(office: office))
        desk.act("分派核查")
        desk.press("F2")
        #expect(desk.place == .entry)
        #expect(desk.screen.contains("2026-11-23能去的有1人") && desk.screen.contains("郑志远执法证2026-06-30到期"))
        #expect(try desk.stored().progress.dispatch == nil)
    }

    @Test("the certificate has to hold on the day of the visit, not only today")
    func expiring() throws {
        let text = try SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml")
            .replacing("鲁16-0042, valid-until: 2027-12-31", with: "鲁16-0042, valid-until: 2026-11-24")
        let office = try OfficeOfTests.decode(text)
        var desk = try Self.accepted(desk: SampleDesk.desk(office: office))
        desk.act("分派核查")
        desk.press("Tab", "Home")
        for _ in 0..<10 { desk.press("Del") }
        desk.type("1125")
        desk.press("F2")
        #expect(desk.row(with: "赵建国")?.contains("执法证2026-11-24到期") == true)
        #expect(desk.row(with: "吴国强")?.contains("[x]") == true && desk.row(with: "钱海燕")?.contains("[x]") == true)
    }

    @Test(
        "a day that is over, beyond the law's term or none at all is sent back", arguments: ["1119", "2026-11-30", "x"])
    func days(typed: String) throws {
        var desk = try Self.accepted()
        desk.act("分派核查")
        desk.press("Tab", "Home")
        for _ in 0..<10 { desk.press("Del") }
        desk.type(typed)
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("! "))
    }

    @Test("an inspector with a full day isn't sent to one more")
    func load() throws {
        let store = SampleDesk.store()
        for step in 0..<4 {
            let file = try DeskCases.receive(DeskCases.restaurant("甲\(step)号店"), into: store)
            let accepted = try DeskCases.append(
                [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: []))], to: file,
                on: "2026-11-20", in: store)
            _ = try DeskCases.append(
                [SampleInspectors.dispatched(["赵建国"])], to: accepted, on: "2026-11-20", in: store)
        }
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        _ = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: []))], to: file,
            on: "2026-11-20", in: store)
        var desk = DeskDriver(store: store)
        desk.press("S-Tab", "F3")
        desk.type("王记")
        desk.press("Enter", "Enter")
        desk.act("分派核查")
        desk.press("F2")
        #expect(desk.row(with: "赵建国")?.contains("当天已有4处") == true)
        #expect(desk.row(with: "吴国强")?.contains("[x]") == true && desk.row(with: "钱海燕")?.contains("[x]") == true)
    }

    @Test("nobody is sent where nobody need look, and what isn't due says why")
    func needless() throws {
        var particulars = DeskCases.restaurant()
        (particulars.subject, particulars.items) = (.sales, [.prepackagedOnly])
        var desk = try DeskDriver.onCase(particulars) { file, store in
            _ = try DeskCases.append(
                [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: []))], to: file,
                on: "2026-11-20", in: store)
        }
        desk.press("x")
        #expect(desk.whyNot("分派核查")?.contains("只有预包装食品销售项目：不需核查") == true)
        var other = try Self.accepted()
        other.press("x")
        #expect(other.whyNot("核查结论") != nil && other.whyNot("撤回分派") != nil && other.whyNot("材料交接") != nil)
    }

    @Test("a task that is taken back can be given again")
    func recalling() throws {
        var desk = try dispatched()
        desk.act("撤回分派")
        desk.press("F2")
        #expect(desk.place == .entry)
        desk.type("申请人改期")
        desk.press("F2")
        #expect(desk.status.contains("可以重新分派"))
        #expect(try desk.stored().progress.dispatch == nil && desk.screen.contains("已受理"))
        Self.dispatch(&desk)
        #expect(try desk.stored().progress.dispatch != nil)
    }

    @Test("a video inspection gets a time that nobody else has, and a code that can be read out")
    func booking() throws {
        var onSite = try dispatched()
        onSite.press("x")
        #expect(onSite.whyNot("预约视频核查") == "这次不是远程视频核查")
        var desk = try dispatched(video: true)
        #expect(try desk.stored().record.papers.last?.text.contains("远程视频核查") == true)
        let other = try DeskCases.receive(DeskCases.restaurant("乙店"), into: desk.store)
        let taken = try DeskCases.append(
            [
                .accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: [])),
                SampleInspectors.dispatched(["赵建国"], mode: .video),
                .life(
                    event: .booked(
                        appointment: VideoAppointment(
                            at: Moment(DeskCases.date("2026-11-23"), seconds: 9 * 3600 + 1800), code: "2345"))),
            ], to: other, on: "2026-11-20", in: desk.store)
        desk.act("预约视频核查")
        desk.press("Tab")
        desk.type("9:45")
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("赵建国在09:30已有预约（\(taken.number.text)）"))
        desk.press("C-u")
        desk.type("25:00")
        desk.press("F2")
        #expect(desk.place == .entry)
        desk.press("C-u")
        desk.type("10:00")
        desk.press("F2")
        let appointment = try #require(try desk.stored().progress.appointment)
        #expect(appointment.at.clock == "10:00" && appointment.code.count == 4)
        #expect(appointment.code.allSatisfy { "23456789".contains($0) })
        #expect(zip(appointment.code, appointment.code.dropFirst()).allSatisfy { $0 != $1 })
        #expect(desk.screen.contains("口令\(appointment.code)"))
        desk.press("h")
        #expect(desk.screen.contains("口令\(appointment.code)"))
    }

    @Test("what the inspectors bring back settles what was owed, and the first look counts")
    func outcome() throws {
        var desk = try dispatched(gaps: [.policyIndex])
        #expect(desk.file?.progress.dispatch?.dispatch.collects == [.policyIndex])
        #expect(try desk.stored().record.papers.last?.text.contains("同时收取下列材料") == true)
        desk.clock = DeskCases.moment("2026-11-23")
        desk.act("核查结论")
        desk.press("F2")
        #expect(desk.place == .picker && desk.screen.contains("收回的材料"))
        desk.press("Space", "Enter")
        #expect(desk.place == .confirm && desk.screen.contains("首次核查即通过"))
        desk.press("y")
        let file = try desk.stored()
        #expect(file.progress.passedAtFirst == true && file.openGaps == [] && desk.screen.contains("已核查"))
        let outcome = try #require(file.progress.outcomes.first)
        #expect(outcome.outcome.collected == [.policyIndex] && outcome.outcome.words == "符合要求")
        #expect(outcome.dispatched == SampleDesk.today)
        let clock = SampleDesk.clocks.all(for: file, on: DeskCases.date("2026-12-04")).first { $0.rule.id == "T6" }
        #expect(clock?.ended == DeskCases.date("2026-11-23") && clock?.state == .kept)
        #expect(desk.states.allSatisfy { $0 == .inOrder || $0 == .spared })
    }

    @Test("a term to put things right needs a day, a reason and somebody in charge; then it is looked at again")
    func rectifying() throws {
        var desk = try dispatched()
        desk.clock = DeskCases.moment("2026-11-23")
        desk.act("核查结论")
        desk.press("Right", "F2")
        #expect(desk.place == .entry)
        desk.type("专间没有独立空调。")
        desk.press("F2")
        #expect(desk.place == .entry)
        desk.type("1123")
        desk.press("F2")
        #expect(desk.screen.contains("应晚于核查日期"))
        desk.press("C-u")
        desk.type("2026-11-27")
        desk.press("Tab")
        desk.type("赵建国")
        desk.press("F2")
        #expect(desk.screen.contains("不能是核查人员"))
        desk.press("C-u")
        desk.type("林向东")
        desk.press("F2")
        if desk.place == .picker { desk.press("Enter") }
        #expect(desk.place == .confirm && desk.screen.contains("2026-11-27前整改，林向东同意"))
        desk.press("y")
        #expect(desk.screen.contains("整改中"))
        #expect(try desk.stored().rectifyBy == DeskCases.date("2026-11-27"))
        Self.dispatch(&desk)
        desk.press("Esc")
        desk.act("核查结论")
        desk.press("F2")
        if desk.place == .picker { desk.press("Enter") }
        #expect(desk.place == .confirm && !desk.screen.contains("首次核查即通过"))
        desk.press("y")
        let file = try desk.stored()
        #expect(file.progress.passedAtFirst == false && file.progress.outcomes.count == 2)
        #expect(file.rectifyBy == nil && desk.screen.contains("已核查"))
    }

    @Test("papers go out and come back on numbered slips, and both stand in the history")
    func handingOver() throws {
        var desk = try dispatched()
        desk.act("材料交接")
        #expect(desk.place == .entry && desk.screen.contains("窗口交核查人员"))
        desk.press("F2")
        #expect(desk.place == .picker)
        desk.press("Enter")
        #expect(desk.place == .picker && desk.status.contains("没有勾选"))
        desk.press("Space", "Enter")
        #expect(desk.place == .notice && desk.screen.contains("材料交接单") && desk.screen.contains("示审食交〔2026〕1号"))
        desk.press("Esc")
        desk.act("材料交接")
        #expect(desk.screen.contains("核查人员交窗口"))
        desk.press("F2", "Space", "Enter")
        let file = try desk.stored()
        #expect(file.progress.handovers.map(\.direction) == [.toInspectors, .toWindow])
        #expect(file.progress.handovers.map(\.from) == ["zhang", "赵建国、吴国强"])
        #expect(file.record.papers.last?.number?.text == "示审食交〔2026〕2号")
    }

    @Test("who may not send anybody is told so, and so is whoever wants to report without being an inspector")
    func roles() throws {
        var desk = try Self.accepted(desk: SampleDesk.desk(clerk: "王桂芬"))
        desk.press("x")
        #expect(desk.whyNot("分派核查") != nil && desk.whyNot("免于核查") != nil)
        var leader = try Self.accepted(desk: SampleDesk.desk(clerk: "许科长"))
        Self.dispatch(&leader)
        leader.press("Esc", "x")
        #expect(leader.whyNot("核查结论") != nil && leader.whyNot("撤回分派") == nil)
    }

    @Test("an office without rules for it, or without the paper")
    func otherOffices() throws {
        var bare = SampleDesk.office
        bare.inspection = .none
        var desk = try Self.accepted(desk: SampleDesk.desk(office: bare))
        desk.press("x")
        #expect(desk.whyNot("分派核查") == "机关文件里没有核查规则")
    }
}
