package import CaseDomain
package import CaseStore
import Synchronization

/// A store that fails when a test wants it to, in front of one that works.
package final class FailingStore: CaseStoring, ClerkRemembering, DayLogReading {
    private let inner: any DeskStoring
    private let failure = Mutex<Failure?>(nil)

    private struct Failure {
        let error: StoreError
        let reads: Bool
    }

    package init(_ inner: any DeskStoring) { self.inner = inner }

    /// Every write fails from now on; nil heals the store.
    ///
    /// - Parameter reads: whether reading fails too.
    package func fail(with error: StoreError?, reads: Bool = false) {
        failure.withLock { $0 = error.map { Failure(error: $0, reads: reads) } }
    }

    private func check(isRead: Bool = false) throws(StoreError) {
        guard let failure = failure.withLock({ $0 }), !isRead || failure.reads else { return }
        throw failure.error
    }

    package func receive(_ receipt: Receipt, stamp: EventStamp) throws(StoreError) -> CaseFile {
        try check()
        return try inner.receive(receipt, stamp: stamp)
    }

    package func receive(_ receipts: [Receipt], stamp: EventStamp) throws(StoreError) -> [CaseNumber] {
        try check()
        return try inner.receive(receipts, stamp: stamp)
    }

    package func append(
        _ payloads: [CaseEvent.Payload], to number: CaseNumber, expecting revision: Revision, stamp: EventStamp
    ) throws(StoreError) -> CaseFile {
        try check()
        return try inner.append(payloads, to: number, expecting: revision, stamp: stamp)
    }

    package func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try check()
        return try inner.receive(bundle, stamp: stamp)
    }

    package func append(_ changes: [CaseAppend], stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try check()
        return try inner.append(changes, stamp: stamp)
    }

    package func append(_ write: NumberedAppend, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try check()
        return try inner.append(write, stamp: stamp)
    }

    package func load(_ number: CaseNumber) throws(StoreError) -> CaseFile? {
        try check(isRead: true)
        return try inner.load(number)
    }

    package func history(of number: CaseNumber) throws(StoreError) -> [CaseEvent] {
        try check(isRead: true)
        return try inner.history(of: number)
    }

    package func queue(
        _ query: QueueQuery, from anchor: QueueAnchor, limit: Int
    ) throws(StoreError) -> QueuePage {
        try check(isRead: true)
        return try inner.queue(query, from: anchor, limit: limit)
    }

    package func count(_ query: QueueQuery) throws(StoreError) -> Int {
        try check(isRead: true)
        return try inner.count(query)
    }

    package func changeCounter() throws(StoreError) -> Int {
        try check(isRead: true)
        return try inner.changeCounter()
    }

    package func remember(_ note: ClerkNote, for clerk: ClerkID) throws(StoreError) {
        try check()
        try inner.remember(note, for: clerk)
    }

    package func recall(_ prefix: String, for clerk: ClerkID) throws(StoreError) -> [ClerkNote] {
        try check(isRead: true)
        return try inner.recall(prefix, for: clerk)
    }

    package func forget(_ name: String, for clerk: ClerkID) throws(StoreError) {
        try check()
        try inner.forget(name, for: clerk)
    }

    package func events(_ query: DayLogQuery) throws(StoreError) -> [LoggedEvent] {
        try check(isRead: true)
        return try inner.events(query)
    }
}
