import CaseDomain
import CaseStore
import Crypto
import Foundation
import GRDB

/// Appends events to the log, inside a transaction that the caller has begun.
struct EventWriter {
    private let event: Statement
    private let body: Statement
    private let notice: Statement
    private let paperRegister: Statement
    private let outbox: Statement
    private let settled: Statement
    private var head: ChainHead

    init(_ db: Database) throws {
        event = try db.cachedStatement(
            sql: """
                INSERT INTO event
                    (sequence, case_key, revision, kind, at, clerk, body_digest, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        body = try db.cachedStatement(sql: "INSERT INTO event_body (sequence, salt, body) VALUES (?, ?, ?)")
        notice = try db.cachedStatement(
            sql: "INSERT INTO notice (document, case_key, round, event) VALUES (?, ?, ?, ?)")
        paperRegister = try db.cachedStatement(sql: "INSERT INTO paper (document, case_key, event) VALUES (?, ?, ?)")
        outbox = try db.cachedStatement(
            sql: """
                INSERT INTO outbox (message, case_key, event, replaces, state, attempts, due)
                VALUES (?, ?, ?, ?, 0, 0, ?)
                """)
        settled = try db.cachedStatement(sql: "UPDATE outbox SET state = 2, outcome = ? WHERE message = ?")
        head = try ChainHead(db)
    }

    /// - Parameters:
    ///   - sealed: the body of `payload`.
    ///   - revision: the one that this event makes.
    ///   - registers: whether a paper's number is new to the register; false in the sisters of the case that has it.
    mutating func append(
        _ payload: CaseEvent.Payload, sealed: SealedBody, to number: CaseNumber, key: Int64, revision: Revision,
        stamp: EventStamp, registers: Bool = true
    ) throws {
        let header = EventHeader(
            sequence: head.sequence + 1, number: number.text, revision: revision.count, kind: payload.kind,
            at: stamp.at.secondsSince1970, clerk: stamp.by.text, bodyDigest: sealed.digest)
        try log(header, key: key)
        try body.execute(arguments: [header.sequence, sealed.salt, sealed.text])
        switch payload {
        case .noticeIssued(let issued) where registers:
            try notice.execute(arguments: [issued.number.text, key, issued.round, header.sequence])
        case .paperIssued(let paper) where registers:
            if let number = paper.number {
                try paperRegister.execute(arguments: [number.text, key, header.sequence])
            }
        case .messageQueued(let message):
            try outbox.execute(arguments: [message.id, key, header.sequence, message.replaces, header.at])
        case .messageSettled(let settlement):
            try settled.execute(arguments: [settlement.outcome.ordinal, settlement.id])
        default: break
        }
    }

    /// Says that a case was erased, in an event without a body.
    mutating func appendErasure(of number: CaseNumber, key: Int64, revision: Revision, stamp: EventStamp) throws {
        let header = EventHeader(
            sequence: head.sequence + 1, number: number.text, revision: revision.count, kind: Erasure.kind,
            at: stamp.at.secondsSince1970, clerk: stamp.by.text, bodyDigest: Erasure.digest)
        try log(header, key: key)
    }

    private mutating func log(_ header: EventHeader, key: Int64) throws {
        let hash = header.hash(after: head.hash)
        try event.execute(arguments: [
            header.sequence, key, header.revision, header.kind, header.at, header.clerk, header.bodyDigest, head.hash,
            hash,
        ])
        head = ChainHead(sequence: header.sequence, hash: hash)
    }
}

/// The last event of the log.
struct ChainHead {
    let sequence: Int64
    let hash: Data

    init(sequence: Int64, hash: Data) {
        self.sequence = sequence
        self.hash = hash
    }

    /// The head of an empty log: no event, 32 zero bytes.
    static let origin = ChainHead(sequence: 0, hash: Data(count: 32))

    init(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
        self = try Row.fetchOne(statement).map { ChainHead(sequence: $0[0], hash: $0[1]) } ?? .origin
    }
}

/// What the chain seals of an event. Nothing in it tells about the applicant, so it outlives the body.
struct EventHeader {
    let sequence: Int64
    let number: String
    let revision: Int
    let kind: String
    /// Seconds since 1970 UTC.
    let at: Int64
    let clerk: String
    let bodyDigest: Data

    /// SHA-256 over the previous hash, the fields in the order above, and the body's digest. Numbers are eight bytes, most
    /// significant first; texts are preceded by their length, so that no two headers are written alike.
    func hash(after previous: Data) -> Data {
        var bytes = previous
        EventHeader.append(sequence, to: &bytes)
        EventHeader.append(number, to: &bytes)
        EventHeader.append(Int64(revision), to: &bytes)
        EventHeader.append(kind, to: &bytes)
        EventHeader.append(at, to: &bytes)
        EventHeader.append(clerk, to: &bytes)
        bytes.append(bodyDigest)
        return Data(SHA256.hash(data: bytes))
    }

    private static func append(_ number: Int64, to bytes: inout Data) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(_ text: String, to bytes: inout Data) {
        append(Int64(text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }
}

extension CaseEvent.Payload {
    /// The event's name in the log; the triggers of the schema know some of them.
    var kind: String {
        switch self {
        case .received: "received"
        case .particularsChanged: "particulars-changed"
        case .materialRecorded: "material-recorded"
        case .materialCleared: "material-cleared"
        case .noticeIssued: "notice-issued"
        case .correctionReceived: "correction-received"
        case .accepted: "accepted"
        case .routed: "routed"
        case .withdrawn: "withdrawn"
        case .identityRevealed: "identity-revealed"
        case .clockStopped: "clock-stopped"
        case .clockResumed: "clock-resumed"
        case .termExtended: "term-extended"
        case .ineligible: "ineligible"
        case .eligibilityRestored: "eligibility-restored"
        case .cardIssued: "card-issued"
        case .bundled: "bundled"
        case .paperIssued: "paper-issued"
        case .spotCorrected: "spot-corrected"
        case .noticeWithdrawn: "notice-withdrawn"
        case .served: "served"
        case .correctionExtended: "correction-extended"
        case .abandoned: "abandoned"
        case .refused: "refused"
        case .lateFindingRecorded: "late-finding-recorded"
        case .released: "released"
        case .visitAnswered: "visit-answered"
        case .gapsPromised: "gaps-promised"
        case .gapsSettled: "gaps-settled"
        case .messageQueued: "message-queued"
        case .messageSettled: "message-settled"
        case .life(let event): event.kind
        }
    }
}
