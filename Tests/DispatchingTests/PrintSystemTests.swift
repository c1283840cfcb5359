import CaseDomain
@testable import Dispatching
import Foundation
import Outgoing
import Testing

/// Printing through a real print service, one after the other: a service takes its time to start.
@Suite("Printing through CUPS", .serialized)
struct PrintSystemTests {
    private func with(
        _ office: Office.Printing = Office.Printing(), _ test: (PrintServer, PrintSystem, WorkFolder) throws -> Void
    ) throws {
        let server = try PrintServer()
        defer { server.stop() }
        let folder = try WorkFolder()
        let system = PrintSystem(
            office, memory: PrinterMemory(path: "\(folder.path)/state/yicigao/printer"),
            variables: ["CUPS_SERVER": server.socket])
        try test(server, system, folder)
    }

    private func order(
        _ text: String = "补正告知书\n", to printer: String? = nil, copies: Int = 1
    ) -> PrintOrder {
        PrintOrder(
            title: "示审食补〔2026〕1号", document: PrintDocument(text: text), printer: printer, copies: copies)
    }

    private func ended(_ job: PrintJob, _ system: PrintSystem, _ folder: WorkFolder) throws -> PrintJobState {
        let id = try #require(job.id)
        var state = PrintJobState.waiting
        try folder.until("\(id) is over") {
            state = try system.state(of: id, on: job.printer)
            return state.isOver
        }
        return state
    }

    @Test("the bytes come out, as many times as asked for, and the job is followed to its end")
    func prints() throws {
        try with { server, system, folder in
            let printer = try server.add("Front", isDefault: true)
            #expect(
                try system.printers() == PrinterList(printers: [Printer(name: "Front", state: .idle)], chosen: "Front"))
            let job = try system.print(order(copies: 2))
            #expect(job == PrintJob(id: "Front-1", printer: "Front"))
            #expect(try ended(job, system, folder) == .done(""))
            #expect(printer.bytes == Array("补正告知书\n补正告知书\n".utf8))
        }
    }

    @Test("pages go through as they are")
    func pages() throws {
        try with { server, system, folder in
            let printer = try server.add("Front")
            let bytes = Array("%PDF-1.7\n".utf8) + (0...255).map { UInt8($0) }
            let document = PrintDocument(bytes: bytes, medium: .pdf)
            let job = try system.print(PrintOrder(title: "-x", document: document, printer: nil, copies: 1))
            #expect(try ended(job, system, folder) == .done(""))
            #expect(printer.bytes == bytes)
        }
    }

    @Test("the printer that was chosen is remembered; the office's is used before the system's")
    func memory() throws {
        try with(Office.Printing(printer: "Side")) { server, system, folder in
            for name in ["Front", "Side", "Back"] { _ = try server.add(name, isDefault: name == "Front") }
            #expect(try system.printers().chosen == "Side")
            #expect(try system.print(order()).printer == "Side")
            #expect(try system.print(order(to: "Back")).printer == "Back")
            #expect(try system.printers().chosen == "Back")
            try server.run("lpadmin", "-x", "Back")
            #expect(try system.printers().chosen == "Side")
        }
    }

    @Test("a printer that is stopped or takes no jobs is told with its reason, and gets no job")
    func stopped() throws {
        try with { server, system, folder in
            _ = try server.add("Front", isDefault: true)
            try server.run("cupsdisable", "-r", "换墨盒", "Front")
            #expect(try system.printers().printers == [Printer(name: "Front", state: .disabled("换墨盒"))])
            #expect(throws: PrintError.disabled(printer: "Front", reason: "换墨盒")) { try system.print(order()) }
            try server.run("cupsreject", "-r", "搬走了", "Front")
            #expect(throws: PrintError.rejecting(printer: "Front", reason: "搬走了")) { try system.print(order()) }
            #expect(throws: PrintError.unknownPrinter("Nowhere")) { try system.print(order(to: "Nowhere")) }
            #expect(try server.run("lpstat", "-o").output == "")
            // The very same paper prints once the printer is back.
            try server.run("cupsenable", "Front")
            try server.run("cupsaccept", "Front")
            #expect(try ended(system.print(order()), system, folder) == .done(""))
        }
    }

    @Test("a job waits where the printer is stopped under it, and can be cancelled")
    func held() throws {
        try with { server, system, folder in
            let printer = try server.add("Front", isDefault: true)
            printer.pause(true)
            let long = String(repeating: "补", count: 4_000_000)
            let job = try system.print(order(long))
            let id = try #require(job.id)
            try folder.until("it is being printed") {
                if case .printing = try system.state(of: id, on: "Front") { return true }
                return false
            }
            let next = try #require(try system.print(order()).id)
            #expect(try system.state(of: next, on: "Front") == .waiting)
            try server.run("cupsdisable", "-r", "缺纸", "Front")
            var state = PrintJobState.waiting
            try folder.until("the printer's stop is told") {
                state = try system.state(of: next, on: "Front")
                return state != .waiting
            }
            guard case .held = state else {
                Issue.record("\(state)")
                return
            }
            try system.cancel(next)
            #expect(try ended(PrintJob(id: next, printer: "Front"), system, folder).isOver)
            try system.cancel(id)
            try folder.until("it is gone") { try system.state(of: id, on: "Front").isOver }
            printer.pause(false)
            #expect(throws: PrintError.self) { try system.cancel(next) }
        }
    }

    @Test("a printer that has gone away says so in its own words")
    func away() throws {
        try with { server, system, folder in
            try server.addAway("Far")
            let job = try system.print(order())
            let id = try #require(job.id)
            var said = ""
            try folder.until("the printer is reported away") {
                if case .printing(let words) = try system.state(of: id, on: "Far") { said = words }
                return ["unavailable", "not responding", "refused"].contains { said.contains($0) }
            }
            try system.cancel(id)
        }
    }

    @Test("no printer, and no service")
    func nothing() throws {
        try with { server, system, _ in
            #expect(throws: PrintError.noPrinter) { try system.print(order()) }
            server.stop()
            #expect(throws: PrintError.schedulerDown) { try system.print(order()) }
            #expect(throws: PrintError.schedulerDown) { try system.state(of: "Front-1", on: "Front") }
        }
    }

    @Test("a machine without lp, and one whose lp never comes back")
    func programs() throws {
        let folder = try WorkFolder()
        let system = PrintSystem(
            Office.Printing(), memory: PrinterMemory(path: nil), limit: 300, variables: ["PATH": folder.path])
        #expect(throws: PrintError.noPrintSystem) { try system.printers() }
        // Written by another process, because a file that was just written here can't be run while a thread starts something.
        let line = "printf '#!/bin/sh\\nexec /bin/sleep 1000\\n' > lpstat; /bin/chmod +x lpstat"
        _ = try ProgramRun.run(["/bin/sh", "-c", "cd \(folder.path); \(line)"], limit: 5_000)
        #expect(throws: PrintError.timedOut) { try system.printers() }
    }

    @Test("an office may print with a program of its own")
    func ownProgram() throws {
        let folder = try WorkFolder()
        let program = try folder.script(
            "cat > \(folder.path)/bytes; printf '%s|' \"$@\" > \(folder.path)/words; [ \"$1\" != 9 ] || { echo jam >&2; exit 1; }"
        )
        let office = Office.Printing(printer: "窗口", command: program + ["{copies}", "{printer}", "{title}"])
        let system = PrintSystem(office, memory: PrinterMemory(path: nil))
        #expect(try system.printers().chosen == "窗口")
        #expect(try system.print(order(copies: 3)) == PrintJob(id: nil, printer: "窗口"))
        #expect(try folder.text("bytes") == "补正告知书\n")
        #expect(try folder.text("words") == "3|窗口|示审食补〔2026〕1号|")
        #expect(throws: PrintError.refused("jam")) { try system.print(order(copies: 9)) }
    }
}
