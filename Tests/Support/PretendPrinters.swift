package import Outgoing
import Synchronization

/// Printers that do what a test wants: two of them, of which one is stopped, and jobs that go through the given states.
package final class PretendPrinters: PaperPrinting {
    private let failure: PrintError?
    private let log: Mutex<Log>

    private struct Log {
        var orders: [PrintOrder] = []
        var states: [PrintJobState]
        var cancelled: [String] = []
    }

    /// - Parameters:
    ///   - error: what printing comes to; nil where it works.
    ///   - states: what the jobs are asked for, one after the other; the last one stays.
    package init(fails error: PrintError? = nil, states: [PrintJobState] = [.done("")]) {
        failure = error
        log = Mutex(Log(states: states))
    }

    package var orders: [PrintOrder] { log.withLock(\.orders) }
    package var cancelled: [String] { log.withLock(\.cancelled) }

    package func printers() throws(PrintError) -> PrinterList {
        if case .noPrintSystem? = failure { throw .noPrintSystem }
        return PrinterList(
            printers: [
                Printer(name: "Front", state: .idle), Printer(name: "Back", state: .disabled("out of paper")),
            ], chosen: "Front")
    }

    package func print(_ order: PrintOrder) throws(PrintError) -> PrintJob {
        if let failure { throw failure }
        return log.withLock { log in
            log.orders.append(order)
            let printer = order.printer ?? "Front"
            return PrintJob(id: "\(printer)-\(log.orders.count)", printer: printer)
        }
    }

    package func state(of id: String, on printer: String) throws(PrintError) -> PrintJobState {
        log.withLock { log in
            if log.cancelled.contains(id) { return .cancelled }
            return log.states.count > 1 ? log.states.removeFirst() : log.states[0]
        }
    }

    package func cancel(_ id: String) throws(PrintError) { log.withLock { $0.cancelled.append(id) } }
}
