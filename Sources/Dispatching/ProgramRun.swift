import Glibc

/// A program that is run without a shell and without the terminal, and that is ended when it takes too long.
struct ProgramRun {
    /// How it ended, and the beginning of what it said.
    struct Outcome {
        /// Nil where a signal ended it.
        let status: Int32?
        let output: String
        let errors: String
    }

    enum Failure: Error {
        case cannotStart
        /// It was ended, with everything that it had started in its own group.
        case timedOut
    }

    /// More of what it says than this is thrown away.
    private static let most = 64 * 1024
    private static let slice = 20
    /// `POSIX_SPAWN_SETSID`, which the system's header keeps for those who ask for its extensions.
    private static let newSession: Int32 = 0x80

    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - input: what it reads.
    ///   - environment: what it gets besides this program's own variables.
    ///   - limit: milliseconds until it is ended.
    static func run(
        _ command: [String], input: [UInt8] = [], environment: [String: String] = [:], limit: Int
    ) throws(Failure) -> Outcome {
        guard let source = standardInput(input) else { throw .cannotStart }
        defer { close(source) }
        guard var output = Stream(), var errors = Stream() else { throw .cannotStart }
        defer { output.finish(); errors.finish() }
        guard let child = start(command, source, output.writer, errors.writer, environment) else {
            throw .cannotStart
        }
        output.closeWriter()
        errors.closeWriter()
        var waited = 0
        while waited < limit {
            var waiting = [output.waiting, errors.waiting]
            let events = poll(&waiting, 2, Int32(slice))
            // Nobody reads a clock here: an idle slice takes its time, and one in which something is said takes some.
            waited += events == 0 ? slice : 1
            output.drain(into: most)
            errors.drain(into: most)
            var status: Int32 = 0
            if waitpid(child, &status, WNOHANG) == child {
                output.drain(into: most)
                errors.drain(into: most)
                let code = status & 0x7f == 0 ? (status >> 8) & 0xff : nil
                return Outcome(status: code, output: output.text, errors: errors.text)
            }
        }
        end(child)
        throw .timedOut
    }

    /// A file that has no name any more, so that writing to a program that doesn't read can neither wait nor raise a
    /// signal. In memory where there is such a folder: papers and messages are about people.
    private static func standardInput(_ bytes: [UInt8]) -> Int32? {
        var descriptor: Int32 = -1
        for folder in ["/dev/shm", ProcessVariables.value("TMPDIR") ?? "/tmp", "/tmp"] where descriptor < 0 {
            var name = Array("\(folder)/yicigao-XXXXXX".utf8CString)
            descriptor = mkstemp(&name)
            if descriptor >= 0 { unlink(name) }
        }
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
            if count <= 0, errno != EINTR {
                close(descriptor)
                return nil
            }
            done += max(0, count)
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    static func start(
        _ command: [String], _ input: Int32, _ output: Int32, _ errors: Int32, _ environment: [String: String]
    ) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A session of its own: no terminal to write on, and a group that can be ended as a whole.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let variables = ProcessVariables.merged(with: environment)
        var child: pid_t = 0
        let problem = withStrings(command) { arguments in
            withStrings(variables) { posix_spawn(&child, command[0], &actions, &attributes, arguments, $0) }
        }
        return problem == 0 ? child : nil
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }

    private static func end(_ child: pid_t) {
        kill(-child, SIGKILL)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
}

/// One of a program's outputs: where it writes, and what was read of it.
private struct Stream {
    private let reader: Int32
    private(set) var writer: Int32
    private var bytes: [UInt8] = []
    private var isOpen = true

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        reader = ends[0]
        writer = ends[1]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reader, F_SETFL, O_NONBLOCK)
    }

    /// A closed stream waits for nothing.
    var waiting: pollfd { pollfd(fd: isOpen ? reader : -1, events: Int16(POLLIN), revents: 0) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func closeWriter() {
        close(writer)
        writer = -1
    }

    mutating func drain(into most: Int) {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while isOpen {
            let count = read(reader, &chunk, chunk.count)
            if count == 0 { isOpen = false }
            guard count > 0 else { return }
            bytes.append(contentsOf: chunk.prefix(min(count, max(0, most - bytes.count))))
            // One that never stops talking must not keep the limit from being looked at.
            if bytes.count >= most { return }
        }
    }

    func finish() {
        close(reader)
        if writer >= 0 { close(writer) }
    }
}

/// The variables of this process.
enum ProcessVariables {
    static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func merged(with more: [String: String]) -> [String] {
        var lines: [String] = []
        var place = environ
        while let entry = place.pointee {
            let line = String(cString: entry)
            if !more.keys.contains(where: { line.hasPrefix("\($0)=") }) { lines.append(line) }
            place = place.advanced(by: 1)
        }
        return lines + more.map { "\($0.key)=\($0.value)" }
    }

    /// Where a program lies; nil where the search path doesn't lead to it.
    ///
    /// - Parameter path: the search path; nil for this process's own.
    static func program(_ name: String, path: String?) -> String? {
        (path ?? value("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }
}
