package import CaseDomain

/// What a query means, spelled out on single rows: the reading that every store has to agree with.
extension QueueQuery {
    /// Whether a row belongs to the queue asked for, the search aside.
    package func admits(_ row: QueueRow) -> Bool { scope.admits(row) && filterAdmits(row) }

    private func filterAdmits(_ row: QueueRow) -> Bool {
        switch filter {
        case .all: true
        case .open: row.isOpen
        case .state(let state): row.state(on: today) == state
        case .overdue: row.state.isUndecided && (row.due.map { $0 < today } ?? false)
        case .dueToday: row.state.isUndecided && row.due == today
        case .runOut(let scopes):
            row.isOpen && scopes.contains { $0.holds(row.matter, row.action, received: row.received.date) }
        case .correctionDue(let last): row.state == .awaitingCorrection && (row.due.map { $0 <= last } ?? false)
        case .supervised(let round): row.isOpen && row.round >= round
        case .waiting: row.state == .checking
        case .returned: row.state == .checking && row.round >= 1
        case .gapsAgeing: row.owed != nil
        case .inProgress, .afterDecision: filter.states?.contains(row.state) == true
        }
    }

    /// Whether one row stands before another. Two different rows never stand in the same place.
    package func precedes(_ left: QueueRow, _ right: QueueRow) -> Bool {
        if sort == .due, (day(left) == nil) != (day(right) == nil) { return day(right) == nil }
        return descending ? ascends(right, left) : ascends(left, right)
    }

    private func ascends(_ left: QueueRow, _ right: QueueRow) -> Bool {
        switch sort {
        case .due: before(day(left), day(right)) ?? (left.key < right.key)
        case .number: before(left.number.text, right.number.text) ?? (left.key < right.key)
        case .applicant: before(left.applicant, right.applicant) ?? (left.key < right.key)
        case .matter: before(left.matter.ordinal, right.matter.ordinal) ?? (left.key < right.key)
        case .state:
            before(left.state.rawValue, right.state.rawValue) ?? before(dueDay(left), dueDay(right))
                ?? (left.key < right.key)
        case .round: before(left.round, right.round) ?? (left.key < right.key)
        case .window: before(left.window, right.window) ?? (left.key < right.key)
        case .clerk: before(left.clerk.text, right.clerk.text) ?? (left.key < right.key)
        case .received: before(left.received, right.received) ?? (left.key < right.key)
        }
    }

    /// The day that a queue by due day goes by.
    package func day(_ row: QueueRow) -> CivilDate? { filter == .gapsAgeing ? row.owed : row.due }

    private func before(_ left: CivilDate?, _ right: CivilDate?) -> Bool? {
        before(left?.dayNumber ?? .max, right?.dayNumber ?? .max)
    }

    private func dueDay(_ row: QueueRow) -> Int { row.due?.dayNumber ?? .max }

    private func before<Value: Comparable>(_ left: Value, _ right: Value) -> Bool? {
        left == right ? nil : left < right
    }

    /// By bytes, as databases do it; Swift's own order would take composed and decomposed characters for equal.
    private func before(_ left: String, _ right: String) -> Bool? {
        left.utf8.elementsEqual(right.utf8) ? nil : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

extension QueueScope {
    package func admits(_ row: QueueRow) -> Bool {
        if let clerk, !clerk.text.utf8.elementsEqual(row.clerk.text.utf8) { return false }
        return windows.isEmpty || windows.contains { $0.utf8.elementsEqual(row.window.utf8) }
    }
}
