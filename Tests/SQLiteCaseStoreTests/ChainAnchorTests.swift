import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// What is cut off or put in the place of the log is noticed, and named.
@Suite struct ChainAnchorTests {
    /// A store with one case of nine events, behind it one of one.
    private func filled(_ folder: TemporaryFolder) throws -> SQLiteCaseStore {
        let store = try folder.store()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        _ = try store.append(
            Array(repeating: .identityRevealed, count: 8), to: file.number, expecting: file.revision,
            stamp: StoreSamples.stamp(2))
        _ = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(3))
        return store
    }

    private func tamper(_ store: SQLiteCaseStore, _ sql: String) throws {
        try store.writer.inDatabase { db in
            let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            let kept = ["chain_anchor_moves", "chain_anchor_follows"]
            for name in triggers where !kept.contains(name) { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: "PRAGMA foreign_keys = 0; \(sql)")
        }
    }

    @Test func theAnchorGoesAlong() throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            let report = try #require(try store.verifyLog())
            #expect(report.fault == nil && report.head.count == 10 && report.unanchored == 0 && report.erased == 0)
            #expect(try store.chainHead() == report.head)
            let anchor = try store.reader.read { try ChainAnchorTable.read($0)?.point }
            #expect(anchor == report.head)
        }
    }

    @Test(arguments: [1, 2, 10]) func aCutTailIsFound(_ gone: Int64) throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            try tamper(store, "DELETE FROM event_body WHERE sequence > \(10 - gone)")
            try tamper(store, "DELETE FROM event WHERE sequence > \(10 - gone)")
            let fault = try store.verifyLog()?.fault
            #expect(fault?.kind == .cutOff && fault?.sequence == 11 - gone)
            // Nothing can be written over the gap.
            #expect(throws: StoreError.self) {
                try store.receive(StoreSamples.receipt(name: "丙"), stamp: StoreSamples.stamp(4))
            }
        }
    }

    @Test func whoForgesTheAnchorToo() throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            let kept = try store.chainHead()
            try store.writer.inDatabase { try $0.execute(sql: "DROP TRIGGER chain_anchor_follows") }
            try tamper(store, "DELETE FROM event_body WHERE sequence > 8; DELETE FROM event WHERE sequence > 8")
            try tamper(store, "UPDATE chain_anchor SET count = 8, hash = (SELECT hash FROM event WHERE sequence = 8)")
            #expect(try store.verifyLog()?.fault == nil)
            #expect(try store.verifyLog(against: kept)?.fault?.kind == .cutOff)
            // And with other events in their place.
            let file = try #require(try store.load(CaseNumber("2026-000001")))
            try store.writer.inDatabase { try $0.execute(sql: ChainAnchorTable.follows) }
            _ = try store.append(
                [.identityRevealed, .identityRevealed], to: file.number, expecting: file.revision,
                stamp: StoreSamples.stamp(7))
            #expect(try store.verifyLog()?.fault == nil)
            #expect(
                try store.verifyLog(against: kept)?.fault
                    == ChainFault(
                        .replaced, at: 10, number: file.number, revision: 10, event: "identity-revealed"))
        }
    }

    @Test(arguments: [
        ("UPDATE chain_anchor SET hash = zeroblob(32)", ChainFault.Kind.replaced),
        ("UPDATE chain_anchor SET count = 7", .unanchored), ("UPDATE chain_anchor SET count = 70", .cutOff),
        ("UPDATE event SET clerk = 'x' WHERE sequence = 4", .header),
        ("UPDATE event SET at = at - 1 WHERE sequence = 4", .header),
        ("UPDATE event SET revision = 40 WHERE sequence = 4", .header),
        ("UPDATE event SET kind = 'accepted' WHERE sequence = 4", .header),
        ("UPDATE event SET body_digest = zeroblob(32) WHERE sequence = 4", .header),
        ("UPDATE event SET hash = zeroblob(32) WHERE sequence = 4", .header),
        ("UPDATE event SET case_key = 2 WHERE sequence = 4", .header),
        ("UPDATE event SET previous_hash = zeroblob(32) WHERE sequence = 4", .link),
        ("UPDATE event SET sequence = 400 WHERE sequence = 4", .missing),
        ("DELETE FROM event WHERE sequence = 4", .missing),
        ("DELETE FROM event_body WHERE sequence = 4", .bodyGone),
        ("UPDATE event_body SET body = '{}' WHERE sequence = 4", .body),
        ("UPDATE event_body SET salt = zeroblob(16) WHERE sequence = 4", .body),
    ]) func everyFieldIsSealed(_ tampering: String, _ kind: ChainFault.Kind) throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            try store.writer.inDatabase { try $0.execute(sql: "DROP TRIGGER chain_anchor_follows") }
            try tamper(store, tampering)
            let fault = try #require(try store.verifyLog()?.fault)
            #expect(fault.kind == kind)
            if tampering.contains("sequence = 4"), kind != .missing {
                #expect(fault.sequence == 4)
                let broken = try store.sealedHistory(of: CaseNumber("2026-000001")).filter { $0.seal == .broken }
                #expect(tampering.contains("case_key") || broken.contains { $0.sequence == 4 })
            }
        }
    }

    @Test func anOldStoreSaysWhatNobodyCanTell() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                atPath: "\(SourceTree.fixtures)/Stores/v1.sqlite", toPath: folder.path("desk.sqlite"))
            let store = try folder.store()
            let report = try #require(try store.verifyLog())
            #expect(report.fault == nil && report.unanchored == report.head.count && report.unanchored > 75)
            _ = try store.receive(StoreSamples.receipt(name: "新"), stamp: StoreSamples.stamp(0))
            let later = try #require(try store.verifyLog())
            #expect(later.fault == nil && later.head.count == later.unanchored + 1)
        }
    }

    @Test func aWalkCanBeEnded() throws {
        try TemporaryFolder.with { folder in
            let store = try filled(folder)
            #expect(try store.verifyLog { _, _ in false } == nil)
        }
    }

    @Test func aPlaceIsReadBackFromPaper() throws {
        let point = ChainPoint(count: 1204, hash: (0..<32).map { UInt8($0 * 7) })
        #expect(ChainPoint(point.description) == point)
        #expect(ChainPoint(" 1204 : \(HexText.of(point.hash).uppercased())\n") == point)
        for wrong in [
            "", "1204", "1204:", "-1:\(HexText.of(point.hash))", "1204:\(HexText.of(point.hash.dropLast()))", "1:+f",
        ] {
            #expect(ChainPoint(wrong) == nil, "\(wrong)")
        }
    }
}
