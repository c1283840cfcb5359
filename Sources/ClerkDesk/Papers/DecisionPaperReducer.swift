import CaseDomain
import NoticeComposer
import ScreenKit

/// Papers of an accepted case that tell of its decision. They only make the paper out; the case stays as it is.
enum DecisionPaperReducer {
    static func why(_ kind: PaperKind, _ file: CaseFile, _ desk: Desk) -> Phrase? {
        guard case .accepted(let acceptance) = file.phase else { return Phrases.Papers.onlyAccepted }
        if desk.office.papers.rules[kind] == nil { return Phrases.Papers.notMadeHere }
        let isDecided = file.record.papers.contains { $0.kind == .approval || $0.kind == .denial }
        if isDecided { return Phrases.Papers.madeAlready }
        // What was tolerated has to be there before a decision for the applicant.
        return kind == .approval && !acceptance.gaps.isEmpty ? Phrases.Papers.gapsOpen : nil
    }

    static func askForApproval(_ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(PaperKind.approval.phrase), lines: [desk.say(Phrases.Papers.decisionHint)],
                fields: [EntrySheet.Field(desk.say(Phrases.Papers.note), .text(TextField(limit: 200)))],
                purpose: .approval))
    }

    static func approve(
        _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.modal = nil
        return PaperMakingReducer.make(
            PaperPlan(
                [], [.approval(note: entry.trimmed(0))], done: Phrases.Papers.madeAlone,
                question: [desk.say(Phrases.Papers.approveAsk)]), &state, stamp, desk)
    }

    static func askForDenial(_ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(PaperKind.denial.phrase), lines: [desk.say(Phrases.Papers.decisionHint)],
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
        return PaperMakingReducer.make(
            PaperPlan(
                [], [.denial(reason: reason, basis: basis)], done: Phrases.Papers.madeAlone,
                question: [
                    desk.say(Phrases.Papers.denyAsk, ["reason": reason, "basis": basis]),
                    desk.say(Phrases.Papers.denyFinal),
                ]), &state, stamp, desk)
    }
}
