import Foundation
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
    func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

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
        try Program.run(["tmux", "-u", "-S", socket] + arguments)
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

    /// Runs a command to its end and returns its exit code with all that it said.
    ///
    /// Not Foundation's `Process`, which waits for every descriptor the command's descendants inherited to be closed: a
    /// tmux server never closes them. For the same reason the output goes to a file and not through a pipe.
    static func run(_ command: [String], environment: [String: String]? = nil) throws -> (Int32, String) {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/output"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The test's own thread has every signal blocked, and what it starts would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let variables = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
        var pid: pid_t = 0
        let problem = withStrings(command) { arguments in
            withStrings(variables) { posix_spawnp(&pid, command[0], &actions, &attributes, arguments, $0) }
        }
        guard problem == 0 else { throw Terminal.Failed(words: "\(command[0]): \(String(cString: strerror(problem)))") }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let said = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        return (status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f, said)
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}

/// A folder that is gone with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        // Short, because a socket's path may not be long.
        let name = UUID().uuidString.prefix(8)
        path = "/tmp/yicigao-e2e-\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record("\(path) stays: \(error)") }
    }
}
