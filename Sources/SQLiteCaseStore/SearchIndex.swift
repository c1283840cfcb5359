import CaseDomain
package import CaseStore
import GRDB

/// The indexes that let a queue be searched while it is walked. They came with schema 3, or became what they are.
enum QueueIndex: String, CaseIterable {
    /// Wide enough that a row can be tested for everything without being looked up.
    case due = "queue_due"
    case open = "queue_open"
    /// The few that have a notice behind them and aren't done.
    case noticed = "queue_noticed"
    case owed = "queue_owed"
    /// By the province's number, so that a file that is imported twice is noticed. It and what follows came with schema 4.
    case external = "queue_external"
    /// 在办, and 待发证、待送达.
    case inProgress = "queue_in_progress"
    case afterDecision = "queue_after_decision"

    var schema: String {
        let wide = "due, key, state, round, window, clerk, haystack"
        return switch self {
        case .due: "CREATE INDEX queue_due ON queue_row (\(wide));"
        case .open: "CREATE INDEX queue_open ON queue_row (\(wide)) WHERE state <= 1;"
        case .noticed:
            """
            CREATE INDEX queue_noticed ON queue_row (due, key, state, round, window, clerk)
                WHERE state <= 1 AND round >= 1;
            """
        case .owed: "CREATE INDEX queue_owed ON queue_row (owed, key) WHERE owed IS NOT NULL;"
        case .external:
            "CREATE INDEX queue_external ON queue_row (external_number) WHERE external_number IS NOT NULL;"
        case .inProgress, .afterDecision:
            "CREATE INDEX \(rawValue) ON queue_row (due, key, state, round, window, clerk) WHERE \(states);"
        }
    }

    /// The states that a partial index holds, as every query that uses it must have them too: literally, or SQLite
    /// wouldn't know that it may.
    private var states: String { FilterBounds.among(filter?.states ?? []) }

    private var filter: QueueFilter? {
        switch self {
        case .inProgress: .inProgress
        case .afterDecision: .afterDecision
        case .due, .open, .noticed, .owed, .external: nil
        }
    }

    /// The index of a view that is nothing but states.
    static func holding(_ filter: QueueFilter) -> QueueIndex? { allCases.first { $0.filter == filter } }

    /// Makes the index what it is in a new store.
    func renew(in db: Database) throws {
        try db.execute(sql: "DROP INDEX IF EXISTS \(rawValue); \(schema)")
    }
}

/// How far the indexes of an older store have been brought to what a new one has.
enum SearchIndex {
    private static let name = "search"
    private static let complete = "complete"

    /// Grams that came to the index of words later than the queue's indexes, in the order in which they came.
    fileprivate enum Latecomer: String, CaseIterable {
        case syllables = "search-syllables"
        case endings = "search-endings"

        var part: SearchGrams.Parts {
            switch self {
            case .syllables: .syllables
            case .endings: .endings
            }
        }
    }

    static func markComplete(in db: Database) throws {
        try markQueueComplete(in: db)
        for latecomer in Latecomer.allCases { try Meta.set(latecomer.rawValue, complete, in: db) }
    }

    /// A store that had all indexes of schema 3 still needs those that schema 4 brought; its words are another matter.
    static func reopen(in db: Database) throws {
        let made = try Set(String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index'"))
        guard let first = QueueIndex.allCases.firstIndex(where: { !made.contains($0.rawValue) }),
            try isQueueComplete(db)
        else { return }
        try save((.max, first), in: db)
    }

    fileprivate static func markQueueComplete(in db: Database) throws { try Meta.set(name, complete, in: db) }

    /// Whether all is as in a new store.
    static func isComplete(_ db: Database) throws -> Bool { try isQueueComplete(db) && parts(db) == .all }

    /// Whether the queue has its indexes, and the index of words all but the latecomers.
    static func isQueueComplete(_ db: Database) throws -> Bool { try Meta.value(name, in: db) == complete }

    /// What the index of words knows of every case.
    static func parts(_ db: Database) throws -> SearchGrams.Parts { try parts(of: .max, in: db) }

    /// What the index of words knows of a case.
    static func parts(of key: Int64, in db: Database) throws -> SearchGrams.Parts {
        var parts: SearchGrams.Parts = .texts
        if try isQueueComplete(db) || key <= progress(db).key { parts.insert(.additions) }
        for latecomer in Latecomer.allCases where try key <= progress(of: latecomer, db) {
            parts.insert(latecomer.part)
        }
        return parts
    }

    /// The last case whose words but the latecomers are all in the index, and how many of the queue's indexes are done.
    fileprivate static func progress(_ db: Database) throws -> (key: Int64, indexes: Int) {
        let numbers = try (Meta.value(name, in: db) ?? "").split(separator: " ").compactMap { Int64($0) }
        return numbers.count == 2 ? (numbers[0], Int(numbers[1])) : (0, 0)
    }

    fileprivate static func save(_ progress: (key: Int64, indexes: Int), in db: Database) throws {
        try Meta.set(name, "\(progress.key) \(progress.indexes)", in: db)
    }

    /// The first of the latecomers that still has cases before it.
    fileprivate static func unfinished(_ db: Database) throws -> Latecomer? {
        try Latecomer.allCases.first { try progress(of: $0, db) < .max }
    }

    /// The last case whose grams of that kind are in the index; the greatest number where all are.
    fileprivate static func progress(of latecomer: Latecomer, _ db: Database) throws -> Int64 {
        guard let value = try Meta.value(latecomer.rawValue, in: db) else { return 0 }
        return value == complete ? .max : Int64(value) ?? 0
    }

    /// - Parameter key: nil where there is no case left.
    fileprivate static func save(_ latecomer: Latecomer, upTo key: Int64?, in db: Database) throws {
        try Meta.set(latecomer.rawValue, key.map(String.init) ?? complete, in: db)
    }
}

extension SQLiteCaseStore {
    /// Brings the indexes of a store that an earlier program made a step nearer to those of a new one. Until they are done,
    /// everything is found as well, only more slowly.
    ///
    /// Meant to be called again and again from a worker after the first screen stands; each call is one transaction, and
    /// an interrupted work goes on where it was.
    ///
    /// - Parameter batch: cases to look at in this call.
    /// - Returns: whether there is more to do.
    package func completeSearch(batch: Int = 1_000) throws(StoreError) -> Bool {
        try storing(at: path) {
            if try reader.read(SearchIndex.isComplete) { return false }
            return try writer.write { db in
                // Another process may have been faster.
                if try SearchIndex.isComplete(db) { return false }
                if try SearchIndex.isQueueComplete(db) { return try completeLatecomer(batch, in: db) }
                return try completeSearch(batch, in: db)
            }
        }
    }

    private func completeSearch(_ batch: Int, in db: Database) throws -> Bool {
        var progress = try SearchIndex.progress(db)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(QueueRowRecord.columns), q.haystack FROM queue_row q
                    WHERE q.key > ? ORDER BY q.key LIMIT ?
                    """), arguments: [progress.key, batch])
        let grams = try db.cachedStatement(sql: "INSERT INTO search (rowid, grams) VALUES (?, ?)")
        for row in rows {
            let line = try QueueRowRecord.row(row)
            try grams.execute(arguments: [line.key, SearchGrams.terms(row["haystack"], .additions)])
            progress.key = line.key
            guard line.state == .acceptedWithGaps, let file = try fileUnlessErased(line.number, in: db) else {
                continue
            }
            try SearchIndex.save(progress, in: db)
            try QueueWriter(db).replace(line, with: line.owing(projection.row(of: file, key: line.key).owed), in: db)
        }
        if rows.count < batch {
            guard progress.indexes < QueueIndex.allCases.count else {
                try SearchIndex.markQueueComplete(in: db)
                return true
            }
            try QueueIndex.allCases[progress.indexes].renew(in: db)
            progress.indexes += 1
        }
        try SearchIndex.save(progress, in: db)
        return true
    }
}

extension SQLiteCaseStore {
    private func completeLatecomer(_ batch: Int, in db: Database) throws -> Bool {
        guard let latecomer = try SearchIndex.unfinished(db) else { return false }
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT key, haystack FROM queue_row WHERE key > ? ORDER BY key LIMIT ?"),
            arguments: [SearchIndex.progress(of: latecomer, db), batch])
        let grams = try db.cachedStatement(sql: "INSERT INTO search (rowid, grams) VALUES (?, ?)")
        for row in rows {
            let terms = SearchGrams.terms(row[1], latecomer.part)
            if !terms.isEmpty { try grams.execute(arguments: [row[0] as Int64, terms]) }
        }
        try SearchIndex.save(latecomer, upTo: rows.count < batch ? nil : rows.last?[0], in: db)
        return try SearchIndex.unfinished(db) != nil
    }
}

extension QueueRow {
    /// The same line with another day on which something is owed.
    fileprivate func owing(_ day: CivilDate?) -> QueueRow {
        QueueRow(
            key: key, number: number, externalNumber: externalNumber, applicant: applicant, phone: phone, uscc: uscc,
            matter: matter, action: action, subject: subject, marks: marks, items: items, state: state, round: round,
            due: due, dueIsCertain: dueIsCertain, owed: day, received: received, window: window, clerk: clerk,
            revision: revision)
    }
}
