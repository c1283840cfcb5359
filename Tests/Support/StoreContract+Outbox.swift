import CaseDomain
import CaseStore

extension StoreContract {
    private static func message(_ id: String, replaces: String? = nil) -> OutboxMessage {
        OutboxMessage(
            id: id, occasion: .noticeIssued, document: nil, recipient: "13800000001", text: "请补正", replaces: replaces)
    }

    private func outbox() throws -> any CaseStoring & OutboxStoring {
        guard let store = try makeStore() as? any CaseStoring & OutboxStoring else {
            throw StoreContractBreach(description: "the store keeps no outbox")
        }
        return store
    }

    private func queue(
        _ ids: [String], in store: any CaseStoring & OutboxStoring, step: Int = 1
    ) throws -> CaseFile {
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        let payloads = ids.map { CaseEvent.Payload.messageQueued(message: Self.message($0)) }
        return try store.append(
            payloads, to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(step))
    }

    private func sent(_ id: String) -> MessageSettlement {
        MessageSettlement(id: id, outcome: .sent, detail: "")
    }

    /// A message is given to one worker at a time, the oldest first, and to another only when the lease is over.
    package func messagesAreClaimedOnce() throws {
        let store = try outbox()
        let file = try queue(["a", "b"], in: store)
        let (now, lease) = (StoreSamples.stamp(2).at, StoreSamples.stamp(7).at)
        try expect(
            try store.claimMessage(at: StoreSamples.stamp(0).at, until: lease, fresh: true) == nil, "nothing is due yet"
        )
        try expect(try store.claimMessage(at: now, until: lease, fresh: false) == nil, "only what is under way")
        let first = try store.claimMessage(at: now, until: lease, fresh: true)
        try expect(
            first
                == ClaimedMessage(
                    message: Self.message("a"), number: file.number, queuedAt: StoreSamples.stamp(1).at, attempts: 1,
                    stood: .waiting, dueSince: StoreSamples.stamp(1).at), "the oldest comes first, as it was put out")
        try expect(try store.claimMessage(at: now, until: lease, fresh: true)?.message.id == "b", "then the next")
        try expect(try store.claimMessage(at: now, until: lease, fresh: true) == nil, "and nobody gets one twice")
        let later = try store.claimMessage(at: StoreSamples.stamp(8).at, until: StoreSamples.stamp(13).at, fresh: false)
        try expect(
            later?.message.id == "a" && later?.stood == .handingOver && later?.attempts == 1,
            "after the lease it is found as it was left")
        try expect(later?.dueSince == lease, "and since when")
    }

    package func messagesMoveAlong() throws {
        let store = try outbox()
        let file = try queue(["a", "b", "c"], in: store)
        let lease = StoreSamples.stamp(7).at
        for _ in 0..<3 { _ = try store.claimMessage(at: StoreSamples.stamp(2).at, until: lease, fresh: true) }
        try store.putBack("a", until: StoreSamples.stamp(4).at)
        try store.leaveAtGateway("b", until: StoreSamples.stamp(3).at)
        try expect(
            try store.unsettledMessages().map(\.id) == ["b", "a", "c"], "what is due first stands first")
        try expect(
            try store.unsettledMessages().map(\.standing) == [.atGateway, .waiting, .handingOver], "each where it is")
        let settled = try store.settle(sent("b"), stamp: StoreSamples.stamp(5, by: "li"))
        try expect(settled?.record.messages[1].settlement == sent("b"), "the case knows what became of it")
        try expect(settled?.revision == Revision(file.revision.count + 1), "by an event")
        try expect(try store.load(file.number) == settled, "which is kept")
        try expect(try store.settle(sent("b"), stamp: StoreSamples.stamp(6)) == nil, "once")
        try expect(try store.settle(sent("x"), stamp: StoreSamples.stamp(6)) == nil, "and only what there is")
        try store.putBack("b", until: StoreSamples.stamp(3).at)
        let again = try store.claimMessage(at: StoreSamples.stamp(4).at, until: lease, fresh: true)
        try expect(again?.message.id == "a" && again?.attempts == 2, "what was put back is tried again, and counted")
        try expect(try store.unsettledMessages().count == 2, "what is settled stays settled")
    }

    /// What becomes of messages takes a case out of nobody's hands, and no message is put out twice.
    package func messagesStandInNobodysWay() throws {
        let store = try outbox()
        let file = try queue(["a"], in: store)
        _ = try store.settle(sent("a"), stamp: StoreSamples.stamp(2))
        let written = try store.append(
            [.identityRevealed], to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(3))
        try expect(written.record.messages[0].settlement == sent("a"), "both are there")
        let together = try store.append(
            [CaseAppend([.identityRevealed], to: CaseVersion(number: file.number, revision: written.revision))],
            stamp: StoreSamples.stamp(4))
        try expect(together.count == 1, "in a joint write too")
        try expectError(.conflict(expected: file.revision, found: Revision(file.revision.count + 3))) {
            _ = try store.append(
                [.identityRevealed], to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(5))
        }
        let counter = try store.changeCounter()
        try expectError(.messageTaken(file.number)) {
            _ = try store.append(
                [.identityRevealed, .messageQueued(message: Self.message("a"))], to: file.number,
                expecting: together[0].revision, stamp: StoreSamples.stamp(6))
        }
        try expect(try store.changeCounter() == counter, "a refused message leaves the case alone")
    }

    package func troubleIsTold() throws {
        let store = try outbox()
        let ids = MessageSettlement.Outcome.allCases.map(\.id)
        let file = try queue(ids, in: store)
        for outcome in MessageSettlement.Outcome.allCases {
            let settlement = MessageSettlement(id: outcome.id, outcome: outcome, detail: "")
            _ = try store.settle(settlement, stamp: StoreSamples.stamp(2))
        }
        let since = StoreSamples.stamp(0).at
        let troubled = try store.troubledMessages(since: since)
        try expect(troubled.map(\.outcome) == [.failed, .cancelled, .uncertain], "those that may not have arrived")
        try expect(troubled.allSatisfy { $0.number == file.number && $0.id == $0.outcome.id }, "each with its case")
        try expect(try store.troubledMessages(since: StoreSamples.stamp(2).at).isEmpty, "but not for ever")
        guard let now = try store.load(file.number) else { return }
        _ = try store.append(
            [.messageQueued(message: Self.message("again", replaces: "failed"))], to: file.number,
            expecting: now.revision, stamp: StoreSamples.stamp(3))
        try expect(
            try store.troubledMessages(since: since).map(\.outcome) == [.cancelled, .uncertain],
            "nor once another stands in for it")
        try expect(try store.load(file.number)?.record.troubledMessages.count == 2, "as the case has it")
    }
}
