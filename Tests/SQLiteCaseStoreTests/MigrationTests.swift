import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// Stores as earlier programs left them.
@Suite struct MigrationTests {
    /// A store of schema 1, with 75 cases that had come as far as that program took them.
    private func old(_ folder: TemporaryFolder) throws -> SQLiteCaseStore {
        try FileManager.default.copyItem(
            atPath: "\(SourceTree.fixtures)/Stores/v1.sqlite", toPath: folder.path("desk.sqlite"))
        return try folder.store()
    }

    @Test func everyCaseComesAlong() throws {
        try TemporaryFolder.with { folder in
            let store = try old(folder)
            #expect(try store.verifyChain() == nil)
            let rows = try store.queue(StoreSamples.query(), from: .first, limit: 1000).rows
            #expect(rows.count == 75)
            for row in rows {
                let file = try #require(try store.load(row.number))
                #expect(file.revision == row.revision)
            }
            try store.close()
            #expect(try folder.store().count(StoreSamples.query()) == 75)
        }
    }

    @Test func whatOnlyTheNewSchemaAllowsIsThere() throws {
        try TemporaryFolder.with { folder in
            let store = try old(folder)
            let awaiting = StoreSamples.query(filter: .state(.awaitingCorrection))
            let row = try #require(try store.queue(awaiting, from: .first, limit: 1).rows.first)
            let file = try #require(try store.load(row.number))
            let notice = try #require(file.notices.last)
            let reopened = try store.append(
                [.noticeWithdrawn(withdrawal: NoticeWithdrawal(number: notice.number, reason: "发错"))],
                to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(1))
            #expect(reopened.phase == .checking)
            let again = try store.issueNotice(
                for: file.number, expecting: reopened.revision, series: "n", stamp: StoreSamples.stamp(2)
            ) { StoreSamples.notice(900 + $0, round: file.round + 1) }
            let refusal = Refusal(
                ground: .falsified, reason: "假", basis: LegalSource(citation: "《行政许可法》第七十八条", verified: true))
            let refused = try store.append(
                [.refused(refusal: refusal)], to: file.number, expecting: again.revision, stamp: StoreSamples.stamp(3))
            #expect(refused.phase == .refused(refusal))
            #expect(try store.count(StoreSamples.query(filter: .state(.refused))) == 1)
        }
    }

    /// A store that was brought here must refuse what a new one refuses.
    @Test func itIsTheSchemaOfANewStore() throws {
        try TemporaryFolder.with { folder in
            let sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
            let brought = try old(folder).writer.inDatabase { try Row.fetchAll($0, sql: sql).map(\.description) }
            let new = try folder.store("new.sqlite").writer.inDatabase {
                try Row.fetchAll($0, sql: sql).map(\.description)
            }
            #expect(brought == new)
        }
    }
}
