import CaseDomain
import CaseStore
import ClerkDesk
import NoticeComposer
import ScreenKit
import Synchronization
import TestSupport
import Testing

@Suite("Many cases at once")
struct BulkJourneyTests {
    private func queue() throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        return DeskDriver(
            SampleDesk.desk(office: SampleDesk.tellingOffice), store: store, size: Size(rows: 40, columns: 120),
            printing: PretendPrinters())
    }

    private func standings(_ desk: DeskDriver) -> [String: BulkRun.Standing] {
        let items = desk.state.queue.bulk?.items ?? []
        return Dictionary(items.map { ($0.subject.name, $0.standing) }) { first, _ in first }
    }

    private func isDone(_ standing: BulkRun.Standing?) -> Bool { if case .done? = standing { true } else { false } }

    private func why(_ standing: BulkRun.Standing?) -> String? {
        switch standing {
        case .skipped(let why)?, .failed(let why)?: why
        default: nil
        }
    }

    private func begin(_ desk: inout DeskDriver, _ action: String) {
        desk.turn(to: "办结的也在")
        desk.press("a", "x")
        desk.type(action)
        desk.press("Enter")
    }

    /// What was exported: name and text.
    private final class Written: Sendable {
        let lines = Mutex<[String]>([])
    }

    // MARK: Marks

    @Test("marks stay through scrolling, sorting and searching, and go with the view")
    func marks() throws {
        var desk = try queue()
        desk.press("Space", "Space", "PgDn", "r", "F3")
        desk.type("羊")
        desk.press("Enter")
        #expect(desk.state.queue.marks.count == 2 && desk.screen.contains("已标2件"))
        desk.press("Tab")
        #expect(desk.state.queue.marks.isEmpty && desk.status.contains("取消2个标记"))
        desk.press("S-Tab", "Home", "Space", "Up", "Space")
        #expect(desk.state.queue.marks.isEmpty)
        desk.press("Space", "Esc")
        #expect(desk.state.queue.marks.isEmpty && !desk.state.queue.query.search.isEmpty)
    }

    @Test("everything is marked up to a bound, and the bound is said")
    func markAll() throws {
        var desk = try queue()
        desk.press("a")
        #expect(desk.state.queue.marks.count == desk.state.queue.count)
        for _ in 0..<520 { _ = try DeskCases.receive(DeskCases.restaurant(), into: desk.store) }
        desk.press("a")
        #expect(desk.state.queue.marks.count == QueueMarks.most && desk.status.contains("已标前500件"))
    }

    // MARK: Batches

    @Test("the preview says what happens to each case or why nothing, and no does nothing")
    func preview() throws {
        var desk = try queue()
        begin(&desk, "催办")
        #expect(desk.place == .confirm)
        let standings = standings(desk)
        #expect(standings.count == desk.state.queue.count)
        #expect(why(standings["羊汤一绝"]) == "没有等着补正")
        #expect(why(standings["示例县半岛烤肉"])?.contains("已过") == true)
        guard case .ready(_, let words)? = standings["示例县湖滨快餐"] else {
            Issue.record("no reminder")
            return
        }
        #expect(words.contains("138****0001"))
        let before = try desk.store.changeCounter()
        desk.press("n")
        #expect(try desk.store.changeCounter() == before && desk.state.queue.bulk == nil && desk.state.modal == nil)
    }

    @Test("reminders go out once, each by itself, with a result for every case")
    func remind() throws {
        var desk = try queue()
        begin(&desk, "催办")
        desk.press("y")
        let run = try #require(desk.state.queue.bulk)
        #expect(run.phase == .over(wasStopped: false) && run.items.allSatisfy { $0.standing != .waiting })
        let done = run.items.filter { isDone($0.standing) }
        #expect(done.count == 2)
        for item in done {
            let row = try #require(item.row)
            let file = try #require(try desk.store.load(row.number))
            #expect(file.record.messages.map(\.message.occasion) == [.correctionReminder])
        }
        #expect(desk.screen.contains("办了2件"))
        #expect(desk.state.queue.marks.count == run.items.count - 2)
        desk.press("Esc")
        #expect(desk.state.modal == nil && desk.state.queue.bulk == nil)
        desk.press("Esc")
        begin(&desk, "催办")
        #expect(why(standings(desk)["示例县湖滨快餐"]) == "这份告知书已催过")
        #expect(desk.screen.contains("没有一件能办"))
    }

    @Test("abandonment is recorded where the term is over, with the words, and nowhere else")
    func abandon() throws {
        var desk = try queue()
        begin(&desk, "视为放弃")
        #expect(desk.place == .entry)
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("没有填"))
        desk.type("电话和短信都没有回音")
        desk.press("F2")
        #expect(why(standings(desk)["示例县湖滨快餐"])?.contains("还没有过") == true)
        desk.press("y")
        let done = try #require(desk.state.queue.bulk).items.filter { isDone($0.standing) }
        #expect(done.map(\.subject.name) == ["示例县半岛烤肉"])
        let row = try #require(done.first?.row)
        let file = try #require(try desk.store.load(row.number))
        guard case .abandoned(let abandonment) = file.phase else {
            Issue.record("not abandoned")
            return
        }
        #expect(abandonment.words == "电话和短信都没有回音" && abandonment.number == file.notices.last?.number)
    }

    @Test("a case that somebody changed after the preview is left alone and said to be")
    func conflict() throws {
        var desk = try queue()
        begin(&desk, "催办")
        let row = try #require(desk.state.queue.bulk?.rows.first { $0.applicant == "示例县湖滨快餐" })
        let file = try #require(try desk.store.load(row.number))
        let notice = try #require(file.notices.last)
        let grant = CorrectionGrant(number: notice.number, until: DeskCases.date("2027-01-15"), reason: "住院")
        _ = try DeskCases.append(
            [.correctionExtended(grant: grant)], to: file, on: "2026-11-20", in: desk.store, clerk: "limin")
        desk.press("y")
        #expect(why(standings(desk)["示例县湖滨快餐"])?.contains("别人刚改过") == true)
        #expect(isDone(standings(desk)["示例县奶奶家煎饼坊"]))
        let left = try #require(try desk.store.load(row.number))
        #expect(left.record.messages.isEmpty)
    }

    @Test("stopping ends after the case in hand; the rest is said not to have begun")
    func stop() throws {
        var desk = try queue()
        begin(&desk, "催办")
        desk.holdsBack = true
        desk.press("y")
        #expect(desk.screen.contains("正在办理 0/2"))
        desk.press("Esc")
        #expect(desk.screen.contains("办完手上这件就停"))
        desk.carryOut()
        let run = try #require(desk.state.queue.bulk)
        #expect(run.phase == .over(wasStopped: true) && run.items.count { isDone($0.standing) } == 1)
        #expect(desk.screen.contains("没办1件") && desk.screen.contains("没办  "))
    }

    @Test("a store that fails fails each case by itself")
    func failing() throws {
        let inner = SampleDesk.store()
        try SampleQueue.fill(inner)
        let failing = FailingStore(inner)
        var desk = DeskDriver(
            SampleDesk.desk(office: SampleDesk.tellingOffice), store: failing, size: Size(rows: 40, columns: 120))
        begin(&desk, "催办")
        failing.fail(with: .diskFull)
        desk.press("y")
        let run = try #require(desk.state.queue.bulk)
        #expect(run.items.count { why($0.standing)?.contains("[S-") == true } == 2 && run.isOver)
        #expect(desk.screen.contains("失败2件"))
    }

    @Test("notices are printed again; what has none is skipped")
    func printing() throws {
        var desk = try queue()
        begin(&desk, "打印")
        desk.press("y")
        let run = try #require(desk.state.queue.bulk)
        #expect(run.items.count { isDone($0.standing) } == 3)
        #expect(why(standings(desk)["羊汤一绝"])?.isEmpty == false)
    }

    @Test("one application for several matters is abandoned together, once")
    func bundle() throws {
        let store = SampleDesk.store()
        for file in try BundleJourneyTests.family(store) {
            _ = try DeskCases.judgeAll(file, missing: [.businessLicence], on: "2026-11-20", in: store)
        }
        var desk = DeskDriver(SampleDesk.desk(), store: store, size: Size(rows: 40, columns: 120))
        desk.press("Enter", "F8", "y", "Esc", "Esc")
        desk.clock = DeskCases.moment("2027-03-01")
        begin(&desk, "视为放弃")
        desk.type("没有回音")
        desk.press("F2")
        let items = try #require(desk.state.queue.bulk).items
        #expect(items.count == 2 && items.count { why($0.standing)?.contains("一并办") == true } == 1)
        desk.press("y")
        for item in items {
            let row = try #require(item.row)
            guard case .abandoned? = try store.load(row.number)?.phase else {
                Issue.record("\(item.subject.name) is not abandoned")
                continue
            }
        }
    }

    @Test("a list goes to one file, safe for a spreadsheet and without telephone numbers")
    func export() throws {
        let written = Written()
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        _ = try DeskCases.receive(DeskCases.restaurant("=1+1,\"甲\""), into: store)
        var desk = DeskDriver(
            SampleDesk.desk(), store: store, size: Size(rows: 40, columns: 120),
            export: { name, text in
                written.lines.withLock { $0 += [name, text] }
                return "somewhere/\(name)"
            })
        begin(&desk, "导出")
        desk.press("y")
        #expect(desk.screen.contains("已导出到 somewhere/queue-2026-11-20-0915.csv"))
        let text = written.lines.withLock { $0[1] }
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == (desk.state.queue.count ?? 0) + 1 && text.hasPrefix("\u{FEFF}\"编号\","))
        #expect(text.contains("\"'=1+1,\"\"甲\"\"\"") && !text.contains("1380000000"))
        #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))

        var nowhere = try queue()
        begin(&nowhere, "导出")
        nowhere.press("y")
        #expect(nowhere.screen.contains("这里不能写文件"))
        let items = try #require(nowhere.state.queue.bulk).items
        #expect(items.allSatisfy { why($0.standing) != nil })
    }

    @Test("the case under the cursor will do where none is marked")
    func single() throws {
        var desk = try queue()
        let row = try #require(desk.state.queue.current)
        desk.press("x")
        desk.type("打印")
        desk.press("Enter")
        #expect(desk.state.queue.bulk?.rows.map(\.number) == [row.number])
    }
}
