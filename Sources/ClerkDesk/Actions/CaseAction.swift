/// A step that is taken too seldom for a key of its own: it is chosen from the list of actions of a case.
package enum CaseAction: String, CaseIterable, Hashable, Sendable {
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
    case inspectionNotice = "inspection-notice"
    case approval, denial
    /// 引导单.
    case referral
    /// 短信: what was sent, and what became of it.
    case messages
    case sendAgain = "send-again"
    case cancelPrint = "cancel-print"
}
