package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: ClerkRemembering {
    package func remember(_ note: ClerkNote, for clerk: ClerkID) throws(StoreError) {
        try storing(at: path) {
            try writer.write { db in
                let statement = try db.cachedStatement(
                    sql: """
                        INSERT INTO clerk_note (clerk, name, at, text) VALUES (?, ?, ?, ?)
                        ON CONFLICT (clerk, name) DO UPDATE SET at = excluded.at, text = excluded.text
                        """)
                try statement.execute(arguments: [clerk.text, note.name, note.at.secondsSince1970, note.text])
            }
        }
    }

    package func recall(_ prefix: String, for clerk: ClerkID) throws(StoreError) -> [ClerkNote] {
        try storing(at: path) {
            try reader.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT name, at, text FROM clerk_note
                        WHERE clerk = ? AND substr(name, 1, length(?2)) = ?2 ORDER BY at DESC, name
                        """)
                return try Row.fetchAll(statement, arguments: [clerk.text, prefix]).map { row in
                    ClerkNote(name: row[0], at: Moment(secondsSince1970: row[1]), text: row[2])
                }
            }
        }
    }

    package func forget(_ name: String, for clerk: ClerkID) throws(StoreError) {
        try storing(at: path) {
            try writer.write { db in
                let statement = try db.cachedStatement(sql: "DELETE FROM clerk_note WHERE clerk = ? AND name = ?")
                try statement.execute(arguments: [clerk.text, name])
            }
        }
    }
}

/// What desks keep for their clerks. Unlike the log it may be changed and deleted: it is nobody's record.
enum ClerkMemoryTable {
    static let schema = """
        CREATE TABLE clerk_note (
            clerk TEXT NOT NULL,
            name TEXT NOT NULL,
            at INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (clerk, name)
        ) STRICT, WITHOUT ROWID;
        """
}
