import CaseDomain
import ChecklistRules
import ScreenKit

/// Setting what two clerks wrote side by side, and writing what was chosen.
enum ComparisonReducer {
    // MARK: Making

    /// - Parameters:
    ///   - base: the case as the clerk saw it.
    ///   - file: the case as it is now.
    /// - Returns: nil where they touched different things, so that there is nothing to choose.
    static func after(
        conflictOn base: CaseFile, _ file: CaseFile, _ since: [CaseEvent], _ writing: DeskState.Writing,
        _ lines: [String], _ state: inout DeskState, _ desk: Desk
    ) -> Comparison? {
        guard case .append(let payloads, _, _, _) = writing.effect.job, case .checking = file.phase,
            base.number == file.number, payloads.allSatisfy(\.isWork)
        else { return nil }
        var rows: [Comparison.Row] = []
        for payload in payloads {
            switch payload {
            case .particularsChanged(let mine) where file.particulars != base.particulars:
                let form = ParticularsForm(mine, window: file.window)
                let before = ParticularsForm(base.particulars, window: file.window).snapshot
                rows += fieldRows(before: before, file, mine: form.snapshot, state, desk)
                state.work?.unsettled = Unsettled(base: before, lines: lines)
            case .materialRecorded(let record):
                if let row = materialRow(record.material, record, file, since, state, desk) { rows.append(row) }
            case .materialCleared(let material):
                if let row = materialRow(material, nil, file, since, state, desk) { rows.append(row) }
            default: break
            }
        }
        guard !rows.isEmpty else { return nil }
        return Comparison(
            title: desk.say(Phrases.Case.conflictTitle), lines: lines, rows: rows,
            purpose: .write(payloads, writing.done))
    }

    /// A draft meets its case, which somebody changed since.
    static func compareDraft(
        _ history: [CaseEvent], since revision: Revision, _ state: inout DeskState, _ desk: Desk
    ) {
        guard let work = state.work, let file = work.file, state.modal == nil,
            let base = CaseFile(number: file.number, history: Array(history.prefix(revision.count)))
        else { return }
        let checklist = CaseSheet(work, desk).checklist
        let since = HistoryText.lines(
            of: Array(history.dropFirst(revision.count)), checklist: checklist, desk: desk)
        let title = desk.say(Phrases.Comparison.draftTitle)
        let mine = work.form.snapshot
        let before = ParticularsForm(base.particulars, window: file.window).snapshot
        let rows = fieldRows(before: before, file, mine: mine, state, desk)
        guard file.particulars != base.particulars, !rows.isEmpty else {
            state.modal = .reader(
                title: title, lines: [desk.say(Phrases.Comparison.draftUnharmed)] + since, scroll: ListScroll())
            return
        }
        state.work?.unsettled = Unsettled(base: before, lines: since)
        state.modal = .comparison(Comparison(title: title, lines: since, rows: rows, purpose: .fill(mine)))
    }

    /// Where both changed a field, the clerk has to choose; where one did, that one's stays unless he says otherwise.
    private static func fieldRows(
        before: ParticularsForm.Snapshot, _ file: CaseFile, mine: ParticularsForm.Snapshot, _ state: DeskState,
        _ desk: Desk
    ) -> [Comparison.Row] {
        let theirs = ParticularsForm(file.particulars, window: file.window).snapshot
        return FormFieldID.allCases.compactMap { field in
            guard !theirs.isSame(as: mine, in: field) else { return nil }
            let isMineNew = !mine.isSame(as: before, in: field)
            let isTheirsNew = !theirs.isSame(as: before, in: field)
            let covers = field.isIdentityNumber && state.work?.isRevealed != true
            let words = { (snapshot: ParticularsForm.Snapshot) in
                let text = snapshot.words(field, desk)
                return text.isEmpty ? desk.say(Phrases.Comparison.empty) : covers ? ResidentID.masked(text) : text
            }
            return Comparison.Row(
                subject: .field(field), label: desk.say(field.label), theirs: words(theirs), mine: words(mine),
                choice: isMineNew && isTheirsNew ? nil : isMineNew ? .mine : .theirs)
        }
    }

    private static func materialRow(
        _ material: Material, _ mine: MaterialRecord?, _ file: CaseFile, _ since: [CaseEvent], _ state: DeskState,
        _ desk: Desk
    ) -> Comparison.Row? {
        let theirs = file.application.record(of: material)
        guard since.contains(where: { $0.payload.judges(material) }), theirs != mine else { return nil }
        let checklist = state.work.flatMap { CaseSheet($0, desk).checklist }
        return Comparison.Row(
            subject: .material(material), label: HistoryText.name(of: material, checklist, desk),
            theirs: words(theirs, checklist, desk), mine: words(mine, checklist, desk), choice: nil)
    }

    private static func words(_ record: MaterialRecord?, _ checklist: Checklist?, _ desk: Desk) -> String {
        guard let record else { return desk.say(Phrases.Case.unjudged) }
        let rules = checklist?.requirement(for: record.material)?.checks ?? []
        let failed = rules.filter { record.checks.failed.contains($0.check) }.map {
            desk.language == .zh ? $0.label : $0.english
        }
        let passed = record.checks.passed.count
        let inOrder = passed > 0 ? [desk.say(Phrases.Comparison.passed, ["count": String(passed)])] : []
        return ([desk.say(record.how.phrase)] + inOrder + failed).joined(separator: "、")
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ comparison: Comparison, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var comparison = comparison
        switch intent {
        case .down, .nextField: comparison.move(by: 1)
        case .up, .previousField: comparison.move(by: -1)
        case .first: comparison.move(by: -comparison.rows.count)
        case .last: comparison.move(by: comparison.rows.count)
        case .left: comparison.choose(.theirs)
        case .right: comparison.choose(.mine)
        case .toggle, .choose: comparison.choose(nil)
        case .save:
            guard comparison.goToOpen() else { return finish(comparison, &state, stamp, desk) }
            comparison.problem = desk.say(Phrases.Comparison.chooseFirst)
        case .back:
            state.modal = nil
            state.status = StatusLine(.warning, desk.say(Phrases.Comparison.left))
            return []
        default: break
        }
        state.modal = .comparison(comparison)
        return []
    }

    private static func finish(
        _ comparison: Comparison, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.modal = nil
        guard let file = state.work?.file else { return [] }
        state.work?.unsettled = nil
        switch comparison.purpose {
        case .fill(let mine):
            let focus = state.work?.form.focus
            state.work?.form = merged(comparison, mine, file, focus: focus)
            state.status = StatusLine(.info, desk.say(Phrases.Comparison.filled))
            return []
        case .write(let meant, let done): return write(meant, done, comparison, file, &state, stamp, desk)
        }
    }

    private static func write(
        _ meant: [CaseEvent.Payload], _ done: Phrase, _ comparison: Comparison, _ file: CaseFile,
        _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var payloads: [CaseEvent.Payload] = []
        var inverse: [CaseEvent.Payload] = []
        for payload in meant {
            switch payload {
            case .particularsChanged(let mine):
                let typed = ParticularsForm(mine, window: file.window).snapshot
                let form = merged(comparison, typed, file, focus: state.work?.form.focus)
                state.work?.form = form
                guard form.isDirty else { continue }
                let (particulars, problems) = form.read(today: stamp.at.date)
                guard !problems.values.contains(where: \.blocks) else {
                    state.work?.form.refuse(problems)
                    state.work?.pane = .form
                    let count = problems.values.count(where: \.blocks)
                    state.refuse(Phrases.Form.refused, desk, ["count": String(count)])
                    return []
                }
                payloads.append(.particularsChanged(particulars: particulars))
                inverse.append(.particularsChanged(particulars: file.particulars))
            case .materialRecorded(let record):
                guard comparison.takes(record.material) else { continue }
                payloads.append(payload)
                inverse.append(file.before(record.material))
            case .materialCleared(let material):
                guard comparison.takes(material) else { continue }
                payloads.append(payload)
                inverse.append(file.before(material))
            default: payloads.append(payload)
            }
        }
        guard !payloads.isEmpty else {
            state.status = StatusLine(.info, desk.say(Phrases.Comparison.theirsStay))
            return []
        }
        return CaseReducer.append(payloads, done, inverse: inverse, &state, stamp)
    }

    private static func merged(
        _ comparison: Comparison, _ mine: ParticularsForm.Snapshot, _ file: CaseFile, focus: FormFieldID?
    ) -> ParticularsForm {
        var form = ParticularsForm(file.particulars, window: file.window)
        var snapshot = form.snapshot
        for field in FormFieldID.allCases where comparison.keepsMine(.field(field)) { snapshot.take(field, from: mine) }
        form.restore(snapshot)
        if let focus { form.moveFocus(to: focus) }
        return form
    }

    // MARK: Before writing

    /// Asks again before a form is saved that was left without a choice.
    static func guarded(before: DeskState, _ state: inout DeskState, _ effects: [Effect], _ desk: Desk) -> [Effect] {
        guard before.writing == nil, let writing = state.writing, let work = before.work, let file = work.file,
            let unsettled = state.work?.unsettled, case .append(let payloads, _, _, _) = writing.effect.job
        else { return effects }
        for case .particularsChanged(let mine) in payloads {
            let typed = ParticularsForm(mine, window: file.window).snapshot
            let rows = fieldRows(before: unsettled.base, file, mine: typed, before, desk)
            guard rows.contains(where: { $0.choice == nil }) || rows.contains(where: { $0.choice == .theirs }) else {
                break
            }
            state = before
            state.modal = .comparison(
                Comparison(
                    title: desk.say(Phrases.Case.conflictTitle), lines: unsettled.lines, rows: rows,
                    purpose: .write(payloads, writing.done)))
            state.sayDropped(state.dropHeld(), desk)
            return []
        }
        return effects
    }
}

extension Comparison {
    /// Whether the clerk's verdict on a paper is written: it was chosen, or nobody else touched the paper.
    fileprivate func takes(_ material: Material) -> Bool {
        guard rows.contains(where: { $0.subject == .material(material) }) else { return true }
        return keepsMine(.material(material))
    }
}

extension CaseEvent.Payload {
    /// Whether it is work on papers and fields, which may be done again; nothing that goes out to anybody.
    fileprivate var isWork: Bool {
        switch self {
        case .particularsChanged, .materialRecorded, .materialCleared: true
        default: false
        }
    }

    fileprivate func judges(_ material: Material) -> Bool {
        switch self {
        case .materialRecorded(let record): record.material == material
        case .materialCleared(let cleared): cleared == material
        default: false
        }
    }
}

extension ParticularsForm.Snapshot {
    /// An empty field is the same as one that nobody touched.
    fileprivate func isSame(as other: Self, in field: FormFieldID) -> Bool {
        texts[field] ?? "" == other.texts[field] ?? "" && choices[field] == other.choices[field]
            && sets[field] ?? [] == other.sets[field] ?? [] && answers[field] == other.answers[field]
    }

    fileprivate mutating func take(_ field: FormFieldID, from other: Self) {
        texts[field] = other.texts[field]
        choices[field] = other.choices[field]
        sets[field] = other.sets[field]
        answers[field] = other.answers[field]
        if case .text = field.editor, texts[field] == nil { texts[field] = "" }
    }

    fileprivate func words(_ field: FormFieldID, _ desk: Desk) -> String {
        switch field.editor {
        case .text: texts[field] ?? ""
        case .one: field.names(of: choices[field].map { [$0] } ?? [], desk)
        case .many: field.names(of: sets[field] ?? [], desk)
        case .yesNo: answers[field].map { desk.say(Phrases.Form.words(for: $0)) } ?? ""
        }
    }
}
