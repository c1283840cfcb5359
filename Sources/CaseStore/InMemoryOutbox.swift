package import CaseDomain
import Synchronization

extension InMemoryCaseStore: OutboxStoring {
    static func post(
        _ payload: CaseEvent.Payload, of number: CaseNumber, _ stamp: EventStamp, in outbox: inout [Posted]
    ) throws(StoreError) {
        switch payload {
        case .messageQueued(let message):
            guard !outbox.contains(where: { $0.message.id == message.id }) else { throw .messageTaken(number) }
            outbox.append(
                Posted(message: message, number: number, queuedAt: stamp.at, standing: .waiting, due: stamp.at))
        case .messageSettled(let settlement):
            guard let place = outbox.firstIndex(where: { $0.message.id == settlement.id }) else { return }
            outbox[place].standing = nil
            outbox[place].outcome = settlement.outcome
        default: return
        }
    }

    package func claimMessage(
        at now: Moment, until lease: Moment, fresh: Bool
    ) throws(StoreError) -> ClaimedMessage? {
        contents.withLock { contents in
            let due = contents.outbox.indices.filter { place in
                let posted = contents.outbox[place]
                return posted.standing.map { posted.due <= now && (fresh || $0 != .waiting) } ?? false
            }
            // The first of those that are due at once is the one that was put out first.
            guard let place = due.min(by: { contents.outbox[$0].due < contents.outbox[$1].due }),
                let stood = contents.outbox[place].standing
            else { return nil }
            let dueSince = contents.outbox[place].due
            contents.outbox[place].due = lease
            if stood == .waiting {
                contents.outbox[place].standing = .handingOver
                contents.outbox[place].attempts += 1
            }
            let posted = contents.outbox[place]
            return ClaimedMessage(
                message: posted.message, number: posted.number, queuedAt: posted.queuedAt,
                attempts: posted.attempts, stood: stood, dueSince: dueSince)
        }
    }

    package func putBack(_ id: String, until due: Moment) throws(StoreError) { move(id, to: .waiting, until: due) }

    package func leaveAtGateway(_ id: String, until look: Moment) throws(StoreError) {
        move(id, to: .atGateway, until: look)
    }

    private func move(_ id: String, to standing: MessageStanding, until due: Moment) {
        contents.withLock { contents in
            let place = contents.outbox.firstIndex { $0.message.id == id && $0.standing != nil }
            guard let place else { return }
            contents.outbox[place].standing = standing
            contents.outbox[place].due = due
        }
    }

    package func settle(_ settlement: MessageSettlement, stamp: EventStamp) throws(StoreError) -> CaseFile? {
        try contents.withLock { contents throws(StoreError) in
            let posted = contents.outbox.first { $0.message.id == settlement.id && $0.standing != nil }
            guard let posted, let place = contents.places[posted.number.text] else { return nil }
            return try add([.messageSettled(settlement: settlement)], to: place, stamp: stamp, in: &contents)
        }
    }

    package func unsettledMessages() throws(StoreError) -> [UnsettledMessage] {
        let unsettled = contents.withLock(\.outbox).compactMap { posted in
            posted.standing.map { standing in
                UnsettledMessage(
                    id: posted.message.id, number: posted.number, occasion: posted.message.occasion,
                    standing: standing, attempts: posted.attempts, due: posted.due)
            }
        }
        return unsettled.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
            .map(\.element)
    }

    package func troubledMessages(since: Moment) throws(StoreError) -> [TroubledMessage] {
        let outbox = contents.withLock(\.outbox)
        return outbox.compactMap { posted in
            guard let outcome = posted.outcome, outcome.isTrouble, posted.queuedAt >= since,
                !outbox.contains(where: { $0.message.replaces == posted.message.id })
            else { return nil }
            return TroubledMessage(id: posted.message.id, number: posted.number, outcome: outcome)
        }
    }
}
