import CaseDomain
import NoticeComposer
import ScreenKit

/// The decision, which is made with its paper in one write.
enum DecisionPaperReducer {
    static func askForApproval(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.approval.phrase), lines: basis(file, desk),
                fields: [EntrySheet.Field(desk.say(Phrases.Papers.note), .text(TextField(limit: 200)))],
                purpose: .approval))
    }

    /// What the decider should have before his eyes: what was proposed, and what was found.
    private static func basis(_ file: CaseFile, _ desk: Desk) -> [String] {
        let progress = file.progress
        let events: [LifeEvent?] = [
            progress.outcomes.last.map { .inspected(outcome: $0.outcome) }, progress.waiver.map { .waived(waiver: $0) },
            progress.review.map { .reviewed(review: $0.review) },
        ]
        let names = LifeNames(nil, desk)
        return events.compactMap(\.self).map { LifeHistoryText.words(for: $0, names) }
            + [desk.say(Phrases.Papers.decisionHint)]
    }

    static func approve(
        _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file else { return [] }
        state.modal = nil
        let note = entry.trimmed(0)
        let decision = decision(.approved, reason: note, basis: nil, file, stamp, desk)
        // An earlier program may have made the paper out; and a licence handed out at once says enough by itself.
        let isOut = file.record.papers.contains { $0.kind == .approval }
        let makes = !isOut && desk.office.papers.rules[.approval] != nil
        return PaperMakingReducer.make(
            PaperPlan(
                [.life(event: .decided(decision: decision))], makes ? [.approval(note: note)] : [],
                done: Phrases.LifeSteps.approvedDone, question: [desk.say(Phrases.Papers.approveAsk)]), &state, stamp,
            desk)
    }

    /// Who decides, on whose review, and when.
    private static func decision(
        _ outcome: Decision.Outcome, reason: String, basis: LegalSource?, _ file: CaseFile, _ stamp: EventStamp,
        _ desk: Desk
    ) -> Decision {
        Decision(
            outcome: outcome, on: stamp.at.date, reviewedBy: file.progress.review?.by ?? stamp.by,
            decidedBy: stamp.by, level: max(1, desk.office.staff.member(stamp.by)?.level ?? 1), reason: reason,
            basis: basis)
    }

    static func askForDenial(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.denial.phrase), lines: basis(file, desk),
                fields: [
                    EntrySheet.Field(desk.say(Phrases.Papers.denialReason), .text(TextField(limit: 200))),
                    EntrySheet.Field(desk.say(Phrases.Papers.denialBasis), .text(TextField(limit: 120))),
                ], purpose: .denial))
    }

    /// Legal source: 《行政许可法》(2019-04-23) 第三十八条第二款 (reason and remedies).
    static func deny(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file else { return [] }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let (reason, basis) = (SafeEntry.ended(entry.trimmed(0)), SafeEntry.ended(entry.trimmed(1)))
        guard basis.hasPrefix("《"), basis.contains("》") else {
            entry.refuse(1, desk.say(Phrases.Papers.denialBasisForm))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        // Nobody but the decider has read the law that he names.
        let decision = decision(
            .denied, reason: reason, basis: LegalSource(citation: basis, verified: false), file, stamp, desk)
        let isOut = file.record.papers.contains { $0.kind == .denial }
        return PaperMakingReducer.make(
            PaperPlan(
                [.life(event: .decided(decision: decision))], isOut ? [] : [.denial(reason: reason, basis: basis)],
                done: Phrases.LifeSteps.deniedDone,
                question: [
                    desk.say(Phrases.Papers.denyAsk, ["reason": reason, "basis": basis]),
                    desk.say(Phrases.Papers.denyFinal),
                ]), &state, stamp, desk)
    }
}
