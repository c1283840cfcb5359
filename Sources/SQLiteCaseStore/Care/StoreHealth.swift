package import CaseDomain
package import CaseStore
import Foundation
import GRDB

/// What a store's own file says about its health, question by question: each can take long in a big store.
package struct StoreHealth: Sendable {
    private let store: SQLiteCaseStore

    package init(_ store: SQLiteCaseStore) { self.store = store }

    /// What a comparison of lines of the queue with their events found.
    package struct Lines: Hashable, Sendable {
        package var looked = 0
        /// Cases whose line isn't what their events make of it.
        package var differing: [CaseNumber] = []
        /// Cases that can't be read.
        package var unreadable: [CaseNumber] = []
    }

    package func schema() throws(StoreError) -> Int {
        try ask { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    }

    package func caseCount() throws(StoreError) -> Int {
        try ask { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM queue_row") ?? 0 }
    }

    /// - Parameter isFull: every page with its indexes, and the index of words; otherwise every page alone.
    /// - Returns: whether SQLite finds the file sound.
    package func isSound(isFull: Bool) throws(StoreError) -> Bool {
        let check = isFull ? "integrity_check" : "quick_check"
        let isSound = try ask { db in try String.fetchOne(db, sql: "PRAGMA \(check)(1)") == "ok" }
        guard isSound, isFull else { return isSound }
        do throws(StoreError) {
            try storing(at: store.path) {
                try store.writer.write { try $0.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") }
            }
            return true
        } catch .corrupt {
            return false
        }
    }

    /// References that lead nowhere.
    package func danglingReferences() throws(StoreError) -> Int {
        try ask { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count }
    }

    /// Whether every index is what it is in a new store.
    package func isSearchComplete() throws(StoreError) -> Bool { try ask(SearchIndex.isComplete) }

    /// Whether the due days in the queue were made by the calendar and the rules of today.
    package func isProjectionFresh() throws(StoreError) -> Bool {
        try ask { db in try ProjectionMark.saved(db) == store.projection.fingerprint }
    }

    /// When the log was last written to.
    package func lastWrite() throws(StoreError) -> Moment? {
        try ask { db in
            try Int64.fetchOne(db, sql: "SELECT at FROM event ORDER BY sequence DESC LIMIT 1").map {
                Moment(secondsSince1970: $0)
            }
        }
    }

    /// Compares lines of the queue with what their events make of them.
    ///
    /// - Parameters:
    ///   - most: so many cases, spread over the whole store; nil for all.
    ///   - repairs: whether lines that differ are made again.
    ///   - watch: called between cases; false ends it.
    package func lines(most: Int?, repairs: Bool, _ watch: () -> Bool = { true }) throws(StoreError) -> Lines {
        var found = Lines()
        let last = try ask { db in try Int64.fetchOne(db, sql: "SELECT max(key) FROM queue_row") ?? 0 }
        let stride = most.map { max(1, last / Int64($0)) } ?? 1
        var key: Int64 = 1
        while key <= last, watch() {
            let batch = Array(Swift.stride(from: key, through: min(last, key + stride * 99), by: Int(stride)))
            try compare(batch, repairs, &found)
            key = (batch.last ?? last) + stride
        }
        return found
    }

    private func compare(_ keys: [Int64], _ repairs: Bool, _ found: inout Lines) throws(StoreError) {
        let before = found
        found = try storing(at: store.path) {
            var found = before
            let look = { (db: Database) throws in
                for key in keys { try compare(key, repairs, &found, db) }
            }
            if repairs { try store.writer.write(look) } else { try store.reader.read(look) }
            return found
        }
    }

    private func compare(_ key: Int64, _ repairs: Bool, _ found: inout Lines, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.key = ?")
        guard let line = try Row.fetchOne(statement, arguments: [key]).map(QueueRowRecord.row) else { return }
        found.looked += 1
        do {
            guard let file = try store.fileUnlessErased(line.number, in: db) else { return }
            let fresh = store.projection.row(of: file, key: key)
            guard fresh != line else { return }
            found.differing.append(line.number)
            guard repairs else { return }
            try QueueWriter(db).replace(line, with: fresh, in: db)
            var figures = FigureWriter(db, projection: store.projection)
            try figures.put(fresh, file)
            try figures.finish()
        } catch is DecodingError {
            found.unreadable.append(line.number)
        } catch StoreError.corrupt {
            found.unreadable.append(line.number)
        }
    }

    /// Puts the write-ahead log into the file.
    ///
    /// - Returns: false where somebody reads and it can't be emptied.
    package func checkpoint() throws(StoreError) -> Bool {
        try storing(at: store.path) { try store.emptyLog() }
    }

    private func ask<Value>(_ question: (Database) throws -> Value) throws(StoreError) -> Value {
        try storing(at: store.path) { try store.reader.read(question) }
    }
}
