import CaseDomain
import ChecklistRules
import TextLayout

/// The intake form in lines.
enum PlainForm {
    static func page(_ state: DeskState, _ desk: Desk) -> PlainPage {
        guard let work = state.work else { return PlainView.screen(state, desk) }
        let form = work.form
        let problems = form.read(today: state.today).problems
        let items = form.fields.map { field in
            let problem = form.visibleProblem(field, in: problems).map { problem in
                let words = [problem.phrase, problem.hint].compactMap { $0 }.map { desk.say($0) }
                return desk.say(Phrases.Plain.problem, ["words": words.joined(separator: " ")])
            }
            return "\(desk.say(field.label)): \(value(field, work, desk))\(problem ?? "")"
        }
        let sheet = CaseSheet(work, desk)
        return PlainPage(
            .form, title: PlainCase.title(state, work, desk),
            head: work.file == nil ? needed(sheet, desk) : PlainCase.head(state, work, sheet, desk), items: items,
            body: [desk.say(Phrases.Plain.formHint)])
    }

    /// What the form asks for so far, the names of the materials included.
    private static func needed(_ sheet: CaseSheet, _ desk: Desk) -> [String] {
        if let route = sheet.evaluation.route {
            return [desk.say(Phrases.Case.routeLine, ["text": desk.language == .zh ? route.text : route.english])]
        }
        guard let checklist = sheet.checklist else { return [desk.say(Phrases.Case.noChecklist)] }
        let names = sheet.lines.compactMap { $0.material.map { checklist.requirements[$0.requirement] } }
            .map { desk.language == .zh ? $0.name : $0.english }
        let head = desk.say(Phrases.Form.needed, ["count": String(names.count)])
        return ["\(head): \(names.joined(separator: desk.language == .zh ? "、" : ", "))"]
    }

    /// What stands in a field; identity numbers are covered until they are asked for.
    static func value(_ field: FormFieldID, _ work: CaseWork, _ desk: Desk) -> String {
        let form = work.form
        switch field.editor {
        case .text:
            let text = form.text(field)
            return field.isIdentityNumber && !work.isRevealed ? ResidentID.masked(text) : text
        case .one, .many: return field.names(of: form.chosen(field), desk)
        case .yesNo: return desk.say(Phrases.Form.words(for: form.answer(field)))
        }
    }
}
