package import CaseDomain
package import CaseStore
import Foundation
import GRDB

/// How far files have been taken in, moved on in the transaction of the cases: an import that is cut off, however it is, can go
/// on without doubling a case.
enum ImportJournalTable {
    static let schema = """
        CREATE TABLE import_batch (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            begun INTEGER NOT NULL,
            clerk TEXT NOT NULL,
            records INTEGER NOT NULL CHECK (records >= 0),
            cases INTEGER NOT NULL CHECK (cases >= 0),
            skipped INTEGER NOT NULL CHECK (skipped >= 0),
            finished INTEGER
        ) STRICT, WITHOUT ROWID;
        """

    static func read(_ digest: [UInt8], in db: Database) throws -> ImportJournal? {
        let statement = try db.cachedStatement(
            sql: "SELECT records, cases, skipped, finished IS NOT NULL FROM import_batch WHERE digest = ?")
        return try Row.fetchOne(statement, arguments: [Data(digest)]).map { row in
            ImportJournal(digest: digest, records: row[0], cases: row[1], skipped: row[2], isFinished: row[3])
        }
    }

    static func save(_ journal: ImportJournal, stamp: EventStamp, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO import_batch (digest, begun, clerk, records, cases, skipped, finished)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (digest) DO UPDATE SET records = excluded.records, cases = excluded.cases,
                    skipped = excluded.skipped, finished = excluded.finished
                """)
        try statement.execute(arguments: [
            Data(journal.digest), stamp.at.secondsSince1970, stamp.by.text, journal.records, journal.cases,
            journal.skipped, journal.isFinished ? stamp.at.secondsSince1970 : nil,
        ])
    }

    /// Whether a case has this number of the province.
    static func isKnown(_ externalNumber: String, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM queue_row WHERE external_number = ? LIMIT 1")
        return try Int.fetchOne(statement, arguments: [externalNumber]) != nil
    }
}

/// A step whose bodies are sealed already. That is the greater part of the work and needs no store, so whoever reads ahead
/// does it while the store writes the step before.
package struct SealedStep: Sendable {
    let step: ImportStep
    let bodies: [SealedBody]

    /// - Throws: `corrupt` for a number that no body can hold.
    package init(_ step: ImportStep) throws(StoreError) {
        self.step = step
        bodies = try storing(at: "") { try step.receipts.map { try SealedBody(.received(receipt: $0)) } }
    }
}

extension SQLiteCaseStore {
    /// How far a file has been taken in; nil where it never was.
    package func importJournal(of digest: [UInt8]) throws(StoreError) -> ImportJournal? {
        try storing(at: path) { try reader.read { try ImportJournalTable.read(digest, in: $0) } }
    }

    /// Imports that ended before their file did.
    package func unfinishedImports() throws(StoreError) -> Int {
        try storing(at: path) {
            try reader.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM import_batch WHERE finished IS NULL") ?? 0
            }
        }
    }

    /// Forgets how far a file was taken in; the cases stay.
    package func forgetImport(of digest: [UInt8]) throws(StoreError) {
        try storing(at: path) {
            try writer.write { db in
                try db.execute(sql: "DELETE FROM import_batch WHERE digest = ?", arguments: [Data(digest)])
            }
        }
    }

    /// Whether the province's numbers are found by an index; a store of an earlier program gets it from `completeSearch`.
    package func findsExternalNumbers() throws(StoreError) -> Bool {
        try storing(at: path) {
            try reader.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT 1 FROM sqlite_schema WHERE name = ?", arguments: [QueueIndex.external.rawValue])
                    != nil
            }
        }
    }

    /// Which of these numbers of the province are in the store already.
    package func knownExternalNumbers(among numbers: [String]) throws(StoreError) -> Set<String> {
        try storing(at: path) {
            try reader.read { db in Set(try numbers.filter { try ImportJournalTable.isKnown($0, in: db) }) }
        }
    }

    /// Takes the next records of a file in, and remembers that it did, in one transaction: all or none.
    ///
    /// - Parameter journal: how far the file had come; moved on where the step was taken.
    package func take(
        _ sealed: SealedStep, _ journal: inout ImportJournal, stamp: EventStamp
    ) throws(StoreError) -> ImportOutcome {
        let before = journal
        let (outcome, after) = try storing(at: path) {
            try writer.write { db in
                if let stored = try ImportJournalTable.read(before.digest, in: db), stored != before {
                    return (ImportOutcome.overtaken, before)
                }
                return try take(sealed, after: before, stamp: stamp, in: db)
            }
        }
        journal = after
        return outcome
    }

    private func take(
        _ sealed: SealedStep, after before: ImportJournal, stamp: EventStamp, in db: Database
    ) throws -> (ImportOutcome, ImportJournal) {
        let step = sealed.step
        let known = try known(step, in: db)
        if step.duplicates == .refuse, let first = known.min() { return (.known(first), before) }
        var intake = try Intake(db, projection: projection)
        var numbers: [CaseNumber?] = []
        for (place, (receipt, sealed)) in zip(step.receipts, sealed.bodies).enumerated() {
            let isKnown = known.contains(place)
            numbers.append(isKnown ? nil : try intake.take(receipt, sealed: sealed, stamp: stamp).number)
        }
        try intake.finish()
        var journal = before
        let taken = numbers.count { $0 != nil }
        journal.records += step.records
        journal.cases += taken
        journal.skipped += step.records - taken
        try ImportJournalTable.save(journal, stamp: stamp, in: db)
        return (.taken(numbers), journal)
    }

    /// The places of receipts that are cases already, or come twice in the step.
    private func known(_ step: ImportStep, in db: Database) throws -> Set<Int> {
        guard step.duplicates != .add else { return [] }
        var seen: Set<String> = []
        var known: Set<Int> = []
        for (place, receipt) in step.receipts.enumerated() {
            guard let number = receipt.application.particulars.externalNumber else { continue }
            let isNew = seen.insert(number).inserted
            if try !isNew || ImportJournalTable.isKnown(number, in: db) { known.insert(place) }
        }
        return known
    }

    /// Says that a file was taken in to its end.
    package func finish(_ journal: inout ImportJournal, stamp: EventStamp) throws(StoreError) {
        var finished = journal
        finished.isFinished = true
        let saved = finished
        try storing(at: path) { try writer.write { try ImportJournalTable.save(saved, stamp: stamp, in: $0) } }
        journal = finished
    }
}
