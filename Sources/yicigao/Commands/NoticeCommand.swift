import ArgumentParser
import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk
import NoticeComposer

/// `yicigao notice`: an issued notice again, or the draft of the next one.
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "取出补正告知书，与发出时一字不差。An issued notice, byte for byte as it was issued.",
        discussion: """
            例 Example:  yicigao notice 2026-000123 --text -o notice.txt
                         yicigao notice 2026-000123 --pdf -o notice.pdf

            不给 --round 为最近一次。--draft 按现状拟稿，不编号、不发出；未审完时照样给出并以 3 退出。
            The latest unless --round says. --draft composes the next one without issuing it; exit code 3 while lines are
            unjudged. 发出告知书只在工作台进行。Issuing is done at the desk.
            """)

    @Argument(help: ArgumentHelp("办件编号，本系统或省系统的。Our number or the province's.", valueName: "case"))
    var number: String

    @Option(help: ArgumentHelp("第几次告知。Which notice.", valueName: "n"))
    var round: Int?

    @Flag(help: "拟稿。The notice that would be issued now.")
    var draft = false

    @Flag(help: "食品摊点的信息公示卡。The card of a food stall.")
    var card = false

    @Flag(help: "PDF 用时和所用字体，写到标准错误。How long the PDF took, and its fonts, on stderr.")
    var timing = false

    @OptionGroup var format: PaperFormat
    @OptionGroup var printing: PrintOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if timing, !format.pdf { throw ValidationError("--timing 只与 --pdf 同用") }
        if draft, round != nil { throw ValidationError("--draft 是下一次告知，不能与 --round 同用") }
        if card, draft || format.pdf || format.json || round != nil {
            throw ValidationError("--card 只有文本，不能与 --draft、--pdf、--json、--round 同用")
        }
        if printing.isAsked, format.text || format.pdf || format.json || draft || format.output != nil {
            throw ValidationError("--print 打印已发出的文书，不能与 --text、--pdf、--json、--draft、-o 同用")
        }
        if let round, round < 1 { throw ValidationError("--round: 应为大于 0 的整数") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let now = BusinessClock.system.now()
            let store = try self.store.existing(installation)
            let file = try CaseFinder(store: store, today: now.date).find(number)
            if card {
                guard let card = file.card else {
                    throw CommandFailure(code: .refused, message: "\(file.number.text) 没有制发过信息公示卡")
                }
                if printing.isAsked {
                    return try printing.print(PrintedPaper(card, of: file.number), installation, output)
                }
                try output.write(Array(card.text.utf8), toFile: format.output)
                return .fine
            }
            guard draft else {
                let notice = try issued(file)
                if printing.isAsked {
                    return try printing.print(PrintedPaper(.notice(notice), of: file), installation, output)
                }
                let bytes =
                    if format.pdf {
                        try PaperPDF.bytes(PrintablePaper(notice, of: file), timing: timing)
                    } else {
                        format.json ? NoticeJSON.bytes(notice, of: file) : Array(notice.text.utf8)
                    }
                try output.write(bytes, toFile: format.output)
                return .fine
            }
            let draft = try DraftNotice(of: file, installation, now: now)
            let bytes =
                if format.pdf {
                    try PaperPDF.bytes(draft.printable(at: now), timing: timing)
                } else {
                    format.json ? NoticeJSON.bytes(draft, of: file) : draft.bytes
                }
            try output.write(bytes, toFile: format.output)
            if file.membership != nil {
                StandardError.write("此案属一件事：这里只拟本事项的内容，工作台发出的是各事项合在一起的一份")
            }
            guard draft.open > 0 else { return .fine }
            StandardError.write("草稿：还有 \(draft.open) 处未审，不能发出")
            return .undetermined
        }
    }

    private func issued(_ file: CaseFile) throws -> IssuedNotice {
        guard let notice = round.map({ round in file.notices.first { $0.round == round } }) ?? file.notices.last else {
            let which = round.map { "第\($0)次" } ?? ""
            throw CommandFailure(code: .refused, message: "\(file.number.text) 没有发过\(which)补正告知书")
        }
        return notice
    }
}

/// How the next notice of a case would read now.
struct DraftNotice {
    let round: Int
    let items: [NoticeItem]
    let deadline: CivilDate?
    let correctionDays: Int
    let text: NoticeText
    /// How much is unjudged; a notice can be issued only where nothing is.
    let open: Int
    let checklist: ChecklistReference

    /// - Throws: a refusal where the case isn't one that could be notified.
    init(of file: CaseFile, _ installation: Installation, now: Moment) throws {
        try Self.refuse(file, installation, today: now.date)
        let book = try installation.ruleBook()
        let evaluator = book.evaluator(
            for: file.particulars, office: installation.office, keeping: file.checklist)
        let evaluation = evaluator.evaluate(file.application)
        if let route = evaluation.route {
            throw CommandFailure(code: .refused, message: "\(file.number.text) 不由本窗口办理：\(route.name)")
        }
        guard let checklist = evaluator.checklist else {
            throw CommandFailure(code: .refused, message: NoChecklistWords.text(for: file.particulars))
        }
        if evaluation.outcome == .accept || evaluation.outcome == .acceptWithGaps {
            throw CommandFailure(code: .refused, message: "\(file.number.text) 没有需补正的内容，\(evaluation.outcome.words)")
        }
        let setting = NoticeSetting(
            office: installation.office, template: try installation.noticeTemplate(),
            statute: try installation.clocks.notice.basis, program: Program.signature)
        text = NoticeText(
            evaluation, of: file, checklist: checklist, setting: setting, calendar: try installation.clocks.calendar,
            stamp: EventStamp(at: now, by: Account.clerk))
        round = file.round + 1
        items = text.items
        deadline = text.deadline
        correctionDays = installation.office.correctionDays
        open = evaluation.undetermined.count
        self.checklist = checklist.reference
    }

    private static let numberWords = "（编号于发出时生成）"

    var lines: [String] { text.lines(number: Self.numberWords) }

    /// With a mark on it that says it isn't in force.
    func printable(at moment: Moment) -> PrintablePaper {
        PrintablePaper(text, numberWords: Self.numberWords, at: moment, mark: "草稿")
    }

    var bytes: [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

    private static func refuse(_ file: CaseFile, _ installation: Installation, today: CivilDate) throws {
        if let record = file.barInForce {
            throw CommandFailure(
                code: .refused, message: "\(file.number.text) 资格受限（\(record.name)，至 \(record.until)），不发补正告知书")
        }
        let clock = try installation.clocks.running(for: file, on: today)
        let state = CaseState(file, due: clock?.due, today: today)
        switch state {
        case .checking: return
        case .awaitingCorrection:
            let issued = file.notices.last?.number.text ?? ""
            throw CommandFailure(code: .refused, message: "这批材料已发过告知书 \(issued)，依法只能告知一次")
        case .deemedAccepted:
            throw CommandFailure(code: .refused, message: "\(file.number.text) 告知期限已过，依法视为受理，不能再要求补正")
        case .accepted, .acceptedWithGaps, .routed, .withdrawn, .abandoned, .refused, .inspecting, .rectifying,
            .inspected, .reviewed, .approved, .denied, .licensed, .delivered, .archived:
            throw CommandFailure(code: .refused, message: "\(file.number.text) \(state.phrase.text(.zh))，没有可拟的告知书")
        }
    }
}
