import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao audit`: what the log says, and whether it is still what was written.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "核验操作记录。Checks the log, and tells what happened to a case.",
        subcommands: [
            AuditVerifyCommand.self, AuditShowCommand.self, AuditAnchorCommand.self, AuditRefusalsCommand.self,
        ])
}

struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "从头核验每条记录的封印。Checks every seal of the log from its beginning.",
        discussion: """
            例 Example:  yicigao audit verify --anchor 1204:9f3c…

            完好以 0 退出；断开以 1 退出，并指明是哪一件的哪一条；越权记录一并核验。--anchor 与另存的锚比对，连末尾被截去也能发现。
            Exit code 0 where the log is whole, 1 where it is broken; then the first broken event and its case are named. The log
            of what was refused and belonged to no case is checked as well.
            --anchor holds it against a place that was kept elsewhere (audit anchor).
            """)

    @Option(help: ArgumentHelp("另存的锚，条数:哈希。A place that was kept elsewhere.", valueName: "count:hash"))
    var anchor: String?

    @Flag(help: "一行 JSON（yicigao.audit-verify/1）。One line of JSON.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let kept = try anchor.map { text throws(CommandFailure) in
                guard let point = ChainPoint(text) else {
                    throw CommandFailure(code: .usage, message: "--anchor: 写作 条数:哈希（audit anchor 的输出）")
                }
                return point
            }
            let installation = try data.load()
            let store = try self.store.existing(installation)
            let interruption = Interruption()
            let meter = ProgressMeter()
            let report: ChainReport?
            let brokenRefusal: Int64?
            do throws(StoreError) {
                report = try store.verifyLog(against: kept) { done, total in
                    meter.show("核验", done, of: total)
                    return !interruption.isRequested
                }
                brokenRefusal = try store.verifyRefusals()
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            meter.clear()
            guard let report else { throw CommandFailure(code: .refused, message: "已中断，没有核验完") }
            if json {
                try output.write(AuditJSON.bytes(report))
            } else {
                for line in AuditWords.lines(report) { try output.line(line) }
            }
            if let brokenRefusal {
                throw CommandFailure(code: .refused, message: AuditWords.words(forBrokenRefusal: brokenRefusal))
            }
            return report.fault == nil ? .fine : .refused
        }
    }
}

struct AuditAnchorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchor", abstract: "给出现在的锚，抄下或另存。Says where the log ends now, to be kept elsewhere.",
        discussion: """
            例 Example:  yicigao audit anchor >> 锚.txt

            一行：条数:哈希。存到别处，以后用 audit verify --anchor 比对。
            One line, COUNT:HASH. Kept on paper or on another machine, it proves later that nothing was taken back.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try self.store.existing(installation)
            let head: ChainPoint
            do throws(StoreError) {
                head = try store.chainHead()
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            try output.line(head.description)
            return .fine
        }
    }
}

struct AuditShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一件办件的来龙去脉。What happened to a case, told from its log.",
        discussion: """
            例 Example:  yicigao audit show 2026-000123

            每句后是该条的序号、哈希的前八位和封印：完整、已删除（保管期满）或断开。
            Behind each sentence: its place in the log, the beginning of its hash, and its seal.
            证件号码遮盖；--reveal-ids 显示，须在终端上答应，或写明 --reason，此次查看记入办理过程。
            Identity numbers are covered; --reveal-ids shows them after a yes at the terminal or with --reason, and is logged.
            """)

    @Argument(help: ArgumentHelp("办件编号，本系统或省系统的。Our number or the province's.", valueName: "case"))
    var number: String

    @Flag(help: "一行 JSON（yicigao.audit/1）。One line of JSON.")
    var json = false

    @OptionGroup var reveal: RevealOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let now = BusinessClock.system.now()
            let store = try self.store.existing(installation)
            let finder = CaseFinder(store: store, today: now.date)
            var events: [SealedEvent]
            var file: CaseFile?
            do throws(StoreError) {
                events = try store.sealedHistory(of: CaseNumber(number))
            } catch {
                throw CommandFailure(code: error.exit, message: error.advisory(.zh))
            }
            if events.isEmpty || events.allSatisfy({ $0.payload != nil }) { file = try finder.find(number) }
            if let found = file {
                if reveal.revealIds {
                    try CommandAuthority(installation: installation, store: store).checkAny(found, at: now)
                }
                let logged = try reveal.log(found, in: store, at: now)
                file = logged
                do throws(StoreError) {
                    events = try store.sealedHistory(of: found.number)
                } catch {
                    throw CommandFailure(code: error.exit, message: error.advisory(.zh))
                }
            }
            let story = try AuditStory(
                number: file?.number ?? CaseNumber(number), file: file, events: events, installation,
                isRevealed: reveal.revealIds)
            if json {
                try output.write(AuditJSON.bytes(story))
            } else {
                for line in story.lines { try output.line(line) }
            }
            return events.contains { $0.seal == .broken } ? .refused : .fine
        }
    }
}

/// Whether identity numbers are shown, and what has to be done before.
struct RevealOptions: ParsableArguments {
    @Flag(help: "显示完整证件号码，并留下记录。Shows identity numbers in full, and logs it.")
    var revealIds = false

    @Option(help: ArgumentHelp("为什么查看，记入办理过程。Why, for the log.", valueName: "text"))
    var reason: String?

    func validate() throws {
        if reason != nil, !revealIds { throw ValidationError("--reason 只与 --reveal-ids 同用") }
        if let reason, reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason: 不能为空") }
    }

    /// The events of a look; empty where nothing is looked at.
    var events: [CaseEvent.Payload] {
        guard revealIds else { return [] }
        return [.identityRevealed] + (reason.map { [.life(event: .lookExplained(reason: $0))] } ?? [])
    }

    /// - Throws: `CommandFailure` where nobody answered for the look.
    func confirm(_ question: String) throws {
        guard revealIds, reason == nil else { return }
        guard Confirmation.asked(question, otherwise: "--reason") else {
            throw CommandFailure(code: .refused, message: "没有显示证件号码")
        }
    }

    /// Logs the look before anything is shown: a look that left no trace can't be.
    ///
    /// - Returns: the case with the look in it.
    func log(_ file: CaseFile, in store: SQLiteCaseStore, at now: Moment) throws -> CaseFile {
        guard revealIds else { return file }
        try confirm("\(file.number.text) 显示完整证件号码，并记入办理过程？")
        return try logUnasked(file, in: store, at: now)
    }

    /// The same where somebody has answered for all looks at once.
    func logUnasked(_ file: CaseFile, in store: SQLiteCaseStore, at now: Moment) throws -> CaseFile {
        let stamp = EventStamp(at: now, by: Account.clerk)
        do throws(StoreError) {
            var fresh = file
            while true {
                do throws(StoreError) {
                    return try store.append(events, to: fresh.number, expecting: fresh.revision, stamp: stamp)
                } catch .conflict {
                    // Somebody wrote in between; looking depends on nothing that they could have changed.
                    guard let again = try store.load(file.number) else { throw StoreError.noSuchCase(file.number) }
                    fresh = again
                }
            }
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
    }
}
