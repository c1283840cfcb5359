import CaseDomain
import CaseStore
import GRDB

/// Where `QueueReading` changes its mind, in rows.
package struct QueueEffort: Sendable {
    /// Tested on a walk before it gives up, where each is looked up or listened to.
    let walk: Int
    /// So many times as many are read along a wide index meanwhile.
    let wideness = 8
    /// The same where a walk is tried before anything is known: a search for less than a gram.
    let trial: Int
    /// Between these lies how many hits are few enough to be gathered.
    let few: ClosedRange<Int>

    package init(walk: Int, trial: Int, few: ClosedRange<Int>) {
        self.walk = walk
        self.trial = trial
        self.few = few
    }

    package static let standard = QueueEffort(walk: 8_000, trial: 4_000, few: 500...10_000)
}

/// Reads one stretch of the queue, choosing for each query the way that stays short.
///
/// An index gives the order, or it gives the few rows that are sought, seldom both. Where it gives both, a page is one
/// walk. Else a *frequent* thing is met soon by walking the order and testing each row, while a *rare* one is best
/// gathered and sorted; either way is a hundred times too slow for the other's case. A count that stops at a limit tells
/// them apart, and a walk that was promised too much gives up after so many rows and gathers after all.
struct QueueReading {
    /// Where few rows are gathered from.
    private enum Source {
        case search(SearchGrams.Search)
        case index(String, [Condition])
    }

    private let db: Database
    private let query: QueueQuery
    private let filter: FilterBounds
    private let sought: SoughtText
    /// Nil where nothing is sought, and where the index of words can't tell yet.
    private let search: SearchGrams.Search?
    /// No more cases than this.
    private let size: Int
    private let effort: QueueEffort

    init(_ db: Database, _ query: QueueQuery, effort: QueueEffort) throws {
        self.db = db
        self.effort = effort
        self.query = query
        let isIndexed = try SearchIndex.isComplete(db)
        var filter = FilterBounds(query, isIndexed: isIndexed)
        if filter.scopes != nil {
            // As a rule few cases are open and many are old. Where a whole backlog is open, the old ones are the fewer.
            let open = try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(*) FROM (
                            SELECT 1 FROM queue_row INDEXED BY queue_open WHERE state <= 1 LIMIT ?)
                        """), arguments: [effort.walk + 1])
            filter.isByReceipt = open ?? 0 > effort.walk
        }
        self.filter = filter
        sought = SoughtText(query.search)
        search = sought.isEmpty ? nil : SearchGrams.search(sought, in: isIndexed ? .all : .texts)
        size = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(key) FROM queue_row")) ?? 0
    }

    func page(from anchor: QueueAnchor, limit: Int) throws -> QueuePage {
        switch anchor {
        case .first:
            let rows = try rows(from: nil, forward: true, limit: limit + 1)
            return QueuePage(rows: Array(rows.prefix(limit)), hasEarlier: false, hasLater: rows.count > limit)
        case .last:
            let rows = try rows(from: nil, forward: false, limit: limit + 1)
            return QueuePage(rows: rows.prefix(limit).reversed(), hasEarlier: rows.count > limit, hasLater: false)
        case .after(let row):
            let rows = try rows(from: QueuePlace(row: row, includesRow: false), forward: true, limit: limit + 1)
            return QueuePage(
                rows: Array(rows.prefix(limit)), hasEarlier: try reaches(row, forward: false),
                hasLater: rows.count > limit)
        case .before(let row):
            let rows = try rows(from: QueuePlace(row: row, includesRow: false), forward: false, limit: limit + 1)
            return QueuePage(
                rows: rows.prefix(limit).reversed(), hasEarlier: rows.count > limit,
                hasLater: try reaches(row, forward: true))
        case .at(let row):
            let now = try current(row.number) ?? row
            let rows = try rows(from: QueuePlace(row: now, includesRow: true), forward: true, limit: limit + 1)
            let earlier = try self.rows(from: QueuePlace(row: now, includesRow: false), forward: false, limit: 1)
            return QueuePage(
                rows: Array(rows.prefix(limit)), hasEarlier: !earlier.isEmpty, hasLater: rows.count > limit)
        }
    }

    /// Whether a row, or anything behind it on that side, is there. The row itself nearly always is.
    private func reaches(_ row: QueueRow, forward: Bool) throws -> Bool {
        if let now = try current(row.number), query.admits(now), !query.precedes(now, row), !query.precedes(row, now),
            sought.isFound(in: now)
        {
            return true
        }
        return try !rows(from: QueuePlace(row: row, includesRow: true), forward: forward, limit: 1).isEmpty
    }

    private func current(_ number: CaseNumber) throws -> QueueRow? {
        try fetch("SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.number = ?", [number.text]).first
    }

    /// Rows from a place on, in the order in which they are met.
    private func rows(from place: QueuePlace?, forward: Bool, limit: Int) throws -> [QueueRow] {
        let stretches = QueueStretch.stretches(of: query)
        // Only the queue with the latest day first has two stretches, told apart by the clock.
        let home = place.map { stretches.count > 1 && query.day($0.row) == nil ? 1 : 0 }
        let first = home ?? (forward ? 0 : stretches.count - 1)
        var found: [QueueRow] = []
        for number in forward ? Array(first..<stretches.count) : (0...first).reversed() where found.count < limit {
            let scan = QueueScan(
                query, stretches[number], from: number == home ? place : nil, forward: forward, within: filter,
                isTested: !sought.isEmpty || filter.testsRows)
            found += try rows(scan, limit: limit - found.count)
        }
        return found
    }

    private func rows(_ scan: QueueScan, limit: Int) throws -> [QueueRow] {
        let filterIsFree = (query.filter == .all || query.sort == .due) && !filter.testsRows
        if sought.isEmpty, filterIsFree { return try direct(scan, limit: limit) }
        // What is frequent is met before anything could be counted. Listening and looking rows up take longer than reading
        // along an index, and whole grams are counted in no time.
        let isQuick = search?.isPrefix ?? false || (isWide(scan) && sought.ear == nil)
        let trial = isQuick ? effort.trial : effort.trial / 8
        let met = try walk(scan, limit: limit, budget: trial)
        if met.count == limit || size <= trial { return met }
        if let source = try source(filterIsFree, isWide(scan)) { return try gather(scan, source, limit: limit) }
        let budget = isWide(scan) && sought.ear == nil ? effort.walk * effort.wideness : effort.walk
        let rows = try walk(scan, limit: limit, budget: budget)
        if rows.count == limit || size <= budget { return rows }
        if let search, !isWide(scan) || sought.ear != nil { return try gather(scan, .search(search), limit: limit) }
        if sought.isEmpty { return try gather(scan, .index(filter.index, filter.conditions()), limit: limit) }
        return try walk(scan, limit: limit, budget: size)
    }

    /// Whether rows can be tested along a walk without being looked up.
    private func isWide(_ scan: QueueScan) -> Bool {
        filter.isIndexed && filter.scopes == nil
            && [QueueIndex.due.rawValue, QueueIndex.open.rawValue].contains(scan.index)
    }

    /// Where the rows are so few that they had better be gathered.
    ///
    /// - Parameter isWide: whether walking is cheap.
    private func source(_ filterIsFree: Bool, _ isWide: Bool) throws -> Source? {
        // Walking costs a page's rows times all cases by the hits, gathering costs the hits: even at the square root.
        let even = Int(Double((isWide && sought.ear == nil ? 5 : 40) * size).squareRoot())
        let few = min(max(even, effort.few.lowerBound), effort.few.upperBound)
        if let search {
            let hits = try count(
                "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
                [search.expression, few + 1])
            if hits <= few { return .search(search) }
        }
        // Before the filter, whose rows would be tested for both.
        if let clerk = filter.scope.clerk {
            let conditions = [Condition("clerk = ?", clerk.text)] + filter.coveredConditions()
            if try rows(of: "queue_clerk", conditions, upTo: few) <= few {
                return .index("queue_clerk", filter.conditions())
            }
        }
        if let window = filter.scope.windows.first, filter.scope.windows.count == 1 {
            let conditions = [Condition("window = ?", window)] + filter.coveredConditions()
            if try rows(of: "queue_window", conditions, upTo: few) <= few {
                return .index("queue_window", filter.conditions())
            }
        }
        if !filterIsFree {
            let conditions = filter.conditions()
            if try rows(of: filter.index, conditions, upTo: few) <= few { return .index(filter.index, conditions) }
        }
        return nil
    }

    /// How many rows of an index meet conditions, as far as a number, and as far as looking stays cheap.
    private func rows(of index: String, _ conditions: [Condition], upTo few: Int) throws -> Int {
        let condition = Condition.all(conditions)
        return try count(
            "SELECT count(*) FROM (SELECT 1 FROM queue_row INDEXED BY \(index) WHERE \(condition.sql) LIMIT ?)",
            condition.arguments + [few + 1])
    }

    private func direct(_ scan: QueueScan, limit: Int) throws -> [QueueRow] {
        try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM queue_row q INDEXED BY \(scan.index)
            WHERE \(scan.range.sql) ORDER BY \(scan.order) LIMIT ?
            """, scan.range.arguments + [limit])
    }

    /// The inner query is the walk, the middle one the test; only rows that pass are looked up whole.
    private func walk(_ scan: QueueScan, limit: Int, budget: Int) throws -> [QueueRow] {
        let test = Condition.all(residue())
        return try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM (
                SELECT found FROM (
                    SELECT key AS found, \(filter.testedColumns)\(sought.isEmpty ? "" : ", haystack")
                    FROM queue_row INDEXED BY \(scan.index) WHERE \(scan.range.sql) ORDER BY \(scan.order) LIMIT ?
                ) WHERE \(test.sql) LIMIT ?
            ) CROSS JOIN queue_row q ON q.key = found
            """, scan.range.arguments + [budget] + test.arguments + [limit])
    }

    private func gather(_ scan: QueueScan, _ source: Source, limit: Int) throws -> [QueueRow] {
        switch source {
        case .index(let index, let conditions):
            let test = Condition.all([scan.range] + conditions + soughtConditions())
            return try fetch(
                """
                SELECT \(QueueRowRecord.columns) FROM (
                    SELECT key AS found FROM queue_row INDEXED BY \(index)
                    WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
                ) CROSS JOIN queue_row q ON q.key = found
                """, test.arguments + [limit])
        case .search(let search):
            let test = Condition.all([scan.range] + residue())
            return try fetch(
                """
                SELECT \(QueueRowRecord.columns) FROM (SELECT rowid AS found FROM search WHERE search MATCH ?)
                CROSS JOIN queue_row q ON q.key = found
                WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
                """, [search.expression] + test.arguments + [limit])
        }
    }

    /// What rows are tested for one by one.
    private func residue() -> [Condition] {
        filter.conditions() + soughtConditions()
    }

    private func soughtConditions() -> [Condition] { sought.isEmpty ? [] : [Heard.condition(sought)] }

    /// How many rows the query finds.
    ///
    /// - Complexity: a walk over one index for a filter; over the search's hits, or the whole table, for a search.
    func count() throws -> Int {
        guard !sought.isEmpty else {
            if query.filter == .all, query.scope == .everything {
                return try count("SELECT count(*) FROM queue_row", [])
            }
            let condition = Condition.all(filter.conditions())
            return try count(
                "SELECT count(*) FROM queue_row INDEXED BY \(filter.index) WHERE \(condition.sql)", condition.arguments)
        }
        let test = Condition.all(residue())
        guard let search, !search.isPrefix else {
            return try count("SELECT count(*) FROM queue_row NOT INDEXED WHERE \(test.sql)", test.arguments)
        }
        return try count(
            """
            SELECT count(*) FROM (SELECT rowid AS found FROM search WHERE search MATCH ?)
            CROSS JOIN queue_row q ON q.key = found WHERE \(test.sql)
            """, [search.expression] + test.arguments)
    }

    private func count(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments)) ?? 0
    }

    private func fetch(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws -> [QueueRow] {
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        var rows: [QueueRow] = []
        while let row = try cursor.next() { rows.append(try QueueRowRecord.row(row)) }
        return rows
    }
}
