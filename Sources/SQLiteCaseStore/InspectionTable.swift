package import CaseDomain
package import CaseStore
import Foundation
import GRDB

extension SQLiteCaseStore: InspectionReading {
    package func inspections(_ query: InspectionQuery) throws(StoreError) -> InspectionSheet {
        try storing(at: path) { try reader.read { db in try InspectionTable(db).sheet(query, decoder) } }
    }

    package func neighbours(of number: CaseNumber, limit: Int) throws(StoreError) -> [CaseFile] {
        try storing(at: path) {
            try reader.read { db in
                guard let file = try fileUnlessErased(number, in: db) else { return [] }
                let others = try InspectionTable(db).neighbours(of: file, limit: limit)
                return try others.compactMap { try fileUnlessErased($0, in: db) }
            }
        }
    }
}

/// What is known of the inspection of each case that was accepted, kept in the transaction of its events.
///
/// It names no applicant: who that is stands in the queue's line, and of the premises there is only a digest.
struct InspectionTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE inspection_task (
            case_key INTEGER PRIMARY KEY REFERENCES queue_row (key),
            -- the task that is out: its day, and what it says as JSON
            dispatched INTEGER,
            dispatch TEXT,
            appointment TEXT,
            -- the last day of what has to be put right
            rectify_by INTEGER,
            -- the first outcome: its day, and whether it was enough
            first_on INTEGER,
            first_passed INTEGER CHECK (first_passed IN (0, 1)),
            -- a digest of the folded address
            place INTEGER,
            CHECK ((dispatched IS NULL) = (dispatch IS NULL)),
            CHECK ((first_on IS NULL) = (first_passed IS NULL))
        ) STRICT;
        CREATE INDEX inspection_out ON inspection_task (dispatched) WHERE dispatched IS NOT NULL;
        CREATE INDEX inspection_first ON inspection_task (first_on, first_passed) WHERE first_on IS NOT NULL;
        CREATE INDEX inspection_place ON inspection_task (place) WHERE place IS NOT NULL;
        """

    // MARK: Writing

    /// Keeps what the case says now.
    func put(_ file: CaseFile, key: Int64) throws {
        guard file.acceptance != nil else { return }
        let task = InspectionTask(file)
        let first = file.progress.outcomes.first?.outcome
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO inspection_task
                    (case_key, dispatched, dispatch, appointment, rectify_by, first_on, first_passed, place)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (case_key) DO UPDATE SET
                    dispatched = excluded.dispatched, dispatch = excluded.dispatch,
                    appointment = excluded.appointment, rectify_by = excluded.rectify_by,
                    first_on = excluded.first_on, first_passed = excluded.first_passed, place = excluded.place
                """)
        try statement.execute(arguments: [
            key, task?.on.dayNumber, try task.map { try Self.json($0.dispatch) },
            try task?.appointment.map { try Self.json($0) }, file.rectifyBy?.dayNumber, first?.on.dayNumber,
            first.map { $0.result == .passed }, Self.digest(file.foldedPremises),
        ])
    }

    /// Forgets where the premises were.
    func blank(_ key: Int64) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE inspection_task SET place = NULL, appointment = NULL WHERE case_key = ?")
        try statement.execute(arguments: [key])
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    /// FNV-1a; two addresses that share one are offered to a clerk, who sees both.
    private static func digest(_ address: String) -> Int64? {
        guard !address.isEmpty else { return nil }
        return Int64(
            bitPattern: address.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
    }

    // MARK: Reading

    func sheet(_ query: InspectionQuery, _ decoder: JSONDecoder) throws -> InspectionSheet {
        var waiting: [InspectionSheet.Waiting] = []
        var hasMore = false
        for state in QueueState.awaitingInspection {
            hasMore = try walk(state, query, into: &waiting) || hasMore
        }
        return InspectionSheet(
            unsorted: try out(decoder), waiting: waiting, hasMoreWaiting: hasMore,
            firstLooks: try firstLooks(query), limit: query.limit)
    }

    private func out(_ decoder: JSONDecoder) throws -> [InspectionSheet.Out] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(QueueRowRecord.columns), t.dispatched, t.dispatch, t.appointment
                FROM inspection_task t JOIN queue_row q ON q.key = t.case_key WHERE t.dispatched IS NOT NULL
                """)
        let rows = try Row.fetchCursor(statement)
        var found: [InspectionSheet.Out] = []
        while let row = try rows.next() {
            let line = try QueueRowRecord.row(row)
            let appointment = try (row[22] as Data?).map { try decoder.decode(VideoAppointment.self, from: $0) }
            found.append(
                InspectionSheet.Out(
                    task: InspectionTask(
                        number: line.number,
                        dispatch: try decoder.decode(InspectionDispatch.self, from: row[21] as Data),
                        on: CivilDate(dayNumber: row[20]), appointment: appointment), row: line))
        }
        return found
    }

    /// Looks through the cases in one state, those due first before the others.
    ///
    /// - Returns: whether there are more than were looked through or wanted.
    private func walk(
        _ state: QueueState, _ query: InspectionQuery, into waiting: inout [InspectionSheet.Waiting]
    ) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(QueueRowRecord.columns), t.rectify_by
                FROM queue_row q LEFT JOIN inspection_task t ON t.case_key = q.key
                WHERE q.state = ? ORDER BY q.due, q.key
                """)
        let rows = try Row.fetchCursor(statement, arguments: [state.rawValue])
        var (walked, taken) = (0, 0)
        while let row = try rows.next() {
            guard walked < query.walked, taken <= query.limit else { return true }
            walked += 1
            let line = try QueueRowRecord.row(row)
            guard !query.excuses.excuses(line.outline) else { continue }
            taken += 1
            let rectifyBy = (row[20] as Int?).map { CivilDate(dayNumber: $0) }
            waiting.append(InspectionSheet.Waiting(row: line, rectifyBy: rectifyBy))
        }
        return false
    }

    private func firstLooks(_ query: InspectionQuery) throws -> InspectionSheet.FirstLooks {
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*), coalesce(sum(first_passed), 0) FROM inspection_task
                WHERE first_on BETWEEN ? AND ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [query.from.dayNumber, query.through.dayNumber]) else {
            return InspectionSheet.FirstLooks(count: 0, passed: 0)
        }
        return InspectionSheet.FirstLooks(count: row[0], passed: row[1])
    }

    func neighbours(of file: CaseFile, limit: Int) throws -> [CaseNumber] {
        let states = QueueState.awaitingInspection.map { String($0.rawValue) }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: """
                SELECT q.key, q.number FROM queue_row q
                WHERE q.applicant = (SELECT applicant FROM queue_row WHERE number = ?1)
                    AND q.state IN (\(states)) AND q.number <> ?1
                UNION
                SELECT q.key, q.number FROM inspection_task t CROSS JOIN queue_row q ON q.key = t.case_key
                WHERE t.place = ?2 AND q.state IN (\(states)) AND q.number <> ?1
                ORDER BY 1 LIMIT ?3
                """)
        let rows = try Row.fetchAll(
            statement, arguments: [file.number.text, Self.digest(file.foldedPremises), limit])
        return rows.map { CaseNumber($0[1] as String) }
    }
}
