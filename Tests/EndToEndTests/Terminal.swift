import Foundation
import TestSupport
import Testing

/// A real terminal with the program in it: a tmux server of its own, so that a test sees exactly what a clerk would.
///
/// It waits for what is on the screen, never for a time; the deadline is only there so that a test that waits in vain
/// fails instead of hanging.
final class Terminal {
    private let socket: String
    /// Kept, because the folder is gone with its last owner.
    private let home: TemporaryFolder
    private let deadlineSeconds = 20.0

    /// - Parameters:
    ///   - command: the program's arguments.
    ///   - environment: on top of a pinned one; a locale or a home folder of the machine's can't change a test.
    init(
        _ arguments: [String], columns: Int = 80, rows: Int = 24, home: TemporaryFolder,
        environment: [String: String] = [:], term: String = "xterm-256color"
    ) throws {
        self.home = home
        socket = "\(home.path)/tmux"
        let pinned = [
            "HOME": home.path, "XDG_CONFIG_HOME": "\(home.path)/config", "XDG_DATA_HOME": "\(home.path)/data",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": term, "SWIFT_BACKTRACE": "enable=no",
        ]
        let assignments = pinned.merging(environment) { $1 }.map { "\($0.key)=\(Terminal.quoted($0.value))" }.sorted()
        let words = ([Program.path] + arguments).map(Terminal.quoted)
        // The exit code stays on the screen when the program is gone, for a test to read.
        let line =
            "env -u NO_COLOR \(assignments.joined(separator: " ")) \(words.joined(separator: " "))"
            + "; printf '\\r\\nleft with %s\\r\\n' $?; cat"
        try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line])
        try tmux(["set-option", "-g", "window-size", "manual"])
    }

    deinit {
        do { _ = try run(["kill-server"]) } catch { Issue.record("tmux did not go away: \(error)") }
    }

    /// Presses keys by tmux's names (`Down`, `F2`, `C-c`) or types a literal text.
    func press(_ keys: String...) throws { try press(keys) }

    func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

    /// Presses keys so that the program gets them all at once.
    func press(all keys: [String]) throws { try tmux(["send-keys"] + keys) }

    func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    var screen: String {
        get throws { try tmux(["capture-pane", "-p"]) }
    }

    /// Process id of the program's shell; its child is the program.
    var shell: Int32 {
        get throws {
            let text = try tmux(["list-panes", "-F", "#{pane_pid}"])
            return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
    }

    /// Process id of the program itself.
    var program: Int32 {
        get throws {
            let (_, text) = try Tool.run(["pgrep", "-P", "\(try shell)"])
            return try #require(text.split(separator: "\n").first.flatMap { Int32($0) })
        }
    }

    /// Waits until the screen says all of these.
    @discardableResult
    func wait(
        for texts: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try wait(describing: texts.joined(separator: ", "), sourceLocation: sourceLocation) { screen in
            texts.allSatisfy { screen.contains($0) }
        }
    }

    /// Waits until the screen doesn't say this any more.
    @discardableResult
    func waitUntilGone(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try wait(describing: "not \(text)", sourceLocation: sourceLocation) { !$0.contains(text) }
    }

    /// Waits until the screen is as it should be.
    @discardableResult
    func wait(
        until what: String, sourceLocation: SourceLocation = #_sourceLocation, holds: (String) -> Bool
    ) throws -> String {
        try wait(describing: what, sourceLocation: sourceLocation, until: holds)
    }

    private func wait(
        describing what: String, sourceLocation: SourceLocation, until holds: (String) -> Bool
    ) throws -> String {
        let deadline = Date().addingTimeInterval(deadlineSeconds)
        var last = ""
        while Date() < deadline {
            last = try screen
            if holds(last) { return last }
        }
        Issue.record("waited in vain for \(what); the screen was:\n\(last)", sourceLocation: sourceLocation)
        throw WaitedInVain()
    }

    struct WaitedInVain: Error {}
    struct Failed: Error { let words: String }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let (status, output) = try run(arguments)
        guard status == 0 else { throw Failed(words: output) }
        return output
    }

    private func run(_ arguments: [String]) throws -> (Int32, String) {
        try Tool.run(["tmux", "-u", "-S", socket] + arguments)
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

/// The program under test.
enum Program {
    /// It lies beside the test bundle, wherever that was built.
    static var path: String {
        Bundle.main.bundleURL.path.hasSuffix(".xctest")
            ? Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("yicigao").path
            : URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
                .appendingPathComponent("yicigao").path
    }
}
