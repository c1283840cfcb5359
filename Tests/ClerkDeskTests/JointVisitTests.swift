import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 一次勘验 taken back and concluded as one: all cases of the visit in one write, single ones left out.
struct JointVisitTests {
    private static let people = ["赵建国", "吴国强"]
    private static let monday = DeskCases.moment("2026-11-23")

    /// Three cases of one place that were sent out together, and one by itself.
    private struct Visit {
        let store: any DeskStoring
        let numbers: [CaseNumber]

        init(gaps: [Material] = [.policyIndex]) throws {
            store = SampleDesk.store()
            var numbers: [CaseNumber] = []
            for (name, visit) in [("一号店", "v/1"), ("二号店", "v/1"), ("三号店", "v/1"), ("别家", nil)] {
                let file = try DeskCases.receive(DeskCases.restaurant(name), into: store)
                let owed = name == "二号店" ? gaps : []
                let judged = try DeskCases.judgeAll(file, missing: Set(owed), on: "2026-11-20", in: store)
                let sent = try DeskCases.append(
                    [
                        .accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: owed)),
                        SampleInspectors.dispatched(JointVisitTests.people, visit: visit, collects: owed),
                    ], to: judged, on: "2026-11-20", in: store)
                numbers.append(sent.number)
            }
            self.numbers = numbers
        }

        func files() throws -> [CaseFile] { try numbers.map { try #require(try store.load($0)) } }

        /// The last outcome of each case; nil where nobody has reported.
        func results() throws -> [InspectionOutcome.Result?] {
            try files().map { $0.progress.outcomes.last?.outcome.result }
        }

        func onBoard(_ clerk: String = "zhang") -> DeskDriver {
            var desk = DeskDriver(SampleDesk.desk(clerk: clerk), store: store, clock: JointVisitTests.monday)
            desk.perform(.inspections)
            return desk
        }

        func onCase() throws -> DeskDriver {
            var desk = DeskDriver(store: store, clock: JointVisitTests.monday)
            desk.press("S-Tab", "F3")
            desk.type("一号店")
            desk.press("Enter", "Enter")
            try #require(desk.file?.number == numbers[0])
            return desk
        }
    }

    @Test func `the board concludes a visit for all of its cases in one write`() throws {
        let visit = try Visit()
        var desk = visit.onBoard()
        #expect(desk.row(with: "更多") != nil)
        desk.act("核查结论")
        #expect(desk.place == .picker && desk.screen.contains("同一次勘验的办件"))
        #expect(desk.ticked == Set(visit.numbers.prefix(3).map(\.text)))
        desk.press("Enter")
        #expect(desk.place == .entry && desk.screen.contains("同一次勘验：\(visit.numbers[0].text)、"))
        desk.press("F2")
        #expect(desk.place == .picker && desk.screen.contains("[ ] \(visit.numbers[1].text) "))
        desk.press("Space", "Enter")
        #expect(desk.place == .confirm && desk.screen.contains("3件一起写入，0件跳过"))
        #expect(desk.standing("二号店")?.contains("收回并审查符合") == true && desk.screen.contains("首次核查即通过"))
        #expect(try visit.results() == [nil, nil, nil, nil])
        desk.press("y")
        #expect(desk.screen.contains("办了3件，跳过0件，失败0件"))
        #expect(try visit.results() == [.passed, .passed, .passed, nil])
        let files = try visit.files()
        #expect(Set(files.prefix(3).map(\.lastChange)).count == 1)
        #expect(files[1].openGaps == [] && files[1].progress.outcomes.last?.outcome.collected == [.policyIndex])
        #expect(files[0].progress.outcomes.last?.outcome.collected == [])
        desk.press("Esc")
        #expect(desk.place == .inspections && desk.row(with: visit.numbers[0].text) == nil)
        #expect(desk.row(with: visit.numbers[3].text) != nil && desk.screen.contains("100.0%（3/3）"))
    }

    @Test func `a case that turned out otherwise is left out and concluded by itself`() throws {
        let visit = try Visit()
        var desk = visit.onBoard()
        desk.act("核查结论")
        desk.type("三号店")
        desk.press("Space", "Enter", "F2", "Enter")
        #expect(desk.place == .confirm && desk.screen.contains("2件一起写入"))
        desk.press("y", "Esc")
        #expect(try visit.results() == [.passed, .passed, nil, nil])
        // What is left of the visit is the one case: nothing has to be chosen.
        desk.perform(.first)
        desk.act("核查结论")
        #expect(desk.place == .entry && !desk.screen.contains("同一次勘验"))
        desk.press("Right", "Right", "Tab", "Tab")
        desk.type("没有上下水")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("没有上下水"))
        desk.press("y", "Esc")
        #expect(try visit.results() == [.passed, .passed, .failed, nil])
    }

    @Test func `from one of its cases the whole visit is taken back`() throws {
        let visit = try Visit()
        var desk = try visit.onCase()
        desk.act("撤回分派")
        desk.press("Enter")
        #expect(desk.place == .entry)
        desk.press("F2")
        #expect(desk.place == .entry)
        desk.type("停电改期")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("3件一起写入"))
        desk.press("y")
        #expect(try visit.files().map { $0.progress.dispatch == nil } == [true, true, true, false])
        desk.press("Esc")
        // The case on the desk is as the store has it, and goes on.
        #expect(desk.place == .checklist && desk.screen.contains("已受理"))
        #expect(desk.file == (try visit.files()[0]))
        InspectionJourneyTests.dispatch(&desk)
        #expect(try visit.files()[0].progress.dispatch != nil)
    }

    @Test func `from one of its cases that case alone may be meant`() throws {
        let visit = try Visit()
        var desk = try visit.onCase()
        desk.act("撤回分派")
        for name in ["二号店", "三号店"] {
            desk.type(name)
            desk.press("Space", "C-u")
        }
        desk.press("Enter")
        desk.type("申请人改期")
        desk.press("F2")
        #expect(desk.status.contains("可以重新分派"))
        #expect(try visit.files().map { $0.progress.dispatch == nil } == [true, false, false, false])
    }

    @Test func `nothing is chosen, nothing is done`() throws {
        let visit = try Visit()
        var desk = visit.onBoard()
        desk.act("撤回分派")
        desk.press("Space", "Down", "Space", "Down", "Space", "Enter")
        #expect(desk.place == .picker && desk.status.contains("没有勾选办件"))
    }

    @Test func `a case that somebody changes meanwhile keeps all of them from being written`() throws {
        let visit = try Visit()
        var desk = visit.onBoard()
        desk.act("撤回分派")
        desk.press("Enter")
        desk.type("改期")
        desk.press("F2")
        #expect(desk.place == .confirm)
        _ = try DeskCases.append([.withdrawn(reason: "不办了")], to: visit.files()[2], on: "2026-11-23", in: visit.store)
        desk.press("y")
        #expect(desk.screen.contains("失败3件"))
        #expect(desk.standing("三号店")?.contains("别人刚改过") == true)
        #expect(desk.standing("一号店")?.contains("\(visit.numbers[2].text) 刚有人改过，整批都没有写") == true)
        #expect(try visit.files().prefix(2).allSatisfy { $0.progress.dispatch != nil })
        // Once more, without the one that is gone.
        desk.press("Esc", "F5")
        desk.act("撤回分派")
        #expect(!desk.screen.contains("三号店"))
        desk.press("Enter")
        desk.type("改期")
        desk.press("F2", "y")
        #expect(try visit.files().prefix(2).allSatisfy { $0.progress.dispatch == nil })
    }

    @Test func `a case that was concluded by somebody else is skipped, and the preview says why`() throws {
        let visit = try Visit()
        var desk = visit.onBoard()
        desk.act("核查结论")
        desk.press("Enter")
        _ = try DeskCases.append(
            [SampleInspectors.inspected(.failed)], to: visit.files()[0], on: "2026-11-23", in: visit.store)
        desk.press("F2", "Enter")
        #expect(desk.place == .confirm && desk.screen.contains("2件一起写入，1件跳过"))
        guard case .skipped? = desk.state.queue.bulk?.items.first(where: { $0.subject.name == "一号店" })?.standing else {
            Issue.record("not skipped")
            return
        }
        desk.press("y")
        #expect(try visit.results() == [.failed, .passed, .passed, nil])
    }

    @Test func `what waits has no task to end, and who may not is told so`() throws {
        let visit = try Visit()
        var desk = visit.onBoard("王桂芬")
        desk.perform(.actions)
        #expect(desk.whyNot("核查结论") != nil && desk.whyNot("撤回分派") != nil)
        desk.press("Enter")
        #expect(desk.place == .inspections)
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        _ = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: []))], to: file, on: "2026-11-20", in: store)
        var waiting = DeskDriver(store: store)
        waiting.perform(.inspections, .nextFilter, .actions)
        #expect(waiting.whyNot("核查结论") == "没有在外的核查任务")
        waiting.press("Esc")
        waiting.perform(.nextFilter, .actions)
        #expect(waiting.place == .inspections && waiting.status.contains("这里没有办件"))
    }

    @Test(arguments: SampleDesk.keymaps.map(\.name))
    func `every keymap has the list of the board`(keymap: String) throws {
        let visit = try Visit()
        var desk = DeskDriver(SampleDesk.desk(keymap: keymap), store: visit.store, clock: Self.monday)
        desk.perform(.inspections, .actions)
        #expect(desk.place == .picker && desk.screen.contains("撤回分派"))
    }
}

extension DeskDriver {
    /// What is ticked in the open list.
    fileprivate var ticked: Set<String>? {
        guard case .picker(let picker)? = state.modal else { return nil }
        return picker.chosen
    }

    /// What the batch says of a case.
    fileprivate func standing(_ name: String) -> String? {
        switch state.queue.bulk?.items.first(where: { $0.subject.name == name })?.standing {
        case .ready(_, let words), .skipped(let words), .done(let words), .failed(let words): words
        case .waiting, nil: nil
        }
    }
}
