import CaseDomain
import ChecklistRules
import ScreenKit

/// 核查结论: what was found, what has to be put right by when, and which papers the inspectors brought back.
enum InspectionOutcomeReducer {
    private enum Place { static let (result, day, words, rectifyBy, approvedBy) = (0, 1, 2, 3, 4) }

    static func ask(_ cases: [CaseNumber], _ state: inout DeskState, _ desk: Desk) {
        guard let task = JointVisitReducer.files(cases, state).lazy.compactMap({ InspectionTask($0) }).first else {
            return
        }
        let line = desk.say(
            Phrases.Inspection.outcomeLine,
            [
                "mode": desk.say(task.dispatch.mode.phrase),
                "people": InspectionText.people(task.dispatch.inspectors, desk),
                "date": task.on.description,
            ])
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.outcomeTitle),
                lines: JointVisitReducer.line(cases, desk) + [line],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.result),
                        .choice(InspectionOutcome.Result.allCases.map { desk.say($0.phrase) }, 0)),
                    EntrySheet.Field.date(
                        desk.say(Phrases.Inspection.outcomeDay), min(task.day, state.today), leaning: .past),
                    EntrySheet.Field(desk.say(Phrases.Inspection.words), .text(TextField(limit: 200))),
                    EntrySheet.Field.date(desk.say(Phrases.Inspection.rectifyBy), leaning: .future),
                    EntrySheet.Field(desk.say(Phrases.Inspection.approvedBy), .text(TextField(limit: 20))),
                ], purpose: .inspectionOutcome(cases)))
    }

    static func record(
        _ filled: EntrySheet, _ cases: [CaseNumber], _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let results = InspectionOutcome.Result.allCases
        let files = JointVisitReducer.files(cases, state)
        guard let task = files.lazy.compactMap({ InspectionTask($0) }).first,
            results.indices.contains(filled.choice(Place.result))
        else { return [] }
        var entry = filled
        func sendBack(_ field: Int, _ problem: String) -> [Effect] {
            entry.refuse(field, problem)
            state.modal = .entry(entry)
            return []
        }
        guard let day = entry.day(Place.day, today: state.today, desk) else {
            return sendBack(Place.day, desk.say(Phrases.Form.badDate))
        }
        let last = entry.day(Place.rectifyBy, today: state.today, desk)
        if last == nil, !entry.trimmed(Place.rectifyBy).isEmpty {
            return sendBack(Place.rectifyBy, desk.say(Phrases.Form.badDate))
        }
        let outcome = InspectionOutcome.entered(
            results[entry.choice(Place.result)], on: day, words: SafeEntry.ended(entry.trimmed(Place.words)),
            rectifyBy: last, approvedBy: entry.trimmed(Place.approvedBy), about: task)
        if let fault = outcome.fault(of: task, today: state.today, desk) {
            return sendBack(place(of: fault.field), fault.text(desk))
        }
        let options = files.flatMap { papers($0, isAmongOthers: files.count > 1, desk) }
        guard !options.isEmpty else { return confirm(outcome, cases, [], &state, desk) }
        state.modal = .picker(
            Picker(purpose: .collected(outcome, cases), options: options, takesMany: true, chosen: []))
        return []
    }

    private static func place(of field: OutcomeFault.Field) -> Int {
        switch field {
        case .day: Place.day
        case .words: Place.words
        case .rectifyBy: Place.rectifyBy
        case .approvedBy: Place.approvedBy
        }
    }

    // MARK: Papers that came back

    private static func id(of material: Material, _ file: CaseFile) -> String { "\(file.number.text)/\(material.id)" }

    private static func papers(_ file: CaseFile) -> [Material] { InspectionTask(file)?.papers(of: file) ?? [] }

    private static func papers(_ file: CaseFile, isAmongOthers: Bool, _ desk: Desk) -> [FormOption] {
        let checklist = CaseSheet(CaseWork(file: file), desk).checklist
        let number = isAmongOthers ? "\(file.number.text) " : ""
        return papers(file).map { material in
            let requirement = checklist?.requirement(for: material)
            return FormOption(
                id: id(of: material, file),
                label: Phrase.init(
                    number + (requirement?.name ?? material.id), number + (requirement?.english ?? material.id)))
        }
    }

    /// Says what is going to be recorded, and asks: for one case in a question, for several in the list of a batch.
    static func confirm(
        _ found: InspectionOutcome, _ cases: [CaseNumber], _ chosen: Set<String>, _ state: inout DeskState,
        _ desk: Desk
    ) -> [Effect] {
        let collected = JointVisitReducer.files(cases, state).reduce(into: [CaseNumber: [Material]]()) { all, file in
            all[file.number] = papers(file).filter { chosen.contains(id(of: $0, file)) }
        }
        let visit = VisitStep.conclude(found, collected: collected)
        guard let file = JointVisitReducer.only(cases, state), let task = InspectionTask(file) else {
            return JointVisitReducer.run(visit, cases, &state, desk)
        }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Inspection.outcomeTitle),
                lines: found.about(task, collected: collected[file.number] ?? []).lines(file, desk),
                answer: .append(visit.payloads(for: file, task, desk), Phrases.Inspection.concluded)))
        return []
    }
}
