/// 短信: something that the applicant is to be told, put down together with what it tells of.
package struct OutboxMessage: Hashable, Sendable, Codable {
    package enum Occasion: String, Vocabulary {
        case noticeIssued = "notice-issued"
        /// The correction term is running out.
        case correctionReminder = "correction-reminder"
        case accepted
        case refused
        /// The licence lies ready at a window.
        case licenceReady = "licence-ready"
        case licenceMailed = "licence-mailed"
        /// Licences of a firm run out.
        case licenceExpiring = "licence-expiring"
        /// 视频核查: when it is, and the code that the applicant reads out.
        case videoBooked = "video-booked"
    }

    /// Unique in the store: whatever sends it can tell whether it has sent it before.
    package let id: String
    package let occasion: Occasion
    /// The paper that it tells of; nil where there is none.
    package let document: DocumentNumber?
    /// The phone number, digits alone.
    package let recipient: String
    package let text: String
    /// 重发: the message that this one stands in for; nil for a first one.
    package let replaces: String?

    package init(
        id: String, occasion: Occasion, document: DocumentNumber?, recipient: String, text: String,
        replaces: String? = nil
    ) {
        self.id = id
        self.occasion = occasion
        self.document = document
        self.recipient = recipient
        self.text = text
        self.replaces = replaces
    }
}

/// What became of a message.
package struct MessageSettlement: Hashable, Sendable, Codable {
    package enum Outcome: String, Vocabulary {
        /// Handed to the gateway.
        case sent
        /// Every try failed.
        case failed
        /// Not sent, because the number isn't the applicant's any more or can't take a message.
        case cancelled
        /// The program stopped while handing it over; it isn't sent again without a clerk's word.
        case uncertain
        /// There was nothing to tell any more when its turn came.
        case moot
    }

    package let id: String
    package let outcome: Outcome
    /// What the gateway said, or why it wasn't sent.
    package let detail: String

    package init(id: String, outcome: Outcome, detail: String) {
        self.id = id
        self.outcome = outcome
        self.detail = detail
    }
}

extension MessageSettlement.Outcome {
    /// Whether somebody should look at it: the applicant may not know what the message says.
    package var isTrouble: Bool {
        switch self {
        case .failed, .cancelled, .uncertain: true
        case .sent, .moot: false
        }
    }
}

/// A message that may not have reached the applicant.
package struct TroubledMessage: Hashable, Sendable {
    package let id: String
    package let number: CaseNumber
    package let outcome: MessageSettlement.Outcome

    package init(id: String, number: CaseNumber, outcome: MessageSettlement.Outcome) {
        self.id = id
        self.number = number
        self.outcome = outcome
    }
}
