import CaseDomain
import ChecklistRules

/// What a decision has to rest on, besides the state and the roles that `LifeGate` asks for.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十四条 (the look at the premises), 第三十八条 (decision, reason, remedies),
/// 第四十五条 (special procedures).
enum PermitGate {
    static func whyNotApproved(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.approve, file, state, desk) { return why }
        if let why = whyUndecidable(file, otherwise: .denial) { return why }
        return whyNotReady(file, desk)
    }

    static func whyNotDenied(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.deny, file, state, desk) { return why }
        // The paper is where the applicant reads of the remedies.
        if desk.office.papers.rules[.denial] == nil { return Phrases.Papers.notMadeHere }
        return whyUndecidable(file, otherwise: .approval)
    }

    /// Why nothing can be decided for the applicant yet; nil where it can.
    static func whyNotReady(_ file: CaseFile, _ desk: Desk) -> Phrase? {
        // What was tolerated has to be there before a decision for the applicant.
        if !file.openGaps.isEmpty { return Phrases.Papers.gapsOpen }
        guard desk.rules.book().course(of: file) == .licence, file.progress.waiver == nil else { return nil }
        switch file.progress.outcomes.last?.outcome.result {
        case .passed: return nil
        case .failed: return Phrases.LifeSteps.lookFailed
        case .rectify: return Phrases.LifeSteps.lookAgain
        case nil: return Phrases.LifeSteps.lookFirst
        }
    }

    /// - Parameter other: the paper of the opposite decision, which earlier programs made out without recording one.
    private static func whyUndecidable(_ file: CaseFile, otherwise other: PaperKind) -> Phrase? {
        if file.timeline.isStopped { return Phrases.LifeSteps.stillStopped }
        return file.record.papers.contains { $0.kind == other } ? Phrases.LifeSteps.otherPaperOut : nil
    }
}
