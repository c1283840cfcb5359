package import CaseDomain
import Synchronization

/// The port without a disk: cases live as long as the process.
///
/// It is the model that every other store is tested against, so each method is the shortest true answer, not the fastest.
/// Desks use it for practice and for tests.
package final class InMemoryCaseStore: CaseStoring {
    struct Case {
        let number: CaseNumber
        var events: [CaseEvent]
        var file: CaseFile
        var row: QueueRow
    }

    struct Contents {
        /// In the order of receipt; a case's key is its place, from 1.
        var cases: [Case] = []
        var places: [String: Int] = [:]
        var sequences: [SeriesYear: Int] = [:]
        var documents: Set<DocumentNumber> = []
        /// In the order in which messages were put out.
        var outbox: [Posted] = []
        var notes: [ClerkID: [String: ClerkNote]] = [:]
        var leases = LeaseBook()
        var changes = 0
        var tickets: [TicketEvent] = []
        var absences: [Absence] = []
        var locks: [LockEvent] = []
        var refusals: [LoggedRefusal] = []
        var feedback: [FeedbackEvent] = []
    }

    /// A message with where it stands; no standing once it is settled.
    struct Posted {
        let message: OutboxMessage
        let number: CaseNumber
        let queuedAt: Moment
        var standing: MessageStanding?
        var outcome: MessageSettlement.Outcome?
        var attempts = 0
        var due: Moment
    }

    struct SeriesYear: Hashable {
        let series: String
        let year: Int
    }

    let projection: QueueProjection
    let contents = Mutex(Contents())

    package init(projection: QueueProjection) {
        self.projection = projection
    }

    package func receive(_ receipt: Receipt, stamp: EventStamp) throws(StoreError) -> CaseFile {
        contents.withLock { take(receipt, stamp: stamp, into: &$0) }
    }

    package func receive(_ receipts: [Receipt], stamp: EventStamp) throws(StoreError) -> [CaseNumber] {
        contents.withLock { contents in
            receipts.map { take($0, stamp: stamp, into: &contents).number }
        }
    }

    private func take(_ receipt: Receipt, stamp: EventStamp, into contents: inout Contents) -> CaseFile {
        let year = receipt.application.particulars.receivedAt.date.year
        let series = SeriesYear(series: SeriesName.cases, year: year)
        let sequence = contents.sequences[series, default: 0] + 1
        contents.sequences[series] = sequence
        let number = CaseNumber(year: year, sequence: sequence)
        let event = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
        guard let file = CaseFile(number: number, first: event) else {
            preconditionFailure("a case begins with its receipt")
        }
        let key = Int64(contents.cases.count + 1)
        let row = projection.row(of: file, key: key)
        contents.places[number.text] = contents.cases.count
        contents.cases.append(Case(number: number, events: [event], file: file, row: row))
        contents.changes += 1
        return file
    }

    package func append(
        _ payloads: [CaseEvent.Payload], to number: CaseNumber, expecting revision: Revision, stamp: EventStamp
    ) throws(StoreError) -> CaseFile {
        try contents.withLock { contents throws(StoreError) in
            let place = try place(of: number, expecting: revision, in: contents)
            return try add(payloads, to: place, stamp: stamp, in: &contents)
        }
    }

    package func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try contents.withLock { contents throws(StoreError) in
            let numbers = bundle.receipts.map { take($0, stamp: stamp, into: &contents).number }
            let link = CaseEvent.Payload.bundled(membership: bundle.membership(numbers))
            let changes = numbers.map { CaseAppend([link], to: CaseVersion(number: $0, revision: Revision(1))) }
            return try add(changes, stamp: stamp, in: &contents)
        }
    }

    package func append(_ changes: [CaseAppend], stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try contents.withLock { contents throws(StoreError) in try add(changes, stamp: stamp, in: &contents) }
    }

    package func append(_ write: NumberedAppend, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try contents.withLock { contents throws(StoreError) in
            for version in write.others { _ = try place(of: version, in: contents) }
            var taken = contents.sequences
            let sequences = write.series.map { name in
                let series = SeriesYear(series: name, year: stamp.at.date.year)
                taken[series, default: 0] += 1
                return taken[series, default: 0]
            }
            let files = try add(write.changes(sequences), stamp: stamp, in: &contents)
            contents.sequences = taken
            return files
        }
    }

    /// Appends to several cases, or to none of them: everything happens to a copy.
    private func add(
        _ changes: [CaseAppend], stamp: EventStamp, in contents: inout Contents
    ) throws(StoreError) -> [CaseFile] {
        var copy = contents
        var files: [CaseFile] = []
        var papers: Set<DocumentNumber> = []
        for change in changes {
            let place = try place(of: change.version, in: copy)
            // What this very write has put into a sister already isn't taken by somebody else.
            files.append(try add(change.payloads, to: place, stamp: stamp, in: &copy, sharing: papers))
            papers.formUnion(change.payloads.compactMap(\.issuedNumber))
        }
        contents = copy
        return files
    }

    /// The place of one case of several; a conflict says which.
    private func place(of version: CaseVersion, in contents: Contents) throws(StoreError) -> Int {
        do throws(StoreError) {
            return try place(of: version.number, expecting: version.revision, in: contents)
        } catch .conflict(let expected, let found) {
            throw .conflictIn(version.number, expected: expected, found: found)
        } catch {
            throw error
        }
    }

    private func place(
        of number: CaseNumber, expecting revision: Revision, in contents: Contents
    ) throws(StoreError) -> Int {
        guard let place = contents.places[number.text] else { throw .noSuchCase(number) }
        guard contents.cases[place].events.leaveValid(revision) else {
            throw .conflict(expected: revision, found: contents.cases[place].file.revision)
        }
        return place
    }

    func add(
        _ payloads: [CaseEvent.Payload], to place: Int, stamp: EventStamp, in contents: inout Contents,
        sharing papers: Set<DocumentNumber> = []
    ) throws(StoreError) -> CaseFile {
        precondition(!payloads.contains { $0.isReceipt }, "a case is received once")
        guard !payloads.isEmpty else { return contents.cases[place].file }
        // Everything happens to copies, which are put in place only when nothing can throw any more.
        var entry = contents.cases[place]
        var documents = contents.documents
        var outbox = contents.outbox
        for payload in payloads {
            try InMemoryCaseStore.post(payload, of: entry.number, stamp, in: &outbox)
            if case .noticeIssued = payload, let issued = entry.events.noticeOfSubmission {
                throw .alreadyNotified(issued.number)
            }
            if let number = payload.issuedNumber, !documents.insert(number).inserted, !papers.contains(number) {
                throw .numberTaken(number)
            }
            let event = CaseEvent(stamp: stamp, payload: payload)
            entry.events.append(event)
            entry.file.apply(event)
        }
        entry.row = projection.row(of: entry.file, key: entry.row.key)
        contents.cases[place] = entry
        contents.documents = documents
        contents.outbox = outbox
        contents.changes += 1
        return entry.file
    }

    package func load(_ number: CaseNumber) throws(StoreError) -> CaseFile? {
        contents.withLock { contents in
            contents.places[number.text].map { contents.cases[$0].file }
        }
    }

    package func history(of number: CaseNumber) throws(StoreError) -> [CaseEvent] {
        contents.withLock { contents in
            contents.places[number.text].map { contents.cases[$0].events } ?? []
        }
    }

    package func queue(
        _ query: QueueQuery, from anchor: QueueAnchor, limit: Int
    ) throws(StoreError) -> QueuePage {
        let (found, places) = contents.withLock { contents in
            (rows(query, in: contents), contents.places)
        }
        let sorted = found.sorted(by: query.precedes)
        let range: Range<Int>
        switch anchor {
        case .first:
            range = 0..<min(limit, sorted.count)
        case .last:
            range = max(0, sorted.count - limit)..<sorted.count
        case .after(let row):
            let start = sorted.count { !query.precedes(row, $0) }
            range = start..<min(start + limit, sorted.count)
        case .before(let row):
            let end = sorted.count { query.precedes($0, row) }
            range = max(0, end - limit)..<end
        case .at(let row):
            let now = places[row.number.text].map { place in contents.withLock { $0.cases[place].row } } ?? row
            let start = sorted.count { query.precedes($0, now) }
            range = start..<min(start + limit, sorted.count)
        }
        return QueuePage(
            rows: Array(sorted[range]), hasEarlier: range.lowerBound > 0, hasLater: range.upperBound < sorted.count)
    }

    package func count(
        _ query: QueueQuery, while isWanted: @escaping @Sendable () -> Bool
    ) throws(StoreError) -> Int? {
        isWanted() ? contents.withLock { rows(query, in: $0).count } : nil
    }

    private func rows(_ query: QueueQuery, in contents: Contents) -> [QueueRow] {
        let sought = SoughtText(query.search)
        return contents.cases.lazy.map(\.row).filter { query.admits($0) && sought.isFound(in: $0) }
    }

    package func changeCounter() throws(StoreError) -> Int {
        contents.withLock { $0.changes }
    }

    /// All its cases, for another store.
    package var collection: CaseCollection {
        contents.withLock { contents in
            CaseCollection(
                cases: contents.cases.map(\.events),
                series: contents.sequences.map {
                    CaseCollection.SeriesCount(name: $0.key.series, year: $0.key.year, last: $0.value)
                })
        }
    }
}
