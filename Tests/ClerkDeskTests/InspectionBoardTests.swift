import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

extension ScreenScene {
    static let inspections = [
        ScreenScene(name: "inspections", play: { $0.press("i", "Down") }, fill: inspecting),
        ScreenScene(name: "inspections-waiting", play: { $0.press("i", "Tab") }, fill: inspecting),
        ScreenScene(name: "inspections-person", play: { $0.press("i", "Tab", "Tab") }, fill: inspecting),
        ScreenScene(
            name: "inspection-people",
            play: { desk in
                desk.press("i", "Tab", "Enter")
                desk.act("分派核查")
                desk.press("F2")
            }, fill: inspecting),
        ScreenScene(
            name: "inspection-visit",
            play: { desk in
                desk.press("i", "Tab", "Enter")
                desk.act("分派核查")
                desk.press("F2", "Enter")
            }, fill: inspecting),
    ]

    private static let accepted = CaseEvent.Payload.accepted(
        acceptance: Acceptance(on: DeskCases.date("2026-11-17"), gaps: []))

    /// Tasks of every kind, cases that wait, and one that passed at first.
    @Sendable static func inspecting(_ store: any DeskStoring) throws {
        func take(
            _ name: String, on day: String = "2026-11-17", window: String = "A02",
            _ change: (inout Particulars) -> Void = { _ in }, then payloads: [(String, CaseEvent.Payload)]
        ) throws {
            var particulars = DeskCases.restaurant(name, received: day)
            particulars.premises.address = "示例县\(name)"
            change(&particulars)
            var file = try DeskCases.receive(particulars, into: store, window: window)
            file = try DeskCases.append([accepted], to: file, on: day, in: store)
            for (day, payload) in payloads { file = try DeskCases.append([payload], to: file, on: day, in: store) }
        }
        let people = ["赵建国", "吴国强"]
        try take("示例县东方红小吃", then: [("2026-11-17", SampleInspectors.dispatched(people, promised: "2026-11-19"))])
        try take(
            "红\u{1B}[31m灯\u{202E}笼👨‍👩‍👧‍👦饭店", window: "A03",
            then: [
                ("2026-11-18", SampleInspectors.dispatched(["钱海燕", "吴国强"], mode: .video, promised: "2026-11-20")),
                (
                    "2026-11-18",
                    .life(
                        event: .booked(
                            appointment: VideoAppointment(
                                at: Moment(DeskCases.date("2026-11-20"), seconds: 54_000), code: "3752")))
                ),
            ])
        try take(
            "花间小馆", { $0.premises.address = "示例县渤海大街1号" },
            then: [("2026-11-19", SampleInspectors.dispatched(people, planned: "2026-11-20"))])
        try take(
            "羊汤一绝",
            then: [
                ("2026-11-17", SampleInspectors.dispatched(people)),
                ("2026-11-18", SampleInspectors.inspected(.rectify, on: "2026-11-18", rectifyBy: "2026-11-25")),
            ])
        try take(
            "老街面馆",
            then: [
                ("2026-11-17", SampleInspectors.dispatched(people)),
                ("2026-11-19", SampleInspectors.inspected(.passed, on: "2026-11-19")),
            ])
        try take("王记羊汤馆", on: "2026-11-18", then: [])
        try take(
            "示例县石磨香油坊", on: "2026-11-19", window: "A04",
            { ($0.matter, $0.premises.address) = (.smallWorkshop, "示例县羊汤一绝") }, then: [])
        try take("仅预包装", on: "2026-11-19", { ($0.subject, $0.items) = (.sales, [.prepackagedOnly]) }, then: [])
    }
}

/// 核查任务: the board, and one visit for several cases.
@Suite("The board of inspections")
struct InspectionBoardTests {
    private func desk(_ store: (any DeskStoring)? = nil, clerk: String = "zhang", keymap: String = "standard") throws
        -> DeskDriver
    {
        let filled: any DeskStoring
        if let store {
            filled = store
        } else {
            filled = SampleDesk.store()
            try ScreenScene.inspecting(filled)
        }
        return DeskDriver(SampleDesk.desk(keymap: keymap, clerk: clerk), store: filled)
    }

    @Test("figures, everybody's tasks by their promise, each inspector's own, and what waits")
    func lists() throws {
        var desk = try desk()
        desk.press("i")
        #expect(desk.place == .inspections)
        #expect(desk.row(with: "今年一次通过率")?.contains("在外3件 今日到期1 待分派3  超承诺1  今年一次通过率50.0%（1/2）") == true)
        #expect(
            desk.state.inspection.sheet?.tasks.map(\.row.number.text) == ["2026-000001", "2026-000002", "2026-000003"])
        desk.press("Tab")
        let waiting = desk.state.inspection.sheet?.waiting.map(\.row.applicant)
        #expect(waiting == ["王记羊汤馆", "羊汤一绝", "示例县石磨香油坊"] || waiting?.count == 3)
        #expect(desk.row(with: "羊汤一绝")?.contains("整改中") == true && desk.row(with: "仅预包装") == nil)
        desk.press("Tab")
        #expect(desk.screen.contains("鲁16-0042") && desk.row(with: "2026-000002") == nil)
        desk.press("Tab")
        #expect(desk.row(with: "2026-000002") != nil && desk.row(with: "2026-000001") == nil)
        desk.press("S-Tab", "S-Tab", "S-Tab", "S-Tab")
        #expect(desk.screen.contains("执法证2026-06-30到期") && desk.screen.contains("这里没有办件"))
        desk.press("Enter")
        #expect(desk.status.contains("这里没有办件"))
        desk.press("Esc")
        #expect(desk.place == .queue)
    }

    @Test("every keymap opens it and leads out of it", arguments: SampleDesk.keymaps.map(\.name))
    func keys(keymap: String) throws {
        var desk = try desk(keymap: keymap)
        desk.perform(.inspections)
        #expect(desk.place == .inspections)
        desk.perform(.nextFilter, .previousFilter, .last, .first, .refresh, .back)
        #expect(desk.place == .queue)
    }

    @Test("Enter opens the case, and the board shows what was done there as soon as it is left")
    func opening() throws {
        var desk = try desk()
        desk.press("i", "Down", "Down", "Enter")
        #expect(desk.file?.number.text == "2026-000003" && desk.screen.contains("核查中"))
        desk.act("核查结论")
        desk.press("F2")
        if desk.place == .picker { desk.press("Enter") }
        desk.press("y", "Esc")
        #expect(desk.place == .inspections && desk.row(with: "2026-000003") == nil)
        #expect(desk.row(with: "今年一次通过率")?.contains("在外2件") == true)
        #expect(desk.screen.contains("66.7%（2/3）"))
    }

    @Test("what another desk does shows by itself")
    func twoDesks() throws {
        var desk = try desk()
        desk.press("i")
        var other = try self.desk(desk.store, clerk: "许科长")
        other.press("i", "Tab", "Enter")
        InspectionJourneyTests.dispatch(&other)
        #expect(desk.row(with: "在外3件") != nil)
        desk.idle(seconds: 2)
        desk.idle(seconds: 2)
        #expect(desk.row(with: "在外4件") != nil)
    }

    @Test("two who send somebody to the same case: the second hears of the first, and nothing is sent twice")
    func race() throws {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        _ = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: []))], to: file, on: "2026-11-20", in: store)
        func opened(_ clerk: String, at clock: Moment) -> DeskDriver {
            var desk = DeskDriver(SampleDesk.desk(clerk: clerk), store: store, clock: clock)
            desk.press("S-Tab", "Enter")
            desk.act("分派核查")
            desk.press("F2", "Enter", "Enter")
            return desk
        }
        var first = opened("zhang", at: SampleDesk.morning)
        var second = opened("limin", at: SampleDesk.morning.adding(seconds: 600))
        first.press("y")
        second.press("y")
        #expect(try store.history(of: file.number).count { $0.payload.concernsInspection } == 2)
        #expect(second.screen.contains("分派核查"))
        #expect(try store.load(file.number)?.record.papers.count == 1)
    }

    @Test("a store that fails is said, and the board stays")
    func failing() throws {
        let store = SampleDesk.store()
        try ScreenScene.inspecting(store)
        let failing = FailingStore(store)
        var desk = DeskDriver(store: failing)
        desk.press("i")
        failing.fail(with: .busy, reads: true)
        desk.press("F5")
        #expect(desk.status.contains("[S-01]") && desk.row(with: "2026-000001") != nil)
        failing.fail(with: nil)
        desk.press("F5", "Enter")
        failing.fail(with: .busy, reads: true)
        desk.press("Down")
        desk.act("分派核查")
        #expect(desk.place == .checklist)
    }

    // MARK: One visit

    @Test("cases of one place go on one visit: one dispatch of all, one notice in all")
    func jointVisit() throws {
        let store = SampleDesk.store()
        var files: [CaseFile] = []
        for (name, matter) in [
            ("王记羊汤馆", Matter.foodOperationLicence), ("王记羊汤馆", .smallCatering), ("别家", .smallCatering),
        ] {
            var particulars = DeskCases.restaurant(name)
            particulars.matter = matter
            if name == "别家" { particulars.premises.address = "别处" }
            let file = try DeskCases.receive(particulars, into: store)
            files.append(
                try DeskCases.append(
                    [.accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: []))], to: file, on: "2026-11-20",
                    in: store))
        }
        var desk = DeskDriver(store: store)
        desk.press("S-Tab")
        for _ in 0..<5 where desk.state.queue.current?.number != files[0].number { desk.press("Down") }
        desk.press("Enter")
        desk.act("分派核查")
        desk.press("F2", "Enter")
        #expect(desk.row(with: "一并勘验  \(files[1].number.text)") != nil && desk.row(with: "别家") == nil)
        desk.type("一并")
        desk.press("Space")
        for _ in 0..<2 { desk.press("Backspace") }
        desk.type("公安")
        desk.press("Space", "Enter")
        #expect(desk.screen.contains("同时分派：\(files[1].number.text)") && desk.screen.contains("参加部门：公安"))
        desk.press("y")
        let both = try files.prefix(2).map { try #require(try store.load($0.number)) }
        let visits = both.map { $0.progress.dispatch?.dispatch.visit }
        #expect(visits[0] != nil && visits[0] == visits[1])
        let papers = both.map { $0.record.papers.map { $0.number?.text } }
        #expect(papers == [["示审食核〔2026〕1号"], ["示审食核〔2026〕1号"]])
        let text = try #require(both[0].record.papers.first?.text)
        #expect(both[1].record.papers.first?.text == text && text.contains("公安派员参加"))
        for file in both { #expect(text.replacing("\n", with: "").contains(file.number.text)) }
        #expect(try store.load(files[2].number)?.progress.dispatch == nil)
        // The two count as one for whoever goes.
        let tasks = both.compactMap { InspectionTask($0) }
        #expect(InspectionRoster.loads(of: tasks, on: DeskCases.date("2026-11-23"))[ClerkID("赵建国")] == 1)
        desk.press("Esc", "h")
        #expect(desk.screen.contains("一次勘验"))
    }

    @Test("a case that somebody else has changed keeps the whole visit from being sent")
    func jointRace() throws {
        let store = SampleDesk.store()
        let numbers = try (0..<2).map { _ in
            let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
            return try DeskCases.append(
                [.accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: []))], to: file, on: "2026-11-20",
                in: store
            ).number
        }
        var desk = DeskDriver(store: store)
        desk.press("S-Tab", "Enter")
        desk.act("分派核查")
        desk.press("F2", "Enter")
        desk.type("一并")
        desk.press("Space", "Enter")
        #expect(desk.place == .confirm)
        let open = try #require(desk.file?.number)
        let other = try #require(try store.load(numbers.first { $0 != open } ?? open))
        _ = try DeskCases.append([.withdrawn(reason: "不办了")], to: other, on: "2026-11-20", in: store)
        desk.press("y")
        #expect(desk.place == .reader && desk.screen.contains(other.number.text))
        #expect(try store.load(open)?.progress.dispatch == nil)
        #expect(try store.load(open)?.record.papers.isEmpty == true)
    }
}
