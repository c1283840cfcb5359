import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import SQLiteCaseStore
import TextLayout

/// The cases of a visit that a command writes to, all of them or none.
struct VisitOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("办件编号；同一次勘验的一起办。A case; those of its visit go along.", valueName: "case"))
    var number: String

    @Option(help: ArgumentHelp("不一起办的那一件，可多次。A case of the visit to leave out.", valueName: "case"))
    var except: [String] = []

    @Flag(help: "只说会怎样，不写。Says what would be written, and writes nothing.")
    var dryRun = false

    @Flag(help: "JSON（yicigao.inspection-step/1），每件一行。One object a case.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// What is known when the step is made: the day, the desk, and the cases that are meant.
    struct Visit {
        let today: CivilDate
        let desk: Desk
        let files: [CaseFile]

        /// The task of the first case; all of a visit were sent out alike.
        var task: InspectionTask? { files.lazy.compactMap { InspectionTask($0) }.first }
    }

    /// - Parameter make: the step, once the cases are read.
    func run(_ make: (Visit) throws -> VisitStep) throws {
        try CommandOutput.run { output in
            let now = BusinessClock.system.now()
            let installation = try data.load()
            let desk = try DeskMaker.reading(installation, .zh, clerk: Account.clerk)
            let store = try self.store.existing(installation)
            defer { StoreOptions.putAway(store) }
            do {
                let visit = Visit(today: now.date, desk: desk, files: try files(store, desk, now.date))
                return try write(try make(visit), to: visit, store, installation, now, output)
            } catch let error as StoreError {
                throw CommandFailure(code: error.exit, message: Self.words(error))
            }
        }
    }

    /// A case that somebody changed meanwhile keeps the whole visit from being written.
    private static func words(_ error: StoreError) -> String {
        guard case .conflictIn(let number, _, _) = error else { return error.advisory(.zh) }
        return "\(number.text) 刚有人改过，整批都没有写；请再来一次"
    }

    private func files(_ store: SQLiteCaseStore, _ desk: Desk, _ today: CivilDate) throws -> [CaseFile] {
        let finder = CaseFinder(store: store, today: today)
        let named = try finder.find(number)
        let left = try except.map { try finder.find($0).number }
        let sheet = try store.inspections(InspectionQuery(year: today, excuses: .none))
        let numbers = sheet.visit(of: named.number).map(\.row.number)
        if let stranger = left.first(where: { !numbers.contains($0) }) {
            throw CommandFailure(code: .usage, message: "--except: \(stranger.text) 不在这次勘验里")
        }
        // A case without a task is looked at as well: what is in the way is said of it.
        let meant = numbers.isEmpty ? [named.number] : numbers.filter { !left.contains($0) }
        guard !meant.isEmpty else { throw CommandFailure(code: .usage, message: "--except: 没有剩下办件") }
        return try meant.compactMap { try store.load($0) }
    }

    private func write(
        _ step: VisitStep, to visit: Visit, _ store: SQLiteCaseStore, _ installation: Installation, _ now: Moment,
        _ output: CommandOutput
    ) throws -> Exit {
        let authority = CommandAuthority(installation: installation, store: store)
        var changes: [CaseAppend] = []
        var lines: [(file: CaseFile, isReady: Bool, words: String)] = []
        for file in visit.files {
            let cover = try authority.check(step.step, file, at: now)
            switch step.standing(of: file, today: visit.today, visit.desk) {
            case .ready(.write(let writes), let words):
                let note = cover.map { [CaseEvent.Payload.life(event: .covered(cover: $0))] } ?? []
                changes += writes.map { CaseAppend($0.payloads + note, to: $0.version) }
                lines.append((file, true, words))
            case .skipped(let why): lines.append((file, false, why))
            case .ready, .waiting, .done, .failed: continue
            }
        }
        let isWhole = lines.allSatisfy(\.isReady)
        if isWhole, !dryRun { _ = try store.append(changes, stamp: EventStamp(at: now, by: Account.clerk)) }
        for line in lines {
            let words = VisitWords(
                line.file, standing: !line.isReady ? .barred : isWhole && !dryRun ? .done : .ready, line.words)
            if json { try output.write(words.json) } else { try output.line(words.line) }
        }
        guard isWhole else {
            throw CommandFailure(code: .refused, message: "有办不了的，一件都没有写；用 --except 留出来再办")
        }
        return .fine
    }
}

struct InspectionRecallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: "撤回分派，同一次勘验的一起。Takes the tasks of a visit back.",
        discussion: """
            例 Example:  yicigao inspection recall 2026-000012 --reason 申请人改期 --dry-run

            整批写入或一件不写。All of the visit's cases are written, or none.
            """)

    @Option(help: ArgumentHelp("原因。Why.", valueName: "text"))
    var reason: String

    @OptionGroup var visit: VisitOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason: 没有内容") }
    }

    func run() throws {
        try visit.run { _ in .recall(InspectionRecall(reason: SafeText.singleLine(reason))) }
    }
}

struct InspectionOutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "登记核查结论，同一次勘验的一起。Records the outcome of a visit.",
        discussion: """
            例 Example:  yicigao inspection outcome 2026-000012 --result passed --collected 2026-000013:layout-plan

            结论 Results: \(InspectionOutcome.Result.allCases.map(\.id).joined(separator: " "))
            各件不同的用 --except 留出来，另外登记。Cases that differ are left out and recorded by themselves.
            """)

    @Option(help: ArgumentHelp("结论。What came of it.", valueName: "result"))
    var result: String

    @Option(help: ArgumentHelp("核查日期；不写为今天。The day; today if not given.", valueName: "YYYY-MM-DD"))
    var on: String?

    @Option(help: ArgumentHelp("情况；符合的可以不写。What was found.", valueName: "text"))
    var words = ""

    @Option(help: ArgumentHelp("限期整改的最后一天。The last day to put things right.", valueName: "YYYY-MM-DD"))
    var rectifyBy: String?

    @Option(help: ArgumentHelp("批准整改期限的负责人。Who agreed to that term.", valueName: "name"))
    var approvedBy = ""

    @Option(help: ArgumentHelp("收回的材料，可多次。A paper that came back.", valueName: "case:material"))
    var collected: [String] = []

    @OptionGroup var visit: VisitOptions

    func run() throws {
        let result = try TermArgument.read(result, "--result", as: InspectionOutcome.Result.self)
        let on = try TermArgument.day(on, "--on")
        let last = try TermArgument.day(rectifyBy, "--rectify-by")
        try visit.run { visit in
            guard let task = visit.task else {
                throw CommandFailure(code: .refused, message: "没有在外的核查任务")
            }
            let outcome = InspectionOutcome.entered(
                result, on: on ?? visit.today, words: SafeText.singleLine(words), rectifyBy: last,
                approvedBy: SafeText.singleLine(approvedBy), about: task)
            if let fault = outcome.fault(of: task, today: visit.today, visit.desk) {
                throw CommandFailure(code: .usage, message: "\(Self.option(fault.field)): \(fault.text(visit.desk))")
            }
            return .conclude(outcome, collected: try papers(of: visit))
        }
    }

    private func papers(of visit: VisitOptions.Visit) throws -> [CaseNumber: [Material]] {
        var papers: [CaseNumber: [Material]] = [:]
        for written in collected {
            let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandFailure(code: .usage, message: "--collected: 写作 2026-000012:layout-plan")
            }
            let material = try TermArgument.read(parts[1], "--collected", as: Material.self)
            guard let file = visit.files.first(where: { $0.number.text == parts[0] }) else {
                throw TermArgument.unknown(parts[0], "--collected", among: visit.files.map(\.number.text))
            }
            let known = InspectionTask(file).map { $0.papers(of: file) } ?? []
            guard known.contains(material) else {
                throw TermArgument.unknown(parts[1], "--collected", among: known.map(\.id))
            }
            papers[file.number, default: []].append(material)
        }
        return papers
    }

    private static func option(_ field: OutcomeFault.Field) -> String {
        switch field {
        case .day: "--on"
        case .words: "--words"
        case .rectifyBy: "--rectify-by"
        case .approvedBy: "--approved-by"
        }
    }
}

/// What a step of a visit does to one case, in a line and as JSON.
struct VisitWords {
    enum Standing: String { case ready, done, barred }

    private let file: CaseFile
    private let standing: Standing
    private let words: String

    init(_ file: CaseFile, standing: Standing, _ words: String) {
        self.file = file
        self.standing = standing
        self.words = words
    }

    var line: String {
        let said =
            switch standing {
            case .ready: "要办"
            case .done: "已办"
            case .barred: "不能办"
            }
        return SafeText.singleLine("\(file.number.text)  \(file.particulars.applicant.name)  \(said)  \(words)")
    }

    var json: [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.inspection-step/1")
        json.member("case", file.number.text)
        json.member("standing", standing.rawValue)
        json.member("words", words)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
