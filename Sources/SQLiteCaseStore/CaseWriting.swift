import CaseDomain
import CaseStore
import Foundation
import GRDB

/// Takes cases in, inside a transaction that the caller has begun.
struct Intake {
    private let db: Database
    private let projection: QueueProjection
    private var log: EventWriter
    private let queue: QueueWriter
    private var figures: FigureWriter
    private var unindexed: [QueueWriter.Unindexed] = []
    private var places: SeenPlaces = SeenPlaces()
    /// By year the last number given out in this transaction; written down at its end.
    private var numbered: [Int: Int] = [:]
    private var key: Int64

    init(_ db: Database, projection: QueueProjection) throws {
        self.db = db
        self.projection = projection
        log = try EventWriter(db)
        queue = try QueueWriter(db)
        figures = FigureWriter(db, projection: projection)
        key = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(key) FROM queue_row")) ?? 0
    }

    /// - Parameters:
    ///   - sealed: the body of the receipt's event.
    ///   - then: what has happened to the case since.
    ///   - bodies: of that, where they are sealed already.
    @discardableResult mutating func take(
        _ receipt: Receipt, sealed: SealedBody, stamp: EventStamp, then: (CaseFile) -> [CaseEvent] = { _ in [] },
        sealed bodies: [SealedBody]? = nil
    ) throws -> CaseFile {
        let year = receipt.application.particulars.receivedAt.date.year
        let number = CaseNumber(year: year, sequence: try next(of: year))
        let payload = CaseEvent.Payload.received(receipt: receipt)
        guard var file = CaseFile(number: number, first: CaseEvent(stamp: stamp, payload: payload)) else {
            preconditionFailure("a case begins with its receipt")
        }
        let later = then(file)
        for event in later { file.apply(event) }
        key += 1
        let row = projection.row(of: file, key: key)
        unindexed.append(try queue.insert(row))
        try figures.insert(row, file)
        try log.append(payload, sealed: sealed, to: number, key: key, revision: Revision(1), stamp: stamp)
        for (place, event) in later.enumerated() {
            try log.append(
                event.payload, sealed: bodies?[place] ?? SealedBody(event.payload), to: number, key: key,
                revision: Revision(place + 2), stamp: event.stamp)
        }
        try LicenceTable(db).follow(file, before: nil, key: key)
        if !later.isEmpty {
            try BadRatingTable(db).follow(file, before: nil, key: key)
            if later.contains(where: \.payload.concernsInspection) { try InspectionTable(db).put(file, key: key) }
        }
        places.see(file.particulars.premises.address, at: stamp.at)
        return file
    }

    private mutating func next(of year: Int) throws -> Int {
        let number = try (numbered[year] ?? Series(name: SeriesName.cases, year: year).last(db)) + 1
        numbered[year] = number
        return number
    }

    /// Writes down which numbers are used up, what the cases are found by and what they count for; to be called once, after
    /// the last of them.
    mutating func finish() throws {
        for (year, number) in numbered { try Series(name: SeriesName.cases, year: year).use(number, db) }
        numbered = [:]
        try figures.finish()
        try SeenPlaceTable.see(places.inOrder, in: db)
        let slack = Int64(SeenPlaceTable.slack)
        if key / slack != (key - Int64(unindexed.count)) / slack { try SeenPlaceTable.clear(in: db) }
        try queue.index(unindexed)
    }
}

/// Changes one case, inside a transaction that the caller has begun.
struct CaseChange {
    private let db: Database
    private let number: CaseNumber
    private let key: Int64
    private var events: [CaseEvent]
    private var file: CaseFile

    /// - Throws: `noSuchCase`, or `conflict` where the case isn't at `revision` any more. What became of its messages since
    ///   stands in nobody's way.
    init(_ db: Database, to number: CaseNumber, expecting revision: Revision, decoder: JSONDecoder) throws {
        try self.init(db, to: number, decoder: decoder)
        guard events.leaveValid(revision) else {
            throw StoreError.conflict(expected: revision, found: file.revision)
        }
    }

    /// Whatever has happened to the case.
    ///
    /// - Throws: `noSuchCase`.
    init(_ db: Database, to number: CaseNumber, decoder: JSONDecoder) throws {
        guard let logged = try LoggedCase(db, number: number, decoder: decoder) else {
            throw StoreError.noSuchCase(number)
        }
        self.db = db
        self.number = number
        key = logged.key
        events = logged.events
        file = try logged.file(number: number)
    }

    /// The schema refuses as well; here the refusal can name the notice.
    private func refuseSecondNotice() throws {
        if let issued = events.noticeOfSubmission { throw StoreError.alreadyNotified(issued.number) }
    }

    /// Notices and other papers have a register each, but a number means one of them only.
    private func refuseTaken(_ number: DocumentNumber) throws {
        let taken = try db.cachedStatement(
            sql: "SELECT 1 FROM notice WHERE document = ? UNION ALL SELECT 1 FROM paper WHERE document = ?")
        guard try Int.fetchOne(taken, arguments: [number.text, number.text]) == nil else {
            throw StoreError.numberTaken(number)
        }
    }

    private func refuseSecond(_ message: OutboxMessage) throws {
        let taken = try db.cachedStatement(sql: "SELECT 1 FROM outbox WHERE message = ?")
        guard try Int.fetchOne(taken, arguments: [message.id]) == nil else { throw StoreError.messageTaken(number) }
    }

    /// - Parameter papers: numbers that the transaction of the caller has put into a sister already.
    mutating func append(
        _ payloads: [CaseEvent.Payload], stamp: EventStamp, projection: QueueProjection,
        sharing papers: Set<DocumentNumber> = []
    ) throws -> CaseFile {
        precondition(!payloads.contains { $0.isReceipt }, "a case is received once")
        guard !payloads.isEmpty else { return file }
        var log = try EventWriter(db)
        let before = file
        let place = file.particulars.premises.address
        for payload in payloads {
            let isShared = payload.issuedNumber.map(papers.contains) ?? false
            if case .noticeIssued = payload { try refuseSecondNotice() }
            if let number = payload.issuedNumber, !isShared { try refuseTaken(number) }
            if case .messageQueued(let message) = payload { try refuseSecond(message) }
            let event = CaseEvent(stamp: stamp, payload: payload)
            events.append(event)
            file.apply(event)
            try log.append(
                payload, sealed: try SealedBody(payload), to: number, key: key, revision: file.revision, stamp: stamp,
                registers: !isShared)
        }
        if !file.particulars.premises.address.utf8.elementsEqual(place.utf8) {
            try SeenPlaceTable.forget(place, in: db)
            try SeenPlaceTable.see(file.particulars.premises.address, at: stamp.at, in: db)
        }
        if payloads.contains(where: \.concernsInspection) { try InspectionTable(db).put(file, key: key) }
        let line = try db.cachedStatement(sql: "SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.key = ?")
        guard let old = try Row.fetchOne(line, arguments: [key]).map(QueueRowRecord.row) else {
            throw StoreError.corrupt(detail: "a case has no line in the queue")
        }
        let row = projection.row(of: file, key: key)
        try QueueWriter(db).replace(old, with: row, in: db)
        try LicenceTable(db).follow(file, before: before, key: key)
        try BadRatingTable(db).follow(file, before: before, key: key)
        var figures = FigureWriter(db, projection: projection)
        try figures.put(row, file)
        try figures.finish()
        return file
    }
}

/// A running number that begins again each year and is never given out twice.
struct Series {
    let name: String
    let year: Int

    /// Counts changes of lines that no event tells of. Not a number anybody sees.
    static let silentChanges = Series(name: "silent-change", year: 0)

    /// Takes the next number; it is used up only if the transaction of the caller commits.
    func next(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO series (name, year, last) VALUES (?, ?, 1)
                ON CONFLICT (name, year) DO UPDATE SET last = last + 1 RETURNING last
                """)
        guard let number = try Int.fetchOne(statement, arguments: [name, year]) else {
            throw StoreError.corrupt(detail: "a series gives no number")
        }
        return number
    }

    /// Says that every number up to this one is used up.
    func use(_ number: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO series (name, year, last) VALUES (?, ?, ?)
                ON CONFLICT (name, year) DO UPDATE SET last = excluded.last WHERE excluded.last > last
                """)
        try statement.execute(arguments: [name, year, number])
    }

    func last(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT last FROM series WHERE name = ? AND year = ?")
        return try Int.fetchOne(statement, arguments: [name, year]) ?? 0
    }
}
