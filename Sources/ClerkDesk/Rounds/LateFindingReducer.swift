import CaseDomain
import ScreenKit

/// 漏告知: what is told late is owned up to before it is told.
enum LateFindingReducer {
    static func why(_ state: DeskState, _ desk: Desk) -> Phrase? {
        late(state, desk).isEmpty ? Phrases.Rounds.noneLate : nil
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(entry(late(state, desk), file, desk))
    }

    private static func late(_ state: DeskState, _ desk: Desk) -> [RoundReview.Item] {
        IssueGateReducer.gate(state, desk)?.review?.items.filter { $0.kind == .late } ?? []
    }

    static func entry(_ items: [RoundReview.Item], _ file: CaseFile, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Rounds.lateTitle),
            lines: [desk.say(Phrases.Rounds.lateLine, ["count": String(items.count)])]
                + items.map { "· \($0.problem)" },
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.lateReason),
                    .choice(LateFinding.Reason.allCases.map { desk.say($0.phrase) }, 0)),
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.lateWords), .text(TextField(limit: EntrySheet.longestNote))),
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.lateOwner), .text(TextField(file.clerk.text, limit: 20))),
            ],
            purpose: .lateFinding(items.map { LateFinding.Item(material: $0.material, defect: $0.defect) }))
    }

    static func record(
        _ filled: EntrySheet, _ items: [LateFinding.Item], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let reasons = LateFinding.Reason.allCases
        guard let file = state.work?.file, reasons.indices.contains(entry.choice(0)) else { return [] }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let finding = LateFinding(
            round: file.round + 1, items: items, reason: reasons[entry.choice(0)], words: entry.trimmed(1),
            owner: entry.trimmed(2))
        return CaseReducer.append(
            [.lateFindingRecorded(finding: finding)], Phrases.Rounds.lateDone, inverse: nil, &state, stamp)
    }
}
