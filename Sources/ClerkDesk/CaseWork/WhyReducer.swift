import ChecklistRules
import ScreenKit

/// 为什么: the rules behind the line under the cursor, to read.
enum WhyReducer {
    static func show(_ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work else { return }
        let lines = lines(work, desk)
        guard !lines.isEmpty else {
            state.refuse(Phrases.Why.nothing, desk)
            return
        }
        state.modal = .reader(title: desk.say(Phrases.Why.title), lines: lines, scroll: ListScroll())
    }

    /// What the rules say about the line under the cursor, with their basis; empty where no rule speaks of it.
    static func lines(_ work: CaseWork, _ desk: Desk) -> [String] {
        let sheet = CaseSheet(work, desk)
        let rules = rules(under: work, sheet)
        let texts = rules.compactMap { sheet.evaluator.explain($0, for: work.application) }.map {
            ExplanationText.lines($0, sheet.checklist, sheet.evaluator.routing, desk.language)
        }
        guard !texts.isEmpty else { return [] }
        var lines = Array(texts.joined(separator: [""]))
        if let checklist = sheet.checklist,
            let least = ExplanationText.line(
                sheet.sheet.smallestCompletion(by: checklist), checklist, desk.language)
        {
            lines += ["", least]
        }
        return lines
    }

    private static func rules(under work: CaseWork, _ sheet: CaseSheet) -> [RuleName] {
        switch sheet.line(at: work.line) {
        case .application(let finding)?:
            guard case .application(let defect) = finding.defect else { return [] }
            return [.application(defect)]
        case .question(let fact)?: return sheet.evaluator.rules(asking: fact)
        case .material(let line)?:
            if work.pane == .checks, line.checks.indices.contains(work.check) {
                return [.check(line.requirement, line.checks[work.check].place)]
            }
            let need = line.state == .spared ? RuleName.spared(line.requirement) : .need(line.requirement)
            let failed = line.checks.filter { $0.judgement.verdict == .fail }.map(\.place)
            return [need] + failed.map { .check(line.requirement, $0) }
        case nil: return sheet.evaluator.rules(behind: sheet.evaluation)
        }
    }
}
