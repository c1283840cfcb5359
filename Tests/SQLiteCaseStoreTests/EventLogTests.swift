import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// The log: what the schema forbids, and what the chain of hashes finds.
@Suite struct EventLogTests {
    /// A store with two cases and eleven events.
    private func filled(_ folder: TemporaryFolder) throws -> SQLiteCaseStore {
        let store = try folder.store()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        let issued = try store.issueNotice(
            for: file.number, expecting: Revision(1), series: "n", stamp: StoreSamples.stamp(1)
        ) { StoreSamples.notice($0, round: 1) }
        _ = try store.append(
            Array(repeating: .identityRevealed, count: 8), to: issued.number, expecting: issued.revision,
            stamp: StoreSamples.stamp(2))
        _ = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(3))
        return store
    }

    @Test(arguments: [
        "UPDATE event SET clerk = 'x'", "DELETE FROM event", "UPDATE event_body SET body = ''",
        "DELETE FROM queue_row", "UPDATE queue_row SET number = '2026-999999' WHERE key = 1",
        "UPDATE notice SET document = 'x'", "DELETE FROM notice", "DELETE FROM series",
        "UPDATE series SET last = last - 1", "UPDATE series SET last = last",
        // A second notice, an event in between, and one in place of another.
        """
        INSERT INTO event SELECT 12, case_key, 11, 'notice-issued', at, clerk, body_digest, hash, hash
        FROM event WHERE sequence = 2
        """,
        """
        INSERT OR REPLACE INTO event SELECT 3, case_key, 3, 'accepted', at, clerk, body_digest, hash, hash
        FROM event WHERE sequence = 3
        """,
        """
        INSERT INTO event SELECT 12, case_key, 15, 'accepted', at, clerk, body_digest, hash, hash
        FROM event WHERE sequence = 3
        """,
        "INSERT INTO notice VALUES ('y', 1, 1, 3)", "INSERT INTO notice VALUES ('示审补1号', 2, 1, 11)",
        "UPDATE queue_row SET state = -1",
    ]) func theSchemaForbids(_ sql: String) throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            #expect(throws: DatabaseError.self) { try store.writer.write { try $0.execute(sql: sql) } }
            #expect(try store.verifyChain() == nil)
        }
    }

    @Test(arguments: [
        ("UPDATE event SET clerk = 'x' WHERE sequence = 4", 4), ("UPDATE event SET at = at + 1 WHERE sequence = 1", 1),
        ("UPDATE event SET kind = 'accepted' WHERE sequence = 5", 5), ("DELETE FROM event WHERE sequence = 7", 7),
        ("UPDATE event_body SET body = '{\"identityRevealed\":{} }' WHERE sequence = 6", 6),
        ("UPDATE event_body SET salt = zeroblob(16) WHERE sequence = 8", 8),
        ("UPDATE queue_row SET number = '2026-000009' WHERE key = 2", 11),
        ("UPDATE event SET previous_hash = zeroblob(32) WHERE sequence = 9", 9),
    ]) func theChainFinds(_ tampering: String, at sequence: Int64) throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            #expect(try store.verifyChain() == nil)
            try store.writer.inDatabase { db in
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = 0;
                        DROP TRIGGER event_stays; DROP TRIGGER event_is_kept; DROP TRIGGER event_body_stays;
                        DROP TRIGGER queue_number_stays
                        """)
                try db.execute(sql: tampering)
            }
            #expect(try store.verifyChain() == sequence)
        }
    }

    @Test func anErasedCaseKeepsItsPlaceInTheChain() throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            let rows = try store.queue(StoreSamples.query(sort: .received), from: .first, limit: 5).rows
            let number = rows[0].number
            let counter = try store.changeCounter()
            _ = try store.erase([number], stamp: StoreSamples.stamp(8))
            #expect(try store.verifyChain() == nil)
            #expect(try store.changeCounter() != counter)
            #expect(throws: StoreError.erased(number)) { try store.load(number) }
            #expect(throws: StoreError.erased(number)) { try store.history(of: number) }
            #expect(throws: StoreError.erased(number)) {
                try store.append([.identityRevealed], to: number, expecting: Revision(10), stamp: StoreSamples.stamp(9))
            }
            #expect(try store.count(StoreSamples.query(search: "甲")) == 0)
            #expect(try store.count(StoreSamples.query(search: number.text)) == 1)
            let blank = try store.queue(StoreSamples.query(sort: .received), from: .at(rows[0]), limit: 1).rows
            #expect(blank.map(\.applicant) == [""] && blank.map(\.phone) == [nil])
            #expect(try store.load(rows[1].number) != nil)
            let stranger = CaseNumber("2020-000001")
            #expect(throws: StoreError.noSuchCase(stranger)) {
                try store.erase([stranger], stamp: StoreSamples.stamp(9))
            }
        }
    }

    @Test func anotherCalendarMakesOpenLinesAgain() throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            let erased = try store.receive(StoreSamples.receipt(name: "丙"), stamp: StoreSamples.stamp(4)).number
            let done = try store.receive(StoreSamples.receipt(name: "丁"), stamp: StoreSamples.stamp(5)).number
            _ = try store.append(
                [.withdrawn(reason: "改期")], to: done, expecting: Revision(1), stamp: StoreSamples.stamp(6))
            // An accepted case still stands under its decision clock.
            let accepted = try store.receive(StoreSamples.receipt(name: "戊"), stamp: StoreSamples.stamp(7)).number
            _ = try store.append(
                [.accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: []))], to: accepted,
                expecting: Revision(1), stamp: StoreSamples.stamp(8))
            _ = try store.erase([erased], stamp: StoreSamples.stamp(9))
            #expect(try store.refreshProjection() == false)
            let before = try store.queue(StoreSamples.query(sort: .number), from: .first, limit: 9).rows
            let counter = try store.changeCounter()
            try store.close()
            let day = StoreSamples.today.adding(days: 77)
            let later = try SQLiteCaseStore(
                path: store.path, projection: QueueProjection(fingerprint: "samples/2") { _ in (day, false) })
            #expect(try later.queue(StoreSamples.query(sort: .number), from: .first, limit: 9).rows == before)
            #expect(try later.refreshProjection(batch: 2))
            // Whoever comes in between makes everything his own again, and so does the first one after him.
            let between = try SQLiteCaseStore(path: store.path, projection: StoreSamples.projection)
            while try between.refreshProjection(batch: 1) {}
            #expect(try between.queue(StoreSamples.query(sort: .number), from: .first, limit: 9).rows == before)
            #expect(try later.refreshProjection(batch: 2))
            while try later.refreshProjection(batch: 2) {}
            let after = try later.queue(StoreSamples.query(sort: .number), from: .first, limit: 9).rows
            #expect(after.map { $0.due == day } == [true, true, false, false, true])
            #expect(try later.changeCounter() != counter)
            #expect(try later.refreshProjection(batch: 2) == false)
        }
    }
}
