import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Feedback")
struct FeedbackJourneyTests {
    @Test("it goes up from the window, and the answer comes back to whoever wrote it down")
    func upAndBack() throws {
        let store = SampleDesk.store()
        var window = DeskDriver(SampleDesk.desk(clerk: "王桂芬"), store: store)
        window.press("f", "F2")
        window.press("F2")
        #expect(window.place == .entry, "there is nothing to tell")
        window.type("省平台打不开")
        window.press("F2")
        #expect(window.status.contains("已登记 F1") && window.row(with: "省平台打不开")?.contains("已登记") == true)
        window.press("t", "F2")
        #expect(window.row(with: "F1")?.contains("已上报") == true)
        window.press("Esc")
        var office = DeskDriver(SampleDesk.desk(clerk: "许科长"), store: store)
        office.press("f", "r")
        office.type("线路已修复")
        office.press("F2")
        #expect(office.status.contains("已答复"))
        office.idle(seconds: 30)
        #expect(!office.screen.contains("件反馈有答复"), "it isn't his")
        window.idle(seconds: 30)
        #expect(window.screen.contains("1件反馈有答复：F1（f 查看）"))
        window.press("f")
        #expect(window.row(with: "F1")?.contains("新答复") == true)
        window.press("Enter")
        #expect(window.screen.contains("线路已修复") && window.screen.contains("王桂芬"))
        window.press("Esc")
        #expect(window.row(with: "F1")?.contains("已答复") == true)
        window.press("Esc")
        window.idle(seconds: 30)
        #expect(!window.screen.contains("件反馈有答复"))
        window.press("f", "S-Tab", "c")
        window.type("能用了")
        window.press("F2")
        let all = try store.feedback(closedSince: Moment(SampleDesk.today), counter: nil)
        #expect(all?.items.map(\.state) == [.closed])
        window.press("r")
        #expect(window.status.contains("已办结"))
    }

    @Test("bad ratings stand beside it with their terms, and Enter opens the case")
    func ratings() throws {
        let store = SampleDesk.store()
        try ScreenScene.listened(store)
        var desk = DeskDriver(SampleDesk.desk(), store: store)
        desk.press("f", "Tab")
        #expect(desk.screen.contains("等急了面馆") == (desk.state.aftercare.feedback?.view == .ratings))
        while desk.state.aftercare.feedback?.view != .ratings { desk.press("Tab") }
        #expect(desk.row(with: "等急了面馆")?.contains("超") == true)
        #expect(desk.row(with: "一般般小吃")?.contains("剩") == true)
        desk.press("Enter")
        #expect(desk.file?.particulars.applicant.name == "等急了面馆")
    }

    @Test("a store that fails keeps nobody from working")
    func failing() throws {
        let store = FailingStore(SampleDesk.store())
        var desk = DeskDriver(SampleDesk.desk(), store: store)
        desk.press("f", "F2")
        desk.type("打不开")
        store.fail(with: .busy)
        desk.press("F2")
        #expect(!desk.status.isEmpty && !desk.status.contains("已登记"))
        store.fail(with: nil)
        desk.press("F2")
        desk.type("打不开")
        desk.press("F2")
        #expect(desk.status.contains("已登记"))
    }
}
