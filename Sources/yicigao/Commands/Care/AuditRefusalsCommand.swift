import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistFiles
import ClerkDesk
import SQLiteCaseStore
import TextLayout

/// `yicigao audit refusals`: who tried what he may not, where no case was concerned.
struct AuditRefusalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refusals", abstract: "不属于某一办件的越权尝试。What was refused and belonged to no case.",
        discussion: """
            例 Example:  yicigao audit refusals --json

            属于办件的记在该件的记录里（audit show）。记录的封印断开时以 1 退出。
            What concerned a case stands in its own story. Exit code 1 where a seal of this log is broken.
            """)

    @Flag(help: "JSON（yicigao.refusal/1），每次一行。One object each.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let store = try self.store.existing(installation)
            defer { StoreOptions.putAway(store) }
            let library = installation.library
            let life = try Installation.loading { () throws(DataLoadFailure) in try library.lifeCycle() }
            let (refusals, broken) = try StaffOptions.storing { () throws(StoreError) in
                (try store.refusals(since: Moment(secondsSince1970: 0)), try store.verifyRefusals())
            }
            for refusal in refusals {
                if json {
                    try output.write(Self.json(refusal))
                } else {
                    let name = installation.office.staff.name(of: refusal.stamp.by)
                    let step = life.rule(for: refusal.attempt.step)?.name ?? refusal.attempt.step.id
                    let words = "\(refusal.stamp.at)  \(name)  无权办理，已拒绝：\(step)（\(refusal.attempt.ground)）"
                    try output.line(SafeText.singleLine(words))
                }
            }
            guard let broken else { return .fine }
            throw CommandFailure(code: .refused, message: AuditWords.words(forBrokenRefusal: broken))
        }
    }

    private static func json(_ refusal: LoggedRefusal) -> [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.refusal/1")
        json.member("at", refusal.stamp.at.description)
        json.member("by", refusal.stamp.by.text)
        json.member("step", refusal.attempt.step.id)
        json.member("ground", refusal.attempt.ground)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
