import ArgumentParser
import CaseDomain
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore

/// `yicigao staff pin`: sets or changes the PIN that unlocks one's own desk.
struct StaffPinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "设置或更换自己的锁屏口令。Sets or changes the PIN of one's own desk.",
        discussion: """
            例 Example:  yicigao staff pin

            先问旧口令（设过的话），再问两遍新口令，都不显示。口令只存 scrypt 摘要。
            Asks for the old PIN, if there is one, and twice for the new one; none is shown.
            --reset 由管理员清掉某人忘了的口令，由本人重设。--reset: an administrator clears a forgotten one.
            """)

    @Option(help: ArgumentHelp("清掉这个账号的口令（管理员）。Clears somebody's PIN.", valueName: "account"))
    var reset: String?

    @OptionGroup var options: StaffOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try options.data.load()
            let store = try options.store.open(installation)
            defer { StoreOptions.putAway(store) }
            if let reset { return try clear(reset, installation, store, output) }
            let clerk = Account.clerk
            let pins = ScryptPINs()
            let kept = try StaffOptions.storing { () throws(StoreError) in try LockJob.kept(for: clerk, in: store) }
            var input = LineInput()
            if let kept {
                let old = try Self.ask("旧口令", &input)
                guard pins.matches(old, kept) else {
                    try Self.log(.wrongPIN, clerk, in: store)
                    throw CommandFailure(code: .refused, message: "旧口令不对，没有更换")
                }
            }
            let new = try Self.ask("新口令", &input)
            if let fault = PINRule.fault(new) {
                let values: KeyValuePairs = ["fewest": String(PINRule.fewest), "most": String(PINRule.most)]
                throw CommandFailure(code: .usage, message: "口令\(fault.phrase.text(.zh, values))，没有保存")
            }
            guard try Self.ask("再输一次", &input) == new else {
                throw CommandFailure(code: .usage, message: "两次不一样，没有保存")
            }
            let stamp = EventStamp(at: BusinessClock.system.now(), by: clerk)
            let isKept = try StaffOptions.storing { () throws(StoreError) in
                try LockJob.keep(new, window: "", stamp, in: store, pins)
            }
            guard isKept else { throw CommandFailure(code: .system, message: "算不出口令的摘要，没有保存") }
            try output.line(kept == nil ? "锁屏口令已设好" : "锁屏口令已更换")
            return .fine
        }
    }

    private func clear(
        _ account: String, _ installation: Installation, _ store: SQLiteCaseStore, _ output: CommandOutput
    ) throws -> Exit {
        let now = BusinessClock.system.now()
        try CommandAuthority(installation: installation, store: store).check(.administer, nil, at: now)
        let clerk = ClerkID(account)
        let isCleared = try StaffOptions.storing { () throws(StoreError) in
            try LockJob.reset(clerk, EventStamp(at: now, by: Account.clerk), in: store)
        }
        guard isCleared else { throw CommandFailure(code: .refused, message: "\(clerk.text)没有锁屏口令") }
        try output.line("\(installation.office.staff.name(of: clerk))的锁屏口令已清掉，请本人重设")
        return .fine
    }

    private static func log(_ kind: LockEvent.Kind, _ clerk: ClerkID, in store: SQLiteCaseStore) throws {
        let stamp = EventStamp(at: BusinessClock.system.now(), by: clerk)
        try StaffOptions.storing { () throws(StoreError) in
            try store.log(LockEvent(kind, window: "", stamp: stamp))
        }
    }

    /// Asks on stderr, so that a pipe gets the answer alone, and reads a line that a terminal doesn't show.
    private static func ask(_ what: String, _ input: inout LineInput) throws -> Secret {
        StandardError.write(raw: "\(what): ")
        let isTerminal = input.isTerminal
        input.showsTyping(false)
        defer {
            input.showsTyping(true)
            if isTerminal { StandardError.write("") }
        }
        while true {
            if let line = input.next() { return Secret(line) }
            guard !input.isAtEnd else {
                throw CommandFailure(code: .usage, message: "没有输入口令，没有保存")
            }
            input.read()
        }
    }
}
