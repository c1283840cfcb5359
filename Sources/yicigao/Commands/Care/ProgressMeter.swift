import Foundation

/// How far a long command has come, on one line of a terminal; nothing where stderr is none.
final class ProgressMeter {
    private static let width = 24

    private let isShown: Bool
    private var shown = ""

    init() { isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

    deinit { clear() }

    /// - Parameter total: 0 where nobody knows.
    func show(_ what: String, _ done: Int64, of total: Int64, _ more: String = "") {
        guard isShown else { return }
        var line = "\(what) \(done)\(more)"
        if total > 0 {
            let part = min(1, Double(done) / Double(total))
            let full = Int(part * Double(Self.width))
            let bar = String(repeating: "#", count: full) + String(repeating: "-", count: Self.width - full)
            line = "\(what) [\(bar)] \(Int(part * 100))%\(more)"
        }
        guard line != shown else { return }
        shown = line
        StandardError.write(raw: "\r\u{1B}[K\(line)")
    }

    /// Takes the line away, before something else is said.
    func clear() {
        guard !shown.isEmpty else { return }
        shown = ""
        StandardError.write(raw: "\r\u{1B}[K")
    }
}
