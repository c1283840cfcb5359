import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("Refusing an application")
struct RefusalJourneyTests {
    private func opened(_ particulars: Particulars = DeskCases.restaurant()) throws -> DeskDriver {
        var desk = try DeskDriver.onCase(particulars)
        desk.press("x")
        desk.type("不予受理")
        desk.press("Enter")
        return desk
    }

    private func sign(_ desk: inout DeskDriver) {
        desk.type("林向东")
        desk.press("F2")
    }

    @Test("not this office's business: where to go instead, remedies, one write, and the case is over")
    func notCompetent() throws {
        var desk = try opened()
        #expect(desk.place == .entry && desk.screen.contains("材料不齐"))
        desk.press("F2")
        #expect(desk.screen.contains("应告知向哪个机关申请"))
        desk.type("向县城管局申请。")
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("复核人"))
        sign(&desk)
        #expect(desk.place == .confirm && desk.screen.contains("不属于本机关职权"))
        desk.press("n")
        #expect(try desk.payloads() == [])
        desk.press("x")
        desk.type("不予受理")
        desk.press("Enter", "Tab", "Tab")
        desk.type("向县城管局申请。")
        desk.press("F2")
        sign(&desk)
        desk.press("y")
        let file = try desk.stored()
        guard case .refused(let refusal) = file.phase else {
            Issue.record("not refused: \(file.phase)")
            return
        }
        #expect(refusal.ground == .notCompetent && refusal.basis.citation.contains("第(二)项"))
        let paper = try #require(file.record.papers.first)
        #expect(paper.kind == .refusal && paper.countersignedBy == "林向东")
        #expect(try desk.payloads() == [.refused(refusal: refusal), .paperIssued(paper: paper)])
        let text = paper.lines.map { $0.filter { $0 != " " } }.joined()
        for part in ["60日", "行政复议", "6个月", "行政诉讼", "办理去向：向县城管局申请。如对", "示例县人民法院"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(desk.place == .notice && desk.status.contains("已不予受理"))
        desk.press("Esc", "1")
        #expect(desk.status.contains("不予受理"))
    }

    @Test("papers that are missing or wrong are no reason", arguments: ["平面图材料不齐全", "不符合法定形式", "没有提交申请书", "申请书未签名"])
    func incomplete(reason: String) throws {
        var desk = try opened()
        desk.press("Tab")
        desk.type(reason)
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("应发补正告知书"))
        #expect(try desk.payloads() == [])
    }

    @Test("a bar has to be recorded first, and then stands in the entry")
    func ineligible() throws {
        var desk = try opened()
        desk.press("Right", "F2")
        #expect(desk.screen.contains("没有登记资格受限；先按 z"))
        let basis = LegalSource(citation: "《食品安全法》第一百三十五条", verified: true)
        let bar = Ineligibility(
            bar: "licence-revoked", name: "被吊销许可证", decidedOn: DeskCases.date("2024-01-10"),
            until: DeskCases.date("2029-01-10"), document: "示市监罚〔2024〕7号", basis: basis)
        var barred = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.append([.ineligible(record: bar)], to: file, on: "2026-11-20", in: store)
        }
        barred.press("x")
        barred.type("不予受理")
        barred.press("Enter", "F2")
        sign(&barred)
        barred.press("y")
        guard case .refused(let refusal) = try barred.stored().phase else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.ground == .ineligible && refusal.basis == basis)
        #expect(refusal.reason.contains("示市监罚〔2024〕7号") && refusal.reason.contains("2029年1月10日"))
    }

    @Test("where the case belongs stands in the entry already")
    func routed() throws {
        var desk = try opened(DeskCases.restaurant(county: "371602"))
        #expect(desk.screen.contains("经营场所不在本县区"))
        desk.press("F2")
        sign(&desk)
        #expect(desk.place == .confirm && desk.screen.contains("申请事项依法不属于本机关职权范围"))
    }

    @Test("what the law has accepted already can't be refused any more")
    func deemed() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-02"))
        desk.press("x")
        desk.type("不予受理")
        desk.press("Enter")
        #expect(desk.place == .checklist && desk.status.contains("依法视为受理"))
    }
}
