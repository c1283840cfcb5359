import ArgumentParser
import Foundation

/// In which form a paper is given out, and where to.
struct PaperFormat: ParsableArguments {
    @Flag(help: "纯文本（默认）。Plain text, the default.")
    var text = false

    @Flag(help: "A4 的 PDF，按 GB/T 9704-2012 排版，各联都在里面。A PDF with every copy.")
    var pdf = false

    @Flag(help: "一个 JSON 对象（yicigao.notice/1、yicigao.paper/1；列表为 yicigao.papers/1）。One JSON object.")
    var json = false

    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("写入文件。To a file.", valueName: "file"))
    var output: String?

    func validate() throws {
        if [text, pdf, json].count(where: { $0 }) > 1 { throw ValidationError("--text、--pdf、--json 只能选一个") }
        if pdf, (output ?? "-") == "-", isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("PDF 不能显示在终端上：请用 -o 文件名，或者重定向到文件")
        }
    }
}
