import CaseDomain
import ScreenKit

/// 期限: looking at the terms of a case, and stopping, resuming and extending the one that runs.
enum ClockReducer {
    /// A note has to fit one line of the history.
    private static let longestNote = 60

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
        switch intent {
        case .stopClock: state.modal = .prompt(stopPrompt(rule, desk))
        case .resumeClock: state.modal = resumePrompt(file, desk).map { .prompt($0) }
        case .extendTerm: state.modal = extendPrompt(rule, desk).map { .prompt($0) }
        default: break
        }
        return []
    }

    private static func stopPrompt(_ rule: ClockRule, _ desk: Desk) -> Prompt {
        let reasons = rule.stops?.reasons.terms ?? []
        let basis = rule.stops.map { [desk.say(Phrases.Ledger.basis, ["basis": $0.basis.shown(desk.language)])] } ?? []
        return Prompt(
            title: desk.say(Phrases.Clocks.stopTitle), lines: [desk.say(Phrases.Clocks.stopLine)] + basis,
            purpose: .stopClock,
            fields: [
                (Phrases.Clocks.reasonField, .choice(reasons.map { FormOption(id: $0.id, label: $0.phrase) }, 0)),
                (Phrases.Clocks.noteField, .text(TextField(limit: longestNote))),
            ])
    }

    private static func resumePrompt(_ file: CaseFile, _ desk: Desk) -> Prompt? {
        guard let stop = file.timeline.stops.last else { return nil }
        let line = desk.say(
            Phrases.Clocks.resumeLine, ["reason": desk.say(stop.reason.phrase), "date": stop.from.description])
        return Prompt(
            title: desk.say(Phrases.Clocks.resumeTitle), lines: [line], purpose: .resumeClock,
            fields: [(Phrases.Clocks.noteField, .text(TextField(limit: longestNote)))])
    }

    private static func extendPrompt(_ rule: ClockRule, _ desk: Desk) -> Prompt? {
        guard let longer = rule.longer else { return nil }
        let approver = desk.language == .zh ? longer.approver : longer.approverEnglish
        let line = desk.say(
            Phrases.Clocks.extendLine,
            ["approver": approver, "length": desk.say(rule.term.unit.phrase(longer.count))])
        let basis = desk.say(Phrases.Ledger.basis, ["basis": longer.basis.shown(desk.language)])
        let days = (1...longer.count).map { FormOption(id: String($0), label: rule.term.unit.phrase($0)) }
        return Prompt(
            title: desk.say(Phrases.Clocks.extendTitle), lines: [line, basis], purpose: .extendTerm,
            fields: [
                (Phrases.Clocks.daysField, .choice(days, days.count - 1)),
                (Phrases.Clocks.approverField, .text(TextField(limit: longestNote))),
                (Phrases.Clocks.whyField, .text(TextField(limit: longestNote))),
            ])
    }

    // MARK: Filling in

    static func fill(_ intent: DeskIntent, _ filled: Prompt, _ state: inout DeskState, _ desk: Desk) {
        var prompt = filled
        if prompt.takesText, let edit = intent.cursorMove {
            prompt.edit(edit)
            state.modal = .prompt(prompt)
            return
        }
        switch intent {
        case .down, .nextField: prompt.moveFocus(to: prompt.focus + 1)
        case .up, .previousField: prompt.moveFocus(to: prompt.focus - 1)
        case .left: prompt.step(by: -1)
        case .right, .toggle: prompt.step(by: 1)
        case .choose, .open:
            guard prompt.isAtEnd else {
                prompt.moveFocus(to: prompt.focus + 1)
                break
            }
            if let place = prompt.firstEmpty {
                prompt.moveFocus(to: place)
                state.refuse(Phrases.Clocks.empty, desk, ["field": desk.say(prompt.fields[place].label)])
                break
            }
            confirm(prompt, &state, desk)
            return
        case .back:
            state.modal = nil
            return
        default: break
        }
        state.modal = .prompt(prompt)
    }

    private static func confirm(_ prompt: Prompt, _ state: inout DeskState, _ desk: Desk) {
        guard let file = state.work?.file else { return }
        let line: String
        let answer: Question.Answer
        switch prompt.purpose {
        case .stopClock:
            guard let reason = prompt.choice(0).flatMap({ StopReason(rawValue: $0.id) }) else { return }
            line = desk.say(
                Phrases.Clocks.stopAsk,
                ["date": state.today.description, "reason": desk.say(reason.phrase), "note": prompt.text(1)])
            answer = .stopClock(reason, note: prompt.text(1))
        case .resumeClock:
            var resumed = file
            let stamp = EventStamp(at: state.now, by: desk.clerk)
            resumed.apply(CaseEvent(stamp: stamp, payload: .clockResumed(note: "")))
            let due = desk.clocks.running(for: resumed, on: state.today)?.due?.description ?? ""
            line = desk.say(Phrases.Clocks.resumeAsk, ["note": prompt.text(0), "due": due])
            answer = .resumeClock(note: prompt.text(0))
        case .extendTerm:
            guard let chosen = prompt.choice(0), let days = Int(chosen.id) else { return }
            line = desk.say(
                Phrases.Clocks.extendAsk,
                ["length": desk.say(chosen.label), "by": prompt.text(1), "reason": prompt.text(2)])
            answer = .extendTerm(TermExtension(days: days, approvedBy: prompt.text(1), reason: prompt.text(2)))
        }
        state.modal = .question(Question(title: prompt.title, lines: [line], answer: answer))
    }
}
