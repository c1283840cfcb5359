package import CaseDomain
package import CaseStore
import Foundation
import GRDB

extension SQLiteCaseStore: OutboxStoring {
    package func claimMessage(
        at now: Moment, until lease: Moment, fresh: Bool
    ) throws(StoreError) -> ClaimedMessage? {
        try storing(at: path) {
            // Many desks ask each second; only one that finds something takes the lock that only one can have.
            guard try reader.read({ try OutboxTable($0, decoder).isAnythingDue(at: now, fresh: fresh) }) else {
                return nil
            }
            return try writer.write { try OutboxTable($0, decoder).claim(at: now, until: lease, fresh: fresh) }
        }
    }

    package func putBack(_ id: String, until due: Moment) throws(StoreError) {
        try storing(at: path) { try writer.write { try OutboxTable($0, decoder).move(id, to: .waiting, until: due) } }
    }

    package func leaveAtGateway(_ id: String, until look: Moment) throws(StoreError) {
        try storing(at: path) {
            try writer.write { try OutboxTable($0, decoder).move(id, to: .atGateway, until: look) }
        }
    }

    package func settle(_ settlement: MessageSettlement, stamp: EventStamp) throws(StoreError) -> CaseFile? {
        try storing(at: path) {
            try writer.write { db in
                guard let number = try OutboxTable(db, decoder).caseOfUnsettled(settlement.id) else { return nil }
                var change = try CaseChange(db, to: number, decoder: decoder)
                return try change.append(
                    [.messageSettled(settlement: settlement)], stamp: stamp, projection: projection)
            }
        }
    }

    package func unsettledMessages() throws(StoreError) -> [UnsettledMessage] {
        try storing(at: path) { try reader.read { try OutboxTable($0, decoder).unsettled() } }
    }

    package func troubledMessages(since: Moment) throws(StoreError) -> [TroubledMessage] {
        try storing(at: path) { try reader.read { try OutboxTable($0, decoder).troubled(since: since) } }
    }
}

/// The lines of the outbox, inside a transaction that the caller has begun.
private struct OutboxTable {
    private let db: Database
    private let decoder: JSONDecoder

    private static let settled = 2
    /// Takes the moment, and whether messages that wait count.
    private static let isDue = """
        o.state <> \(settled) AND o.due <= ? AND (o.state <> \(MessageStanding.waiting.rawValue) OR ?)
        """

    init(_ db: Database, _ decoder: JSONDecoder) {
        self.db = db
        self.decoder = decoder
    }

    func isAnythingDue(at now: Moment, fresh: Bool) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM outbox o JOIN event_body b ON b.sequence = o.event WHERE \(Self.isDue))
                """)
        return try Bool.fetchOne(statement, arguments: [now.secondsSince1970, fresh]) ?? false
    }

    func claim(at now: Moment, until lease: Moment, fresh: Bool) throws -> ClaimedMessage? {
        let first = try db.cachedStatement(
            sql: """
                SELECT o.message, o.state, o.attempts, b.body, e.at, q.number, o.due
                FROM outbox o JOIN event_body b ON b.sequence = o.event JOIN event e ON e.sequence = o.event
                    JOIN queue_row q ON q.key = o.case_key
                WHERE \(Self.isDue) ORDER BY o.due, o.event LIMIT 1
                """)
        guard let row = try Row.fetchOne(first, arguments: [now.secondsSince1970, fresh]),
            let stood = MessageStanding(rawValue: row[1])
        else { return nil }
        let message = try message(row[3])
        var attempts: Int = row[2]
        if stood == .waiting { attempts += 1 }
        let state = stood == .waiting ? MessageStanding.handingOver : stood
        let claim = try db.cachedStatement(sql: "UPDATE outbox SET state = ?, attempts = ?, due = ? WHERE message = ?")
        try claim.execute(arguments: [state.rawValue, attempts, lease.secondsSince1970, message.id])
        return ClaimedMessage(
            message: message, number: CaseNumber(row[5] as String), queuedAt: Moment(secondsSince1970: row[4]),
            attempts: attempts, stood: stood, dueSince: Moment(secondsSince1970: row[6]))
    }

    /// A message that was settled meanwhile stays settled.
    func move(_ id: String, to standing: MessageStanding, until due: Moment) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE outbox SET state = ?, due = ? WHERE message = ? AND state <> \(Self.settled)")
        try statement.execute(arguments: [standing.rawValue, due.secondsSince1970, id])
    }

    func caseOfUnsettled(_ id: String) throws -> CaseNumber? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT q.number FROM outbox o JOIN queue_row q ON q.key = o.case_key
                WHERE o.message = ? AND o.state <> \(Self.settled)
                """)
        return try String.fetchOne(statement, arguments: [id]).map { CaseNumber($0) }
    }

    func unsettled() throws -> [UnsettledMessage] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT o.state, o.attempts, o.due, q.number, b.body
                FROM outbox o JOIN queue_row q ON q.key = o.case_key JOIN event_body b ON b.sequence = o.event
                WHERE o.state <> \(Self.settled) ORDER BY o.due, o.event
                """)
        var found: [UnsettledMessage] = []
        while let row = try rows.next() {
            guard let standing = MessageStanding(rawValue: row[0]) else { continue }
            let message = try message(row[4])
            found.append(
                UnsettledMessage(
                    id: message.id, number: CaseNumber(row[3] as String), occasion: message.occasion,
                    standing: standing, attempts: row[1], due: Moment(secondsSince1970: row[2])))
        }
        return found
    }

    func troubled(since: Moment) throws -> [TroubledMessage] {
        let outcomes = MessageSettlement.Outcome.allCases.filter(\.isTrouble).map { String($0.ordinal) }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT o.message, q.number, o.outcome
                    FROM outbox o JOIN queue_row q ON q.key = o.case_key JOIN event e ON e.sequence = o.event
                    WHERE o.state = \(Self.settled) AND o.outcome IN (\(outcomes.joined(separator: ", ")))
                        AND e.at >= ? AND NOT EXISTS (SELECT 1 FROM outbox n WHERE n.replaces = o.message)
                    ORDER BY o.event
                    """), arguments: [since.secondsSince1970])
        var found: [TroubledMessage] = []
        while let row = try rows.next() {
            let ordinal: Int = row[2]
            guard MessageSettlement.Outcome.allCases.indices.contains(ordinal) else { continue }
            found.append(
                TroubledMessage(
                    id: row[0], number: CaseNumber(row[1] as String),
                    outcome: MessageSettlement.Outcome.allCases[ordinal]))
        }
        return found
    }

    private func message(_ body: Data) throws -> OutboxMessage {
        guard case .messageQueued(let message) = try decoder.decode(CaseEvent.Payload.self, from: body) else {
            throw StoreError.corrupt(detail: "the outbox names an event that puts out no message")
        }
        return message
    }
}
