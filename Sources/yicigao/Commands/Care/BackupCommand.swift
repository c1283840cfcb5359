import ArgumentParser
import CaseDomain
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao backup`: a copy of the store, while desks go on working.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据，窗口照常办理。Copies the store into a new file while desks work.",
        discussion: """
            例 Example:  yicigao backup 备份-2026-11-20.sqlite

            写成后核对完整性和全部记录的封印才改名；不覆盖已有文件，仅本账号可读。
            The copy is looked over before it gets its name. No file is ever replaced.
            """)

    @Argument(help: ArgumentHelp("新文件。The new file.", valueName: "file"))
    var file: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try self.store.existing(installation)
            let watch = CopyWatching()
            let target = URL(fileURLWithPath: file).standardizedFileURL.path
            let report: ChainReport
            do throws(CopyFault) {
                report = try store.backUp(to: target, watch.watch)
            } catch {
                throw watch.failure(error, of: file, "没有备份")
            }
            watch.meter.clear()
            try output.line("已备份到 \(file)：\(report.head.count) 条记录，核对无误")
            try output.line("锚 \(report.head)")
            return .fine
        }
    }
}

/// `yicigao restore`: a backup becomes the store.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "从备份恢复数据。Puts a backup in the place of the store.",
        discussion: """
            例 Example:  yicigao restore 备份-2026-11-20.sqlite --replace

            先核对备份，再放到位。已有数据时拒绝；--replace 先把原有数据改名留存，从不删除。
            The backup is looked over first. Where there is a store, --replace moves it aside; nothing is deleted.
            """)

    @Argument(help: ArgumentHelp("备份文件。The backup.", valueName: "file"))
    var file: String

    @Flag(help: "原有数据改名留存，换成备份。Moves the store that is there aside.")
    var replace = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let now = BusinessClock.system.now()
            // What is there may be past opening, so nobody's absence is looked up and no refusal written into it.
            try CommandAuthority(installation: try data.load(), store: nil).check(.administer, nil, at: now)
            let digits = now.description.prefix(19).filter(\.isNumber)
            let aside = "\(store.path).replaced-\(digits)"
            let watch = CopyWatching()
            let source = URL(fileURLWithPath: file).standardizedFileURL.path
            let done: (report: ChainReport, isMoved: Bool)
            do throws(CopyFault) {
                done = try StoreCopy.restore(source, to: store.path, movingAside: replace ? aside : nil, watch.watch)
            } catch .taken {
                throw CommandFailure(code: .refused, message: "\(store.path): 已有数据，没有恢复；加 --replace 先把它改名留存")
            } catch {
                throw watch.failure(error, of: file, "没有恢复，原有数据未动")
            }
            watch.meter.clear()
            if done.isMoved { try output.line("原有数据改名为 \(aside)") }
            try output.line("已恢复到 \(store.path)：\(done.report.head.count) 条记录，核对无误")
            return .fine
        }
    }
}

/// Shows how far copying has come, and ends it on Ctrl-C.
struct CopyWatching {
    let meter = ProgressMeter()
    private let interruption = Interruption()

    var watch: CopyWatch {
        { [meter, interruption] stage, done, total in
            switch stage {
            case .copying: meter.show("复制", done, of: total)
            case .checking: meter.show("核对文件", 0, of: 0)
            case .walking: meter.show("核验记录", done, of: total)
            }
            return !interruption.isRequested
        }
    }

    /// - Parameter outcome: what wasn't done.
    func failure(_ fault: CopyFault, of path: String, _ outcome: String) -> CommandFailure {
        meter.clear()
        let name = SafeText.singleLine(path)
        let (code, words): (Exit, String) =
            switch fault {
            case .store(let error): (.system, error.advisory(.zh))
            case .damaged: (.refused, "文件已损坏")
            case .dangling: (.refused, "文件内的引用断开")
            case .chain(let fault): (.refused, AuditWords.words(for: fault))
            case .taken: (.refused, "已有这个文件，没有覆盖")
            case .inUse: (.refused, "有程序正在使用，请先关闭所有工作台")
            case .torn: (.refused, "旁边还有 -wal 文件：它是正在使用的数据，不是备份；请用 backup 做备份")
            case .system(let number):
                (number == ENOENT ? .usage : .system, WriteFailure(code: number).words)
            case .interrupted: (.refused, "已中断")
            }
        return CommandFailure(code: code, message: "\(name): \(words)；\(outcome)")
    }
}

extension WriteFailure {
    fileprivate var words: String { code == ENOENT ? "没有这个文件或文件夹" : reason }
}
