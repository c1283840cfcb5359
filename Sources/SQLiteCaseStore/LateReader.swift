import GRDB
import Synchronization

/// A reading connection that is opened when it is first asked for something. The first screen counts nothing, and does
/// without the time that it takes to open one.
final class LateReader: Sendable {
    private enum Connection {
        case unopened
        case open(DatabaseQueue)
        case closed
    }

    private let path: String
    private let configuration: Configuration
    private let connection = Mutex(Connection.unopened)

    init(path: String, configuration: Configuration) {
        self.path = path
        self.configuration = configuration
    }

    /// - Throws: what `body` throws, what opening the file throws, and `DatabaseError` of misuse once it is closed.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue().read(body)
    }

    private func queue() throws -> DatabaseQueue {
        try connection.withLock { connection in
            switch connection {
            case .open(let queue): return queue
            case .closed: throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "Connection is closed")
            case .unopened:
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                connection = .open(queue)
                return queue
            }
        }
    }

    /// Lets go of the file for good.
    func close() throws {
        try connection.withLock { connection in
            if case .open(let queue) = connection { try queue.close() }
            connection = .closed
        }
    }
}
