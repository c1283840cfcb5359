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
    /// 容缺清单.
    case gaps
    /// 容缺补齐.
    case settleGaps = "settle-gaps"
}
