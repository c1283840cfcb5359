import CaseDomain
import CaseStore
import ScreenKit

/// 成批办理: what to do, a look at every case, the question, and then case by case.
enum BulkReducer {
    // MARK: Choosing

    /// What can be done with the marked cases; with the one under the cursor where none is marked.
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let run = state.queue.bulk, !run.isOver {
            state.modal = .bulk(ListScroll(), asks: run.phase == .asking)
            state.refuse(Phrases.Bulk.isBusy, desk)
            return []
        }
        guard !rows(state).isEmpty else {
            state.refuse(Phrases.Queue.empty, desk)
            return []
        }
        let options = BulkAction.offered.map { action in
            FormOption(id: action.rawValue, label: action.phrase, barred: why(action, state, desk))
        }
        state.modal = .picker(Picker(purpose: .bulk, options: options, takesMany: false, chosen: []))
        return []
    }

    private static func rows(_ state: DeskState) -> [QueueRow] {
        state.queue.marks.isEmpty ? [state.queue.current].compactMap(\.self) : state.queue.marks.rows
    }

    /// Why an action is good for no case at all; nil where it may be good for some.
    private static func why(_ action: BulkAction, _ state: DeskState, _ desk: Desk) -> Phrase? {
        switch action {
        case .remind: desk.office.messaging.isOn ? nil : Phrases.Messages.off
        case .reassign: LifeGate.whyRole(.reassign, nil, state, desk)
        case .abandon: LifeGate.whyRole(.abandon, nil, state, desk)
        case .printNotices, .export, .recallVisit, .concludeVisit, .remindFirms: nil
        }
    }

    static func choose(_ action: BulkAction, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let why = why(action, state, desk) {
            state.refuse(why, desk)
            return []
        }
        if action == .reassign { return ReassignReducer.ask(rows(state), &state, desk) }
        guard action == .abandon else { return begin(BulkRun(action, rows(state)), &state, desk) }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(action.phrase), lines: [desk.say(Phrases.Bulk.abandonReason)],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.CorrectionTerm.noReason), .text(TextField(limit: EntrySheet.longestNote)))
                ], purpose: .abandonMany))
        return []
    }

    static func abandon(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        return begin(BulkRun(.abandon, words: entry.trimmed(0), rows(state)), &state, desk)
    }

    // MARK: Looking

    static func begin(_ run: BulkRun, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.queue.bulk = run
        return look(&state, desk)
    }

    /// Asks about a batch whose subjects have been looked at already.
    static func ask(_ run: BulkRun, _ state: inout DeskState) {
        state.queue.bulk = run
        state.modal = .bulk(ListScroll(), asks: run.phase == .asking)
    }

    /// Looks at the next case; asks when all of them were looked at.
    private static func look(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard var run = state.queue.bulk else { return [] }
        var effects: [Effect] = []
        if run.place < run.items.count, let row = run.items[run.place].row {
            let effect = state.effect(.look(row.number))
            run.effect = effect.id
            effects = [effect]
        } else {
            run.phase = run.ready > 0 ? .asking : .over(wasStopped: false)
        }
        state.queue.bulk = run
        show(&state)
        return effects
    }

    private static func looked(
        _ file: CaseFile?, _ sisters: [CaseFile], _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        guard var run = state.queue.bulk else { return [] }
        let barred = run.action.step.flatMap { LifeGate.whyRole($0, file, state, desk) }
        run.items[run.place].standing =
            barred.map { .skipped(desk.say($0)) } ?? BulkJudge.standing(file, sisters, in: run, state, desk)
        run.place += 1
        state.queue.bulk = run
        return look(&state, desk)
    }

    // MARK: Doing

    /// The next case that is to be done; the end where there is none, or where the clerk has had enough.
    private static func next(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard var run = state.queue.bulk else { return [] }
        while run.phase == .running, run.place < run.items.count {
            guard case .ready(let step, _) = run.items[run.place].standing else {
                run.place += 1
                continue
            }
            let effect = state.effect(job(step, run, stamp, desk))
            run.effect = effect.id
            state.queue.bulk = run
            show(&state)
            return [effect]
        }
        run.phase = .over(wasStopped: run.ready > 0)
        state.queue.bulk = run
        return finish(run, &state, desk)
    }

    private static func job(
        _ step: BulkStep, _ run: BulkRun, _ stamp: EventStamp, _ desk: Desk
    ) -> Effect.Job {
        switch step {
        case .write(let own):
            let changes = run.action.isTogether ? run.changes : own
            guard changes.count == 1, let change = changes.first else { return .appendTogether(changes, stamp) }
            return .append(
                change.payloads, change.version.number, expecting: change.version.revision, stamp)
        case .print(let paper): return .print(paper, printer: nil, copies: paper.copies(at: desk.office))
        case .list: return QueueExport.job(run.rows, on: stamp.at, desk)
        }
    }

    private static func finish(_ run: BulkRun, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        for item in run.items {
            guard case .done = item.standing, let row = item.row, state.queue.marks.holds(row) else { continue }
            _ = state.queue.marks.toggle(row)
        }
        state.queue.tally.isStale = true
        show(&state)
        if case .bulk? = state.modal {
        } else {
            state.status = StatusLine(run.failed > 0 ? .failure : .success, BulkText.headline(run, desk))
        }
        if run.action == .remindFirms {
            state.aftercare.expiry?.marks = []
            return ExpiryReducer.read(&state, desk)
        }
        // Behind a case that is open the board stands, or the queue, which is read again when the case is left.
        guard state.work == nil, !state.inspection.isOpen else { return InspectionReducer.changed(&state) }
        return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
    }

    /// - Returns: nil where no batch waits for this answer.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        guard var run = state.queue.bulk, run.effect == id else { return nil }
        run.effect = nil
        state.queue.bulk = run
        if case .looking = run.phase {
            switch result {
            case .looked(let file, let sisters): return looked(file, sisters, &state, desk)
            case .failed(let error):
                run.items[run.place].standing = .skipped(error.advisory(desk.language))
                run.place += 1
                state.queue.bulk = run
                return look(&state, desk)
            default: return []
            }
        }
        guard case .ready(let step, let words) = run.items[run.place].standing else { return [] }
        if case .exported(let path) = result { run.ending = desk.say(Phrases.Bulk.exported, ["path": path]) }
        if case .exportFailed(let error) = result { run.ending = error.words(desk.language) }
        if step == .list {
            // One file holds all of them.
            for place in run.items.indices { run.items[place].standing = outcome(result, words, of: nil, desk) }
            run.place = run.items.count
        } else if run.action.isTogether {
            for place in run.items.indices {
                guard case .ready(_, let words) = run.items[place].standing else { continue }
                run.items[place].standing = outcome(result, words, of: run.items[place].row?.number, desk)
            }
            run.place = run.items.count
        } else {
            run.items[run.place].standing = outcome(result, words, of: run.items[run.place].row?.number, desk)
            run.place += 1
        }
        state.queue.bulk = run
        if case .stored(let file) = result { state.work?.update([file]) }
        if case .storedTogether(let files) = result { state.work?.update(files) }
        return next(&state, stamp, desk)
    }

    /// - Parameter number: the case; nil for what isn't about one.
    private static func outcome(
        _ result: EffectResult, _ words: String, of number: CaseNumber?, _ desk: Desk
    ) -> BulkRun.Standing {
        switch result {
        case .stored, .storedTogether, .printed, .exported: .done(words)
        // None of a write of several is written because of one.
        case .jointConflict(_, let changed, _) where number != nil && changed != number:
            .failed(desk.say(Phrases.Bulk.keptBack, ["number": changed.text]))
        case .conflict, .jointConflict: .failed(desk.say(Phrases.Bulk.changed))
        case .printFailed(let error): .failed(desk.say(error.phrase))
        case .exportFailed(let error): .failed(error.words(desk.language))
        case .failed(let error): .failed(error.advisory(desk.language))
        default: .failed("")
        }
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ scroll: ListScroll, asks: Bool, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        switch intent {
        case .down, .up, .pageDown, .pageUp, .first, .last:
            if let scroll = ModalReducer.scrolled(scroll, intent, &state, desk) {
                state.modal = .bulk(scroll, asks: asks)
            }
            return []
        case .toggle: return []
        default: break
        }
        guard var run = state.queue.bulk else {
            state.modal = nil
            return []
        }
        switch run.phase {
        case .asking where intent == .yes:
            run.phase = .running
            run.place = 0
            state.queue.bulk = run
            return next(&state, stamp, desk)
        case .running where intent == .back:
            run.phase = .stopping
            state.queue.bulk = run
        case .running, .stopping: break
        case .looking where intent != .back: break
        case .looking, .asking, .over:
            state.queue.bulk = nil
            state.modal = nil
        }
        return []
    }

    /// Shows how the batch stands, unless something else stands over the screen.
    private static func show(_ state: inout DeskState) {
        guard let run = state.queue.bulk else { return }
        switch state.modal {
        case .bulk(let scroll, _)?: state.modal = .bulk(scroll, asks: run.phase == .asking)
        case .picker?, .entry(_)?, nil: state.modal = .bulk(ListScroll(), asks: run.phase == .asking)
        default: break
        }
    }
}

extension BulkAction {
    /// The step that it takes with each case.
    fileprivate var step: CaseStep? {
        switch self {
        case .abandon: .abandon
        case .reassign: .reassign
        case .recallVisit: .recall
        case .concludeVisit: .inspect
        case .remindFirms: .remindOfExpiry
        case .remind, .printNotices, .export: nil
        }
    }

    var phrase: Phrase {
        switch self {
        case .remind: Phrases.Bulk.remind
        case .abandon: Phrases.Bulk.abandon
        case .printNotices: Phrases.Bulk.printNotices
        case .export: Phrases.Bulk.export
        case .reassign: Phrases.Bulk.reassign
        case .recallVisit: CaseAction.recallInspection.phrase
        case .concludeVisit: CaseAction.recordInspection.phrase
        case .remindFirms: Phrases.Bulk.remind
        }
    }
}

extension BulkRun {
    /// Everything that is to be written, in the order of the cases.
    fileprivate var changes: [CaseAppend] {
        items.flatMap { item -> [CaseAppend] in
            guard case .ready(.write(let changes), _) = item.standing else { return [] }
            return changes
        }
    }
}
