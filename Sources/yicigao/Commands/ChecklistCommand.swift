import ArgumentParser
import CaseDomain
import CaseFormat
import ChecklistFiles
import ChecklistRules
import TextLayout

/// `yicigao checklist`: the rules, for the people who keep them.
struct ChecklistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "材料清单的维护。The rules, for the people who keep them.",
        discussion: "例 Example:  yicigao checklist lint ./data",
        subcommands: [
            ChecklistListCommand.self, ChecklistShowCommand.self, ChecklistLintCommand.self,
            ChecklistTestCommand.self, ChecklistDiffCommand.self,
        ])
}

/// `yicigao checklist list`.
struct ChecklistListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出清单和版本。Every checklist in every version.",
        discussion: "例 Example:  yicigao checklist list")

    @Flag(help: "每份一行 JSON。One line of JSON per checklist.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            for checklist in try data.load().ruleBook().checklists {
                if json { try output.write(Self.json(checklist)) } else { try output.line(Self.text(checklist)) }
            }
            return .fine
        }
    }

    private static func text(_ checklist: Checklist) -> String {
        let until = checklist.effectiveTo.map { "至 \($0)" } ?? "起"
        return [
            TextFit.padded(checklist.id, toColumns: 34), TextFit.padded(checklist.version, toColumns: 14),
            TextFit.padded("\(checklist.effectiveFrom) \(until)", toColumns: 26),
            TextFit.padded("\(checklist.requirements.count)项", toColumns: 6), checklist.name,
        ].joined()
    }

    private static func json(_ checklist: Checklist) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("id", checklist.id)
        json.member("version", checklist.version)
        json.member("digest", checklist.digest)
        json.member("name", checklist.name)
        json.member("effectiveFrom", checklist.effectiveFrom.description)
        json.nullable("effectiveTo", checklist.effectiveTo?.description)
        json.member("requirements", checklist.requirements.count)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

/// `yicigao checklist show`.
struct ChecklistShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "看一份清单。Shows a checklist as it is in force.",
        discussion: "例 Example:  yicigao checklist show food-operation-licence/new")

    @Argument(help: ArgumentHelp("事项/申请类型。Matter and action.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("哪一天有效的，默认今天。In force on that day.", valueName: "date"))
    var on: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let day = try on.map { try DateArgument.read($0, "--on") } ?? BusinessClock.system.now().date
            let versions = try data.load().ruleBook().checklists
            let known = Set(versions.map(\.id)).sorted()
            guard known.contains(id) else { throw TermArgument.unknown(id, "ID", among: known) }
            guard let checklist = versions.first(where: { $0.id == id && $0.isEffective(on: day) }) else {
                throw CommandFailure(code: .refused, message: "\(id) 在 \(day) 没有生效的版本")
            }
            for line in Self.lines(checklist) { try output.line(line) }
            return .fine
        }
    }

    private static func lines(_ checklist: Checklist) -> [String] {
        var lines = ["\(checklist.name)  \(checklist.version)  \(checklist.effectiveFrom)起", checklist.digest]
        for rule in checklist.requirements {
            lines.append("\(rule.row)  \(rule.material.id)  \(rule.name)（\(rule.copies)）")
            lines.append("    为什么要：\(rule.because)")
            lines.append("    应符合：\(rule.mustFulfil)")
            lines.append("    依据：\(rule.basis.words)")
            for check in rule.checks {
                let judge = check.isMachine ? "（机核）" : ""
                lines.append("    - \(check.check.id)  \(check.label)\(judge)：\(check.words.text)")
            }
        }
        if !checklist.applicationRules.isEmpty { lines.append("申请事项") }
        for rule in checklist.applicationRules {
            lines.append("    - \(rule.defect.id)：\(rule.words.text)（\(rule.basis.words)）")
        }
        return lines
    }
}
