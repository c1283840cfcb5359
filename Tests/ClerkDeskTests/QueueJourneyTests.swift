import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("The queue at the desk")
struct QueueJourneyTests {
    private func queue(_ size: Size = Size(rows: 24, columns: 80), clerk: String = "zhang") throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        return DeskDriver(SampleDesk.desk(clerk: clerk), store: store, size: size)
    }

    private func names(_ desk: DeskDriver) -> [String] { desk.state.queue.rows.map(\.applicant) }

    // MARK: Views

    @Test("the tabs are counted after the start and say what their views hold")
    func counts() throws {
        var desk = try queue(Size(rows: 40, columns: 120))
        let counts = desk.state.queue.tally.counts
        #expect(counts.count == 12)
        for (tab, name) in [("open", "待办"), ("mine", "我的"), ("all", "全部"), ("gaps-ageing", "容缺未补")] {
            let count = try #require(counts[tab])
            #expect(desk.screen.contains(" \(name) \(count)"), "\(tab)")
        }
        for _ in 0..<12 {
            #expect(desk.state.queue.count == desk.state.queue.tally.counts[desk.state.queue.tab])
            desk.press("Tab")
        }
        #expect(desk.state.queue.tab == "open")
    }

    @Test("what isn't counted yet has no number, and what somebody changed is counted anew")
    func recount() throws {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(SampleDesk.desk(), store: FailingStore(store))
        let all = try #require(desk.state.queue.tally.counts["all"])
        _ = try DeskCases.receive(DeskCases.restaurant("新来的"), into: store)
        desk.idle(seconds: 1)
        desk.idle(seconds: 20)
        #expect(desk.state.queue.tally.counts["all"] == all + 1)
        let failing = FailingStore(store)
        failing.fail(with: .busy, reads: true)
        let blind = DeskDriver(SampleDesk.desk(), store: failing)
        #expect(blind.state.queue.tally.counts.isEmpty && !blind.screen.contains("全部 0"))
    }

    @Test("the clerk's own work is told from that of others")
    func mine() throws {
        var desk = try queue(clerk: "limin")
        desk.turn(to: "wode")
        #expect(desk.state.queue.tab == "mine" && names(desk) == ["示例县石磨香油坊"])
        desk.turn(to: "窗口A03")
        #expect(Set(desk.state.queue.rows.map(\.window)) == ["A03"])
        desk.turn(to: "西部")
        #expect(Set(desk.state.queue.rows.map(\.window)) == ["A03"])
    }

    @Test("the chosen view always shows, however narrow the screen")
    func narrow() throws {
        var desk = try queue(Size(rows: 20, columns: 60))
        for _ in 0..<11 {
            let tab = desk.state.queue.tab
            let line = desk.screen.split(separator: "\n")[1]
            let row = try #require(desk.frame.grid.roles.split(separator: "\n").dropFirst().first)
            #expect(row.contains("u"), "\(tab): \(line)")
            desk.press("Tab")
        }
    }

    @Test("a view is saved, renamed, found by another desk of the same clerk, and deleted with a question")
    func savedViews() throws {
        var desk = try queue()
        desk.press("S-Tab", "F3")
        desk.type("羊汤")
        desk.press("Enter", "r")
        let found = names(desk)
        desk.turn(to: "存下")
        desk.type("羊汤馆")
        desk.press("Enter")
        #expect(desk.status.contains("羊汤馆") && desk.state.queue.tab == "view/羊汤馆")
        desk.turn(to: "待办")
        #expect(desk.state.queue.query.search.isEmpty && names(desk) != found)

        desk.turn(to: "改名")
        desk.press("End")
        desk.type("们")
        desk.press("Enter")
        var other = DeskDriver(SampleDesk.desk(), store: desk.store)
        other.turn(to: "羊汤馆们")
        #expect(names(other) == found && other.state.queue.query.descending)
        var stranger = DeskDriver(SampleDesk.desk(clerk: "limin"), store: desk.store)
        #expect(stranger.state.queue.saved.isEmpty)
        stranger.turn(to: "存下")
        stranger.type(" ")
        stranger.press("Enter")
        #expect(stranger.place == .entry && stranger.state.queue.saved.isEmpty)

        other.turn(to: "删除")
        #expect(other.place == .confirm)
        other.press("n")
        #expect(other.state.queue.saved.count == 1)
        other.turn(to: "删除")
        other.press("y")
        #expect(other.state.queue.saved.isEmpty && other.state.queue.tab == "open")
        #expect(DeskDriver(SampleDesk.desk(), store: desk.store).state.queue.saved.isEmpty)
    }

    @Test("two views can't have one name, and damaged ones are left alone")
    func namesOfViews() throws {
        var desk = try queue()
        for _ in 0..<2 {
            desk.turn(to: "存下")
            desk.type("甲")
            desk.press("Enter")
        }
        #expect(desk.place == .entry && desk.screen.contains("已有叫这个名字的视图"))
        let clerk = ClerkID("zhang")
        try desk.store.remember(ClerkNote(name: "view/坏", at: desk.clock, text: "yicigao.view/9"), for: clerk)
        let other = DeskDriver(SampleDesk.desk(), store: desk.store)
        #expect(other.state.queue.saved.map(\.name) == ["甲"])
        #expect(try desk.store.recall("view/", for: clerk).count == 2)
    }

    @Test("the desk opens with the view of the last time")
    func lastView() throws {
        var desk = try queue()
        desk.turn(to: "需督办")
        desk.idle(seconds: 1)
        var next = DeskDriver(SampleDesk.desk(), store: desk.store)
        #expect(next.state.queue.tab == "supervised" && next.state.queue.query.filter == desk.state.queue.query.filter)
        next.turn(to: "待办")
        next.idle(seconds: 1)
        #expect(DeskDriver(SampleDesk.desk(), store: desk.store).state.queue.tab == "open")
    }

    // MARK: Searching

    @Test("what a view hasn't got is looked for among all cases, so that nobody takes it in again")
    func elsewhere() throws {
        var desk = try queue(clerk: "limin")
        desk.turn(to: "wode")
        let other = try #require(
            desk.store.queue(
                QueueQuery(filter: .all, today: SampleDesk.morning.date), from: .first, limit: 50
            ).rows.first { $0.clerk != ClerkID("limin") })
        desk.press("F3")
        desk.type(other.applicant)
        #expect(names(desk).isEmpty && desk.screen.contains("按 Enter 在全部办件里找"))
        desk.press("Enter")
        #expect(desk.state.queue.tab == "all" && names(desk).contains(other.applicant))
        #expect(desk.state.queue.query.search == other.applicant)
        desk.press("F3")
        desk.type("没有这样的名字")
        #expect(names(desk).isEmpty && desk.screen.contains("收新件"))
        desk.press("Enter", "Enter")
        #expect(desk.state.queue.tab == "all" && names(desk).isEmpty)
    }

    @Test("searches are kept, the latest first and each once, and can be chosen and forgotten")
    func recent() throws {
        var desk = try queue()
        for text in ["羊汤", "面馆", "羊汤"] {
            desk.press("F3")
            desk.type(text)
            desk.press("Enter", "Esc")
        }
        let other = DeskDriver(SampleDesk.desk(), store: desk.store)
        #expect(other.state.queue.recent.texts.count == 2)
        #expect(desk.state.queue.recent.texts == ["羊汤", "面馆"])
        desk.press("F3", "Up", "Down", "Enter")
        #expect(desk.state.queue.query.search == "面馆" && desk.state.queue.recent.texts == ["面馆", "羊汤"])
        desk.perform(.recentSearches)
        desk.press("Space")
        #expect(desk.state.queue.recent.texts == ["羊汤"] && desk.place == .picker)
        desk.press("Space")
        #expect(desk.state.modal == nil)
        #expect(try desk.store.recall("search/", for: ClerkID("zhang")).isEmpty)
        for number in 0..<25 {
            desk.press("Esc", "F3")
            desk.type("\(number)")
            desk.press("Enter")
        }
        #expect(desk.state.queue.recent.texts.count == 20)
        #expect(try desk.store.recall("search/", for: ClerkID("zhang")).count == 20)
    }

    @Test(
        "what was found is marked, by eye, by ear, and however it was typed",
        arguments: [("羊汤", "羊汤"), ("ytg", "羊汤馆"), ("eden", "Ｅｄｅｎ"), ("０００００３", "000003")])
    func marks(typed: String, marked: String) throws {
        var desk = try queue(Size(rows: 24, columns: 118))
        desk.press("S-Tab", "F3")
        desk.type(typed)
        #expect(marks(desk).contains(marked), "\(marks(desk))")
    }

    /// The marked stretches of the screen.
    private func marks(_ desk: DeskDriver) -> [String] {
        let grid = desk.frame.grid
        var found: [String] = []
        for row in 0..<grid.size.rows {
            var text = ""
            for column in 0..<grid.size.columns {
                let position = Position(row: row, column: column)
                if [StyleRole.match, .selectedMatch].contains(grid.role(at: position)) {
                    let scalars = grid.scalars(at: position).compactMap(Unicode.Scalar.init)
                    text.unicodeScalars.append(contentsOf: scalars.filter { $0.value != 0 })
                } else if !text.isEmpty {
                    found.append(text)
                    text = ""
                }
            }
        }
        return found
    }

    @Test("a match that no column shows stands in the row, and no more of a number than was typed")
    func unseen() throws {
        var desk = try queue(Size(rows: 24, columns: 118))
        desk.press("S-Tab", "F3")
        desk.type("0002")
        let row = try #require(desk.row(with: "石磨香油坊"))
        #expect(row.contains("电话 ..0002") && !desk.screen.contains("13800000002"))
        #expect(marks(desk).contains("0002"))
    }

    @Test("the queue is sorted by any column, and the header shows it")
    func sort() throws {
        var desk = try queue()
        desk.press("S-Tab", "o")
        desk.type("申请人")
        desk.press("Down", "Enter")
        #expect(desk.state.queue.query.sort == .applicant && desk.state.queue.query.descending)
        #expect(
            desk.screen.contains("申请人v")
                && names(desk) == names(desk).sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) })
        desk.press("r")
        #expect(desk.screen.contains("申请人^"))
    }
}
