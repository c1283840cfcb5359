import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import SQLiteCaseStore

/// `yicigao retention`: 保管期限, and what is done when it is over.
struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "到期办件：列出，或删除个人内容。Cases whose retention term is over.",
        subcommands: [RetentionListCommand.self, RetentionEraseCommand.self])
}

/// The cases that are over, in the order in which they were received.
struct OverdueCases {
    private static let page = 200

    private let store: SQLiteCaseStore
    private let terms: [Matter: Int]
    private let today: CivilDate

    init(_ store: SQLiteCaseStore, _ office: Office, today: CivilDate) {
        self.store = store
        self.today = today
        terms = office.retention.mapValues(\.years)
    }

    /// - Parameter take: gets a page of them at a time; false ends it.
    func each(_ take: ([ErasableCase]) throws -> Bool) throws {
        var key: Int64 = 0
        while true {
            let page: [ErasableCase]
            do throws(StoreError) {
                page = try store.erasableCases(terms, on: today, after: key, limit: Self.page)
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            guard let last = page.last, try take(page), page.count == Self.page else { return }
            key = last.key
        }
    }
}

struct RetentionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出保管期已满的办件。Lists cases whose retention term is over.",
        discussion: """
            例 Example:  yicigao retention list --office 机关.yaml

            年限在机关文件的 retention 里，自办结（归档、撤回、不予等）后最后一次办理起算。
            Terms are those of the office file; they run from the last thing that was done about a closed case.
            """)

    @Flag(help: "JSON（yicigao.retention/1），每件一行。One object a case.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            guard let store = try store.openExisting(installation) else {
                StandardError.write(StoreOptions.noStore(self.store.path))
                return .fine
            }
            let office = installation.office
            var count = 0
            try OverdueCases(store, office, today: BusinessClock.system.now().date).each { page in
                for item in page {
                    let term = office.retention[item.matter]
                    if json {
                        try output.write(RetentionWords.json(item, term))
                    } else {
                        try output.line(RetentionWords.line(item, term))
                    }
                }
                count += page.count
                return true
            }
            if !json { StandardError.write("\(count) 件保管期已满") }
            return .fine
        }
    }
}

struct RetentionEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "删除到期办件的个人内容。Erases what is known of persons when the term is over.",
        discussion: """
            例 Example:  yicigao retention erase --dry-run

            删去后不能找回：先备份。何时由谁办了什么仍留在记录里，核验照常通过。中断后再运行即接着删。
            What is erased is gone; that something happened, when and by whom stays, and the log still verifies. Interrupted,
            it goes on when it is run again.
            """)

    @Flag(help: "只数，不删。Counts them and erases nothing.")
    var dryRun = false

    @Flag(help: "不再询问。Doesn't ask.")
    var yes = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Cases in one transaction.
    private static let batch = 50

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try self.store.existing(installation)
            let now = BusinessClock.system.now()
            let overdue = OverdueCases(store, installation.office, today: now.date)
            var total = 0
            try overdue.each { page in
                total += page.count
                return true
            }
            if dryRun {
                try output.line("\(total) 件保管期已满，没有删除")
                return .fine
            }
            try CommandAuthority(installation: installation, store: store).check(.administer, nil, at: now)
            if total > 0, !yes, !Confirmation.asked("永久删除 \(total) 件办件的个人内容？", otherwise: "--yes") {
                StandardError.write("没有删除")
                return .refused
            }
            return try erase(overdue, total, store, stamp: EventStamp(at: now, by: Account.clerk), output)
        }
    }

    private func erase(
        _ overdue: OverdueCases, _ total: Int, _ store: SQLiteCaseStore, stamp: EventStamp, _ output: CommandOutput
    ) throws -> Exit {
        let interruption = Interruption()
        let meter = ProgressMeter()
        var erased = 0
        func failure(_ error: StoreError) -> CommandFailure {
            meter.clear()
            return CommandFailure(code: .system, message: "\(error.advisory(.zh))；此前已删除 \(erased) 件")
        }
        try overdue.each { page in
            var rest = page[...]
            while !rest.isEmpty, !interruption.isRequested {
                do throws(StoreError) {
                    erased += try store.erase(rest.prefix(Self.batch).map(\.number), stamp: stamp)
                } catch {
                    throw failure(error)
                }
                rest = rest.dropFirst(Self.batch)
                meter.show("删除", Int64(erased), of: Int64(total))
            }
            return !interruption.isRequested
        }
        let isSwept: Bool
        do throws(StoreError) {
            var steps: Int64 = 0
            let isDue = try store.isSweepDue()
            let sweep = { () throws(StoreError) -> Bool in
                try store.sweepErased {
                    steps += 1
                    meter.show("清理文件", steps, of: 0)
                    return !interruption.isRequested
                }
            }
            isSwept = isDue ? try sweep() : true
        } catch {
            throw failure(error)
        }
        meter.clear()
        try output.line("已删除 \(erased) 件的个人内容")
        if interruption.isRequested { StandardError.write("已中断；再运行一次即接着删") }
        if !isSwept { StandardError.write("文件里的残余还没有清完（有别的程序在用，或中断）：稍后再运行一次") }
        StoreOptions.putAway(store)
        return interruption.isRequested || !isSwept ? .refused : .fine
    }
}

/// What is said of a case whose term is over.
enum RetentionWords {
    static func line(_ item: ErasableCase, _ term: RetentionTerm?) -> String {
        let basis = term.map { "，\($0.years)年（\($0.basis.words)）" } ?? ""
        return "\(item.number.text)  \(item.matter.phrase.text(.zh))  \(item.state.caseState.phrase.text(.zh))  "
            + "办结 \(item.closedOn)，保管至 \(item.keptUntil)\(basis)"
    }

    static func json(_ item: ErasableCase, _ term: RetentionTerm?) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.retention/1")
        json.member("number", item.number.text)
        json.member("matter", item.matter.id)
        json.member("state", item.state.caseState.id)
        json.member("closedOn", item.closedOn.description)
        json.member("keptUntil", item.keptUntil.description)
        json.member("years", term?.years)
        json.member("basis", term?.basis.citation)
        json.member("verified", term?.basis.verified)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
