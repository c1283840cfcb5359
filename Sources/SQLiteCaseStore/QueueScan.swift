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

/// The filter of a query, as bounds that an index on the due day can serve and one on the state.
struct FilterBounds {
    var state: Int?
    var openOnly = false
    var due: (from: Int?, upTo: Int?) = (nil, nil)
    /// What each row is tested for, because no index has it.
    var scopes: [RunOutScope]?
    /// With scopes: whether to go through the old cases rather than the open ones.
    var isByReceipt = false
    /// The fewest notices, which few cases have.
    var rounds: Int?
    /// Something is owed of an accepted case.
    var owedOnly = false
    /// One of these states, and the index that holds them alone.
    var states: (condition: Condition, index: QueueIndex?)?
    var scope: QueueScope
    /// Whether the store has every index of `QueueIndex`.
    let isIndexed: Bool

    init(_ query: QueueQuery, isIndexed: Bool) {
        self.isIndexed = isIndexed
        let today = query.today.dayNumber
        scope = query.scope
        switch query.filter {
        case .all: break
        case .open: openOnly = true
        case .overdue:
            openOnly = true
            due.upTo = today
        case .dueToday:
            openOnly = true
            due = (today, today + 1)
        case .runOut(let scopes):
            openOnly = true
            self.scopes = scopes
        case .correctionDue(let last):
            state = QueueState.awaitingCorrection.rawValue
            due.upTo = last.dayNumber + 1
        case .supervised(let round):
            openOnly = true
            rounds = round
        case .waiting: state = QueueState.checking.rawValue
        case .returned:
            state = QueueState.checking.rawValue
            rounds = 1
        case .gapsAgeing:
            owedOnly = true
            if !isIndexed { state = QueueState.acceptedWithGaps.rawValue }
        case .inProgress, .afterDecision:
            states = (Condition(Self.among(query.filter.states ?? [])), QueueIndex.holding(query.filter))
        case .state(.checking):
            state = QueueState.checking.rawValue
            due.from = today
        case .state(.deemedAccepted):
            state = QueueState.checking.rawValue
            due.upTo = today
        case .state(let wanted): state = QueueState.allCases.first { $0.caseState == wanted }?.rawValue
        }
    }

    /// The index in which the filter is one stretch, or nearly.
    var index: String {
        if owedOnly, isIndexed { return QueueIndex.owed.rawValue }
        if let states { return isIndexed ? states.index?.rawValue ?? "queue_state" : "queue_state" }
        if let rounds { return isIndexed && rounds >= 1 ? QueueIndex.noticed.rawValue : "queue_round" }
        if state != nil { return "queue_state" }
        if isByReceipt { return "queue_received" }
        return openOnly ? QueueIndex.open.rawValue : QueueIndex.due.rawValue
    }

    /// The index to walk by due day, where rows are tested: rather a wide one through more cases.
    var walkIndex: String {
        let isOpenState = state.map { $0 <= QueueState.awaitingCorrection.rawValue } ?? false
        return isIndexed && isOpenState && rounds == nil ? QueueIndex.open.rawValue : index
    }

    /// Whether rows are tested for something that no index of due days has.
    var testsRows: Bool { scopes != nil || rounds != nil || scope != .everything }

    /// The columns of all tests.
    var testedColumns: String {
        var columns = ["state", "due"]
        if owedOnly { columns.append("owed") }
        if rounds != nil { columns.append("round") }
        if scopes != nil { columns += ["received", "matter", "action"] }
        if scope.clerk != nil { columns.append("clerk") }
        if !scope.windows.isEmpty { columns.append("window") }
        return columns.joined(separator: ", ")
    }

    func conditions() -> [Condition] {
        var conditions: [Condition] = []
        if let state { conditions.append(Condition("state = ?", state)) }
        if let states { conditions.append(states.condition) }
        // Literally as the partial indexes have it, or SQLite wouldn't know that it may use them.
        if openOnly { conditions.append(Condition("state <= 1")) }
        if index == QueueIndex.noticed.rawValue { conditions.append(Condition("state <= 1 AND round >= 1")) }
        if owedOnly { conditions.append(Condition("owed IS NOT NULL")) }
        if let from = due.from { conditions.append(Condition("due >= ?", from)) }
        if let upTo = due.upTo { conditions.append(Condition("due < ?", upTo)) }
        if let rounds { conditions.append(Condition("round >= ?", rounds)) }
        if let scopes {
            if let last = scopes.map(\.receivedBefore).max() {
                conditions.append(Condition("received < ?", Moment(last).secondsSince1970))
            }
            conditions.append(FilterBounds.any(of: scopes))
        }
        if let clerk = scope.clerk { conditions.append(Condition("clerk = ?", clerk.text)) }
        if !scope.windows.isEmpty {
            var windows = Condition("window IN (\(scope.windows.map { _ in "?" }.joined(separator: ", ")))")
            windows.arguments = scope.windows
            conditions.append(windows)
        }
        return conditions
    }

    /// The conditions on state and due day, which every index carries.
    func coveredConditions() -> [Condition] {
        var covered = self
        (covered.scopes, covered.rounds, covered.owedOnly) = (nil, nil, false)
        covered.scope = .everything
        return covered.conditions()
    }

    /// One of several states.
    static func among(_ states: [QueueState]) -> String {
        "state IN (\(states.map { String($0.rawValue) }.joined(separator: ", ")))"
    }

    /// A term of columns even where there are none to test: on a constant SQLite refuses the partial index.
    private static func any(of scopes: [RunOutScope]) -> Condition {
        let tests = scopes.map { scope in
            let before = Moment(scope.receivedBefore).secondsSince1970
            guard let action = scope.action else {
                return Condition("received < ? AND matter = ?", before, scope.matter.ordinal)
            }
            return Condition("received < ? AND matter = ? AND action = ?", before, scope.matter.ordinal, action.ordinal)
        }
        var any = Condition(tests.isEmpty ? "matter < 0" : "(\(tests.map(\.sql).joined(separator: " OR ")))")
        any.arguments = tests.flatMap(\.arguments)
        return any
    }
}

/// One walk along an index: from a place, in a direction.
struct QueueScan {
    let index: String
    /// Bounds of the walk, at most one on each side: given two, SQLite could start at the wrong one and pass through
    /// half the index.
    let range: Condition
    let order: String

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
        let rising = stretch.ascending == forward
        let columns = QueueScan.columns(query)
        let direction = rising ? "" : " DESC"
        order = columns.map { "\($0.name)\(direction)" }.joined(separator: ", ")
        let day = columns.first?.name ?? "due"
        guard query.sort == .due else {
            index = "queue_\(day)"
            range = .all(place.map { [QueueScan.beyond($0, columns, rising: rising)] } ?? [])
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
        if let place {
            let home = query.day(place.row)?.dayNumber ?? DueColumn.none
            // The tighter bound only: the place, unless the whole stretch lies beyond it.
            if rising, home >= from ?? .min {
                from = nil
                conditions.append(QueueScan.beyond(place, columns, rising: true))
            } else if !rising, home < upTo ?? .max {
                upTo = nil
                conditions.append(QueueScan.beyond(place, columns, rising: false))
            }
        }
        if let from { conditions.append(Condition("\(day) >= ?", from)) }
        if let upTo { conditions.append(Condition("\(day) < ?", upTo)) }
        range = .all(conditions)
    }

    private static func later(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }

    private static func earlier(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    private static func beyond(_ place: QueuePlace, _ columns: [Column], rising: Bool) -> Condition {
        let names = columns.map(\.name).joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let comparison = (rising ? ">" : "<") + (place.includesRow ? "=" : "")
        var condition = Condition("(\(names)) \(comparison) (\(marks))")
        condition.arguments = columns.map { $0.value(place.row) }
        return condition
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
