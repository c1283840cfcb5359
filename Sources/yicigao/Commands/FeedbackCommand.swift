import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import SQLiteCaseStore
import TextLayout

/// `yicigao feedback`: what can't be done, system trouble and requests, without a desk.
struct FeedbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "反馈：登记、列出、答复。Writes feedback down, lists and answers it.",
        subcommands: [FeedbackListCommand.self, FeedbackAddCommand.self, FeedbackAnswerCommand.self])
}

/// What every command about feedback needs.
struct FeedbackOptions: ParsableArguments {
    @Flag(help: "JSON（yicigao.feedback/1），每件一行。One object each.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run(_ work: (SQLiteCaseStore, Installation, CommandOutput) throws -> Exit) throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try store.open(installation)
            defer { StoreOptions.putAway(store) }
            do {
                return try work(store, installation, output)
            } catch let error as StoreError {
                throw CommandFailure(code: error.exit, message: error.advisory(.zh))
            }
        }
    }

    /// Does something and says how it stands then.
    func perform(
        _ act: FeedbackAct, _ store: SQLiteCaseStore, _ installation: Installation, _ output: CommandOutput
    ) throws -> Exit {
        let now = BusinessClock.system.now()
        let isAnswer = if case .change(_, .answered) = act { true } else { false }
        try CommandAuthority(installation: installation, store: store)
            .check(isAnswer ? .answerFeedback : .feedback, nil, at: now)
        switch try store.perform(act, stamp: EventStamp(at: now, by: Account.clerk)) {
        case .success(let feedback): try tell(feedback, on: now.date, installation, output)
        case .failure(let refusal):
            throw CommandFailure(code: .refused, message: refusal.phrase.text(.zh))
        }
        return .fine
    }

    func tell(
        _ feedback: Feedback, on today: CivilDate, _ installation: Installation, _ output: CommandOutput
    ) throws {
        let words = FeedbackWords(feedback, on: today, installation.office, try installation.clocks.calendar)
        if json { try output.write(words.json) } else { try output.line(words.line) }
    }
}

struct FeedbackListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出没有办结的。Lists what isn't closed.",
        discussion: """
            例 Example:  yicigao feedback list --json

            --all 连30天内办结的一起列。--all: with what was closed in the last 30 days.
            """)

    @Flag(help: "连同刚办结的。With what was closed lately.")
    var all = false

    @OptionGroup var options: FeedbackOptions

    private static let kept: Int64 = 30 * 24 * 3600

    func run() throws {
        try options.run { store, installation, output in
            let now = BusinessClock.system.now()
            let sheet = try store.feedback(closedSince: now.adding(seconds: -Self.kept), counter: nil)
            for feedback in sheet?.items ?? [] where all || !feedback.isClosed {
                try options.tell(feedback, on: now.date, installation, output)
            }
            return .fine
        }
    }
}

struct FeedbackAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "登记一件。Writes something down.",
        discussion: """
            例 Example:  yicigao feedback add --kind system --words 提交时报错

            种类 Kinds: \(FeedbackKind.allCases.map(\.id).joined(separator: " "))
            """)

    @Option(help: ArgumentHelp("种类。The kind.", valueName: "kind"))
    var kind: String

    @Option(help: ArgumentHelp("内容，不写证件号码。What; no identity numbers.", valueName: "text"))
    var words: String

    @Option(help: ArgumentHelp("反映人。Who told it.", valueName: "name"))
    var from = ""

    @Option(help: ArgumentHelp("窗口。The window.", valueName: "A02"))
    var window = ""

    @Option(name: .customLong("case"), help: ArgumentHelp("有关办件的编号。The case it is about.", valueName: "number"))
    var number: String?

    @OptionGroup var options: FeedbackOptions

    func run() throws {
        try options.run { store, installation, output in
            guard let kind = FeedbackKind(rawValue: kind) else {
                let known = FeedbackKind.allCases.map(\.id).joined(separator: "、")
                throw CommandFailure(code: .usage, message: "--kind: 应为 \(known) 之一")
            }
            guard !words.allSatisfy(\.isWhitespace) else {
                throw CommandFailure(code: .usage, message: "--words: 没有内容")
            }
            let about = number.map { CaseNumber($0) }
            if let about, try store.load(about) == nil {
                throw CommandFailure(code: .refused, message: "没有办件 \(SafeText.singleLine(about.text))")
            }
            let opening = FeedbackOpening(kind: kind, words: words, from: from, window: window, number: about)
            return try options.perform(.open(opening), store, installation, output)
        }
    }
}

struct FeedbackAnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "答复一件，回到登记的人。Answers one; it comes back to who wrote it down.",
        discussion: """
            例 Example:  yicigao feedback answer F3 --words 系统已修复

            已办结的不能再答复，以 1 退出。Exit code 1 where it is closed.
            """)

    @Argument(help: ArgumentHelp("编号，如 F3。Its number.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("答复内容。The answer.", valueName: "text"))
    var words: String

    @OptionGroup var options: FeedbackOptions

    func run() throws {
        try options.run { store, installation, output in
            guard let number = FeedbackNumber(number) else {
                throw CommandFailure(
                    code: .usage, message: "\(SafeText.singleLine(number)): 编号写作 F3")
            }
            guard !words.allSatisfy(\.isWhitespace) else {
                throw CommandFailure(code: .usage, message: "--words: 没有内容")
            }
            return try options.perform(.change(number, .answered(words: words)), store, installation, output)
        }
    }
}

/// Something told, in a plain line and as JSON.
struct FeedbackWords {
    private let feedback: Feedback
    private let age: Int
    private let due: CivilDate?
    private let isOverdue: Bool
    private let office: Office

    init(_ feedback: Feedback, on today: CivilDate, _ office: Office, _ calendar: WorkingCalendar) {
        self.feedback = feedback
        self.office = office
        age = feedback.age(on: today, calendar)
        due = feedback.due(at: office, calendar)
        isOverdue = feedback.isWaiting && due.map { $0 < today } ?? false
    }

    var line: String {
        let cells = [
            feedback.number.text, feedback.opening.kind.phrase.text(.zh), feedback.state.phrase.text(.zh),
            "\(age)工日\(isOverdue ? "，超期" : "")", office.staff.name(of: ClerkID(feedback.owner)),
            feedback.opening.number?.text ?? "", feedback.opening.words, feedback.answer.map { "答复：\($0.words)" } ?? "",
        ]
        return SafeText.singleLine(cells.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    var json: [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.feedback/1")
        json.member("number", feedback.number.text)
        json.member("kind", feedback.opening.kind.id)
        json.member("state", feedback.state.rawValue)
        json.member("words", feedback.opening.words)
        json.member("from", feedback.opening.from)
        json.member("window", feedback.opening.window)
        json.nullable("case", feedback.opening.number?.text)
        json.member("openedAt", feedback.openedAt.description)
        json.member("firstAsked", feedback.firstAsked.text)
        json.member("owner", feedback.owner)
        json.member("ageWorkingDays", age)
        json.nullable("due", due?.description)
        json.key("overdue")
        json.bool(isOverdue)
        json.nullable("answer", feedback.answer?.words)
        json.nullable("answeredBy", feedback.answer?.by.text)
        json.nullable("answeredAt", feedback.answer?.at.description)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
