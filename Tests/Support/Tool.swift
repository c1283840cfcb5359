import Foundation
import Testing

/// The tools of the system that tests look at the program's work with.
package enum Tool {
    /// A tool that isn't there; the README's test command installs them all.
    package struct NotStarted: Error {
        package let command: String
        package let why: String
    }

    /// Runs a command to its end and returns its exit code with all that it said.
    ///
    /// Not Foundation's `Process`, which waits for every descriptor the command's descendants inherited to be closed: a
    /// tmux server never closes them. For the same reason the output goes to a file and not through a pipe.
    package static func run(_ command: [String], environment: [String: String]? = nil) throws -> (Int32, String) {
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
        guard problem == 0 else { throw NotStarted(command: command[0], why: String(cString: strerror(problem))) }
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
package final class TemporaryFolder {
    package let path: String

    package init() throws {
        // Short, because a socket's path may not be long.
        let name = UUID().uuidString.prefix(8)
        path = "/tmp/yicigao-e2e-\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record("\(path) stays: \(error)") }
    }
}
