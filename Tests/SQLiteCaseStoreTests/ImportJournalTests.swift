import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// How far a file has been taken in stands in the transaction of its cases.
@Suite struct ImportJournalTests {
    private let digest = [UInt8](repeating: 7, count: 32)

    private func step(_ numbers: [String?], _ rule: DuplicateRule, bad: Int = 0) throws -> SealedStep {
        try SealedStep(
            ImportStep(
                receipts: numbers.map { StoreSamples.receipt(name: "甲", external: $0) },
                records: numbers.count + bad, duplicates: rule))
    }

    @Test func aStepMovesTheJournalOn() throws {
        try TemporaryFolder.with { folder in
            var store = try folder.store()
            var journal = ImportJournal(digest: digest)
            _ = try store.take(step(["a", "b"], .refuse, bad: 1), &journal, stamp: StoreSamples.stamp(0))
            #expect(journal == ImportJournal(digest: digest, records: 3, cases: 2, skipped: 1))
            try store.close()
            store = try folder.store()
            #expect(try store.importJournal(of: digest) == journal)
            #expect(try store.unfinishedImports() == 1)
            try store.finish(&journal, stamp: StoreSamples.stamp(1))
            #expect(try store.importJournal(of: digest)?.isFinished == true)
            #expect(try store.unfinishedImports() == 0)
            try store.forgetImport(of: digest)
            #expect(try store.importJournal(of: digest) == nil)
            #expect(try store.count(StoreSamples.query()) == 2)
            let counted = try store.reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM figure_line") }
            #expect(counted == 2)
        }
    }

    @Test func whatIsThereAlreadyIsSeen() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var journal = ImportJournal(digest: digest)
            _ = try store.take(step(["a", "b"], .refuse), &journal, stamp: StoreSamples.stamp(0))
            let before = journal
            #expect(try store.take(step(["c", "b"], .refuse), &journal, stamp: StoreSamples.stamp(1)) == .known(1))
            #expect(try store.take(step(["c", "c"], .refuse), &journal, stamp: StoreSamples.stamp(1)) == .known(1))
            #expect(journal == before)
            let skipped = try store.take(step(["c", "b", nil, "c"], .skip), &journal, stamp: StoreSamples.stamp(2))
            #expect(skipped == .taken([CaseNumber("2026-000003"), nil, CaseNumber("2026-000004"), nil]))
            #expect(journal.skipped == 2 && journal.cases == 4)
            let added = try store.take(step(["a", "a"], .add), &journal, stamp: StoreSamples.stamp(3))
            #expect(added == .taken([CaseNumber("2026-000005"), CaseNumber("2026-000006")]))
            #expect(try store.knownExternalNumbers(among: ["a", "x", "c"]) == ["a", "c"])
        }
    }

    @Test func twoImportsOfOneFileDoNotDouble() throws {
        try TemporaryFolder.with { folder in
            let stores = try [folder.store(), folder.store()]
            var journals = [ImportJournal(digest: digest), ImportJournal(digest: digest)]
            _ = try stores[0].take(step(["a"], .add), &journals[0], stamp: StoreSamples.stamp(0))
            #expect(try stores[1].take(step(["a"], .add), &journals[1], stamp: StoreSamples.stamp(0)) == .overtaken)
            #expect(try stores[0].count(StoreSamples.query()) == 1)
        }
    }

    @Test func aFullDiskLeavesTheJournalWhereItWas() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var journal = ImportJournal(digest: digest)
            _ = try store.take(step(["a"], .add), &journal, stamp: StoreSamples.stamp(0))
            try store.writer.inDatabase { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
            }
            let before = journal
            #expect(throws: StoreError.diskFull) {
                try store.take(step((0..<300).map { "n\($0)" }, .add), &journal, stamp: StoreSamples.stamp(1))
            }
            #expect(journal == before)
            #expect(try store.importJournal(of: digest) == before && store.count(StoreSamples.query()) == 1)
        }
    }

    /// A store that had everything of the schema before gets the index by which the province's numbers are found.
    @Test func anOlderStoreGetsTheIndex() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            _ = try store.receive(StoreSamples.receipt(name: "甲", external: "a"), stamp: StoreSamples.stamp(0))
            try store.writer.write { db in
                try db.execute(sql: "DROP INDEX queue_external")
                try SearchIndex.reopen(in: db)
            }
            #expect(try !store.findsExternalNumbers() && !StoreHealth(store).isSearchComplete())
            while try store.completeSearch() {}
            let made = try store.reader.read {
                try Int.fetchOne($0, sql: "SELECT 1 FROM sqlite_schema WHERE name = 'queue_external'")
            }
            #expect(made == 1)
            #expect(try store.count(StoreSamples.query(search: "甲")) == 1)
        }
    }
}
