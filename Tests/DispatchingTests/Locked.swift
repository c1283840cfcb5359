import Synchronization

/// A value that several threads look at.
final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock(\.self) }

    func change(_ change: (inout Value) -> Void) { mutex.withLock { change(&$0) } }
}
