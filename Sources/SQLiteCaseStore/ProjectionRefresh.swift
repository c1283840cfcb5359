import CaseDomain
package import CaseStore
import Foundation
import GRDB

/// Which projection the queue's lines were made with.
enum ProjectionMark {
    static func save(_ fingerprint: String, in db: Database) throws {
        try Meta.set("projection", fingerprint, in: db)
        try Meta.set("refresh", "", in: db)
    }

    static func saved(_ db: Database) throws -> String? { try Meta.value("projection", in: db) }

    /// How far a refresh towards a fingerprint has come: the last key that it looked at.
    static func progress(towards fingerprint: String, in db: Database) throws -> Int64 {
        guard try Meta.value("refresh", in: db) == fingerprint else { return 0 }
        return try Meta.value("refresh-key", in: db).flatMap { Int64($0) } ?? 0
    }

    static func saveProgress(_ key: Int64, towards fingerprint: String, in db: Database) throws {
        // Half the lines are of one kind and half of another now: no projection may take them for its own.
        try Meta.set("projection", "", in: db)
        try Meta.set("refresh", fingerprint, in: db)
        try Meta.set("refresh-key", String(key), in: db)
    }
}

/// What a store knows about itself.
enum Meta {
    static func value(_ name: String, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM meta WHERE name = ?"), arguments: [name])
    }

    static func set(_ name: String, _ value: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO meta (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """)
        try statement.execute(arguments: [name, value])
    }
}

extension SQLiteCaseStore {
    /// Makes some lines of the queue again, where they were made under another calendar or other rules.
    ///
    /// Looks at the cases that stand under a clock and at those whose due day was a guess; what is closed keeps its day. Meant to be
    /// called again and again from a worker after the first screen stands; each call is one short transaction, and an
    /// interrupted refresh goes on where it was.
    ///
    /// - Parameter batch: cases to look at in this call.
    /// - Returns: whether there is more to do.
    package func refreshProjection(batch: Int = 200) throws(StoreError) -> Bool {
        try storing(at: path) {
            let saved = try reader.read { db in try ProjectionMark.saved(db) }
            if saved == projection.fingerprint { return false }
            return try writer.write { db in try refreshLines(batch, in: db) }
        }
    }

    private func refreshLines(_ batch: Int, in db: Database) throws -> Bool {
        let fingerprint = projection.fingerprint
        let done = try ProjectionMark.progress(towards: fingerprint, in: db)
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(QueueRowRecord.columns) FROM queue_row q
                WHERE q.key > ? AND (q.state <= 3 OR q.state BETWEEN 8 AND 12 OR q.due_is_certain = 0)
                ORDER BY q.key LIMIT ?
                """)
        let lines = try Row.fetchAll(statement, arguments: [done, batch]).map(QueueRowRecord.row)
        let queue = try QueueWriter(db)
        var figures = FigureWriter(db, projection: projection)
        var changed = false
        for line in lines {
            guard let file = try fileUnlessErased(line.number, in: db) else { continue }
            let fresh = projection.row(of: file, key: line.key)
            try figures.put(fresh, file)
            guard fresh != line else { continue }
            try queue.replace(line, with: fresh, in: db)
            changed = true
        }
        try figures.finish()
        if changed { _ = try Series.silentChanges.next(db) }
        guard lines.count == batch, let last = lines.last else {
            try ProjectionMark.save(fingerprint, in: db)
            return false
        }
        try ProjectionMark.saveProgress(last.key, towards: fingerprint, in: db)
        return true
    }

    func fileUnlessErased(_ number: CaseNumber, in db: Database) throws -> CaseFile? {
        do {
            return try LoggedCase(db, number: number, decoder: decoder)?.file(number: number)
        } catch StoreError.erased {
            return nil
        }
    }
}
