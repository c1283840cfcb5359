import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// Copies of a store: taken while others work, looked over, and put back.
@Suite struct StoreCopyTests {
    private let go: CopyWatch = { _, _, _ in true }

    private func fill(_ store: SQLiteCaseStore, _ count: Int) throws {
        _ = try store.receive(
            (0..<count).map { StoreSamples.receipt(name: "第\($0)家") }, stamp: StoreSamples.stamp(0))
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted()
    }

    @Test func aNewStoreTakesAllCasesOfAnotherUnderTheirNumbers() throws {
        try TemporaryFolder.with { folder in
            let played = InMemoryCaseStore(projection: StoreSamples.projection)
            try SampleQueue.fill(played)
            let store = try folder.store()
            try store.fill(with: played.collection)
            let query = QueueQuery(filter: .all, today: StoreSamples.query().today)
            let rows = try played.queue(query, from: .first, limit: 100).rows
            #expect(try store.queue(query, from: .first, limit: 100).rows == rows)
            for row in rows { #expect(try store.history(of: row.number) == played.history(of: row.number)) }
            #expect(try store.verifyChain() == nil)
            // The running numbers go on behind those that are used.
            let next = StoreSamples.receipt(name: "下一家")
            let numbers = try [
                played.receive(next, stamp: StoreSamples.stamp(9)), store.receive(next, stamp: StoreSamples.stamp(9)),
            ]
            #expect(numbers[0].number == numbers[1].number)
            #expect(throws: StoreError.self) { try store.fill(with: played.collection) }
            #expect(try store.count(query) == rows.count + 1)
        }
    }

    @Test func aCopyIsOneMomentOfAStoreThatGoesOn() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try fill(store, 300)
            let other = try folder.store()
            var seen = 0
            let report = try store.backUp(to: folder.path("b.sqlite")) { stage, _, _ in
                // Somebody takes cases in between any two steps.
                if stage == .copying, seen < 5 {
                    seen += 1
                    do { try fill(other, 20) } catch { Issue.record(error) }
                }
                return true
            }
            #expect(seen > 0 && report.head.count == 300)
            #expect(try store.count(StoreSamples.query()) == 300 + 20 * seen)
            #expect(try names(folder).filter { $0.hasPrefix("b.sqlite") } == ["b.sqlite"])
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("b.sqlite"))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let copy = try folder.store("b.sqlite")
            #expect(try copy.count(StoreSamples.query()) == 300 && copy.verifyChain() == nil)
        }
    }

    @Test func nothingIsEverReplaced() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try fill(store, 1)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path("b.sqlite")))
            #expect(throws: CopyFault.taken) { try store.backUp(to: folder.path("b.sqlite"), go) }
            #expect(throws: CopyFault.interrupted) {
                try store.backUp(to: folder.path("c.sqlite")) { stage, _, _ in stage == .copying }
            }
            #expect(throws: CopyFault.interrupted) {
                try store.backUp(to: folder.path("c.sqlite")) { _, _, _ in false }
            }
            #expect(throws: CopyFault.system(ENOENT)) { try store.backUp(to: folder.path("no/b.sqlite"), go) }
            #expect(try names(folder).filter { !$0.hasPrefix("desk.sqlite") } == ["b.sqlite"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("b.sqlite"))) == Data("mine".utf8))
        }
    }

    @Test func aBackupComesBack() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try fill(store, 30)
            _ = try store.backUp(to: folder.path("b.sqlite"), go)
            try fill(store, 5)
            let aside = folder.path("aside.sqlite")
            func restore(_ aside: String?) throws(CopyFault) -> Bool {
                try StoreCopy.restore(
                    folder.path("b.sqlite"), to: folder.path("desk.sqlite"), movingAside: aside, go
                ).isMoved
            }
            #expect(throws: CopyFault.taken) { try restore(nil) }
            #expect(throws: CopyFault.inUse) { try restore(aside) }
            #expect(try store.count(StoreSamples.query()) == 35)
            try store.close()
            #expect(try restore(aside))
            #expect(try folder.store().count(StoreSamples.query()) == 30)
            #expect(try folder.store("aside.sqlite").count(StoreSamples.query()) == 35)
            #expect(try names(folder).allSatisfy { !$0.contains(".tmp") })
        }
    }

    @Test func whatIsNoSoundBackupIsRefused() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try fill(store, 400)
            let file = folder.path("b.sqlite")
            _ = try store.backUp(to: file, go)
            let whole = try Data(contentsOf: URL(fileURLWithPath: file))
            func refused(_ data: Data, _ isMeant: (CopyFault) -> Bool) throws {
                try data.write(to: URL(fileURLWithPath: file))
                do throws(CopyFault) {
                    _ = try StoreCopy.restore(file, to: folder.path("new.sqlite"), movingAside: nil, go)
                    Issue.record("was taken")
                } catch {
                    #expect(isMeant(error), "\(error)")
                }
                #expect(try !names(folder).contains { $0.hasPrefix("new.sqlite") })
            }
            var torn = whole
            torn.removeLast(whole.count / 3)
            try refused(torn) { if case .store(.corrupt) = $0 { true } else { $0 == .damaged } }
            try refused(Data("no database at all, but long enough to be looked at".utf8)) {
                if case .store = $0 { true } else { false }
            }
            // One letter of a clerk's name, deep in a page.
            var forged = whole
            let place = try #require(forged.range(of: Data("received".utf8), options: .backwards)).lowerBound
            forged[place + 8 + 4] ^= 1
            try refused(forged) { if case .chain = $0 { true } else { $0 == .damaged } }
            try whole.write(to: URL(fileURLWithPath: file))
            try Data(repeating: 1, count: 10).write(to: URL(fileURLWithPath: file + "-wal"))
            #expect(throws: CopyFault.torn) {
                try StoreCopy.restore(file, to: folder.path("new.sqlite"), movingAside: nil, go)
            }
        }
    }

    @Test func linesAreHeldAgainstTheirEvents() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try fill(store, 250)
            let health = StoreHealth(store)
            #expect(try health.lines(most: nil, repairs: false).looked == 250)
            #expect(try health.lines(most: 50, repairs: false).looked == 50)
            try store.writer.write { try $0.execute(sql: "UPDATE queue_row SET due = due + 1 WHERE key = 101") }
            let number = CaseNumber("2026-000101")
            #expect(try health.lines(most: nil, repairs: false).differing == [number])
            #expect(try health.lines(most: nil, repairs: true).differing == [number])
            #expect(try health.lines(most: nil, repairs: false).differing.isEmpty)
            #expect(try health.isSound(isFull: true) && health.danglingReferences() == 0)
            #expect(try health.checkpoint())
        }
    }
}
