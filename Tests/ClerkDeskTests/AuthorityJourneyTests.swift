import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Who may do what, as it is met at the desk.
@Suite("Authority at the desk")
struct AuthorityJourneyTests {
    private static func attempts(_ driver: DeskDriver) throws -> [RefusedAttempt] {
        try driver.payloads().compactMap { payload in
            if case .life(.attemptRefused(let attempt)) = payload { attempt } else { nil }
        }
    }

    private static func onCase(
        _ clerk: String, received by: String = "王桂芬",
        _ prepare: (CaseFile, any DeskStoring) throws -> Void = { _, _ in }
    ) throws -> DeskDriver {
        let store = SampleDesk.store()
        let file = try store.receive(
            Receipt(
                application: Application(particulars: DeskCases.restaurant()),
                checklist: SampleDesk.book.checklist(
                    for: .foodOperationLicence, .new, on: SampleDesk.today)?.reference, window: "A02"),
            stamp: EventStamp(at: SampleDesk.morning, by: ClerkID(by)))
        try prepare(file, store)
        var driver = DeskDriver(SampleDesk.desk(clerk: clerk), store: store)
        driver.turn(to: "全部")
        driver.press("Enter")
        try #require(driver.file != nil)
        return driver
    }

    @Test("a key that somebody may not press says whose it is, writes nothing, and is noted once a day")
    func refusedKeys() throws {
        var driver = try Self.onCase("赵建国")
        driver.press("1")
        #expect(driver.status == "须由窗口经办、帮办、乡镇窗口办理")
        driver.press("1", "2", "3")
        #expect(try Self.attempts(driver) == [RefusedAttempt(step: .judge, ground: "role")])
        driver.press("F7", "F7")
        #expect(try Self.attempts(driver).map(\.step) == [.judge, .accept])
        #expect(try driver.stored().application.materials.isEmpty)
        #expect(try driver.stored().phase == .checking)
        driver.press("h")
        #expect(driver.screen.contains("赵建国  无权办理，已拒绝：审查材料"))
    }

    @Test("looking at a grey line notes nothing; choosing it does")
    func greyLines() throws {
        var driver = try Self.onCase("赵建国")
        driver.perform(.actions)
        #expect(driver.whyNot("不予受理")?.contains("须由") == true)
        #expect(try Self.attempts(driver).isEmpty)
        driver.type("不予受理")
        driver.press("Enter")
        #expect(try Self.attempts(driver) == [RefusedAttempt(step: .refuse, ground: "role")])
    }

    @Test("another day, another note; and a second desk of the same clerk notes it no second time")
    func onceADay() throws {
        var driver = try Self.onCase("赵建国")
        driver.press("1")
        var second = DeskDriver(SampleDesk.desk(clerk: "赵建国"), store: driver.store)
        second.turn(to: "全部")
        second.press("Enter", "1")
        #expect(try Self.attempts(driver).count == 1)
        driver.clock = driver.clock.adding(seconds: 86_400)
        driver.press("1")
        #expect(try Self.attempts(driver).count == 2)
    }

    @Test("the attempt is an aside: a colleague who has read the case before still writes")
    func aside() throws {
        var clerk = try Self.onCase("王桂芬")
        var inspector = DeskDriver(SampleDesk.desk(clerk: "赵建国"), store: clerk.store)
        inspector.turn(to: "全部")
        inspector.press("Enter", "1")
        #expect(try Self.attempts(inspector).count == 1)
        clerk.press("1")
        #expect(clerk.place == .checklist && clerk.states[0] == .inOrder)
        // The attempt was no work of his on the case.
        #expect(try clerk.stored().hands == [ClerkID("王桂芬")])
    }

    @Test("nobody begins a case who serves no applicants, and a desk without a role writes nothing at all")
    func intake() throws {
        var driver = DeskDriver(SampleDesk.desk(clerk: "冯秀兰"))
        driver.press("F2")
        #expect(driver.place == .queue && driver.status.contains("须由窗口经办"))
        var office = SampleDesk.office
        office.staff = Staff(people: office.staff.people, unlisted: [])
        let store = SampleDesk.store()
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var stranger = DeskDriver(SampleDesk.desk(clerk: "stranger", office: office), store: store)
        stranger.press("S-Tab", "Enter", "i")
        #expect(stranger.status.contains("没有列入人员名单"))
        #expect(stranger.state.work?.isRevealed == false)
        #expect(!(try stranger.payloads()).contains(.identityRevealed))
    }

    @Test("whatever a clerk without the roles presses, the case gets nothing but attempts", arguments: UInt64(1)...12)
    func property(seed: UInt64) throws {
        var driver = try Self.onCase("许科长")
        let before = try driver.stored()
        let strokes = driver.desk.keymap.bindings.filter { $0.context == .checklist || $0.context == .entry }
            .flatMap(\.chord.strokes)
        var dice = Dice(seed: seed)
        for _ in 0..<60 {
            driver.send(.key(dice.pick(strokes)))
            if driver.state.work == nil { driver.press("Enter") }
        }
        for payload in try driver.store.history(of: before.number).dropFirst().map(\.payload) {
            switch payload {
            case .life(.attemptRefused), .identityRevealed: break
            // What a supervisor may do.
            case .life(.reassigned), .released, .messageQueued: break
            default: Issue.record("seed \(seed) wrote \(payload)")
            }
        }
        let after = try #require(try driver.store.load(before.number))
        #expect(after.phase == before.phase && after.application == before.application && after.hands == before.hands)
    }

    // MARK: Covers

    private static func enterAbsence(_ driver: inout DeskDriver) {
        driver.press("A")
        driver.press("Enter")
        driver.press("Tab", "Tab")
        driver.type("+5")
        driver.press("F2")
    }

    @Test("a clerk enters his own absence; his cover gets his cases as a view and is named for what he does there")
    func cover() throws {
        var wang = try Self.onCase("王桂芬")
        wang.press("Esc")
        Self.enterAbsence(&wang)
        #expect(wang.status.contains("已登记缺勤：王桂芬 2026-11-20"))
        #expect(wang.status.contains("李敏代"))
        var li = DeskDriver(SampleDesk.desk(clerk: "李敏"), store: wang.store, clock: wang.clock.adding(seconds: 300))
        li.turn(to: "代王桂芬")
        #expect(li.screen.contains("2026-000001"))
        li.press("Enter")
        #expect(li.screen.contains("王桂芬缺勤，李敏代"))
        li.press("1")
        #expect(li.states[0] == .inOrder)
        li.press("n", "2")
        let covers = try li.payloads().filter { if case .life(.covered) = $0 { true } else { false } }
        #expect(covers == [.life(event: .covered(cover: CoverNote(colleague: ClerkID("王桂芬"), step: .judge)))])
        li.press("h")
        #expect(li.screen.contains("李敏  代王桂芬办理：审查材料"))
        li.press("Esc", "Esc")
        // 王桂芬 is back: she ends it, and the view goes.
        wang.press("A", "Down", "Enter", "y")
        #expect(wang.status == "已销假")
        li.idle(seconds: 61)
        li.perform(.views)
        #expect(!li.screen.contains("代王桂芬"))
    }

    @Test("only a supervisor enters somebody else's absence")
    func othersAbsences() throws {
        var li = DeskDriver(SampleDesk.desk(clerk: "李敏"))
        li.press("A", "Enter")
        guard case .entry(let own)? = li.state.modal, case .choice(let people, _) = own.fields[0].editor else {
            Issue.record("no sheet")
            return
        }
        #expect(people == ["李敏"])
        var head = DeskDriver(SampleDesk.desk(clerk: "许科长"))
        head.press("A", "Enter")
        guard case .entry(let all)? = head.state.modal, case .choice(let everybody, _) = all.fields[0].editor else {
            Issue.record("no sheet")
            return
        }
        #expect(everybody.count == SampleDesk.office.staff.people.count)
        // Nobody stands in for himself, and no absence ends before it begins.
        head.press("Tab", "Tab")
        head.type("2026-11-18")
        head.press("F2")
        #expect(head.screen.contains("止日在起日之前"))
    }

    @Test("people go by their names, and who was asked first stays named when the case is another's")
    func names() throws {
        var driver = try Self.onCase("林书记", received: "王桂芬") { file, store in
            let assignment = Reassignment(to: ClerkID("李敏"), window: "A03", reason: "东区转西区")
            _ = try store.append(
                [.life(event: .reassigned(assignment: assignment))], to: file.number, expecting: file.revision,
                stamp: EventStamp(at: SampleDesk.morning, by: ClerkID("许科长")))
        }
        #expect(driver.screen.contains("林向东") && !driver.screen.contains("林书记"))
        #expect(driver.screen.contains("首问王桂芬 · 经办李敏"))
        driver.press("h")
        #expect(driver.screen.contains("许文静"))
    }
}
