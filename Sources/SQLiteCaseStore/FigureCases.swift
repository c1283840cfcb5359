package import CaseDomain
package import CaseStore
import GRDB

/// The cases behind the figures.
extension SQLiteCaseStore {
    package func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try storing(at: path) {
            try counter.read { db in
                let page = CasePage(db, query.whose, after: key ?? 0, limit: limit)
                var keys: Set<Int64> = []
                for measure in measures {
                    keys.formUnion(try page.keys(.dailyFacts, term: measure.ordinal, days: query.days))
                }
                if measures.contains(.answeredLate), let due = query.unansweredDue {
                    keys.formUnion(try page.keys(unansweredDue: due, in: query))
                }
                return try page.rows(keys)
            }
        }
    }

    package func cases(
        with defect: FigureSheet.DefectCount, in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        try storing(at: path) {
            try counter.read { db in
                let find = try db.cachedStatement(
                    sql: "SELECT id FROM figure_defect WHERE material = ? AND defect = ?")
                let names: StatementArguments = [defect.material?.ordinal ?? -1, defect.defect]
                guard let id = try Int.fetchOne(find, arguments: names) else { return [] }
                let page = CasePage(db, query.whose, after: key ?? 0, limit: limit)
                return try page.rows(page.keys(.dailyDefects, term: id, days: query.days))
            }
        }
    }

    package func cases(on board: BoardQuery, after last: QueueRow?, limit: Int) throws(StoreError) -> [QueueRow] {
        if let measures = board.figure.measures {
            var query = FigureQuery(days: board.today...board.today)
            (query.window, query.clerk) = (board.window, board.clerk)
            return try cases(measured: measures, in: query, after: last?.key, limit: limit)
        }
        return try storing(at: path) { try counter.read { try board.standing(after: last, limit: limit, in: $0) } }
    }
}

/// One page of cases, in order of receipt.
private struct CasePage {
    private let db: Database
    private let whose: Condition
    private let after: Int64
    private let limit: Int

    /// - Parameter whose: a condition on `figure_party p`.
    init(_ db: Database, _ whose: Condition, after: Int64, limit: Int) {
        self.db = db
        self.whose = whose
        self.after = after
        self.limit = limit
    }

    private var isWhose: String {
        whose.arguments.isEmpty ? "1" : "party IN (SELECT p.id FROM figure_party p WHERE \(whose.sql))"
    }

    /// The first cases that count for something in some days. Within a month they lie in order of receipt, so each month
    /// gives its first, and the page is the first of these.
    func keys(_ kind: Tally.Kind, term: Int, days: ClosedRange<CivilDate>) throws -> [Int64] {
        let span = try db.cachedStatement(
            sql: """
                SELECT (SELECT min(month) FROM figure_case WHERE kind = ?1 AND term = ?2),
                    (SELECT max(month) FROM figure_case WHERE kind = ?1 AND term = ?2)
                """)
        guard let known = try Row.fetchOne(span, arguments: [kind.rawValue, term]), let from = known[0] as Int?,
            let through = known[1] as Int?
        else { return [] }
        let (first, last) = (max(from, days.lowerBound.month), min(through, days.upperBound.month))
        guard first <= last else { return [] }
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT key FROM figure_case
                WHERE kind = ? AND term = ? AND month = ? AND key > ? AND day BETWEEN ? AND ? AND \(isWhose)
                ORDER BY key LIMIT ?
                """)
        return try (first...last).flatMap { month in
            let bounds: [(any DatabaseValueConvertible)?] = [
                kind.rawValue, term, month, after, days.lowerBound.dayNumber, days.upperBound.dayNumber,
            ]
            return try Int64.fetchAll(
                statement, arguments: StatementArguments(bounds + whose.arguments + [limit]))
        }
    }

    /// The first cases whose answer is due in some days and wasn't given. The queue's indexes have all that is asked for;
    /// the figures' own lines would have to be walked to the end, where few are late.
    func keys(unansweredDue days: ClosedRange<CivilDate>, in query: FigureQuery) throws -> [Int64] {
        let (first, last) = (days.lowerBound.dayNumber, days.upperBound.dayNumber)
        // The partial index holds nothing beyond these two states, and SQLite wants to be told so.
        var tests = [Condition("q.state <= 1 AND q.state = 0"), Condition("q.due BETWEEN ? AND ?", first, last)]
        tests.append(Condition("q.key > ?", after))
        if let window = query.window { tests.append(Condition("q.window = ?", window)) }
        if let clerk = query.clerk { tests.append(Condition("q.clerk = ?", clerk.text)) }
        if let matter = query.matter { tests.append(Condition("q.matter = ?", matter.ordinal)) }
        let isOfAll = query.window == nil && query.clerk == nil
        let index = query.matter != nil ? "queue_matter" : isOfAll ? "queue_state" : "queue_open"
        let whole = Condition.all(tests)
        let statement = try db.cachedStatement(
            sql: "SELECT q.key FROM queue_row q INDEXED BY \(index) WHERE \(whole.sql) ORDER BY q.key LIMIT ?")
        return try Int64.fetchAll(statement, arguments: StatementArguments(whole.arguments + [limit]))
    }

    func rows(_ keys: some Collection<Int64>) throws -> [QueueRow] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.key = ?")
        return try keys.sorted().prefix(limit).compactMap { key in
            try Row.fetchOne(statement, arguments: [key]).map(QueueRowRecord.row)
        }
    }
}

extension BoardQuery {
    /// The cases of a column that is about how the work stands, in the order of their due days.
    fileprivate func standing(after last: QueueRow?, limit: Int, in db: Database) throws -> [QueueRow] {
        var tests: [Condition] = [condition]
        if let last {
            tests.append(
                Condition("(q.due, q.key) > (?, ?)", last.due?.dayNumber ?? DueColumn.none, last.key))
        }
        if let window { tests.append(Condition("+q.window = ?", window)) }
        if let clerk { tests.append(Condition("+q.clerk = ?", clerk.text)) }
        // The index by due day has all that is asked for in it; the plus signs keep SQLite from another that doesn't.
        let whole = Condition.all(tests)
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE \(whole.sql)
                ORDER BY q.due, q.key LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: StatementArguments(whole.arguments + [limit]))
            .map(QueueRowRecord.row)
    }

    private var condition: Condition {
        let states = QueueState.allCases.filter { counts($0) }.map { String($0.rawValue) }
        let among = Condition("+q.state IN (\(states.joined(separator: ", ")))")
        let due = { (from: Int, through: Int) in
            Condition.all([Condition("q.due BETWEEN ? AND ?", from, through), among])
        }
        switch figure {
        case .dueToday: return due(today.dayNumber, today.dayNumber)
        case .overdue: return due(0, today.dayNumber - 1)
        case .idle:
            let worked = Condition(
                "(SELECT l.worked FROM figure_line l WHERE l.key = q.key) < ?", idleSince.dayNumber)
            return .all([among, worked])
        case .waiting, .awaiting, .inHand, .afterDecision, .receivedToday, .decidedToday: return among
        }
    }

    /// Whether the column counts cases in a state, on the days that it is about.
    private func counts(_ state: QueueState) -> Bool {
        DayBoard.counts(
            state, due: figure == .overdue ? today.adding(days: -1) : today, workedOn: idleSince.adding(days: -1),
            as: figure, on: today, idleSince: idleSince)
    }
}
