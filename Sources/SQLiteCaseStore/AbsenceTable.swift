package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: AbsenceStoring {
    package func enter(_ absence: Absence) throws(StoreError) -> Absence {
        try storing(at: path) { try writer.write { try AbsenceTable($0).enter(absence) } }
    }

    package func endAbsence(_ sequence: Int, on day: CivilDate, stamp: EventStamp) throws(StoreError) {
        try storing(at: path) { try writer.write { try AbsenceTable($0).end(sequence, on: day, stamp) } }
    }

    package func absences(from day: CivilDate) throws(StoreError) -> [Absence] {
        try storing(at: path) { try reader.read { try AbsenceTable($0).absences(from: day) } }
    }
}

/// Absences, inside a transaction that the caller has begun. An entry that ends another names it in `ends`, and its
/// `from_day` is the day on which that one is over.
struct AbsenceTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE absence (
            sequence INTEGER PRIMARY KEY,
            who TEXT NOT NULL,
            from_day INTEGER NOT NULL,
            until_day INTEGER NOT NULL,
            cover TEXT,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            ends INTEGER REFERENCES absence (sequence)
        ) STRICT;
        CREATE INDEX absence_until ON absence (until_day) WHERE ends IS NULL;
        CREATE INDEX absence_ends ON absence (ends) WHERE ends IS NOT NULL;
        CREATE TRIGGER absence_stays BEFORE UPDATE ON absence
            BEGIN SELECT RAISE(ABORT, 'absences are never changed'); END;
        CREATE TRIGGER absence_is_kept BEFORE DELETE ON absence
            BEGIN SELECT RAISE(ABORT, 'absences are never deleted'); END;
        """

    func enter(_ absence: Absence) throws -> Absence {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO absence (who, from_day, until_day, cover, at, by) VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            absence.who.text, absence.from.dayNumber, absence.until.dayNumber, absence.cover?.text,
            absence.entered.at.secondsSince1970, absence.entered.by.text,
        ])
        return Absence(
            sequence: Int(db.lastInsertedRowID), who: absence.who, from: absence.from, until: absence.until,
            cover: absence.cover, entered: absence.entered)
    }

    func end(_ sequence: Int, on day: CivilDate, _ stamp: EventStamp) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO absence (who, from_day, until_day, at, by, ends)
                SELECT who, ?, until_day, ?, ?, sequence FROM absence WHERE sequence = ? AND ends IS NULL
                """)
        try statement.execute(arguments: [day.dayNumber, stamp.at.secondsSince1970, stamp.by.text, sequence])
    }

    func absences(from day: CivilDate) throws -> [Absence] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, who, from_day, until_day, cover, at, by,
                    (SELECT from_day FROM absence AS ending WHERE ending.ends = absence.sequence
                        ORDER BY ending.sequence DESC LIMIT 1) AS ended
                FROM absence WHERE until_day >= ? AND ends IS NULL ORDER BY sequence
                """)
        return try Row.fetchAll(statement, arguments: [day.dayNumber]).map { row in
            Absence(
                sequence: row[0], who: ClerkID(row[1]), from: CivilDate(dayNumber: row[2]),
                until: CivilDate(dayNumber: row[3]), cover: (row[4] as String?).map { ClerkID($0) },
                entered: EventStamp(at: Moment(secondsSince1970: row[5]), by: ClerkID(row[6])),
                endedOn: (row[7] as Int?).map { CivilDate(dayNumber: $0) })
        }.filter { !$0.isOver(by: day) }
    }
}
