import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import Dispatching
import NoticeComposer
import Outgoing
import SQLiteCaseStore

/// `yicigao outbox`: the messages without a desk, for a timer.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "发出待发短信，或列出没送出的。Sends the messages that wait, or lists them.",
        discussion: """
            例 Example:  */5 * * * *  yicigao outbox --office 机关.yaml

            发一遍就结束，可与工作台同时运行，一条短信只发一次。--list 只看，不发。
            One pass, then it ends; desks may run meanwhile, and no message is sent twice. --list only looks.
            有短信未送出（失败、号码变更、不明）以 1 退出；网关不能用以 4 退出。
            Exit code 1 where a message may not have arrived, 4 where the gateway does not work.
            """)

    @Flag(help: "发一遍（默认）。One pass, the default.")
    var once = false

    @Flag(help: "只列出。Only lists.")
    var list = false

    @Flag(help: "JSON（yicigao.outbox/1）：一个对象，--list 每条一行。One object; with --list a line each.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Trouble older than that isn't told any more.
    private static let troubleFor: Int64 = 30 * 24 * 3600

    func validate() throws {
        if once, list { throw ValidationError("--once 与 --list 只能选一个") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try self.store.existing(installation)
            defer { StoreOptions.putAway(store) }
            if list { return try list(store, output) }
            return try deliver(store, installation, output)
        }
    }

    private func list(_ store: SQLiteCaseStore, _ output: CommandOutput) throws -> Exit {
        let unsettled: [UnsettledMessage]
        let troubled: [TroubledMessage]
        do throws(StoreError) {
            unsettled = try store.unsettledMessages()
            troubled = try store.troubledMessages(
                since: BusinessClock.system.now().adding(seconds: -Self.troubleFor))
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
        for message in unsettled {
            if json { try output.write(OutboxWords.json(message)) } else { try output.line(OutboxWords.line(message)) }
        }
        for message in troubled {
            if json { try output.write(OutboxWords.json(message)) } else { try output.line(OutboxWords.line(message)) }
        }
        return troubled.isEmpty ? .fine : .refused
    }

    private func deliver(
        _ store: SQLiteCaseStore, _ installation: Installation, _ output: CommandOutput
    ) throws -> Exit {
        try CommandAuthority(installation: installation, store: store)
            .check(.sendMessages, nil, at: BusinessClock.system.now())
        let office = installation.office
        let messages = MessageSetting(office: office, templates: try installation.messageTemplates())
        let book = try installation.ruleBook()
        let worker = Dispatch.worker(
            store, office: office, messages: messages, clocks: try installation.clocks, book: { book })
        guard let worker else { throw CommandFailure(code: .refused, message: "机关文件没有开通短信（messages）") }
        let report: DeliveryReport
        do throws(StoreError) {
            report = try worker.deliver(most: .max, reminds: true, now: BusinessClock.system.now)
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
        if json {
            try output.write(OutboxWords.json(report))
        } else {
            try output.line("发出 \(report.sent) 条，未送出 \(report.troubled.count) 条")
            for message in report.troubled { try output.line(OutboxWords.line(message)) }
        }
        if let obstacle = report.obstacle {
            throw CommandFailure(code: .system, message: "短信网关不能用: \(obstacle)；短信留在待发里")
        }
        return report.troubled.isEmpty ? .fine : .refused
    }
}
