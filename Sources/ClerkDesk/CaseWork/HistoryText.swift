import CaseDomain
import ChecklistRules

/// 办理过程 in words, one event a line.
enum HistoryText {
    /// - Parameter checklist: the one that judges the case, whose names the clerk knows; nil where there is none.
    static func lines(of history: [CaseEvent], checklist: Checklist?, desk: Desk) -> [String] {
        history.map { event in
            let at = event.stamp.at
            let by = desk.name(of: event.stamp.by)
            return "\(at.date) \(at.clock)  \(by)  \(words(for: event.payload, checklist, desk))"
        }
    }

    static func words(for payload: CaseEvent.Payload, _ checklist: Checklist?, _ desk: Desk) -> String {
        switch payload {
        case .received(let receipt):
            let signature = receipt.signature.map { desk.say(Phrases.Filing.historySigned, ["holder": $0.holder]) }
            return desk.say(Phrases.History.received, ["window": receipt.window]) + (signature ?? "")
        case .particularsChanged:
            return desk.say(Phrases.History.particularsChanged)
        case .materialRecorded(let record):
            let verdict = desk.say(record.how.phrase)
            let failed = record.checks.failed.count
            let defects = failed > 0 ? desk.say(Phrases.History.defects, ["count": String(failed)]) : ""
            return "\(name(of: record.material, checklist, desk)): \(verdict)\(defects)"
        case .materialCleared(let material):
            return desk.say(Phrases.History.cleared, ["material": name(of: material, checklist, desk)])
        case .noticeIssued(let notice):
            return desk.say(
                Phrases.History.noticeIssued,
                ["number": notice.number.text, "round": String(notice.round), "count": String(notice.items.count)])
        case .correctionReceived(let materials):
            return desk.say(Phrases.History.correctionReceived, ["count": String(materials.count)])
        case .accepted(let acceptance):
            return desk.say(Phrases.History.accepted, ["date": acceptance.on.description])
        case .routed(let route):
            return desk.say(Phrases.History.routed, ["to": route.to])
        case .withdrawn(let reason):
            return desk.say(Phrases.History.withdrawn, ["reason": reason])
        case .identityRevealed:
            return desk.say(Phrases.History.identityRevealed)
        case .clockStopped(let reason, let note):
            return desk.say(Phrases.Clocks.historyStopped, ["reason": desk.say(reason.phrase), "note": note])
        case .clockResumed(let note):
            return desk.say(Phrases.Clocks.historyResumed, ["note": note])
        case .termExtended(let granted):
            return desk.say(
                Phrases.Clocks.historyExtended,
                ["days": String(granted.days), "by": granted.approvedBy, "reason": granted.reason])
        case .ineligible(let record):
            let values: KeyValuePairs = ["name": record.name, "until": record.until.description]
            return desk.say(Phrases.History.ineligible, values)
        case .eligibilityRestored:
            return desk.say(Phrases.History.eligibilityRestored)
        case .cardIssued:
            return desk.say(Phrases.History.cardIssued)
        case .bundled(let membership):
            let numbers = membership.members.map(\.number.text).joined(separator: "、")
            return desk.say(Phrases.History.bundled, ["numbers": numbers])
        case .gapsSettled(let materials):
            let names = materials.map { name(of: $0, checklist, desk) }
            return desk.say(Phrases.PaperHistory.gapsSettled, ["materials": names.joined(separator: "、")])
        case .spotCorrected(let correction):
            let what = correction.material.map { name(of: $0, checklist, desk) } ?? desk.say(Phrases.Case.application)
            return desk.say(
                Phrases.PaperHistory.spotCorrected,
                ["what": what, "change": correction.change, "by": correction.signedBy])
        case .paperIssued, .noticeWithdrawn, .served, .correctionExtended, .abandoned, .refused, .lateFindingRecorded,
            .released, .visitAnswered, .gapsPromised, .messageQueued, .messageSettled:
            return PaperHistoryText.words(for: payload, desk)
        case .life(let event): return LifeHistoryText.words(for: event, LifeNames(checklist, desk))
        }
    }

    /// A material by the name that its own checklist gives it; one that this doesn't ask for, by the name in some other.
    static func name(of material: Material, _ own: Checklist?, _ desk: Desk) -> String {
        for checklist in [own].compactMap({ $0 }) + desk.rules.book().checklists {
            guard let requirement = checklist.requirement(for: material) else { continue }
            return desk.language == .zh ? requirement.name : requirement.english
        }
        return material.id
    }
}

extension MaterialSource {
    var phrase: Phrase {
        switch self {
        case .handedIn: Phrase("已交", "handed in")
        case .retrieved: Phrase("免提交", "retrieved")
        case .promised: Phrase("承诺", "promised")
        case .missing: Phrase("缺", "missing")
        }
    }
}
