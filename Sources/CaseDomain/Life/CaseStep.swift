/// 办理动作: everything that can be done with a case, as the table of its life names it.
package enum CaseStep: String, Vocabulary {
    // Until the acceptance
    case judge
    case issueNotice = "issue-notice"
    case returnPapers = "return-papers"
    case accept, route, refuse, abandon, withdraw
    // Time
    case stopClock = "stop-clock"
    case resumeClock = "resume-clock"
    case extendTerm = "extend-term"
    // Inspection
    case dispatch, recall, waive
    case book = "book-video"
    case handOver = "hand-over"
    case inspect
    // Decision
    case review
    case sendBack = "send-back"
    case approve, deny
    // Licence
    case license
    case planDelivery = "plan-delivery"
    case deliver, archive
    // Beside the line
    case reassign, release
    case file = "file-without-licence"
    case rate
    case answerRating = "answer-rating"
    case remindOfExpiry = "remind-of-expiry"
    case endLicence = "end-licence"
    // Beside any case
    case tickets
    case feedback
    case answerFeedback = "answer-feedback"
    case sendMessages = "send-messages"
    case enterAbsence = "enter-absence"
    case administer
}
