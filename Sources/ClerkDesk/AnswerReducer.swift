import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit

/// What the desk makes of the answers to its effects.
enum AnswerReducer {
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if let writing = state.writing, writing.effect.id == id {
            state.writing = nil
            return finish(writing, result, &state, stamp, desk)
        }
        if let effects = LeaseReducer.take(result, of: id, &state, stamp, desk) { return effects }
        if let effects = DraftReducer.take(result, of: id, &state, stamp, desk) { return effects }
        if let effects = AuthorityReducer.take(result, of: id, &state, desk) { return effects }
        if LockReducer.take(result, of: id, &state, stamp, desk) { return [] }
        if let effects = BulkReducer.take(result, of: id, &state, stamp, desk) { return effects }
        if let effects = FillingReducer.answer(result, of: id, &state, desk) { return effects }
        if let effects = BoardReducer.take(result, of: id, &state, desk) { return effects }
        if let effects = AftercareReducer.take(result, of: id, &state, stamp, desk) { return effects }
        switch result {
        case .page(let page):
            if let effects = TakeNext.take(page, id, &state, desk) { return effects }
            if MarkReducer.take(page, id, &state, desk) { return [] }
            ScanReducer.searched(page, of: id, &state, desk)
            if state.queue.take(page, effect: id, height: QueueView.listHeight(state.size)) {
                PreviewReducer.follow(&state)
            }
        case .count(let count):
            if state.counting == id { state.queue.count = count }
        case .file(let file, let sisters): return opened(file, sisters, id, &state, stamp, desk)
        case .history(let history):
            guard state.reading == id else { return [] }
            state.reading = nil
            guard let work = state.work, state.modal == nil else { return [] }
            let checklist = CaseSheet(work, desk).checklist
            state.modal = .reader(
                title: desk.say(Phrases.History.title),
                lines: HistoryText.lines(of: history, checklist: checklist, desk: desk)
                    + LeaseReducer.log(state.leases.takeOvers, desk), scroll: ListScroll())
        case .changeCounter(let counter): return watched(counter, id, &state)
        case .printers(let list): PrintReducer.listed(list, id, &state, desk)
        case .printed(let job, let isPlain): PrintReducer.sent(job, isPlain: isPlain, &state, desk)
        case .prints(let states): PrintReducer.watched(states, id, &state, desk)
        case .printFailed(let error): PrintReducer.failed(error, id, &state, desk)
        case .tallied(let counts):
            TallyReducer.take(counts, id, &state)
            ViewReducer.refreshList(&state, desk)
        case .glanced(let events): PreviewReducer.take(events, id, &state)
        case .recalled(let notes):
            if let effects = QueueMemory.take(notes, id, &state, desk) { return effects }
            ThemeReducer.recalled(notes, id, &state)
            PaletteReducer.recalled(notes, &state)
        case .tickets(let sheet): TicketReducer.took(sheet, id, &state, desk)
        case .inspections(let sheet, let neighbours):
            InspectionReducer.took(sheet, neighbours, id, &state, desk)
        case .ticket(let answer): return TicketReducer.answered(answer, id, &state, desk)
        case .delivered(let report): MessageReducer.delivered(report, id, &state, desk)
        case .dayLog(let events): DayLogReducer.read(events, id, &state, desk)
        case .exported(let path): DayLogReducer.exported(path, &state, desk)
        case .failed(let error):
            // Nobody asked for a memory, a count or a preview: without them the desk goes on.
            if let effects = QueueMemory.failed(id, &state, desk) { return effects }
            if TallyReducer.failed(id, &state) || PreviewReducer.failed(id, &state) { return [] }
            let wasAwaited = AwaitedReading.forget(id, in: &state)
            DayLogReducer.failed(id, &state)
            state.status = StatusLine(.failure, error.advisory(desk.language))
            if wasAwaited { state.sayDropped(state.dropHeld(), desk) }
        case .stored, .conflict, .storedTogether, .jointConflict, .remembered, .lease, .places: break
        case .authority, .lock: break
        case .signed: break
        case .exportFailed(let error): state.status = StatusLine(.failure, error.words(desk.language))
        case .looked, .aftercare: break
        case .dayBoard, .figures, .cases: break
        }
        return []
    }

    private static func opened(
        _ file: CaseFile?, _ sisters: [CaseFile], _ id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let opening = state.opening, opening.effect == id else { return [] }
        state.opening = nil
        state.paper = nil
        guard let file else {
            state.refuse(Phrases.Queue.gone, desk)
            state.sayDropped(state.dropHeld(), desk)
            return []
        }
        CaseReducer.begin(file, sisters: sisters, &state, desk)
        let concerned = TicketErrands.concern([file.number], &state, stamp, desk)
        guard let next = opening.next else { return concerned }
        return concerned + CaseReducer.perform(next, &state, stamp, desk)
    }

    /// Somebody changed the store: the rows on screen are read again; the case on the desk is left to its own revision.
    private static func watched(_ counter: Int, _ id: Int, _ state: inout DeskState) -> [Effect] {
        guard state.watching == id else { return [] }
        state.watching = nil
        let known = state.queue.changeCounter
        state.queue.changeCounter = counter
        if let known, known != counter {
            state.queue.tally.isStale = true
            state.supervision.isStale = true
        }
        let board = known.map { $0 != counter } == true ? InspectionReducer.changed(&state) : []
        guard let known, known != counter, state.work == nil, state.queue.asked == nil else { return board }
        return board + QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
    }

    // MARK: Writes

    private static func finish(
        _ writing: DeskState.Writing, _ result: EffectResult, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        let typedAhead = state.held.count
        defer { state.sayDropped(typedAhead > 0 && state.held.isEmpty ? typedAhead : 0, desk) }
        switch result {
        case .stored(let file):
            stored([file], writing, &state, stamp, desk)
            return TicketErrands.concern([file.number], &state, stamp, desk)
        case .storedTogether(let files):
            stored(files, writing, &state, stamp, desk)
            return TicketErrands.concern(files.map(\.number), &state, stamp, desk)
        case .conflict(let file, let since):
            forgetAhead(writing, &state)
            conflicted(file, since, writing, &state, desk)
        case .jointConflict(let files, let number, let since):
            forgetAhead(writing, &state)
            conflicted(files, number, since, &state, desk)
        case .failed(let error):
            forgetAhead(writing, &state)
            // The step was taken off before the write; nothing was saved, so it goes back.
            if let step = writing.undoing { state.work?.undo.append(step) }
            state.status = StatusLine(.failure, error.advisory(desk.language))
        case .page, .count, .file, .history, .changeCounter: break
        case .printers, .printed, .prints, .printFailed, .delivered, .remembered, .recalled, .lease, .places: break
        case .tallied, .glanced, .looked, .exported, .exportFailed: break
        case .tickets, .ticket, .inspections: break
        case .dayLog, .authority, .lock, .aftercare: break
        case .signed(let answer):
            guard case .sign(_, let receipt) = writing.effect.job else { break }
            return FilingReducer.signed(answer, receipt, &state, stamp, desk)
        case .dayBoard, .figures, .cases: break
        }
        return []
    }

    /// Nothing was saved: the cursor goes back, and keys that were pressed in the belief that it was saved must not act
    /// on what wasn't, answer a question that nobody has read, or wipe the advisory off the screen.
    private static func forgetAhead(_ writing: DeskState.Writing, _ state: inout DeskState) {
        state.work?.cursor = writing.cursor
        state.held = []
    }

    private static func stored(
        _ files: [CaseFile], _ writing: DeskState.Writing, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) {
        guard let open = state.work, let first = files.first else { return }
        if open.file == nil {
            CaseReducer.begin(first, sisters: Array(files.dropFirst()), &state, desk)
        } else {
            state.work?.update(files)
        }
        // The case on the desk may be one that a paper for its sisters doesn't hold back.
        let file = state.work?.file ?? first
        if let inverse = writing.inverse {
            state.work?.undo.append(
                CaseWork.UndoStep(payloads: inverse, cursor: writing.cursor, sisters: writing.sisters))
        }
        if let step = writing.undoing { state.work?.cursor = step.cursor }
        if file.phase != .checking { state.work?.undo = [] }
        if case .append(let payloads, _, _, _) = writing.effect.job, payloads.contains(.identityRevealed) {
            state.work?.isRevealed = true
            // Whoever looked is written down, so there has to be something to see.
            if state.size.columns < CaseView.twoPaneColumns { state.work?.pane = .form }
        }
        if let work = state.work {
            let count = CaseSheet(work, desk).lines.count
            state.work?.line = min(work.line, max(0, count - 1))
        }
        let unjudge = desk.keymap.label(for: .unjudge, in: .checklist) ?? ""
        let numbers = files.map(\.number.text).joined(separator: "、")
        var values: KeyValuePairs<String, String> = [
            "number": file.number.text, "key": unjudge, "numbers": numbers,
        ]
        if writing.effect.job.issues, let notice = first.notices.last {
            values = ["number": notice.number.text]
            if let issued = file.document(notice.number) {
                PaperReducer.show(PaperState(shown: issued), &state, stamp, desk)
            } else {
                state.paper = nil
            }
        }
        if case .append(let payloads, _, _, _) = writing.effect.job, payloads.contains(where: \.isCard) {
            PaperReducer.show(PaperState(shown: nil), &state, stamp, desk)
        }
        state.status = StatusLine(.success, desk.say(writing.done, values))
        if case .appendPapers(let changes, _) = writing.effect.job {
            PaperMakingReducer.made(changes, desk.say(writing.done, values), &state, stamp, desk)
        }
    }

    /// The same where several cases were to be written: all of them are shown as they are now.
    private static func conflicted(
        _ files: [CaseFile], _ number: CaseNumber, _ since: [CaseEvent], _ state: inout DeskState, _ desk: Desk
    ) {
        state.work?.update(files)
        state.work?.undo = []
        let checklist = files.first { $0.number == number }?.checklist.flatMap(desk.rules.book().checklist(_:))
        state.modal = .reader(
            title: desk.say(Phrases.Bundle.conflictTitle, ["number": number.text]),
            lines: [desk.say(Phrases.Case.conflictLook)]
                + HistoryText.lines(of: since, checklist: checklist, desk: desk), scroll: ListScroll())
    }

    /// Somebody else was first. Nothing was saved and nothing typed is lost: the case is shown as it is now, with what
    /// the other clerk did, and the clerk decides whether to do his own on top.
    private static func conflicted(
        _ file: CaseFile, _ since: [CaseEvent], _ writing: DeskState.Writing, _ state: inout DeskState, _ desk: Desk
    ) {
        let base = state.work?.file
        state.work?.update(file)
        state.work?.undo = []
        let checklist = state.work.flatMap { CaseSheet($0, desk).checklist }
        let changes = HistoryText.lines(of: since, checklist: checklist, desk: desk)
        if let base,
            let comparison = ComparisonReducer.after(
                conflictOn: base, file, since, writing, changes, &state, desk)
        {
            state.modal = .comparison(comparison)
            return
        }
        var canRepeat = false
        if case .append(let payloads, _, _, _) = writing.effect.job, case .checking = file.phase {
            canRepeat = payloads.allSatisfy(\.canFollowOthers)
        }
        let title = desk.say(Phrases.Case.conflictTitle)
        if canRepeat {
            let again = DeskState.Writing(
                effect: writing.effect, done: writing.done, inverse: nil, undoing: nil, cursor: writing.cursor)
            state.modal = .question(
                Question(
                    title: title, lines: [desk.say(Phrases.Case.conflictAsk)] + changes,
                    answer: .repeatWrite(again)))
        } else {
            state.modal = .reader(
                title: title, lines: [desk.say(Phrases.Case.conflictLook)] + changes, scroll: ListScroll())
        }
    }
}

extension Effect.Job {
    fileprivate var issues: Bool {
        switch self {
        case .issue, .issueTogether: true
        default: false
        }
    }
}

extension CaseEvent.Payload {
    fileprivate var isCard: Bool { if case .cardIssued = self { true } else { false } }

    /// Whether it still means the same after somebody else changed the case. Decisions don't: they were made on what the
    /// clerk saw.
    fileprivate var canFollowOthers: Bool {
        switch self {
        case .materialRecorded, .materialCleared, .particularsChanged, .identityRevealed: true
        case .ineligible, .eligibilityRestored: true
        case .received, .noticeIssued, .correctionReceived, .accepted, .routed, .withdrawn, .clockStopped,
            .clockResumed, .termExtended, .cardIssued, .bundled, .paperIssued, .noticeWithdrawn, .served,
            .correctionExtended, .abandoned, .refused, .lateFindingRecorded, .released, .visitAnswered, .gapsPromised,
            .gapsSettled, .messageQueued, .messageSettled, .spotCorrected, .life:
            false
        }
    }
}
