import CaseDomain
import CaseStore
import GRDB

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
            states = FilterBounds.undecided
            due.upTo = today
        case .dueToday:
            states = FilterBounds.undecided
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
        if let states {
            return states.index == .due || isIndexed ? states.index?.rawValue ?? "queue_state" : "queue_state"
        }
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
    var testedColumns: [String] {
        var columns = ["state", "due"]
        if owedOnly { columns.append("owed") }
        if rounds != nil { columns.append("round") }
        if scopes != nil { columns += ["received", "matter", "action"] }
        if scope.clerk != nil { columns.append("clerk") }
        if !scope.windows.isEmpty { columns.append("window") }
        return columns
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

    /// Cases whose clock is over or nearly so stand together at the beginning, whatever their state.
    private static var undecided: (condition: Condition, index: QueueIndex?) {
        (Condition(among(QueueState.allCases.filter(\.isUndecided))), .due)
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
