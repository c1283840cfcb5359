import CaseDomain
import ScreenKit

/// 更多: the actions of a case in one list. What can't be done now stands there too, and says why.
enum ActionReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        let options = CaseAction.allCases.map { action in
            FormOption(id: action.rawValue, label: action.phrase, barred: why(action, file, state, desk))
        }
        // What can be done comes first, and before all what leads on: the list is longer than a small screen.
        let next = NextStep.rule(file, today: state.today, desk)?.step
        let rank = { (option: FormOption) in
            if option.barred != nil { return 2 }
            return next != nil && CaseAction(rawValue: option.id)?.step == next ? 0 : 1
        }
        let sorted = (0...2).flatMap { place in options.filter { rank($0) == place } }
        state.modal = .picker(Picker(purpose: .action, options: sorted, takesMany: false, chosen: []))
        return []
    }

    /// Why an action can't be taken with a case now; nil where it can.
    static func why(_ action: CaseAction, _ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = action.step.flatMap({ LifeGate.whyRole($0, file, state, desk) }) { return why }
        return whyNow(action, file, state, desk)
    }

    private static func whyNow(_ action: CaseAction, _ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        switch action {
        case .spotCorrect: SpotReducer.why(file, state, desk)
        case .rounds: file.notices.isEmpty ? Phrases.Rounds.noNotice : nil
        case .visit: VisitReducer.why(file, desk)
        case .lateFinding: LateFindingReducer.why(state, desk)
        case .release: ReleaseReducer.why(state, desk)
        case .moreTime: CorrectionTermReducer.whyNoMoreTime(file)
        case .abandon: CorrectionTermReducer.whyNotAbandoned(file, state.today, desk)
        case .withdrawNotice: NoticeWithdrawalReducer.why(file)
        case .serve: ServiceReducer.why(file, state)
        case .serviceRecord: PaperActionReducer.why(.serviceRecord, file, state, desk)
        case .receipt: PaperActionReducer.why(.receipt, file, state, desk)
        case .refuse: RefusalReducer.why(file, state, desk)
        case .acceptanceNotice: PaperActionReducer.why(.acceptance, file, state, desk)
        case .gapPapers: PaperActionReducer.why(.gapNotice, file, state, desk)
        case .approval: PermitGate.whyNotApproved(file, state, desk)
        case .denial: PermitGate.whyNotDenied(file, state, desk)
        case .referral: PaperActionReducer.why(.referral, file, state, desk)
        case .messages: MessageReducer.whyNoList(file)
        case .sendAgain: MessageReducer.whyNotAgain(file, desk)
        case .cancelPrint: PrintReducer.whyNoCancel(state)
        case .gaps: GapReducer.whyNoList(file)
        case .settleGaps: GapReducer.whyNotSettled(file)
        case .dispatch: DispatchReducer.why(file, state, desk)
        case .recallInspection: LifeGate.why(.recall, file, state, desk)
        case .bookVideo: VideoBookingReducer.why(file, state, desk)
        case .handOver: HandOverReducer.why(file, state, desk)
        case .recordInspection: LifeGate.why(.inspect, file, state, desk)
        case .planDelivery: DeliveryReducer.whyNotPlanned(file, state, desk)
        case .deliver: DeliveryReducer.whyNotDelivered(file, state, desk)
        case .deliverySlip: DeliveryReducer.whyNoSlip(file, desk)
        case .rate: RatingReducer.whyNotRated(file, state, desk)
        case .answerRating: RatingReducer.whyNotAnswered(file, state, desk)
        case .waive: LifeActionReducer.whyNotWaived(file, state, desk)
        case .review: LifeGate.why(.review, file, state, desk)
        case .sendBack: LifeGate.why(.sendBack, file, state, desk)
        case .license: LifeGate.why(.license, file, state, desk)
        case .archive: LifeGate.why(.archive, file, state, desk)
        case .stopNotice: PaperActionReducer.why(.clockStop, file, state, desk)
        case .extensionNotice: PaperActionReducer.why(.termExtension, file, state, desk)
        }
    }

    /// Opens what the action needs; the case may have changed since the list was made, so that it is asked again.
    static func begin(
        _ action: CaseAction, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        // A correction of the form itself is typed before it is recorded.
        guard let work = state.work, let file = work.file, !work.form.isDirty || action == .spotCorrect else {
            return CaseReducer.refuseUnsaved(&state, desk)
        }
        if let why = why(action, file, state, desk) {
            AuthorityReducer.tried(action.step, &state, desk)
            state.refuse(why, desk)
            return []
        }
        switch action {
        case .spotCorrect: SpotReducer.ask(file, &state, desk)
        case .rounds: RoundText.show(&state, desk)
        case .visit: state.modal = .entry(VisitReducer.entry(round: file.round + 1, desk))
        case .lateFinding: LateFindingReducer.ask(file, &state, desk)
        case .release: ReleaseReducer.ask(&state, desk)
        case .moreTime: CorrectionTermReducer.askForTime(file, &state, desk)
        case .abandon: CorrectionTermReducer.askToAbandon(file, &state, desk)
        case .withdrawNotice: NoticeWithdrawalReducer.ask(file, &state, desk)
        case .serve: ServiceReducer.ask(file, &state, desk)
        case .serviceRecord: return PaperActionReducer.make(.serviceRecord, &state, stamp, desk)
        case .receipt: return PaperActionReducer.make(.receipt, &state, stamp, desk)
        case .refuse: RefusalReducer.ask(file, &state, desk)
        case .acceptanceNotice: return PaperActionReducer.make(.acceptance, &state, stamp, desk)
        case .gapPapers: return PaperActionReducer.make(.gapNotice, &state, stamp, desk)
        case .approval: DecisionPaperReducer.askForApproval(file, &state, desk)
        case .denial: DecisionPaperReducer.askForDenial(file, &state, desk)
        case .referral: return PaperActionReducer.make(.referral, &state, stamp, desk)
        case .messages: MessageReducer.list(file, &state, desk)
        case .sendAgain: MessageReducer.askAgain(file, &state, desk)
        case .cancelPrint: return PrintReducer.cancel(&state)
        case .gaps: GapReducer.showList(file, &state, desk)
        case .settleGaps: GapReducer.askToSettle(file, &state, desk)
        case .dispatch: return InspectionReducer.prepare(.dispatch, file.number, &state, desk)
        case .recallInspection: return InspectionReducer.prepare(.recall, file.number, &state, desk)
        case .bookVideo: return InspectionReducer.prepare(.book, file.number, &state, desk)
        case .handOver: HandOverReducer.ask(file, &state, desk)
        case .recordInspection: return InspectionReducer.prepare(.inspect, file.number, &state, desk)
        case .planDelivery: DeliveryReducer.askForPlan(file, &state, desk)
        case .deliver: DeliveryReducer.ask(file, &state, desk)
        case .deliverySlip: return DeliveryReducer.makeSlip(&state, stamp, desk)
        case .rate: RatingReducer.ask(file, &state, desk)
        case .answerRating: RatingReducer.askToAnswer(file, &state, desk)
        case .waive: LifeActionReducer.askToWaive(file, &state, desk)
        case .review: LifeActionReducer.askToReview(file, &state, desk)
        case .sendBack: LifeActionReducer.askToSendBack(file, &state, desk)
        case .license: LicenceReducer.ask(file, &state, desk)
        case .archive: LifeActionReducer.askToArchive(file, &state, desk)
        case .stopNotice: return PaperActionReducer.make(.clockStop, &state, stamp, desk)
        case .extensionNotice: return PaperActionReducer.make(.termExtension, &state, stamp, desk)
        }
        return []
    }
}
