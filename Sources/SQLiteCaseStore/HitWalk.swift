import CaseStore
import GRDB

/// A walk along an index that looks only hits up, and leaps where the next one is far.
///
/// Rows that are alike in the columns that an index is ordered by lie there in the order of their keys. Where the hits' keys
/// lie close together, as those of the numbers that begin alike, most of such a run can be left out: its first row that could
/// be a hit is sought instead. Where they lie anywhere, one is soon met.
struct HitWalk {
    private let db: Database
    private let scan: QueueScan
    private let size: Int
    private let effort: QueueEffort
    /// What the index can tell of a row before it is looked up.
    private let admission: Condition
    private let row: (Int64) throws -> QueueRow?

    /// - Parameters:
    ///   - size: the greatest key.
    ///   - row: looks a key up and tests it for everything.
    init(
        _ db: Database, _ scan: QueueScan, admission: Condition, size: Int, effort: QueueEffort,
        row: @escaping (Int64) throws -> QueueRow?
    ) {
        (self.db, self.scan, self.admission, self.size, self.effort, self.row) = (
            db, scan, admission, size, effort, row
        )
    }

    /// How densely the keys lie in the stretch that was passed last.
    private struct Pace {
        var steps = 0
        var start: Int64 = 0
        var run: [DatabaseValue] = []
        /// Keys for each row; nil before a stretch lay in one run.
        var gap: Double?
    }

    /// - Returns: nil where gathering the hits, all of which have come then, promises to be shorter.
    func rows(_ hits: inout SearchHits, limit: Int) throws -> [QueueRow]? {
        var found: [QueueRow] = []
        var pace = Pace()
        var cost = 0
        var budget = effort.walk
        var hasLanded = false
        var walk = Walk(legs: scan.legs[...])
        while let place = try next(&walk) {
            cost += 1
            if cost > budget {
                if hits.isComplete, budget > effort.walk { return nil }
                _ = try hits.areAtMost(max(effort.many, 2 * hits.count))
                let gathering = HitWalk.costOfGathering(hits)
                // Going on as before would find the rest at this price. Where hits still come, gathering costs more yet.
                let rest = cost * (limit - found.count) / (found.count + 1)
                guard !hits.isComplete || rest <= gathering else { return nil }
                budget += gathering
            }
            let key: Int64 = place[0]
            if try hits.contains(key) {
                pace.steps = 0
                hasLanded = false
                guard place[1] else { continue }
                cost += HitWalk.costOfLookup
                if let row = try row(key) { found.append(row) }
                if found.count == limit { return found }
                continue
            }
            defer { hasLanded = false }
            guard note(place, key, &pace) || hasLanded, let gap = pace.gap else { continue }
            let hit = try hits.next(behind: key) ?? (scan.rising ? Int64(size) + 1 : 0)
            guard Double(abs(hit - key)) > gap * Double(effort.leap) else { continue }
            cost += HitWalk.costOfLeap
            let run = Array(place.databaseValues.dropFirst(2))
            walk = Walk(legs: scan.legs(from: QueueScan.Foothold(run: run, key: hit, includesKey: true))[...])
            pace.steps = 0
            hasLanded = true
        }
        return found
    }

    /// - Returns: whether a stretch is full and lies in one run.
    private func note(_ place: Row, _ key: Int64, _ pace: inout Pace) -> Bool {
        pace.steps += 1
        if pace.steps == 1 {
            pace.start = key
            pace.run = Array(place.databaseValues.dropFirst(2))
        }
        guard pace.steps > effort.leap / 2 else { return false }
        defer { pace.steps = 0 }
        guard pace.run.elementsEqual(place.databaseValues.dropFirst(2)) else { return false }
        pace.gap = Double(abs(key - pace.start)) / Double(pace.steps - 1)
        return true
    }

    private struct Walk {
        var legs: ArraySlice<Condition>
        var cursor: RowCursor?
    }

    private func next(_ walk: inout Walk) throws -> Row? {
        while true {
            if let row = try walk.cursor?.next() { return row }
            guard let leg = walk.legs.popFirst() else { return nil }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT key, \(admission.sql), \(scan.leading.joined(separator: ", "))
                    FROM queue_row INDEXED BY \(scan.index) WHERE \(leg.sql) ORDER BY \(scan.order)
                    """)
            walk.cursor = try Row.fetchCursor(
                statement, arguments: StatementArguments(admission.arguments + leg.arguments))
        }
    }

    // In rows that are passed.
    private static let costOfLookup = 20
    private static let costOfLeap = 40

    private static func costOfGathering(_ hits: SearchHits) -> Int {
        // Two pages hold 64 rows.
        3 * hits.count + 10 * min(hits.count, 2 * hits.stretches)
    }
}
