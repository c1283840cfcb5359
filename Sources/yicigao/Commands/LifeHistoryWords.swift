import CaseDomain
import ClerkDesk

/// What happened to a case after its acceptance, in words.
enum LifeHistoryWords {
    static func words(for event: LifeEvent, name: (Material) -> String) -> String {
        func people(_ accounts: [ClerkID]) -> String { accounts.map(\.text).joined(separator: "、") }
        switch event {
        case .dispatched(let dispatch):
            let who = ([people(dispatch.inspectors)] + dispatch.departments).joined(separator: "、")
            let joint = dispatch.visit == nil ? "" : "（一次勘验）"
            return "分派核查：\(dispatch.mode.phrase.text(.zh))，\(who)，\(dispatch.promisedBy)前\(joint)"
        case .recalled(let recall): return "撤回分派（\(recall.reason)）"
        case .waived(let waiver): return "免于核查（\(waiver.reason)）"
        case .booked(let appointment):
            return "预约视频核查 \(appointment.at.date) \(appointment.at.clock)，口令\(appointment.code)"
        case .handed(let handover):
            return "材料交接：\(handover.materials.map(name).joined(separator: "、"))，\(handover.from)交\(handover.to)"
        case .inspected(let outcome):
            return "核查\(outcome.result.phrase.text(.zh))（\(outcome.mode.phrase.text(.zh))）：\(outcome.words)"
        case .reviewed(let review): return "审核：拟\(review.proposesApproval ? "准予" : "不予")（\(review.words)）"
        case .sentBack(let reason): return "退回审核（\(reason)）"
        case .decided(let decision):
            return "\(decision.outcome.phrase.text(.zh))，\(decision.on)，\(decision.decidedBy.text)决定"
        case .licensed(let licence): return "发证 \(licence.number)"
        case .deliveryPlanned(let plan): return "送达方式：\(plan.mode.phrase.text(.zh))"
        case .delivered(let delivery):
            let taker = delivery.receivedBy.isEmpty ? delivery.tracking : delivery.receivedBy
            return "证照送达：\(delivery.mode.phrase.text(.zh))，\(delivery.on)，\(taker)"
        case .archived(let archiving): return "归档 \(archiving.reference)"
        case .reassigned(let assignment):
            return "转办给 \(assignment.to.text)，窗口\(assignment.window)（\(assignment.reason)）"
        case .rated(let rating): return "评价：\(rating.level.phrase.text(.zh))"
        case .ratingAnswered(let answer): return "差评\(answer.isSettled ? "整改完成" : "回访")：\(answer.words)"
        case .expiryContacted(let contact):
            return "到期提醒（\(contact.channel.phrase.text(.zh))）：\(contact.answer.phrase.text(.zh))"
        case .licenceEnded(let ending): return "不再提醒：\(ending.reason.phrase.text(.zh))"
        case .covered(let cover): return "代\(cover.colleague.text)办理：\(cover.step.id)"
        case .attemptRefused(let attempt): return "无权办理，已拒绝：\(attempt.step.id)"
        case .lookExplained(let reason): return "说明查看证件号码的理由：\(reason)"
        }
    }
}
