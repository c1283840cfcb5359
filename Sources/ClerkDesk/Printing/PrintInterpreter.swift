import Outgoing

/// Carries out what has to do with printers.
enum PrintInterpreter {
    static func run(_ job: Effect.Job, on ports: DeskPorts) -> EffectResult {
        do throws(PrintError) {
            switch job {
            case .printers: return .printers(try ports.printing.printers())
            case .print(let paper, let printer, let copies):
                let order = paper.order(printer: printer, copies: copies, typeset: ports.typeset)
                return .printed(try ports.printing.print(order), isPlain: paper.isPlain(as: order))
            case .watchPrints(let jobs): return .prints(try states(of: jobs, ports))
            case .cancelPrints(let jobs):
                for id in jobs.compactMap(\.id) { try ports.printing.cancel(id) }
                // Whoever took a job out of the queue knows how it ended, whatever the print system says of it.
                return .prints(try states(of: jobs, ports).mapValues { $0.isOver ? .cancelled : $0 })
            default: return .prints([:])
            }
        } catch {
            return .printFailed(error)
        }
    }

    private static func states(of jobs: [PrintJob], _ ports: DeskPorts) throws(PrintError) -> [PrintJob: PrintJobState]
    {
        var states: [PrintJob: PrintJobState] = [:]
        for job in jobs {
            guard let id = job.id else { continue }
            states[job] = try ports.printing.state(of: id, on: job.printer)
        }
        return states
    }
}
