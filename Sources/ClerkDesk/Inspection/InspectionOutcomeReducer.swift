import CaseDomain
import ChecklistRules
import ScreenKit

/// 核查结论: what was found, what has to be put right by when, and which papers the inspectors brought back.
enum InspectionOutcomeReducer {
    private enum Place { static let (result, day, words, rectifyBy, approvedBy) = (0, 1, 2, 3, 4) }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let task = InspectionTask(file) else { return }
        let line = desk.say(
            Phrases.Inspection.outcomeLine,
            [
                "mode": desk.say(task.dispatch.mode.phrase),
                "people": InspectionText.people(task.dispatch.inspectors, desk),
                "date": task.on.description,
            ])
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.outcomeTitle), lines: [line],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.result),
                        .choice(InspectionOutcome.Result.allCases.map { desk.say($0.phrase) }, 0)),
                    EntrySheet.Field.date(
                        desk.say(Phrases.Inspection.outcomeDay), min(task.day, state.today), leaning: .past),
                    EntrySheet.Field(desk.say(Phrases.Inspection.words), .text(TextField(limit: 200))),
                    EntrySheet.Field.date(desk.say(Phrases.Inspection.rectifyBy), leaning: .future),
                    EntrySheet.Field(desk.say(Phrases.Inspection.approvedBy), .text(TextField(limit: 20))),
                ], purpose: .inspectionOutcome))
    }

    /// Legal source: 《食品经营许可和备案管理办法》第二十一条, from memory: a term to put things right is agreed by whoever is in
    /// charge.
    static func record(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) {
        let results = InspectionOutcome.Result.allCases
        guard let file = state.work?.file, let task = InspectionTask(file),
            results.indices.contains(filled.choice(Place.result))
        else { return }
        var entry = filled
        if let (place, problem) = problem(entry, task, today: state.today, desk) {
            entry.refuse(place, problem)
            state.modal = .entry(entry)
            return
        }
        guard let day = entry.day(Place.day, today: state.today, desk) else { return }
        let result = results[entry.choice(Place.result)]
        let isRectified = result == .rectify
        let words = SafeEntry.ended(entry.trimmed(Place.words))
        let outcome = InspectionOutcome(
            result: result, on: day, mode: task.dispatch.mode, inspectors: task.dispatch.inspectors,
            words: words.isEmpty ? Phrases.Inspection.passedWords.zh : words,
            rectifyBy: isRectified ? entry.day(Place.rectifyBy, today: state.today, desk) : nil,
            approvedBy: isRectified ? entry.trimmed(Place.approvedBy) : "")
        let papers = TermSet(task.dispatch.collects + file.openGaps).terms
        guard !papers.isEmpty else { return confirm(outcome, [], &state, desk) }
        let checklist = state.work.flatMap { CaseSheet($0, desk).checklist }
        let options = papers.map { material in
            let requirement = checklist?.requirement(for: material)
            return FormOption(
                id: material.id,
                label: Phrase.init(requirement?.name ?? material.id, requirement?.english ?? material.id))
        }
        state.modal = .picker(
            Picker(purpose: .collected(outcome), options: options, takesMany: true, chosen: []))
    }

    /// What is wrong with an entry, and where; nil where nothing is.
    private static func problem(
        _ entry: EntrySheet, _ task: InspectionTask, today: CivilDate, _ desk: Desk
    ) -> (Int, String)? {
        guard let day = entry.day(Place.day, today: today, desk) else {
            return (Place.day, desk.say(Phrases.Form.badDate))
        }
        if day > today { return (Place.day, desk.say(Phrases.Form.dateInFuture)) }
        if day < task.on {
            return (Place.day, desk.say(Phrases.Inspection.beforeDispatch, ["date": task.on.description]))
        }
        if let problem = InspectionFitness.problem(task.dispatch.inspectors, on: day, desk) {
            return (Place.day, problem)
        }
        let result = InspectionOutcome.Result.allCases[entry.choice(Place.result)]
        if result != .passed, entry.trimmed(Place.words).isEmpty {
            return (Place.words, desk.say(Phrases.Form.required))
        }
        let (term, approver) = (entry.trimmed(Place.rectifyBy), entry.trimmed(Place.approvedBy))
        guard result == .rectify else {
            if !term.isEmpty { return (Place.rectifyBy, desk.say(Phrases.Inspection.onlyRectify)) }
            return approver.isEmpty ? nil : (Place.approvedBy, desk.say(Phrases.Inspection.onlyRectify))
        }
        guard let last = entry.day(Place.rectifyBy, today: today, desk) else {
            return (Place.rectifyBy, desk.say(Phrases.Form.badDate))
        }
        if last <= day { return (Place.rectifyBy, desk.say(Phrases.Inspection.notToday)) }
        if approver.isEmpty { return (Place.approvedBy, desk.say(Phrases.Form.required)) }
        let went = task.dispatch.inspectors.flatMap { [$0.text, desk.office.staff.name(of: $0)] }
        return went.contains(approver) ? (Place.approvedBy, desk.say(Phrases.Inspection.ownApproval)) : nil
    }

    /// Says what is going to be recorded, and asks.
    static func confirm(
        _ found: InspectionOutcome, _ chosen: Set<String>, _ state: inout DeskState, _ desk: Desk
    ) {
        guard let work = state.work, let file = work.file else { return }
        let sheet = CaseSheet(work, desk)
        let collected = Material.allCases.filter { chosen.contains($0.id) }
        let outcome = InspectionOutcome(
            result: found.result, on: found.on, mode: found.mode, inspectors: found.inspectors, words: found.words,
            rectifyBy: found.rectifyBy, approvedBy: found.approvedBy, collected: collected)
        var lines = [
            desk.say(
                Phrases.Inspection.outcomeAsk, ["result": desk.say(outcome.result.phrase), "words": outcome.words])
        ]
        if let last = outcome.rectifyBy {
            lines.append(
                desk.say(
                    Phrases.Inspection.outcomeRectify, ["date": last.description, "by": outcome.approvedBy]))
        }
        if !collected.isEmpty {
            let names = collected.map { HistoryText.name(of: $0, sheet.checklist, desk) }
            lines.append(desk.say(Phrases.Inspection.outcomeCollected, ["names": names.joined(separator: "、")]))
        }
        if file.progress.outcomes.isEmpty, outcome.result == .passed {
            lines.append(desk.say(Phrases.Inspection.outcomeFirst))
        }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Inspection.outcomeTitle), lines: lines,
                answer: .append(payloads(outcome, file, sheet), Phrases.Inspection.concluded)))
    }

    /// The papers that came back are booked in as judged, what was owed of them is settled.
    private static func payloads(
        _ outcome: InspectionOutcome, _ file: CaseFile, _ sheet: CaseSheet
    ) -> [CaseEvent.Payload] {
        let records = outcome.collected.map { material -> CaseEvent.Payload in
            let checks = sheet.sheet.lines.first { $0.material == material }?.checks.map(\.check) ?? []
            var record = file.application.record(of: material) ?? MaterialRecord(material: material, how: .handedIn)
            record.how = .handedIn
            record.passEverything(checks)
            return .materialRecorded(record: record)
        }
        let settled = file.openGaps.filter(outcome.collected.contains)
        return records + [.life(event: .inspected(outcome: outcome))]
            + (settled.isEmpty ? [] : [.gapsSettled(materials: settled)])
    }
}
