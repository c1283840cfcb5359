import CaseDomain
import CaseStore
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// What a write of several cases leaves behind when it breaks off in the middle.
@Suite struct JointWritingTests {
    private static let bundle = BundleReceipt(
        bundle: "b", shared: [.businessLicence],
        receipts: [.smallCatering, .prepackagedFiling].map { StoreSamples.receipt(name: "花间小馆", matter: $0) })

    /// Makes every write of a second case fail from now on, as a disk would that breaks between the two.
    private func breakAtSecondCase(_ store: SQLiteCaseStore) throws {
        try store.writer.write {
            try $0.execute(
                sql: """
                    CREATE TEMP TRIGGER broken BEFORE INSERT ON event_body WHEN EXISTS
                        (SELECT 1 FROM event WHERE sequence = NEW.sequence AND case_key = 2)
                        BEGIN SELECT RAISE(ABORT, 'broken'); END
                    """)
        }
    }

    @Test func aBrokenIntakeLeavesNoCase() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try breakAtSecondCase(store)
            #expect(throws: StoreError.self) { try store.receive(Self.bundle, stamp: StoreSamples.stamp(0)) }
            #expect(try store.count(StoreSamples.query()) == 0)
            #expect(try store.changeCounter() == 0)
            try store.writer.write { try $0.execute(sql: "DROP TRIGGER temp.broken") }
            let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
            #expect(files.map(\.number.text) == ["2026-000001", "2026-000002"])
            #expect(try store.verifyChain() == nil)
        }
    }

    @Test func aBrokenPaperUsesNoNumberUp() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
            try breakAtSecondCase(store)
            let write = NumberedAppend(to: files.map(CaseVersion.init), series: ["p", "p"]) { sequences in
                sequences.map { [StoreSamples.paper("p\($0)")] }
            }
            #expect(throws: StoreError.self) { try store.append(write, stamp: StoreSamples.stamp(1)) }
            for file in files { #expect(try store.load(file.number) == file) }
            try store.writer.write { try $0.execute(sql: "DROP TRIGGER temp.broken") }
            let written = try store.append(write, stamp: StoreSamples.stamp(2))
            #expect(written.flatMap(\.record.papers).map(\.number?.text) == ["p1", "p2"])
        }
    }

    @Test func aBrokenNoticeIsInNoCase() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
            try breakAtSecondCase(store)
            let cases = files.map(CaseVersion.init)
            #expect(throws: StoreError.self) {
                try store.issueNotice(for: cases, beside: [], series: "n", stamp: StoreSamples.stamp(1)) { sequence in
                    cases.map { _ in StoreSamples.notice(sequence, round: 1) }
                }
            }
            for file in files { #expect(try store.load(file.number) == file) }
            try store.writer.write { try $0.execute(sql: "DROP TRIGGER temp.broken") }
            let issued = try store.issueNotice(
                for: cases, beside: [], series: "n", stamp: StoreSamples.stamp(2)
            ) { sequence in
                cases.map { _ in StoreSamples.notice(sequence, round: 1) }
            }
            #expect(Set(issued.flatMap(\.notices).map(\.number.text)) == ["示审补1号"])
            // The register has the number once, beside the first of the cases.
            #expect(try store.reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM notice") } == 1)
            #expect(try store.verifyChain() == nil)
        }
    }
}
