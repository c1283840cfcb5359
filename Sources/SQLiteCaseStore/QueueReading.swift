import CaseDomain
import CaseStore
import GRDB

/// Reads one stretch of the queue, choosing for each query the way that stays short.
///
/// An index gives the order, or it gives the few rows that are sought, seldom both. Where it gives both, a page is one
/// walk. Else a *frequent* thing is met soon by walking the order and testing each row, while a *rare* one is best
/// gathered and sorted; either way is a hundred times too slow for the other's case. A count that stops at a limit tells
/// them apart, and a walk that was promised too much gives up after so many rows and gathers after all. What is sought
/// besides has an index of words, whose hits are known before any row is looked at: see `HitWalk`.
struct QueueReading {
    /// An index in which the few rows lie together that are to be gathered.
    private struct Source {
        let index: String
        let conditions: [Condition]
    }

    private let db: Database
    private let query: QueueQuery
    private let filter: FilterBounds
    private let sought: SoughtText
    /// Nil where nothing is sought, and where the index of words can't tell yet.
    private let search: GramQuery?
    /// No more cases than this.
    private let size: Int
    private let effort: QueueEffort

    init(_ db: Database, _ query: QueueQuery, effort: QueueEffort) throws {
        self.db = db
        self.effort = effort
        self.query = query
        let isIndexed = try SearchIndex.isQueueComplete(db)
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
        search = sought.isEmpty ? nil : try SearchGrams.search(sought, in: SearchIndex.parts(db))
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
        // What is frequent is met before anything could be counted. Looking rows up takes longer than reading along an index,
        // and whole grams are found in no time.
        let trial = search?.isShort ?? isWide(scan) ? effort.trial : effort.trial / 8
        let met = try walk(scan, limit: limit, budget: trial)
        if met.count == limit || size <= trial { return met }
        // As often as hits were met they will be met again; the walk that this promises is begun anew, and half as long again.
        let promise = 3 * trial * (limit + 1) / (2 * met.count + 2)
        if isWide(scan), promise > trial, promise <= effort.trial {
            let rows = try walk(scan, limit: limit, budget: promise)
            if rows.count == limit || size <= promise { return rows }
        }
        if let search { return try rows(scan, hit: search, filterIsFree, limit: limit) }
        if let source = try source(filterIsFree, few(isWide(scan) ? 5 : 40)) {
            return try gather(scan, source, limit: limit)
        }
        let budget = isWide(scan) ? effort.walk * effort.wideness : effort.walk
        let rows = try walk(scan, limit: limit, budget: budget)
        if rows.count == limit || size <= budget { return rows }
        guard sought.isEmpty else { return try walk(scan, limit: limit, budget: size) }
        return try gather(scan, Source(index: filter.index, conditions: filter.conditions()), limit: limit)
    }

    private func rows(
        _ scan: QueueScan, hit search: GramQuery, _ filterIsFree: Bool, limit: Int
    ) throws -> [QueueRow] {
        let few = few(4)
        let search = try thinned(search)
        // What is gathered before the first hit may take longer than going through the few rows of a clerk or a window.
        if search.isGathered, let source = try source(filterIsFree, self.few(1)) {
            return try gather(scan, source, limit: limit)
        }
        var hits = try SearchHits(db, search, size: size, rising: scan.rising)
        if try hits.areAtMost(few) { return try gather(scan, hits, limit: limit) }
        if let source = try source(filterIsFree, few) { return try gather(scan, source, limit: limit) }
        let test = Condition.all(residue())
        let sql = "SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.key = ? AND \(test.sql)"
        // Of the day on which something is owed the index knows nothing else.
        let admission = isWide(scan) ? filter.conditions() : filter.owedOnly ? [] : filter.coveredConditions()
        let walk = HitWalk(db, scan, admission: .all(admission), size: size, effort: effort) { key in
            try fetch(sql, [key] + test.arguments).first
        }
        return try walk.rows(&hits, limit: limit) ?? gather(scan, hits, limit: limit)
    }

    private func thinned(_ search: GramQuery) throws -> GramQuery {
        try search.thinned(by: GramSample(db, size: size))
    }

    /// Whether rows can be tested along a walk without being looked up.
    private func isWide(_ scan: QueueScan) -> Bool {
        filter.isIndexed && filter.scopes == nil
            && [QueueIndex.due.rawValue, QueueIndex.open.rawValue].contains(scan.index)
    }

    /// How many rows had better be gathered than met on a walk: walking costs a page's rows times all cases by the hits,
    /// gathering costs the hits.
    ///
    /// - Parameter ease: rows of a page, by how many rows of a walk cost as much as one that is gathered.
    private func few(_ ease: Int) -> Int {
        min(max(Int(Double(ease * size).squareRoot()), effort.few.lowerBound), effort.few.upperBound)
    }

    /// Where the rows of the filter are no more than so many.
    private func source(_ filterIsFree: Bool, _ few: Int) throws -> Source? {
        // Before the filter, whose rows would be tested for both.
        if let clerk = filter.scope.clerk {
            let conditions = [Condition("clerk = ?", clerk.text)] + filter.coveredConditions()
            if try rows(of: "queue_clerk", conditions, upTo: few) <= few {
                return Source(index: "queue_clerk", conditions: filter.conditions())
            }
        }
        if let window = filter.scope.windows.first, filter.scope.windows.count == 1 {
            let conditions = [Condition("window = ?", window)] + filter.coveredConditions()
            if try rows(of: "queue_window", conditions, upTo: few) <= few {
                return Source(index: "queue_window", conditions: filter.conditions())
            }
        }
        if !filterIsFree {
            let conditions = filter.conditions()
            if try rows(of: filter.index, conditions, upTo: few) <= few {
                return Source(index: filter.index, conditions: conditions)
            }
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
        try scan.legs.reduce(into: []) { rows, leg in
            guard rows.count < limit else { return }
            rows += try fetch(
                """
                SELECT \(QueueRowRecord.columns) FROM queue_row q INDEXED BY \(scan.index)
                WHERE \(leg.sql) ORDER BY \(scan.order) LIMIT ?
                """, leg.arguments + [limit - rows.count])
        }
    }

    /// The inner query is the walk, the middle one the test; only rows that pass are looked up whole.
    private func walk(_ scan: QueueScan, limit: Int, budget: Int) throws -> [QueueRow] {
        let test = Condition.all(residue())
        let tested = filter.testedColumns.filter { !scan.leading.contains($0) } + (sought.isEmpty ? [] : ["haystack"])
        let columns = (["key"] + scan.leading + tested).joined(separator: ", ")
        let legs = scan.legs.map { leg in
            "SELECT \(columns) FROM queue_row INDEXED BY \(scan.index) WHERE \(leg.sql)"
        }
        return try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM (
                SELECT key AS found FROM (
                    \(legs.joined(separator: " UNION ALL ")) ORDER BY \(scan.order) LIMIT ?
                ) WHERE \(test.sql) LIMIT ?
            ) CROSS JOIN queue_row q ON q.key = found
            """, scan.legs.flatMap(\.arguments) + [budget] + test.arguments + [limit])
    }

    private func gather(_ scan: QueueScan, _ source: Source, limit: Int) throws -> [QueueRow] {
        let test = Condition.all([scan.range] + source.conditions + soughtConditions())
        return try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM (
                SELECT key AS found FROM queue_row INDEXED BY \(source.index)
                WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
            ) CROSS JOIN queue_row q ON q.key = found
            """, test.arguments + [limit])
    }

    /// - Parameter hits: all of them.
    private func gather(_ scan: QueueScan, _ hits: SearchHits, limit: Int) throws -> [QueueRow] {
        let test = Condition.all([scan.range] + residue())
        let keys = "[\(hits.keys.map(String.init).joined(separator: ","))]"
        return try fetch(
            """
            SELECT \(QueueRowRecord.columns) FROM (
                SELECT hit FROM (SELECT value AS hit FROM json_each(?)) CROSS JOIN queue_row ON key = hit
                WHERE \(test.sql) ORDER BY \(scan.order) LIMIT ?
            ) CROSS JOIN queue_row q ON q.key = hit
            """, [keys] + test.arguments + [limit])
    }

    /// What rows are tested for one by one.
    private func residue() -> [Condition] {
        filter.conditions() + soughtConditions()
    }

    private func soughtConditions() -> [Condition] { sought.isEmpty ? [] : [SoughtFunction.condition(sought)] }

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
        guard let search, !search.isShort else {
            return try count("SELECT count(*) FROM queue_row NOT INDEXED WHERE \(test.sql)", test.arguments)
        }
        return try count(
            """
            SELECT count(*) FROM (SELECT rowid AS found FROM search WHERE search MATCH ?)
            CROSS JOIN queue_row q ON q.key = found WHERE \(test.sql)
            """, [try thinned(search).expression] + test.arguments)
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
