import CTerminalShim
import Testing

@testable import TerminalIO

@Suite("Mailbox")
struct MailboxTests {
    @Test("messages arrive in order, once, and make the descriptor readable")
    func order() throws {
        let mailbox = try Mailbox<Int>()
        #expect(cts_wake_clear(mailbox.wakeDescriptor) == 0)
        mailbox.post(1)
        mailbox.post(2)
        #expect(cts_wake_clear(mailbox.wakeDescriptor) == 1)
        #expect(mailbox.drain() == [1, 2])
        #expect(mailbox.drain() == [])
    }

    @Test("nothing is lost between threads")
    func threads() async throws {
        let mailbox = try Mailbox<Int>()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for step in 0..<250 { mailbox.post(number * 250 + step) }
                }
            }
        }
        #expect(mailbox.drain().sorted() == Array(0..<2_000))
    }
}
