import CaseDomain
import ChecklistRules
import ScreenKit

/// 能不能要: tells whether a paper may be demanded. It never adds one: the published list is all there is.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条.
enum DemandReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        guard sheet.checklist != nil else {
            state.refuse(sheet.evaluation.route == nil ? Phrases.Case.noChecklist : Phrases.Case.isRouted, desk)
            return []
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Demand.title), lines: [desk.say(Phrases.Demand.hint)],
                fields: [EntrySheet.Field(desk.say(Phrases.Demand.paper), .text(TextField(limit: 40)))],
                purpose: .demand))
        return []
    }

    static func answer(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var entry = filled
        state.modal = nil
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        guard let checklist = sheet.checklist else { return [] }
        let book = desk.rules.book()
        guard let answer = book.counsel.demands.answer(to: entry.text(0), checklist, folding: book.folding) else {
            entry.refuse(0, desk.say(Phrases.Demand.tooShort))
            state.modal = .entry(entry)
            return []
        }
        if let place = sheet.lines.firstIndex(where: { line in
            line.material.map { answer.listed.contains($0.requirement) } ?? false
        }) {
            state.work?.line = place
            state.work?.check = 0
            state.work?.pane = .checklist
        }
        state.modal = .reader(
            title: desk.say(verdict(answer)), lines: lines(of: answer, entry.text(0), sheet, checklist, desk),
            scroll: ListScroll())
        return []
    }

    private static func verdict(_ answer: DemandAnswer) -> Phrase {
        if answer.listed.isEmpty { return Phrases.Demand.mayNot }
        return answer.forbidden.isEmpty ? Phrases.Demand.may : Phrases.Demand.both
    }

    private static func lines(
        of answer: DemandAnswer, _ typed: String, _ sheet: CaseSheet, _ checklist: Checklist, _ desk: Desk
    ) -> [String] {
        var lines: [String] = []
        for paper in answer.forbidden {
            lines += [
                desk.say(Phrases.Demand.unlawful, ["name": paper.name]), paper.why,
                desk.say(Phrases.Demand.instead, ["text": paper.instead]),
            ]
            // Beside the rule that leaves the paper out stands the law that forbids to go beyond the list.
            let general = desk.rules.book().counsel.demands.unlisted.basis
            if !general.citation.contains(paper.basis.citation) { lines.append(basis(paper.basis, desk)) }
            lines += [basis(general, desk), ""]
        }
        if let unlisted = answer.unlisted {
            lines += [
                desk.say(Phrases.Demand.unlisted, ["typed": typed]), unlisted.why,
                desk.say(Phrases.Demand.instead, ["text": unlisted.instead]), basis(unlisted.basis, desk), "",
            ]
        }
        for index in answer.listed {
            let requirement = checklist.requirements[index]
            let name = desk.language == .zh ? requirement.name : requirement.english
            lines.append("\(requirement.row) \(name)  \(requirement.copies)")
            if let line = sheet.sheet.lines.first(where: { $0.requirement == index }) {
                lines.append(need(of: line, desk))
            }
            lines += [basis(requirement.basis, desk), ""]
        }
        return Array(lines.dropLast())
    }

    private static func need(of line: ChecklistSheet.Line, _ desk: Desk) -> String {
        switch line.need {
        case .needed(let because), .offered(let because):
            return desk.say(Phrases.Demand.needed, ["because": because])
        case .spared(let because): return desk.say(Phrases.Demand.spared, ["because": because])
        case .notNeeded(let because): return desk.say(Phrases.Demand.notNeeded, ["because": because])
        case .depends(let facts):
            let names = facts.isEmpty ? [FormFieldID.subject.label] : facts.map(\.phrase)
            return desk.say(Phrases.Demand.depends, ["facts": names.map(desk.say).joined(separator: "、")])
        }
    }

    private static func basis(_ source: LegalSource, _ desk: Desk) -> String {
        desk.say(Phrases.Ledger.basis, ["basis": source.shown(desk.language)])
    }
}
