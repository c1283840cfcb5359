package import CaseDomain
package import CaseStore
import Crypto
import Foundation
import GRDB

extension SQLiteCaseStore: RefusalLogging {
    package func log(_ refusal: LoggedRefusal) throws(StoreError) {
        try storing(at: path) {
            try writer.write { db in
                let last = try Row.fetchOne(
                    db, sql: "SELECT sequence, hash FROM refusal ORDER BY sequence DESC LIMIT 1")
                let line = RefusalLine(
                    sequence: last.map { 1 + ($0[0] as Int64) } ?? 1, at: refusal.stamp.at.secondsSince1970,
                    clerk: refusal.stamp.by.text, step: refusal.attempt.step.id, ground: refusal.attempt.ground)
                let previous: Data = last.map { $0[1] } ?? RefusalLine.origin
                try db.execute(
                    sql: """
                        INSERT INTO refusal (sequence, at, clerk, step, ground, previous_hash, hash)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        line.sequence, line.at, line.clerk, line.step, line.ground, previous,
                        line.hash(after: previous),
                    ])
            }
        }
    }

    package func refusals(since moment: Moment) throws(StoreError) -> [LoggedRefusal] {
        try storing(at: path) {
            try reader.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT step, ground, at, clerk FROM refusal WHERE at >= ? ORDER BY sequence")
                return try Row.fetchAll(statement, arguments: [moment.secondsSince1970]).compactMap { row in
                    CaseStep(rawValue: row[0]).map {
                        LoggedRefusal(
                            RefusedAttempt(step: $0, ground: row[1]),
                            stamp: EventStamp(at: Moment(secondsSince1970: row[2]), by: ClerkID(row[3])))
                    }
                }
            }
        }
    }

    /// Holds the log of refusals against its seals.
    ///
    /// - Returns: the first line that isn't what was written; nil where all are.
    package func verifyRefusals() throws(StoreError) -> Int64? {
        try storing(at: path) {
            try reader.read { db in
                var previous = RefusalLine.origin
                var expected: Int64 = 1
                let columns = "sequence, at, clerk, step, ground, previous_hash, hash"
                let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM refusal ORDER BY sequence")
                while let row = try rows.next() {
                    let line = RefusalLine(sequence: row[0], at: row[1], clerk: row[2], step: row[3], ground: row[4])
                    let (before, hash): (Data, Data) = (row[5], row[6])
                    guard line.sequence == expected, before == previous, hash == line.hash(after: previous) else {
                        return expected
                    }
                    previous = hash
                    expected += 1
                }
                return nil
            }
        }
    }
}

/// What a seal of the log of refusals holds.
private struct RefusalLine {
    let sequence: Int64
    /// Seconds since 1970 UTC.
    let at: Int64
    let clerk: String
    let step: String
    let ground: String

    static let origin = Data(count: 32)

    /// Every text is ended by a zero, which none of them holds, so that no two lines are sealed alike.
    func hash(after previous: Data) -> Data {
        let text = [String(sequence), String(at), clerk, step, ground].map { $0 + "\0" }.joined()
        return Data(SHA256.hash(data: previous + Data(text.utf8)))
    }
}

/// What was tried without a case and refused, in a chain of its own.
enum RefusalTable {
    static let schema = """
        CREATE TABLE refusal (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            clerk TEXT NOT NULL,
            step TEXT NOT NULL,
            ground TEXT NOT NULL,
            previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE TRIGGER refusal_stays BEFORE UPDATE ON refusal
            BEGIN SELECT RAISE(ABORT, 'the log of refusals is never changed'); END;
        CREATE TRIGGER refusal_is_kept BEFORE DELETE ON refusal
            BEGIN SELECT RAISE(ABORT, 'the log of refusals is never deleted'); END;
        CREATE TRIGGER refusal_follows BEFORE INSERT ON refusal
            WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM refusal), 0)
            BEGIN SELECT RAISE(ABORT, 'refusals are only appended'); END;
        """
}
