import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import SQLiteCaseStore
import TextLayout

/// `yicigao import`: takes the cases of files into the store.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "把办件文件收入数据。Takes the cases of files into the store.",
        discussion: """
            例 Example:  yicigao import cases.jsonl --ack

            有一条记录不能读，就一件也不导入；--skip-bad 导入其余各件（退出码仍为 2）。
            One bad record and nothing is imported; --skip-bad imports the others (the exit code is 2 all the same).
            auto 认出 UTF-8 和 GB18030。- 为标准输入。auto tells UTF-8 from GB18030. - is stdin.
            """)

    @Argument(help: ArgumentHelp("办件文件，JSON 或 JSONL。Files of cases.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("文件编码。Encoding of the files.", valueName: "auto|utf-8|gb18030"))
    var encoding: FileEncoding = .auto

    @Flag(help: "只检查，不导入。Looks the files over and imports nothing.")
    var dryRun = false

    @Flag(help: "每件落盘后输出其编号。Prints each case number once it is durable.")
    var ack = false

    @Flag(help: "跳过不能读的记录。Imports the good records beside bad ones.")
    var skipBad = false

    @Option(help: ArgumentHelp("收件窗口；不给则为第一个。The window that takes them in.", valueName: "A02"))
    var window: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            if !dryRun {
                try CommandAuthority(installation: installation, store: nil).check(
                    .judge, nil, at: BusinessClock.system.now())
            }
            let intake = try CaseIntake(self, installation, output)
            var sources = try files.map(opened)
            let survey = try Survey(&sources, complains: !skipBad || dryRun)
            if survey.bad > 0, !skipBad {
                StandardError.write("\(survey.bad) 条记录不能读，没有导入任何办件（--skip-bad 导入其余 \(survey.good) 件）")
                return .usage
            }
            if dryRun {
                try output.line("可以导入 \(survey.good) 件，没有导入")
                return survey.bad > 0 ? .usage : .fine
            }
            let store = try self.store.open(installation)
            let exit = try intake.take(sources, into: store)
            StoreOptions.putAway(store)
            return exit
        }
    }

    /// - Returns: the file, able to be read twice, with its encoding.
    private func opened(_ path: String) throws -> ImportSource {
        guard !path.lowercased().hasSuffix(".csv") else {
            throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(path)): 还不能导入 CSV，请用 JSON 或 JSONL")
        }
        do throws(CaseFileError) {
            let file = try InputFile(path: path)
            return ImportSource(file: file, encoding: encoding)
        } catch {
            throw error.failure
        }
    }
}

/// A file to import.
struct ImportSource {
    let file: InputFile
    var encoding: FileEncoding
}

extension CaseFileError {
    var failure: CommandFailure { CommandFailure(code: exit, message: SafeText.singleLine(description)) }
}

/// A look over all files before anything is written.
private struct Survey {
    private(set) var good = 0
    private(set) var bad = 0

    init(_ sources: inout [ImportSource], complains: Bool) throws {
        for place in sources.indices {
            let file = sources[place].file
            try file.makeRepeatable()
            do throws(CaseFileError) {
                if sources[place].encoding == .auto {
                    sources[place].encoding = try FileEncoding.guess(file)
                    if sources[place].encoding == .gb18030 {
                        StandardError.write("\(SafeText.singleLine(file.path)): 按 GB18030 读取")
                    }
                }
                var source = try CaseSource(file, encoding: sources[place].encoding)
                while let line = try source.next() {
                    guard let complaint = line.complaint else {
                        good += 1
                        continue
                    }
                    bad += 1
                    if complains { StandardError.write(SafeText.singleLine(complaint)) }
                }
            } catch {
                throw error.failure
            }
            file.rewind()
        }
    }
}

/// Takes the good records in, a batch in each transaction.
private struct CaseIntake {
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
        batch = command.ack ? 100 : 500
    }

    func take(_ sources: [ImportSource], into store: SQLiteCaseStore) throws -> Exit {
        let interruption = Interruption()
        var imported = 0
        var bad = 0
        do {
            for entry in sources {
                var source = try CaseSource(entry.file, encoding: entry.encoding)
                var receipts: [Receipt] = []
                while let line = try source.next() {
                    switch line.result {
                    case .success(let application): receipts.append(receipt(application))
                    case .failure:
                        bad += 1
                        StandardError.write(SafeText.singleLine(line.complaint ?? line.location))
                    }
                    if receipts.count == batch {
                        try commit(&receipts, to: store, &imported)
                        if interruption.isRequested { return interrupted(after: imported) }
                    }
                }
                try commit(&receipts, to: store, &imported)
                if interruption.isRequested { return interrupted(after: imported) }
            }
        } catch let error as CaseFileError {
            throw CommandFailure(code: .system, message: "\(SafeText.singleLine(error.description))；已导入 \(imported) 件")
        }
        let summary = "已导入 \(imported) 件" + (bad > 0 ? "，跳过 \(bad) 条不能读的记录" : "")
        if command.ack { StandardError.write(summary) } else { try output.line(summary) }
        return bad > 0 ? .usage : .fine
    }

    private func commit(_ receipts: inout [Receipt], to store: SQLiteCaseStore, _ imported: inout Int) throws {
        guard !receipts.isEmpty else { return }
        let stamp = EventStamp(at: BusinessClock.system.now(), by: Account.clerk)
        let numbers: [CaseNumber]
        do throws(StoreError) {
            numbers = try store.receive(receipts, stamp: stamp)
        } catch {
            throw CommandFailure(code: .system, message: "\(error.advisory(.zh))；此前已导入 \(imported) 件")
        }
        imported += numbers.count
        receipts.removeAll(keepingCapacity: true)
        guard command.ack else { return }
        for number in numbers { try output.line(number.text) }
        try output.flush()
    }

    private func receipt(_ application: Application) -> Receipt {
        let evaluation = table.evaluate(application, assumesMissing: false)
        return Receipt(application: application, checklist: evaluation.checklist, window: window)
    }

    private func interrupted(after imported: Int) -> Exit {
        StandardError.write("已中断：导入了 \(imported) 件，其余没有导入")
        return .refused
    }
}
