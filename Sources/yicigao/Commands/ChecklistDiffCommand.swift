import ArgumentParser
import CaseDomain
import ChecklistFiles
import ChecklistRules

/// `yicigao checklist diff`: what changed between two versions, row by row.
struct ChecklistDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "比较两个版本的清单。What changed between two versions, row by row.",
        discussion: """
            例 Example:  yicigao checklist diff small-catering/new@2026.1 ./small-catering.new.2027.yaml

            A、B 是清单代码（可加 @版本，不加取今天有效的）、清单文件，或两个文件夹（逐份比较）。
            A and B are checklist ids, with @version or as in force today, files, or two folders.
            退出码：0 相同，1 有变化，2 有误。Exit code: 0 same, 1 different, 2 bad input.
            """)

    @Argument(help: ArgumentHelp("旧的。The older.", valueName: "a"))
    var old: String

    @Argument(help: ArgumentHelp("新的。The newer.", valueName: "b"))
    var new: String

    @Flag(help: "一个 JSON 对象（yicigao.checklist-diff/1）。One JSON object.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let today = BusinessClock.system.now().date
            let library = try data.load().library
            let before = try ChecklistOperand(old, library, today: today)
            let after = try ChecklistOperand(new, library, today: today)
            guard before.isFolder == after.isFolder else {
                throw CommandFailure(code: .usage, message: "一边是文件夹，另一边不是；请给两个文件夹或两份清单")
            }
            let pairs = ChecklistPair.pairs(before.checklists, after.checklists, areFolders: before.isFolder)
            let same = pairs.allSatisfy(\.isSame)
            if json {
                try output.write(ChecklistDiffJSON.bytes(pairs))
            } else if same {
                try output.line("没有变化")
            } else {
                for pair in pairs where !pair.isSame {
                    for line in ChecklistDiffText.lines(pair) { try output.line(line) }
                }
            }
            return same ? .fine : .refused
        }
    }
}
