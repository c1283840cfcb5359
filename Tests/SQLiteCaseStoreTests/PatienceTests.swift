import CaseStore
import GRDB
@testable import SQLiteCaseStore
import Synchronization
import TestSupport
import Testing

@Suite("Counts that nobody waits for")
struct PatienceTests {
    /// Ends by itself only after ten million rows.
    private static let endless = """
        WITH RECURSIVE line (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM line WHERE place < 10000000)
        SELECT count(*) FROM line
        """

    @Test("a reading ends with the first no, and the connection goes on")
    func givenUp() throws {
        let asked = Mutex(0)
        let queue = try DatabaseQueue()
        try queue.read { db in
            let count = try Patience.run(
                while: {
                    asked.withLock {
                        $0 += 1
                        return $0 < 4
                    }
                }, on: db
            ) { try Int.fetchOne(db, sql: Self.endless) }
            #expect(count == nil && asked.withLock { $0 } == 4)
            #expect(try Int.fetchOne(db, sql: "SELECT 7") == 7)
            #expect(try Patience.run(while: { true }, on: db) { try Int.fetchOne(db, sql: "SELECT 8") } == 8)
        }
    }

    @Test("other faults of a reading are told, wanted or not")
    func faults() throws {
        let queue = try DatabaseQueue()
        _ = try queue.read { db in
            #expect(throws: DatabaseError.self) {
                try Patience.run(while: { true }, on: db) { try Int.fetchOne(db, sql: "SELECT nothing") }
            }
        }
    }

    @Test("a store counts for whoever waits, and for nobody else")
    func store() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            _ = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            #expect(try store.count(StoreSamples.query(search: "甲"), while: { true }) == 1)
            #expect(try store.count(StoreSamples.query(search: "甲"), while: { false }) == nil)
        }
    }
}
