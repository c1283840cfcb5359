import Outgoing
import TextLayout

/// What `lpstat -d -p -a` says about the printers.
struct PrinterReport {
    let printers: [Printer]
    /// The print system's default.
    let standard: String?

    init(_ text: String) {
        var states: [(name: String, state: Printer.State)] = []
        var standard: String?
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        for (place, line) in lines.enumerated() {
            let words = line.split(separator: " ").map(String.init)
            let reason = Self.reason(after: place, lines)
            if let name = line.wholeMatch(of: /system default destination: (\S+)/)?.output.1 {
                standard = String(name)
            } else if words.first == "printer", words.count > 2 {
                let state: Printer.State =
                    words[2] == "disabled" ? .disabled(reason) : words[2] == "now" ? .printing : .idle
                states.append((words[1], state))
            } else if line.contains(" not accepting requests"), let name = words.first {
                // What takes no jobs at all is worse than what doesn't print them yet.
                guard let known = states.firstIndex(where: { $0.name == name }) else { continue }
                states[known].state = .rejecting(reason)
            }
        }
        printers = states.map { Printer(name: $0.name, state: $0.state) }
        self.standard = standard
    }

    /// The indented line below, where a person or the printer says why.
    private static func reason(after place: Int, _ lines: [String]) -> String {
        guard lines.indices.contains(place + 1), lines[place + 1].hasPrefix("\t") else { return "" }
        return SafeText.singleLine(lines[place + 1].drop { $0 == "\t" })
    }
}

/// What `lpstat -l -o` says about one job.
struct JobReport {
    private let status: String
    private let alerts: String

    /// - Returns: nil where the list hasn't got the job.
    init?(of id: String, in text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard let place = lines.firstIndex(where: { $0.split(separator: " ").first.map(String.init) == id }) else {
            return nil
        }
        let own = lines.dropFirst(place + 1).prefix { $0.hasPrefix("\t") }
        let said = { (label: String) in
            own.lazy.map { $0.drop { $0 == "\t" } }.first { $0.hasPrefix(label) }.map { line in
                SafeText.singleLine(line.dropFirst(label.count).drop { $0 == " " })
            } ?? ""
        }
        status = said("Status:")
        alerts = said("Alerts:")
    }

    var underWay: PrintJobState {
        if alerts.contains("hold") { return .held(status) }
        if alerts.contains("stopped") { return .held(status) }
        return alerts.contains("printing") || alerts.contains("processing") ? .printing(status) : .waiting
    }

    /// The reasons that CUPS gives don't always tell a job that came out from one that was given up or taken out; then the
    /// printer's last words stand for themselves.
    var ended: PrintJobState {
        if alerts.contains("canceled") { return .cancelled }
        if alerts.contains("aborted") { return .failed(status) }
        return .done(alerts.contains("completed-successfully") ? "" : status)
    }
}
