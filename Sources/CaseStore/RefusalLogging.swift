package import CaseDomain
import Synchronization

/// 越权被拒 that belonged to no case: a receipt, a ticket, feedback, an import. It holds nothing about any applicant.
package struct LoggedRefusal: Hashable, Sendable {
    package let attempt: RefusedAttempt
    package let stamp: EventStamp

    package init(_ attempt: RefusedAttempt, stamp: EventStamp) {
        self.attempt = attempt
        self.stamp = stamp
    }
}

/// What was tried without a case and refused; only ever appended.
package protocol RefusalLogging: Sendable {
    func log(_ refusal: LoggedRefusal) throws(StoreError)

    /// - Returns: oldest first.
    func refusals(since moment: Moment) throws(StoreError) -> [LoggedRefusal]
}

extension InMemoryCaseStore: RefusalLogging {
    package func log(_ refusal: LoggedRefusal) throws(StoreError) {
        contents.withLock { $0.refusals.append(refusal) }
    }

    package func refusals(since moment: Moment) throws(StoreError) -> [LoggedRefusal] {
        contents.withLock { $0.refusals.filter { $0.stamp.at >= moment } }
    }
}
