import CaseDomain
import CaseStore
import GRDB

/// The queue's line as a database row.
enum QueueRowRecord {
    /// In the order in which `row(_:)` reads them.
    static let columns = """
        q.key, q.number, q.external_number, q.applicant, q.phone, q.uscc, q.matter, q.action, q.subject, q.marks, \
        q.items, q.state, q.round, q.due, q.due_is_certain, q.received, q.window, q.clerk, q.revision, q.owed
        """

    static func row(_ row: Row) throws -> QueueRow {
        guard let matter = Matter.allCases[ordinal: row[6]], let action = Action.allCases[ordinal: row[7]],
            let state = QueueState(rawValue: row[11])
        else { throw StoreError.corrupt(detail: "a queue row holds an unknown term") }
        var subject: Subject?
        if let ordinal = row[8] as Int? {
            subject = Subject.allCases[ordinal: ordinal]
            guard subject != nil else { throw StoreError.corrupt(detail: "a queue row holds an unknown term") }
        }
        let due = row[13] as Int
        return QueueRow(
            key: row[0], number: CaseNumber(row[1]), externalNumber: row[2], applicant: row[3], phone: row[4],
            uscc: row[5], matter: matter, action: action, subject: subject,
            marks: TermSet(bits: UInt64(bitPattern: row[9] as Int64)),
            items: TermSet(bits: UInt64(bitPattern: row[10] as Int64)), state: state, round: row[12],
            due: due == DueColumn.none ? nil : CivilDate(dayNumber: due), dueIsCertain: row[14],
            owed: (row[19] as Int?).map { CivilDate(dayNumber: $0) }, received: Moment(secondsSince1970: row[15]),
            window: row[16], clerk: ClerkID(row[17]),
            revision: Revision(row[18]))
    }

    /// Whether two values are stored alike. Swift takes composed and decomposed characters for equal; a search doesn't.
    static func same(_ left: DatabaseValue, _ right: DatabaseValue) -> Bool {
        guard case .string(let left) = left.storage, case .string(let right) = right.storage else {
            return left == right
        }
        return left.utf8.elementsEqual(right.utf8)
    }

    /// The columns but the key, with what they hold for a row.
    static func values(_ row: QueueRow, haystack: String) -> [(column: String, value: DatabaseValue)] {
        [
            ("number", row.number.text.databaseValue),
            ("external_number", row.externalNumber?.databaseValue ?? .null),
            ("applicant", row.applicant.databaseValue),
            ("phone", row.phone?.databaseValue ?? .null),
            ("uscc", row.uscc?.databaseValue ?? .null),
            ("matter", row.matter.ordinal.databaseValue),
            ("action", row.action.ordinal.databaseValue),
            ("subject", row.subject?.ordinal.databaseValue ?? .null),
            ("marks", Int64(bitPattern: row.marks.bits).databaseValue),
            ("items", Int64(bitPattern: row.items.bits).databaseValue),
            ("state", row.state.rawValue.databaseValue),
            ("round", row.round.databaseValue),
            ("due", (row.due?.dayNumber ?? DueColumn.none).databaseValue),
            ("due_is_certain", row.dueIsCertain.databaseValue),
            ("received", row.received.secondsSince1970.databaseValue),
            ("window", row.window.databaseValue),
            ("clerk", row.clerk.text.databaseValue),
            ("revision", row.revision.count.databaseValue),
            ("haystack", haystack.databaseValue),
            ("owed", row.owed?.dayNumber.databaseValue ?? .null),
        ]
    }
}

extension Array {
    /// - Returns: nil where a file holds a number that no term has.
    subscript(ordinal place: Int) -> Element? {
        indices.contains(place) ? self[place] : nil
    }
}

/// Writes queue lines and their search index, inside a transaction that the caller has begun.
struct QueueWriter {
    private let insert: Statement
    private let insertGrams: Statement

    init(_ db: Database) throws {
        insert = try db.cachedStatement(
            sql: """
                INSERT INTO queue_row
                    (number, external_number, applicant, phone, uscc, matter, action, subject, marks, items, state,
                    round, due, due_is_certain, received, window, clerk, revision, haystack, owed, key)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertGrams = try db.cachedStatement(sql: "INSERT INTO search (rowid, grams) VALUES (?, ?)")
    }

    /// A line that can't be found by its words yet.
    struct Unindexed: Sendable {
        let key: Int64
        let haystack: String
    }

    /// Writes a line without its words.
    func insert(_ row: QueueRow) throws -> Unindexed {
        let haystack = SearchText.haystack(row)
        var values: [(any DatabaseValueConvertible)?] = []
        values.reserveCapacity(21)
        for column in QueueRowRecord.values(row, haystack: haystack) { values.append(column.value) }
        values.append(row.key)
        try insert.execute(arguments: StatementArguments(values))
        return Unindexed(key: row.key, haystack: haystack)
    }

    /// Lets lines be found by their words.
    ///
    /// To be called at the end of a batch: the index gathers words in memory, and writes them out at every statement that
    /// SQLite might have to take back alone, which most of the other tables' are.
    func index(_ lines: [Unindexed]) throws {
        let terms = try lines.mapOnAllCores { SearchGrams.terms($0.haystack) }
        for (line, terms) in zip(lines, terms) { try insertGrams.execute(arguments: [line.key, terms]) }
    }

    /// Puts a line in the place of another.
    ///
    /// Writes only the columns that differ: each one named in an update costs every index that it stands in, and most events
    /// change nothing of the line but the revision.
    func replace(_ old: QueueRow, with new: QueueRow, in db: Database) throws {
        precondition(old.key == new.key, "a line stays its case's")
        let (before, after) = (SearchText.haystack(old), SearchText.haystack(new))
        let changes = zip(
            QueueRowRecord.values(old, haystack: before), QueueRowRecord.values(new, haystack: after)
        ).filter { !QueueRowRecord.same($0.value, $1.value) }.map(\.1)
        guard !changes.isEmpty else { return }
        let assignments = changes.map { "\($0.column) = ?" }.joined(separator: ", ")
        let update = try db.cachedStatement(sql: "UPDATE queue_row SET \(assignments) WHERE key = ?")
        try update.execute(arguments: StatementArguments(changes.map(\.value) + [new.key.databaseValue]))
        guard changes.contains(where: { $0.column == "haystack" }) else { return }
        // A contentless index doesn't know what it holds; it has to be told what to forget.
        let forget = try db.cachedStatement(sql: "INSERT INTO search (search, rowid, grams) VALUES ('delete', ?, ?)")
        let known = try SearchIndex.parts(of: old.key, in: db)
        try forget.execute(arguments: [old.key, SearchGrams.terms(before, known)])
        try insertGrams.execute(arguments: [new.key, SearchGrams.terms(after)])
    }

    /// Takes everything that names the applicant out of a line.
    func blank(_ row: QueueRow, at revision: Revision, in db: Database) throws {
        let blank = QueueRow(
            key: row.key, number: row.number, externalNumber: nil, applicant: "", phone: nil, uscc: nil,
            matter: row.matter, action: row.action, subject: row.subject, marks: row.marks, items: row.items,
            state: row.state, round: row.round, due: row.due, dueIsCertain: row.dueIsCertain, owed: row.owed,
            received: row.received, window: row.window, clerk: row.clerk, revision: revision)
        try replace(row, with: blank, in: db)
    }
}
