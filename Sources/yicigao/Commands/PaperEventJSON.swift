import CaseDomain
import CaseFormat

/// What happened to the papers of a case, as members of an event's object.
enum PaperEventJSON {
    static func write(_ payload: CaseEvent.Payload, to json: inout JSONText) {
        switch payload {
        case .paperIssued(let paper):
            json.member("event", "paper-issued")
            json.member("paper", paper.kind.id)
            json.nullable("number", paper.number?.text)
        case .spotCorrected(let correction):
            json.member("event", "spot-corrected")
            json.member("material", correction.material?.id ?? "application")
            json.member("defect", correction.defect)
            json.member("change", correction.change)
            json.member("on", correction.on.description)
        case .noticeWithdrawn(let withdrawal):
            json.member("event", "notice-withdrawn")
            json.member("number", withdrawal.number.text)
            json.member("reason", withdrawal.reason)
        case .served(let service):
            json.member("event", "served")
            json.member("number", service.document.text)
            json.member("manner", service.manner.id)
            json.member("on", service.on.description)
            json.member("signed", !service.signedBy.isEmpty)
        case .correctionExtended(let grant):
            json.member("event", "correction-extended")
            json.member("number", grant.number.text)
            json.member("until", grant.until.description)
            json.member("reason", grant.reason)
        case .abandoned(let abandonment):
            json.member("event", "abandoned")
            json.member("number", abandonment.number.text)
            json.nullable("deadline", abandonment.deadline?.description)
        case .refused(let refusal):
            json.member("event", "refused")
            json.member("ground", refusal.ground.id)
            json.member("basis", refusal.basis.citation)
        case .gapsPromised(let promise):
            json.member("event", "gaps-promised")
            json.key("gaps")
            json.beginArray()
            for gap in promise.gaps {
                json.beginObject()
                json.member("material", gap.material.id)
                json.member("dueOn", gap.dueOn.description)
                json.endObject()
            }
            json.endArray()
        case .gapsSettled(let materials):
            json.member("event", "gaps-settled")
            json.key("materials")
            json.strings(materials.map(\.id))
        default: writeRound(payload, to: &json)
        }
    }

    private static func writeRound(_ payload: CaseEvent.Payload, to json: inout JSONText) {
        switch payload {
        case .lateFindingRecorded(let finding):
            json.member("event", "late-finding-recorded")
            json.member("round", finding.round)
            json.member("reason", finding.reason.id)
            json.key("items")
            json.beginArray()
            for item in finding.items {
                json.beginObject()
                json.member("material", item.material?.id ?? "application")
                json.member("defect", item.defect)
                json.endObject()
            }
            json.endArray()
        case .released(let release):
            json.member("event", "released")
            json.member("scope", release.scope.id)
            json.member("round", release.round)
            json.member("by", release.by)
            json.member("words", release.words)
        case .visitAnswered(let visit):
            json.member("event", "visit-answered")
            json.member("round", visit.round)
            json.nullable("on", visit.on?.description)
        case .messageQueued(let message):
            json.member("event", "message-queued")
            json.member("message", message.id)
            json.member("occasion", message.occasion.id)
        case .messageSettled(let settlement):
            json.member("event", "message-settled")
            json.member("message", settlement.id)
            json.member("outcome", settlement.outcome.id)
        default: break
        }
    }
}
