import CaseDomain
import CaseStore
import GRDB

/// A condition with the values that it is about. The text is put together from literals of this module only.
struct Condition {
    var sql: String
    var arguments: [(any DatabaseValueConvertible)?]

    init(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) {
        self.sql = sql
        self.arguments = arguments
    }

    static func all(_ conditions: [Condition]) -> Condition {
        var whole = Condition(conditions.isEmpty ? "1" : conditions.map(\.sql).joined(separator: " AND "))
        whole.arguments = conditions.flatMap(\.arguments)
        return whole
    }
}

/// A place in the order of a queue, between rows.
struct QueuePlace {
    let row: QueueRow
    /// Whether the row itself lies on the side that is walked to.
    let includesRow: Bool
}

/// A stretch of a queue whose order is that of one index, forwards or backwards.
///
/// Most queues are one stretch. A queue with the latest due day first is two: the cases without a clock come behind
/// those that have one, though their column holds the greatest day.
struct QueueStretch {
    /// Half-open bounds of the column of days.
    var days: (from: Int?, upTo: Int?) = (nil, nil)
    /// Whether the display order is the index's own.
    let ascending: Bool

    static func stretches(of query: QueueQuery) -> [QueueStretch] {
        guard query.sort == .due, query.descending else { return [QueueStretch(ascending: !query.descending)] }
        return [
            QueueStretch(days: (nil, DueColumn.none), ascending: false),
            QueueStretch(days: (DueColumn.none, nil), ascending: false),
        ]
    }
}

/// One walk along an index: from a place, in a direction.
struct QueueScan {
    let index: String
    /// The columns that the index is ordered by, before the key.
    let leading: [String]
    let rising: Bool
    let order: String
    /// What the walk begins with, if anything, and what else bounds it. There is at most one bound on each side: given two,
    /// SQLite could start at the wrong one and pass through half the index.
    private let start: Start?
    private let bounds: [Condition]

    private enum Start {
        case bound(Condition)
        case foothold(Foothold)
    }

    /// A place within a run of rows that are alike in the leading columns.
    struct Foothold {
        let run: [any DatabaseValueConvertible]
        let key: Int64
        let includesKey: Bool
    }

    /// The rows of the walk, as one condition.
    var range: Condition {
        switch start {
        case nil: .all(bounds)
        case .bound(let bound): .all(bounds + [bound])
        case .foothold(let foothold):
            .all(
                bounds + [
                    beyond(leading + ["key"], foothold.run + [foothold.key], includesPlace: foothold.includesKey)
                ])
        }
    }

    /// The ranges to walk, one behind the other.
    var legs: [Condition] {
        if case .foothold(let foothold) = start { return legs(from: foothold) }
        return [range]
    }

    /// The same walk from another place on: the rest of its run, then the other runs.
    ///
    /// To a place in two columns SQLite goes straight, to one in a column and the key it doesn't.
    func legs(from foothold: Foothold) -> [Condition] {
        let run = zip(leading, foothold.run).map { Condition("\($0) = ?", $1) }
        return [
            .all(bounds + run + [beyond(["key"], [foothold.key], includesPlace: foothold.includesKey)]),
            .all(bounds + [beyond(leading, foothold.run, includesPlace: false)]),
        ]
    }

    private func beyond(
        _ names: [String], _ values: [any DatabaseValueConvertible], includesPlace: Bool
    ) -> Condition {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let comparison = (rising ? ">" : "<") + (includesPlace ? "=" : "")
        var condition = Condition("(\(names.joined(separator: ", "))) \(comparison) (\(marks))")
        condition.arguments = values
        return condition
    }

    /// - Parameters:
    ///   - stretch: which part of the queue.
    ///   - place: where to begin; nil for the stretch's end.
    ///   - forward: in display order or against it.
    ///   - filter: bounds to walk within, where the index is ordered by due day.
    ///   - isTested: whether rows are tested on the way.
    init(
        _ query: QueueQuery, _ stretch: QueueStretch, from place: QueuePlace?, forward: Bool,
        within filter: FilterBounds, isTested: Bool
    ) {
        rising = stretch.ascending == forward
        let columns = QueueScan.columns(query)
        let foothold = place.map { place in
            Foothold(
                run: columns.dropLast().map { $0.value(place.row) }, key: place.row.key, includesKey: place.includesRow)
        }
        let direction = rising ? "" : " DESC"
        order = columns.map { "\($0.name)\(direction)" }.joined(separator: ", ")
        leading = columns.dropLast().map(\.name)
        let day = columns.first?.name ?? "due"
        guard query.sort == .due else {
            index = "queue_\(day)"
            start = foothold.map(Start.foothold)
            bounds = []
            return
        }
        index = isTested ? filter.walkIndex : filter.index
        var conditions: [Condition] = []
        if let state = filter.state { conditions.append(Condition("state = ?", state)) }
        if let states = filter.states { conditions.append(states.condition) }
        if index == QueueIndex.noticed.rawValue { conditions.append(Condition("round >= 1")) }
        if filter.openOnly || [QueueIndex.open.rawValue, QueueIndex.noticed.rawValue].contains(index) {
            conditions.append(Condition("state <= 1"))
        }
        if filter.owedOnly { conditions.append(Condition("owed IS NOT NULL")) }
        var from = QueueScan.later(filter.due.from, stretch.days.from)
        var upTo = QueueScan.earlier(filter.due.upTo, stretch.days.upTo)
        var start: Start?
        if let place {
            let home = query.day(place.row)?.dayNumber ?? DueColumn.none
            // The tighter bound only: the place, unless the whole stretch lies beyond it.
            if rising, home >= from ?? .min {
                from = nil
                start = foothold.map(Start.foothold)
            } else if !rising, home < upTo ?? .max {
                upTo = nil
                start = foothold.map(Start.foothold)
            }
        }
        let (low, high) = (from.map { Condition("\(day) >= ?", $0) }, upTo.map { Condition("\(day) < ?", $0) })
        self.start = start ?? (rising ? low : high).map(Start.bound)
        bounds = conditions + [rising ? high : low].compactMap(\.self)
    }

    private static func later(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }

    private static func earlier(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    /// A column and a row's value in it.
    private struct Column {
        let name: String
        let value: (QueueRow) -> any DatabaseValueConvertible

        init(_ name: String, _ value: @escaping (QueueRow) -> any DatabaseValueConvertible) {
            self.name = name
            self.value = value
        }
    }

    /// The columns that order a queue; the first names its index.
    private static func columns(_ query: QueueQuery) -> [Column] {
        let due = Column("due") { $0.due?.dayNumber ?? DueColumn.none }
        let key = Column("key") { $0.key }
        return switch query.sort {
        case .due where query.filter == .gapsAgeing:
            [Column("owed") { $0.owed?.dayNumber ?? DueColumn.none }, key]
        case .due: [due, key]
        case .number: [Column("number") { $0.number.text }, key]
        case .applicant: [Column("applicant") { $0.applicant }, key]
        case .matter: [Column("matter") { $0.matter.ordinal }, key]
        case .state: [Column("state") { $0.state.rawValue }, due, key]
        case .round: [Column("round") { $0.round }, key]
        case .window: [Column("window") { $0.window }, key]
        case .clerk: [Column("clerk") { $0.clerk.text }, key]
        case .received: [Column("received") { $0.received.secondsSince1970 }, key]
        }
    }
}
