import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

@Suite("Taking back, more time, abandonment")
struct TermJourneyTests {
    /// A notice of 13 October, never answered: its 20 working days are over on 10 November.
    private static func unanswered(clock: String) throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant(received: "2026-10-12"), clock: DeskCases.moment(clock)) {
            file, store in
            let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-10-12", in: store)
            _ = try DeskCases.issue(judged, on: "2026-10-13", in: store)
        }
    }

    @Test("a case isn't abandoned before the last day is over, and never without a word")
    func abandoned() throws {
        var early = try Self.unanswered(clock: "2026-11-10")
        early.act("视为放弃")
        #expect(early.status.contains("还没有过") && early.state.modal == nil)
        var desk = try Self.unanswered(clock: "2026-11-11")
        #expect(desk.status.contains("补正期限 2026-11-10 已过"))
        desk.act("视为放弃")
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("没有填"))
        desk.type("电话三次，申请人说不办了")
        desk.press("F2")
        #expect(desk.place == .confirm)
        desk.press("y")
        let notice = try #require(try desk.stored().notices.last)
        let expected = Abandonment(
            number: notice.number, deadline: DeskCases.date("2026-11-10"), words: "电话三次，申请人说不办了")
        #expect(try desk.stored().phase == .abandoned(expected))
        let before = try desk.payloads()
        desk.press("1", "F7", "F8", "t", "w")
        desk.act("延长补正期限")
        #expect(try desk.payloads() == before)
    }

    @Test("more time is granted for a reason, and only beyond the old last day")
    func moreTime() throws {
        var desk = try Self.unanswered(clock: "2026-11-12")
        desk.act("延长补正期限")
        desk.type("2026-11-12")
        desk.press("F2")
        #expect(desk.screen.contains("应在 2026-11-12 之后"))
        for _ in 0..<10 { desk.press("Backspace") }
        desk.type("20261127")
        desk.press("F2")
        #expect(desk.screen.contains("正当理由没有填"))
        desk.type("住院，有医院证明")
        desk.press("F2", "y")
        #expect(desk.row(with: "2026-000001")?.contains("剩11天") == true)
        desk.act("视为放弃")
        #expect(desk.status.contains("2026-11-27"))
        desk.clock = DeskCases.moment("2026-11-28")
        desk.act("视为放弃")
        #expect(desk.place == .entry)
    }

    @Test("a notice that is taken back keeps its text and number; the next one is the next round")
    func withdrawn() throws {
        var desk = try RoundJourneyTests.notified(clock: "2026-11-18")
        let first = try #require(try desk.stored().notices.first)
        desk.act("撤回告知书")
        desk.type("漏列一项材料")
        desk.press("F2")
        #expect(desk.screen.contains("到 2026-11-20 止"))
        desk.press("y")
        #expect(try desk.stored().phase == .checking)
        desk.press("F6", "Left")
        #expect(desk.screen.contains("已撤回 示审食补〔2026〕1号") && desk.screen.contains("不可更改") == false)
        desk.press("Esc", "F8")
        desk.declineVisit()
        desk.press("F8", "y")
        let notices = try desk.stored().notices
        #expect(notices.map(\.round) == [1, 2] && notices[0] == first)
        #expect(notices.map(\.number.text) == ["示审食补〔2026〕1号", "示审食补〔2026〕2号"])
    }

    @Test("taking a notice back when the five days are over is asked twice, for the case is accepted then")
    func withdrawnTooLate() throws {
        var desk = try RoundJourneyTests.notified(clock: "2026-11-23")
        desk.act("撤回告知书")
        desk.type("告知有误")
        desk.press("F2")
        #expect(desk.screen.contains("五日告知期限 2026-11-20 已过"))
        desk.press("y")
        #expect(desk.place == .confirm && desk.screen.contains("仍要撤回"))
        #expect(try desk.stored().phase == .awaitingCorrection)
        desk.press("y")
        #expect(try desk.stored().phase == .checking)
        #expect(desk.row(with: "2026-000001")?.contains("视为受理") == true)
        desk.press("F8")
        #expect(desk.status.contains("视为受理") && desk.state.modal == nil)
    }

    @Test(
        "the last two days of the five are said when the case is opened",
        arguments: [
            ("2026-11-19", "只剩1个工作日"), ("2026-11-20", "最后一天"),
        ])
    func lastDays(clock: String, words: String) throws {
        let desk = try DeskDriver.onCase(
            DeskCases.restaurant(received: "2026-11-13"), clock: DeskCases.moment(clock))
        #expect(desk.status.contains(words))
    }

    @Test("corrections that are due soon, or overdue, have a view of their own")
    func reminders() throws {
        var near = try Self.unanswered(clock: "2026-11-05")
        near.press("Esc")
        near.turn(to: "催办")
        #expect(near.row(with: "2026-000001") != nil)
        var far = try Self.unanswered(clock: "2026-11-04")
        far.press("Esc")
        far.turn(to: "催办")
        #expect(far.row(with: "2026-000001") == nil)
        far.clock = DeskCases.moment("2026-11-05")
        far.idle(seconds: 1)
        #expect(far.row(with: "2026-000001") != nil)
    }
}
