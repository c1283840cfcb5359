import CaseDomain
import CaseStore
import GRDB

/// Where `QueueReading` changes its mind, in rows.
package struct QueueEffort: Sendable {
    /// Tested on a walk before it gives up.
    let walk: Int
    /// The same where a walk is tried before anything is known: a search for less than a gram.
    let trial: Int
    /// Between these lies how many hits are few enough to be gathered.
    let few: ClosedRange<Int>

    package init(walk: Int, trial: Int, few: ClosedRange<Int>) {
        self.walk = walk
        self.trial = trial
        self.few = few
    }

    package static let standard = QueueEffort(walk: 20_000, trial: 4_000, few: 500...10_000)
}

/// Reads one stretch of the queue, choosing for each query the way that stays short.
///
/// An index gives the order, or it gives the few rows that are sought, seldom both. Where it gives both, a page is one
/// walk. Else a *frequent* thing is met soon by walking the order and testing each row, while a *rare* one is best
/// gathered and sorted; either way is a hundred times too slow for the other's case. A count that stops at a limit tells
/// them apart, and a walk that was promised too much gives up after so many rows and gathers after all.
struct QueueReading {
    private enum Way {
        /// The index has the order and the filter.
        case direct
        /// Test rows along the order.
        case walk
        /// Collect what the search index finds, then sort.
        case gatherSearch
        /// Collect what the filter's index finds, then sort.
        case gatherFilter
    }

    private let db: Database
    private let query: QueueQuery
    private let filter: FilterBounds
    private let sought: SoughtText
    private let search: SearchGrams.Search?
    /// No more cases than this.
    private let size: Int
    private let effort: QueueEffort

    init(_ db: Database, _ query: QueueQuery, effort: QueueEffort) throws {
        self.db = db
        self.effort = effort
        self.query = query
        var filter = FilterBounds(query)
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
        search = sought.isEmpty ? nil : SearchGrams.search(sought.needle)
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
                query, stretches[number], from: number == home ? place : nil, forward: forward, within: filter)
            found += try rows(scan, limit: limit - found.count)
        }
        return found
    }

    private func rows(_ scan: QueueScan, limit: Int) throws -> [QueueRow] {
        if search?.isPrefix == true {
            let rows = try walk(scan, limit: limit, budget: effort.trial)
            if rows.count == limit || size <= effort.trial { return rows }
        }
        let way = try way()
        switch way {
        case .direct: return try direct(scan, limit: limit)
        case .gatherSearch, .gatherFilter: return try gather(scan, way, limit: limit)
        case .walk:
            let rows = try walk(scan, limit: limit, budget: effort.walk)
            if rows.count == limit || size <= effort.walk { return rows }
            return try gather(scan, search == nil ? .gatherFilter : .gatherSearch, limit: limit)
        }
    }

    private func way() throws -> Way {
        let filterIsFree = (query.filter == .all || query.sort == .due) && !filter.testsRows
        if search == nil, filterIsFree { return .direct }
        // Walking costs a page's rows times all cases by the hits, gathering costs the hits: even at the square root.
        let few = min(max(Int(Double(40 * size).squareRoot()), effort.few.lowerBound), effort.few.upperBound)
        if let search {
            let hits = try count(
                "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
                [search.expression, few + 1])
            if hits <= few { return .gatherSearch }
        }
        if !filterIsFree {
            let condition = Condition.all(filter.conditions())
            let hits = try count(
                """
                SELECT count(*) FROM (
                    SELECT 1 FROM queue_row INDEXED BY \(filter.index)
                    WHERE \(condition.sql) LIMIT ?)
                """, condition.arguments + [few + 1])
            if hits <= few { return .gatherFilter }
        }
        return .walk
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
                    SELECT key AS found, \(filter.testedColumns)\(search == nil ? "" : ", haystack")
                    FROM queue_row INDEXED BY \(scan.index) WHERE \(scan.range.sql) ORDER BY \(scan.order) LIMIT ?
                ) WHERE \(test.sql) LIMIT ?
            ) CROSS JOIN queue_row q ON q.key = found
            """, scan.range.arguments + [budget] + test.arguments + [limit])
    }

    private func gather(_ scan: QueueScan, _ way: Way, limit: Int) throws -> [QueueRow] {
        let test = Condition.all([scan.range] + residue())
        guard way == .gatherSearch, let search else {
            return try fetch(
                """
                SELECT \(QueueRowRecord.columns) FROM (
                    SELECT key AS found FROM queue_row INDEXED BY \(filter.index)
                    WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
                ) CROSS JOIN queue_row q ON q.key = found
                """, test.arguments + [limit])
        }
        return try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM (SELECT rowid AS found FROM search WHERE search MATCH ?)
            CROSS JOIN queue_row q ON q.key = found
            WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
            """, [search.expression] + test.arguments + [limit])
    }

    /// What rows are tested for one by one.
    private func residue() -> [Condition] {
        filter.conditions() + (search == nil ? [] : [Heard.condition(sought)])
    }

    /// How many rows the query finds.
    ///
    /// - Complexity: a walk over one index for a filter; over the search's hits, or the whole table, for a search.
    func count() throws -> Int {
        guard let search else {
            if query.filter == .all { return try count("SELECT count(*) FROM queue_row", []) }
            let condition = Condition.all(filter.conditions())
            return try count(
                "SELECT count(*) FROM queue_row INDEXED BY \(filter.index) WHERE \(condition.sql)", condition.arguments)
        }
        let test = Condition.all(residue())
        if search.isPrefix {
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
