import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// The file: how it is made, what is refused, and what comes back from it.
@Suite struct StoreFileTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    @Test func onlyTheOwnerReadsTheFiles() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store("new/deeper/desk.sqlite")
            _ = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            #expect(try mode(folder.path("new")) == 0o700)
            #expect(try mode(folder.path("new/deeper")) == 0o700)
            for suffix in ["", "-wal", "-shm"] {
                #expect(try mode(folder.path("new/deeper/desk.sqlite\(suffix)")) == 0o600)
            }
        }
    }

    @Test func whatWasWrittenComesBackAfterReopening() throws {
        try TemporaryFolder.with { folder in
            var store = try folder.store()
            let receipts = StoreSamples.names.map { StoreSamples.receipt(name: $0) }
            let numbers = try store.receive(receipts, stamp: StoreSamples.stamp(0))
            let first = numbers[0]
            _ = try store.issueNotice(
                for: first, expecting: Revision(1), series: "n", stamp: StoreSamples.stamp(1)
            ) { StoreSamples.notice($0, round: 1) }
            let files = try numbers.map { try store.load($0) }
            let rows = try store.queue(StoreSamples.query(), from: .first, limit: 100)
            let counter = try store.changeCounter()
            try store.close()
            store = try folder.store()
            #expect(try numbers.map { try store.load($0) } == files)
            #expect(try store.queue(StoreSamples.query(), from: .first, limit: 100) == rows)
            #expect(try store.changeCounter() == counter)
            #expect(try store.receive(receipts[0], stamp: StoreSamples.stamp(2)).number > numbers[numbers.count - 1])
            #expect(try store.verifyChain() == nil)
        }
    }

    @Test func everyCommitIsSynced() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let (synchronous, journal) = try store.writer.inDatabase { db in
                (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
            }
            #expect(synchronous == 2)
            #expect(journal == "wal")
        }
    }

    @Test func aNewerStoreIsLeftAlone() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try store.writer.inDatabase { try $0.execute(sql: "PRAGMA user_version = 9") }
            try store.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("desk.sqlite")))
            #expect(throws: StoreError.newerSchema(found: 9, known: Int(Schema.version))) { try folder.store() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("desk.sqlite"))) == before)
        }
    }

    @Test func otherFilesAreRefused() throws {
        try TemporaryFolder.with { folder in
            let text = Data(String(repeating: "这不是数据库\n", count: 500).utf8)
            try text.write(to: URL(fileURLWithPath: folder.path("text.sqlite")))
            #expect(corrupt { _ = try folder.store("text.sqlite") })
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("text.sqlite"))) == text)
            let other = try DatabaseQueue(path: folder.path("other.sqlite"))
            try other.write { try $0.execute(sql: "CREATE TABLE mail (body TEXT)") }
            try other.close()
            #expect(corrupt { _ = try folder.store("other.sqlite") })
            let folderPath = folder.path("folder.sqlite")
            try FileManager.default.createDirectory(atPath: folderPath, withIntermediateDirectories: true)
            #expect(throws: StoreError.self) { try folder.store("folder.sqlite") }
        }
    }

    @Test func aDamagedStoreIsReported() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            _ = try store.receive(
                (0..<400).map { StoreSamples.receipt(name: "第\($0)家") }, stamp: StoreSamples.stamp(0))
            try store.close()
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.path("desk.sqlite")))
            let end = try handle.seekToEnd()
            // Everything behind the schema.
            try handle.seek(toOffset: 16_384)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(end) - 16_384))
            try handle.close()
            #expect(
                corrupt {
                    let store = try folder.store()
                    for number in 1...400 { _ = try store.load(CaseNumber(year: 2026, sequence: number)) }
                })
        }
    }

    private func corrupt(_ work: () throws -> Void) -> Bool {
        do {
            try work()
        } catch StoreError.corrupt {
            return true
        } catch {
            return false
        }
        return false
    }

    @Test func aFullDiskSavesNothing() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            try store.writer.inDatabase { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                // A pragma takes no argument.
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
            }
            let receipts = (0..<200).map { StoreSamples.receipt(name: "第\($0)家") }
            #expect(throws: StoreError.diskFull) { try store.receive(receipts, stamp: StoreSamples.stamp(1)) }
            #expect(try store.count(StoreSamples.query()) == 1)
            #expect(try store.load(file.number) == file)
            try store.writer.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            let numbers = try store.receive(receipts, stamp: StoreSamples.stamp(2))
            #expect(numbers.first?.text == "2026-000002")
            #expect(try store.verifyChain() == nil)
        }
    }

    @Test(.disabled(if: getuid() == 0, "root may write anywhere"))
    func aReadOnlyFolderIsReported() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path())
            defer { chmod(folder.url.path(), 0o700) }
            #expect(throws: StoreError.readOnly(path: folder.path("desk.sqlite"))) { try folder.store() }
        }
    }

    @Test func aReadOnlyDatabaseIsReported() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try store.writer.inDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
            #expect(throws: StoreError.readOnly(path: store.path)) {
                try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            }
        }
    }

    @Test func vocabulariesAreOnlyAddedTo() {
        // The file holds ordinals: a term that moves would turn old lines into something else.
        #expect(Matter.allCases.first == .foodOperationLicence && Matter.foodStall.ordinal == 4)
        #expect(Action.new.ordinal == 0 && Action.update.ordinal == 6)
        #expect(Subject.sales.ordinal == 0 && Subject.canteen.ordinal == 2)
        #expect(Mark.wholesale.ordinal == 0 && Mark.contractedCanteen.ordinal == 5)
        #expect(Item.bulkFood.ordinal == 0 && Item.cateringManagement.ordinal == 13)
    }
}
