import CaseDomain
import ChecklistRules
import ScreenKit

/// 当场更正: what the applicant puts right at the window is recorded with who signed, and never gets onto a notice.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(三)项.
enum SpotReducer {
    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        guard case .checking = file.phase else { return Phrases.Case.notChecking }
        return findings(state, desk).isEmpty ? Phrases.Spot.nothing : nil
    }

    /// What is wrong with the case as it is stored: what was only typed hasn't been corrected yet.
    private static func findings(_ state: DeskState, _ desk: Desk) -> [Finding] {
        guard let file = state.work?.file else { return [] }
        return CaseSheet(CaseWork(file: file), desk).evaluation.findings.filter(\.isOnTheSpot)
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work else { return }
        let sheet = CaseSheet(CaseWork(file: file), desk)
        guard let checklist = sheet.checklist else { return }
        let findings = findings(state, desk)
        let options = findings.map { checklist.text(for: $0, in: file.application) }
        let signer = work.form.text(.agentName).isEmpty ? file.particulars.signer : work.form.text(.agentName)
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Spot.title), lines: [desk.say(Phrases.Spot.line)],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Spot.which), .choice(options, place(under: work, sheet, in: findings))),
                    EntrySheet.Field(
                        desk.say(Phrases.Spot.change), .text(TextField(limit: EntrySheet.longestNote))),
                    EntrySheet.Field(desk.say(Phrases.Spot.signedBy), .text(TextField(signer, limit: 20))),
                ], purpose: .spot(findings)))
    }

    /// The finding that the cursor stands on, so that the choice begins there.
    private static func place(under work: CaseWork, _ sheet: CaseSheet, in findings: [Finding]) -> Int {
        switch sheet.line(at: work.line) {
        case .application(let finding)?: return findings.firstIndex(of: finding) ?? 0
        case .material(let line)?:
            let check = line.checks.indices.contains(work.check) ? line.checks[work.check].check : nil
            let own = findings.firstIndex { finding in
                finding.material == line.material && check.map { finding.defect == .check($0) } ?? false
            }
            return own ?? findings.firstIndex { $0.material == line.material } ?? 0
        case .question?, nil: return 0
        }
    }

    static func record(
        _ filled: EntrySheet, _ findings: [Finding], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file, findings.indices.contains(entry.choice(0)) else { return [] }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let finding = findings[entry.choice(0)]
        let correction = SpotCorrection(
            material: finding.material, defect: finding.defect.id, change: entry.trimmed(1),
            signedBy: entry.trimmed(2), on: stamp.at.date)
        guard let change = change(finding, file, &state, stamp, desk) else { return [] }
        return CaseReducer.append(
            [change, .spotCorrected(correction: correction)], Phrases.Spot.done, inverse: nil, &state, stamp)
    }

    /// What makes the case say what the corrected paper says; nil, with the reason, where it can't yet.
    private static func change(
        _ finding: Finding, _ file: CaseFile, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> CaseEvent.Payload? {
        if case .check(let check) = finding.defect, let material = finding.material,
            let record = file.application.record(of: material)
        {
            return .materialRecorded(record: record.corrected(check))
        }
        guard let work = state.work else { return nil }
        let (particulars, problems) = work.form.read(today: stamp.at.date)
        let corrected = Application(particulars: particulars, materials: file.application.materials)
        let isGone = !CaseSheet(work, desk).evaluator.evaluate(corrected).findings.contains {
            $0.defect == finding.defect && $0.material == finding.material
        }
        guard work.form.isDirty, isGone, !problems.values.contains(where: \.blocks) else {
            if let field = FormReducer.field(for: .application(finding)) {
                state.work?.form.moveFocus(to: field)
                state.work?.pane = .form
            }
            state.refuse(
                Phrases.Spot.formFirst, desk,
                [
                    "edit": desk.keymap.label(for: .edit, in: .form) ?? "",
                    "key": desk.keymap.label(for: .actions, in: .checklist) ?? "",
                ])
            return nil
        }
        return .particularsChanged(particulars: particulars)
    }
}
