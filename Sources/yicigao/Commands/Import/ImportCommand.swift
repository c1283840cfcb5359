import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistFiles
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao import`: takes the cases of files into the store.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "把办件文件收入数据。Takes the cases of files into the store.",
        discussion: """
            例 Example:  yicigao import cases.jsonl --ack
                         yicigao import 办件导出.csv --mapping 对照.yaml --preview 5

            有一条记录不能读，就一件也不导入；--skip-bad 导入其余各件（退出码仍为 2）。
            One bad record and nothing is imported; --skip-bad imports the others (the exit code is 2 all the same).
            auto 认出 UTF-8 和 GB18030。- 为标准输入。auto tells UTF-8 from GB18030. - is stdin.
            CSV 按对照文件读；不给则用内置样例（数据文件夹 Mappings/province.yaml）。中断后 --resume 接着导入，不会重复。
            A CSV is read with a mapping, the built-in sample if none is given. --resume goes on where an import was cut off.
            """)

    @Argument(help: ArgumentHelp("办件文件，JSON、JSONL 或 CSV。Files of cases.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("文件编码。Encoding of the files.", valueName: "auto|utf-8|gb18030"))
    var encoding: FileEncoding = .auto

    @Option(help: ArgumentHelp("CSV 各列的对照文件。What the columns of a CSV mean.", valueName: "file"))
    var mapping: String?

    @Flag(help: "只检查，不导入。Looks the files over and imports nothing.")
    var dryRun = false

    @Flag(help: "只看前几条读出来的样子，后面可写条数。Shows the first records as they would be read; a number may follow.")
    var preview = false

    @Flag(help: "每件落盘后输出其编号。Prints each case number once it is durable.")
    var ack = false

    @Flag(help: "有一条不能读就都不导入（默认）。One bad record and nothing is imported, the default.")
    var allOrNothing = false

    @Flag(help: "跳过不能读的记录。Imports the good records beside bad ones.")
    var skipBad = false

    @Option(help: ArgumentHelp("不能读的记录写到新文件，改好后再导。Bad records go into a new file.", valueName: "file"))
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            "省系统编号已有时：CSV 默认 refuse，JSON 默认 add。What is done with a number that is there already.",
            valueName: "refuse|skip|add"))
    var onDuplicate: DuplicateRule?

    @Flag(help: "接着上次中断的地方。Goes on where an import of the same file was cut off.")
    var resume = false

    @Flag(help: "不管上次导入到哪里，从头再导。Begins again, whatever was imported before.")
    var restart = false

    @Option(help: ArgumentHelp("收件窗口；不给则为第一个。The window that takes them in.", valueName: "A02"))
    var window: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if allOrNothing, skipBad { throw ValidationError("--all-or-nothing 与 --skip-bad 只能选一个") }
        if resume, restart { throw ValidationError("--resume 与 --restart 只能选一个") }
        if rejects != nil, files.count > 1 { throw ValidationError("--rejects 一次只用于一个文件") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            if preview { return try ImportPreview(self, installation).show(output) }
            let intake = try ImportIntake(self, installation, output)
            var sources = try files.map { try source($0, installation) }
            let rejected = try rejects.map { try RejectFile($0) }
            for place in sources.indices { try sources[place].prepare() }
            if resume || restart || FileManager.default.fileExists(atPath: store.path), !dryRun {
                guard try settle(&sources, installation, output) else { return .fine }
            }
            let survey = try ImportSurvey(self, sources, installation, rejected)
            if let exit = try survey.verdict(self, output) { return exit }
            let store = try self.store.openForBatches(installation)
            try CommandAuthority(installation: installation, store: store)
                .check(.judge, nil, at: BusinessClock.system.now())
            let exit = try intake.take(sources, into: store, rejected)
            StoreOptions.putAway(store)
            return exit
        }
    }

    func source(_ path: String, _ installation: Installation) throws -> ImportSource {
        let isTable = path.lowercased().hasSuffix(".csv") || mapping != nil
        let mapping = isTable ? try Self.mapping(self.mapping, installation) : nil
        do throws(CaseFileError) {
            return ImportSource(file: try InputFile(path: path), encoding: encoding, mapping: mapping)
        } catch {
            throw error.failure
        }
    }

    /// - Parameter path: nil for the built-in sample.
    private static func mapping(_ path: String?, _ installation: Installation) throws -> CaseMapping {
        try Installation.loading { () throws(DataLoadFailure) in
            try MappingFile.read(path ?? "\(installation.folder.mappings)/province.yaml")
        }
    }

    func rule(for source: ImportSource) -> DuplicateRule {
        onDuplicate ?? (source.mapping == nil ? .add : .refuse)
    }

    /// Looks up how far the files were taken in before.
    ///
    /// - Returns: false where all of them were, and nothing is left to do.
    private func settle(
        _ sources: inout [ImportSource], _ installation: Installation, _ output: CommandOutput
    ) throws -> Bool {
        let store = try self.store.open(installation)
        defer { StoreOptions.putAway(store) }
        do throws(StoreError) {
            // A store of an earlier program lacks the index by which the province's numbers are found.
            while try !store.findsExternalNumbers(), try store.completeSearch() {}
            for place in sources.indices {
                guard let journal = try store.importJournal(of: sources[place].digest) else { continue }
                if restart || journal.isFinished && !resume {
                    try store.forgetImport(of: journal.digest)
                } else {
                    sources[place].journal = journal
                }
            }
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
        if !resume, let cut = sources.first(where: { $0.journal.records > 0 }) {
            throw CommandFailure(
                code: .refused,
                message: "\(SafeText.singleLine(cut.file.path)): 上次导入到第 \(cut.journal.records) 条中断（已导入 "
                    + "\(cut.journal.cases) 件）；--resume 接着导入，--restart 从头再导")
        }
        let isDone = sources.allSatisfy(\.journal.isFinished)
        if isDone {
            for source in sources {
                try output.line("\(source.file.path): 已经导入完（\(source.journal.cases) 件），没有再导入")
            }
        }
        return !isDone
    }
}

extension DuplicateRule: ExpressibleByArgument {}

extension CaseFileError {
    var failure: CommandFailure { CommandFailure(code: exit, message: SafeText.singleLine(description)) }
}
