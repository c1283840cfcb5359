import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("A case after its acceptance")
struct LifeJourneyTests {
    /// A case that was accepted on Monday the 16th, with more that has happened since; today is Friday the 20th.
    static func accepted(
        _ particulars: Particulars? = nil, then events: [LifeEvent] = [], gaps: [Material] = [],
        clerk: String = "zhang"
    ) throws -> DeskDriver {
        try DeskDriver.onCase(
            particulars ?? DeskCases.restaurant(received: "2026-11-13"), desk: SampleDesk.desk(clerk: clerk)
        ) { file, store in
            let acceptance = Acceptance(on: DeskCases.date("2026-11-16"), gaps: gaps)
            let payloads = [CaseEvent.Payload.accepted(acceptance: acceptance)] + events.map { .life(event: $0) }
            _ = try DeskCases.append(payloads, to: file, on: "2026-11-16", in: store)
        }
    }

    /// A renewal whose applicant declares that nothing has changed: nobody need look.
    static func renewal(then events: [LifeEvent] = []) throws -> DeskDriver {
        var particulars = DeskCases.held(.renewal, facts: [.conditionsUnchanged: true])
        particulars.licence?.number = "JY23716250000011"
        particulars.receivedAt = DeskCases.moment("2026-11-13")
        return try accepted(particulars, then: events)
    }

    static let waived = LifeEvent.waived(
        waiver: InspectionWaiver(reason: "声明", basis: LegalSource(citation: "《办法》第三十四条", verified: false)))
    static let passed = LifeEvent.inspected(
        outcome: InspectionOutcome(
            result: .passed, on: DeskCases.date("2026-11-18"), mode: .onSite, inspectors: [ClerkID("赵建国")],
            words: "符合"))
    static let approved = decided(.approved)
    static func decided(_ outcome: Decision.Outcome) -> LifeEvent {
        .decided(
            decision: Decision(
                outcome: outcome, on: DeskCases.date("2026-11-18"), reviewedBy: ClerkID("li"),
                decidedBy: ClerkID("wang"),
                level: 1, reason: "理由"))
    }
    static let licensed = LifeEvent.licensed(
        licence: IssuedLicence(
            number: "JY23716250000011", issuedOn: DeskCases.date("2026-11-18"),
            expiresOn: DeskCases.date("2031-11-17"), isElectronic: true))
    static let delivered = LifeEvent.delivered(
        delivery: Delivery(mode: .window, on: DeskCases.date("2026-11-19"), receivedBy: "王德胜"))

    private static func life(_ desk: DeskDriver) throws -> [LifeEvent] {
        try desk.payloads().compactMap { if case .life(let event) = $0 { event } else { nil } }
    }

    // MARK: Through

    @Test("excused, reviewed, approved with its paper, the licence made out, delivered, archived")
    func whole() throws {
        var desk = try Self.renewal()
        #expect(desk.row(with: "下一步：免于核查 (x)") != nil)
        desk.act("免于核查")
        #expect(desk.screen.contains("> 声明经营条件未发生变化") && desk.screen.contains("第三十四条（待核）"))
        desk.press("F2")
        guard case .waived(let waiver)? = try Self.life(desk).last else { Issue.record("not excused"); return }
        #expect(waiver.reason == "声明经营条件未发生变化" && !waiver.basis.verified)
        #expect(desk.row(with: "已核查") != nil && desk.row(with: "下一步：审核 (x)") != nil)
        desk.act("审核")
        desk.press("F2")
        #expect(desk.screen.contains("审核说明没有填"))
        desk.type("符合延续条件")
        desk.press("F2")
        #expect(try Self.life(desk).last == .reviewed(review: CaseReview(proposesApproval: true, words: "符合延续条件")))
        #expect(desk.row(with: "待审批") != nil)
        desk.act("准予许可")
        #expect(desk.screen.contains("审核：拟准予（符合延续条件）"))
        desk.press("F2")
        desk.type("林书记")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("不能撤回"))
        desk.press("y")
        let decision = try #require(try desk.stored().progress.decision)
        #expect(decision.outcome == .approved && decision.on == SampleDesk.today && decision.decidedBy.text == "zhang")
        #expect(try desk.stored().record.papers.map(\.kind) == [.approval])
        #expect(try desk.payloads().suffix(2).first == .life(event: .decided(decision: decision)))
        #expect(desk.place == .notice && desk.screen.contains("2026年11月16日受理"))
        desk.press("Esc")
        #expect(desk.row(with: "准予许可")?.contains("颁证期限") == true)
        desk.press("F9")
        #expect(desk.status.contains("不能撤销"))
        desk.act("发证")
        #expect(desk.screen.contains("JY23716250000011") && desk.screen.contains("有效期至2031-11-19"))
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("2026-11-20"))
        desk.press("y")
        let licence = IssuedLicence(
            number: "JY23716250000011", issuedOn: SampleDesk.today, expiresOn: DeskCases.date("2031-11-19"),
            isElectronic: true)
        #expect(try Self.life(desk).last == .licensed(licence: licence))
        #expect(desk.row(with: "已发证") != nil && desk.row(with: "下一步：证照送达") != nil)
        desk.perform(.actions)
        #expect(desk.whyNot("归档")?.contains("现为已发证") == true)
    }

    @Test("what was delivered goes into the archive, and nothing comes after it")
    func archived() throws {
        var desk = try Self.renewal(then: [Self.waived, Self.approved, Self.licensed, Self.delivered])
        desk.act("归档")
        #expect(desk.screen.contains("2026-000001"))
        desk.press("End")
        desk.type("-食")
        desk.press("F2")
        #expect(try Self.life(desk).last == .archived(archiving: Archiving(reference: "2026-000001-食")))
        #expect(desk.row(with: "已归档") != nil && desk.screen.contains("此案已归档"))
        desk.perform(.actions)
        for name in ["免于核查", "审核", "退回审核", "准予许可", "不予许可", "发证", "归档"] {
            #expect(desk.whyNot(name)?.contains("已归档") == true, "\(name)")
        }
    }

    @Test("a denial says why and what can be done about it, ends the clock, and is archived")
    func denied() throws {
        var desk = try Self.accepted(then: [Self.passed])
        desk.act("不予许可")
        #expect(desk.screen.contains("核查符合"))
        desk.press("F2")
        #expect(desk.screen.contains("理由没有填"))
        desk.type("提交虚假材料")
        desk.press("Tab")
        desk.type("《行政许可法》第七十八条")
        desk.press("F2")
        desk.type("林书记")
        desk.press("F2", "y")
        let file = try desk.stored()
        let decision = try #require(file.progress.decision)
        #expect(decision.outcome == .denied && decision.reason == "提交虚假材料")
        #expect(decision.basis == LegalSource(citation: "《行政许可法》第七十八条", verified: false))
        let text = try #require(file.record.papers.last).text.filter { $0 != " " && $0 != "\n" }
        #expect(text.contains("申请行政复议") && text.contains("提起行政诉讼") && text.contains("提交虚假材料"))
        #expect(SampleDesk.clocks.running(for: file, on: SampleDesk.today) == nil)
        desk.press("Esc")
        #expect(desk.row(with: "下一步：归档 (x)") != nil)
        desk.act("归档")
        desk.press("F2")
        #expect(desk.row(with: "已归档") != nil)
    }

    @Test("until the decision the applicant may have the application back, and not after it")
    func withdrawn() throws {
        var desk = try Self.accepted(then: [Self.passed])
        desk.perform(.withdraw)
        #expect(desk.place == .confirm)
        desk.press("y")
        let file = try desk.stored()
        #expect(file.phase == .withdrawn && QueueState(file) == .withdrawn)
        let clock = SampleDesk.clocks.all(for: file, on: SampleDesk.today.adding(days: 60)).first { $0.rule.id == "T7" }
        #expect(clock?.ended == SampleDesk.today && clock?.state == .kept)
        var decided = try Self.accepted(then: [Self.passed, Self.approved])
        decided.perform(.withdraw)
        #expect(decided.state.modal == nil && decided.status.contains("现为准予许可"))
    }

    @Test("what the law accepted goes on like any other case once that is recorded")
    func deemed() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-06"))
        desk.perform(.actions)
        #expect(desk.whyNot("审核")?.contains("现为视为受理") == true)
        desk.press("Esc", "F7", "y", "Esc")
        let file = try desk.stored()
        #expect(file.acceptance?.on.description == "2026-11-06" && CaseState(file) == .accepted)
        #expect(desk.row(with: "下一步：分派核查 (x)") != nil)
        desk.perform(.actions)
        #expect(desk.whyNot("审核") == nil && desk.whyNot("不予许可") == nil)
    }

    // MARK: What is refused

    @Test("nobody is excused from an inspection that the law asks for, and nothing is approved without one")
    func mustInspect() throws {
        var desk = try Self.accepted()
        desk.perform(.actions)
        #expect(desk.whyNot("免于核查")?.contains("依法须核查") == true)
        #expect(desk.whyNot("准予许可")?.contains("还没有核查") == true)
        desk.press("Esc")
        desk.act("审核")
        #expect(desk.screen.contains("> 拟不予许可"))
        desk.press("Left", "Tab")
        desk.type("同意")
        desk.press("F2")
        #expect(desk.screen.contains("还没有核查") && desk.place == .entry)
        var failed = try Self.accepted(
            then: [
                .inspected(
                    outcome: InspectionOutcome(
                        result: .failed, on: DeskCases.date("2026-11-18"), mode: .video,
                        inspectors: [ClerkID("赵建国")], words: "无专间"))
            ])
        failed.perform(.actions)
        #expect(failed.whyNot("准予许可")?.contains("核查结论为不符合") == true && failed.whyNot("不予许可") == nil)
    }

    @Test("a clerk at the window doesn't decide, and is told who does")
    func roles() throws {
        var desk = try Self.accepted(then: [Self.passed], clerk: "王桂芬")
        desk.perform(.actions)
        #expect(desk.whyNot("准予许可")?.contains("须由审批人员办理") == true)
        #expect(desk.whyNot("审核")?.contains("须由审批人员办理") == true)
        desk.press("Esc")
        var inspector = try Self.accepted(clerk: "赵建国")
        inspector.perform(.withdraw)
        #expect(inspector.state.modal == nil && inspector.status.contains("须由窗口经办、帮办、乡镇窗口办理"))
    }

    @Test("a review that is sent back is made again")
    func sentBack() throws {
        var desk = try Self.accepted(
            then: [Self.passed, .reviewed(review: CaseReview(proposesApproval: true, words: "同意"))])
        desk.act("退回审核")
        #expect(desk.screen.contains("拟准予（同意）"))
        desk.type("图纸不清")
        desk.press("F2")
        #expect(try Self.life(desk).last == .sentBack(reason: "图纸不清"))
        #expect(desk.row(with: "已核查") != nil)
    }

    /// Every step in every state: the gate says what the table says, and a refusal names the state.
    @Test(arguments: CaseState.allCases)
    func `every step in every state`(_ state: CaseState) throws {
        var desk = try Self.inState(state)
        let file = try #require(desk.file)
        let life = SampleDesk.book.life
        for step in CaseStep.allCases {
            let why = LifeGate.why(step, file, desk.state, desk.desk)
            #expect((why == nil) == life.allows(step, in: state), "\(step) when \(state)")
            let allowed = life.rule(for: step)?.from.isEmpty == false
            if let why, allowed { #expect(why.zh.contains("现为\(state.phrase.zh)"), "\(step) when \(state)") }
        }
        desk.perform(.actions)
        #expect(desk.place == .picker)
    }

    /// A case that stands in a state today.
    private static func inState(_ state: CaseState) throws -> DeskDriver {
        let dispatched = LifeEvent.dispatched(
            dispatch: InspectionDispatch(
                mode: .onSite, inspectors: [ClerkID("赵建国")], promisedBy: DeskCases.date("2026-11-18")))
        let rectify = LifeEvent.inspected(
            outcome: InspectionOutcome(
                result: .rectify, on: DeskCases.date("2026-11-18"), mode: .onSite, inspectors: [ClerkID("赵建国")],
                words: "补消毒柜"))
        let basis = LegalSource(citation: "《办法》", verified: false)
        switch state {
        case .checking: return try DeskDriver.onCase(DeskCases.restaurant())
        case .deemedAccepted: return try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-06"))
        case .awaitingCorrection:
            return try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
                let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
                _ = try DeskCases.issue(judged, on: "2026-11-20", in: store)
            }
        case .routed: return try closed(.routed(route: RouteTaken(to: "township", basis: basis)))
        case .withdrawn: return try closed(.withdrawn(reason: "改期"))
        case .abandoned:
            return try closed(
                .abandoned(abandonment: Abandonment(number: DocumentNumber("号"), deadline: nil, words: "无")))
        case .refused:
            return try closed(.refused(refusal: Refusal(ground: .falsified, reason: "假", basis: basis)))
        case .accepted: return try accepted()
        case .acceptedWithGaps: return try accepted(gaps: [.policyIndex])
        case .inspecting: return try accepted(then: [dispatched])
        case .rectifying: return try accepted(then: [dispatched, rectify])
        case .inspected: return try accepted(then: [passed])
        case .reviewed:
            return try accepted(then: [passed, .reviewed(review: CaseReview(proposesApproval: true, words: "同意"))])
        case .approved: return try accepted(then: [passed, approved])
        case .denied: return try accepted(then: [passed, decided(.denied)])
        case .licensed: return try accepted(then: [passed, approved, licensed])
        case .delivered: return try accepted(then: [passed, approved, licensed, delivered])
        case .archived:
            return try accepted(then: [decided(.denied), .archived(archiving: Archiving(reference: "1"))])
        }
    }

    private static func closed(_ payload: CaseEvent.Payload) throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.append([payload], to: file, on: "2026-11-20", in: store)
        }
    }
}
