/// A step that is taken too seldom for a key of its own: it is chosen from the list of actions of a case.
package enum CaseAction: String, CaseIterable, Hashable, Sendable {
    /// More time for a correction.
    case moreTime = "more-time"
    /// 视为放弃.
    case abandon
    /// Taking back the notice that is out.
    case withdrawNotice = "withdraw-notice"
    /// 短信: what was sent, and what became of it.
    case messages
    case sendAgain = "send-again"
    case cancelPrint = "cancel-print"
}
