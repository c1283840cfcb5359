import CaseDomain
import CaseStore
import ChecklistRules
import NoticeComposer
import ScreenKit

/// What keys do on the case screen.
enum CaseReducer {
    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        if work.pane == .form, let effects = FillingReducer.perform(intent, &state, desk) { return effects }
        switch intent {
        case .back: return back(&state, desk)
        case .nextCase, .previousCase, .takeNext:
            return CaseTurn(intent).map { CaseSteps.ask($0, &state, desk) } ?? []
        case .save: return save(&state, stamp, desk)
        case .edit:
            state.work?.pane = work.pane == .form ? .checklist : .form
            return []
        case .undo: return undo(&state, stamp, desk)
        case .reveal: return reveal(&state, stamp, desk)
        case .sister: return BundleReducer.turn(&state, desk)
        case .notice: return PaperReducer.open(&state, stamp, desk)
        case .issue: return PaperReducer.askToIssue(&state, stamp, desk)
        case .accept, .route, .withdraw, .returnPapers: return DecisionReducer.ask(intent, &state, desk)
        case .why:
            WhyReducer.show(&state, desk)
            return []
        case .ledger: return ClockReducer.show(&state, desk)
        case .stopClock, .resumeClock, .extendTerm: return ClockReducer.ask(intent, &state, desk)
        case .eligibility: return EligibilityReducer.open(&state, desk)
        case .demand: return DemandReducer.open(&state, desk)
        case .guidance: return showGuidance(&state, desk)
        case .actions: return ActionReducer.open(&state, desk)
        case .history:
            guard let file = work.file else { return refuseUnsaved(&state, desk) }
            let effect = state.effect(.history(file.number))
            state.reading = effect.id
            return [effect]
        case .nextOpen:
            jumpToOpen(&state, desk)
            return []
        default: break
        }
        switch work.pane {
        case .form: return FormReducer.perform(intent, &state, stamp, desk)
        case .checklist: return VerdictReducer.perform(intent, &state, stamp, desk)
        case .checks: return VerdictReducer.performOnCheck(intent, &state, stamp, desk)
        }
    }

    private static func back(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work else { return [] }
        if work.pane == .checks {
            state.work?.pane = .checklist
            return []
        }
        if work.form.isDirty {
            state.modal = .question(
                Question(
                    title: desk.say(Phrases.Case.discardTitle), lines: [desk.say(Phrases.Case.discard)],
                    answer: .discardForm))
            return []
        }
        if work.pane == .form, work.file != nil {
            state.work?.pane = .checklist
            return []
        }
        return close(&state)
    }

    /// Puts a case on the desk, the cursor on the first line that waits for a judgement.
    static func begin(_ file: CaseFile, sisters: [CaseFile], _ state: inout DeskState, _ desk: Desk) {
        let work = CaseWork(file: file, sisters: sisters)
        state.work = work
        if let alarm = CaseAlarm.text(file, today: state.today, desk) {
            state.status = StatusLine(.warning, alarm)
        }
        guard case .checking = file.phase else { return }
        let sheet = CaseSheet(work, desk)
        // What a clerk must not overlook stands in the status line as soon as the case is open.
        if state.status == nil, let text = GuidanceText.firstWarning(sheet, desk) {
            let key = desk.keymap.label(for: .guidance, in: .checklist) ?? ""
            state.refuse(Phrases.Guidance.more, desk, ["text": text, "key": key])
        }
        if let first = sheet.lines.firstIndex(where: sheet.isOpen) { state.work?.line = first }
    }

    /// Leaves the case; the queue is read again, because the case may stand elsewhere in it now.
    static func close(_ state: inout DeskState) -> [Effect] {
        if let number = state.work?.file?.number { state.queue.left = number }
        state.work = nil
        return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
            + InspectionReducer.changed(&state)
    }

    static func refuseUnsaved(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.refuse(
            Phrases.Case.saveFirst, desk, ["key": desk.keymap.label(for: .save, in: .form) ?? ""])
        return []
    }

    // MARK: Saving

    private static func save(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        state.work?.form.settle(today: stamp.at.date, calendar: desk.clocks.calendar)
        guard let work = state.work else { return [] }
        let (particulars, problems) = work.form.read(today: stamp.at.date, calendar: desk.clocks.calendar)
        guard !problems.values.contains(where: \.blocks) else {
            state.work?.form.refuse(problems)
            state.work?.pane = .form
            let count = problems.values.count(where: \.blocks)
            state.refuse(Phrases.Form.refused, desk, ["count": String(count)])
            return []
        }
        if let bundle = work.form.bundle { return BundleReducer.receive(bundle, particulars, &state, stamp, desk) }
        guard let file = work.file else {
            let checklist = desk.rules.book().checklist(
                for: particulars.matter, particulars.action, on: particulars.receivedAt.date)
            let receipt = Receipt(
                application: Application(particulars: particulars), checklist: checklist?.reference,
                window: work.form.window)
            return FilingReducer.file(receipt, &state, stamp, desk)
        }
        guard work.form.isDirty else {
            state.status = StatusLine(.info, desk.say(Phrases.Case.nothingToSave))
            return []
        }
        guard allows(file, &state, stamp, desk) else { return [] }
        return append(
            [.particularsChanged(particulars: particulars)], Phrases.Case.saved,
            inverse: [.particularsChanged(particulars: file.particulars)], &state, stamp)
    }

    /// Appends to the open case, as the desk last read it, and in the same write to its sisters what concerns them.
    ///
    /// - Parameter inverse: what undo would append; nil where there is no way back.
    static func append(
        _ payloads: [CaseEvent.Payload], _ done: Phrase, inverse: [CaseEvent.Payload]?, _ state: inout DeskState,
        _ stamp: EventStamp
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        var changes = [CaseAppend(payloads, to: CaseVersion(file))]
        var inverses: [CaseNumber: [CaseEvent.Payload]] = [:]
        for sister in work.sisters {
            guard let share = JointWrite.share(of: payloads, for: sister, in: file) else { continue }
            changes.append(CaseAppend(share.payloads, to: CaseVersion(sister)))
            inverses[sister.number] = share.inverse
        }
        guard changes.count > 1 else {
            return write(
                .append(payloads, file.number, expecting: file.revision, stamp), done, inverse: inverse, &state)
        }
        return write(.appendTogether(changes, stamp), done, inverse: inverse, sisters: inverses, &state)
    }

    static func write(
        _ job: Effect.Job, _ done: Phrase, inverse: [CaseEvent.Payload]?, undoing: CaseWork.UndoStep? = nil,
        sisters: [CaseNumber: [CaseEvent.Payload]] = [:], _ state: inout DeskState
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        let effect = state.effect(job)
        state.writing = DeskState.Writing(
            effect: effect, done: done, inverse: inverse, undoing: undoing, cursor: work.cursor,
            sisters: sisters)
        return [effect]
    }

    /// Whether papers can still be judged; says why where not.
    ///
    /// - Parameter material: one that is owed after acceptance (容缺) is judged when it comes in.
    static func allows(
        _ file: CaseFile, judging material: Material? = nil, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> Bool {
        if let why = LifeGate.whyRole(.judge, file, state, desk) {
            AuthorityReducer.tried(.judge, &state, desk)
            state.refuse(why, desk)
            return false
        }
        switch file.phase {
        case .checking: return true
        case .awaitingCorrection:
            let key = desk.keymap.label(for: .returnPapers, in: .checklist) ?? ""
            state.refuse(Phrases.Case.closedAwaiting, desk, ["key": key])
        case .accepted:
            if let material, file.openGaps.contains(material) { return true }
            state.refuse(Phrases.Case.closedAccepted, desk)
        case .decided: state.refuse(Phrases.Case.closedDecided, desk)
        case .routed: state.refuse(Phrases.Case.closedRouted, desk)
        case .withdrawn: state.refuse(Phrases.Case.closedWithdrawn, desk)
        case .abandoned: state.refuse(Phrases.Case.closedAbandoned, desk)
        case .refused: state.refuse(Phrases.Case.closedRefused, desk)
        }
        return false
    }

    private static func undo(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let work = state.work, let file = work.file else { return refuseUnsaved(&state, desk) }
        guard !work.form.isDirty else {
            state.work?.resetForm()
            state.status = StatusLine(.info, desk.say(Phrases.Case.formReset))
            return []
        }
        guard case .checking = file.phase else {
            _ = allows(file, &state, stamp, desk)
            return []
        }
        guard let step = work.undo.last else {
            state.refuse(Phrases.Case.nothingToUndo, desk)
            return []
        }
        state.work?.undo.removeLast()
        // A sister that was decided meanwhile keeps what she has.
        let others = work.sisters.filter { $0.phase == .checking }.compactMap { sister in
            step.sisters[sister.number].map { CaseAppend($0, to: CaseVersion(sister)) }
        }
        let job: Effect.Job =
            others.isEmpty
            ? .append(step.payloads, file.number, expecting: file.revision, stamp)
            : .appendTogether([CaseAppend(step.payloads, to: CaseVersion(file))] + others, stamp)
        return write(job, Phrases.Case.undone, inverse: nil, undoing: step, &state)
    }

    private static func reveal(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let work = state.work, work.file != nil else { return [] }
        if work.isRevealed {
            state.work?.isRevealed = false
            return []
        }
        return append([.identityRevealed], Phrases.Case.revealed, inverse: nil, &state, stamp)
    }

    // MARK: Moving and reading

    /// - Parameter fromTop: to the first open line of all, as the gate of the notice does; else to the next one.
    static func jumpToOpen(_ state: inout DeskState, _ desk: Desk, fromTop: Bool = false) {
        guard let work = state.work else { return }
        let sheet = CaseSheet(work, desk)
        guard let place = sheet.nextOpen(after: fromTop ? -1 : work.line) else {
            state.status = StatusLine(.success, desk.say(Phrases.Case.allJudged))
            return
        }
        state.work?.line = place
        state.work?.check = 0
        state.work?.pane = .checklist
    }

    private static func showGuidance(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        guard sheet.checklist != nil else {
            state.refuse(sheet.evaluation.route == nil ? Phrases.Case.noChecklist : Phrases.Case.isRouted, desk)
            return []
        }
        state.modal = .reader(
            title: desk.say(Phrases.Guidance.title), lines: GuidanceText.lines(work, sheet, desk),
            scroll: ListScroll())
        return []
    }
}
