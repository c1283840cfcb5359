import CaseDomain
package import CaseStore
import ChecklistRules

/// A view that a clerk saved: the filter, whose cases, what is searched, and the order, under a name of his own.
///
/// What changes from day to day (which term is nearly over, which rules have gone) isn't saved: the view asks for it by name.
package struct SavedView: Hashable, Sendable {
    package let name: String
    /// `QueueFilter.id`.
    package let filter: String
    package let scope: QueueScope
    package let order: QueueTab.Order

    /// The names under which views are remembered begin with it.
    static let prefix = "view/"
    static let most = 20
    static let longestName = 12
    private static let format = "yicigao.view/1"

    package init(name: String, filter: String, scope: QueueScope, order: QueueTab.Order) {
        self.name = name
        self.filter = filter
        self.scope = scope
        self.order = order
    }

    init(_ name: String, of query: QueueQuery) {
        self.init(
            name: name, filter: query.filter.id, scope: query.scope,
            order: QueueTab.Order(sort: query.sort, descending: query.descending, search: query.search))
    }

    var id: String { "\(Self.prefix)\(name)" }

    /// - Returns: nil where the view asks for something that there isn't any more.
    func tab(_ desk: Desk, on today: CivilDate) -> QueueTab? {
        guard let filter = QueueFilter.named(filter, desk, on: today) else { return nil }
        return QueueTab(
            id: id, name: Phrase.init(name, name), meaning: Phrases.Views.savedMeans, filter: filter, scope: scope,
            order: order)
    }

    // MARK: As text

    /// One line for each thing, always all of them and in this order.
    package var text: String {
        [
            Self.format, "filter \(filter)", "clerk \(scope.clerk?.text ?? "")",
            "windows \(scope.windows.joined(separator: ","))", "search \(order.search)", "sort \(order.sort.id)",
            "order \(order.descending ? "descending" : "ascending")",
        ].joined(separator: "\n")
    }

    /// - Returns: nil where the text isn't one that `text` gives, to the last character.
    package init?(name: String, text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard !name.isEmpty, lines.count == 7, lines[0] == Self.format else { return nil }
        func value(_ key: String, _ line: Substring) -> String? {
            line.hasPrefix("\(key) ") ? String(line.dropFirst(key.count + 1)) : nil
        }
        guard let filter = value("filter", lines[1]), let clerk = value("clerk", lines[2]),
            let windows = value("windows", lines[3]), let search = value("search", lines[4]),
            let sort = value("sort", lines[5]).flatMap(QueueSort.init(rawValue:)), let order = value("order", lines[6]),
            order == "ascending" || order == "descending", QueueFilter.ids.contains(filter)
        else { return nil }
        let places = windows.split(separator: ",").map(String.init)
        self.init(
            name: name, filter: filter,
            scope: QueueScope(clerk: clerk.isEmpty ? nil : ClerkID(clerk), windows: places),
            order: QueueTab.Order(sort: sort, descending: order == "descending", search: search))
        guard self.text == text else { return nil }
    }

    /// - Returns: nil for a note that is no view, or a damaged one.
    init?(_ note: ClerkNote) {
        guard note.name.hasPrefix(Self.prefix) else { return nil }
        self.init(name: String(note.name.dropFirst(Self.prefix.count)), text: note.text)
    }
}

extension QueueFilter {
    /// What the filter is called in a saved view, without what belongs to a day.
    var id: String {
        switch self {
        case .all: "all"
        case .open: "open"
        case .waiting: "waiting"
        case .overdue: "overdue"
        case .dueToday: "due-today"
        case .returned: "returned"
        case .gapsAgeing: "gaps-ageing"
        case .inProgress: "in-progress"
        case .afterDecision: "after-decision"
        case .runOut: "run-out"
        case .correctionDue: "correction-due"
        case .supervised: "supervised"
        case .state(let state): "state-\(state.id)"
        }
    }

    static let ids: Set<String> =
        Set(CaseState.allCases.map { QueueFilter.state($0).id })
        .union([
            "all", "open", "waiting", "overdue", "due-today", "returned", "gaps-ageing", "run-out", "correction-due",
            "supervised", "in-progress", "after-decision",
        ])

    /// The filter of that name as it is on a day.
    static func named(_ id: String, _ desk: Desk, on today: CivilDate) -> QueueFilter? {
        switch id {
        case "run-out": .runOut(desk.rules.cutOvers.scopes(on: today))
        case "correction-due": .correctionDue(through: desk.office.reminderDay(from: today, desk.clocks.calendar))
        case "supervised": .supervised(fromRound: desk.office.ladder.supervised)
        default:
            ([.all, .open, .waiting, .overdue, .dueToday, .returned, .gapsAgeing, .inProgress, .afterDecision]
                + CaseState.allCases.map { .state($0) }).first { $0.id == id }
        }
    }
}
