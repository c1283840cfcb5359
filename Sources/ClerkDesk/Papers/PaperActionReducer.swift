import CaseDomain
import ChecklistRules
import NoticeComposer

/// Papers that need nothing but the case: made out on demand, or again where they didn't come by themselves.
enum PaperActionReducer {
    static func why(_ kind: PaperKind, _ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if desk.office.papers.rules[kind] == nil { return Phrases.Papers.notMadeHere }
        let isMade = file.record.papers.contains { $0.kind == kind }
        switch kind {
        case .receipt:
            let hasPapers = file.application.materials.contains { $0.how == .handedIn }
            return hasPapers ? nil : Phrases.Papers.nothingReceived
        case .acceptance:
            guard case .accepted = file.phase else { return Phrases.Papers.onlyAccepted }
            if isMade { return Phrases.Papers.madeAlready }
            let checklist = state.work.flatMap { CaseSheet($0, desk).checklist }
            return checklist?.conclusion == .decision ? nil : Phrases.Papers.notForDecision
        case .gapPromise, .gapNotice:
            guard file.record.promise != nil, file.acceptance != nil else { return Phrases.Papers.noPromise }
            return isMade ? Phrases.Papers.madeAlready : nil
        case .referral:
            let route = state.work.map { CaseSheet($0, desk).evaluation.route } ?? nil
            return route == nil ? Phrases.Papers.notRouted : nil
        case .serviceRecord: return ServiceReducer.why(file, state)
        case .clockStop: return file.timeline.isStopped ? nil : Phrases.Clocks.notStopped
        case .termExtension:
            if file.timeline.extended == nil { return Phrases.LifeSteps.notExtended }
            return isMade ? Phrases.Papers.madeAlready : nil
        case .guidanceSlip, .refusal, .inspectionNotice, .approval, .denial, .handOver: return nil
        }
    }

    /// Makes out what the action is called after.
    static func make(
        _ kind: PaperKind, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file, let occasion = PaperMakingReducer.occasion(state, stamp, desk) else {
            return []
        }
        let contents: [PaperContent] =
            switch kind {
            case .receipt: [occasion.receipt]
            case .acceptance: [file.acceptance.flatMap(occasion.acceptance)].compactMap(\.self)
            case .gapPromise, .gapNotice: occasion.gaps(file.record.promise, file.acceptance)
            case .referral: [occasion.referral].compactMap(\.self)
            case .serviceRecord:
                [ServiceReducer.record(of: ServiceReducer.target(file, state), file, desk)].compactMap(\.self)
            case .clockStop:
                file.timeline.stops.suffix(1).map { stop in
                    .clockStop(occasion.stop(stop.reason, note: stop.note, on: stop.from))
                }
            case .termExtension: [file.timeline.extended.map(occasion.termExtension)].compactMap(\.self)
            case .guidanceSlip, .refusal, .inspectionNotice, .approval, .denial, .handOver: []
            }
        guard !contents.isEmpty else { return [] }
        return PaperMakingReducer.make(
            PaperPlan([], contents, done: Phrases.Papers.madeAlone), &state, stamp, desk)
    }
}
