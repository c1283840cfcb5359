import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 督办台.
@Suite("Supervisor's board")
struct BoardJourneyTests {
    private static func board(
        clerk: String = "许科长", size: Size = Size(rows: 24, columns: 80),
        fill: (any DeskStoring) throws -> Void = SampleQueue.fill
    ) throws -> DeskDriver {
        let store = SampleDesk.store()
        try fill(store)
        var desk = DeskDriver(SampleDesk.desk(clerk: clerk), store: store, size: size)
        desk.press("s")
        return desk
    }

    /// One case told late, and one that was only told.
    static func late(_ store: any DeskStoring) throws {
        for name in ["晚告面馆", "已告面馆"] {
            let judged = try DeskCases.judgeAll(
                DeskCases.receive(DeskCases.restaurant(name, received: "2026-11-13"), into: store),
                missing: [.layoutPlan], on: "2026-11-13", in: store)
            let back = try DeskCases.append(
                [.correctionReceived(materials: [.layoutPlan])],
                to: DeskCases.issue(judged, on: "2026-11-16", in: store), on: "2026-11-18", in: store)
            guard name == "晚告面馆" else { continue }
            let finding = LateFinding(
                round: 2, items: [LateFinding.Item(material: .policyIndex, defect: "signed")], reason: .overlooked,
                words: "没看背面", owner: "zhang")
            _ = try DeskCases.append([.lateFindingRecorded(finding: finding)], to: back, on: "2026-11-19", in: store)
        }
    }

    private func names(_ desk: DeskDriver) -> [String] {
        desk.state.supervision.listing?.entries.map(\.row.applicant) ?? []
    }

    private func ready(_ run: BulkRun) -> Int {
        run.items.count { if case .ready = $0.standing { true } else { false } }
    }

    // MARK: Today

    @Test("rows by window and clerk with a light in words, all together last; the last row says whom it goes to")
    func today() throws {
        var desk = try Self.board()
        #expect(desk.place == .board)
        #expect(desk.row(with: "A02 zhang")?.contains("红") == true)
        #expect(desk.row(with: "合计") != nil)
        desk.press("Home")
        #expect(desk.screen.contains("归") && desk.screen.contains("林向东"))
        desk.press("w")
        #expect(desk.row(with: "A02 zhang") == nil && desk.row(with: "A02") != nil)
        desk.press("w")
        #expect(desk.row(with: "A03") == nil && desk.row(with: "limin") != nil)
    }

    @Test("rows are sorted by the column under the cursor, either way round")
    func sorting() throws {
        var desk = try Self.board()
        desk.press("Home", "Right", "F4")
        let first = desk.screen.split(separator: "\n")[3]
        #expect(first.contains("A02 zhang"))
        desk.press("r")
        #expect(!desk.screen.split(separator: "\n")[3].contains("A02 zhang"))
    }

    @Test("a figure opens its cases in the queue; leaving them comes back to the board and its row")
    func figureOpens() throws {
        var desk = try Self.board()
        let row = try #require(desk.state.supervision.today.board?.rows.first { $0.window == "A02" })
        desk.press("Home", "Right", "Enter")
        #expect(desk.place == .queue && desk.state.queue.query.filter == .waiting)
        #expect(desk.state.queue.query.scope == QueueScope(clerk: ClerkID("zhang"), windows: ["A02"]))
        #expect(desk.state.queue.rows.count == row.waiting && row.waiting > 0)
        desk.press("Esc")
        #expect(desk.place == .board && desk.state.queue.tab == "open")
        #expect(desk.state.queue.query.scope == .everything)
        #expect(desk.state.supervision.today.key == TodayBoard.Key(window: "A02", clerk: ClerkID("zhang")))
    }

    @Test("what one clerk has in hand is a list; a case opens from it, the next follows, and closing comes back")
    func list() throws {
        var desk = try Self.board()
        desk.press("Home", "Enter")
        #expect(desk.place == .caseList)
        let names = names(desk)
        #expect(names.count > 5)
        desk.press("Enter")
        #expect(desk.file?.particulars.applicant.name == names[0])
        desk.press("]")
        #expect(desk.file?.particulars.applicant.name == names[1])
        desk.press("Esc")
        #expect(desk.place == .caseList)
        desk.press("Esc")
        #expect(desk.place == .board)
        desk.press("Esc")
        #expect(desk.place == .queue)
    }

    @Test("what another desk does comes up by itself")
    func refresh() throws {
        var desk = try Self.board()
        let before = try #require(desk.state.supervision.today.board)
        _ = try DeskCases.receive(DeskCases.restaurant("刚来的"), into: desk.store, window: "A05")
        for _ in 0..<3 { desk.idle(seconds: 6) }
        #expect(desk.state.supervision.today.board != before && desk.row(with: "A05 zhang") != nil)
    }

    @Test("a board that can't be read says so and stays usable")
    func failing() throws {
        let inner = SampleDesk.store()
        let failing = FailingStore(inner)
        failing.fail(with: .busy, reads: true)
        var desk = DeskDriver(SampleDesk.desk(), store: failing)
        desk.press("s")
        #expect(desk.status.contains("[S-01]") && desk.screen.contains("正在读取"))
        failing.fail(with: nil)
        desk.press("F5")
        #expect(desk.row(with: "合计") != nil)
    }

    // MARK: Reassigning

    @Test("a sick colleague's cases go to somebody else after a preview; who was asked first stays named")
    func reassign() throws {
        var desk = try Self.board()
        desk.press("Home", "t")
        #expect(desk.place == .entry)
        desk.type("不是选项")
        desk.press("Right", "Tab", "Tab")
        desk.press("F2")
        #expect(desk.screen.contains("没有填"))
        desk.type("请病假")
        desk.press("F2")
        #expect(desk.place == .confirm && desk.screen.contains("首问zhang"))
        let run = try #require(desk.state.queue.bulk)
        #expect(ready(run) == run.items.count)
        desk.press("y")
        for item in run.items {
            let row = try #require(item.row)
            let file = try #require(try desk.store.load(row.number))
            #expect(file.clerk == ClerkID("李敏") && file.firstAsked == ClerkID("zhang") && file.window == "A03")
        }
        desk.press("Esc", "Esc")
        #expect(desk.place == .board && desk.row(with: "A03 李敏") != nil && desk.row(with: "A02 zhang") == nil)
    }

    @Test("marked cases of a list go by themselves; those that can't say why")
    func marked() throws {
        var desk = try Self.board()
        desk.press("Home", "Enter", "Space", "Space", "t", "Tab", "Tab")
        desk.type("调岗")
        desk.press("F2")
        #expect(desk.state.queue.bulk?.items.count == 2)
        desk.press("n", "Esc")
        #expect(desk.state.supervision.listing?.marks.isEmpty == true)
        desk.press("a")
        #expect(desk.state.supervision.listing?.marks.count == names(desk).count)
    }

    @Test("the queue's own batches know it too, and refuse what is decided")
    func inQueue() throws {
        var desk = try Self.board()
        desk.press("Esc")
        desk.turn(to: "办结的也在")
        desk.press("a", "x")
        desk.type("转办")
        desk.press("Enter", "Tab", "Tab")
        desk.type("调岗")
        desk.press("F2")
        let run = try #require(desk.state.queue.bulk)
        let skipped = run.items.filter { if case .skipped = $0.standing { true } else { false } }
        #expect(skipped.map(\.subject.name).contains("花家豆腐坊") && ready(run) > 0)
    }

    @Test("who supervises nobody sees the office's figures and his own, and reassigns nothing")
    func ownOnly() throws {
        var desk = try Self.board(clerk: "李敏") { store in
            try SampleQueue.fill(store)
            _ = try DeskCases.receive(DeskCases.restaurant("自己的"), into: store, clerk: "李敏", window: "A03")
        }
        #expect(desk.row(with: "A03 李敏") != nil && desk.row(with: "合计") != nil)
        #expect(!desk.screen.contains("zhang") && !desk.screen.contains("limin"))
        desk.press("Home", "t")
        #expect(desk.place == .board && desk.status.contains("督办"))
        desk.press("w")
        #expect(desk.status.contains("自己的数字"))
        desk.press("Tab", "Tab")
        for _ in 0..<6 {
            #expect(![.clerk, .window].contains(desk.state.supervision.figures.breakdown))
            desk.press("w")
        }
        desk.press("f")
        guard case .picker(let picker)? = desk.state.modal else {
            Issue.record("nothing to choose")
            return
        }
        let others = picker.options.map(\.id).filter { $0.hasPrefix("clerk/") || $0.hasPrefix("window/") }
        #expect(others == ["clerk/李敏"])
    }

    // MARK: Lists

    @Test("what waits for a release is found, and goes when it is released")
    func releases() throws {
        var desk = try Self.board(fill: Self.late)
        desk.press("S-Tab")
        #expect(names(desk) == ["晚告面馆"])
        let file = try #require(desk.state.supervision.listing?.current.flatMap { try? desk.store.load($0.number) })
        let release = Release(scope: .lateFinding, round: 2, by: "许科长", words: "同意")
        _ = try DeskCases.append([.released(release: release)], to: file, on: "2026-11-20", in: desk.store)
        desk.press("F5")
        #expect(names(desk).isEmpty && desk.screen.contains("没有符合"))
    }

    @Test("the round that is refused waits for a release too")
    func refusedRound() throws {
        let store = SampleDesk.store()
        try Self.late(store)
        let row = try #require(
            try store.queue(QueueQuery(filter: .returned, today: SampleDesk.today), from: .first, limit: 9).rows.last)
        let file = try #require(try store.load(row.number))
        #expect(!file.awaitsRelease(fromRound: 3) || row.applicant == "晚告面馆")
        #expect(file.awaitsRelease(fromRound: 2))
    }

    @Test("the patrol list names each case once, with its reason and whom it goes to")
    func patrol() throws {
        var desk = try Self.board(size: Size(rows: 40, columns: 120))
        desk.press("Tab")
        let entries = try #require(desk.state.supervision.listing).entries
        #expect(Set(entries.map(\.row.key)).count == entries.count && !entries.isEmpty)
        #expect(desk.row(with: "超期")?.isEmpty == false && desk.screen.contains("分管领导 林向东"))
    }

    // MARK: Indicators

    @Test("periods, filters and breakdowns ask for what they say; a figure opens the cases of its days")
    func figures() throws {
        var desk = try Self.board()
        desk.press("Tab", "Tab")
        #expect(desk.place == .figures && desk.screen.contains("二次补正率"))
        desk.press("p")
        desk.type("自选")
        desk.press("Enter", "C-u")
        desk.type("0901")
        desk.press("Tab", "C-u")
        desk.type("1015")
        desk.press("F2")
        let days = DeskCases.date("2026-09-01")...DeskCases.date("2026-10-15")
        #expect(desk.state.supervision.figures.answer?.question.first.days == days)
        desk.press("f")
        desk.type("窗口A03")
        desk.press("Enter")
        #expect(desk.state.supervision.figures.answer?.question.first.window == "A03")
        desk.press("w", "w", "Right", "Enter")
        guard case .measured(let measures, let query)? = desk.state.supervision.listing?.parts.first?.source else {
            Issue.record("no cases")
            return
        }
        #expect(measures == [.received] && query.window == "A03")
        #expect(query.days.lowerBound == DeskCases.date("2025-11-01"), "the bar of the first month")
        desk.press("Esc")
        #expect(desk.place == .figures)
    }

    @Test("with the store's own figures every figure opens as many cases as it counts")
    func realFigures() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(SampleDesk.desk(clerk: "许科长"), store: store, figures: store)
        desk.press("s")
        for column in TodayBoard.Column.allCases.dropFirst() {
            desk.press("Right")
            let count = try #require(desk.state.supervision.today.board).rows.reduce(0) { $0 + $1[column] }
            desk.press("Enter")
            if desk.place == .queue {
                #expect(desk.state.queue.count == count, "\(column)")
            } else {
                #expect(desk.state.supervision.listing?.entries.count == count, "\(column)")
            }
            desk.press("Esc")
            #expect(desk.place == .board)
        }
        desk.press("Tab", "Tab", "Enter")
        let first = try #require(desk.state.supervision.figures.answer).first
        #expect(names(desk).count == first.total[.received].total && !names(desk).isEmpty)
        desk.press("Esc", "p")
        desk.type("今年")
        desk.press("Enter", "w", "w", "w", "Right", "Enter")
        let defect = try #require(desk.state.supervision.figures.answer?.first.defects.first)
        #expect(desk.state.supervision.figures.breakdown == .defects)
        #expect(!names(desk).isEmpty && names(desk).count <= defect.count)
    }

    @Test("before and after a cut-over are as many days, and the day comes from the office's cut-overs")
    func beforeAfter() throws {
        var desk = try Self.board()
        desk.press("Tab", "Tab", "c")
        #expect(desk.screen.contains("2025-09-05") && desk.screen.contains("山东旧版许可系统"))
        desk.press("F2")
        let question = try #require(desk.state.supervision.figures.answer?.question)
        #expect(question.isComparing)
        #expect(question.first.days == DeskCases.date("2025-08-06")...DeskCases.date("2025-09-04"))
        #expect(question.second.days == DeskCases.date("2025-09-05")...DeskCases.date("2025-10-04"))
        desk.press("c")
        #expect(desk.state.supervision.figures.answer?.question.isComparing == false)
        desk.press("c", "C-u")
        desk.type("明年")
        desk.press("F2")
        #expect(desk.place == .entry)
    }

    @Test(
        "every named period ends no later than today",
        arguments: [FigurePeriod.today, .week, .month, .quarter, .year, .lastMonth, .lastYear])
    func periods(period: FigurePeriod) {
        for day in ["2026-01-01", "2026-03-31", "2026-11-20", "2024-02-29"].map(DeskCases.date) {
            let days = period.days(on: day)
            #expect(days.upperBound <= day && days.lowerBound <= days.upperBound)
        }
    }

    // MARK: Elsewhere

    @Test("in lines a number chooses a row and opens its figure")
    func plain() throws {
        var plain = PlainDriver(try Self.board())
        plain.type("?")
        let lines = plain.type("refresh") + plain.type("last")
        #expect(lines.allSatisfy { !$0.contains("+--") })
        #expect(plain.desk.place == .board)
        plain.type("1")
        #expect(plain.desk.place == .caseList || plain.desk.state.supervision.today.key.clerk != nil)
        plain.type("figures")
        plain.type("next-filter")
        plain.type("next-filter")
        #expect(plain.transcript.contains("二次补正率") && plain.transcript.contains("达标"))
    }
}
