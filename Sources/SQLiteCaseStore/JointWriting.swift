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
        try intake.finish()
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

    func append(_ write: NumberedAppend, stamp: EventStamp) throws -> [CaseFile] {
        for version in write.others { _ = try change(of: version) }
        let year = stamp.at.date.year
        let sequences = try write.series.map { try Series(name: $0, year: year).next(db) }
        return try append(write.changes(sequences), stamp: stamp)
    }

    private func change(of version: CaseVersion) throws -> CaseChange {
        do {
            return try CaseChange(db, to: version.number, expecting: version.revision, decoder: decoder)
        } catch StoreError.conflict(let expected, let found) {
            throw StoreError.conflictIn(version.number, expected: expected, found: found)
        }
    }
}
