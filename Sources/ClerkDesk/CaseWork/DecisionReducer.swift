import CaseDomain
import ChecklistRules
import ScreenKit

/// Steps that end something: they are asked for with one key and confirmed with another.
enum DecisionReducer {
    static func ask(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let work = state.work, let file = work.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        // A decision is made on what is in the case, not on what is only typed.
        if intent == .accept || intent == .route, work.form.isDirty { return CaseReducer.refuseUnsaved(&state, desk) }
        switch intent {
        case .accept: askToAccept(file, work, &state, desk)
        case .route: askToRoute(file, work, &state, desk)
        case .withdraw: askToWithdraw(file, &state, desk)
        case .returnPapers: ReturnReducer.ask(work, &state, desk)
        default: break
        }
        return []
    }

    private static func ask(
        _ title: Phrase, _ lines: [String], _ answer: Question.Answer, _ state: inout DeskState, _ desk: Desk
    ) {
        let question = Question(title: desk.say(title), lines: lines, answer: answer)
        guard case .accept(let acceptance) = answer else {
            state.modal = .question(question)
            return
        }
        state.modal = .question(
            MessageReducer.offering(question, after: [.accepted(acceptance: acceptance)], state, desk))
    }

    /// 受理. After the five days it is not a choice any more: the case counts as accepted from the day of receipt.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)、(五)项.
    private static func askToAccept(
        _ file: CaseFile, _ work: CaseWork, _ state: inout DeskState, _ desk: Desk
    ) {
        guard case .checking = file.phase else {
            // A stall that counts as accepted still gets its card.
            if case .accepted = file.phase, file.card == nil, let checklist = CaseSheet(work, desk).checklist,
                checklist.conclusion == .card
            {
                CardReducer.ask(file, checklist, &state, desk)
                return
            }
            state.refuse(Phrases.Case.notChecking, desk)
            return
        }
        if CaseClockFace(file, today: state.today, desk: desk).state == .deemedAccepted {
            let acceptance = Acceptance(on: file.submittedOn, gaps: [])
            let lines = [desk.say(Phrases.Case.acceptDeemed, ["date": file.submittedOn.description])]
            ask(Phrases.Case.acceptTitle, lines, .accept(acceptance), &state, desk)
            return
        }
        // A case deemed accepted is so by law, whoever applied; it is refused by the decision then.
        if EligibilityReducer.stops(file, &state, desk) { return }
        let sheet = CaseSheet(work, desk)
        switch sheet.evaluation.outcome {
        case .route:
            state.refuse(Phrases.Case.isRouted, desk)
        case .undetermined:
            CaseReducer.jumpToOpen(&state, desk, fromTop: true)
            state.refuse(Phrases.Case.stillOpen, desk, ["count": String(sheet.openCount)])
        case .correct:
            let key = desk.keymap.label(for: .notice, in: .checklist) ?? ""
            state.refuse(Phrases.Case.mustCorrect, desk, ["key": key])
        case .accept, .acceptWithGaps:
            guard let complete = complete(sheet.evaluation), let checklist = sheet.checklist else {
                state.refuse(Phrases.Case.noChecklist, desk)
                return
            }
            if checklist.conclusion == .card {
                if complete.gaps.isEmpty {
                    CardReducer.ask(file, checklist, &state, desk)
                } else {
                    state.refuse(Phrases.Card.noGaps, desk)
                }
                return
            }
            guard complete.gaps.isEmpty else {
                GapReducer.ask(complete.gaps, file, checklist, &state, desk)
                return
            }
            ask(
                Phrases.Case.acceptTitle, [desk.say(checklist.conclusion.question)],
                .accept(Acceptance(on: state.today, gaps: [])), &state, desk)
        }
    }

    private static func askToRoute(
        _ file: CaseFile, _ work: CaseWork, _ state: inout DeskState, _ desk: Desk
    ) {
        guard case .checking = file.phase else {
            state.refuse(Phrases.Case.notChecking, desk)
            return
        }
        guard let route = CaseSheet(work, desk).evaluation.route else {
            state.refuse(Phrases.Case.notRouted, desk)
            return
        }
        ask(
            Phrases.Case.routeTitle, [route.text, route.basis.citation],
            .route(RouteTaken(to: route.to.id, basis: route.basis)), &state, desk)
    }

    /// Until the decision the applicant may have the application back.
    private static func askToWithdraw(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        if let why = file.isClosed ? Phrases.Case.notOpen : LifeGate.why(.withdraw, file, state, desk) {
            state.refuse(why, desk)
            return
        }
        ask(Phrases.Case.withdrawTitle, [desk.say(Phrases.Case.withdrawAsk)], .withdraw, &state, desk)
    }
}

/// The evaluation as something that can be decided on; nil while a line is open.
func complete(_ evaluation: Evaluation) -> CompleteEvaluation? {
    do throws(IncompleteEvaluation) {
        return try evaluation.completed()
    } catch {
        return nil
    }
}

extension Checklist.Conclusion {
    /// What the clerk is asked where everything is in order.
    fileprivate var question: Phrase {
        switch self {
        case .decision, .card: Phrases.Case.acceptComplete
        case .filing: Phrases.Case.acceptFiling
        case .note: Phrases.Case.acceptNote
        }
    }
}
