import CaseDomain
import CaseFormat

/// What happened to a case after its acceptance, as members of an event's object.
enum LifeEventJSON {
    static func write(_ event: LifeEvent, to json: inout JSONText) {
        json.member("event", event.kind)
        switch event {
        case .dispatched(let dispatch):
            json.member("mode", dispatch.mode.id)
            json.key("inspectors")
            json.strings(dispatch.inspectors.map(\.text))
            json.key("departments")
            json.strings(dispatch.departments)
            json.nullable("visit", dispatch.visit)
            json.key("collects")
            json.strings(dispatch.collects.map(\.id))
            json.member("promisedBy", dispatch.promisedBy.description)
            json.nullable("plannedFor", dispatch.plannedFor?.description)
        case .recalled(let recall): json.member("reason", recall.reason)
        case .waived(let waiver):
            json.member("reason", waiver.reason)
            json.member("basis", waiver.basis.citation)
        case .booked(let appointment):
            json.member("on", appointment.at.date.description)
            json.member("at", appointment.at.clock)
            json.member("code", appointment.code)
        case .handed(let handover):
            json.member("direction", handover.direction.id)
            json.key("materials")
            json.strings(handover.materials.map(\.id))
        case .inspected(let outcome):
            json.member("result", outcome.result.id)
            json.member("mode", outcome.mode.id)
            json.member("on", outcome.on.description)
            json.nullable("rectifyBy", outcome.rectifyBy?.description)
            json.key("collected")
            json.strings(outcome.collected.map(\.id))
        case .reviewed(let review): json.member("proposesApproval", review.proposesApproval)
        case .sentBack(let reason): json.member("reason", reason)
        case .decided(let decision):
            json.member("outcome", decision.outcome.id)
            json.member("on", decision.on.description)
            json.member("reviewedBy", decision.reviewedBy.text)
            json.member("decidedBy", decision.decidedBy.text)
            json.member("level", decision.level)
        default: writeAftercare(event, to: &json)
        }
    }

    private static func writeAftercare(_ event: LifeEvent, to json: inout JSONText) {
        switch event {
        case .licensed(let licence):
            json.member("number", licence.number)
            json.member("issuedOn", licence.issuedOn.description)
            json.nullable("expiresOn", licence.expiresOn?.description)
            json.member("electronic", licence.isElectronic)
        case .deliveryPlanned(let plan): json.member("mode", plan.mode.id)
        case .delivered(let delivery):
            json.member("mode", delivery.mode.id)
            json.member("on", delivery.on.description)
            json.member("tracking", delivery.tracking)
        case .archived(let archiving): json.member("reference", archiving.reference)
        case .reassigned(let assignment):
            json.member("to", assignment.to.text)
            json.member("window", assignment.window)
            json.member("reason", assignment.reason)
        case .rated(let rating): json.member("level", rating.level.id)
        case .ratingAnswered(let answer): json.member("settled", answer.isSettled)
        case .expiryContacted(let contact):
            json.member("channel", contact.channel.id)
            json.member("answer", contact.answer.id)
        case .licenceEnded(let ending): json.member("reason", ending.reason.id)
        case .attemptRefused(let attempt):
            json.member("step", attempt.step.id)
            json.member("ground", attempt.ground)
        case .lookExplained(let reason): json.member("reason", reason)
        case .covered(let cover):
            json.member("colleague", cover.colleague.text)
            json.member("step", cover.step.id)
        default: break
        }
    }
}
