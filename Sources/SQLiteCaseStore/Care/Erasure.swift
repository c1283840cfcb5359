package import CaseDomain
package import CaseStore
import Crypto
import Foundation
import GRDB

/// Erases what is known of a person, inside a transaction that the caller has begun.
///
/// That it was done is an event of its own without a body, so that a body that somebody simply took away is told from one that
/// was erased when its time was over.
struct Erasure {
    static let kind = "retention-erased"
    /// An erasure says nothing: nothing is what its digest is of.
    static let digest = Data(SHA256.hash(data: Data()))

    private let db: Database
    private let decoder: JSONDecoder

    init(_ db: Database, _ decoder: JSONDecoder) {
        self.db = db
        self.decoder = decoder
    }

    /// Whether an event may be without a body.
    static func explains(_ header: EventHeader, case key: Int64, in db: Database) throws -> Bool {
        if header.kind == kind { return header.bodyDigest == digest }
        return try isErased(key, after: header.revision, in: db)
    }

    private static func isErased(_ key: Int64, after revision: Int, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM event WHERE case_key = ? AND revision > ? AND kind = '\(kind)'")
        return try Int.fetchOne(statement, arguments: [key, revision]) != nil
    }

    /// - Returns: whether there was anything to erase.
    /// - Throws: `noSuchCase`.
    func erase(_ number: CaseNumber, stamp: EventStamp) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.number = ?")
        guard let line = try Row.fetchOne(statement, arguments: [number.text]).map(QueueRowRecord.row) else {
            throw StoreError.noSuchCase(number)
        }
        if try Self.isErased(line.key, after: 0, in: db) { return false }
        if let address = try address(of: number) { try SeenPlaceTable.forget(address, in: db) }
        try eraseTraces(of: line)
        try db.cachedStatement(
            sql: "DELETE FROM event_body WHERE sequence IN (SELECT sequence FROM event WHERE case_key = ?)"
        ).execute(arguments: [line.key])
        var log = try EventWriter(db)
        let revision = Revision(line.revision.count + 1)
        try log.appendErasure(of: number, key: line.key, revision: revision, stamp: stamp)
        try QueueWriter(db).blank(line, at: revision, in: db)
        _ = try Series.silentChanges.next(db)
        try Meta.set(ErasureSweep.name, ErasureSweep.due, in: db)
        return true
    }

    private func address(of number: CaseNumber) throws -> String? {
        do {
            return try LoggedCase(db, number: number, decoder: decoder)?.file(number: number).particulars.premises
                .address
        } catch StoreError.erased {
            return nil
        }
    }

    /// What is kept beside the case: leases, drafts, what was searched for, who had the appointment, and what was told of it.
    private func eraseTraces(of line: QueueRow) throws {
        let number = line.number.text
        try InspectionTable(db).blank(line.key)
        try LicenceTable(db).forget(line.key)
        try BadRatingTable(db).forget(line.key)
        try db.cachedStatement(sql: "DELETE FROM lease WHERE number = ?").execute(arguments: [number])
        try db.cachedStatement(
            sql: """
                DELETE FROM clerk_note WHERE name = 'draft/case/' || ?1
                    OR substr(name, 1, length('draft/entry/' || ?1 || '/')) = 'draft/entry/' || ?1 || '/'
                    OR (substr(name, 1, 7) = 'search/' AND length(name) > 8 AND instr(?2, substr(name, 8)) > 0)
                """
        ).execute(arguments: [
            number, [line.applicant, line.phone, line.uscc].compactMap(\.self).joined(separator: "\n"),
        ])
        try db.cachedStatement(
            sql: """
                DELETE FROM feedback_body WHERE sequence IN (
                    SELECT e.sequence FROM feedback_event e WHERE e.feedback IN (
                        SELECT o.feedback FROM feedback_event o JOIN feedback_body b ON b.sequence = o.sequence
                        WHERE o.deed = 'opened' AND instr(b.body, '"' || ? || '"') > 0))
                """
        ).execute(arguments: [number])
        try db.cachedStatement(
            sql: """
                DELETE FROM ticket_person WHERE sequence IN (
                    SELECT t.sequence FROM ticket_event o JOIN ticket_event t ON t.day = o.day AND t.number = o.number
                    WHERE o.deed = 'opened' AND o.object = ?1 AND o.day IN (
                        SELECT (e.at + \(Moment.officeOffset)) / 86400 FROM event e WHERE e.case_key = ?2))
                """
        ).execute(arguments: [number, line.key])
    }
}

/// What is left to do after bodies were erased: the index of words forgets only when its parts are put together, and the
/// write-ahead log still holds pages as they were before.
enum ErasureSweep {
    static let name = "sweep"
    static let due = "due"
    /// Pages that one step puts together.
    private static let pages = 2_000

    static func isDue(_ db: Database) throws -> Bool { try Meta.value(name, in: db) == due }

    /// - Returns: whether there is more to do.
    static func step(isFirst: Bool, _ db: Database) throws -> Bool {
        let before = db.totalChangesCount
        let merge = try db.cachedStatement(sql: "INSERT INTO search (search, rank) VALUES ('merge', ?)")
        try merge.execute(arguments: [isFirst ? -pages : pages])
        // The insert itself counts as one change.
        return db.totalChangesCount - before >= 2
    }
}

/// A case whose retention term is over.
package struct ErasableCase: Hashable, Sendable {
    package let key: Int64
    package let number: CaseNumber
    package let matter: Matter
    package let state: QueueState
    /// The day of the last thing that was done about it.
    package let closedOn: CivilDate
    /// The last day of the term.
    package let keptUntil: CivilDate
}

extension SQLiteCaseStore {
    /// Cases that are closed and whose retention term is over, by key.
    ///
    /// - Parameters:
    ///   - terms: years after the closing, by matter; cases of other matters are kept.
    ///   - key: only cases behind this one.
    ///   - limit: cases to look at, at the most; those that aren't over don't count.
    package func erasableCases(
        _ terms: [Matter: Int], on day: CivilDate, after key: Int64, limit: Int
    ) throws(StoreError) -> [ErasableCase] {
        guard !terms.isEmpty else { return [] }
        let closed = QueueState.allCases.filter(\.isClosed).map { String($0.rawValue) }.joined(separator: ", ")
        let latest = terms.sorted { $0.key.ordinal < $1.key.ordinal }.map { matter, years in
            "WHEN \(matter.ordinal) THEN \(Moment(day.adding(months: -12 * years).date).secondsSince1970)"
        }.joined(separator: " ")
        return try storing(at: path) {
            try reader.read { db in
                // Nothing about a case happens before it is received, so most cases are passed over by their line alone.
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT * FROM (
                            SELECT q.key, q.number, q.matter, q.state, CASE q.matter \(latest) END latest,
                                (SELECT max(e.at) FROM event e WHERE e.case_key = q.key AND e.kind NOT IN
                                    ('identity-revealed', 'message-queued', 'message-settled', 'attempt-refused')) closed
                            FROM queue_row q
                            WHERE q.key > ? AND q.state IN (\(closed)) AND q.applicant <> ''
                                AND q.received < CASE q.matter \(latest) END)
                        WHERE closed < latest ORDER BY key LIMIT ?
                        """, arguments: [key, limit])
                var found: [ErasableCase] = []
                while let row = try rows.next() {
                    guard let matter = Matter.allCases[ordinal: row[2]], let state = QueueState(rawValue: row[3])
                    else { throw StoreError.corrupt(detail: "a queue row holds an unknown term") }
                    let closed = Moment(secondsSince1970: row[5]).date
                    found.append(
                        ErasableCase(
                            key: row[0], number: CaseNumber(row[1] as String), matter: matter, state: state,
                            closedOn: closed, keptUntil: closed.adding(months: 12 * (terms[matter] ?? 0)).date))
                }
                return found
            }
        }
    }

    /// Erases what the papers of cases said and whom they were about, when their retention term is over.
    ///
    /// That something happened, when, and by whom stays in the log, and the chain still holds. `load` and `history` throw
    /// `erased` from then on. Erased twice is erased once. What the file still holds of it goes with `sweepErased`.
    ///
    /// - Returns: how many cases were erased.
    /// - Throws: `noSuchCase`; nothing was erased then.
    package func erase(_ numbers: [CaseNumber], stamp: EventStamp) throws(StoreError) -> Int {
        try storing(at: path) {
            try writer.write { db in
                let erasure = Erasure(db, decoder)
                return try numbers.count { try erasure.erase($0, stamp: stamp) }
            }
        }
    }

    /// Whether cases were erased of which the file may still hold something.
    package func isSweepDue() throws(StoreError) -> Bool {
        try storing(at: path) { try reader.read(ErasureSweep.isDue) }
    }

    /// Takes the last of what was erased out of the file.
    ///
    /// - Parameter watch: called between steps; false ends it, to be gone on with another time.
    /// - Returns: whether nothing is left; false also where somebody reads and the write-ahead log can't be emptied.
    package func sweepErased(_ watch: () -> Bool = { true }) throws(StoreError) -> Bool {
        try storing(at: path) {
            var isFirst = true
            while try writer.write({ try ErasureSweep.step(isFirst: isFirst, $0) }) {
                isFirst = false
                if !watch() { return false }
            }
            guard try emptyLog() else { return false }
            try writer.write { try Meta.set(ErasureSweep.name, "", in: $0) }
            return true
        }
    }

    /// Puts the write-ahead log into the file.
    ///
    /// - Returns: false where somebody reads and it can't be emptied.
    func emptyLog() throws -> Bool {
        try writer.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
        }
    }
}
