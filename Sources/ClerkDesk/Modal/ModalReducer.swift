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
            guard let scroll = scrolled(scroll, intent, &state, desk) else {
                state.uncover()
                return []
            }
            state.modal = .help(place, scroll: scroll)
        case .reader(let title, let lines, let scroll)?:
            guard let scroll = scrolled(scroll, intent, &state, desk) else { return [] }
            state.modal = .reader(title: title, lines: lines, scroll: scroll)
        case .picker(let picker)?: return pick(intent, picker, &state, stamp, desk)
        case .clocks(let list)?: return ClockReducer.perform(intent, list, &state, desk)
        case .messages(let list)?: StatusHistoryReducer.perform(intent, list, &state, desk)
        case .entry(let entry)?: return EntryReducer.perform(intent, entry, &state, stamp, desk)
        case .bulk(let scroll, let asks)?:
            return BulkReducer.perform(intent, scroll, asks: asks, &state, stamp, desk)
        case .comparison(let comparison)?:
            return ComparisonReducer.perform(intent, comparison, &state, stamp, desk)
        case .dayLog(let log)?: return DayLogReducer.perform(intent, log, &state, desk)
        case nil: break
        }
        return []
    }

    /// - Returns: nil where the text was closed.
    static func scrolled(
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
        case .toggle where picker.purpose == .recentSearch:
            return RecentSearchReducer.forget(picker, &state, desk)
        case .toggle:
            picker.toggle()
            if !picker.takesMany { return finish(picker, &state, stamp, desk) }
        case .choose, .open:
            if !picker.takesMany { picker.toggle() }
            return finish(picker, &state, stamp, desk)
        case .back:
            if picker.purpose == .palette { state.uncover() } else { state.modal = nil }
            return []
        default: break
        }
        state.modal = .picker(picker)
        return []
    }

    private static func finish(
        _ picker: Picker, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if picker.purpose == .palette { return PaletteReducer.choose(picker, &state, stamp, desk) }
        state.modal = nil
        switch picker.purpose {
        case .palette: break
        case .bundle:
            if let id = picker.chosen.first { BundleReducer.begin(id, &state, desk) }
        case .action:
            guard let action = picker.chosen.first.flatMap(CaseAction.init(rawValue:)) else { return [] }
            return ActionReducer.begin(action, &state, stamp, desk)
        case .returned: ReturnReducer.confirm(picker.chosen, &state, desk)
        case .views: return picker.chosen.first.map { ViewReducer.choose($0, &state, desk) } ?? []
        case .sort: return picker.chosen.first.map { SortReducer.choose($0, &state, desk) } ?? []
        case .recentSearch: return picker.chosen.first.map { RecentSearchReducer.choose($0, &state, desk) } ?? []
        case .bulk:
            guard let action = picker.chosen.first.flatMap(BulkAction.init(rawValue:)) else { return [] }
            return BulkReducer.choose(action, &state, desk)
        case .drafts: if let name = picker.chosen.first { DraftOffer.picked(name, &state, desk) }
        case .draft(let name, _):
            if let id = picker.chosen.first { return DraftOffer.answer(id, name, &state, desk) }
        case .settled: GapReducer.confirmSettled(picker.chosen, &state, desk)
        case .inspectors(let plan): return DispatchReducer.chosePeople(picker, plan, &state, stamp, desk)
        case .visit(let plan): return DispatchExtras.chose(picker.chosen, plan, &state, stamp, desk)
        case .visitAction(let number):
            return picker.chosen.first.map { JointVisitReducer.choose($0, number, &state, desk) } ?? []
        case .visitCases(let step): JointVisitReducer.chose(picker, step, &state, desk)
        case .collected(let outcome, let cases):
            return InspectionOutcomeReducer.confirm(outcome, cases, picker.chosen, &state, desk)
        case .handedOver(let handover): return HandOverReducer.record(handover, picker, &state, stamp, desk)
        case .ticketKind, .ticketWindow, .ticketErrand:
            guard let id = picker.chosen.first else { return [] }
            switch picker.purpose {
            case .ticketKind: return TicketIntake.chosen(id, &state, stamp, desk)
            case .ticketWindow: return TicketReducer.transfer(to: id, &state, stamp, desk)
            default:
                guard let errand = TicketErrand(rawValue: id) else { return [] }
                return TicketErrands.chosen(errand, &state, stamp, desk)
            }
        case .figurePeriod: return picker.chosen.first.map { FigureReducer.choosePeriod($0, &state, desk) } ?? []
        case .figureCases: return picker.chosen.first.map { FigureReducer.chooseCases($0, &state) } ?? []
        case .boardExport:
            return picker.chosen.first.map { BoardExportReducer.choose($0, &state, stamp, desk) } ?? []
        case .absences:
            if let id = picker.chosen.first { AbsenceReducer.choose(id, &state, desk) }
        case .earlier: return EarlierReducer.fetch(picker.chosen, &state)
        case .aftercare(let choice):
            return picker.chosen.first.map { ExpiryReducer.chosen(choice, $0, &state, desk) } ?? []
        case .copied(let number, let particulars):
            EarlierReducer.fill(picker.chosen, from: number, particulars, &state, desk)
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
        // A key that is neither yes nor no was meant for something else; it doesn't answer.
        guard intent == .yes || intent == .no || intent == .back else { return [] }
        state.modal = nil
        guard intent == .yes else {
            if case .takeOver = question.answer { LeaseReducer.declined(&state) }
            return []
        }
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
            return PaperMakingReducer.append(
                [.clockStopped(reason: reason, note: note)], Phrases.Clocks.stopDone, &state, stamp, desk)
        case .resumeClock(let note):
            return CaseReducer.append(
                [.clockResumed(note: note)], Phrases.Clocks.resumeDone, inverse: nil, &state, stamp)
        case .extendTerm(let granted):
            return PaperMakingReducer.append(
                [.termExtended(extension: granted)], Phrases.Clocks.extendDone, &state, stamp, desk)
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
        case .leave(let step):
            state.work?.resetForm()
            return CaseSteps.go(step, &state, desk)
        case .deleteView(let name): return ViewReducer.delete(name, &state, desk)
        case .finishTicket(let number): return TicketErrands.finish(number, &state, stamp, desk)
        case .takeOver(let number): return LeaseReducer.takeOver(answered: number, &state, stamp, desk)
        case .followScan(let content): return ScanReducer.follow(content, &state, stamp, desk)
        case .beginWith(let content): return ScanReducer.begin(content, &state, desk)
        case .endAbsence(let sequence): return AbsenceReducer.end(sequence, &state, stamp)
        case .spread(let columns):
            FieldTyping.spread(columns, &state, desk)
            return []
        case .repeatWrite(let writing):
            guard case .append(let payloads, _, _, _) = writing.effect.job else { return [] }
            return CaseReducer.append(payloads, writing.done, inverse: writing.inverse, &state, stamp)
        }
    }
}
