package import CaseDomain
package import CaseStore
import Foundation
import GRDB

/// The port over one SQLite file.
///
/// Several processes may work on the same file, as long as it lies on a disk of this machine: SQLite's write-ahead log
/// needs shared memory. Readers never wait for writers. Writers wait for each other up to `patience` and then give up.
package final class SQLiteCaseStore: CaseStoring {
    let path: String
    /// Connections of their own for writing, reading and counting, so that a page of the queue waits for neither a write
    /// nor a long count. Not GRDB's pool, which writes and syncs at every opening: on a slow disk that is longer than
    /// everything else until the first screen.
    let writer: DatabaseQueue
    let reader: DatabaseQueue
    let counter: LateReader
    let projection: QueueProjection
    let effort: QueueEffort
    let decoder = JSONDecoder()

    /// Opens a store, or makes one where there is none.
    ///
    /// - Parameters:
    ///   - path: of the file; its folder is made as well, both for their owner alone.
    ///   - projection: how cases become lines of the queue.
    ///   - patience: seconds to wait for another process that writes.
    ///   - effort: when a queue is read another way; only tests have reason to say.
    /// - Throws: `newerSchema` and `corrupt` (nothing was touched), `readOnly`, `diskFull`, `busy` or `unreachable`.
    package init(
        path: String, projection: QueueProjection, patience: Double = 5, effort: QueueEffort = .standard
    ) throws(StoreError) {
        self.path = path
        self.effort = effort
        self.projection = projection
        try StoreFile.prepare(at: path)
        (writer, reader, counter) = try storing(at: path) {
            let configuration = SQLiteCaseStore.configuration(patience: patience, cache: 2000)
            let writer = try DatabaseQueue(path: path, configuration: configuration)
            try writer.inDatabase { db in
                let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                if version < Schema.version { try Schema.bring(db, projection: projection) }
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
            // Most of the memory goes to the reader: the same pages are asked for again while a queue is walked.
            var reading = SQLiteCaseStore.configuration(patience: patience, cache: 8000)
            reading.readonly = true
            var counting = configuration
            counting.readonly = true
            let reader = try DatabaseQueue(path: path, configuration: reading)
            return (writer, reader, LateReader(path: path, configuration: counting))
        }
    }

    /// - Parameter cache: kibibytes of pages that the connection keeps.
    private static func configuration(patience: Double, cache: Int) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try StoreFile.inspect(db)
            try SoughtFunction.install(in: db)
            try db.execute(sql: "PRAGMA cache_size = -\(cache); PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Gives the writer room for batches of a thousand cases: the pages of one stay in memory until they are written, once,
    /// and the log is taken over into the file after several batches. What a batch wrote is on the disk all the same.
    package func expectBatches() throws(StoreError) {
        try storing(at: path) {
            try writer.inDatabase { db in
                try db.execute(
                    sql: """
                        PRAGMA cache_size = -\(SQLiteCaseStore.batchCache);
                        PRAGMA wal_autocheckpoint = \(SQLiteCaseStore.batchLog)
                        """)
            }
        }
    }

    /// Kibibytes.
    private static let batchCache = 16_000
    /// Pages.
    private static let batchLog = 4_000

    /// Lets go of the file. Calls after this one fail with `unreachable`.
    package func close() throws(StoreError) {
        try storing(at: path) {
            // The writer goes last: whoever leaves last puts the log away, and a reader can't.
            try reader.close()
            try counter.close()
            try writer.close()
        }
    }

    // MARK: Writing

    package func receive(_ receipt: Receipt, stamp: EventStamp) throws(StoreError) -> CaseFile {
        try storing(at: path) {
            let sealed = try SealedBody(.received(receipt: receipt))
            return try writer.write { db in
                var intake = try Intake(db, projection: projection)
                let file = try intake.take(receipt, sealed: sealed, stamp: stamp)
                try intake.finish()
                return file
            }
        }
    }

    package func receive(_ receipts: [Receipt], stamp: EventStamp) throws(StoreError) -> [CaseNumber] {
        guard !receipts.isEmpty else { return [] }
        return try storing(at: path) {
            let bodies = try SealedBody.seal(receipts.map { .received(receipt: $0) })
            return try writer.write { db in
                var intake = try Intake(db, projection: projection)
                let numbers = try zip(receipts, bodies).map { receipt, sealed in
                    try intake.take(receipt, sealed: sealed, stamp: stamp).number
                }
                try intake.finish()
                return numbers
            }
        }
    }

    /// Takes over cases from elsewhere with all that has happened to them, in one transaction: all or none.
    ///
    /// - Returns: the numbers, in the order of the histories.
    package func takeOver(_ histories: [CaseHistory]) throws(StoreError) -> [CaseNumber] {
        guard !histories.isEmpty else { return [] }
        return try storing(at: path) {
            let bodies = try SealedBody.seal(histories.map { .received(receipt: $0.receipt) })
            return try writer.write { db in
                var intake = try Intake(db, projection: projection)
                let numbers = try zip(histories, bodies).map { history, sealed in
                    try intake.take(history.receipt, sealed: sealed, stamp: history.stamp, then: history.then).number
                }
                try intake.finish()
                return numbers
            }
        }
    }

    /// Fills a new store with the cases of another one, in one transaction. They keep their numbers, and the running numbers
    /// go on behind theirs.
    ///
    /// - Parameter collection: no paper in it belongs to two cases.
    /// - Throws: what a write throws, `corrupt` where there are cases already; nothing was saved then.
    package func fill(with collection: CaseCollection) throws(StoreError) {
        try storing(at: path) {
            let bodies = try SealedBody.seal(collection.cases.flatMap { $0.map(\.payload) })
            try writer.write { db in
                guard try Int.fetchOne(db, sql: "SELECT 1 FROM queue_row LIMIT 1") == nil else {
                    throw StoreError.corrupt(detail: "a store that isn't new can't be filled")
                }
                var intake = try Intake(db, projection: projection)
                var rest = bodies[...]
                for events in collection.cases {
                    let sealed = rest.prefix(events.count)
                    rest = rest.dropFirst(events.count)
                    guard case .received(let receipt)? = events.first?.payload, let first = sealed.first else {
                        continue
                    }
                    try intake.take(
                        receipt, sealed: first, stamp: events[0].stamp, then: { _ in Array(events.dropFirst()) },
                        sealed: Array(sealed.dropFirst()))
                }
                try intake.finish()
                for series in collection.series {
                    try Series(name: series.name, year: series.year).use(series.last, db)
                }
            }
        }
    }

    package func append(
        _ payloads: [CaseEvent.Payload], to number: CaseNumber, expecting revision: Revision, stamp: EventStamp
    ) throws(StoreError) -> CaseFile {
        try storing(at: path) {
            try writer.write { db in
                var change = try CaseChange(db, to: number, expecting: revision, decoder: decoder)
                return try change.append(payloads, stamp: stamp, projection: projection)
            }
        }
    }

    package func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try storing(at: path) { try writer.write { db in try JointChange(db, self).receive(bundle, stamp: stamp) } }
    }

    package func append(_ changes: [CaseAppend], stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try storing(at: path) { try writer.write { db in try JointChange(db, self).append(changes, stamp: stamp) } }
    }

    package func append(_ write: NumberedAppend, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try storing(at: path) { try writer.write { db in try JointChange(db, self).append(write, stamp: stamp) } }
    }

    // MARK: Reading

    package func load(_ number: CaseNumber) throws(StoreError) -> CaseFile? {
        try storing(at: path) {
            try reader.read { db in
                try LoggedCase(db, number: number, decoder: decoder)?.file(number: number)
            }
        }
    }

    package func history(of number: CaseNumber) throws(StoreError) -> [CaseEvent] {
        try storing(at: path) {
            try reader.read { db in try LoggedCase(db, number: number, decoder: decoder)?.events ?? [] }
        }
    }

    package func queue(
        _ query: QueueQuery, from anchor: QueueAnchor, limit: Int
    ) throws(StoreError) -> QueuePage {
        try storing(at: path) {
            try reader.read { db in try QueueReading(db, query, effort: effort).page(from: anchor, limit: limit) }
        }
    }

    package func changeCounter() throws(StoreError) -> Int {
        try storing(at: path) {
            try reader.read { db in
                // Every change of a case is an event; what changes lines without one counts itself.
                let events = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(sequence) FROM event")) ?? 0
                return try events + Series.silentChanges.last(db)
            }
        }
    }
}
