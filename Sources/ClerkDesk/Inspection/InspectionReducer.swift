package import CaseDomain
package import CaseStore
import ChecklistRules
import ScreenKit

/// 核查任务: what keys do on the board of inspections, and what it reads.
enum InspectionReducer {
    /// So many cases go on one visit at most.
    static let mostJoined = 10

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard desk.office.inspection.isOn else {
            state.refuse(Phrases.Inspection.notHere, desk)
            return []
        }
        state.opening = nil
        state.inspection.isOpen = true
        return read(query(state, desk), &state)
    }

    private static func query(_ state: DeskState, _ desk: Desk) -> InspectionQuery {
        InspectionQuery(
            year: state.today, excuses: InspectionExcuses(desk.rules.book().waivers, at: desk.office))
    }

    // MARK: Reading

    private static func read(_ query: InspectionQuery, _ state: inout DeskState) -> [Effect] {
        state.inspection.query = query
        let effect = state.effect(.inspections(query, beside: nil))
        state.inspection.reading = effect.id
        return [effect]
    }

    /// Somebody changed a case: what the board shows is read again.
    static func changed(_ state: inout DeskState) -> [Effect] {
        guard state.inspection.isOpen, let query = state.inspection.query else { return [] }
        return read(query, &state)
    }

    /// Finds out who has how much to do, and which cases lie at the same place or stand on the same visit, before a step
    /// goes on.
    static func prepare(
        _ step: CaseStep, _ number: CaseNumber, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let effect = state.effect(.inspections(query(state, desk), beside: number))
        state.inspection.preparing = InspectionState.Preparing(effect: effect.id, step: step, number: number)
        return [effect]
    }

    static func took(
        _ sheet: InspectionSheet, _ neighbours: [CaseFile], _ id: Int, _ state: inout DeskState, _ desk: Desk
    ) {
        if let preparing = state.inspection.preparing, preparing.effect == id {
            state.inspection.preparing = nil
            state.inspection.sheet = sheet
            state.inspection.neighbours = neighbours
            guard state.modal == nil else { return }
            let file = state.work?.file.flatMap { $0.number == preparing.number ? $0 : nil }
            switch preparing.step {
            case .recall, .inspect:
                guard file != nil || state.place == .inspections else { return }
                JointVisitReducer.begin(preparing.step, &state, desk)
            case .book: if let file { VideoBookingReducer.ask(file, &state, desk) }
            default: if let file { DispatchReducer.ask(file, &state, desk) }
            }
            return
        }
        guard state.inspection.reading == id else { return }
        state.inspection.reading = nil
        state.inspection.sheet = sheet
        let rows = InspectionRows(state, desk)
        if rows.place(of: state.inspection.selected) == nil { state.inspection.selected = rows.numbers.first }
    }

    // MARK: Keys

    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let page = InspectionView.listHeight(state.size)
        switch intent {
        case .down: move(by: 1, &state, desk)
        case .up: move(by: -1, &state, desk)
        case .pageDown: move(by: page, &state, desk)
        case .pageUp: move(by: -page, &state, desk)
        case .first: move(by: -InspectionQuery.usualLimit * 2, &state, desk)
        case .last: move(by: InspectionQuery.usualLimit * 2, &state, desk)
        case .nextFilter: turn(by: 1, &state, desk)
        case .previousFilter: turn(by: -1, &state, desk)
        case .refresh: return read(query(state, desk), &state)
        case .actions: JointVisitReducer.open(&state, desk)
        case .back, .inspections:
            state.inspection.isOpen = false
            return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
        case .open:
            guard let number = InspectionRows(state, desk).current(state.inspection.selected) else {
                state.refuse(Phrases.Inspection.nothing, desk)
                return []
            }
            return CaseSteps.open(number, &state)
        default: break
        }
        return []
    }

    private static func move(by step: Int, _ state: inout DeskState, _ desk: Desk) {
        let rows = InspectionRows(state, desk)
        guard !rows.numbers.isEmpty else { return }
        let place = min(max(0, (rows.place(of: state.inspection.selected) ?? 0) + step), rows.numbers.count - 1)
        state.inspection.selected = rows.numbers[place]
    }

    private static func turn(by step: Int, _ state: inout DeskState, _ desk: Desk) {
        let tabs = InspectionRows.tabs(desk)
        let place = tabs.firstIndex(of: state.inspection.tab) ?? 0
        state.inspection.tab = tabs[(place + step + tabs.count) % tabs.count]
        state.inspection.selected = InspectionRows(state, desk).numbers.first
    }
}

extension InspectionQuery {
    /// The board of a day: first looks of its year so far.
    package init(year day: CivilDate, excuses: InspectionExcuses) {
        self.init(from: CivilDate(year: day.year, month: 1, day: 1) ?? day, through: day, excuses: excuses)
    }
}
