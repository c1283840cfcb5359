import CaseDomain
import ScreenKit

/// 上门指导: from a certain notice on the office offers to come, and what the applicant says is recorded.
enum VisitReducer {
    static func why(_ file: CaseFile, _ desk: Desk) -> Phrase? {
        guard case .checking = file.phase else { return Phrases.Case.notChecking }
        let first = desk.office.ladder.offerVisit
        return file.round + 1 >= first ? nil : Phrases.Rounds.visitNotYet.filled(["round": String(first)])
    }

    /// - Parameter round: the notice because of which the visit is offered.
    static func entry(round: Int, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Rounds.visitTitle),
            lines: [desk.say(Phrases.Rounds.visitLine, ["round": String(round)])],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.visitAnswer),
                    .choice([desk.say(Phrases.Rounds.visitWanted), desk.say(Phrases.Rounds.visitDeclined)], 0)),
                EntrySheet.Field.date(desk.say(Phrases.Rounds.visitDay), leaning: .future),
                EntrySheet.Field(desk.say(Phrases.Rounds.visitor), .text(TextField(limit: 20))),
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.visitNote), .text(TextField(limit: EntrySheet.longestNote))),
            ], purpose: .visit(round: round))
    }

    static func record(
        _ filled: EntrySheet, round: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let isBooked = entry.choice(0) == 0
        var day: CivilDate?
        if isBooked {
            day = entry.day(1, today: stamp.at.date, desk)
            guard let day else { return refuse(1, Phrases.Form.badDate, &entry, &state, desk) }
            guard day >= stamp.at.date else { return refuse(1, Phrases.Rounds.visitPast, &entry, &state, desk) }
            guard !entry.trimmed(2).isEmpty else { return refuse(2, Phrases.Form.required, &entry, &state, desk) }
        } else if entry.trimmed(3).isEmpty {
            return refuse(3, Phrases.Form.required, &entry, &state, desk)
        }
        state.modal = nil
        let visit = GuidanceVisit(
            round: round, on: day, visitor: isBooked ? entry.trimmed(2) : "", note: entry.trimmed(3))
        return CaseReducer.append(
            [.visitAnswered(visit: visit)], Phrases.Rounds.visitDone, inverse: nil, &state, stamp)
    }

    private static func refuse(
        _ place: Int, _ why: Phrase, _ entry: inout EntrySheet, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        entry.refuse(place, desk.say(why))
        state.modal = .entry(entry)
        return []
    }
}
