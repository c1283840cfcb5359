package import CaseDomain

/// A case as it comes from elsewhere: what came in, and what has happened to it since.
package struct CaseHistory: Sendable {
    package let receipt: Receipt
    package let stamp: EventStamp
    /// What happened then, oldest first, from the case under its number. No receipt is among it.
    package let then: @Sendable (CaseFile) -> [CaseEvent]

    package init(
        _ receipt: Receipt, stamp: EventStamp, then: @escaping @Sendable (CaseFile) -> [CaseEvent] = { _ in [] }
    ) {
        self.receipt = receipt
        self.stamp = stamp
        self.then = then
    }
}
