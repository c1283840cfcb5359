import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Foundation
import SQLiteCaseStore
import SampleCases
import TextLayout

/// `yicigao generate`: invents cases.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "生成样例办件。Invents synthetic, valid cases into the store, or into a file.",
        discussion: """
            例 Example:  yicigao generate --cases 1000 --seed 7 --store trial.sqlite
                         yicigao generate --cases 1000 --seed 7 --jsonl cases.jsonl

            同一种子、同一截止日，得到同样的办件。截止日默认：入库为此刻，写文件为 2026-11-20。
            The same seed and last day give the same cases. Last day if not given: now for the store, 2026-11-20 for files.
            """)

    private static let batch = 1000

    @Option(help: ArgumentHelp("几件。How many.", valueName: "n"))
    var cases: Int

    @Option(help: ArgumentHelp("种子。Which.", valueName: "s"))
    var seed: UInt64

    @Option(help: ArgumentHelp("写成文件而不入库，- 为标准输出。Writes a file of one case per line.", valueName: "file"))
    var jsonl: String?

    @Option(help: ArgumentHelp("最晚的收件日。The last day of receipt.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("收件分布在截止日前的天数。Days among which the receipts are spread.", valueName: "n"))
    var days: Int = 30

    @Flag(help: "连同补正、核查、决定、发证、评价一并生成（仅入库）。With what became of each case; into a store only.")
    var withLife = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            guard days >= 1 else { throw CommandFailure(code: .usage, message: "--days: 应为不小于 1 的整数") }
            guard !withLife || jsonl == nil else {
                throw CommandFailure(code: .usage, message: "--with-life 只能入库，不能与 --jsonl 同用")
            }
            guard cases >= 0 else { throw CommandFailure(code: .usage, message: "--cases: 应为不小于 0 的整数") }
            // The end of the office hours, so that the day itself has cases.
            let last = try until.map { Moment(try DateArgument.read($0, "--until"), seconds: 17 * 3600) }
            if let jsonl {
                try write(jsonl, until: last ?? Self.lastOfFiles, output)
            } else {
                try fill(until: last ?? BusinessClock.system.now(), output)
            }
            return .fine
        }
    }

    private static let lastOfFiles = Moment(CivilDate(dayNumber: 20_777), seconds: 17 * 3600)

    private func write(_ path: String, until last: Moment, _ output: CommandOutput) throws {
        var generator = CaseGenerator(seed: seed, reference: last, days: days)
        let writer = CaseWriter()
        var json = JSONText(capacity: 128 * 1024)
        let toFile = path == "-" ? nil : try LineFile(path)
        for place in 0..<cases {
            writer.write(generator.next(), to: &json)
            json.endLine()
            guard json.bytes.count > 64 * 1024 || place == cases - 1 else { continue }
            if let toFile { try toFile.write(json.bytes) } else { try output.write(json.bytes) }
            json.removeAll()
        }
    }

    private func fill(until last: Moment, _ output: CommandOutput) throws {
        let installation = try data.load()
        let table = EvaluatorTable(try installation.ruleBook(), office: installation.office)
        let windows = installation.office.windows.map(\.id)
        let store = try self.store.openForBatches(installation)
        try CommandAuthority(installation: installation, store: store)
            .check(.administer, nil, at: BusinessClock.system.now())
        let interruption = Interruption()
        let showsProgress = isatty(STDERR_FILENO) == 1
        let life = withLife ? try SampleHistory(installation, now: last) : nil
        var generator = CaseGenerator(seed: seed, reference: last, days: days)
        var made = 0
        while made < cases, !interruption.isRequested {
            let batch = (made..<min(made + Self.batch, cases)).map { place in
                let application = generator.next()
                let evaluation = table.evaluate(application, assumesMissing: false)
                let window = windows.isEmpty ? "" : windows[place % windows.count]
                let receipt = Receipt(application: application, checklist: evaluation.checklist, window: window)
                return Made(receipt: receipt, evaluation: evaluation, seed: seed &+ UInt64(place))
            }
            do throws(StoreError) {
                if let life {
                    made += try store.takeOver(batch.map { history($0, life, table) }).count
                } else {
                    let stamp = EventStamp(at: last, by: Account.clerk)
                    made += try store.receive(batch.map(\.receipt), stamp: stamp).count
                }
            } catch {
                throw CommandFailure(code: .system, message: "\(error.advisory(.zh))；此前已生成 \(made) 件")
            }
            if showsProgress { StandardError.write(raw: "\r\(made)/\(cases)") }
        }
        if showsProgress { StandardError.write("") }
        StoreOptions.putAway(store)
        if made < cases { throw CommandFailure(code: .refused, message: "已中断：生成了 \(made) 件") }
        try output.line("已生成 \(made) 件")
    }

    private func history(_ made: Made, _ life: SampleHistory, _ table: EvaluatorTable) -> CaseHistory {
        let evaluator = table.evaluator(for: made.receipt.application.particulars)
        return CaseHistory(made.receipt, stamp: life.stamp(of: made.receipt)) { file in
            life.events(of: file, evaluator, made.evaluation, seed: made.seed)
        }
    }
}

/// A case that was invented, and how it was judged.
private struct Made {
    let receipt: Receipt
    let evaluation: Evaluation
    let seed: UInt64
}

/// A file that is written from its beginning, in pieces.
private final class LineFile {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path, WriteFailure(code: errno)) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        do throws(WriteFailure) {
            try FileWriting.write(bytes, to: descriptor)
        } catch {
            throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: WriteFailure) -> CommandFailure {
        CommandFailure(code: .system, message: "\(SafeText.singleLine(path)): \(error.reason)")
    }
}
