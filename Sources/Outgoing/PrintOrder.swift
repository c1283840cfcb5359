/// What goes to a printer.
package struct PrintDocument: Hashable, Sendable {
    package enum Medium: String, Sendable {
        case text = "text/plain"
        case pdf = "application/pdf"
    }

    package let bytes: [UInt8]
    package let medium: Medium

    package init(bytes: [UInt8], medium: Medium) {
        self.bytes = bytes
        self.medium = medium
    }

    package init(text: String) { self.init(bytes: Array(text.utf8), medium: .text) }
}

/// A document with where and how often it is to be printed.
package struct PrintOrder: Hashable, Sendable {
    /// What the print system calls the job.
    package let title: String
    package let document: PrintDocument
    /// Nil for the printer that this desk used last, else the office's, else the print system's default.
    package let printer: String?
    package let copies: Int

    package init(title: String, document: PrintDocument, printer: String?, copies: Int) {
        self.title = title
        self.document = document
        self.printer = printer
        self.copies = copies
    }
}

/// A printer as the print system knows it.
package struct Printer: Hashable, Sendable {
    package let name: String
    package let state: State

    package enum State: Hashable, Sendable {
        case idle
        case printing
        /// Somebody stopped it, for the reason given; jobs wait.
        case disabled(String)
        /// It takes no jobs, for the reason given.
        case rejecting(String)
    }

    package init(name: String, state: State) {
        self.name = name
        self.state = state
    }
}

/// The printers of this machine, and the one that a job without a name goes to.
package struct PrinterList: Hashable, Sendable {
    package let printers: [Printer]
    package let chosen: String?

    package init(printers: [Printer], chosen: String?) {
        self.printers = printers
        self.chosen = chosen
    }
}

/// A job that the print system has taken.
package struct PrintJob: Hashable, Sendable {
    /// Such as `Front-12`; nil where what prints has no queue to look into.
    package let id: String?
    package let printer: String

    package init(id: String?, printer: String) {
        self.id = id
        self.printer = printer
    }
}

package enum PrintJobState: Hashable, Sendable {
    case waiting
    /// Under way, with what the printer says about it; empty where it says nothing.
    case printing(String)
    /// Nothing will happen until somebody does something.
    case held(String)
    /// It has left the queue, with the printer's last words. Where there are none it was printed, or somebody else took it
    /// out of the queue: what CUPS keeps of a job doesn't tell which.
    case done(String)
    case cancelled
    case failed(String)

    package var isOver: Bool {
        switch self {
        case .waiting, .printing, .held: false
        case .done, .cancelled, .failed: true
        }
    }
}

/// Why a paper could not be printed. The paper itself stays issued.
package enum PrintError: Error, Hashable, Sendable {
    /// There is no print command on this machine.
    case noPrintSystem
    /// There is no printer to send it to.
    case noPrinter
    case unknownPrinter(String)
    case disabled(printer: String, reason: String)
    case rejecting(printer: String, reason: String)
    /// The print system's own server isn't running.
    case schedulerDown
    /// No answer in time.
    case timedOut
    /// The print system refused, in its own words.
    case refused(String)
}

/// The print system. Every call may take seconds, and none takes longer than its own limit.
package protocol PaperPrinting: Sendable {
    func printers() throws(PrintError) -> PrinterList

    /// - Returns: the job; whether it gets printed is another question.
    func print(_ order: PrintOrder) throws(PrintError) -> PrintJob

    /// - Parameter id: of a job that `print` gave.
    func state(of id: String, on printer: String) throws(PrintError) -> PrintJobState

    func cancel(_ id: String) throws(PrintError)
}

/// A machine that prints nothing: for the demonstration's making and for commands that only read.
package struct NoPrinting: PaperPrinting {
    package init() {}
    package func printers() throws(PrintError) -> PrinterList { throw .noPrintSystem }
    package func print(_ order: PrintOrder) throws(PrintError) -> PrintJob { throw .noPrintSystem }
    package func state(of id: String, on printer: String) throws(PrintError) -> PrintJobState { throw .noPrintSystem }
    package func cancel(_ id: String) throws(PrintError) { throw .noPrintSystem }
}
