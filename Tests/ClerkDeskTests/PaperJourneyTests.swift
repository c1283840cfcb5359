import CaseDomain
import CaseStore
import ClerkDesk
import NoticeComposer
import TestSupport
import Testing

@Suite("Papers on the desk")
struct PaperJourneyTests {
    /// A restaurant with everything in order.
    static func complete(_ desk: Desk = SampleDesk.desk(), store: (any DeskStoring)? = nil) throws -> DeskDriver {
        let store = store ?? SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        _ = try DeskCases.judgeAll(file, on: "2026-11-20", in: store)
        var driver = DeskDriver(desk, store: store)
        driver.press("S-Tab", "Enter")
        try #require(driver.file != nil)
        return driver
    }

    /// The sample office with other rules for its papers.
    static func desk(_ papers: String) throws -> Desk {
        let sample = try SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml")
        let parts = try #require(sample.firstMatch(of: /(?s)^(.*\n)papers:\n.*?(\nappeals:.*)$/)?.output)
        let office = try OfficeOfTests.decode("\(parts.1)papers:\n\(papers)\(parts.2)")
        return SampleDesk.desk(office: office)
    }

    @Test("an acceptance comes with its notice, in one write, and shows it")
    func acceptance() throws {
        var desk = try Self.complete()
        desk.press("F7", "y")
        let file = try desk.stored()
        let paper = try #require(file.record.papers.first)
        #expect(file.record.papers.count == 1 && paper.kind == .acceptance)
        #expect(paper.number?.text == "示审食受〔2026〕1号" && paper.countersignedBy == nil)
        #expect(
            Array(try desk.payloads().suffix(2)) == [
                .accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: [])), .paperIssued(paper: paper),
            ])
        #expect(desk.place == .notice && desk.status.contains("已受理；已制作受理通知书 示审食受〔2026〕1号"))
        #expect(desk.row(with: "受理通知书 示审食受〔2026〕1号")?.contains("2026-11-20，未送达") == true)
        #expect(desk.screen.contains("决定予以受理"))
        desk.press("p", "Enter")
        #expect(
            desk.effects.last?.job
                == .print(PrintedPaper(.paper(paper), of: file), printer: nil, copies: 1))
        desk.press("Esc", "F6")
        #expect(desk.state.paper?.shown == .paper(paper))
    }

    @Test("where the office switches it off, an acceptance comes alone, and the paper can be made out by hand")
    func switchedOff() throws {
        var desk = try Self.complete(
            try Self.desk("  acceptance: {title: 受理单, number: \"{code}受{year}-{sequence}\", copies: 2}"))
        desk.press("F7", "y")
        #expect(try desk.stored().record.papers.isEmpty && desk.place == .checklist)
        desk.press("x")
        desk.type("制作受理通知书")
        desk.press("Enter")
        #expect(try desk.stored().record.papers.map(\.number?.text) == ["示审受2026-1"])
        #expect(desk.screen.contains("受理单"))
        desk.press("x")
        #expect(desk.whyNot("制作受理通知书")?.contains("已经制作过") == true)
        #expect(desk.whyNot("不予受理")?.contains("此案已受理或者已了结") == true)
        #expect(desk.whyNot("不予许可")?.contains("没有这种文书") == true)
    }

    @Test("a second official signs where the office wants it, and it isn't the clerk")
    func countersigned() throws {
        var desk = try Self.complete(
            try Self.desk("  acceptance: {title: 受理单, number: \"\", countersign: true, automatic: true, copies: 2}"))
        desk.press("F7", "y")
        #expect(desk.place == .entry && desk.screen.contains("第二人复核签名"))
        desk.press("F2")
        #expect(desk.screen.contains("必填"))
        desk.type("Zhang")
        desk.press("F2")
        #expect(desk.screen.contains("不能是经办人自己"))
        #expect(try desk.stored().phase == .checking)
        desk.press("Home")
        for _ in 0..<5 { desk.press("Del") }
        desk.type("王某")
        desk.press("F2")
        #expect(desk.screen.contains("人员名单里没有这个人") && desk.screen.contains("林向东"))
        desk.press("Home", "Del", "Del")
        desk.type("林向东")
        desk.press("F2")
        let paper = try #require(try desk.stored().record.papers.first)
        #expect(paper.number == nil && paper.countersignedBy == "林向东")
        #expect(paper.text.contains("复核人：林向东"))
    }

    @Test("nothing is saved and no number is used up where the store fails")
    func failing() throws {
        let store = FailingStore(SampleDesk.store())
        var desk = try Self.complete(store: store)
        store.fail(with: .diskFull)
        desk.press("F7", "y")
        #expect(desk.place == .checklist && desk.status.contains("磁盘"))
        store.fail(with: nil)
        #expect(try desk.stored().phase == .checking)
        desk.press("F7", "y")
        #expect(try desk.stored().record.papers.map(\.number?.text) == ["示审食受〔2026〕1号"])
    }

    @Test("somebody was first: nothing is made out, and the desk says what was done")
    func conflict() throws {
        var desk = try Self.complete()
        desk.press("F7")
        let file = try #require(desk.file)
        _ = try DeskCases.append([.identityRevealed], to: file, on: "2026-11-20", in: desk.store, clerk: "li")
        desk.press("y")
        #expect(desk.place == .reader && desk.screen.contains("别的窗口先改了"))
        #expect(try desk.stored().record.papers.isEmpty && desk.stored().phase == .checking)
        desk.press("Esc", "F7", "y")
        #expect(try desk.stored().record.papers.map(\.number?.text) == ["示审食受〔2026〕1号"])
    }

    @Test("what belongs elsewhere leaves with a slip that says where")
    func referral() throws {
        var desk = try DeskDriver.onCase(DeskCases.stall())
        desk.press("g", "y")
        let paper = try #require(try desk.stored().record.papers.first)
        #expect(paper.kind == .referral && paper.number == nil)
        #expect(desk.place == .notice && desk.screen.contains("办理去向"))
        #expect(paper.lines.joined().filter { $0 != " " }.contains("办理去向：乡镇人民政府、街道办事处"))
        desk.press("x")
        #expect(desk.whyNot("登记送达")?.contains("没有编号的文书") == true)
    }

    @Test("what was promised becomes a promise to sign and a notice that confirms it")
    func gaps() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(tolerance: true)) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.policyIndex], on: "2026-11-20", in: store)
        }
        desk.press("F7", "F2", "y")
        let papers = try desk.stored().record.papers
        #expect(papers.map(\.kind) == [.acceptance, .gapPromise, .gapNotice])
        #expect(papers.map(\.number?.text) == ["示审食受〔2026〕1号", nil, "示审食容〔2026〕1号"])
        #expect(papers[0].text.contains("决定容缺受理") && papers[2].text.contains("2026年11月27日"))
        #expect(desk.state.paper?.shown == .paper(papers[0]))
        desk.press("Right", "Right")
        #expect(desk.screen.contains("容缺受理通知书"))
        desk.press("Right")
        #expect(desk.status.contains("没有别的文书"))
        desk.press("x")
        #expect(desk.whyNot("准予许可")?.contains("容缺材料还没有补齐") == true)
    }

    @Test("who only asks goes home with a slip of everything; nothing is taken in")
    func slip() throws {
        var desk = DeskDriver(printing: PretendPrinters())
        desk.press("F2")
        for _ in 0..<9 { desk.press("Tab") }
        desk.press("Enter", "Down", "Enter", "F6")
        #expect(desk.place == .notice && desk.row(with: "没有收件") != nil)
        #expect(desk.screen.contains("一次性告知单") && desk.screen.contains("食品经营许可·新办（餐饮服务经营者）"))
        desk.press("End")
        #expect(desk.screen.contains("告知人"))
        desk.press("F8")
        #expect(desk.status.contains("先按"))
        desk.press("p", "Enter")
        let printed = desk.effects.compactMap { if case .print(let paper, _, _) = $0.job { paper } else { nil } }
        #expect(printed.count == 1 && printed[0].pages?.code == "" && printed[0].text.contains("食品经营许可申请书"))
        desk.press("Esc")
        #expect(desk.place == .form)
        #expect(try desk.store.count(QueueQuery(today: SampleDesk.today)) == 0)
    }

    @Test("a receipt lists what came in, and is an action")
    func receipt() throws {
        var desk = try Self.complete()
        desk.press("x")
        desk.type("收件凭证")
        desk.press("Enter")
        let paper = try #require(try desk.stored().record.papers.first)
        #expect(paper.kind == .receipt && paper.text.contains("食品经营许可申请书　收到1份"))
        #expect(paper.text.contains("5个工作日") && !paper.text.contains("营业执照"))
        #expect(try desk.stored().phase == .checking)
        // The draft, the receipt: both can be turned to.
        desk.press("Right")
        #expect(desk.state.paper?.shown == nil)
    }

    @Test("papers that come back get a receipt by themselves where the office wants one")
    func returned() throws {
        let office = try Self.desk(
            "  receipt: {title: 收件凭证, number: \"收{year}-{sequence}\", copies: 2, automatic: true}")
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: office) { file, store in
            let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
            _ = try DeskCases.issue(judged, on: "2026-11-20", in: store)
        }
        desk.press("t", "Enter", "y")
        let paper = try #require(try desk.stored().record.papers.first)
        #expect(paper.number?.text == "收2026-1" && paper.text.contains("平面图"))
        #expect(try desk.stored().phase == .checking)
    }

    @Test("decisions want their reason")
    func decisions() throws {
        var desk = try Self.complete()
        desk.press("F7", "y")
        desk.press("x")
        desk.type("不予许可")
        desk.press("Enter")
        desk.type("专间没有独立空调。")
        desk.press("Tab")
        desk.type("通则第十八条")
        desk.press("F2")
        #expect(desk.screen.contains("《…》第…条"))
        desk.press("Home")
        desk.type("《食品经营许可审查通则》")
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("复核人"))
        desk.type("林书记")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("专间没有独立空调"))
        desk.press("y")
        let paper = try #require(try desk.stored().record.papers.last)
        #expect(paper.kind == .denial && paper.number?.text == "示审食不准〔2026〕1号")
        #expect(paper.text.contains("行政复议") && !paper.text.contains("空调。，"))
        #expect(try desk.stored().progress.decision?.outcome == .denied)
        desk.press("x")
        #expect(desk.whyNot("准予许可")?.contains("现为不予许可") == true)
    }
}
