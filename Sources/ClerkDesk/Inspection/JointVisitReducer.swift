import CaseDomain
import CaseStore
import ScreenKit

/// 一次勘验 as one: a recall or an outcome for all cases of a visit, from the board or from one of them. Single cases can
/// be left out, to be dealt with by themselves.
enum JointVisitReducer {
    private static let actions: [CaseAction] = [.recordInspection, .recallInspection]

    // MARK: On the board

    /// What can be done with the visit under the cursor.
    static func open(_ state: inout DeskState, _ desk: Desk) {
        guard let number = InspectionRows(state, desk).current(state.inspection.selected) else {
            state.refuse(Phrases.Inspection.nothing, desk)
            return
        }
        let options = actions.map { action in
            FormOption(id: action.rawValue, label: action.phrase, barred: why(action, number, state, desk))
        }
        state.modal = .picker(
            Picker(purpose: .visitAction(number), options: options, takesMany: false, chosen: []))
    }

    private static func why(
        _ action: CaseAction, _ number: CaseNumber, _ state: DeskState, _ desk: Desk
    ) -> Phrase? {
        guard state.inspection.sheet?.visit(of: number).isEmpty == false else { return Phrases.Inspection.noTask }
        return action.step.flatMap { LifeGate.whyRole($0, nil, state, desk) }
    }

    static func choose(
        _ id: String, _ number: CaseNumber, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        guard let action = CaseAction(rawValue: id), let step = action.step else { return [] }
        if let why = why(action, number, state, desk) {
            state.refuse(why, desk)
            return []
        }
        return InspectionReducer.prepare(step, number, &state, desk)
    }

    // MARK: Which cases

    /// The cases of the visit have been read: asks which of them are meant where there are several.
    static func begin(_ step: CaseStep, _ state: inout DeskState, _ desk: Desk) {
        let files = state.inspection.neighbours
        guard files.count > 1 else {
            ask(step, files.map(\.number), &state, desk)
            return
        }
        let options = files.map { file in
            FormOption(
                id: file.number.text, label: DispatchExtras.label(file, Phrases.Inspection.visitCase),
                barred: LifeGate.why(step, file, state, desk))
        }
        state.modal = .picker(
            Picker(
                purpose: .visitCases(step), options: options, takesMany: true,
                chosen: Set(options.filter { $0.barred == nil }.map(\.id))))
    }

    static func chose(_ picker: Picker, _ step: CaseStep, _ state: inout DeskState, _ desk: Desk) {
        let numbers = state.inspection.neighbours.map(\.number).filter { picker.chosen.contains($0.text) }
        guard !numbers.isEmpty else {
            state.refuse(Phrases.Inspection.noneChosen, desk)
            state.modal = .picker(picker)
            return
        }
        ask(step, numbers, &state, desk)
    }

    private static func ask(_ step: CaseStep, _ cases: [CaseNumber], _ state: inout DeskState, _ desk: Desk) {
        switch step {
        case .recall: RecallReducer.ask(cases, &state, desk)
        default: InspectionOutcomeReducer.ask(cases, &state, desk)
        }
    }

    // MARK: Doing it

    /// The chosen cases as they were read; the one on the desk as the desk has it.
    static func files(_ cases: [CaseNumber], _ state: DeskState) -> [CaseFile] {
        state.inspection.neighbours.filter { cases.contains($0.number) }.map { file in
            state.work?.file.flatMap { $0.number == file.number ? $0 : nil } ?? file
        }
    }

    /// The one case on the desk that a step is meant for; nil where it is meant for others.
    static func only(_ cases: [CaseNumber], _ state: DeskState) -> CaseFile? {
        state.work?.file.flatMap { cases == [$0.number] ? $0 : nil }
    }

    /// What the entry of a step for several cases says first.
    static func line(_ cases: [CaseNumber], _ desk: Desk) -> [String] {
        guard cases.count > 1 else { return [] }
        return [desk.say(Phrases.Inspection.forAll, ["numbers": cases.map(\.text).joined(separator: "、")])]
    }

    /// Looks at each case once more, shows what comes of it, and writes all of them or none.
    static func run(
        _ visit: VisitStep, _ cases: [CaseNumber], _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let rows = state.inspection.sheet?.tasks.map(\.row).filter { cases.contains($0.number) } ?? []
        var run = BulkRun(visit.action, rows)
        run.visit = visit
        return BulkReducer.begin(run, &state, desk)
    }
}

extension VisitStep {
    fileprivate var action: BulkAction {
        switch self {
        case .recall: .recallVisit
        case .conclude: .concludeVisit
        }
    }
}
