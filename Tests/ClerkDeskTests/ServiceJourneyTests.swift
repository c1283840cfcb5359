import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

@Suite("Serving papers")
struct ServiceJourneyTests {
    /// A case whose notice went out on Wednesday; the desk shows it on Friday.
    private func noticed() throws -> DeskDriver {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-17")) { file, store in
            let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-18", in: store)
            _ = try DeskCases.issue(judged, on: "2026-11-18", in: store)
        }
        desk.press("F6")
        #expect(desk.row(with: "已发出")?.contains("未送达") == true)
        return desk
    }

    private func begin(_ desk: inout DeskDriver) {
        desk.press("x")
        desk.type("登记送达")
        desk.press("Enter")
    }

    private func day(_ text: String, _ desk: inout DeskDriver) {
        desk.press("Home")
        for _ in 0..<10 { desk.press("Del") }
        desk.type(text)
    }

    @Test("who signed and when; not before the paper was, not after today; the title says it")
    func handed() throws {
        var desk = try noticed()
        begin(&desk)
        #expect(desk.place == .entry && desk.screen.contains("登记送达 示审食补〔2026〕1号"))
        desk.press("F2")
        #expect(desk.screen.contains("写明谁签收"))
        desk.type("王德胜")
        desk.press("S-Tab")
        day("2026-11-17", &desk)
        desk.press("F2")
        #expect(desk.screen.contains("不能早于制发日期 2026-11-18"))
        day("2026-11-23", &desk)
        desk.press("F2")
        #expect(desk.screen.contains("不能晚于今天"))
        day("1119", &desk)
        desk.press("F2")
        let service = try #require(try desk.stored().record.services.first)
        #expect(service.manner == .handed && service.on == DeskCases.date("2026-11-19") && service.signedBy == "王德胜")
        #expect(desk.place == .notice && desk.row(with: "已发出")?.contains("2026-11-19已送达") == true)
    }

    @Test("who refuses to sign is served by leaving the paper there, before a witness; a later record counts")
    func left() throws {
        var desk = try noticed()
        begin(&desk)
        desk.press("Left", "F2")
        #expect(desk.screen.contains("拒收事由和见证人"))
        desk.type("拒签，居委会李四见证。")
        desk.press("F2")
        #expect(try desk.stored().record.services.map(\.manner) == [.left])
        begin(&desk)
        #expect(desk.screen.contains("已登记过：留置送达"))
        desk.press("Right", "F2")
        #expect(desk.place == .entry && desk.screen.contains("写明谁签收"))
        desk.type("王德胜")
        desk.press("F2")
        #expect(desk.screen.contains("只能填一项"))
        desk.press("Home")
        for _ in 0..<10 { desk.press("Del") }
        desk.press("F2")
        let number = try #require(try desk.stored().notices.last?.number)
        #expect(try desk.stored().record.services.count == 2)
        #expect(try desk.stored().record.service(of: number)?.manner == .handed)
    }

    @Test("a record of service is made out before, with lines to write on, or after, filled in")
    func record() throws {
        var desk = try noticed()
        func make() {
            desk.press("x")
            desk.type("送达回证")
            desk.press("Enter")
        }
        make()
        #expect(desk.screen.contains("送达方式：____"))
        let record = try #require(try desk.stored().record.papers.first)
        #expect(record.lines.joined().contains("行政许可申请材料补正告知书（示审食补〔2026〕1号）"))
        #expect(desk.row(with: "送达回证（2026-11-20）") != nil)
        desk.press("Left")
        begin(&desk)
        desk.press("Right", "Right", "F2")
        #expect(try desk.stored().record.services.map(\.manner) == [.electronic])
        make()
        #expect(desk.screen.contains("送达方式：电子送达"))
        #expect(try desk.stored().record.papers.map(\.kind) == [.serviceRecord, .serviceRecord])
    }

    @Test("from the checklist it is the paper that waits to be served, until none does")
    func nothingShown() throws {
        var desk = try noticed()
        desk.press("Esc")
        desk.act("登记送达")
        desk.press("Right", "Right", "F2")
        let file = try desk.stored()
        #expect(file.record.services.map(\.document) == file.notices.map(\.number))
        desk.press("x")
        #expect(desk.whyNot("登记送达")?.contains("没有等待送达的文书") == true)
    }
}
