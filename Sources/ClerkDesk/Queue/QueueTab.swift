import CaseDomain
package import CaseStore
import ChecklistRules

/// A view of the queue: what it finds, and what it is called.
package struct QueueTab: Hashable, Sendable {
    /// Stays the same from day to day: the last view is found again by it.
    package let id: String
    package let name: Phrase
    /// What belongs to it.
    package let meaning: Phrase
    package let filter: QueueFilter
    package var scope = QueueScope.everything
    /// How it is ordered and what is searched in it, where the view itself says so; nil leaves both to the clerk.
    package var order: Order?

    package struct Order: Hashable, Sendable {
        package var sort: QueueSort
        package var descending: Bool
        package var search: String

        package init(sort: QueueSort, descending: Bool = false, search: String = "") {
            self.sort = sort
            self.descending = descending
            self.search = search
        }
    }

    /// What a view that says nothing of its order begins with.
    static let usualOrder = Order(sort: .due)

    func query(on today: CivilDate) -> QueueQuery {
        let order = order ?? Self.usualOrder
        return QueueQuery(
            filter: filter, scope: scope, search: order.search, sort: order.sort, descending: order.descending,
            today: today)
    }
}

/// The views that come with the desk, those of its office, and the clerk's own.
enum QueueTabs {
    /// The view that the desk opens with.
    static let first = "open"

    /// What Tab goes through: the clerk's work first, everything, then the views of his own, and the one that was chosen
    /// from the list.
    static func row(_ state: DeskState, _ desk: Desk) -> [QueueTab] {
        let row = work(state, desk) + state.queue.saved.compactMap { $0.tab(desk, on: state.today) }
        guard !row.contains(where: { $0.id == state.queue.tab }), let current = current(state, desk) else { return row }
        return row + [current]
    }

    /// Everything that can be chosen from the list.
    static func all(_ state: DeskState, _ desk: Desk) -> [QueueTab] {
        let today = state.today
        return work(state, desk) + runOut(desk, on: today) + states + places(desk)
            + state.queue.saved.compactMap { $0.tab(desk, on: today) } + [state.queue.visit?.tab].compactMap(\.self)
    }

    static func current(_ state: DeskState, _ desk: Desk) -> QueueTab? {
        all(state, desk).first { $0.id == state.queue.tab }
    }

    private static func work(_ state: DeskState, _ desk: Desk) -> [QueueTab] {
        let today = state.today
        let mine = QueueScope(clerk: desk.clerk)
        let reminder = desk.office.reminderDay(from: today, desk.clocks.calendar)
        return [
            QueueTab(id: first, name: Phrases.Queue.open, meaning: Phrases.Views.openMeans, filter: .open),
            QueueTab(
                id: "waiting", name: Phrases.Queue.waitingTab, meaning: Phrases.Views.waitingMeans, filter: .waiting,
                scope: mine),
            QueueTab(
                id: "mine", name: Phrases.Views.mine, meaning: Phrases.Views.mineMeans, filter: .open, scope: mine),
        ] + AbsenceReducer.tabs(state, desk) + [
            QueueTab(
                id: "due-today", name: Phrases.Queue.dueTodayTab, meaning: Phrases.Views.dueTodayMeans,
                filter: .dueToday),
            QueueTab(
                id: "overdue", name: Phrases.Queue.overdueTab, meaning: Phrases.Views.overdueMeans, filter: .overdue),
            QueueTab(
                id: "returned", name: Phrases.Queue.returnedTab, meaning: Phrases.Views.returnedMeans, filter: .returned
            ),
            QueueTab(
                id: "correction-due", name: Phrases.Rounds.reminderTab, meaning: Phrases.Views.reminderMeans,
                filter: .correctionDue(through: reminder)),
            QueueTab(
                id: "supervised", name: Phrases.Rounds.supervisedTab, meaning: Phrases.Views.supervisedMeans,
                filter: .supervised(fromRound: desk.office.ladder.supervised)),
            QueueTab(
                id: "gaps-ageing", name: Phrases.Queue.gapsAgeingTab, meaning: Phrases.Views.gapsMeans,
                filter: .gapsAgeing),
            QueueTab(
                id: "in-progress", name: Phrases.Queue.inProgressTab, meaning: Phrases.Views.inProgressMeans,
                filter: .inProgress),
            QueueTab(
                id: "after-decision", name: Phrases.Queue.afterDecisionTab,
                meaning: Phrases.Views.afterDecisionMeans, filter: .afterDecision),
            everything,
        ]
    }

    /// Every case there is.
    static var everything: QueueTab {
        QueueTab(id: "all", name: Phrases.Queue.all, meaning: Phrases.Views.allMeans, filter: .all)
    }

    /// What runs out is worked off by its age.
    private static func runOut(_ desk: Desk, on today: CivilDate) -> [QueueTab] {
        let scopes = desk.rules.cutOvers.scopes(on: today)
        guard !scopes.isEmpty else { return [] }
        return [
            QueueTab(
                id: "run-out", name: Phrases.Queue.runOutTab, meaning: Phrases.Views.runOutMeans,
                filter: .runOut(scopes), order: QueueTab.Order(sort: .received))
        ]
    }

    private static var states: [QueueTab] {
        CaseState.allCases.map { state in
            QueueTab(
                id: "state-\(state.id)", name: state.phrase, meaning: Phrases.Views.stateMeans, filter: .state(state))
        }
    }

    /// By window, and by region where one has more windows than one.
    private static func places(_ desk: Desk) -> [QueueTab] {
        var regions: [(name: String, windows: [String])] = []
        for window in desk.office.windows where !window.region.isEmpty {
            if let place = regions.firstIndex(where: { $0.name == window.region }) {
                regions[place].windows.append(window.id)
            } else {
                regions.append((window.region, [window.id]))
            }
        }
        return desk.office.windows.map { window in
            QueueTab(
                id: "window-\(window.id)", name: Phrases.Views.window.filled(["window": window.id]),
                meaning: Phrases.Views.windowMeans, filter: .open, scope: QueueScope(windows: [window.id]))
        }
            + regions.map { region in
                QueueTab(
                    id: "region-\(region.name)", name: Phrase.init(region.name, region.name),
                    meaning: Phrases.Views.regionMeans, filter: .open, scope: QueueScope(windows: region.windows))
            }
    }
}
