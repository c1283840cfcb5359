package import CaseDomain
import Synchronization

/// Figures by folding every case: the slow and plain reading that other stores are held against.
extension InMemoryCaseStore: FigureStoring {
    package func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard {
        var rows: [Place: DayBoard.Row] = [:]
        for entry in contents.withLock({ $0.cases }) {
            let place = Place(window: entry.row.window, clerk: entry.row.clerk)
            for figure in DayBoard.Figure.allCases
            where admits(entry, BoardQuery(figure, today: today, idleSince: idleSince)) {
                rows[place, default: DayBoard.Row(window: place.window, clerk: place.clerk)][figure] += 1
                guard figure == .overdue, let due = entry.row.due else { continue }
                rows[place]?.note(overdue: due)
            }
        }
        return DayBoard(today: today, rows: rows.values.sorted { Place($0) < Place($1) })
    }

    package func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet {
        var rows: [String: [Measure: Histogram]] = [:]
        var defects: [MeasuredDefect: Int] = [:]
        for entry in contents.withLock({ $0.cases }) where query.admits(entry.row) {
            let figures = counted(entry, asOf: query)
            for fact in figures.facts where query.days.contains(fact.on) {
                let key = query.grouping.key(of: entry.row, on: fact.on)
                rows[key, default: [:]][fact.measure, default: Histogram()].add(fact.value)
            }
            for defect in figures.defects where query.days.contains(defect.on) {
                let anyDay = MeasuredDefect(material: defect.material, defect: defect.defect, on: query.days.lowerBound)
                defects[anyDay, default: 0] += 1
            }
        }
        return FigureSheet(
            query: query, rows: FigureSheet.sorted(rows),
            defects: FigureSheet.sorted(
                defects.map {
                    FigureSheet.DefectCount(material: $0.key.material, defect: $0.key.defect, count: $0.value)
                }))
    }

    package func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        page(after: key, limit) { entry in
            query.admits(entry.row)
                && counted(entry, asOf: query).facts.contains {
                    measures.contains($0.measure) && query.days.contains($0.on)
                }
        }
    }

    package func cases(
        with defect: FigureSheet.DefectCount, in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow] {
        page(after: key, limit) { entry in
            query.admits(entry.row)
                && projection.figures(of: entry.file).defects.contains {
                    $0.material == defect.material && $0.defect == defect.defect && query.days.contains($0.on)
                }
        }
    }

    package func cases(on board: BoardQuery, after last: QueueRow?, limit: Int) throws(StoreError) -> [QueueRow] {
        guard board.figure.measures == nil else { return page(after: last?.key, limit) { admits($0, board) } }
        let query = QueueQuery(filter: .all, sort: .due, today: board.today)
        let found = contents.withLock { $0.cases }.filter { entry in
            admits(entry, board) && (last.map { query.precedes($0, entry.row) } ?? true)
        }
        return Array(found.map(\.row).sorted(by: query.precedes).prefix(limit))
    }

    private func page(after key: Int64?, _ limit: Int, _ admits: (Case) -> Bool) -> [QueueRow] {
        let found = contents.withLock { $0.cases }.filter { $0.row.key > key ?? 0 && admits($0) }
        return found.prefix(limit).map(\.row)
    }

    /// What a case counts for, its papers that nobody has answered included.
    private func counted(_ entry: Case, asOf query: FigureQuery) -> CaseFigures {
        var figures = projection.figures(of: entry.file)
        if entry.row.state == .checking, let due = entry.row.due, query.unansweredDue?.contains(due) == true {
            figures.facts.append(MeasuredFact(.answeredLate, on: due.adding(days: 1)))
        }
        return figures
    }

    private func admits(_ entry: Case, _ board: BoardQuery) -> Bool {
        let row = entry.row
        let everybodys = FigureQuery(days: board.today...board.today, window: board.window, clerk: board.clerk)
        guard everybodys.admits(row) else { return false }
        guard let measures = board.figure.measures else {
            return DayBoard.counts(
                row.state, due: row.due, workedOn: entry.file.workedOn, as: board.figure, on: board.today,
                idleSince: board.idleSince)
        }
        return projection.figures(of: entry.file).facts.contains {
            measures.contains($0.measure) && $0.on == board.today
        }
    }

    private struct Place: Hashable, Comparable {
        let window: String
        let clerk: ClerkID

        init(window: String, clerk: ClerkID) {
            self.window = window
            self.clerk = clerk
        }

        init(_ row: DayBoard.Row) { self.init(window: row.window, clerk: row.clerk) }

        static func < (left: Self, right: Self) -> Bool {
            left.window == right.window
                ? FigureSheet.precedes(left.clerk.text, right.clerk.text)
                : FigureSheet.precedes(left.window, right.window)
        }
    }
}

extension DayBoard.Figure {
    /// What was counted today; nil for a column that is about how the work stands.
    package var measures: [Measure]? {
        switch self {
        case .receivedToday: [.received]
        case .decidedToday: [.approved, .denied]
        case .waiting, .awaiting, .inHand, .dueToday, .overdue, .idle, .afterDecision: nil
        }
    }
}

extension FigureGrouping {
    /// The group that something of a case belongs to.
    package func key(of row: QueueRow, on day: CivilDate) -> String {
        switch self {
        case .none: ""
        case .window: row.window
        case .clerk: row.clerk.text
        case .matter: row.matter.id
        case .month: String(day.description.prefix(7))
        case .day: day.description
        }
    }
}

extension FigureSheet {
    /// Groups in order of their keys, by bytes.
    package static func sorted(_ groups: [String: [Measure: Histogram]]) -> [Row] {
        groups.sorted { precedes($0.key, $1.key) }.map { Row(key: $0.key, figures: $0.value) }
    }

    /// The most frequent first; of the same number in the order of the materials.
    package static func sorted(_ defects: [DefectCount]) -> [DefectCount] {
        defects.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            let (first, second) = (left.material?.ordinal ?? -1, right.material?.ordinal ?? -1)
            return first == second ? precedes(left.defect, right.defect) : first < second
        }
    }

    package static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
