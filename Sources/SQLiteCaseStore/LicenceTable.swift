import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: LicenceStoring {
    package func expiringFirms(
        _ query: ExpiryQuery, after place: LicencePlace?, limit: Int
    ) throws(StoreError) -> [FirmLicences] {
        try storing(at: path) { try counter.read { try LicenceTable($0).firms(query, after: place, limit: limit) } }
    }

    package func countExpiringFirms(_ query: ExpiryQuery) throws(StoreError) -> Int {
        try storing(at: path) { try counter.read { try LicenceTable($0).count(query) } }
    }
}

/// 证照台账, kept in the transaction of the cases that know the licences.
///
/// Each case has its own lines; of those about one licence only the latest case's is `current`. Whatever is asked for is
/// current and open, so the indexes hold nothing else: years of licences that are over cost no look.
struct LicenceTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE licence (
            case_key INTEGER NOT NULL REFERENCES queue_row (key),
            role INTEGER NOT NULL,
            licence TEXT NOT NULL,
            -- as LicenceLine folds it
            folded TEXT NOT NULL,
            expires INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            firm TEXT NOT NULL,
            phone TEXT NOT NULL,
            window TEXT NOT NULL,
            contact_day INTEGER,
            contact_channel INTEGER,
            contact_answer INTEGER,
            messaged INTEGER,
            current INTEGER NOT NULL CHECK (current IN (0, 1)),
            PRIMARY KEY (case_key, role),
            CHECK ((contact_day IS NULL) = (contact_channel IS NULL)
                AND (contact_day IS NULL) = (contact_answer IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX licence_number ON licence (folded);
        CREATE INDEX licence_due ON licence
            (expires, case_key, role, firm, window, contact_day, contact_channel, contact_answer)
            WHERE current = 1 AND standing = 0;
        CREATE INDEX licence_firm ON licence
            (firm, expires, case_key, role, window, contact_day, contact_channel, contact_answer)
            WHERE current = 1 AND standing = 0;
        """

    // MARK: Keeping

    /// Brings the lines of a case to what it knows now.
    ///
    /// - Parameter before: the case as its lines were made; nil for one that has none.
    func follow(_ file: CaseFile, before: CaseFile?, key: Int64) throws {
        let old = before.map(LicenceLine.lines(of:)) ?? []
        let new = LicenceLine.lines(of: file)
        guard old != new else { return }
        for line in old where !new.contains(where: { $0.role == line.role }) { try remove(line.role, of: key) }
        for line in new where !old.contains(line) { try put(line, key) }
        for folded in Set((old + new).map(\.folded)).sorted() { try choose(folded) }
    }

    /// Takes everything about the licences of a case away, because it was erased.
    func forget(_ key: Int64) throws {
        let numbers = try db.cachedStatement(sql: "SELECT folded FROM licence WHERE case_key = ?")
        let folded = try String.fetchAll(numbers, arguments: [key])
        let delete = try db.cachedStatement(sql: "DELETE FROM licence WHERE case_key = ?")
        try delete.execute(arguments: [key])
        for number in folded { try choose(number) }
    }

    private func remove(_ role: LicenceLine.Role, of key: Int64) throws {
        let delete = try db.cachedStatement(sql: "DELETE FROM licence WHERE case_key = ? AND role = ?")
        try delete.execute(arguments: [key, role.rawValue])
    }

    private func put(_ line: LicenceLine, _ key: Int64) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO licence
                    (case_key, role, licence, folded, expires, standing, firm, phone, window, contact_day,
                    contact_channel, contact_answer, messaged, current)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """)
        try insert.execute(arguments: [
            key, line.role.rawValue, line.licence, line.folded, line.expiresOn.dayNumber, line.standing.rawValue,
            line.firm, line.phone, line.window, line.contact?.on.dayNumber, line.contact?.channel.ordinal,
            line.contact?.answer.ordinal, line.messagedOn?.dayNumber,
        ])
    }

    /// Of the lines about one licence the latest counts.
    private func choose(_ folded: String) throws {
        let others = try db.cachedStatement(
            sql: """
                UPDATE licence SET current = NOT current
                WHERE folded = ?1 AND current <> ((case_key, role) = (
                    SELECT case_key, role FROM licence WHERE folded = ?1 ORDER BY case_key DESC, role DESC LIMIT 1))
                """)
        try others.execute(arguments: [folded])
    }

    // MARK: Reading

    /// What a query asks of a line that is current and open.
    private static func condition(_ query: ExpiryQuery, of name: String) -> Condition {
        var parts = [Condition("\(name).expires <= ?", query.through.dayNumber)]
        if let from = query.from { parts.append(Condition("\(name).expires >= ?", from.dayNumber)) }
        if !query.windows.isEmpty {
            let places = query.windows.map { _ in "?" }.joined(separator: ", ")
            var windows = Condition("\(name).window IN (\(places))")
            windows.arguments = query.windows
            parts.append(windows)
        }
        switch query.contact {
        case .any: break
        case .none: parts.append(Condition("\(name).contact_day IS NULL"))
        case .channel(let channel): parts.append(Condition("\(name).contact_channel = ?", channel.ordinal))
        case .answer(let answer): parts.append(Condition("\(name).contact_answer = ?", answer.ordinal))
        case .due(let days):
            let answers = ExpiryContact.Answer.allCases.filter { days[$0] != nil }
            let cases = answers.map { "WHEN \($0.ordinal) THEN ?" }.joined(separator: " ")
            var due = Condition(
                answers.isEmpty
                    ? "\(name).contact_day IS NULL"
                    : """
                    (\(name).contact_day IS NULL
                        OR \(name).contact_day <= CASE \(name).contact_answer \(cases) END)
                    """)
            due.arguments = answers.map { days[$0]?.dayNumber }
            parts.append(due)
        }
        return .all(parts)
    }

    private static let open = "current = 1 AND standing = 0"

    func firms(_ query: ExpiryQuery, after place: LicencePlace?, limit: Int) throws -> [FirmLicences] {
        var wanted = Self.condition(query, of: "l")
        if let place {
            wanted.sql += " AND (l.expires, l.case_key, l.role) > (?, ?, ?)"
            wanted.arguments += [place.expiresOn.dayNumber, place.key, place.role.rawValue]
        }
        // A firm stands where its first licence does that the query means.
        let earlier = Self.condition(query, of: "e")
        let statement = try db.cachedStatement(
            sql: """
                SELECT l.firm, l.expires, l.case_key, l.role FROM licence l INDEXED BY licence_due
                WHERE l.\(Self.open) AND \(wanted.sql) AND NOT EXISTS (
                    SELECT 1 FROM licence e INDEXED BY licence_firm
                    WHERE e.\(Self.open) AND e.firm = l.firm AND \(earlier.sql)
                        AND (e.expires, e.case_key, e.role) < (l.expires, l.case_key, l.role))
                ORDER BY l.expires, l.case_key, l.role LIMIT ?
                """)
        let rows = try Row.fetchAll(
            statement, arguments: StatementArguments(wanted.arguments + earlier.arguments + [limit]))
        return try rows.map { row in
            let firm: String = row[0]
            guard let role = LicenceLine.Role(rawValue: row[3]) else { throw Self.unknown }
            return FirmLicences(
                firm: firm, licences: try licences(of: firm, through: query.through),
                place: LicencePlace(expiresOn: CivilDate(dayNumber: row[1]), key: row[2], role: role))
        }
    }

    func count(_ query: ExpiryQuery) throws -> Int {
        let wanted = Self.condition(query, of: "l")
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(DISTINCT l.firm) FROM licence l INDEXED BY licence_due
                WHERE l.\(Self.open) AND \(wanted.sql)
                """)
        return try Int.fetchOne(statement, arguments: StatementArguments(wanted.arguments)) ?? 0
    }

    private func licences(of firm: String, through last: CivilDate) throws -> [LedgerLicence] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT l.case_key, l.role, l.licence, l.folded, l.expires, l.phone, l.window, l.contact_day,
                    l.contact_channel, l.contact_answer, l.messaged, q.number, q.revision, q.applicant, q.matter
                FROM licence l INDEXED BY licence_firm JOIN queue_row q ON q.key = l.case_key
                WHERE l.\(Self.open) AND l.firm = ? AND l.expires <= ? ORDER BY l.expires, l.case_key, l.role
                """)
        return try Row.fetchAll(statement, arguments: [firm, last.dayNumber]).map { row in
            guard let role = LicenceLine.Role(rawValue: row[1]), let matter = Matter.allCases[ordinal: row[14]] else {
                throw Self.unknown
            }
            return LedgerLicence(
                key: row[0], revision: Revision(row[12]),
                line: LicenceLine(
                    number: CaseNumber(row[11] as String), role: role, licence: row[2], folded: row[3],
                    expiresOn: CivilDate(dayNumber: row[4]), standing: .open, matter: matter, firm: firm,
                    applicant: row[13], phone: row[5], window: row[6], contact: try contact(row),
                    messagedOn: (row[10] as Int?).map { CivilDate(dayNumber: $0) }))
        }
    }

    private func contact(_ row: Row) throws -> LicenceLine.Contact? {
        guard let day = row[7] as Int? else { return nil }
        guard let channel = ExpiryContact.Channel.allCases[ordinal: row[8]],
            let answer = ExpiryContact.Answer.allCases[ordinal: row[9]]
        else { throw Self.unknown }
        return LicenceLine.Contact(on: CivilDate(dayNumber: day), channel: channel, answer: answer)
    }

    private static let unknown = StoreError.corrupt(detail: "the ledger of licences holds an unknown term")
}

/// How far the ledger of an older store has come.
enum LicenceCompletion {
    private static let name = "licences"
    private static let complete = "complete"

    static func markComplete(in db: Database) throws { try Meta.set(name, complete, in: db) }

    static func isComplete(_ db: Database) throws -> Bool { try Meta.value(name, in: db) == complete }

    /// The last case that was looked at.
    fileprivate static func progress(_ db: Database) throws -> Int64 {
        try Meta.value(name, in: db).flatMap { Int64($0) } ?? 0
    }

    fileprivate static func save(_ key: Int64, in db: Database) throws { try Meta.set(name, String(key), in: db) }
}

extension SQLiteCaseStore {
    /// Brings what the ledgers of licences and ratings know of a store that an earlier program made a step nearer to the
    /// whole. Meant to be called again and again from a worker, as `completeSearch`.
    ///
    /// - Parameter batch: cases to look at in this call.
    /// - Returns: whether there is more to do.
    package func completeLedgers(batch: Int = 500) throws(StoreError) -> Bool {
        try storing(at: path) {
            if try reader.read(LicenceCompletion.isComplete) { return false }
            return try writer.write { db in
                // Another process may have been faster.
                if try LicenceCompletion.isComplete(db) { return false }
                let done = try LicenceCompletion.progress(db)
                let statement = try db.cachedStatement(
                    sql: "SELECT key, number FROM queue_row WHERE key > ? ORDER BY key LIMIT ?")
                let cases = try Row.fetchAll(statement, arguments: [done, batch])
                for row in cases {
                    guard let file = try fileUnlessErased(CaseNumber(row[1] as String), in: db) else { continue }
                    try LicenceTable(db).follow(file, before: nil, key: row[0])
                    try BadRatingTable(db).follow(file, before: nil, key: row[0])
                }
                guard cases.count == batch, let last = cases.last else {
                    try LicenceCompletion.markComplete(in: db)
                    return false
                }
                try LicenceCompletion.save(last[0], in: db)
                return true
            }
        }
    }
}
