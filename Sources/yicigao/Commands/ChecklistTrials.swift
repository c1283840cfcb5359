import ArgumentParser
import ChecklistFiles
import ChecklistRules
import Foundation
import TextLayout

/// `yicigao checklist lint`: whether the rules are sound.
struct ChecklistLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "检查清单文件。Looks the rules over; one diagnostic a line.",
        discussion: """
            例 Example:  yicigao checklist lint ./data/Checklists

            DIR 是数据文件夹、其中的 Checklists 文件夹、一份清单文件，或者放机关文件和文书模板的文件夹；缺的数据取自已安装的。
            不给则检查已安装的。
            DIR is a data folder, its Checklists folder, one checklist, or the folder of an office with its file and its
            templates; what it lacks is taken from the installed data.
            """)

    @Argument(help: ArgumentHelp("文件夹或文件。Folder or file.", valueName: "dir"))
    var directory: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installed = try Installation.folder(data.data)
            let begin = ContinuousClock.now
            var report =
                try directory.map { try LintTarget($0, installed: installed).lint() }
                ?? ChecklistLint.lint(installed)
            let papers = try PaperLint(installed: installed)
            report.diagnostics += directory.map(papers.office) ?? papers.installed(installed)
            let seconds = (ContinuousClock.now - begin) / Duration.seconds(1)
            for diagnostic in report.diagnostics {
                try output.line(diagnostic.description)
                guard !diagnostic.example.isEmpty else { continue }
                try output.line("    例如：\(diagnostic.example.map(\.words).joined(separator: "；"))")
            }
            let found = report.diagnostics.isEmpty ? "没有发现问题" : "\(report.diagnostics.count) 处问题"
            try output.line(
                "\(report.checklists) 份清单，证明 \(report.lines) 处，走过 \(report.combinations) 种事实组合，"
                    + "用时 \(String(format: "%.2f", seconds)) 秒：\(found)")
            return report.diagnostics.isEmpty ? .fine : .refused
        }
    }
}

/// `yicigao checklist test`: whether the rules say what they should.
struct ChecklistTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "跑清单的用例。Runs rule cases against the rules.",
        discussion: """
            例 Example:  yicigao checklist test ./my-cases

            DIR 是放 *.cases.yaml 的文件夹，或一个这样的文件；不给则取数据文件夹里的 Cases。用 --data 指定被测的清单。
            有用例的清单，每一行都要有符合、不符合、不需要的用例，缺哪一种就列出哪一种，并以 1 退出。
            DIR holds *.cases.yaml, or is one; without it, Cases in the data folder. --data names the rules to be tried.
            Every line of a checklist that has cases wants one that fulfils it, one that fails it and one that it isn't for;
            what is lacking is listed, and the exit code is 1.
            """)

    @Argument(help: ArgumentHelp("文件夹或文件。Folder or file.", valueName: "dir"))
    var directory: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let place = directory ?? "\(installation.folder.root)/Cases"
            guard FileManager.default.fileExists(atPath: place) else {
                throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(place)): 没有这个用例文件夹，请给出 DIR")
            }
            let rules = try installation.ruleBook()
            let trial = try Installation.loading { () throws(DataLoadFailure) in
                try ChecklistCases.run(place, rules: rules, office: installation.office)
            }
            let reports = trial.reports
            guard !reports.isEmpty else {
                throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(place)): 没有 *.cases.yaml 用例")
            }
            for report in reports where !report.passed {
                try output.line("\(report.file):\(report.line): \(report.note)")
                for difference in report.differences { try output.line("    \(difference)") }
            }
            let coverage = trial.coverage
            for gap in coverage.gaps { try output.line(gap.words(rules.routing)) }
            // The cases of a data folder are to try all of its rules; others try what they are about.
            let isUntried = directory == nil && !coverage.untried.isEmpty
            if !coverage.untried.isEmpty {
                try output.line("没有用例的清单 \(coverage.untried.count) 份：\(coverage.untried.joined(separator: "、"))")
            }
            let failed = reports.count { !$0.passed }
            try output.line("共 \(reports.count) 例，通过 \(reports.count - failed) 例，不通过 \(failed) 例")
            try output.line(coverage.words)
            return failed == 0 && coverage.gaps.isEmpty && !isUntried ? .fine : .refused
        }
    }
}

extension Installation {
    /// The data folder alone, for commands that look at files which may not load.
    static func folder(_ explicit: String?) throws -> DataFolder {
        do throws(DataFolderError) {
            return try DataFolder.locate(explicit: explicit)
        } catch {
            throw CommandFailure(code: .system, message: "找不到数据文件夹: \(error.lookedIn.joined(separator: "、"))")
        }
    }
}
