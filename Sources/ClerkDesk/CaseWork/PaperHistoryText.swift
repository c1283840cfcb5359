import CaseDomain

/// What happened to the papers of a case, in words.
enum PaperHistoryText {
    static func words(for payload: CaseEvent.Payload, _ desk: Desk) -> String {
        typealias Words = Phrases.PaperHistory
        switch payload {
        case .paperIssued(let paper):
            return desk.say(
                Words.paperIssued, ["paper": desk.say(paper.kind.phrase), "number": paper.number?.text ?? ""])
        case .noticeWithdrawn(let withdrawal):
            return desk.say(
                Words.noticeWithdrawn, ["number": withdrawal.number.text, "reason": withdrawal.reason])
        case .served(let service):
            let signed = service.signedBy.isEmpty ? service.refusal : service.signedBy
            return desk.say(
                Words.served,
                [
                    "number": service.document.text, "manner": desk.say(service.manner.phrase), "signed": signed,
                    "date": service.on.description,
                ])
        case .correctionExtended(let grant):
            return desk.say(
                Words.correctionExtended,
                ["number": grant.number.text, "date": grant.until.description, "reason": grant.reason])
        case .abandoned(let abandonment):
            return desk.say(Words.abandoned, ["number": abandonment.number.text, "words": abandonment.words])
        case .refused(let refusal):
            return desk.say(Words.refused, ["ground": desk.say(refusal.ground.phrase), "reason": refusal.reason])
        case .lateFindingRecorded(let finding):
            return desk.say(
                Words.lateFinding,
                [
                    "round": String(finding.round), "count": String(finding.items.count),
                    "reason": desk.say(finding.reason.phrase), "owner": finding.owner,
                ])
        case .released(let release):
            return desk.say(
                Words.released,
                [
                    "scope": desk.say(release.scope.phrase), "round": String(release.round), "by": release.by,
                    "words": release.words,
                ])
        case .visitAnswered(let visit):
            guard let day = visit.on else { return desk.say(Words.visitDeclined, ["note": visit.note]) }
            return desk.say(Words.visitBooked, ["date": day.description, "by": visit.visitor])
        case .gapsPromised(let promise):
            let gaps = promise.gaps.map { "\($0.name) \($0.dueOn)" }
            return desk.say(Words.gapsPromised, ["gaps": gaps.joined(separator: "、"), "by": promise.promisedBy])
        case .messageQueued(let message):
            return desk.say(Words.messageQueued, ["occasion": desk.say(message.occasion.phrase)])
        case .messageSettled(let settlement):
            return desk.say(
                Words.messageSettled,
                ["outcome": desk.say(settlement.outcome.phrase), "detail": settlement.detail])
        default: return ""
        }
    }
}
