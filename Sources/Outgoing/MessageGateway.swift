package import CaseDomain

/// A message on its way out.
package struct OutgoingMessage: Hashable, Sendable {
    /// Never the same for two messages of a store.
    package let id: String
    package let recipient: MobileNumber
    package let text: String
    /// When it was put into the outbox; with the id it names the message wherever it goes.
    package let queuedAt: Moment

    package init(id: String, recipient: MobileNumber, text: String, queuedAt: Moment) {
        self.id = id
        self.recipient = recipient
        self.text = text
        self.queuedAt = queuedAt
    }
}

/// What a gateway says about a message.
package enum HandOver: Hashable, Sendable {
    /// It has it, and will tell later what became of it.
    case taken
    case sent
    /// Not this time; nothing went out.
    case retry(String)
    /// Never; nothing went out.
    case failed(String)
    /// Nobody can say whether it went out.
    case unknown(String)
}

/// What sends messages: a daemon's spool, or a program.
package protocol MessageGateway: Sendable {
    /// - Returns: what keeps it from working at all, for a person to read; nil where nothing does.
    func obstacle() -> String?

    /// Hands a message over. Never called twice for a message unless the first call came to `retry`.
    func hand(_ message: OutgoingMessage) -> HandOver

    /// Says what became of a message whose hand-over broke off, or that was taken before.
    ///
    /// - Returns: nil where it was never handed over, so that handing it over now is no second time.
    func look(for message: OutgoingMessage) -> HandOver?
}

/// How a pass over the outbox went.
package struct DeliveryReport: Hashable, Sendable {
    /// The cases whose messages were settled or queued, as they are now.
    package var files: [CaseFile] = []
    package var sent = 0
    /// Messages that somebody should look at, oldest first; not only this pass's.
    package var troubled: [TroubledMessage] = []
    /// What keeps the gateway from working; nil where nothing does.
    package var obstacle: String?

    package init() {}
}
