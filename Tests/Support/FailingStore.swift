package import CaseDomain
package import CaseStore
import Synchronization

/// A store that fails when a test wants it to, in front of one that works.
package final class FailingStore:
    AbsenceStoring, CaseStoring, ClerkRemembering, DayLogReading, FeedbackStoring, FigureStoring, InspectionReading,
    LeaseStoring, LicenceStoring, LockLogging, PlaceRemembering, RefusalLogging,
    TicketStoring
{
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

    package func count(
        _ query: QueueQuery, while isWanted: @escaping @Sendable () -> Bool
    ) throws(StoreError) -> Int? {
        try check(isRead: true)
        return try inner.count(query, while: isWanted)
    }

    package func counts(_ queries: [QueueQuery]) throws(StoreError) -> [Int] {
        try check(isRead: true)
        return try inner.counts(queries)
    }

    package func changeCounter() throws(StoreError) -> Int {
        try check(isRead: true)
        return try inner.changeCounter()
    }

    package func places(like typed: String, limit: Int) throws(StoreError) -> [SeenPlace] {
        try check(isRead: true)
        return try inner.places(like: typed, limit: limit)
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

    package func enter(_ absence: Absence) throws(StoreError) -> Absence {
        try check()
        return try inner.enter(absence)
    }

    package func endAbsence(_ sequence: Int, on day: CivilDate, stamp: EventStamp) throws(StoreError) {
        try check()
        try inner.endAbsence(sequence, on: day, stamp: stamp)
    }

    package func absences(from day: CivilDate) throws(StoreError) -> [Absence] {
        try check(isRead: true)
        return try inner.absences(from: day)
    }

    package func log(_ event: LockEvent) throws(StoreError) {
        try check()
        try inner.log(event)
    }

    package func log(_ refusal: LoggedRefusal) throws(StoreError) {
        try check()
        try inner.log(refusal)
    }

    package func refusals(since moment: Moment) throws(StoreError) -> [LoggedRefusal] {
        try check(isRead: true)
        return try inner.refusals(since: moment)
    }

    package func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent] {
        try check(isRead: true)
        return try inner.lockLog(of: clerk, since: moment)
    }

    package func perform(
        _ act: TicketAct, at office: Office, stamp: EventStamp
    ) throws(StoreError) -> Result<Ticket, TicketRefusal> {
        try check()
        return try inner.perform(act, at: office, stamp: stamp)
    }

    package func tickets(on day: CivilDate, since counter: Int?) throws(StoreError) -> TicketSheet? {
        try check(isRead: true)
        return try inner.tickets(on: day, since: counter)
    }

    package func ticketHistory(of id: TicketID) throws(StoreError) -> [TicketEvent] {
        try check(isRead: true)
        return try inner.ticketHistory(of: id)
    }

    package func expiringFirms(
        _ query: ExpiryQuery, after place: LicencePlace?, limit: Int
    ) throws(StoreError) -> [FirmLicences] {
        try check(isRead: true)
        return try inner.expiringFirms(query, after: place, limit: limit)
    }

    package func countExpiringFirms(_ query: ExpiryQuery) throws(StoreError) -> Int {
        try check(isRead: true)
        return try inner.countExpiringFirms(query)
    }

    package func perform(
        _ act: FeedbackAct, stamp: EventStamp
    ) throws(StoreError) -> Result<Feedback, FeedbackRefusal> {
        try check()
        return try inner.perform(act, stamp: stamp)
    }

    package func feedback(closedSince since: Moment, counter: Int?) throws(StoreError) -> FeedbackSheet? {
        try check(isRead: true)
        return try inner.feedback(closedSince: since, counter: counter)
    }

    package func feedbackHistory(of number: FeedbackNumber) throws(StoreError) -> [FeedbackEvent] {
        try check(isRead: true)
        return try inner.feedbackHistory(of: number)
    }

    package func openBadRatings(limit: Int) throws(StoreError) -> [BadRating] {
        try check(isRead: true)
        return try inner.openBadRatings(limit: limit)
    }

    package func takeLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        try check()
        return try inner.takeLease(of: number, by: holder, at: now, until: end)
    }

    package func takeOverLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        try check()
        return try inner.takeOverLease(of: number, by: holder, at: now, until: end)
    }

    package func releaseLease(of number: CaseNumber, by holder: LeaseHolder) throws(StoreError) {
        try check()
        try inner.releaseLease(of: number, by: holder)
    }

    package func liveLeases(at now: Moment) throws(StoreError) -> [Lease] {
        try check(isRead: true)
        return try inner.liveLeases(at: now)
    }

    package func takeOvers(of number: CaseNumber) throws(StoreError) -> [LeaseTakeOver] {
        try check(isRead: true)
        return try inner.takeOvers(of: number)
    }

    package func inspections(_ query: InspectionQuery) throws(StoreError) -> InspectionSheet {
        try check(isRead: true)
        return try inner.inspections(query)
    }

    package func neighbours(of number: CaseNumber, limit: Int) throws(StoreError) -> [CaseFile] {
        try check(isRead: true)
        return try inner.neighbours(of: number, limit: limit)
    }

    package func events(_ query: DayLogQuery) throws(StoreError) -> [LoggedEvent] {
        try check(isRead: true)
        return try inner.events(query)
    }

    package func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard {
        try check(isRead: true)
        return try inner.dayBoard(on: today, idleSince: idleSince)
    }

    package func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet {
        try check(isRead: true)
        return try inner.figures(query)
    }

    package func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try check(isRead: true)
        return try inner.cases(measured: measures, in: query, after: key, limit: limit)
    }

    package func cases(
        with defect: FigureSheet.DefectCount, in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try check(isRead: true)
        return try inner.cases(with: defect, in: query, after: key, limit: limit)
    }

    package func cases(on board: BoardQuery, after last: QueueRow?, limit: Int) throws(StoreError) -> [QueueRow] {
        try check(isRead: true)
        return try inner.cases(on: board, after: last, limit: limit)
    }
}
