import CaseDomain
import CaseStore
import ClerkDesk
import NoticeComposer
import Outgoing
import ScreenKit
import TestSupport
import Testing

@Suite("Messages at the desk")
struct MessageJourneyTests {
    private static let desk = SampleDesk.desk(office: SampleDesk.tellingOffice)

    /// A case with one paper missing, judged to the end.
    private func judged(phone: String? = "13800000001", agent: Agent? = nil) throws -> DeskDriver {
        var particulars = DeskCases.restaurant(agent: agent)
        particulars.applicant.phone = phone
        return try DeskDriver.onCase(particulars, desk: Self.desk) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        }
    }

    private func messages(_ desk: DeskDriver) -> [OutboxMessage] { desk.file?.record.messages.map(\.message) ?? [] }

    @Test("the question says where a message goes and in how many parts, and it goes out with the notice")
    func noticeTells() throws {
        var desk = try judged()
        desk.press("F8")
        #expect(desk.screen.contains("同时发短信到 138****0001，2条"))
        desk.press("y")
        let notice = try #require(desk.file?.notices.first)
        let message = try #require(messages(desk).first)
        #expect(message.document == notice.number && message.occasion == .noticeIssued)
        #expect(message.recipient == "13800000001" && message.id == "\(desk.file?.number.text ?? "")-1-notice-issued")
        let deadline = try #require(notice.deadline)
        for part in [notice.number.text, deadline.chinese, "需补正1项", "【示例县行政审批服务局】"] {
            #expect(message.text.contains(part), "\(part)")
        }
        #expect(MessageParts.count(message.text) == 2)
        #expect(!message.text.contains(DeskCases.idNumber))
        #expect(try desk.payloads().suffix(2).map(\.isAside) == [false, true])
    }

    @Test("the clerk can leave it out, and change her mind")
    func leftOut() throws {
        var desk = try judged()
        desk.press("F8", "Space")
        #expect(desk.screen.contains("不发短信"))
        desk.press("Space", "Space", "y")
        #expect(desk.file?.notices.count == 1 && messages(desk).isEmpty)
    }

    @Test(
        "no message to a landline or to nobody, and the question says so",
        arguments: [("0543-2345678", "联系电话不是手机号"), (nil, "没有联系电话"), ("12800000001", "联系电话不是手机号")])
    func noMobile(phone: String?, words: String) throws {
        var desk = try judged(phone: phone)
        desk.press("F8")
        #expect(desk.screen.contains(words))
        desk.press("y")
        #expect(desk.file?.notices.count == 1 && messages(desk).isEmpty)
    }

    @Test("the agent's number goes before the applicant's")
    func agent() throws {
        var desk = try judged(agent: Agent(name: "李代办", idNumber: DeskCases.idNumber, phone: "+86 139-0000-0009"))
        desk.press("F8")
        #expect(desk.screen.contains("139****0009"))
        desk.press("y")
        #expect(messages(desk).map(\.recipient) == ["13900000009"])
    }

    @Test("a notice about several matters is told of once")
    func together() throws {
        let store = SampleDesk.store()
        var number: DocumentNumber?
        for file in try BundleJourneyTests.family(store) {
            let judged = try DeskCases.judgeAll(file, missing: [.businessLicence], on: "2026-11-20", in: store)
            #expect(judged.phase == .checking)
        }
        var desk = DeskDriver(Self.desk, store: store, size: Size(rows: 40, columns: 120))
        desk.press("Enter", "F8")
        #expect(desk.screen.contains("同时发短信到 138****0002"))
        desk.press("y")
        let rows = try store.queue(QueueQuery(filter: .all, today: SampleDesk.today), from: .first, limit: 9).rows
        var told: [OutboxMessage] = []
        for row in rows {
            let file = try #require(try store.load(row.number))
            number = file.notices.last?.number
            told += file.record.messages.map(\.message)
        }
        #expect(rows.count == 2 && number != nil && told.map(\.document) == [number])
    }

    @Test("an office without messages says nothing of them")
    func off() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        }
        desk.press("F8")
        #expect(!desk.screen.contains("短信"))
        desk.press("y")
        #expect(desk.file?.notices.count == 1 && messages(desk).isEmpty)
        desk.idle(seconds: 60)
        #expect(!desk.effects.contains { $0.job == .deliver })
    }

    @Test("an acceptance tells too")
    func acceptance() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: Self.desk) { file, store in
            _ = try DeskCases.judgeAll(file, on: "2026-11-20", in: store)
        }
        desk.press("F7")
        #expect(desk.screen.contains("同时发短信到 138****0001，1条") || desk.screen.contains("138****0001，2条"))
        desk.press("y")
        let message = try #require(messages(desk).first)
        #expect(message.occasion == .accepted && message.text.contains("2026年11月20日受理"))
    }

    @Test("what became of it shows on the case; what failed can be sent again under another name")
    func again() throws {
        var desk = try judged()
        desk.press("F8", "y", "Esc")
        let store = try #require(desk.store as? any OutboxStoring)
        let first = try #require(messages(desk).first)
        let failed = MessageSettlement(id: first.id, outcome: .failed, detail: "停机")
        let settled = try store.settle(failed, stamp: EventStamp(at: SampleDesk.morning, by: ClerkID("li")))
        #expect(settled != nil)
        // The desk hasn't read the case since; what became of a message stands in nobody's way.
        desk.press("F6", "x")
        desk.type("短信")
        desk.press("Esc", "Esc", "Esc", "Enter")
        #expect(desk.screen.contains("短信未送出"))
        desk.press("x")
        desk.type("重发")
        desk.press("Enter")
        #expect(desk.screen.contains("138****0001"))
        desk.press("y")
        let again = try #require(messages(desk).last)
        #expect(again.replaces == first.id && again.id != first.id && again.text == first.text)
        #expect(!desk.screen.contains("短信未送出"))
        desk.press("x")
        desk.type("短信")
        desk.press("Enter")
        #expect(desk.screen.contains("发送失败（停机）") && desk.screen.contains("待发"))
    }

    @Test("a desk that has nothing to do works the outbox off, and says what didn't arrive")
    func delivery() throws {
        let trouble = TroubledMessage(id: "m", number: CaseNumber("2026-000123"), outcome: .failed)
        let deliver: @Sendable () throws(StoreError) -> DeliveryReport = { () throws(StoreError) in
            var report = DeliveryReport()
            report.troubled = [trouble]
            return report
        }
        var desk = DeskDriver(Self.desk, deliver: deliver)
        #expect(desk.screen.contains("1条短信未送出：2026-000123"))
        let passes = { (desk: DeskDriver) in desk.effects.count { $0.job == .deliver } }
        #expect(passes(desk) == 1)
        desk.idle(seconds: 5)
        #expect(passes(desk) == 1)
        desk.idle(seconds: 15)
        #expect(passes(desk) == 2)
    }

    @Test("a gateway that doesn't work is told, and a store that fails doesn't stop the next pass")
    func obstacle() {
        let deliver: @Sendable () throws(StoreError) -> DeliveryReport = { () throws(StoreError) in
            var report = DeliveryReport()
            report.obstacle = "没有文件夹 x"
            return report
        }
        let desk = DeskDriver(Self.desk, deliver: deliver)
        #expect(desk.screen.contains("短信网关不能用：没有文件夹 x"))
        var failing = DeskDriver(Self.desk, deliver: { () throws(StoreError) in throw StoreError.busy })
        failing.idle(seconds: 20)
        #expect(failing.effects.count { $0.job == .deliver } == 2)
    }

    /// A video inspection that is out, on a desk that can send messages.
    private func sentByVideo(_ desk: Desk) throws -> DeskDriver {
        var driver = try InspectionJourneyTests.accepted(desk: desk)
        InspectionJourneyTests.dispatch(&driver, video: true)
        driver.press("Esc")
        try #require(driver.file?.progress.dispatch?.dispatch.mode == .video)
        return driver
    }

    private func book(_ time: String, _ desk: inout DeskDriver) {
        desk.act("预约视频核查")
        desk.press("Tab", "C-u")
        desk.type(time)
        desk.press("F2")
    }

    @Test("the applicant is told the time and the code of a video inspection, and again when it moves")
    func videoCode() throws {
        var desk = try sentByVideo(Self.desk)
        book("10:00", &desk)
        #expect(desk.place == .confirm && desk.screen.contains("同时发短信到 138****0001"))
        desk.press("y")
        let first = try #require(desk.file?.progress.appointment)
        let told = try #require(messages(desk).last)
        #expect(told.occasion == .videoBooked && told.recipient == "13800000001")
        for part in ["2026年11月23日10:00", first.code, "视频核查", "0543-0000001"] {
            #expect(told.text.contains(part), "\(part)")
        }
        book("14:30", &desk)
        desk.press("y")
        let second = try #require(desk.file?.progress.appointment)
        let moved = try #require(messages(desk).last)
        #expect(second.at.clock == "14:30" && moved.text.contains("14:30") && moved.text.contains(second.code))
        #expect(moved.id != told.id && messages(desk).count { $0.occasion == .videoBooked } == 2)
        // The clerk may have told the applicant herself.
        book("15:30", &desk)
        desk.press("Space", "y")
        #expect(desk.file?.progress.appointment?.at.clock == "15:30" && messages(desk).last == moved)
    }

    @Test("an office that sends no messages books without a question, and sends none")
    func videoCodeUntold() throws {
        var desk = try sentByVideo(SampleDesk.desk())
        book("10:00", &desk)
        #expect(desk.file?.progress.appointment != nil && messages(desk).isEmpty)
    }
}
