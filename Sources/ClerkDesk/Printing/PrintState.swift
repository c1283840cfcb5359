package import Outgoing

/// What the desk knows of printers and of the jobs that it has sent to them.
package struct PrintState: Hashable, Sendable {
    /// The printers as they were when somebody asked last; nil before that.
    package var list: PrinterList?
    /// Jobs that aren't through yet, in the order in which they were sent.
    package var jobs: [Job] = []
    /// The question under way about the jobs.
    package var watching: Int?
    /// The question under way about the printers.
    package var listing: Int?

    package struct Job: Hashable, Sendable {
        package let job: PrintJob
        package var state: PrintJobState
    }
}
