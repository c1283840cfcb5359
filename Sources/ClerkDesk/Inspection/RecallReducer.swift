import CaseDomain
import ScreenKit

/// 撤回分派: the task goes back, to be given to somebody else.
enum RecallReducer {
    static func ask(_ cases: [CaseNumber], _ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.recallTitle), lines: JointVisitReducer.line(cases, desk),
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.recallReason), .text(TextField(limit: EntrySheet.longestNote)))
                ], purpose: .recallInspection(cases)))
    }

    static func recall(
        _ filled: EntrySheet, _ cases: [CaseNumber], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let recall = InspectionRecall(reason: entry.trimmed(0))
        guard JointVisitReducer.only(cases, state) != nil else {
            return JointVisitReducer.run(.recall(recall), cases, &state, desk)
        }
        state.modal = nil
        return CaseReducer.append(
            [.life(event: .recalled(recall: recall))], Phrases.Inspection.recalled, inverse: nil, &state, stamp)
    }
}
