import Dispatch
import Synchronization

/// What one thread makes and another takes, in order; the maker waits where too much lies ready.
final class BatchLine<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var waiting: [Value] = []
        var isEnded = false
        var isAbandoned = false
    }

    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)
    private let capacity: Int

    init(capacity: Int = 2) {
        self.capacity = capacity
        room = DispatchSemaphore(value: 0)
        for _ in 0..<capacity { room.signal() }
    }

    /// - Returns: false where nobody takes anything any more.
    func send(_ value: Value) -> Bool {
        room.wait()
        let isWanted = state.withLock { state in
            if !state.isAbandoned { state.waiting.append(value) }
            return !state.isAbandoned
        }
        ready.signal()
        return isWanted
    }

    /// Says that nothing more will come.
    func end() {
        state.withLock { $0.isEnded = true }
        ready.signal()
    }

    /// - Returns: nil at the end.
    func receive() -> Value? {
        ready.wait()
        let value = state.withLock { state in state.waiting.isEmpty ? nil : state.waiting.removeFirst() }
        // Whoever asks again after the end gets the same answer.
        if value == nil { ready.signal() } else { room.signal() }
        return value
    }

    /// Nothing is taken any more; whoever waits for room goes on.
    func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.waiting.removeAll()
        }
        for _ in 0...capacity { room.signal() }
    }
}
