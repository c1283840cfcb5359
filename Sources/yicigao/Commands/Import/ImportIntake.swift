import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Dispatch
import SQLiteCaseStore
import TextLayout

/// Takes the good records in, a batch in each transaction. One thread reads and judges ahead while the store writes.
struct ImportIntake {
    private let command: ImportCommand
    private let output: CommandOutput
    private let table: EvaluatorTable
    private let window: String
    /// With acknowledgements a batch is what may be lost without a trace, so it is kept small.
    private let batch: Int

    init(_ command: ImportCommand, _ installation: Installation, _ output: CommandOutput) throws {
        self.command = command
        self.output = output
        table = EvaluatorTable(try installation.ruleBook(), office: installation.office)
        let windows = installation.office.windows.map(\.id)
        if let window = command.window, !windows.contains(window) {
            throw TermArgument.unknown(window, "--window", among: windows)
        }
        window = command.window ?? windows.first ?? ""
        batch = command.ack ? 100 : 1_000
    }

    func take(_ sources: [ImportSource], into store: SQLiteCaseStore, _ rejected: RejectFile?) throws -> Exit {
        let interruption = Interruption()
        var tally = Tally()
        for source in sources where !source.journal.isFinished {
            if let exit = try take(source, into: store, rejected, interruption, &tally) { return exit }
        }
        var summary = "已导入 \(tally.imported) 件"
        if tally.known > 0 { summary += "，跳过 \(tally.known) 件已有的" }
        if tally.bad > 0 { summary += "，跳过 \(tally.bad) 条不能读的记录" }
        if command.ack { StandardError.write(summary) } else { try output.line(summary) }
        return tally.bad > 0 ? .usage : .fine
    }

    private struct Tally {
        var imported = 0
        var bad = 0
        var known = 0
    }

    /// - Returns: how the import ends where it ends here; nil where it goes on.
    private func take(
        _ source: ImportSource, into store: SQLiteCaseStore, _ rejected: RejectFile?, _ interruption: Interruption,
        _ tally: inout Tally
    ) throws -> Exit? {
        var journal = source.journal
        let meter = ProgressMeter()
        let size = source.file.size
        let ahead = try readAhead(source)
        defer { ahead.abandon() }
        while let read = ahead.receive() {
            for record in read.bad {
                meter.clear()
                StandardError.write(record.complaint)
                try rejected?.add(record.raw, heading: read.heading, remark: record.complaint)
            }
            try rejected?.flush()
            tally.bad += read.bad.count
            if let failure = read.failure {
                throw CommandFailure(code: failure.code, message: "\(failure.message)；已导入 \(tally.imported) 件")
            }
            if let step = read.step {
                let outcome = try commit(step, to: store, &journal, tally.imported)
                switch outcome {
                case .taken(let numbers):
                    let taken = numbers.compactMap(\.self)
                    tally.imported += taken.count
                    tally.known += numbers.count - taken.count
                    try acknowledge(taken)
                case .known:
                    StandardError.write("省系统编号已在数据里，停止导入；此前已导入 \(tally.imported) 件")
                    return .refused
                case .overtaken:
                    StandardError.write("别的程序正在导入同一个文件，停止导入；此前已导入 \(tally.imported) 件")
                    return .refused
                }
            }
            meter.show("导入", read.place, of: size, "  \(tally.imported) 件")
            if interruption.isRequested {
                meter.clear()
                StandardError.write("已中断：导入了 \(tally.imported) 件，其余没有导入")
                return .refused
            }
        }
        try finish(&journal, store, tally.imported)
        return nil
    }

    private func commit(
        _ step: SealedStep, to store: SQLiteCaseStore, _ journal: inout ImportJournal, _ imported: Int
    ) throws -> ImportOutcome {
        let stamp = EventStamp(at: BusinessClock.system.now(), by: Account.clerk)
        do throws(StoreError) {
            return try store.take(step, &journal, stamp: stamp)
        } catch {
            throw CommandFailure(code: .system, message: "\(error.advisory(.zh))；此前已导入 \(imported) 件")
        }
    }

    private func finish(_ journal: inout ImportJournal, _ store: SQLiteCaseStore, _ imported: Int) throws {
        let stamp = EventStamp(at: BusinessClock.system.now(), by: Account.clerk)
        do throws(StoreError) {
            try store.finish(&journal, stamp: stamp)
        } catch {
            throw CommandFailure(code: .system, message: "\(error.advisory(.zh))；已导入 \(imported) 件")
        }
    }

    private func acknowledge(_ numbers: [CaseNumber]) throws {
        guard command.ack else { return }
        for number in numbers { try output.line(number.text) }
        try output.flush()
    }

    /// Begins to read a file on another thread.
    private func readAhead(_ source: ImportSource) throws -> BatchLine<ReadBatch> {
        let line = BatchLine<ReadBatch>()
        let lent: Int32
        do throws(CaseFileError) {
            lent = try source.file.lend()
        } catch {
            throw error.failure
        }
        let reader = BatchReader(
            path: source.file.path, descriptor: lent, encoding: source.encoding, mapping: source.mapping,
            done: source.journal.records, table: table, window: window, batch: batch,
            duplicates: command.rule(for: source))
        DispatchQueue.global(qos: .userInitiated).async { reader.run(into: line) }
        return line
    }
}

/// Some records of a file, read, judged and sealed.
struct ReadBatch: Sendable {
    struct Bad: Sendable {
        let complaint: String
        let raw: [UInt8]
    }

    /// Nil where no record was read.
    var step: SealedStep?
    var bad: [Bad] = []
    /// Why nothing comes after it; nil where the file goes on or is at its end.
    var failure: CommandFailure?
    /// How far the file was read, in bytes.
    var place: Int64 = 0
    var heading: [UInt8] = []
}

/// Reads a file on a thread of its own.
struct BatchReader: Sendable {
    let path: String
    /// Closed at the end.
    let descriptor: Int32
    let encoding: FileEncoding
    let mapping: CaseMapping?
    /// Records that are done with already.
    let done: Int
    let table: EvaluatorTable
    let window: String
    let batch: Int
    let duplicates: DuplicateRule

    func run(into line: BatchLine<ReadBatch>) {
        let file = InputFile(path: path, owning: descriptor)
        var current = ReadBatch()
        var step = ImportStep(duplicates: duplicates)
        do {
            try ImportSurvey.reading(path) {
                var records = try ImportRecords(file, encoding: encoding, mapping: mapping)
                current.heading = records.heading
                var place = 0
                while let record = try records.next() {
                    place += 1
                    if place <= done { continue }
                    step.records += 1
                    if let application = record.application {
                        step.receipts.append(receipt(application))
                    } else {
                        current.bad.append(ReadBatch.Bad(complaint: record.complaint, raw: record.raw))
                    }
                    guard step.records >= batch else { continue }
                    current.step = try SealedStep(step)
                    current.place = file.place
                    guard line.send(current) else { return }
                    current = ReadBatch(heading: records.heading)
                    step = ImportStep(duplicates: duplicates)
                }
                if step.records > 0 { current.step = try SealedStep(step) }
                current.place = file.place
            }
        } catch let failure as CommandFailure {
            current.failure = failure
        } catch {
            current.failure = CommandFailure(code: .system, message: "\(path): 不能读")
        }
        _ = line.send(current)
        line.end()
    }

    private func receipt(_ application: Application) -> Receipt {
        let evaluation = table.evaluate(application, assumesMissing: false)
        return Receipt(application: application, checklist: evaluation.checklist, window: window)
    }
}
