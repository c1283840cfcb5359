package import CaseDomain

/// The outbox of a store: which messages wait, and which are on their way.
///
/// Messages get in and out with the events of their cases; in between they are handed about here. Whoever claims a message
/// has it until the moment that he named; after that another worker may look what became of it.
package protocol OutboxStoring: Sendable {
    /// Takes the message that is due first. One that waited counts as being handed over from now on, and as one try more.
    ///
    /// - Parameters:
    ///   - now: the moment; nothing that is due later is given.
    ///   - lease: until when nobody else gets it.
    ///   - fresh: whether messages that wait are given too, and not only those that are under way.
    /// - Returns: nil where nothing is due. Cases that were erased are passed over.
    func claimMessage(at now: Moment, until lease: Moment, fresh: Bool) throws(StoreError) -> ClaimedMessage?

    /// Puts a claimed message back: it was not handed over.
    func putBack(_ id: String, until due: Moment) throws(StoreError)

    /// Notes that the gateway has a claimed message and will tell later.
    func leaveAtGateway(_ id: String, until look: Moment) throws(StoreError)

    /// Says what became of a message, as an event of its case, whatever has happened to the case meanwhile.
    ///
    /// - Returns: nil where that was settled before; then nothing was written.
    func settle(_ settlement: MessageSettlement, stamp: EventStamp) throws(StoreError) -> CaseFile?

    /// Every message that isn't settled, those due first before the others.
    func unsettledMessages() throws(StoreError) -> [UnsettledMessage]

    /// Messages that may not have reached anybody and that no other stands in for, oldest first.
    ///
    /// - Parameter since: messages that were put out earlier are left out.
    func troubledMessages(since: Moment) throws(StoreError) -> [TroubledMessage]
}

/// A message that somebody is looking after now.
package struct ClaimedMessage: Hashable, Sendable {
    package let message: OutboxMessage
    package let number: CaseNumber
    package let queuedAt: Moment
    /// How often it was begun to hand it over, this time included.
    package let attempts: Int
    /// Where it stood when it was claimed.
    package let stood: MessageStanding
    /// Since when it was due: for one that was being handed over, when the time of whoever did that was up.
    package let dueSince: Moment

    package init(
        message: OutboxMessage, number: CaseNumber, queuedAt: Moment, attempts: Int, stood: MessageStanding,
        dueSince: Moment
    ) {
        self.message = message
        self.number = number
        self.queuedAt = queuedAt
        self.attempts = attempts
        self.stood = stood
        self.dueSince = dueSince
    }
}

/// Where an unsettled message stands.
package enum MessageStanding: Int, Hashable, Sendable, CaseIterable {
    case waiting = 0
    /// Somebody began to hand it over. Who finds it so after its lease can't know how far that came.
    case handingOver = 1
    case atGateway = 3
}

package struct UnsettledMessage: Hashable, Sendable {
    package let id: String
    package let number: CaseNumber
    package let occasion: OutboxMessage.Occasion
    package let standing: MessageStanding
    package let attempts: Int
    package let due: Moment

    package init(
        id: String, number: CaseNumber, occasion: OutboxMessage.Occasion, standing: MessageStanding, attempts: Int,
        due: Moment
    ) {
        self.id = id
        self.number = number
        self.occasion = occasion
        self.standing = standing
        self.attempts = attempts
        self.due = due
    }
}
