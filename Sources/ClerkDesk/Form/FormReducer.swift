import CaseDomain
import ChecklistRules
import ScreenKit

/// What keys do in the form.
enum FormReducer {
    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let form = state.work?.form else { return [] }
        if case .text = form.focus.editor, let edit = intent.cursorMove {
            state.work?.edit(edit)
            return []
        }
        state.work?.form.settle(today: stamp.at.date, calendar: desk.clocks.calendar)
        switch intent {
        case .down, .nextField: state.work?.form.moveFocus(by: 1)
        case .up, .previousField: state.work?.form.moveFocus(by: -1)
        case .first: state.work?.form.moveFocus(by: -form.fields.count)
        case .last: state.work?.form.moveFocus(by: form.fields.count)
        case .pageDown: state.work?.form.moveFocus(by: CaseView.listHeight(state.size))
        case .pageUp: state.work?.form.moveFocus(by: -CaseView.listHeight(state.size))
        case .left: state.work?.form.step(by: -1)
        case .right, .toggle:
            if intent == .toggle, let picker = picker(for: form) {
                state.modal = .picker(picker)
            } else {
                state.work?.form.step(by: 1)
            }
        case .choose, .open:
            guard let picker = picker(for: form) else {
                state.work?.form.moveFocus(by: 1)
                break
            }
            state.modal = .picker(picker)
        default: break
        }
        return []
    }

    /// A list for the focused field; nil where it isn't a field of options.
    private static func picker(for form: ParticularsForm) -> Picker? {
        switch form.focus.editor {
        case .one(let options):
            Picker(purpose: .field(form.focus), options: options, takesMany: false, chosen: form.chosen(form.focus))
        case .many(let options):
            Picker(purpose: .field(form.focus), options: options, takesMany: true, chosen: form.chosen(form.focus))
        case .text, .yesNo: nil
        }
    }

    /// The field that answers what a line of the checklist asks.
    static func field(for line: CaseSheet.Line) -> FormFieldID? {
        switch line {
        case .question(let fact): return field(for: fact)
        case .application(let finding):
            guard case .application(let defect) = finding.defect else { return nil }
            switch defect {
            case .semiFinishedNeedsCentralKitchen: return .marks
            case .schoolCanteenForbiddenItem, .itemNotForSubject: return .items
            case .subjectMissing: return .subject
            case .badUscc: return .uscc
            case .badPrincipalID: return .principalID
            case .badAgentID: return .agentID
            case .tooEarlyToRenew: return .licenceExpires
            case .licenceNumber: return .licenceNumber
            }
        case .material(let line):
            if case .depends(let facts) = line.need { return facts.first.flatMap(field(for:)) ?? .subject }
            return nil
        }
    }

    private static func field(for fact: DecidingFact) -> FormFieldID? {
        switch fact {
        case .fact(let fact): FormFieldID.allCases.first { $0.fact == fact }
        case .changed: .changed
        case .products: .products
        case .area: .area
        case .licence: .licenceExpires
        }
    }
}
