import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

extension LifeJourneyTests {
    // MARK: The licence

    @Test("a new number's check digit is added, a wrong one refused, a strange one remarked on")
    func number() throws {
        var desk = try Self.accepted(then: [Self.passed, Self.approved])
        desk.act("发证")
        // What the case says of its number stands there: catering, and the county.
        #expect(desk.screen.contains("JY2371625"))
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("16位"))
        desk.type("000001")
        desk.press("F2")
        #expect(desk.screen.contains("校验位应为1，已补上") && desk.screen.contains("JY23716250000011"))
        desk.press("Backspace")
        desk.type("2")
        desk.press("F2")
        #expect(desk.place == .entry)
        desk.press("Home")
        for _ in 0..<16 { desk.press("Del") }
        // An input method was left on.
        desk.type("ｊｙ13707220000014")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("区划码370722") && desk.screen.contains("首位数字"))
    }

    @Test("the day on a licence is that of the decision or later; a change leaves the validity as it was")
    func days() throws {
        var desk = try Self.accepted(then: [Self.passed, Self.approved])
        desk.act("发证")
        desk.type("000001")
        desk.press("F2", "Tab", "Home")
        for _ in 0..<10 { desk.press("Del") }
        desk.type("2026-11-17")
        desk.press("F2")
        #expect(desk.screen.contains("不能早于决定（受理）之日2026-11-18"))
        let change = DeskCases.held(.change, expires: "2028-05-04")
        let issued = DeskCases.date("2026-11-20")
        #expect(
            SampleDesk.clocks.lastDay(ofLicenceFor: change, issuedOn: issued)?.description == "2028-05-04")
        let workshop = DeskCases.workshop()
        #expect(
            SampleDesk.clocks.lastDay(ofLicenceFor: workshop, issuedOn: issued)?.description == "2029-11-19")
    }

    // MARK: Clocks and views

    @Test("the decision ends the decision term; the term of the licence runs from it until the licence is made out")
    func clocks() throws {
        func clock(_ id: String, _ desk: DeskDriver, on day: String) throws -> CaseClock? {
            let file = try desk.stored()
            return SampleDesk.clocks.all(for: file, on: DeskCases.date(day)).first { $0.rule.id == id }
        }
        let approved = try Self.renewal(then: [Self.waived, Self.approved])
        #expect(try clock("T7", approved, on: "2027-03-01")?.ended?.description == "2026-11-18")
        #expect(try clock("T8", approved, on: "2026-11-20")?.due?.description == "2026-11-25")
        #expect(try clock("T8", approved, on: "2026-11-26")?.state == .missed)
        #expect(try clock("T13", approved, on: "2026-11-26")?.state == .running)
        let row = SampleDesk.projection.row(of: try approved.stored(), key: 1)
        #expect(row.state == .approved && row.due?.description == "2026-11-25")
        let licensed = try Self.accepted(then: [Self.passed, Self.approved, Self.licensed])
        #expect(try clock("T8", licensed, on: "2027-03-01")?.state == .kept)
        #expect(try clock("T9", licensed, on: "2027-03-01")?.due?.description == "2031-11-17")
        #expect(try clock("T13", licensed, on: "2027-03-01") == nil)
        let denied = try Self.accepted(then: [Self.passed, Self.decided(.denied)])
        #expect(try clock("T8", denied, on: "2026-11-20") == nil)
    }

    @Test("what is in hand is a view by due day, what is to be handed out another")
    func views() throws {
        let store = SampleDesk.store()
        let events: [[LifeEvent]] = [
            [], [Self.passed], [Self.passed, Self.approved], [Self.passed, Self.decided(.denied)],
        ]
        for (place, life) in events.enumerated() {
            let day = "2026-11-\(10 + place)"
            let file = try DeskCases.receive(DeskCases.restaurant("第\(place)家", received: day), into: store)
            let acceptance = Acceptance(on: DeskCases.date(day), gaps: [])
            _ = try DeskCases.append(
                [.accepted(acceptance: acceptance)] + life.map { .life(event: $0) }, to: file, on: day, in: store)
        }
        var desk = DeskDriver(store: store)
        desk.turn(to: "在办")
        #expect(desk.screen.contains("第0家") && desk.screen.contains("第1家") && !desk.screen.contains("第2家"))
        #expect(desk.row(with: "第0家")?.contains("超") == true)
        desk.turn(to: "待发证")
        #expect(desk.screen.contains("第2家") && !desk.screen.contains("第3家") && !desk.screen.contains("第0家"))
    }
}
