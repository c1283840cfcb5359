import CaseDomain
import ClerkDesk

/// What happened to the papers of a case, in words.
enum PaperHistoryWords {
    static func words(for payload: CaseEvent.Payload) -> String {
        switch payload {
        case .paperIssued(let paper): return "制发\(paper.kind.phrase.text(.zh)) \(paper.number?.text ?? "")"
        case .noticeWithdrawn(let withdrawal): return "撤回告知书 \(withdrawal.number.text)（\(withdrawal.reason)）"
        case .served(let service):
            let signed = service.signedBy.isEmpty ? service.refusal : service.signedBy
            return "送达 \(service.document.text)：\(service.manner.phrase.text(.zh))，\(service.on)，\(signed)"
        case .correctionExtended(let grant):
            return "\(grant.number.text) 的补正期限延至 \(grant.until)（\(grant.reason)）"
        case .abandoned(let abandonment): return "\(abandonment.number.text) 逾期未补正，视为放弃（\(abandonment.words)）"
        case .refused(let refusal): return "不予受理：\(refusal.ground.phrase.text(.zh))（\(refusal.reason)）"
        case .lateFindingRecorded(let finding):
            let reason = finding.reason.phrase.text(.zh)
            return "漏告知：第\(finding.round)次告知新增\(finding.items.count)处，\(reason)，责任人\(finding.owner)"
        case .released(let release):
            return "放行\(release.scope.phrase.text(.zh))（第\(release.round)次）：\(release.by)，\(release.words)"
        case .visitAnswered(let visit):
            return visit.on.map { "约定上门指导 \($0)（\(visit.visitor)）" } ?? "不需要上门指导（\(visit.note)）"
        case .gapsPromised(let promise):
            let gaps = promise.gaps.map { "\($0.name) \($0.dueOn)" }.joined(separator: "、")
            return "容缺承诺：\(gaps)（\(promise.promisedBy)签字）"
        case .messageQueued(let message): return "短信待发：\(message.occasion.phrase.text(.zh))"
        case .messageSettled(let settlement):
            return "短信\(settlement.outcome.phrase.text(.zh))：\(settlement.detail)"
        default: return ""
        }
    }
}
