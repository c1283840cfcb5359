@testable import Dispatching
import Glibc
import Testing

/// A program that runs until the test is over. Not Foundation's `Process`, which waits for whatever its descendants hold open.
final class Daemon {
    private let process: pid_t
    private var isRunning = true

    init(_ command: [String]) throws {
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nowhere) }
        process = try #require(ProgramRun.start(command, nowhere, nowhere, nowhere, [:]))
    }

    func stop() {
        guard isRunning else { return }
        isRunning = false
        kill(process, SIGTERM)
        var status: Int32 = 0
        // One that doesn't hear is ended; it is given about ten seconds.
        for _ in 0..<500 where waitpid(process, &status, WNOHANG) == 0 { poll(nil, 0, 20) }
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    deinit { stop() }
}
