package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: LockLogging {
    package func log(_ event: LockEvent) throws(StoreError) {
        try storing(at: path) {
            try writer.write { db in
                let statement = try db.cachedStatement(
                    sql: "INSERT INTO lock_event (kind, clerk, window, at) VALUES (?, ?, ?, ?)")
                try statement.execute(arguments: [
                    event.kind.id, event.stamp.by.text, event.window, event.stamp.at.secondsSince1970,
                ])
            }
        }
    }

    package func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent] {
        try storing(at: path) {
            try reader.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT kind, window, at FROM lock_event WHERE clerk = ? AND at >= ? ORDER BY sequence")
                return try Row.fetchAll(statement, arguments: [clerk.text, moment.secondsSince1970]).compactMap { row in
                    LockEvent.Kind(rawValue: row[0]).map {
                        LockEvent(
                            $0, window: row[1],
                            stamp: EventStamp(at: Moment(secondsSince1970: row[2]), by: clerk))
                    }
                }
            }
        }
    }
}

/// What happened to the locks of desks. A kind is stored by its name.
enum LockTable {
    static let schema = """
        CREATE TABLE lock_event (
            sequence INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            clerk TEXT NOT NULL,
            window TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX lock_event_clerk ON lock_event (clerk, at);
        CREATE TRIGGER lock_event_stays BEFORE UPDATE ON lock_event
            BEGIN SELECT RAISE(ABORT, 'the log of locks is never changed'); END;
        CREATE TRIGGER lock_event_is_kept BEFORE DELETE ON lock_event
            BEGIN SELECT RAISE(ABORT, 'the log of locks is never deleted'); END;
        """
}
