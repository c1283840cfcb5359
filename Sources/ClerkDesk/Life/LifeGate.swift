package import CaseDomain
import ChecklistRules

/// Whether a step may be taken with a case: by the table of its life in the state that it is in today, and by whoever
/// sits at the desk.
package enum LifeGate {
    /// Why a step can't be taken with a case now; nil where it can.
    package static func why(_ step: CaseStep, _ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        whyState(step, file, today: state.today, desk) ?? whyRole(step, file, state, desk)
    }

    /// The half about the case: what it is, and what it would have to be.
    static func whyState(_ step: CaseStep, _ file: CaseFile, today: CivilDate, _ desk: Desk) -> Phrase? {
        let book = desk.rules.book()
        guard let rule = book.life.rule(for: step) else { return Phrases.LifeSteps.noTable }
        let now = CaseClockFace(file, today: today, desk: desk).state
        let from = rule.from(on: book.course(of: file))
        guard !from.contains(now) else { return nil }
        guard !from.isEmpty else { return Phrases.LifeSteps.notOnCourse }
        let states = from.terms.map(\.phrase)
        return Phrase.init(
            Phrases.LifeSteps.notInState.text(
                .zh, ["state": now.phrase.zh, "states": states.map(\.zh).joined(separator: "、")]),
            Phrases.LifeSteps.notInState.text(
                .en, ["state": now.phrase.en, "states": states.map(\.en).joined(separator: ", ")]))
    }

    /// The half about the clerk. A step that the table doesn't know is nobody's in particular.
    ///
    /// - Parameter file: nil for a step that begins a case.
    static func whyRole(_ step: CaseStep, _ file: CaseFile?, _ state: DeskState, _ desk: Desk) -> Phrase? {
        AuthorityReducer.refusal(step, file, state, desk)?.phrase(desk.office)
    }
}

extension DeskIntent {
    /// The step that a key of the case screen takes; nil for one that only looks, or that acts on the desk alone.
    var step: CaseStep? {
        switch self {
        case .accept: .accept
        case .route: .route
        case .withdraw: .withdraw
        case .returnPapers: .returnPapers
        case .issue: .issueNotice
        case .stopClock: .stopClock
        case .resumeClock: .resumeClock
        case .extendTerm: .extendTerm
        default: nil
        }
    }
}

extension CaseAction {
    /// The step that an action takes; nil for one that only makes a paper out or looks at something.
    var step: CaseStep? {
        switch self {
        case .spotCorrect: .judge
        case .withdrawNotice: .issueNotice
        case .release: .release
        case .abandon: .abandon
        case .refuse: .refuse
        case .settleGaps: .judge
        case .approval: .approve
        case .denial: .deny
        case .dispatch: .dispatch
        case .recallInspection: .recall
        case .bookVideo: .book
        case .handOver: .handOver
        case .recordInspection: .inspect
        case .waive: .waive
        case .review: .review
        case .sendBack: .sendBack
        case .license: .license
        case .archive: .archive
        default: nil
        }
    }
}
