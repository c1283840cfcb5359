import CTerminalShim
import Synchronization

/// Brings messages from other threads to the thread that waits for the terminal.
///
/// Any thread posts; the run loop waits on the wake descriptor together with the terminal and then drains.
package final class Mailbox<Message: Sendable>: Sendable {
    /// Readable while something was posted that no wait has noticed yet.
    package let wakeDescriptor: Int32
    private let messages = Mutex<[Message]>([])

    /// - Throws: ``TerminalError/systemFailure`` when the system gives no descriptor.
    package init() throws(TerminalError) {
        wakeDescriptor = cts_wake_open()
        if wakeDescriptor < 0 { throw .systemFailure }
    }

    deinit {
        cts_wake_close(wakeDescriptor)
    }

    /// Adds a message and wakes the run loop.
    ///
    /// - Parameter message: The message.
    package func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        cts_wake_signal(wakeDescriptor)
    }

    /// Takes all messages, oldest first.
    ///
    /// - Returns: The messages posted since the last call.
    package func drain() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
