import ArgumentParser
import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk
import TextLayout

/// `yicigao check`: judges files of cases without any store.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "审查办件文件，每件一行结论。Judges cases from files; nothing is stored.",
        discussion: """
            例 Example:  yicigao check cases.jsonl --json

            .json 为一件，其余每行一件，- 为标准输入。A .json file is one case, others hold one per line, - is stdin.
            退出码：0 全部可以受理，3 有未审完的，1 其余，2 有不能读的记录（其余照审）。
            Exit code: 0 all can be accepted, 3 some undetermined, 1 otherwise, 2 some records are no cases.
            """)

    @Argument(help: ArgumentHelp("办件文件。Files of cases.", valueName: "file"))
    var files: [String]

    @Flag(help: "每件一行 JSON（yicigao.findings/1）。One line of JSON per case.")
    var json = false

    @Flag(help: "没有写到的材料按未交处理。Reads a material that the file doesn't mention as missing.")
    var assumeMissing = false

    @Flag(help: "讲清每一处的规则、依据、用到的情况和最接近的规则。Says why for every entry.")
    var explain = false

    @Flag(help: "在标准错误上报告用时。Reports on stderr how long it took.")
    var timing = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            var run = try CheckRun(self, installation: data.load(), output: output)
            for file in files { try run.check(file) }
            return run.finish()
        }
    }
}

/// One run over all files.
private struct CheckRun {
    private let command: CheckCommand
    private let table: EvaluatorTable
    private let output: CommandOutput
    private let writer = FindingsWriter()
    private var json = JSONText(capacity: 16 * 1024)
    private var timing: CheckTiming?
    private var isBad = false
    private var systemFailed = false
    private var isUndetermined = false
    private var isRefused = false

    init(_ command: CheckCommand, installation: Installation, output: CommandOutput) throws {
        self.command = command
        self.output = output
        let book = try installation.ruleBook()
        table = EvaluatorTable(book, office: installation.office)
        if command.timing { timing = CheckTiming(table) }
    }

    /// The other files are still judged where one can't be read.
    mutating func check(_ path: String) throws {
        do {
            var source = try CaseSource(InputFile(path: path))
            while let line = try next(&source) { try take(line) }
        } catch let error as CaseFileError {
            complain(error.description)
            if error.exit == .system { systemFailed = true }
        }
    }

    /// Bad input outranks every verdict, because then some case has none.
    mutating func finish() -> Exit {
        timing?.report()
        if systemFailed { return .system }
        if isBad { return .usage }
        if isUndetermined { return .undetermined }
        return isRefused ? .refused : .fine
    }

    private mutating func next(_ source: inout CaseSource) throws -> CaseLine? {
        guard timing != nil else { return try source.next() }
        let start = ContinuousClock.now
        let line = try source.next()
        let time = ContinuousClock.now - start
        timing?.tookReading(time)
        return line
    }

    private mutating func take(_ line: CaseLine) throws {
        switch line.result {
        case .failure: complain(line.complaint ?? line.location)
        case .success(let application): try judge(application, at: line)
        }
    }

    private mutating func judge(_ application: Application, at line: CaseLine) throws {
        let assumesMissing = command.assumeMissing
        timing?.take(application, assumesMissing: assumesMissing)
        let particulars = application.particulars
        let evaluator = table.evaluator(for: particulars)
        let evaluation = evaluator.evaluate(application, assumesMissing: assumesMissing)
        // Without rules and without a route there is no verdict, least of all a good one.
        guard evaluator.checklist != nil || evaluation.route != nil else {
            return complain("\(line.location): \(NoChecklistWords.text(for: particulars))")
        }
        switch evaluation.outcome {
        case .accept: break
        case .undetermined: isUndetermined = true
        case .correct, .acceptWithGaps, .route: isRefused = true
        }
        let name = particulars.externalNumber ?? line.location
        guard command.json else { return try say(evaluation, of: application, evaluator, name) }
        writer.write(
            evaluation, of: application, named: name, by: evaluator.checklist,
            explainedBy: command.explain ? evaluator : nil, to: &json)
        json.endLine()
        try output.write(json.bytes)
        json.removeAll()
    }

    private func say(
        _ evaluation: Evaluation, of application: Application, _ evaluator: Evaluator, _ name: String
    ) throws {
        let blocking = evaluation.findings.count(where: \.isBlocking)
        let count = blocking > 0 ? "  \(blocking)处需补正" : ""
        let open = evaluation.undetermined.isEmpty ? "" : "  \(evaluation.undetermined.count)处未定"
        try output.line("\(name)  \(evaluation.outcome.words)\(count)\(open)")
        for line in FindingWords(checklist: evaluator.checklist).lines(evaluation, of: application) {
            try output.line("    \(line)")
        }
        guard command.explain else { return }
        if let checklist = evaluator.checklist,
            let least = ExplanationText.line(
                evaluator.sheet(for: application).smallestCompletion(by: checklist), checklist, .zh)
        {
            try output.line("    \(least)")
        }
        for explanation in evaluator.explanations(of: evaluation, for: application) {
            try output.line("    ?")
            let lines = ExplanationText.lines(explanation, evaluator.checklist, evaluator.routing, .zh)
            for line in lines { try output.line("      \(line)") }
        }
    }

    private mutating func complain(_ text: String) {
        isBad = true
        StandardError.write(SafeText.singleLine(text))
    }
}

enum NoChecklistWords {
    static func text(for particulars: Particulars) -> String {
        text(particulars.matter, particulars.action, on: particulars.receivedAt.date)
    }

    static func text(_ matter: Matter, _ action: Action, on day: CivilDate) -> String {
        "没有 \(matter.id)/\(action.id) 在 \(day) 适用的材料清单"
    }
}
