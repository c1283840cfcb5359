import CaseDomain
import CaseStore
import Foundation
import GRDB

/// Keeps the figures of cases, inside a transaction that the caller has begun. What a batch changes is gathered and
/// written at its end, in the order of the tables: a thousand cases share most of their sums.
struct FigureWriter {
    private let db: Database
    private let projection: QueueProjection
    private var tallies: [Tally: Int] = [:]
    /// 1 for what is to be found, -1 for what is to be forgotten.
    private var finds: [FigureLine.Find: Int] = [:]
    private var parties: [Party: Int64] = [:]
    private var defects: [Defect: Int64] = [:]

    private struct Party: Hashable {
        let window: String
        let clerk: ClerkID
        let matter: Matter
    }

    private struct Defect: Hashable {
        let material: Material?
        let defect: String
    }

    init(_ db: Database, projection: QueueProjection) {
        self.db = db
        self.projection = projection
    }

    /// Counts a case that is new.
    mutating func insert(_ row: QueueRow, _ file: CaseFile) throws {
        try write(line(of: row, file), in: nil, of: row.key)
    }

    /// Counts a case as it stands now, in the place of what was counted of it before, if anything was.
    mutating func put(_ row: QueueRow, _ file: CaseFile) throws {
        let old = try Self.line(of: row.key, in: db)
        let new = try line(of: row, file)
        if old != new { try write(new, in: old, of: row.key) }
    }

    /// Counts a case of which nothing is left but its line in the queue.
    mutating func putErased(_ row: QueueRow) throws {
        guard try Self.line(of: row.key, in: db) == nil else { return }
        let received = FigureLine.Mark(
            kind: Tally.Kind.dailyFacts.rawValue, term: Measure.received.ordinal, day: row.received.date.dayNumber,
            value: 1)
        let line = FigureLine(
            party: try party(row), state: row.state, due: row.due?.dayNumber ?? DueColumn.none,
            worked: row.received.date.dayNumber, marks: [received])
        try write(line, in: nil, of: row.key)
    }

    static func line(of key: Int64, in db: Database) throws -> FigureLine? {
        let statement = try db.cachedStatement(
            sql: "SELECT party, state, due, worked, marks FROM figure_line WHERE key = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        guard let state = QueueState(rawValue: row[1]), let marks = [FigureLine.Mark](stored: row[4]) else {
            throw StoreError.corrupt(detail: "a case counts for something unknown")
        }
        return FigureLine(party: row[0], state: state, due: row[2], worked: row[3], marks: marks)
    }

    private mutating func line(of row: QueueRow, _ file: CaseFile) throws -> FigureLine {
        let figures = projection.figures(of: file)
        var marks = figures.facts.map { fact in
            FigureLine.Mark(
                kind: Tally.Kind.dailyFacts.rawValue, term: fact.measure.ordinal, day: fact.on.dayNumber,
                value: fact.value)
        }
        for defect in figures.defects {
            let term = try id(of: Defect(material: defect.material, defect: defect.defect))
            marks.append(
                FigureLine.Mark(
                    kind: Tally.Kind.dailyDefects.rawValue, term: Int(term), day: defect.on.dayNumber, value: 0))
        }
        return FigureLine(
            party: try party(row), state: row.state, due: row.due?.dayNumber ?? DueColumn.none,
            worked: file.workedOn.dayNumber, marks: marks.sorted())
    }

    private mutating func write(_ new: FigureLine, in old: FigureLine?, of key: Int64) throws {
        let statement = try db.cachedStatement(
            sql: old == nil
                ? "INSERT INTO figure_line (party, state, due, worked, marks, key) VALUES (?, ?, ?, ?, ?, ?)"
                : "UPDATE figure_line SET party = ?, state = ?, due = ?, worked = ?, marks = ? WHERE key = ?")
        try statement.execute(arguments: [
            new.party, new.state.rawValue, new.due, new.worked, new.marks.stored, key,
        ])
        for (tally, count) in new.tallies() { tallies[tally, default: 0] += count }
        for find in new.finds(key) { finds[find, default: 0] += 1 }
        guard let old else { return }
        for (tally, count) in old.tallies() { tallies[tally, default: 0] -= count }
        for find in old.finds(key) { finds[find, default: 0] -= 1 }
    }

    // MARK: Names as numbers

    private mutating func party(_ row: QueueRow) throws -> Int64 {
        let party = Party(window: row.window, clerk: row.clerk, matter: row.matter)
        if let id = parties[party] { return id }
        let find = try db.cachedStatement(
            sql: "SELECT id FROM figure_party WHERE window = ? AND clerk = ? AND matter = ?")
        let names: StatementArguments = [row.window, row.clerk.text, row.matter.ordinal]
        if let id = try Int64.fetchOne(find, arguments: names) {
            parties[party] = id
            return id
        }
        try db.cachedStatement(sql: "INSERT INTO figure_party (window, clerk, matter) VALUES (?, ?, ?)")
            .execute(arguments: names)
        parties[party] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private mutating func id(of defect: Defect) throws -> Int64 {
        if let id = defects[defect] { return id }
        let find = try db.cachedStatement(sql: "SELECT id FROM figure_defect WHERE material = ? AND defect = ?")
        let names: StatementArguments = [defect.material?.ordinal ?? -1, defect.defect]
        if let id = try Int64.fetchOne(find, arguments: names) {
            defects[defect] = id
            return id
        }
        try db.cachedStatement(sql: "INSERT INTO figure_defect (material, defect) VALUES (?, ?)")
            .execute(arguments: names)
        defects[defect] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    // MARK: The end of a batch

    /// Writes what was gathered. Nothing is counted without it.
    mutating func finish() throws {
        let forget = try db.cachedStatement(
            sql: "DELETE FROM figure_case WHERE kind = ? AND term = ? AND month = ? AND key = ? AND day = ?")
        let sorted = finds.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        for (find, change) in sorted where change < 0 {
            try forget.execute(arguments: [find.kind, find.term, find.month, find.key, find.day])
        }
        let add = try db.cachedStatement(
            sql: "INSERT INTO figure_case (kind, term, month, key, day, party) VALUES (?, ?, ?, ?, ?, ?)")
        for (find, change) in sorted where change > 0 {
            try add.execute(arguments: [find.kind, find.term, find.month, find.key, find.day, find.party])
        }
        let count = try db.cachedStatement(
            sql: """
                INSERT INTO figure_tally (kind, day, term, value, party, count) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """)
        let take = try db.cachedStatement(
            sql: """
                UPDATE figure_tally SET count = count - ?6
                WHERE kind = ?1 AND day = ?2 AND term = ?3 AND value = ?4 AND party = ?5 AND count > ?6
                """)
        let end = try db.cachedStatement(
            sql: "DELETE FROM figure_tally WHERE kind = ? AND day = ? AND term = ? AND value = ? AND party = ?")
        for (tally, change) in tallies.sorted(by: { $0.key < $1.key }) where change != 0 {
            let place = [Int64(tally.kind), Int64(tally.day), Int64(tally.term), Int64(tally.value), tally.party]
            guard change < 0 else {
                try count.execute(arguments: StatementArguments(place + [Int64(change)]))
                continue
            }
            try take.execute(arguments: StatementArguments(place + [Int64(-change)]))
            if db.changesCount == 0 { try end.execute(arguments: StatementArguments(place)) }
        }
        (tallies, finds) = ([:], [:])
    }
}
