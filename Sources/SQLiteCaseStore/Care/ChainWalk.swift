import CaseDomain
package import CaseStore
import Crypto
import Foundation
import GRDB

/// Walks the whole log and checks every seal.
struct ChainWalk {
    /// Events between two looks at whether anybody still wants to know.
    static let stride: Int64 = 2_000

    private let db: Database
    private let kept: ChainPoint?
    private var head = ChainHead.origin
    private var erased: Int64 = 0

    /// - Parameter kept: a place in the log as somebody has it on paper or on another machine.
    init(_ db: Database, against kept: ChainPoint?) {
        self.db = db
        self.kept = kept
    }

    /// - Parameter watch: gets how many events were looked at and how many there are; false ends the walk.
    /// - Returns: nil where the walk was ended.
    mutating func run(_ watch: (_ done: Int64, _ total: Int64) -> Bool) throws -> ChainReport? {
        let anchor = try ChainAnchorTable.read(db)
        let total = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.sequence, q.number, e.revision, e.kind, e.at, e.clerk, e.body_digest, e.previous_hash, e.hash,
                    b.salt, b.body, e.case_key
                FROM event e LEFT JOIN queue_row q ON q.key = e.case_key
                    LEFT JOIN event_body b ON b.sequence = e.sequence
                ORDER BY e.sequence
                """)
        while let row = try rows.next() {
            if head.sequence % Self.stride == 0, !watch(head.sequence, total) { return nil }
            if let fault = try check(row) { return report(fault, anchor) }
        }
        _ = watch(head.sequence, total)
        return report(end(anchor?.point) ?? end(kept), anchor)
    }

    private func report(_ fault: ChainFault?, _ anchor: (point: ChainPoint, since: Int64)?) -> ChainReport {
        ChainReport(
            head: ChainPoint(count: head.sequence, hash: Array(head.hash)), erased: erased,
            unanchored: anchor?.since ?? head.sequence, fault: fault)
    }

    /// Whether the log ends where somebody says that it ended once.
    private func end(_ point: ChainPoint?) -> ChainFault? {
        guard let point else { return nil }
        if point.count > head.sequence { return ChainFault(.cutOff, at: head.sequence + 1) }
        // What was kept on paper was looked at on the way; the anchor beside the log has to be its very end.
        if point == kept { return nil }
        if point.count < head.sequence { return ChainFault(.unanchored, at: point.count + 1) }
        return point.hash == Array(head.hash) ? nil : ChainFault(.replaced, at: head.sequence)
    }

    private mutating func check(_ row: Row) throws -> ChainFault? {
        // Whoever changes a file by hand needn't keep to its schema.
        let header = EventHeader(
            sequence: row[0] as Int64? ?? 0, number: row[1] as String? ?? "", revision: row[2] as Int? ?? 0,
            kind: row[3] as String? ?? "", at: row[4] as Int64? ?? 0, clerk: row[5] as String? ?? "",
            bodyDigest: row[6] as Data? ?? Data())
        let next = head.sequence + 1
        guard header.sequence == next else { return ChainFault(.missing, at: next) }
        func fault(_ kind: ChainFault.Kind) -> ChainFault {
            ChainFault(
                kind, at: next, number: header.number.isEmpty ? nil : CaseNumber(header.number),
                revision: header.revision, event: header.kind)
        }
        guard row[7] as Data? == head.hash else { return fault(.link) }
        let hash = row[8] as Data? ?? Data()
        guard header.hash(after: head.hash) == hash else { return fault(.header) }
        if let body = row[10] as Data? {
            guard SealedBody.digest(salt: row[9] as Data? ?? Data(), body: body) == header.bodyDigest else {
                return fault(.body)
            }
        } else {
            guard try Erasure.explains(header, case: row[11] as Int64? ?? 0, in: db) else { return fault(.bodyGone) }
            erased += 1
        }
        head = ChainHead(sequence: header.sequence, hash: hash)
        if let kept, kept.count == next, kept.hash != Array(hash) { return fault(.replaced) }
        return nil
    }
}

extension SQLiteCaseStore {
    /// Checks every seal of the log, and that none of its events was cut off.
    ///
    /// - Parameters:
    ///   - kept: a place in the log as somebody has it on paper or on another machine.
    ///   - watch: gets how many events were looked at and how many there are; false ends the walk.
    /// - Returns: nil where the walk was ended.
    /// - Complexity: reads the whole log.
    package func verifyLog(
        against kept: ChainPoint? = nil, _ watch: (_ done: Int64, _ total: Int64) -> Bool = { _, _ in true }
    ) throws(StoreError) -> ChainReport? {
        try storing(at: path) {
            try reader.read { db in
                var walk = ChainWalk(db, against: kept)
                return try walk.run(watch)
            }
        }
    }

    /// Checks every seal of the log.
    ///
    /// - Returns: the sequence number of the first event that isn't what was written; nil where all are.
    package func verifyChain() throws(StoreError) -> Int64? { try verifyLog()?.fault?.sequence }

    /// Where the log ends now.
    package func chainHead() throws(StoreError) -> ChainPoint {
        try storing(at: path) {
            try reader.read { db in
                let head = try ChainHead(db)
                return ChainPoint(count: head.sequence, hash: Array(head.hash))
            }
        }
    }
}
