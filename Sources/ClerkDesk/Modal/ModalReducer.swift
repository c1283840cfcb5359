import CaseDomain
import ScreenKit

/// What keys do while something stands over the screen.
enum ModalReducer {
    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch state.modal {
        case .question(let question)?: return answer(intent, question, &state, stamp, desk)
        case .help(let place, let scroll)?:
            guard let scroll = scrolled(scroll, intent, &state, desk) else { return [] }
            state.modal = .help(place, scroll: scroll)
        case .reader(let title, let lines, let scroll)?:
            guard let scroll = scrolled(scroll, intent, &state, desk) else { return [] }
            state.modal = .reader(title: title, lines: lines, scroll: scroll)
        case .picker(let picker)?: return pick(intent, picker, &state, stamp, desk)
        case .clocks(let list)?: return ClockReducer.perform(intent, list, &state, desk)
        case .entry(let entry)?: return EntryReducer.perform(intent, entry, &state, stamp, desk)
        case .dayLog(let log)?: return DayLogReducer.perform(intent, log, &state, desk)
        case nil: break
        }
        return []
    }

    /// - Returns: nil where the text was closed.
    private static func scrolled(
        _ scroll: ListScroll, _ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk
    ) -> ListScroll? {
        var scroll = scroll
        let lines = ModalView.readerLines(state, desk).count
        let height = ModalView.readerHeight(state.size)
        scroll.setCount(max(1, lines - height + 1), height: 1)
        switch intent {
        case .down: scroll.move(by: 1, height: 1)
        case .up: scroll.move(by: -1, height: 1)
        case .pageDown: scroll.move(by: max(1, height - 1), height: 1)
        case .pageUp: scroll.move(by: -max(1, height - 1), height: 1)
        case .first: scroll.home(height: 1)
        case .last: scroll.end(height: 1)
        default:
            state.modal = nil
            return nil
        }
        return scroll
    }

    private static func pick(
        _ intent: DeskIntent, _ picker: Picker, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var picker = picker
        switch intent {
        case .down: picker.move(by: 1)
        case .up: picker.move(by: -1)
        case .pageDown: picker.move(by: 8)
        case .pageUp: picker.move(by: -8)
        case .first: picker.move(by: -picker.options.count)
        case .last: picker.move(by: picker.options.count)
        case .toggle:
            picker.toggle()
            if !picker.takesMany { return finish(picker, &state, stamp, desk) }
        case .choose, .open:
            if !picker.takesMany { picker.toggle() }
            return finish(picker, &state, stamp, desk)
        case .back:
            state.modal = nil
            return []
        default: break
        }
        state.modal = .picker(picker)
        return []
    }

    private static func finish(
        _ picker: Picker, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.modal = nil
        switch picker.purpose {
        case .bundle:
            if let id = picker.chosen.first { BundleReducer.begin(id, &state, desk) }
        case .action:
            guard let action = picker.chosen.first.flatMap(CaseAction.init(rawValue:)) else { return [] }
            return ActionReducer.begin(action, &state, stamp, desk)
        case .returned: ReturnReducer.confirm(picker.chosen, &state, desk)
        case .settled: GapReducer.confirmSettled(picker.chosen, &state, desk)
        case .field:
            state.work?.form.choose(picker.chosen)
            state.work?.form.moveFocus(by: 1)
        }
        return []
    }

    private static func answer(
        _ intent: DeskIntent, _ question: Question, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if intent == .toggle, question.message != nil {
            var asked = question
            asked.message?.isLeftOut.toggle()
            state.modal = .question(asked)
            return []
        }
        guard intent == .yes else {
            state.modal = nil
            return []
        }
        state.modal = nil
        switch question.answer {
        case .quit:
            state.isOver = true
            return []
        case .discardForm:
            guard state.work?.file != nil else { return CaseReducer.close(&state) }
            state.work?.resetForm()
            state.work?.pane = .checklist
            return []
        case .issue: return PaperReducer.issue(&state, stamp, desk, telling: question.message?.isLeftOut == false)
        case .accept(let acceptance):
            return PaperMakingReducer.append(
                [.accepted(acceptance: acceptance)] + MessageReducer.along(question, state, stamp, desk),
                Phrases.Case.accepted, &state, stamp, desk)
        case .route(let route):
            return PaperMakingReducer.append([.routed(route: route)], Phrases.Case.routed, &state, stamp, desk)
        case .withdraw:
            return CaseReducer.append(
                [.withdrawn(reason: Phrases.Case.withdrawReason.zh)], Phrases.Case.withdrawn, inverse: nil, &state,
                stamp)
        case .returnPapers(let places): return ReturnReducer.book(places, &state, stamp, desk)
        case .stopClock(let reason, let note):
            return CaseReducer.append(
                [.clockStopped(reason: reason, note: note)], Phrases.Clocks.stopDone, inverse: nil, &state, stamp)
        case .resumeClock(let note):
            return CaseReducer.append(
                [.clockResumed(note: note)], Phrases.Clocks.resumeDone, inverse: nil, &state, stamp)
        case .extendTerm(let granted):
            return CaseReducer.append(
                [.termExtended(extension: granted)], Phrases.Clocks.extendDone, inverse: nil, &state, stamp)
        case .restoreEligibility(let record):
            return CaseReducer.append(
                [.eligibilityRestored(bar: record.bar)], Phrases.Eligibility.restored,
                inverse: [.ineligible(record: record)], &state, stamp)
        case .append(let payloads, let done):
            return PaperMakingReducer.append(
                payloads + MessageReducer.along(question, state, stamp, desk), done, &state, stamp, desk)
        case .withdrawNotice(let withdrawal):
            return NoticeWithdrawalReducer.answered(withdrawal, &state, stamp, desk)
        case .makePapers(let plan):
            var told = plan
            told.payloads += MessageReducer.along(question, state, stamp, desk)
            return PaperMakingReducer.write(told, &state, stamp, desk)
        case .repeatWrite(let writing):
            guard case .append(let payloads, _, _, _) = writing.effect.job else { return [] }
            return CaseReducer.append(payloads, writing.done, inverse: writing.inverse, &state, stamp)
        }
    }
}
