package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: FigureStoring {
    package func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard {
        try storing(at: path) {
            try counter.read { db in
                var rows = BoardRows()
                try rows.add(db, today: today, idleSince: idleSince)
                return DayBoard(today: today, rows: rows.sorted, isComplete: try FigureTable.isComplete(db))
            }
        }
    }

    package func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet {
        try storing(at: path) {
            try counter.read { db in
                FigureSheet(
                    query: query, rows: FigureSheet.sorted(try SheetReading(db, query).groups()),
                    defects: FigureSheet.sorted(try SheetReading(db, query).defects()),
                    isComplete: try FigureTable.isComplete(db))
            }
        }
    }
}

/// A day board while it is added up.
private struct BoardRows {
    private struct Place: Hashable {
        let window: String
        let clerk: String
    }

    private var rows: [Place: DayBoard.Row] = [:]

    /// By bytes, as all orders of a store are.
    var sorted: [DayBoard.Row] {
        rows.values.sorted { left, right in
            left.window.utf8.elementsEqual(right.window.utf8)
                ? FigureSheet.precedes(left.clerk.text, right.clerk.text)
                : FigureSheet.precedes(left.window, right.window)
        }
    }

    mutating func add(_ db: Database, today: CivilDate, idleSince: CivilDate) throws {
        // Days apart from those asked for are alike: before, on and after.
        let standing = try db.cachedStatement(
            sql: """
                SELECT p.window, p.clerk, t.kind, t.term,
                    CASE WHEN t.day < ?2 THEN -1 ELSE t.day > ?2 END AS side, sum(t.count), min(t.day)
                FROM figure_tally t JOIN figure_party p ON p.id = t.party
                WHERE t.kind = ?1 GROUP BY p.window, p.clerk, t.term, side
                """)
        for (kind, day) in [(Tally.Kind.due, today), (.worked, idleSince)] {
            let found = try Row.fetchCursor(standing, arguments: [kind.rawValue, day.dayNumber])
            while let row = try found.next() {
                guard let state = QueueState(rawValue: row[3]) else {
                    throw StoreError.corrupt(detail: "a case counts for something unknown")
                }
                add(row, state, kind, side: row[4], of: (today, idleSince))
            }
        }
        let facts = try db.cachedStatement(
            sql: """
                SELECT p.window, p.clerk, t.term, sum(t.count)
                FROM figure_tally t JOIN figure_party p ON p.id = t.party
                WHERE t.kind = 0 AND t.day = ?1 AND t.term = ?2 GROUP BY p.window, p.clerk
                """)
        for figure in DayBoard.Figure.allCases {
            for measure in figure.measures ?? [] {
                let found = try Row.fetchCursor(facts, arguments: [today.dayNumber, measure.ordinal])
                while let row = try found.next() { self[row[0], row[1], figure] += row[3] }
            }
        }
    }

    /// - Parameter side: whether the days of the row lie before, on or after the day that was asked for.
    private mutating func add(
        _ row: Row, _ state: QueueState, _ kind: Tally.Kind, side: Int, of days: (today: CivilDate, idle: CivilDate)
    ) {
        for figure in DayBoard.Figure.allCases where (figure == .idle) == (kind == .worked) {
            let due = days.today.adding(days: side)
            let worked = days.idle.adding(days: side)
            if DayBoard.counts(state, due: due, workedOn: worked, as: figure, on: days.today, idleSince: days.idle) {
                self[row[0], row[1], figure] += row[5]
                guard figure == .overdue else { continue }
                rows[Place(window: row[0], clerk: row[1])]?.note(overdue: CivilDate(dayNumber: row[6]))
            }
        }
    }

    private subscript(window: String, clerk: String, figure: DayBoard.Figure) -> Int {
        get { rows[Place(window: window, clerk: clerk)]?[figure] ?? 0 }
        set {
            let fresh = DayBoard.Row(window: window, clerk: ClerkID(clerk))
            rows[Place(window: window, clerk: clerk), default: fresh][figure] = newValue
        }
    }
}

/// Adds a sheet up: whole months from the sums by month, what lies before and after them from those by day.
private struct SheetReading {
    private let db: Database
    private let query: FigureQuery
    private let whose: Condition

    init(_ db: Database, _ query: FigureQuery) {
        self.db = db
        self.query = query
        whose = query.whose
    }

    private struct Stretch {
        let kind: Tally.Kind
        let days: ClosedRange<Int>
    }

    private func stretches(_ daily: Tally.Kind, _ monthly: Tally.Kind, splits: Bool) -> [Stretch] {
        let (first, last) = (query.days.lowerBound, query.days.upperBound)
        let whole = Stretch(kind: daily, days: first.dayNumber...last.dayNumber)
        guard splits else { return [whole] }
        let from = first.isFirstOfMonth ? first.month : first.month + 1
        let through = last.adding(days: 1).isFirstOfMonth ? last.month : last.month - 1
        guard from <= through else { return [whole] }
        let (begin, end) = (CivilDate.first(ofMonth: from), CivilDate.first(ofMonth: through + 1))
        var stretches = [Stretch(kind: monthly, days: from...through)]
        if first < begin { stretches.append(Stretch(kind: daily, days: first.dayNumber...begin.dayNumber - 1)) }
        if end <= last { stretches.append(Stretch(kind: daily, days: end.dayNumber...last.dayNumber)) }
        return stretches
    }

    /// The column that tells groups apart.
    private var column: String {
        switch query.grouping {
        case .none: "''"
        case .window: "p.window"
        case .clerk: "p.clerk"
        case .matter: "p.matter"
        case .month, .day: "t.day"
        }
    }

    func groups() throws -> [String: [Measure: Histogram]] {
        var groups: [String: [Measure: Histogram]] = [:]
        for stretch in stretches(.dailyFacts, .monthlyFacts, splits: query.grouping != .day) {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(column), t.term, t.value, sum(t.count)
                    FROM figure_tally t JOIN figure_party p ON p.id = t.party
                    WHERE t.kind = ? AND t.day BETWEEN ? AND ? AND \(whose.sql) GROUP BY 1, t.term, t.value
                    """)
            let bounds: [(any DatabaseValueConvertible)?] = [
                stretch.kind.rawValue, stretch.days.lowerBound, stretch.days.upperBound,
            ]
            let found = try Row.fetchCursor(statement, arguments: StatementArguments(bounds + whose.arguments))
            while let row = try found.next() {
                guard let measure = Measure.allCases[ordinal: row[1]] else {
                    throw StoreError.corrupt(detail: "something unknown was counted")
                }
                let key = try key(row, isMonthly: stretch.kind == .monthlyFacts)
                groups[key, default: [:]][measure, default: Histogram()].add(row[2], times: row[3])
            }
        }
        try addUnanswered(to: &groups)
        return groups
    }

    /// 超期未告知: what only the day of asking makes late.
    private func addUnanswered(to groups: inout [String: [Measure: Histogram]]) throws {
        guard let due = query.unansweredDue else { return }
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(column), t.day, sum(t.count) FROM figure_tally t JOIN figure_party p ON p.id = t.party
                WHERE t.kind = 4 AND t.day BETWEEN ? AND ? AND t.term = 0 AND \(whose.sql) GROUP BY 1, t.day
                """)
        let bounds: [(any DatabaseValueConvertible)?] = [due.lowerBound.dayNumber, due.upperBound.dayNumber]
        let found = try Row.fetchCursor(statement, arguments: StatementArguments(bounds + whose.arguments))
        while let row = try found.next() {
            let day = CivilDate(dayNumber: row[1]).adding(days: 1)
            let key: String =
                switch query.grouping {
                case .month: String(day.description.prefix(7))
                case .day: day.description
                case .none, .window, .clerk, .matter: try key(row, isMonthly: false)
                }
            groups[key, default: [:]][.answeredLate, default: Histogram()].add(1, times: row[2])
        }
    }

    private func key(_ row: Row, isMonthly: Bool) throws -> String {
        switch query.grouping {
        case .none, .window, .clerk: return row[0]
        case .matter:
            guard let matter = Matter.allCases[ordinal: row[0]] else {
                throw StoreError.corrupt(detail: "something unknown was counted")
            }
            return matter.id
        case .month:
            let day = isMonthly ? CivilDate.first(ofMonth: row[0]) : CivilDate(dayNumber: row[0])
            return String(day.description.prefix(7))
        case .day: return CivilDate(dayNumber: row[0]).description
        }
    }

    func defects() throws -> [FigureSheet.DefectCount] {
        var counts: [Int64: FigureSheet.DefectCount] = [:]
        for stretch in stretches(.dailyDefects, .monthlyDefects, splits: true) {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT d.id, d.material, d.defect, sum(t.count) FROM figure_tally t
                        JOIN figure_party p ON p.id = t.party JOIN figure_defect d ON d.id = t.term
                    WHERE t.kind = ? AND t.day BETWEEN ? AND ? AND \(whose.sql) GROUP BY d.id
                    """)
            let bounds: [(any DatabaseValueConvertible)?] = [
                stretch.kind.rawValue, stretch.days.lowerBound, stretch.days.upperBound,
            ]
            let found = try Row.fetchCursor(statement, arguments: StatementArguments(bounds + whose.arguments))
            while let row = try found.next() {
                let id = row[0] as Int64
                counts[id] = FigureSheet.DefectCount(
                    material: Material.allCases[ordinal: row[1]], defect: row[2],
                    count: (counts[id]?.count ?? 0) + (row[3] as Int))
            }
        }
        return Array(counts.values)
    }
}

extension FigureQuery {
    /// Whose cases, as a condition on `figure_party p`.
    var whose: Condition {
        var conditions: [Condition] = []
        if let window { conditions.append(Condition("p.window = ?", window)) }
        if let clerk { conditions.append(Condition("p.clerk = ?", clerk.text)) }
        if let matter { conditions.append(Condition("p.matter = ?", matter.ordinal)) }
        return .all(conditions)
    }
}

extension CivilDate {
    fileprivate var isFirstOfMonth: Bool { components.day == 1 }

    /// - Parameter month: as `month` counts them.
    static func first(ofMonth month: Int) -> CivilDate {
        CivilDate(dayNumber: 0).adding(months: month - 1970 * 12).date
    }
}
