package import CaseDomain
import CaseStore
import ChecklistRules

/// What is done at once with the cases of one visit: the same step for each, with what is its own.
package enum VisitStep: Hashable, Sendable {
    case recall(InspectionRecall)
    /// What was found, and which papers came back with which case. The way and the inspectors are those of each case's
    /// own task.
    case conclude(InspectionOutcome, collected: [CaseNumber: [Material]])

    package var step: CaseStep {
        switch self {
        case .recall: .recall
        case .conclude: .inspect
        }
    }

    /// What the step writes to a case, or why nothing. Who may take it is asked elsewhere.
    package func standing(of file: CaseFile, today: CivilDate, _ desk: Desk) -> BulkRun.Standing {
        if let why = LifeGate.whyState(step, file, today: today, desk) { return .skipped(desk.say(why)) }
        guard let task = InspectionTask(file) else { return .skipped(desk.say(Phrases.Inspection.noTask)) }
        if case .conclude(let outcome, _) = self, let fault = outcome.fault(of: task, today: today, desk) {
            return .skipped(fault.text(desk))
        }
        return .ready(
            .write([CaseAppend(payloads(for: file, task, desk), to: CaseVersion(file))]), words(file, task, desk))
    }

    func payloads(for file: CaseFile, _ task: InspectionTask, _ desk: Desk) -> [CaseEvent.Payload] {
        switch self {
        case .recall(let recall): return [.life(event: .recalled(recall: recall))]
        case .conclude(let found, let collected):
            let outcome = found.about(task, collected: collected[file.number] ?? [])
            let sheet = CaseSheet(CaseWork(file: file), desk).sheet
            // The papers that came back are booked in as judged, what was owed of them is settled.
            let records = outcome.collected.map { material -> CaseEvent.Payload in
                let checks = sheet.lines.first { $0.material == material }?.checks.map(\.check) ?? []
                var record =
                    file.application.record(of: material) ?? MaterialRecord(material: material, how: .handedIn)
                record.how = .handedIn
                record.passEverything(checks)
                return .materialRecorded(record: record)
            }
            let settled = file.openGaps.filter(outcome.collected.contains)
            return records + [.life(event: .inspected(outcome: outcome))]
                + (settled.isEmpty ? [] : [.gapsSettled(materials: settled)])
        }
    }

    private func words(_ file: CaseFile, _ task: InspectionTask, _ desk: Desk) -> String {
        switch self {
        case .recall:
            return desk.say(
                Phrases.Inspection.mark,
                [
                    "people": InspectionText.people(task.dispatch.inspectors, desk),
                    "day": "\(desk.say(task.dispatch.mode.short)) \(InspectionText.day(of: task))",
                ])
        case .conclude(let found, let collected):
            return found.about(task, collected: collected[file.number] ?? []).lines(file, desk).joined(separator: " ")
        }
    }
}

extension InspectionOutcome {
    /// An outcome as somebody enters it about a task; one that passed may go without words.
    package static func entered(
        _ result: Result, on day: CivilDate, words: String, rectifyBy: CivilDate?, approvedBy: String,
        about task: InspectionTask
    ) -> InspectionOutcome {
        InspectionOutcome(
            result: result, on: day, mode: task.dispatch.mode, inspectors: task.dispatch.inspectors,
            words: words.isEmpty && result == .passed ? Phrases.Inspection.passedWords.zh : words,
            rectifyBy: rectifyBy, approvedBy: approvedBy)
    }

    /// The same finding as the outcome of a case's own task.
    func about(_ task: InspectionTask, collected: [Material]) -> InspectionOutcome {
        InspectionOutcome(
            result: result, on: on, mode: task.dispatch.mode, inspectors: task.dispatch.inspectors, words: words,
            rectifyBy: rectifyBy, approvedBy: approvedBy, collected: collected)
    }

    /// What is going to be recorded with a case, line by line.
    func lines(_ file: CaseFile, _ desk: Desk) -> [String] {
        var lines = [desk.say(Phrases.Inspection.outcomeAsk, ["result": desk.say(result.phrase), "words": words])]
        if let last = rectifyBy {
            lines.append(
                desk.say(Phrases.Inspection.outcomeRectify, ["date": last.description, "by": approvedBy]))
        }
        if !collected.isEmpty {
            let checklist = CaseSheet(CaseWork(file: file), desk).checklist
            let names = collected.map { HistoryText.name(of: $0, checklist, desk) }
            lines.append(desk.say(Phrases.Inspection.outcomeCollected, ["names": names.joined(separator: "、")]))
        }
        if file.progress.outcomes.isEmpty, result == .passed {
            lines.append(desk.say(Phrases.Inspection.outcomeFirst))
        }
        return lines
    }
}
