import CaseDomain
import CaseStore
import Foundation
import GRDB

/// A case as the log has it.
struct LoggedCase {
    let key: Int64
    let events: [CaseEvent]

    /// - Returns: nil where there is no such case.
    /// - Throws: `erased` where the retention term is over and the bodies are gone.
    init?(_ db: Database, number: CaseNumber, decoder: JSONDecoder) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT q.key, e.at, e.clerk, b.body
                FROM queue_row q JOIN event e ON e.case_key = q.key LEFT JOIN event_body b ON b.sequence = e.sequence
                WHERE q.number = ? ORDER BY e.revision
                """)
        var key: Int64?
        var events: [CaseEvent] = []
        let rows = try Row.fetchCursor(statement, arguments: [number.text])
        while let row = try rows.next() {
            key = row[0]
            guard let body = row[3] as Data? else { throw StoreError.erased(number) }
            let stamp = EventStamp(at: Moment(secondsSince1970: row[1]), by: ClerkID(row[2]))
            events.append(CaseEvent(stamp: stamp, payload: try decoder.decode(CaseEvent.Payload.self, from: body)))
        }
        guard let key else { return nil }
        self.key = key
        self.events = events
    }

    func file(number: CaseNumber) throws -> CaseFile {
        guard let file = CaseFile(number: number, history: events) else {
            throw StoreError.corrupt(detail: "a case doesn't begin with its receipt")
        }
        return file
    }
}

/// Walks the whole log and checks every seal.
enum ChainCheck {
    /// - Returns: the sequence number of the first event that isn't what was written, nil where all are.
    /// - Complexity: reads every event and body once.
    static func firstBroken(_ db: Database) throws -> Int64? {
        var head = ChainHead.origin
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.sequence, q.number, e.revision, e.kind, e.at, e.clerk, e.body_digest, e.previous_hash, e.hash,
                    b.salt, b.body
                FROM event e LEFT JOIN queue_row q ON q.key = e.case_key
                    LEFT JOIN event_body b ON b.sequence = e.sequence
                ORDER BY e.sequence
                """)
        while let row = try rows.next() {
            let header = EventHeader(
                sequence: row[0], number: row[1] as String? ?? "", revision: row[2], kind: row[3], at: row[4],
                clerk: row[5], bodyDigest: row[6])
            let hash = row[8] as Data
            guard header.sequence == head.sequence + 1, row[7] as Data == head.hash,
                header.hash(after: head.hash) == hash
            else { return head.sequence + 1 }
            if let salt = row[9] as Data?, let body = row[10] as Data?,
                SealedBody.digest(salt: salt, body: body) != header.bodyDigest
            {
                return header.sequence
            }
            head = ChainHead(sequence: header.sequence, hash: hash)
        }
        return nil
    }
}
