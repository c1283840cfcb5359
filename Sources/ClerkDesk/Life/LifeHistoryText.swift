import CaseDomain
import ChecklistRules

/// What happened to a case after its acceptance, in words.
enum LifeHistoryText {
    static func words(for event: LifeEvent, _ checklist: Checklist?, _ desk: Desk) -> String {
        typealias Words = Phrases.Life
        func people(_ accounts: [ClerkID]) -> String {
            accounts.map { desk.office.staff.name(of: $0) }.joined(separator: "、")
        }
        func papers(_ materials: [Material]) -> String {
            materials.map { HistoryText.name(of: $0, checklist, desk) }.joined(separator: "、")
        }
        switch event {
        case .dispatched(let dispatch):
            return desk.say(
                Words.dispatched,
                [
                    "mode": desk.say(dispatch.mode.phrase),
                    "people": ([people(dispatch.inspectors)] + dispatch.departments).joined(separator: "、"),
                    "date": dispatch.promisedBy.description,
                ]) + (dispatch.visit == nil ? "" : desk.say(Words.joint))
        case .recalled(let recall): return desk.say(Words.recalled, ["reason": recall.reason])
        case .waived(let waiver): return desk.say(Words.waived, ["reason": waiver.reason])
        case .booked(let appointment):
            return desk.say(
                Words.booked,
                ["date": appointment.at.date.description, "time": appointment.at.clock, "code": appointment.code])
        case .handed(let handover):
            return desk.say(
                Words.handed,
                ["papers": papers(handover.materials), "from": handover.from, "to": handover.to])
        case .inspected(let outcome):
            return desk.say(
                Words.inspected,
                [
                    "mode": desk.say(outcome.mode.phrase), "result": desk.say(outcome.result.phrase),
                    "words": outcome.words,
                ])
        case .reviewed(let review):
            return desk.say(
                review.proposesApproval ? Words.reviewedFor : Words.reviewedAgainst, ["words": review.words])
        case .sentBack(let reason): return desk.say(Words.sentBack, ["reason": reason])
        case .decided(let decision):
            return desk.say(
                Words.decided,
                [
                    "outcome": desk.say(decision.outcome.phrase), "date": decision.on.description,
                    "by": desk.office.staff.name(of: decision.decidedBy),
                ])
        case .licensed(let licence): return desk.say(Words.licensed, ["number": licence.number])
        case .deliveryPlanned(let plan): return desk.say(Words.deliveryPlanned, ["mode": desk.say(plan.mode.phrase)])
        case .delivered(let delivery):
            return desk.say(
                Words.delivered,
                [
                    "mode": desk.say(delivery.mode.phrase), "date": delivery.on.description,
                    "by": delivery.receivedBy.isEmpty ? delivery.tracking : delivery.receivedBy,
                ])
        case .archived(let archiving): return desk.say(Words.archived, ["reference": archiving.reference])
        case .reassigned(let assignment):
            return desk.say(
                Words.reassigned,
                [
                    "to": desk.office.staff.name(of: assignment.to), "window": assignment.window,
                    "reason": assignment.reason,
                ])
        case .rated(let rating):
            return desk.say(Words.rated, ["level": desk.say(rating.level.phrase)])
                + (rating.words.isEmpty ? "" : desk.say(Words.noted, ["words": rating.words]))
        case .ratingAnswered(let answer):
            return desk.say(answer.isSettled ? Words.ratingSettled : Words.ratingAnswered, ["words": answer.words])
        case .expiryContacted(let contact):
            return desk.say(
                Words.expiryContacted,
                ["channel": desk.say(contact.channel.phrase), "answer": desk.say(contact.answer.phrase)])
                + (contact.words.isEmpty ? "" : desk.say(Words.noted, ["words": contact.words]))
        case .licenceEnded(let ending):
            return desk.say(Words.licenceEnded, ["reason": desk.say(ending.reason.phrase)])
                + (ending.words.isEmpty ? "" : desk.say(Words.noted, ["words": ending.words]))
        case .lookExplained(let reason): return desk.say(Words.lookExplained, ["reason": reason])
        case .attemptRefused(let attempt): return desk.say(Words.attemptRefused, ["step": name(attempt.step, desk)])
        case .covered(let cover):
            return desk.say(
                Phrases.Authority.covered,
                ["name": desk.office.staff.name(of: cover.colleague), "step": name(cover.step, desk)])
        }
    }

    /// A step as the table of a case's life calls it.
    private static func name(_ step: CaseStep, _ desk: Desk) -> String {
        let rule = desk.rules.book().life.rule(for: step)
        return (desk.language == .zh ? rule?.name : rule?.english) ?? step.id
    }
}

extension LifeEvent {
    /// What the day log counts it as.
    var logKind: DayLogKind {
        switch self {
        case .dispatched, .recalled, .waived, .booked, .handed, .inspected: .inspected
        case .reviewed, .sentBack, .decided: .permitted
        case .licensed, .deliveryPlanned, .delivered, .archived: .licensed
        case .lookExplained: .revealed
        case .reassigned, .attemptRefused, .covered: .authority
        case .rated, .ratingAnswered, .expiryContacted, .licenceEnded: .aftercare
        }
    }
}
