import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao export`: cases for other systems and for spreadsheets.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出办件。Writes cases as JSONL or as a table.",
        discussion: """
            例 Example:  yicigao export --from 2026-11-01 --to 2026-11-30 --format csv -o 十一月.csv

            jsonl 是 yicigao.case/1，import 可以收回；csv 供电子表格使用。写成后才有文件，不覆盖已有文件。
            jsonl can be imported again; csv is for spreadsheets. The file appears when it is whole and replaces none.
            证件号码遮盖；--reveal-ids 显示，须在终端上答应，或写明 --reason，逐件记入办理过程。
            Identity numbers are covered; --reveal-ids shows them after a yes or with --reason; every case's log says so.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, csv }

    @Option(help: ArgumentHelp("格式。The format.", valueName: "jsonl|csv"))
    var format: Format = .jsonl

    @Option(help: ArgumentHelp("收件日从哪天起。The first day of receipt.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("收件日到哪天止。The last day of receipt.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("视图，同 list。A view, as of list.", valueName: "view"))
    var view = "all"

    @Option(name: .shortAndLong, help: ArgumentHelp("写到新文件。Into a new file.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("文件编码。Encoding of the file.", valueName: "utf-8|gb18030"))
    var encoding: FileEncoding = .utf8

    @OptionGroup var reveal: RevealOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    private static let page = 200

    func validate() throws {
        if encoding == .auto { throw ValidationError("--encoding: 导出要写明 utf-8 或 gb18030") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let now = BusinessClock.system.now()
            let days = try (
                from.map { try DateArgument.read($0, "--from") }, to.map { try DateArgument.read($0, "--to") }
            )
            let target = try self.output.flatMap { $0 == "-" ? nil : try DraftFile($0) }
            let installation = try data.load()
            let filter = try QueueViewName.filter(
                view, runningOut: installation.cutOvers().scopes(on: now.date), office: installation.office,
                calendar: installation.clocks.calendar, today: now.date)
            let store = try self.store.existing(installation)
            if reveal.revealIds {
                try CommandAuthority(installation: installation, store: store).checkAny(nil, at: now)
            }
            try reveal.confirm("导出完整证件号码，并逐件记入办理过程？")
            let query = QueueQuery(filter: filter, sort: .number, today: now.date)
            let total = days.0 == nil && days.1 == nil ? try count(query, store) : 0
            var sink = ExportSink(format, encoding, on: now.date) { bytes in
                if let target { try target.write(bytes) } else { try output.write(bytes) }
            }
            let done = try write(query, days, store, at: now, total: total, to: &sink)
            try target?.publish()
            var summary = "已导出 \(done.cases) 件"
            if done.erased > 0 { summary += "，另有 \(done.erased) 件保管期满已删除" }
            if !reveal.revealIds { summary += "；证件号码已遮盖" }
            StandardError.write(summary)
            return .fine
        }
    }

    private func count(_ query: QueueQuery, _ store: SQLiteCaseStore) throws -> Int64 {
        do throws(StoreError) {
            return Int64(try store.count(query))
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
    }

    private func write(
        _ query: QueueQuery, _ days: (CivilDate?, CivilDate?), _ store: SQLiteCaseStore, at now: Moment, total: Int64,
        to sink: inout ExportSink
    ) throws -> (cases: Int, erased: Int) {
        let interruption = Interruption()
        let meter = ProgressMeter()
        var cases = 0
        var erased = 0
        var anchor = QueueAnchor.first
        try sink.begin()
        while true {
            let page: QueuePage
            do throws(StoreError) {
                page = try store.queue(query, from: anchor, limit: Self.page)
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            for row in page.rows where Self.isWanted(row, days) {
                guard let file = try load(row, store) else {
                    erased += 1
                    continue
                }
                let shown =
                    try reveal.revealIds && file.application.namesIdentities
                    ? reveal.logUnasked(file, in: store, at: now) : file
                let application = reveal.revealIds ? shown.application : shown.application.withCoveredIdentities
                try sink.write(application, row)
                cases += 1
            }
            meter.show("导出", Int64(cases + erased), of: total)
            guard page.hasLater, let last = page.rows.last else { break }
            anchor = .after(last)
            guard !interruption.isRequested else {
                meter.clear()
                throw CommandFailure(code: .refused, message: "已中断，没有写成")
            }
        }
        try sink.end()
        return (cases, erased)
    }

    private static func isWanted(_ row: QueueRow, _ days: (CivilDate?, CivilDate?)) -> Bool {
        let day = row.received.date
        return days.0.map { day >= $0 } ?? true && days.1.map { day <= $0 } ?? true
    }

    /// - Returns: nil where the case was erased.
    private func load(_ row: QueueRow, _ store: SQLiteCaseStore) throws -> CaseFile? {
        do throws(StoreError) {
            return try store.load(row.number)
        } catch .erased {
            return nil
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
    }
}

extension Application {
    /// Whether it holds any identity number.
    var namesIdentities: Bool {
        particulars.applicant.principal?.idNumber != nil || particulars.agent?.idNumber != nil
            || materials.contains { $0.fields.idNumber != nil }
    }
}
