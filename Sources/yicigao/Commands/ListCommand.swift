import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Foundation
import SQLiteCaseStore

/// `yicigao list`: the queue without a screen.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出办件。Lists the queue.",
        discussion: """
            例 Example:  yicigao list --view overdue --search 示例县

            视图 Views: \(QueueViewName.all.joined(separator: " "))
            run-out 是新规则施行前收件、沿旧规则办结的在办件，按收件先后，附经办人。run-out: what a cut-over left behind.
            waiting 等我办，returned 补正已交回，gaps-ageing 容缺未补（按承诺日期先后）。gaps-ageing: by the day promised.
            in-progress 在办（已受理、待决定），after-decision 待发证、待送达。in-progress: accepted, to be decided.
            查找可用拼音和首字母，如 boxing、bxsxg。Names are found by pinyin and by initials as well.
            其余按期限先后。默认 50 件，--json 默认全部。By due day; 50 cases, or all with --json, unless --limit says.
            排序 Sorts: \(QueueSort.allCases.map(\.id).joined(separator: " "))
            """)

    @Option(help: ArgumentHelp("视图。Which cases.", valueName: "view"))
    var view = "open"

    @Option(help: ArgumentHelp("名称、编号、电话、信用代码。Name, number, phone or credit code.", valueName: "text"))
    var search = ""

    @Option(help: ArgumentHelp("经办人。The cases of one clerk.", valueName: "clerk"))
    var clerk: String?

    @Option(help: ArgumentHelp("窗口，可重复。Taken in at this window; may be repeated.", valueName: "window"))
    var window: [String] = []

    @Option(help: ArgumentHelp("片区，见机关文件。The windows of this region of the office file.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("排序。The column to sort by.", valueName: "column"))
    var sort: String?

    @Flag(help: "倒序。From the other end.")
    var descending = false

    @Option(help: ArgumentHelp("最多几件。At most so many.", valueName: "n"))
    var limit: Int?

    @Flag(help: "每件一行 JSON。One line of JSON per case.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    private static let page = 500

    func run() throws {
        try CommandOutput.run { output in
            if let limit, limit < 1 { throw CommandFailure(code: .usage, message: "--limit: 应为大于 0 的整数") }
            let today = BusinessClock.system.now().date
            let installation = try data.load()
            let cutOvers = try installation.cutOvers()
            let filter = try QueueViewName.filter(
                view, runningOut: cutOvers.scopes(on: today), office: installation.office,
                calendar: installation.clocks.calendar, today: today)
            let query = QueueQuery(
                filter: filter, scope: try scope(installation.office), search: search,
                sort: try column() ?? (filter.isRunOut ? .received : .due), descending: descending, today: today)
            guard let store = try store.openExisting(installation) else {
                StandardError.write(StoreOptions.noStore(self.store.path))
                return .fine
            }
            let lines = QueueLines(
                calendar: try installation.clocks.calendar, subtypes: try installation.subtypes(),
                cutOvers: filter.isRunOut ? cutOvers : nil, today: today)
            if !json { try output.line(lines.heading) }
            do {
                try write(query, store) { row in
                    if json { try output.write(lines.json(row)) } else { try output.line(lines.text(row)) }
                }
            } catch let error as StoreError {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            return .fine
        }
    }

    private func column() throws -> QueueSort? {
        guard let sort else { return nil }
        guard let column = QueueSort(rawValue: sort) else {
            throw TermArgument.unknown(sort, "--sort", among: QueueSort.allCases.map(\.id))
        }
        return column
    }

    private func scope(_ office: Office) throws -> QueueScope {
        var scope = QueueScope(clerk: clerk.map { ClerkID($0) }, windows: window)
        guard let region else { return scope }
        let windows = office.windows.filter { $0.region == region }.map(\.id)
        guard !windows.isEmpty else {
            throw TermArgument.unknown(region, "--region", among: office.windows.map(\.region))
        }
        // Both must hold; an empty list would mean every window.
        scope.windows = window.isEmpty ? windows : window.filter(windows.contains)
        if scope.windows.isEmpty { throw CommandFailure(code: .usage, message: "--window: 不在\(region)") }
        return scope
    }

    private func write(_ query: QueueQuery, _ store: SQLiteCaseStore, _ take: (QueueRow) throws -> Void) throws {
        let limit = limit ?? (json ? Int.max : 50)
        var left = limit
        var anchor = QueueAnchor.first
        while left > 0 {
            let page = try store.queue(query, from: anchor, limit: min(left, Self.page))
            for row in page.rows { try take(row) }
            left -= page.rows.count
            guard page.hasLater, let last = page.rows.last else { return }
            anchor = .after(last)
        }
        if !json { StandardError.write("还有更多办件；--limit 可多列，--search 可查找") }
    }
}

/// The views of the queue by their names on the command line.
enum QueueViewName {
    static let all =
        [
            "open", "all", "overdue", "due-today", "run-out", "correction-due", "supervised", "waiting", "returned",
            "gaps-ageing", "in-progress", "after-decision",
        ]
        + CaseState.allCases.map(\.id)

    static func filter(
        _ name: String, runningOut scopes: [RunOutScope], office: Office, calendar: WorkingCalendar, today: CivilDate
    ) throws -> QueueFilter {
        switch name {
        case "open": return .open
        case "all": return .all
        case "overdue": return .overdue
        case "due-today": return .dueToday
        case "run-out": return .runOut(scopes)
        case "correction-due": return .correctionDue(through: office.reminderDay(from: today, calendar))
        case "waiting": return .waiting
        case "returned": return .returned
        case "gaps-ageing": return .gapsAgeing
        case "in-progress": return .inProgress
        case "after-decision": return .afterDecision
        case "supervised": return .supervised(fromRound: office.ladder.supervised)
        default:
            guard let state = CaseState(rawValue: name) else {
                throw TermArgument.unknown(name, "--view", among: all)
            }
            return .state(state)
        }
    }
}

extension StoreOptions {
    /// Opens a store to read in it, with its due days brought up to the calendar of today.
    ///
    /// - Returns: nil where there is none: looking makes no store.
    func openExisting(_ installation: Installation) throws -> SQLiteCaseStore? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let store = try open(installation)
        do throws(StoreError) {
            while try store.refreshProjection() {}
        } catch .readOnly, .busy {
            // What is there can be read; it shows the due days of the calendar before.
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
        return store
    }

    /// The same for a command that has nothing to say without one.
    ///
    /// - Throws: `refused`, where there is none.
    func existing(_ installation: Installation) throws -> SQLiteCaseStore {
        guard let store = try openExisting(installation) else {
            throw CommandFailure(code: .refused, message: StoreOptions.noStore(path))
        }
        return store
    }

    /// Closes a store that was written to, so that its one file has everything.
    static func putAway(_ store: SQLiteCaseStore) {
        do throws(StoreError) {
            try store.close()
        } catch {
            // Everything is durable as it is; whoever opens the store next folds the log in.
            return
        }
    }

    static func noStore(_ path: String) -> String { "\(path): 还没有这个数据文件" }
}
