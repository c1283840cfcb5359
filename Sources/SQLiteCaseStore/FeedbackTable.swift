package import CaseDomain
package import CaseStore
import Foundation
import GRDB

extension SQLiteCaseStore: FeedbackStoring {
    package func perform(
        _ act: FeedbackAct, stamp: EventStamp
    ) throws(StoreError) -> Result<Feedback, FeedbackRefusal> {
        try storing(at: path) {
            // The write is begun before the log is looked at, so that no number is given out twice.
            try writer.write { db in
                let table = FeedbackTable(db, decoder)
                let history = try act.number.map(table.events(of:)) ?? []
                let (next, sequence) = (try table.lastNumber() + 1, try table.counter() + 1)
                switch Result(catching: { () throws(FeedbackRefusal) in
                    try act.event(
                        after: history, next: FeedbackNumber(next), sequence: sequence, stamp: stamp)
                }) {
                case .failure(let refusal): return .failure(refusal)
                case .success(let event):
                    try table.append(event)
                    guard let feedback = Feedback(history + [event]) else {
                        return .failure(.noSuchFeedback(event.number))
                    }
                    return .success(feedback)
                }
            }
        }
    }

    package func feedback(closedSince since: Moment, counter: Int?) throws(StoreError) -> FeedbackSheet? {
        try storing(at: path) {
            try reader.read { db in
                let table = FeedbackTable(db, decoder)
                let now = try table.counter()
                guard now != counter else { return nil }
                return FeedbackSheet(counter: now, items: try table.items(closedSince: since))
            }
        }
    }

    package func feedbackHistory(of number: FeedbackNumber) throws(StoreError) -> [FeedbackEvent] {
        try storing(at: path) { try reader.read { try FeedbackTable($0, decoder).events(of: number) } }
    }

    package func openBadRatings(limit: Int) throws(StoreError) -> [BadRating] {
        try storing(at: path) { try reader.read { try BadRatingTable($0).open(limit: limit) } }
    }
}

/// The log of the feedback, inside a transaction that the caller has begun. What was said lies in a table of its own,
/// as the bodies of the cases' events do.
struct FeedbackTable {
    private let db: Database
    private let decoder: JSONDecoder

    init(_ db: Database, _ decoder: JSONDecoder) {
        self.db = db
        self.decoder = decoder
    }

    static let schema = """
        CREATE TABLE feedback_event (
            sequence INTEGER PRIMARY KEY,
            feedback INTEGER NOT NULL CHECK (feedback >= 1),
            deed TEXT NOT NULL,
            at INTEGER NOT NULL,
            clerk TEXT NOT NULL
        ) STRICT;
        CREATE INDEX feedback_number ON feedback_event (feedback, sequence);
        CREATE INDEX feedback_closed ON feedback_event (feedback, at) WHERE deed = 'closed';
        CREATE UNIQUE INDEX feedback_opened ON feedback_event (feedback) WHERE deed = 'opened';
        CREATE TABLE feedback_body (
            sequence INTEGER PRIMARY KEY REFERENCES feedback_event (sequence),
            body TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER feedback_event_stays BEFORE UPDATE ON feedback_event
            BEGIN SELECT RAISE(ABORT, 'feedback is never changed'); END;
        CREATE TRIGGER feedback_event_is_kept BEFORE DELETE ON feedback_event
            BEGIN SELECT RAISE(ABORT, 'feedback is never deleted'); END;
        CREATE TRIGGER feedback_body_stays BEFORE UPDATE ON feedback_body
            BEGIN SELECT RAISE(ABORT, 'feedback is never changed'); END;
        """

    /// The place of the last event; 0 before the first.
    func counter() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(sequence) FROM feedback_event")) ?? 0
    }

    func lastNumber() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(feedback) FROM feedback_event")) ?? 0
    }

    func append(_ event: FeedbackEvent) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO feedback_event (sequence, feedback, deed, at, clerk) VALUES (?, ?, ?, ?, ?)")
        try insert.execute(arguments: [
            event.sequence, event.number.count, event.deed.kind, event.stamp.at.secondsSince1970, event.stamp.by.text,
        ])
        let body = try db.cachedStatement(sql: "INSERT INTO feedback_body (sequence, body) VALUES (?, ?)")
        let json = String(decoding: try JSONEncoder().encode(event.deed), as: UTF8.self)
        try body.execute(arguments: [event.sequence, json])
    }

    func events(of number: FeedbackNumber) throws -> [FeedbackEvent] {
        let statement = try db.cachedStatement(
            sql: "\(Self.columns) WHERE e.feedback = ? ORDER BY e.sequence")
        return try events(statement, [number.count])
    }

    func items(closedSince since: Moment) throws -> [Feedback] {
        let statement = try db.cachedStatement(
            sql: """
                \(Self.columns) WHERE NOT EXISTS (
                    SELECT 1 FROM feedback_event c
                    WHERE c.feedback = e.feedback AND c.deed = 'closed' AND c.at < ?)
                ORDER BY e.feedback, e.sequence
                """)
        let all = try events(statement, [since.secondsSince1970])
        return all.split { $0.number != $1.number }.compactMap { Feedback($0) }
    }

    private static let columns = """
        SELECT e.sequence, e.feedback, e.at, e.clerk, b.body
        FROM feedback_event e JOIN feedback_body b ON b.sequence = e.sequence
        """

    private func events(_ statement: Statement, _ arguments: StatementArguments) throws -> [FeedbackEvent] {
        try Row.fetchAll(statement, arguments: arguments).map { row in
            let body: Data = row[4]
            return FeedbackEvent(
                sequence: row[0], number: FeedbackNumber(row[1]),
                deed: try decoder.decode(FeedbackDeed.self, from: body),
                stamp: EventStamp(at: Moment(secondsSince1970: row[2]), by: ClerkID(row[3] as String)))
        }
    }
}

extension Array {
    /// Cuts between two neighbours that don't belong together.
    fileprivate func split(where isCut: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var parts: [ArraySlice<Element>] = []
        var start = startIndex
        for place in indices.dropFirst() where isCut(self[place - 1], self[place]) {
            parts.append(self[start..<place])
            start = place
        }
        return isEmpty ? [] : parts + [self[start...]]
    }
}

/// The cases with a bad rating that isn't put right yet, kept in the transaction of their events.
struct BadRatingTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE bad_rating (
            case_key INTEGER PRIMARY KEY REFERENCES queue_row (key),
            level INTEGER NOT NULL,
            day INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX bad_rating_day ON bad_rating (day, case_key);
        """

    /// - Parameter before: the case as its line was made; nil for one that has none.
    func follow(_ file: CaseFile, before: CaseFile?, key: Int64) throws {
        let (old, new) = (before?.progress.openBadRating, file.progress.openBadRating)
        guard old?.rating.level != new?.rating.level || old?.on != new?.on else { return }
        guard let new else { return try forget(key) }
        let put = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO bad_rating (case_key, level, day) VALUES (?, ?, ?)")
        try put.execute(arguments: [key, new.rating.level.ordinal, new.on.dayNumber])
    }

    func forget(_ key: Int64) throws {
        let delete = try db.cachedStatement(sql: "DELETE FROM bad_rating WHERE case_key = ?")
        try delete.execute(arguments: [key])
    }

    func open(limit: Int) throws -> [BadRating] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT q.number, q.applicant, q.window, q.clerk, b.level, b.day
                FROM bad_rating b JOIN queue_row q ON q.key = b.case_key ORDER BY b.day, b.case_key LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [limit]).map { row in
            guard let level = Rating.Level.allCases[ordinal: row[4]] else {
                throw StoreError.corrupt(detail: "a rating of an unknown level")
            }
            return BadRating(
                number: CaseNumber(row[0] as String), applicant: row[1], window: row[2],
                clerk: ClerkID(row[3] as String), level: level, on: CivilDate(dayNumber: row[5]))
        }
    }
}
