import CaseDomain
import ChecklistRules
import ScreenKit

/// Judging materials: each key is one event, and each can be taken back.
enum VerdictReducer {
    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        let height = CaseView.listHeight(state.size)
        switch intent {
        case .down: return move(to: work.line + 1, sheet, &state)
        case .up: return move(to: work.line - 1, sheet, &state)
        case .pageDown: return move(to: work.line + height, sheet, &state)
        case .pageUp: return move(to: work.line - height, sheet, &state)
        case .first: return move(to: 0, sheet, &state)
        case .last: return move(to: sheet.lines.count - 1, sheet, &state)
        case .right, .checks, .open, .choose:
            return enterChecks(sheet, &state, desk)
        case .inOrder, .missing, .defective, .retrieved, .tolerate, .unjudge:
            return judge(intent, sheet, &state, stamp, desk)
        default: return []
        }
    }

    private static func move(to line: Int, _ sheet: CaseSheet, _ state: inout DeskState) -> [Effect] {
        state.work?.line = min(max(0, line), max(0, sheet.lines.count - 1))
        state.work?.check = 0
        return []
    }

    /// Goes to the checks of the line, or to the field of the form that answers its question.
    private static func enterChecks(_ sheet: CaseSheet, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work, let line = sheet.line(at: work.line) else { return [] }
        if let field = FormReducer.field(for: line) {
            state.work?.form.moveFocus(to: field)
            state.work?.pane = .form
            return []
        }
        guard let material = line.material, material.state != .spared, !material.checks.isEmpty else {
            state.refuse(Phrases.Case.noChecks, desk)
            return []
        }
        state.work?.check = material.checks.firstIndex { $0.judgement.verdict != .pass } ?? 0
        state.work?.pane = .checks
        return []
    }

    private static func judge(
        _ intent: DeskIntent, _ sheet: CaseSheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        let material = sheet.line(at: work.line)?.material?.material
        guard CaseReducer.allows(file, judging: material, &state, stamp, desk) else { return [] }
        guard let line = sheet.line(at: work.line)?.material, let checklist = sheet.checklist else {
            state.refuse(Phrases.Case.notAMaterial, desk)
            return []
        }
        if case .spared = line.need {
            state.refuse(Phrases.Case.spared, desk)
            return []
        }
        let requirement = checklist.requirements[line.requirement]
        var record = line.record ?? MaterialRecord(material: line.material, how: .handedIn)
        switch intent {
        case .inOrder:
            record.how = .handedIn
            let own = line.checks.map(\.check)
            record.passEverything(JointWrite.checks(of: line.material, beside: own, in: work, desk))
            // What the paper said when it was taken down stands until it is taken back: a key can't make it say otherwise.
            let stillFails = line.checks.contains { $0.judgement.by == .machine && $0.judgement.verdict == .fail }
            let done = stillFails ? Phrases.Case.machineFails : Phrases.Case.markedInOrder
            let effects = write(record, done, &state, stamp)
            if !effects.isEmpty { advance(sheet, &state) }
            return effects
        case .missing:
            record.how = .missing
            let effects = write(record, Phrases.Case.markedMissing, &state, stamp)
            if !effects.isEmpty { advance(sheet, &state) }
            return effects
        case .defective:
            guard !line.checks.isEmpty else {
                state.refuse(Phrases.Case.noChecks, desk)
                return []
            }
            state.work?.pane = .checks
            state.work?.check = line.checks.firstIndex { $0.judgement.verdict != .pass } ?? 0
            let key = desk.keymap.label(for: .defective, in: .checks) ?? ""
            state.status = StatusLine(.info, desk.say(Phrases.Case.chooseDefect, ["key": key]))
            guard record.how != .handedIn || line.record == nil else { return [] }
            record.how = .handedIn
            return write(record, Phrases.Case.chooseDefectSaved, &state, stamp)
        case .retrieved:
            guard requirement.isRetrievable else {
                state.refuse(Phrases.Case.notRetrievable, desk)
                return []
            }
            record.how = .retrieved
            let effects = write(record, Phrases.Case.markedRetrieved, &state, stamp)
            if !effects.isEmpty { advance(sheet, &state) }
            return effects
        case .tolerate: return tolerate(record, &state, stamp, desk)
        case .unjudge: return clear(line, &state, stamp, desk)
        default: return []
        }
    }

    /// The next line, so that a clerk can go down a bundle with one key a paper.
    private static func advance(_ sheet: CaseSheet, _ state: inout DeskState) {
        guard let work = state.work, work.line + 1 < sheet.lines.count else { return }
        state.work?.line = work.line + 1
        state.work?.check = 0
    }

    /// 容缺: the office must have published the material as tolerable, and the applicant must have asked.
    private static func tolerate(
        _ missing: MaterialRecord, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        guard !work.form.isDirty else { return CaseReducer.refuseUnsaved(&state, desk) }
        guard desk.office.tolerable.contains(missing.material) else {
            state.refuse(Phrases.Case.notTolerable, desk)
            return []
        }
        var record = missing
        let defects = file.application.record(of: record.material).map { !$0.checks.failed.isEmpty } ?? false
        if !(record.how == .handedIn && defects) { record.how = .missing }
        var particulars = file.particulars
        particulars.facts[.toleranceRequested] = true
        let change: CaseEvent.Payload = .particularsChanged(particulars: particulars)
        let back: CaseEvent.Payload = .particularsChanged(particulars: file.particulars)
        return CaseReducer.append(
            [change, .materialRecorded(record: record)], Phrases.Case.markedTolerated,
            inverse: [file.before(record.material), back], &state, stamp)
    }

    private static func clear(
        _ line: ChecklistSheet.Line, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let record = line.record else {
            state.refuse(Phrases.Case.alreadyUnjudged, desk)
            return []
        }
        return CaseReducer.append(
            [.materialCleared(material: line.material)], Phrases.Case.cleared,
            inverse: [.materialRecorded(record: record)], &state, stamp)
    }

    private static func write(
        _ record: MaterialRecord, _ done: Phrase, _ state: inout DeskState, _ stamp: EventStamp
    ) -> [Effect] {
        guard let file = state.work?.file else { return [] }
        var payloads: [CaseEvent.Payload] = [.materialRecorded(record: record)]
        var inverse = [file.before(record.material)]
        // What the clerk judged is what the screen showed, so unsaved facts go in with the verdict.
        if let work = state.work, work.form.isDirty {
            let (particulars, problems) = work.form.read(today: stamp.at.date)
            if !problems.values.contains(where: \.blocks) {
                payloads.insert(.particularsChanged(particulars: particulars), at: 0)
                inverse.append(.particularsChanged(particulars: file.particulars))
            }
        }
        return CaseReducer.append(payloads, done, inverse: inverse, &state, stamp)
    }

    // MARK: Checks

    static func performOnCheck(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        guard let line = sheet.line(at: work.line)?.material, line.checks.indices.contains(work.check) else {
            state.work?.pane = .checklist
            return []
        }
        switch intent {
        case .down: state.work?.check = min(work.check + 1, line.checks.count - 1)
        case .up: state.work?.check = max(work.check - 1, 0)
        case .first, .pageUp: state.work?.check = 0
        case .last, .pageDown: state.work?.check = line.checks.count - 1
        case .left, .checks: state.work?.pane = .checklist
        case .inOrder: return judge(line, true, &state, stamp, desk)
        case .defective, .missing: return judge(line, false, &state, stamp, desk)
        case .unjudge: return judge(line, nil, &state, stamp, desk)
        case .toggle, .open, .choose:
            let next: Bool? =
                switch line.checks[work.check].judgement.verdict {
                case .unjudged: true
                case .pass: false
                case .fail: nil
                }
            return judge(line, next, &state, stamp, desk)
        default: break
        }
        return []
    }

    private static func judge(
        _ line: ChecklistSheet.Line, _ verdict: Bool?, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        guard CaseReducer.allows(file, judging: line.material, &state, stamp, desk) else { return [] }
        let check = line.checks[work.check]
        guard check.judgement.by != .machine else {
            let key = desk.keymap.label(for: .unjudge, in: .checklist) ?? ""
            state.refuse(Phrases.Case.machineJudged, desk, ["key": key])
            return []
        }
        var record = line.record ?? MaterialRecord(material: line.material, how: .handedIn)
        record.how = .handedIn
        record.checks[check.check] = verdict
        let done =
            switch verdict {
            case true?: Phrases.Case.checkPassed
            case false?: Phrases.Case.checkFailed
            case nil: Phrases.Case.cleared
            }
        let effects = write(record, done, &state, stamp)
        if !effects.isEmpty, verdict != nil, work.check + 1 < line.checks.count { state.work?.check = work.check + 1 }
        return effects
    }
}

extension MaterialRecord {
    /// The clerk holds the paper and finds it in order: every check that no machine can answer passes.
    mutating func passEverything(_ applicable: [Check]) {
        for check in applicable { checks[check] = true }
    }
}
