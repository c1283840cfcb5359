/// A step that is taken too seldom for a key of its own: it is chosen from the list of actions of a case.
package enum CaseAction: String, CaseIterable, Hashable, Sendable {
    /// 当场更正.
    case spotCorrect = "spot-correct"
    /// 各轮对照: what was told, and what has become of it.
    case rounds
    /// 上门指导.
    case visit
    /// 漏告知.
    case lateFinding = "late-finding"
    /// 放行.
    case release
    /// More time for a correction.
    case moreTime = "more-time"
    /// 视为放弃.
    case abandon
    /// Taking back the notice that is out.
    case withdrawNotice = "withdraw-notice"
    /// 登记送达 of the paper on the screen.
    case serve
    /// 送达回证 for it.
    case serviceRecord = "service-record"
    /// 收件凭证.
    case receipt
    /// 不予受理.
    case refuse
    /// 受理通知书, where it didn't come with the acceptance.
    case acceptanceNotice = "acceptance-notice"
    /// 容缺受理承诺书 and 通知书.
    case gapPapers = "gap-papers"
    case approval, denial
    /// 引导单.
    case referral
    /// 短信: what was sent, and what became of it.
    case messages
    case sendAgain = "send-again"
    case cancelPrint = "cancel-print"
    /// 容缺清单.
    case gaps
    /// 容缺补齐.
    case settleGaps = "settle-gaps"
    /// 核查: somebody is sent, called back, booked, and reports.
    case dispatch = "dispatch-inspection"
    case recallInspection = "recall-inspection"
    case bookVideo = "book-video"
    /// 材料交接.
    case handOver = "hand-over"
    case recordInspection = "record-inspection"
    /// 送达方式, and 证照送达 with its record.
    case planDelivery = "plan-delivery"
    case deliver
    case deliverySlip = "delivery-slip"
    /// 好差评.
    case rate
    case answerRating = "answer-rating"
    /// 免于核查.
    case waive
    /// 审核, and 退回审核.
    case review
    case sendBack = "send-back"
    /// 发证.
    case license
    /// 归档.
    case archive
    /// 特别程序期限告知书 and 延长期限告知书, where they didn't come with the step.
    case stopNotice = "stop-notice"
    case extensionNotice = "extension-notice"
}
