import CaseDomain
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("What a clerk is told besides the verdict")
struct CounselJourneyTests {
    private func ask(_ desk: inout DeskDriver, _ paper: String) {
        desk.press("m")
        desk.type(paper)
        desk.press("Enter")
    }

    @Test(
        "a clerk who would demand what no list names is told that it is unlawful",
        arguments: [
            ("健康证", "从业人员健康证明", "现场核查"), ("租房合同", "房产或者租赁证明", "第三十一条"),
            ("消防验收意见", "消防、环评批文", "不收件"), ("无犯罪记录证明", "“无犯罪记录证明”", "材料目录"),
        ])
    func mayNot(paper: String, name: String, reason: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        ask(&desk, paper)
        #expect(desk.place == .reader)
        for text in ["不能要", name, reason, "依据："] { #expect(desk.screen.contains(text), "\(text)") }
        desk.press("Enter")
        #expect(try desk.payloads().isEmpty && desk.state.work?.line == 0)
    }

    @Test("what is on the list is shown there, with whether the case needs it")
    func may() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        ask(&desk, "平面图")
        #expect(desk.screen.contains("可以要") && desk.screen.contains("本案需要"))
        desk.press("Enter")
        #expect(desk.screen.contains("X3 主要设备设施和经营布局平面图") && desk.state.work?.line == 2)
        ask(&desk, "委托书")
        #expect(desk.screen.contains("本案不需要，不能要"))
        desk.press("Enter")
        ask(&desk, "执照")
        #expect(desk.screen.contains("本案免提交"))
        desk.press("Enter")
        ask(&desk, "身份证")
        #expect(desk.screen.contains("有的可以要，有的不能要"))
        desk.press("Enter")
        #expect(try desk.payloads().isEmpty)
    }

    @Test("health certificates may be asked of a workshop, not of a restaurant; one character means nothing")
    func byMatter() throws {
        var desk = try DeskDriver.onCase(DeskCases.workshop())
        ask(&desk, "健康证")
        #expect(desk.screen.contains("可以要") && !desk.screen.contains("不能要"))
        desk.press("Esc")
        ask(&desk, "证")
        #expect(desk.place == .entry && desk.screen.contains("两个字以上"))
    }

    @Test("a renewal shows its term, counted backwards")
    func renewal() throws {
        var desk = try DeskDriver.onCase(DeskCases.held(.renewal))
        #expect(desk.screen.contains("延续申请期 2026-08-21 至 2026-12-10"))
        desk.press("o")
        #expect(desk.screen.contains("届满前90个工作日至15个工作日"))
        desk.press("End")
        #expect(desk.screen.contains("2026-08-21 周五  工作日  第90日"))
        var late = try DeskDriver.onCase(DeskCases.held(.renewal, expires: "2026-12-10"))
        #expect(late.status.contains("已不足15个工作日"))
        late.press("o")
        #expect(late.screen.contains("【提醒】") && late.screen.contains("暂停经营"))
    }

    @Test("the four ways of a line stand apart")
    func ways() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(agent: DeskCases.agent))
        desk.resize(rows: 40, columns: 160)
        desk.press("End")
        let row = try #require(desk.row(with: "办法"))
        for text in ["容缺 可以", "告知承诺 不适用", "免提交 可核验（电子身份证）"] { #expect(row.contains(text), "\(row)") }
        #expect(desk.screen.contains("声明 不涉及"))
        desk.press("5")
        desk.press("End")
        #expect(desk.screen.contains("容缺 已容缺"))
        var renewal = try DeskDriver.onCase(
            DeskCases.held(.renewal, facts: [.paperLicenceHeld: false, .conditionsUnchanged: true]))
        renewal.resize(rows: 40, columns: 110)
        renewal.press("End")
        #expect(renewal.screen.contains("声明 已声明"))
    }

    @Test("the form asks for every fact that a change hangs on")
    func facts() throws {
        var desk = try DeskDriver.onCase(DeskCases.held(.change))
        desk.press("Home", "Enter")
        #expect(desk.place == .form && desk.state.work?.form.focus == .premisesMoved)
        desk.press("Right", "Right", "F2", "Esc")
        #expect(try desk.stored().particulars.facts[.premisesMoved] == false)
        #expect(try desk.stored().particulars.licence?.issuedOn == DeskCases.date("2022-01-01"))
        for _ in 0..<20 {
            guard let sheet = desk.openFact else { break }
            desk.press("F3")
            for _ in 0..<60 { desk.press("S-Tab") }
            for _ in 0..<60 where desk.state.work?.form.focus != sheet { desk.press("Tab") }
            try #require(desk.state.work?.form.focus == sheet)
            if sheet == .changed { desk.press("Enter", "Space", "Enter") } else { desk.press("Right") }
            desk.press("F2", "Esc")
        }
        #expect(desk.openFact == nil)
    }

    @Test("moved premises are a new application")
    func moved() throws {
        var desk = try DeskDriver.onCase(DeskCases.held(.change))
        desk.press("Home", "Enter", "Right", "F2")
        #expect(desk.screen.contains("请按新办申请"))
    }
}

extension DeskDriver {
    /// The field of the first fact that the case's checklist still hangs on.
    fileprivate var openFact: FormFieldID? {
        guard let file else { return nil }
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        for open in evaluator.evaluate(file.application).undetermined {
            guard case .fact(let fact) = open.question else { continue }
            if case .fact(let fact) = fact { return FormFieldID.allCases.first { $0.fact == fact } }
            return fact == .changed ? .changed : nil
        }
        return nil
    }
}
