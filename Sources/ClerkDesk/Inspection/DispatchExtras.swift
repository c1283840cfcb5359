import CaseDomain
import ChecklistRules
import ScreenKit

/// 一次勘验, 参加部门 and 勘查收件: what else a visit is for.
enum DispatchExtras {
    private static let (caseMark, departmentMark, paperMark) = ("case:", "department:", "paper:")

    /// Where there is nothing to add, the plan is all that there is to say.
    static func ask(
        _ plan: InspectionPlan, _ file: CaseFile, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work else { return [] }
        let sheet = CaseSheet(work, desk)
        let cases = state.inspection.neighbours.map { other in
            FormOption(
                id: caseMark + other.number.text, label: label(other, Phrases.Inspection.sameVisit),
                barred: why(other, plan, state, desk))
        }
        let papers = papers(file, sheet, desk).map { material in
            let name = { (language: Language) in
                let rule = sheet.checklist?.requirement(for: material)
                return (language == .zh ? rule?.name : rule?.english) ?? material.id
            }
            return FormOption(
                id: paperMark + material.id,
                label: Phrase.init(
                    Phrases.Inspection.collects.text(.zh, ["name": name(.zh)]),
                    Phrases.Inspection.collects.text(.en, ["name": name(.en)])))
        }
        let departments = desk.office.inspection.departments.map {
            FormOption(id: departmentMark + $0, label: Phrases.Inspection.joins.filled(["name": $0]))
        }
        // What belongs together and what is owed is proposed; the rest is for the clerk to add.
        let sisters = Set(file.membership?.sisters(of: file.number).map(\.number) ?? [])
        let proposed =
            state.inspection.neighbours.filter { sisters.contains($0.number) && why($0, plan, state, desk) == nil }
            .map { caseMark + $0.number.text } + file.openGaps.map { paperMark + $0.id }
        let options = cases + papers + departments
        guard !options.isEmpty else { return DispatchReducer.confirm(plan, &state, stamp, desk) }
        state.modal = .picker(
            Picker(purpose: .visit(plan), options: options, takesMany: true, chosen: Set(proposed)))
        return []
    }

    /// What is owed, and what the office lets be put right at the inspection.
    private static func papers(_ file: CaseFile, _ sheet: CaseSheet, _ desk: Desk) -> [Material] {
        let needed = sheet.sheet.lines.filter { if case .needed = $0.need { true } else { false } }.map(\.material)
        let more = needed.filter { desk.office.inspection.collectable.contains($0) }
        return TermSet(file.openGaps + more).terms
    }

    /// A case in a list of those at one place.
    static func label(_ other: CaseFile, _ words: Phrase) -> Phrase {
        let particulars = other.particulars
        let said = { (language: Language) in
            words.text(
                language,
                [
                    "number": other.number.text,
                    "matter": "\(particulars.matter.phrase.text(language))·\(particulars.action.phrase.text(language))",
                    "name": particulars.applicant.name,
                ])
        }
        return Phrase.init(said(.zh), said(.en))
    }

    /// Why another case can't go on the visit; nil where it can.
    private static func why(
        _ other: CaseFile, _ plan: InspectionPlan, _ state: DeskState, _ desk: Desk
    ) -> Phrase? {
        if let why = DispatchReducer.why(other, state, desk) { return why }
        guard desk.office.inspection.scope(of: other.particulars)?.modes.contains(plan.mode) != true else {
            return nil
        }
        let mode = plan.mode.phrase
        return Phrase.init(
            Phrases.Inspection.notThisWay.text(.zh, ["mode": mode.zh]),
            Phrases.Inspection.notThisWay.text(.en, ["mode": mode.en]))
    }

    /// Takes what was ticked, and asks for a last word.
    static func chose(
        _ chosen: Set<String>, _ plan: InspectionPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        var plan = plan
        plan.joint = state.inspection.neighbours.filter {
            chosen.contains(caseMark + $0.number.text) && why($0, plan, state, desk) == nil
        }.map(\.number)
        plan.collects = papers(file, CaseSheet(work, desk), desk).filter { chosen.contains(paperMark + $0.id) }
        plan.departments = desk.office.inspection.departments.filter { chosen.contains(departmentMark + $0) }
        return DispatchReducer.confirm(plan, &state, stamp, desk)
    }
}
