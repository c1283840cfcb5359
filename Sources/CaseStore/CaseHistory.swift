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

/// Cases as they come from another store: what has happened to each, and how far the running numbers are that they bear.
package struct CaseCollection: Sendable {
    /// The events of each case, oldest first, in the order of receipt.
    package let cases: [[CaseEvent]]
    /// The last number given out of each series in each year.
    package let series: [SeriesCount]

    package struct SeriesCount: Sendable {
        package let name: String
        package let year: Int
        package let last: Int
    }
}
