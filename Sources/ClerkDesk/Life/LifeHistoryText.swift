package import CaseDomain
import ChecklistRules

/// Whom and what events name, for whoever tells of them: a desk's screens in its language, the commands in Chinese.
package struct LifeNames {
    fileprivate let language: Language
    fileprivate let staff: Staff
    private let life: LifeCycle
    /// What the checklist of the case calls a material.
    package let material: (Material) -> String

    package init(_ language: Language, _ staff: Staff, _ life: LifeCycle, material: @escaping (Material) -> String) {
        self.language = language
        self.staff = staff
        self.life = life
        self.material = material
    }

    /// As a desk's screens name them.
    ///
    /// - Parameter checklist: the one that judges the case; nil where there is none.
    init(_ checklist: Checklist?, _ desk: Desk) {
        self.init(desk.language, desk.office.staff, desk.rules.book().life) { material in
            HistoryText.name(of: material, checklist, desk)
        }
    }

    /// A step as the table of a case's life calls it.
    fileprivate func step(_ step: CaseStep) -> String {
        let rule = life.rule(for: step)
        return (language == .zh ? rule?.name : rule?.english) ?? step.id
    }

    fileprivate func say(_ phrase: Phrase) -> String { phrase.text(language) }

    fileprivate func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
        phrase.text(language, values)
    }
}

/// What happened to a case after its acceptance, in words: on screen, in `show`, in a case's archive and in the log's story.
package enum LifeHistoryText {
    package static func words(for event: LifeEvent, _ names: LifeNames) -> String {
        typealias Words = Phrases.Life
        func people(_ accounts: [ClerkID]) -> String {
            accounts.map { names.staff.name(of: $0) }.joined(separator: "、")
        }
        switch event {
        case .dispatched(let dispatch):
            return names.say(
                Words.dispatched,
                [
                    "mode": names.say(dispatch.mode.phrase),
                    "people": ([people(dispatch.inspectors)] + dispatch.departments).joined(separator: "、"),
                    "date": dispatch.promisedBy.description,
                ]) + (dispatch.visit == nil ? "" : names.say(Words.joint))
        case .recalled(let recall): return names.say(Words.recalled, ["reason": recall.reason])
        case .waived(let waiver): return names.say(Words.waived, ["reason": waiver.reason])
        case .booked(let appointment):
            return names.say(
                Words.booked,
                ["date": appointment.at.date.description, "time": appointment.at.clock, "code": appointment.code])
        case .handed(let handover):
            return names.say(
                Words.handed,
                [
                    "papers": handover.materials.map(names.material).joined(separator: "、"), "from": handover.from,
                    "to": handover.to,
                ])
        case .inspected(let outcome):
            return names.say(
                Words.inspected,
                [
                    "mode": names.say(outcome.mode.phrase), "result": names.say(outcome.result.phrase),
                    "words": outcome.words,
                ])
        case .reviewed(let review):
            return names.say(
                review.proposesApproval ? Words.reviewedFor : Words.reviewedAgainst, ["words": review.words])
        case .sentBack(let reason): return names.say(Words.sentBack, ["reason": reason])
        case .decided(let decision):
            return names.say(
                Words.decided,
                [
                    "outcome": names.say(decision.outcome.phrase), "date": decision.on.description,
                    "by": names.staff.name(of: decision.decidedBy),
                ])
        case .licensed(let licence): return names.say(Words.licensed, ["number": licence.number])
        case .deliveryPlanned(let plan): return names.say(Words.deliveryPlanned, ["mode": names.say(plan.mode.phrase)])
        case .delivered(let delivery):
            return names.say(
                Words.delivered,
                [
                    "mode": names.say(delivery.mode.phrase), "date": delivery.on.description,
                    "by": delivery.receivedBy.isEmpty ? delivery.tracking : delivery.receivedBy,
                ])
        case .archived(let archiving): return names.say(Words.archived, ["reference": archiving.reference])
        case .reassigned(let assignment):
            return names.say(
                Words.reassigned,
                [
                    "to": names.staff.name(of: assignment.to), "window": assignment.window,
                    "reason": assignment.reason,
                ])
        case .rated(let rating):
            return names.say(Words.rated, ["level": names.say(rating.level.phrase)])
                + (rating.words.isEmpty ? "" : names.say(Words.noted, ["words": rating.words]))
        case .ratingAnswered(let answer):
            return names.say(answer.isSettled ? Words.ratingSettled : Words.ratingAnswered, ["words": answer.words])
        case .expiryContacted(let contact):
            return names.say(
                Words.expiryContacted,
                ["channel": names.say(contact.channel.phrase), "answer": names.say(contact.answer.phrase)])
                + (contact.words.isEmpty ? "" : names.say(Words.noted, ["words": contact.words]))
        case .licenceEnded(let ending):
            return names.say(Words.licenceEnded, ["reason": names.say(ending.reason.phrase)])
                + (ending.words.isEmpty ? "" : names.say(Words.noted, ["words": ending.words]))
        case .lookExplained(let reason): return names.say(Words.lookExplained, ["reason": reason])
        case .attemptRefused(let attempt): return names.say(Words.attemptRefused, ["step": names.step(attempt.step)])
        case .covered(let cover):
            return names.say(
                Phrases.Authority.covered,
                ["name": names.staff.name(of: cover.colleague), "step": names.step(cover.step)])
        }
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
