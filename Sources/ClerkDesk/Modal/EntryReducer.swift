import CaseDomain
import ScreenKit

/// What keys do in an entry.
enum EntryReducer {
    static func perform(
        _ intent: DeskIntent, _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = entry
        if entry.isTyping, let edit = intent.cursorMove {
            entry.edit(edit)
            state.modal = .entry(entry)
            return []
        }
        if intent != .back { entry.settle(today: stamp.at.date, desk) }
        switch intent {
        case .down, .nextField: entry.moveFocus(by: 1)
        case .up, .previousField: entry.moveFocus(by: -1)
        case .right, .toggle: entry.step(by: 1)
        case .left: entry.step(by: -1)
        case .choose where !entry.isOnLastField: entry.moveFocus(by: 1)
        case .choose, .save:
            let effects = finish(entry, &state, stamp, desk)
            MessageReducer.offerWithLicence(&state, desk)
            return effects
        case .back:
            state.modal = nil
            return []
        default: break
        }
        state.modal = .entry(entry)
        return []
    }

    private static func finish(
        _ entry: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch entry.purpose {
        case .demand: return DemandReducer.answer(entry, &state, desk)
        case .eligibility(let bars): return EligibilityReducer.record(entry, bars, &state, stamp, desk)
        case .card: return CardReducer.issue(entry, &state, stamp, desk)
        case .stopClock, .resumeClock, .extendTerm:
            ClockReducer.confirm(entry, &state, desk)
        case .moreTime: CorrectionTermReducer.confirmTime(entry, &state, desk)
        case .abandon: CorrectionTermReducer.confirmAbandonment(entry, &state, desk)
        case .withdrawNotice: NoticeWithdrawalReducer.confirm(entry, &state, desk)
        case .countersign(let plan): return PaperMakingReducer.countersign(entry, plan, &state, stamp, desk)
        case .refusal(let grounds): return RefusalReducer.refuse(entry, grounds, &state, stamp, desk)
        case .approval: return DecisionPaperReducer.approve(entry, &state, stamp, desk)
        case .denial: return DecisionPaperReducer.deny(entry, &state, stamp, desk)
        case .service(let number): return ServiceReducer.record(entry, number, &state, stamp, desk)
        case .print(let paper, let names): return PrintReducer.order(entry, paper, names, &state, desk)
        case .visit(let round): return VisitReducer.record(entry, round: round, &state, stamp, desk)
        case .lateFinding(let items): return LateFindingReducer.record(entry, items, &state, stamp, desk)
        case .release(let scope, let round):
            return ReleaseReducer.record(entry, scope, round: round, &state, stamp, desk)
        case .spot(let findings): return SpotReducer.record(entry, findings, &state, stamp, desk)
        case .saveView: return ViewReducer.save(entry, renaming: nil, &state, desk)
        case .renameView(let name): return ViewReducer.save(entry, renaming: name, &state, desk)
        case .abandonMany: return BulkReducer.abandon(entry, &state, desk)
        case .gaps(let gaps): GapReducer.confirm(entry, gaps, &state, desk)
        case .absence(let people): return AbsenceReducer.record(entry, people, &state, stamp, desk)
        case .dispatch(let modes): DispatchReducer.choosePeople(entry, modes, &state, desk)
        case .recallInspection(let cases): return RecallReducer.recall(entry, cases, &state, stamp, desk)
        case .bookVideo: return VideoBookingReducer.book(entry, &state, stamp, desk)
        case .inspectionOutcome(let cases): return InspectionOutcomeReducer.record(entry, cases, &state, desk)
        case .handOver(let directions): HandOverReducer.choosePapers(entry, directions, &state, desk)
        case .signFiling(let receipt): return FilingReducer.sign(entry, receipt, &state, stamp, desk)
        case .appointment(let kind, let region):
            return TicketIntake.book(entry, kind: kind, region: region, &state, stamp, desk)
        case .reassign(let rows, let people, let windows):
            return ReassignReducer.begin(entry, rows, to: people, windows, &state, desk)
        case .figureDays: return FigureReducer.chooseDays(entry, &state, desk)
        case .figureSpan(let lengths): return FigureReducer.chooseSpan(entry, lengths, &state, desk)
        case .aftercare(let what): return AftercareReducer.finish(what, entry, &state, stamp, desk)
        case .waive(let waivers): return LifeActionReducer.waive(entry, waivers, &state, stamp)
        case .review: return LifeActionReducer.review(entry, &state, stamp, desk)
        case .sendBack: return LifeActionReducer.sendBack(entry, &state, stamp, desk)
        case .license: return LicenceReducer.license(entry, &state, stamp, desk)
        case .archive: return LifeActionReducer.archive(entry, &state, stamp, desk)
        }
        return []
    }
}
