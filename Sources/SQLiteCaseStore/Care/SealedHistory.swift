package import CaseDomain
package import CaseStore
import Foundation
import GRDB

extension SQLiteCaseStore {
    /// Every event of a case as it lies in the log, oldest first, whether or not it can still be read.
    ///
    /// - Returns: empty where there is no such case.
    package func sealedHistory(of number: CaseNumber) throws(StoreError) -> [SealedEvent] {
        try storing(at: path) {
            try reader.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT e.sequence, e.revision, e.kind, e.at, e.clerk, e.body_digest, e.previous_hash, e.hash,
                            b.salt, b.body, p.hash, q.key
                        FROM queue_row q JOIN event e ON e.case_key = q.key
                            LEFT JOIN event_body b ON b.sequence = e.sequence
                            LEFT JOIN event p ON p.sequence = e.sequence - 1
                        WHERE q.number = ? ORDER BY e.revision
                        """, arguments: [number.text])
                return try rows.map { try sealed($0, number, in: db) }
            }
        }
    }

    private func sealed(_ row: Row, _ number: CaseNumber, in db: Database) throws -> SealedEvent {
        let header = EventHeader(
            sequence: row[0], number: number.text, revision: row[1], kind: row[2] as String? ?? "",
            at: row[3] as Int64? ?? 0, clerk: row[4] as String? ?? "", bodyDigest: row[5] as Data? ?? Data())
        let before = header.sequence == 1 ? ChainHead.origin.hash : row[10] as Data? ?? Data()
        let hash = row[7] as Data? ?? Data()
        let isLinked = row[6] as Data? == before && header.hash(after: before) == hash
        var seal: SealedEvent.Seal = isLinked ? .whole : .broken
        var payload: CaseEvent.Payload?
        if let body = row[9] as Data? {
            if SealedBody.digest(salt: row[8] as Data? ?? Data(), body: body) == header.bodyDigest {
                payload = try decoder.decode(CaseEvent.Payload.self, from: body)
            } else {
                seal = .broken
            }
        } else if seal == .whole {
            seal = try Erasure.explains(header, case: row[11], in: db) ? .erased : .broken
        }
        return SealedEvent(
            sequence: header.sequence, revision: header.revision, kind: header.kind,
            stamp: EventStamp(at: Moment(secondsSince1970: header.at), by: ClerkID(header.clerk)), hash: Array(hash),
            seal: seal, payload: payload)
    }
}
