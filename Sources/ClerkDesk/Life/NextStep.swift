import CaseDomain
import ChecklistRules
import ScreenKit

/// 下一步: what leads on with a case whose papers aren't judged any more, by the table of its life.
enum NextStep {
    /// - Returns: nil while the papers are what counts, and where nothing leads on.
    static func text(_ file: CaseFile, today: CivilDate, _ desk: Desk) -> String? {
        if CaseClockFace(file, today: today, desk: desk).state == .archived { return desk.say(Phrases.LifeSteps.over) }
        guard let rule = rule(file, today: today, desk) else { return nil }
        return desk.say(
            Phrases.LifeSteps.next,
            [
                "step": desk.language == .zh ? rule.name : rule.english,
                "key": desk.keymap.label(for: .actions, in: .checklist) ?? "",
            ])
    }

    /// The same as a rule of that table.
    static func rule(_ file: CaseFile, today: CivilDate, _ desk: Desk) -> LifeCycle.Rule? {
        switch file.phase {
        case .checking, .awaitingCorrection, .routed: return nil
        case .accepted, .decided, .withdrawn, .abandoned, .refused: break
        }
        let state = CaseClockFace(file, today: today, desk: desk).state
        return desk.rules.book().nextStep(of: file, in: state, at: desk.office)
    }
}
