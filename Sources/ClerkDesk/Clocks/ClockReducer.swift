import CaseDomain
import ScreenKit

/// 期限: looking at the terms of a case, and stopping, resuming and extending the one that runs.
enum ClockReducer {
    /// Shows every term that concerns the case, the running one first in sight.
    static func show(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        let clocks = desk.clocks.all(for: file, on: state.today)
        guard !clocks.isEmpty else {
            state.refuse(Phrases.Case.noClock, desk)
            return []
        }
        let running = CaseClockFace(file, today: state.today, desk: desk).clock
        let place = clocks.firstIndex { $0.isOpen && $0.rule.id == running?.clock.rule.id }
        state.modal = .clocks(ClockList(clocks, selected: place ?? 0))
        return []
    }

    static func perform(
        _ intent: DeskIntent, _ list: ClockList, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        var list = list
        let page = max(1, ClockView.detailHeight(state.size, list) - 1)
        let end = max(0, ClockView.detailLines(list, state, desk).count - page - 1)
        switch intent {
        case .down: list.move(by: 1)
        case .up: list.move(by: -1)
        case .first: list.move(by: -list.clocks.count)
        case .last: list.move(by: list.clocks.count)
        case .pageDown: list.top = min(end, list.top + page)
        case .pageUp: list.top = max(0, min(end, list.top) - page)
        case .stopClock, .resumeClock, .extendTerm: return ask(intent, &state, desk)
        default:
            state.modal = nil
            return []
        }
        state.modal = .clocks(list)
        return []
    }

    // MARK: Stopping, resuming, extending

    /// Why a step can't be taken with a case; nil where it can.
    static func refusal(
        _ intent: DeskIntent, _ file: CaseFile, _ today: CivilDate, _ desk: Desk
    ) -> (phrase: Phrase, key: String)? {
        let face = CaseClockFace(file, today: today, desk: desk)
        guard case .accepted = file.phase else {
            if face.state == .deemedAccepted {
                return (Phrases.Clocks.recordFirst, desk.keymap.label(for: .accept, in: .checklist) ?? "")
            }
            return (Phrases.Clocks.notAccepted, "")
        }
        guard let clock = face.clock?.clock else { return (Phrases.Clocks.noTerm, "") }
        let isOver = clock.state == .missed
        switch intent {
        case .stopClock:
            if clock.rule.stops == nil { return (Phrases.Clocks.cannotStop, "") }
            if file.timeline.isStopped {
                return (Phrases.Clocks.alreadyStopped, desk.keymap.label(for: .resumeClock, in: .checklist) ?? "")
            }
            return isOver ? (Phrases.Clocks.termOver, "") : nil
        case .resumeClock: return file.timeline.isStopped ? nil : (Phrases.Clocks.notStopped, "")
        case .extendTerm:
            if clock.rule.longer == nil { return (Phrases.Clocks.cannotExtend, "") }
            if file.timeline.extended != nil { return (Phrases.Clocks.alreadyExtended, "") }
            return isOver ? (Phrases.Clocks.termOver, "") : nil
        default: return nil
        }
    }

    static func ask(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        if let refusal = refusal(intent, file, state.today, desk) {
            state.refuse(refusal.phrase, desk, ["key": refusal.key])
            return []
        }
        guard let rule = desk.clocks.rule(.decision, for: file.particulars) else { return [] }
        let entry: EntrySheet? =
            switch intent {
            case .stopClock: stopEntry(rule, desk)
            case .resumeClock: resumeEntry(file, desk)
            case .extendTerm: extendEntry(rule, desk)
            default: nil
            }
        state.modal = entry.map { .entry($0) }
        return []
    }

    private static func stopEntry(_ rule: ClockRule, _ desk: Desk) -> EntrySheet {
        let reasons = rule.stops?.reasons.terms ?? []
        let basis = rule.stops.map { [desk.say(Phrases.Ledger.basis, ["basis": $0.basis.shown(desk.language)])] } ?? []
        return EntrySheet(
            title: desk.say(Phrases.Clocks.stopTitle), lines: [desk.say(Phrases.Clocks.stopLine)] + basis,
            fields: [
                EntrySheet.Field(desk.say(Phrases.Clocks.reasonField), .choice(reasons.map { desk.say($0.phrase) }, 0)),
                note(Phrases.Clocks.stopNoteField, desk),
            ], purpose: .stopClock(reasons))
    }

    private static func resumeEntry(_ file: CaseFile, _ desk: Desk) -> EntrySheet? {
        guard let stop = file.timeline.stops.last else { return nil }
        let line = desk.say(
            Phrases.Clocks.resumeLine, ["reason": desk.say(stop.reason.phrase), "date": stop.from.description])
        return EntrySheet(
            title: desk.say(Phrases.Clocks.resumeTitle), lines: [line], fields: [note(Phrases.Clocks.noteField, desk)],
            purpose: .resumeClock)
    }

    private static func extendEntry(_ rule: ClockRule, _ desk: Desk) -> EntrySheet? {
        guard let longer = rule.longer else { return nil }
        let approver = desk.language == .zh ? longer.approver : longer.approverEnglish
        let line = desk.say(
            Phrases.Clocks.extendLine,
            ["approver": approver, "length": desk.say(rule.term.unit.phrase(longer.count))])
        let basis = desk.say(Phrases.Ledger.basis, ["basis": longer.basis.shown(desk.language)])
        let days = (1...longer.count).map { desk.say(rule.term.unit.phrase($0)) }
        return EntrySheet(
            title: desk.say(Phrases.Clocks.extendTitle), lines: [line, basis],
            fields: [
                EntrySheet.Field(desk.say(Phrases.Clocks.daysField), .choice(days, days.count - 1)),
                note(Phrases.Clocks.approverField, desk), note(Phrases.Clocks.whyField, desk),
            ], purpose: .extendTerm(days))
    }

    private static func note(_ label: Phrase, _ desk: Desk) -> EntrySheet.Field {
        EntrySheet.Field(desk.say(label), .text(TextField(limit: EntrySheet.longestNote)))
    }

    /// Asks once more, with everything that was filled in.
    static func confirm(_ entry: EntrySheet, _ state: inout DeskState, _ desk: Desk) {
        guard let file = state.work?.file else { return }
        var checked = entry
        guard checked.isComplete(desk) else {
            state.modal = .entry(checked)
            return
        }
        let line: String
        let answer: Question.Answer
        switch entry.purpose {
        case .stopClock(let reasons):
            guard reasons.indices.contains(entry.choice(0)) else { return }
            let reason = reasons[entry.choice(0)]
            line = desk.say(
                Phrases.Clocks.stopAsk,
                ["date": state.today.description, "reason": desk.say(reason.phrase), "note": entry.trimmed(1)])
            answer = .stopClock(reason, note: entry.trimmed(1))
        case .resumeClock:
            var resumed = file
            let stamp = EventStamp(at: state.now, by: desk.clerk)
            resumed.apply(CaseEvent(stamp: stamp, payload: .clockResumed(note: "")))
            let due = desk.clocks.running(for: resumed, on: state.today)?.due?.description ?? ""
            line = desk.say(Phrases.Clocks.resumeAsk, ["note": entry.trimmed(0), "due": due])
            answer = .resumeClock(note: entry.trimmed(0))
        case .extendTerm(let lengths):
            guard lengths.indices.contains(entry.choice(0)) else { return }
            line = desk.say(
                Phrases.Clocks.extendAsk,
                ["length": lengths[entry.choice(0)], "by": entry.trimmed(1), "reason": entry.trimmed(2)])
            answer = .extendTerm(
                TermExtension(days: entry.choice(0) + 1, approvedBy: entry.trimmed(1), reason: entry.trimmed(2)))
        default: return
        }
        state.modal = .question(Question(title: entry.title, lines: [line], answer: answer))
    }
}
