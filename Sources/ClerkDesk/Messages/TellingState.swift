package import CaseDomain

/// What the desk knows of its messages.
package struct TellingState: Hashable, Sendable {
    /// The pass over the outbox that is under way.
    package var delivering: Int?
    /// When the next pass begins; nil before the first.
    package var next: Moment?
    /// Messages that somebody should look at.
    package var troubled: [TroubledMessage] = []
    /// What keeps the gateway from working.
    package var obstacle: String?
}

/// What a question says about the message that would go out with the answer.
package struct MessageOffer: Hashable, Sendable {
    package let occasion: OutboxMessage.Occasion
    /// Where it would go, masked, and in how many parts.
    package let line: String
    /// What it says instead where the clerk has left it out.
    package let leftOutLine: String
    package var isLeftOut = false

    package var shown: String { isLeftOut ? leftOutLine : line }
}
