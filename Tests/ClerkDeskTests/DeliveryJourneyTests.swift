import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Delivery and ratings")
struct DeliveryJourneyTests {
    private func licensed(
        _ desk: Desk = SampleDesk.desk(office: SampleDesk.tellingOffice), electronic: Bool = false
    ) throws -> DeskDriver {
        let store = SampleDesk.store()
        try LicenceCases.licensed(
            DeskCases.restaurant(received: "2026-11-19"), "JY23716250000011", expires: "2031-11-18", in: store,
            electronic: electronic)
        var driver = DeskDriver(desk, store: store)
        driver.press("S-Tab", "Enter")
        try #require(driver.file != nil)
        return driver
    }

    @Test("how it is delivered can change until it is; mail needs an address")
    func plan() throws {
        var desk = try licensed()
        desk.act("送达方式")
        #expect(desk.screen.contains("渤海大街18号"), "the premises are proposed")
        desk.press("Right", "Tab", "Tab", "C-u", "F2")
        #expect(desk.screen.contains("邮寄要写地址"))
        desk.type("示例县城关镇1号")
        desk.press("F2")
        #expect(desk.file?.progress.deliveryPlan == DeliveryPlan(mode: .mailOut, address: "示例县城关镇1号"))
        desk.act("送达方式")
        desk.press("Left", "Tab", "Right", "F2")
        #expect(desk.file?.progress.deliveryPlan == DeliveryPlan(mode: .window, window: "A03"))
    }

    @Test("whoever fetches it is named; the message names nothing then")
    func fetched() throws {
        var desk = try licensed()
        desk.act("证照送达")
        desk.press("C-u", "F2")
        #expect(desk.screen.contains("写明谁领走的"))
        desk.type("王德胜")
        desk.press("F2")
        #expect(desk.place == .confirm && !desk.screen.contains("短信"))
        desk.press("y")
        #expect(desk.file?.progress.delivery == Delivery(mode: .window, on: SampleDesk.today, receivedBy: "王德胜"))
        #expect(desk.file?.progress.state == .delivered)
        desk.perform(.actions)
        #expect(desk.whyNot("证照送达") != nil && desk.whyNot("送达方式") != nil)
    }

    @Test("what is mailed has its number, and the applicant is told of it")
    func mailed() throws {
        var desk = try licensed()
        desk.act("送达方式")
        desk.press("Right", "F2")
        desk.act("证照送达")
        desk.press("F2")
        #expect(desk.screen.contains("邮寄要写邮件号"))
        desk.type("快递")
        desk.press("F2")
        #expect(desk.screen.contains("8至20位"))
        desk.press("C-u")
        desk.type("ex 1234 5678 9cn")
        desk.press("F2")
        #expect(desk.screen.contains("138****0001"))
        desk.press("y")
        #expect(desk.file?.progress.delivery?.tracking == "EX123456789CN")
        let message = try #require(desk.file?.record.messages.first?.message)
        #expect(message.occasion == .licenceMailed && message.text.contains("EX123456789CN"))
    }

    @Test("an e-licence without paper is delivered without anybody's signature")
    func electronic() throws {
        var desk = try licensed(electronic: true)
        desk.act("证照送达")
        #expect(desk.screen.contains("电子证照"))
        desk.press("C-u", "F2", "y")
        #expect(desk.file?.progress.delivery == Delivery(mode: .window, on: SampleDesk.today))
    }

    @Test("the record of delivery is made out of the paper that there is for it")
    func slip() throws {
        var desk = try licensed()
        desk.act("证照送达")
        desk.press("F2", "y")
        desk.act("制作证照送达回证")
        let paper = try #require(desk.file?.record.papers.last)
        #expect(paper.kind == .serviceRecord && paper.lines.joined().contains("JY23716250000011"))
    }

    @Test("a rating may change until it is answered; a bad one has its term")
    func rating() throws {
        var desk = try licensed()
        desk.perform(.actions)
        #expect(desk.whyNot("差评整改")?.contains("没有待整改") == true)
        desk.press("Esc")
        desk.act("登记评价")
        desk.press("Right", "Right", "Right", "F2")
        #expect(desk.file?.progress.rating?.level == .poor)
        #expect(desk.status.contains("2026-12-11") && desk.status.contains("待核"))
        desk.act("登记评价")
        desk.press("Right", "F2")
        #expect(desk.file?.progress.rating?.level == .veryPoor)
        desk.act("差评整改")
        desk.type("已回访，致歉")
        desk.press("F2")
        #expect(desk.file?.progress.openBadRating != nil)
        desk.perform(.actions)
        #expect(desk.whyNot("登记评价")?.contains("已答复") == true)
        desk.press("Esc")
        desk.act("差评整改")
        desk.type("已加开窗口")
        desk.press("Tab", "Right", "F2")
        #expect(desk.file?.progress.openBadRating == nil)
        #expect(try desk.store.openBadRatings(limit: 9).isEmpty)
    }
}
