import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// 信息公示卡: a stall is put on file and gets its card in one step.
///
/// Legal source: 《山东省食品小作坊小餐饮和食品摊点管理条例》第二十八条.
enum CardReducer {
    /// Asks for what the application doesn't say: where in the area set aside, and at which hours.
    static func ask(_ file: CaseFile, _ checklist: Checklist, _ state: inout DeskState, _ desk: Desk) {
        guard desk.cardTemplate != nil else {
            state.refuse(Phrases.Card.noTemplate, desk)
            return
        }
        let advice = checklist.advice.map { desk.language == .zh ? $0.text : $0.english }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Card.title), lines: advice,
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Card.place),
                        .text(TextField(file.particulars.premises.address, limit: 120))),
                    EntrySheet.Field(desk.say(Phrases.Card.hours), .text(TextField(limit: 60))),
                ], purpose: .card))
    }

    static func issue(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        for place in 0...1 where entry.text(place).allSatisfy(\.isWhitespace) {
            entry.refuse(place, desk.say(Phrases.Form.required))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        guard let work = state.work, let file = work.file, let template = desk.cardTemplate else { return [] }
        let sheet = CaseSheet(work, desk)
        guard let checklist = sheet.checklist else { return [] }
        let card = StallCardText.card(
            of: file, place: entry.text(0), hours: entry.text(1), checklist: checklist, office: desk.office,
            template: template, stamp: stamp)
        var payloads: [CaseEvent.Payload] = [.cardIssued(card: card)]
        if case .checking = file.phase {
            // The entry may have stood on the screen while something else was found.
            guard sheet.evaluation.outcome == .accept, !EligibilityReducer.stops(file, &state, desk) else { return [] }
            payloads.insert(.accepted(acceptance: Acceptance(on: stamp.at.date, gaps: [])), at: 0)
        }
        return CaseReducer.append(payloads, Phrases.Card.issued, inverse: nil, &state, stamp)
    }
}
