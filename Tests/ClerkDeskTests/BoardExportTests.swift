import CaseDomain
import CaseStore
import ClerkDesk
import Reporting
import ScreenKit
import Synchronization
import TestSupport
import Testing

/// 导出 of the supervisor's board: what stands on the screen, with the figures of the reports.
struct BoardExportTests {
    /// What the desk wrote.
    private final class Folder: Sendable {
        struct File {
            let report: Report
            let format: ReportFormat
            let name: String
        }

        private let written = Mutex<[File]>([])

        var files: [File] { written.withLock { $0 } }

        func write(_ file: File) -> String {
            written.withLock { $0.append(file) }
            return "/导出/\(file.name)"
        }
    }

    private func board(clerk: String = "许科长", keymap: String = "standard", _ folder: Folder) throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        var desk = DeskDriver(
            SampleDesk.desk(keymap: keymap, clerk: clerk), store: store, size: Size(rows: 24, columns: 120),
            figures: store,
            exportReport: { report, format, name, _ throws(ExportError) in
                folder.write(Folder.File(report: report, format: format, name: name))
            })
        desk.perform(.board)
        return desk
    }

    @Test(arguments: SampleDesk.keymaps.map(\.name))
    func `today's board goes into a file as it stands`(keymap: String) throws {
        let folder = Folder()
        var desk = try board(keymap: keymap, folder)
        desk.perform(.save)
        #expect(desk.place == .picker && desk.screen.contains("CSV（GB18030）") && desk.screen.contains("XLSX"))
        desk.press("Enter")
        let file = try #require(folder.files.first)
        #expect(file.format == .csv && file.name == "board-today-2026-11-20-0915.csv", "\(file.name)")
        #expect(desk.status.contains("/导出/board-today-2026-11-20-0915.csv"))
        let rows = try #require(desk.state.supervision.today.board).rows
        let table = try #require(file.report.tables.first)
        #expect(table.rows.count == rows.count + 1 && table.columns.map(\.name).contains("待补正"))
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        // Each number of the last line is the sum of its column, and that of the store.
        for (place, column) in TodayBoard.Column.allCases.enumerated().dropFirst() {
            let all = rows.reduce(0) { $0 + $1[column] }
            #expect(table.rows.last?[place] == .count(all), "\(column)")
        }
        // What is shown by window is exported by window.
        desk.perform(.groupBy, .save)
        desk.press("Enter")
        #expect(folder.files.last?.report.tables.first?.rows.count == Set(rows.map(\.window)).count + 1)
        let csv = ReportText.csv(file.report)
        #expect(csv.contains("合计") && csv.contains("示例县行政审批服务局 今日看板"))
    }

    @Test(arguments: ReportFormat.allCases)
    func `the figures are those of the reports, in every form`(format: ReportFormat) throws {
        let folder = Folder()
        var desk = try board(folder)
        desk.press("Tab", "Tab", "p")
        desk.type("今年")
        desk.press("Enter")
        desk.perform(.save)
        desk.press("Home")
        for _ in 0..<(ReportFormat.allCases.firstIndex(of: format) ?? 0) { desk.press("Down") }
        desk.press("Enter")
        let file = try #require(folder.files.first)
        #expect(file.format == format && file.name.hasPrefix("board-figures-") && file.name.hasSuffix(format.ending))
        let query = try #require(desk.state.supervision.figures.answer?.question.first)
        let sheet = try desk.store.figures(query)
        let same = FigureReport(
            office: "局", indicators: desk.desk.rules.indicators(), groupName: { $1 }, materialName: { $0?.id ?? "" },
            defectName: { $1 }, feedbackName: { $0.rawValue }
        ).report(.days(query.days), sheet, before: nil, whose: "", made: SampleDesk.morning)
        let (shown, told) = (try #require(file.report.tables.first), try #require(same.tables.first))
        #expect(shown.rows.map { Array($0.prefix(2)) } == told.rows.map { Array($0.prefix(2)) })
        #expect(shown.rows.contains { $0[1] != .none && $0[1] != .count(0) })
        #expect(shown.columns.map(\.name) == ["指标", "数值", "目标", "达标"])
        let trends = file.report.tables[1]
        #expect(trends.columns.last?.name == "2026-11" && trends.rows.allSatisfy { $0.count == 13 })
        #expect(trends.rows.map { $0[0] } == shown.rows.map { $0[0] })
        // The bars of the indicator under the cursor stand behind, one by one.
        let bars = try #require(file.report.tables.last)
        #expect(bars.rows.map { $0[0] } == sheet.rows.map { .text(desk.bar($0.key)) })
    }

    @Test func `two periods side by side and the defects go out as they are shown`() throws {
        let folder = Folder()
        var desk = try board(folder)
        desk.press("Tab", "Tab", "c", "F2")
        desk.perform(.save)
        desk.press("Enter")
        #expect(folder.files.last?.report.tables.first?.columns.map(\.name).prefix(3) == ["指标", "之前", "之后"])
        desk.press("c", "p")
        desk.type("今年")
        desk.press("Enter")
        for _ in 0..<3 { desk.press("w") }
        desk.perform(.save)
        desk.press("Enter")
        let defects = try #require(desk.state.supervision.figures.answer?.first.defects.prefix(10))
        #expect(!defects.isEmpty)
        #expect(folder.files.last?.report.tables.last?.rows.map { $0[1] } == defects.map { .count($0.count) })
    }

    @Test func `nothing goes out before there is anything, and what can't be written is said`() throws {
        let folder = Folder()
        var early = try board(folder)
        early.holdsBack = true
        early.press("Tab", "Tab")
        early.perform(.save)
        #expect(early.place == .figures && early.status.contains("正在读取"))
        let store = SampleDesk.store()
        var nowhere = DeskDriver(SampleDesk.desk(clerk: "许科长"), store: store)
        nowhere.perform(.board, .save)
        nowhere.press("Enter")
        #expect(nowhere.status.contains("这里不能写文件"))
        #expect(folder.files.isEmpty)
    }

    @Test func `whoever supervises nobody exports no more than his own`() throws {
        let folder = Folder()
        var desk = try board(clerk: "王桂芬", folder)
        desk.perform(.save)
        desk.press("Enter")
        let names = folder.files.first?.report.tables.first?.rows.map { $0[0].text } ?? []
        #expect(names == ["合计"] && desk.state.supervision.today.board?.rows.isEmpty == false)
    }
}

extension DeskDriver {
    /// What the bars call a matter.
    fileprivate func bar(_ key: String) -> String { Matter(rawValue: key)?.shortPhrase.text(.zh) ?? key }
}
