import CaseDomain
import CaseStore
import ScreenKit

/// Why something can't be done now. The footer, the palette and the keys themselves all ask here, so that what is grey is
/// what refuses, and every refusal gives its reason.
package enum WhyNot {
    /// The reasons that show without looking into the case's rules: cheap enough for every frame.
    static func whyNot(_ intent: DeskIntent, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if intent == .newCase || intent == .bundle, state.work == nil {
            return AuthorityReducer.whyNoIntake(state, desk)
        }
        guard let work = state.work, state.modal == nil || state.place == .clocks else { return nil }
        guard let file = work.file else { return nil }
        if let why = intent.step.flatMap({ LifeGate.whyRole($0, file, state, desk) }) { return why }
        switch intent {
        case .stopClock, .resumeClock, .extendTerm:
            let refusal = ClockReducer.refusal(intent, file, state.today, desk)
            return refusal.map { $0.phrase.filled(["key": $0.key]) }
        case .undo where !work.form.isDirty && work.form.filled == nil: return whyNoUndo(file, work, state.today, desk)
        case .print where state.paper != nil && state.paper?.shown == nil && file.card == nil:
            return Phrases.Notice.printDraft
        case .issue where file.phase != .checking: return Phrases.Notice.alreadyOut
        case .accept:
            if case .accepted = file.phase, file.card == nil { return nil }
            return file.phase == .checking ? nil : Phrases.Case.notChecking
        case .withdraw where !file.isClosed: return LifeGate.whyState(.withdraw, file, today: state.today, desk)
        case .returnPapers where file.phase != .awaitingCorrection: return Phrases.Case.notAwaiting
        default: return nil
        }
    }

    /// Undo goes as far as the law: what was told or decided stands, and there are other ways to put it right.
    private static func whyNoUndo(_ file: CaseFile, _ work: CaseWork, _ today: CivilDate, _ desk: Desk) -> Phrase? {
        switch file.phase {
        case .checking: return work.undo.isEmpty ? Phrases.Case.nothingToUndo : nil
        case .awaitingCorrection:
            let key = desk.keymap.label(for: .actions, in: .checklist) ?? ""
            return Phrases.Keys.undoIssued.filled(["key": key])
        case .accepted, .decided, .routed, .withdrawn, .abandoned, .refused:
            let state = CaseClockFace(file, today: today, desk: desk).state.phrase
            return Phrase.init(
                Phrases.Keys.undoDecided.text(.zh, ["state": state.zh]),
                Phrases.Keys.undoDecided.text(.en, ["state": state.en]))
        }
    }

    /// Tries an intent on a copy of the state: nothing is asked of the store, and what the desk would say is the reason.
    ///
    /// - Returns: why it would do nothing, as the clerk reads it; nil where it would do something.
    package static func trial(_ intent: DeskIntent, _ state: DeskState, _ desk: Desk) -> String? {
        var trial = state
        trial.board = StatusBoard()
        let stamp = EventStamp(at: state.now, by: desk.clerk)
        guard DeskReducer.carryOut(intent, &trial, stamp, desk).isEmpty, let said = trial.status else { return nil }
        guard said.severity.mustBeSeen || isUnchanged(trial, state) else { return nil }
        return trial.modal == state.modal ? said.text : nil
    }

    /// Says why an intent did nothing, where nobody has said so yet.
    static func explain(_ intent: DeskIntent, _ before: DeskState, _ state: inout DeskState, _ desk: Desk) {
        guard state.board.history.count == before.board.history.count, state.board == before.board,
            isUnchanged(state, before)
        else { return }
        state.answer(StatusLine(.info, reason(intent, state, desk)))
    }

    private static func isUnchanged(_ state: DeskState, _ before: DeskState) -> Bool {
        var same = before
        same.board = state.board
        return same == state
    }

    private static func reason(_ intent: DeskIntent, _ state: DeskState, _ desk: Desk) -> String {
        let place = state.place
        switch intent {
        case .up, .pageUp, .first: return desk.say(Phrases.Keys.atStart)
        case .down, .pageDown, .last: return desk.say(Phrases.Keys.atEnd)
        case .left where place.takesText: return desk.say(Phrases.Keys.atStart)
        case .right where place.takesText: return desk.say(Phrases.Keys.atEnd)
        case .back where place == .queue:
            return desk.say(Phrases.Keys.atHome, ["key": desk.keymap.label(for: .quit, in: place) ?? ""])
        case .complete where place == .form: return desk.say(Phrases.Fields.onlyPlace)
        case .toggle where place == .form: return desk.say(Phrases.Keys.justType)
        case .nextOpen where place == .checklist: return desk.say(Phrases.Keys.onlyOpen)
        case .checks where place == .checklist: return desk.say(Phrases.Keys.noLine)
        default: break
        }
        let places = DeskPlace.allCases.filter { other in
            other != place && other != .global
                && desk.keymap.bindings.contains { $0.context == other && $0.intent == intent }
        }
        let name = desk.say(intent.phrase(at: place))
        if state.modal != nil {
            let key = desk.keymap.label(for: place == .confirm ? .no : .back, in: place) ?? ""
            return desk.say(Phrases.Keys.closeFirst, ["name": name, "key": key])
        }
        guard !places.isEmpty, !desk.keymap.bindings.contains(where: { $0.context == place && $0.intent == intent })
        else { return desk.say(Phrases.Desk.notHere) }
        let names = places.map { desk.say($0.phrase) }.joined(separator: "、")
        return desk.say(Phrases.Keys.onlyIn, ["name": name, "places": names])
    }
}
