import CaseDomain
import ChecklistRules
import ClerkDesk
import NoticeComposer

/// What the sample clerks did between notices.
extension DemoCases {
    /// - Returns: nothing where the desk wouldn't have let them.
    func roundPayloads(
        _ step: Journal.Step, _ file: CaseFile, _ evaluator: Evaluator, _ stamp: EventStamp
    ) -> [CaseEvent.Payload] {
        let words = step.words ?? ""
        let by = step.by ?? ""
        let round = file.round + 1
        switch step.do {
        case .spotCorrect: return spotCorrection(step, file, stamp)
        case .visit:
            let on = desk.clocks.calendar.ledger(1, from: stamp.at.date).result
            return [.visitAnswered(visit: GuidanceVisit(round: round, on: on, visitor: by, note: words))]
        case .lateFinding:
            guard let draft = desk.draft(of: file, evaluator.evaluate(file.application), evaluator, stamp),
                let late = IssueGate(draft.items, of: file, desk).review?.late, !late.isEmpty
            else { return [] }
            let finding = LateFinding(round: round, items: late, reason: .overlooked, words: words, owner: by)
            return [.lateFindingRecorded(finding: finding)]
        case .release:
            return [.released(release: Release(scope: .lateFinding, round: round, by: by, words: words))]
        case .abandon:
            guard let notice = file.notices.last, let due = desk.clocks.running(for: file)?.due, stamp.at.date > due
            else { return [] }
            return [
                .abandoned(abandonment: Abandonment(number: notice.number, deadline: due, words: words))
            ]
        case .issueNotice, .return, .accept, .route, .withdraw, .stopClock, .extendTerm: return []
        }
    }

    private func spotCorrection(
        _ step: Journal.Step, _ file: CaseFile, _ stamp: EventStamp
    ) -> [CaseEvent.Payload] {
        guard let material = step.material, let check = step.check,
            let record = file.application.record(of: material)?.corrected(check)
        else { return [] }
        let correction = SpotCorrection(
            material: material, defect: check.id, change: step.words ?? "", signedBy: step.by ?? "",
            on: stamp.at.date)
        return [.materialRecorded(record: record), .spotCorrected(correction: correction)]
    }

    /// 容缺: everything that is owed by the day on which the decision is.
    func promise(
        of gaps: [Material], _ file: CaseFile, _ evaluator: Evaluator, _ stamp: EventStamp
    ) -> [CaseEvent.Payload] {
        guard !gaps.isEmpty,
            let due = desk.clocks.decisionClock(for: file, acceptedOn: stamp.at.date, on: stamp.at.date)?.due
        else { return [] }
        let owed = gaps.map { gap in
            GapPromise.Gap(
                material: gap, name: evaluator.checklist?.requirement(for: gap)?.name ?? gap.id, dueOn: due)
        }
        return [
            .gapsPromised(
                promise: GapPromise(
                    gaps: owed, place: desk.office.counter(of: file), promisedBy: file.particulars.signer))
        ]
    }
}
