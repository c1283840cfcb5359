package import CaseDomain
import Synchronization

/// What happened to the lock of a desk. It says who and when, and never what was typed.
package struct LockEvent: Hashable, Sendable {
    package enum Kind: String, Vocabulary {
        case locked
        /// Nobody had pressed a key for so long.
        case lockedIdle = "locked-idle"
        case unlocked
        case wrongPIN = "wrong-pin"
        case setPIN = "set-pin"
        /// By an administrator; the clerk chooses another.
        case resetPIN = "reset-pin"
    }

    package let kind: Kind
    package let window: String
    package let stamp: EventStamp

    package init(_ kind: Kind, window: String, stamp: EventStamp) {
        self.kind = kind
        self.window = window
        self.stamp = stamp
    }
}

/// What happened to the locks of desks; only ever appended.
package protocol LockLogging: Sendable {
    func log(_ event: LockEvent) throws(StoreError)

    /// - Returns: oldest first.
    func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent]
}

extension InMemoryCaseStore: LockLogging {
    package func log(_ event: LockEvent) throws(StoreError) { contents.withLock { $0.locks.append(event) } }

    package func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent] {
        contents.withLock { $0.locks.filter { $0.stamp.by == clerk && $0.stamp.at >= moment } }
    }
}
