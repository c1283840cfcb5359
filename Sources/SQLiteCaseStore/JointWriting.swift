import CaseDomain
import CaseStore
import Foundation
import GRDB

/// Writes several cases, inside one transaction that the caller has begun: where one of them can't be written, the
/// transaction ends and none is.
struct JointChange {
    private let db: Database
    private let projection: QueueProjection
    private let decoder: JSONDecoder

    init(_ db: Database, _ store: SQLiteCaseStore) {
        self.db = db
        projection = store.projection
        decoder = store.decoder
    }

    func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws -> [CaseFile] {
        var intake = try Intake(db, projection: projection)
        let numbers = try bundle.receipts.map { receipt in
            try intake.take(receipt, sealed: try SealedBody(.received(receipt: receipt)), stamp: stamp).number
        }
        let link = CaseEvent.Payload.bundled(membership: bundle.membership(numbers))
        return try append(
            numbers.map { CaseAppend([link], to: CaseVersion(number: $0, revision: Revision(1))) }, stamp: stamp)
    }

    func append(_ changes: [CaseAppend], stamp: EventStamp) throws -> [CaseFile] {
        var papers: Set<DocumentNumber> = []
        var files: [CaseFile] = []
        for item in changes {
            var change = try self.change(of: item.version)
            files.append(
                try change.append(item.payloads, stamp: stamp, projection: projection, sharing: papers))
            papers.formUnion(item.payloads.compactMap(\.issuedNumber))
        }
        return files
    }

    func issue(
        for cases: [CaseVersion], beside others: [CaseVersion], series: String, stamp: EventStamp,
        along: @Sendable (IssuedNotice) -> [CaseEvent.Payload], compose: @Sendable (_ sequence: Int) -> [IssuedNotice]
    ) throws -> [CaseFile] {
        for version in others { _ = try change(of: version) }
        for version in cases { try change(of: version).refuseSecondNotice() }
        let notices = compose(try Series(name: series, year: stamp.at.date.year).next(db))
        precondition(notices.count == cases.count, "each case keeps its part of the paper")
        return try append(CaseAppend.issuing(notices, to: cases, along: along), stamp: stamp)
    }

    private func change(of version: CaseVersion) throws -> CaseChange {
        do {
            return try CaseChange(db, to: version.number, expecting: version.revision, decoder: decoder)
        } catch StoreError.conflict(let expected, let found) {
            throw StoreError.conflictIn(version.number, expected: expected, found: found)
        }
    }
}
