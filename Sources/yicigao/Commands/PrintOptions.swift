import ArgumentParser
import ClerkDesk
import Dispatching
import Outgoing

/// Printing a paper instead of writing it out.
struct PrintOptions: ParsableArguments {
    @Flag(name: .customLong("print"), help: "送打印机，各联一次打齐。To a printer, every copy at once.")
    var isAsked = false

    @Option(help: ArgumentHelp("打印机；不给则用上次的。The printer; the one used last if not given.", valueName: "name"))
    var printer: String?

    @Option(help: ArgumentHelp("打几遍。How many times.", valueName: "n"))
    var copies: Int?

    func validate() throws {
        if !isAsked, printer != nil || copies != nil { throw ValidationError("--printer、--copies 只与 --print 同用") }
        if let copies, !(1...99).contains(copies) { throw ValidationError("--copies: 应为 1 至 99") }
    }

    /// Sends a paper off and says which job that is.
    func print(_ paper: PrintedPaper, _ installation: Installation, _ output: CommandOutput) throws -> Exit {
        let order = paper.order(
            printer: printer, copies: copies ?? paper.copies(at: installation.office), typeset: Dispatch.typeset)
        let job: PrintJob
        do throws(PrintError) {
            job = try Dispatch.printing(installation.office).print(order)
        } catch {
            throw CommandFailure(code: .system, message: error.phrase.text(.zh))
        }
        if paper.isPlain(as: order) { StandardError.write("这台机器不能排版（缺中文字体或排版库），打的是纯文本") }
        try output.line(job.id ?? job.printer)
        return .fine
    }
}
