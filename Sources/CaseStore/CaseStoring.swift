package import CaseDomain

/// The port between the desk and whatever keeps its cases.
///
/// It speaks of cases and events, not of rows. Calls are synchronous, because the databases behind it are; whoever needs
/// the screen alive calls from a worker. Every write is one durable transaction: when a call returns, what it did
/// survives a power cut; when it throws, nothing was saved.
package protocol CaseStoring: Sendable {
    /// Takes a new case in and gives it the next number of its year.
    func receive(_ receipt: Receipt, stamp: EventStamp) throws(StoreError) -> CaseFile

    /// Takes many cases in, in one transaction: all or none.
    ///
    /// - Returns: the numbers, in the order of the receipts.
    func receive(_ receipts: [Receipt], stamp: EventStamp) throws(StoreError) -> [CaseNumber]

    /// Appends events to a case that nobody has changed since `revision`. No receipt: that is how a case begins. What
    /// became of messages doesn't count as a change, here and in every other write.
    ///
    /// - Throws: `conflict` where somebody did.
    func append(
        _ payloads: [CaseEvent.Payload], to number: CaseNumber, expecting revision: Revision, stamp: EventStamp
    ) throws(StoreError) -> CaseFile

    /// Appends events that carry new numbers: takes the next number of each series asked for, has the events composed
    /// with them, and appends them, all in one transaction. A number is used up only if what carries it is stored.
    ///
    /// - Returns: the cases, in the order of the write's.
    /// - Throws: `conflictIn` with the first case that somebody changed meanwhile; `numberTaken` and `alreadyNotified` as
    ///   for any other write. Then no case has anything of it.
    func append(_ write: NumberedAppend, stamp: EventStamp) throws(StoreError) -> [CaseFile]

    /// 一件事: takes one application for several matters in, a case each, linked to each other. All or none.
    ///
    /// - Returns: the cases in the order of the receipts, each at revision 2: its receipt and its link.
    func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws(StoreError) -> [CaseFile]

    /// Appends events to several cases, in one transaction: all or none.
    ///
    /// - Returns: the cases, in the order of the changes.
    /// - Throws: `conflictIn` with the first case that somebody changed meanwhile.
    func append(_ changes: [CaseAppend], stamp: EventStamp) throws(StoreError) -> [CaseFile]

    /// - Returns: nil where there is no such case.
    func load(_ number: CaseNumber) throws(StoreError) -> CaseFile?

    /// Every event of a case, oldest first; empty where there is no such case.
    func history(of number: CaseNumber) throws(StoreError) -> [CaseEvent]

    /// One stretch of the queue. Cost doesn't depend on how many cases the store has.
    func queue(_ query: QueueQuery, from anchor: QueueAnchor, limit: Int) throws(StoreError) -> QueuePage

    /// How many cases a query finds. May walk the whole store, so it belongs off the key path.
    ///
    /// - Parameter isWanted: asked now and then from wherever this runs; with its first no the count may be given up.
    /// - Returns: nil where it was.
    func count(_ query: QueueQuery, while isWanted: @escaping @Sendable () -> Bool) throws(StoreError) -> Int?

    /// How many cases each of several queries finds, such as those of all tabs. Off the key path as well.
    ///
    /// - Returns: in the order of the queries.
    func counts(_ queries: [QueueQuery]) throws(StoreError) -> [Int]

    /// A number that changes when anybody, in this process or another, has changed the store.
    func changeCounter() throws(StoreError) -> Int
}

extension CaseStoring {
    package func count(_ query: QueueQuery) throws(StoreError) -> Int {
        try count(query, while: { true }) ?? 0
    }

    package func counts(_ queries: [QueueQuery]) throws(StoreError) -> [Int] {
        var counts: [Int] = []
        for query in queries { counts.append(try count(query)) }
        return counts
    }
}
