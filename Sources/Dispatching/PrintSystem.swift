package import CaseDomain
import Glibc
package import Outgoing
import TextLayout

/// The system's printers, through the programs that CUPS brings along.
package struct PrintSystem: PaperPrinting {
    private let office: Office.Printing
    private let memory: PrinterMemory
    private let limit: Int
    private let variables: [String: String]

    /// - Parameters:
    ///   - memory: where this desk keeps which printer it used last.
    ///   - limit: milliseconds until a program that doesn't answer is ended.
    ///   - variables: what the programs get besides this process's own variables; `PATH` says where they lie as well.
    package init(
        _ office: Office.Printing, memory: PrinterMemory, limit: Int = 10_000, variables: [String: String] = [:]
    ) {
        self.office = office
        self.memory = memory
        self.limit = limit
        // What CUPS says it says in English then, whatever the desk speaks.
        self.variables = variables.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    }

    package func printers() throws(PrintError) -> PrinterList {
        if let command = office.command { return Self.list(of: command, office.printer) }
        let answer = try run("lpstat", ["-r", "-d", "-p", "-a"])
        if answer.output.contains("scheduler is not running") { throw .schedulerDown }
        let report = PrinterReport(answer.output)
        guard !report.printers.isEmpty else { throw .noPrinter }
        let names = Set(report.printers.map(\.name))
        let wishes = [memory.printer, office.printer, report.standard]
        let only = report.printers.count == 1 ? report.printers.first?.name : nil
        return PrinterList(
            printers: report.printers, chosen: wishes.compactMap { $0 }.first(where: names.contains) ?? only)
    }

    package func print(_ order: PrintOrder) throws(PrintError) -> PrintJob {
        if let command = office.command { return try print(order, with: command) }
        let list = try printers()
        guard let name = order.printer ?? list.chosen else { throw .noPrinter }
        guard let printer = list.printers.first(where: { $0.name == name }) else { throw .unknownPrinter(name) }
        // CUPS would take the job for a printer that stands still, and nobody would know when it comes out.
        switch printer.state {
        case .disabled(let reason): throw .disabled(printer: name, reason: reason)
        case .rejecting(let reason): throw .rejecting(printer: name, reason: reason)
        case .idle, .printing: break
        }
        let arguments = [
            "-d", name, "-n", String(order.copies), "-t", SafeText.singleLine(order.title), "-o",
            "document-format=\(order.document.medium.rawValue)",
        ]
        let answer = try run("lp", arguments, input: order.document.bytes)
        guard answer.status == 0 else { throw .refused(Self.firstLine(answer.errors, answer.output)) }
        if order.printer != nil { memory.remember(name) }
        // `request id is Front-12 (1 file(s))`
        let words = answer.output.split(whereSeparator: \.isWhitespace)
        let id = words.first { $0.hasPrefix("\(name)-") }
        return PrintJob(id: id.map(String.init), printer: name)
    }

    package func state(of id: String, on printer: String) throws(PrintError) -> PrintJobState {
        let waiting = try run("lpstat", ["-W", "not-completed", "-l", "-o", printer])
        if let job = JobReport(of: id, in: waiting.output) {
            let list = try printers()
            let state = list.printers.first { $0.name == printer }?.state
            if case .disabled(let reason)? = state { return .held(reason) }
            return job.underWay
        }
        let over = try run("lpstat", ["-W", "completed", "-l", "-o", printer])
        if let job = JobReport(of: id, in: over.output) { return job.ended }
        // One that isn't running says nothing either; one that keeps no history has nothing to say about a job that is through.
        _ = try printers()
        return .done("")
    }

    package func cancel(_ id: String) throws(PrintError) {
        let answer = try run("cancel", [id])
        guard answer.status == 0 else { throw .refused(Self.firstLine(answer.errors, answer.output)) }
    }

    // MARK: A program of the office's own

    private static func list(of command: [String], _ printer: String?) -> PrinterList {
        let name = printer ?? command.first?.split(separator: "/").last.map(String.init) ?? ""
        return PrinterList(printers: [Printer(name: name, state: .idle)], chosen: name)
    }

    private func print(_ order: PrintOrder, with command: [String]) throws(PrintError) -> PrintJob {
        let name = order.printer ?? Self.list(of: command, office.printer).chosen ?? ""
        let values = ["{printer}": name, "{copies}": String(order.copies), "{title}": SafeText.singleLine(order.title)]
        let words =
            command.prefix(1)
            + command.dropFirst().map { word in
                values.reduce(word) { $0.replacing($1.key, with: $1.value) }
            }
        let answer = try outcome { () throws(ProgramRun.Failure) in
            try ProgramRun.run(Array(words), input: order.document.bytes, limit: limit)
        }
        guard answer.status == 0 else { throw .refused(Self.firstLine(answer.errors, answer.output)) }
        return PrintJob(id: nil, printer: name)
    }

    // MARK: Programs

    private func run(
        _ name: String, _ arguments: [String], input: [UInt8] = []
    ) throws(PrintError) -> ProgramRun.Outcome {
        guard let program = ProcessVariables.program(name, path: variables["PATH"]) else { throw .noPrintSystem }
        return try outcome { () throws(ProgramRun.Failure) in
            try ProgramRun.run([program] + arguments, input: input, environment: variables, limit: limit)
        }
    }

    private func outcome(
        _ run: () throws(ProgramRun.Failure) -> ProgramRun.Outcome
    ) throws(PrintError) -> ProgramRun.Outcome {
        do throws(ProgramRun.Failure) {
            return try run()
        } catch {
            switch error {
            case .cannotStart: throw .noPrintSystem
            case .timedOut: throw .timedOut
            }
        }
    }

    /// What a program said, for a person to read: the first line that says anything.
    private static func firstLine(_ texts: String...) -> String {
        let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline) }
        return SafeText.singleLine(lines.first ?? "").replacing("lp: ", with: "")
    }
}

/// Which printer this desk used last, in a file of its own.
package struct PrinterMemory: Sendable {
    private let path: String?

    /// - Parameter path: of the file; nil for a desk that forgets.
    package init(path: String?) { self.path = path }

    var printer: String? {
        guard let path else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        let name = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return name.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    /// Not being able to remember is no reason not to print.
    func remember(_ name: String) {
        guard let path, name != printer else { return }
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
        let draft = "\(path).\(getpid()).tmp"
        let descriptor = open(draft, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array("\(name)\n".utf8)
        let written = write(descriptor, bytes, bytes.count)
        close(descriptor)
        if written != bytes.count || rename(draft, path) != 0 { unlink(draft) }
    }
}
