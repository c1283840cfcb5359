import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing
import TextLayout

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
            let store = try old(folder)
            while try store.completeSearch(batch: 50) {}
            let brought = try store.writer.inDatabase { try Row.fetchAll($0, sql: sql).map(\.description) }
            let new = try folder.store("new.sqlite").writer.inDatabase {
                try Row.fetchAll($0, sql: sql).map(\.description)
            }
            #expect(brought == new)
        }
    }

    /// While the indexes of an old store are being brought along, and however often that is interrupted, searches find what
    /// they find in the end.
    @Test func searchesFindTheSameAllTheWay() throws {
        try TemporaryFolder.with { folder in
            var store = try old(folder)
            let typed = try searches(store)
            var steps = 0
            repeat {
                try check(typed, store)
                // A name changes on either side of what is done.
                let rows = try store.queue(StoreSamples.query(sort: .received), from: .first, limit: 100).rows
                for row in [rows[steps * 5 % rows.count], rows[rows.count - 1 - steps % 3]] {
                    try rename(row, "新名\(steps)号羊汤馆", in: store)
                }
                try store.close()
                store = try folder.store()
                steps += 1
            } while try store.completeSearch(batch: 20)
            #expect(steps > 10)
            try check(typed, store)
            #expect(try store.completeSearch() == false)
            let hits = try store.writer.inDatabase {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM search WHERE search MATCH '\"zytg\"'")
            }
            #expect(try hits ?? 0 >= store.count(StoreSamples.query(search: "羊汤馆")))
        }
    }

    /// A store of the schema before this one, in which nothing but the syllables is missing.
    @Test func syllablesComeToAStoreThatHasAllElse() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                atPath: "\(SourceTree.fixtures)/Stores/v3.sqlite", toPath: folder.path("desk.sqlite"))
            let store = try folder.store()
            while try !store.writer.read(SearchIndex.isQueueComplete) { _ = try store.completeSearch() }
            let typed = try searches(store)
            try check(typed, store)
            #expect(try store.completeSearch(batch: 30))
            try check(typed, store)
            while try store.completeSearch(batch: 30) {}
            try check(typed, store)
            #expect(try store.writer.read(SearchIndex.isComplete))
        }
    }

    private func rename(_ row: QueueRow, _ name: String, in store: SQLiteCaseStore) throws {
        _ = try store.append(
            [
                .particularsChanged(
                    particulars: StoreSamples.particulars(name: name, phone: row.phone, at: row.received))
            ],
            to: row.number, expecting: row.revision, stamp: StoreSamples.stamp(9))
    }

    /// Something of every name and number, by eye and by ear.
    private func searches(_ store: SQLiteCaseStore) throws -> [String] {
        let rows = try store.queue(StoreSamples.query(), from: .first, limit: 12).rows
        return rows.flatMap { row in
            let name = Array(row.applicant.unicodeScalars)
            let initials = name.compactMap { Pinyin.initials(of: $0).first }
            return [
                String(row.applicant.suffix(1)), String(row.applicant.prefix(3)), String(row.number.text.suffix(2)),
                row.phone.map { String($0.suffix(4)) } ?? "0", String(decoding: initials.prefix(1), as: UTF8.self),
                String(decoding: initials.suffix(4), as: UTF8.self),
                String(decoding: name.suffix(2).flatMap { Pinyin.readings(of: $0).last ?? [] }, as: UTF8.self),
            ]
        } + ["新名", "xinming", "ytg", "没有的", "qqqq"]
    }

    private func check(_ typed: [String], _ store: SQLiteCaseStore) throws {
        let rows = try store.queue(StoreSamples.query(sort: .applicant), from: .first, limit: 1_000).rows
        for text in typed {
            let sought = SoughtText(text)
            let query = StoreSamples.query(search: text, sort: .applicant)
            let found = try store.queue(query, from: .first, limit: 1_000).rows
            #expect(found == rows.filter(sought.isFound), "\(text)")
            #expect(try store.count(query) == found.count, "\(text)")
        }
    }

    /// Licences that cases of an earlier program name come into the ledger on the way.
    @Test func licencesAreLearned() throws {
        try TemporaryFolder.with { folder in
            let store = try old(folder)
            let query = ExpiryQuery(through: CivilDate(dayNumber: 100_000))
            #expect(try store.countExpiringFirms(query) == 0)
            while try store.completeLedgers(batch: 10) {}
            let rows = try store.queue(StoreSamples.query(), from: .first, limit: 1_000).rows
            var named: Set<String> = []
            for row in rows {
                let file = try #require(try store.load(row.number))
                named.formUnion(LicenceLine.lines(of: file).filter { $0.standing == .open }.map(\.folded))
            }
            let listed = try store.expiringFirms(query, after: nil, limit: 1_000).flatMap(\.licences).map(\.line.folded)
            #expect(Set(listed) == named && listed.count == named.count)
            #expect(try !store.completeLedgers())
        }
    }

    /// What is owed of cases that an earlier program accepted is learned on the way.
    @Test func whatIsOwedIsLearned() throws {
        try TemporaryFolder.with { folder in
            let store = try old(folder)
            let accepted = StoreSamples.query(filter: .state(.acceptedWithGaps), sort: .number)
            let rows = try store.queue(accepted, from: .first, limit: 100).rows
            #expect(!rows.isEmpty && rows.allSatisfy { $0.owed == nil })
            while try store.completeSearch(batch: 10) {}
            let gaps = StoreSamples.query(filter: .gapsAgeing)
            #expect(try store.count(gaps) == rows.count)
            let owed = try store.queue(gaps, from: .first, limit: 100).rows.compactMap(\.owed)
            #expect(owed.count == rows.count && zip(owed, owed.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    /// Schema 5 only adds a log, so that a store of a million cases comes along at once.
    @Test func schemaFourGetsTheLogOfRefusals() throws {
        try TemporaryFolder.with { folder in
            let before = try folder.store()
            try before.writer.inDatabase { try $0.execute(sql: "DROP TABLE refusal; PRAGMA user_version = 4") }
            try before.close()
            let store = try folder.store()
            #expect(try store.writer.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 5)
            let refusals = (1...3).map {
                LoggedRefusal(RefusedAttempt(step: .judge, ground: "role"), stamp: StoreSamples.stamp($0))
            }
            for refusal in refusals { try store.log(refusal) }
            #expect(try store.refusals(since: StoreSamples.stamp(0).at) == refusals)
            #expect(try store.verifyRefusals() == nil)
            // Neither changed nor taken out, unless somebody goes around the schema; and that shows.
            #expect(throws: DatabaseError.self) {
                try store.writer.inDatabase { try $0.execute(sql: "UPDATE refusal SET clerk = 'x'") }
            }
            #expect(throws: DatabaseError.self) {
                try store.writer.inDatabase { try $0.execute(sql: "DELETE FROM refusal") }
            }
            try store.writer.inDatabase {
                try $0.execute(
                    sql: "DROP TRIGGER refusal_stays; UPDATE refusal SET clerk = 'x' WHERE sequence = 2")
            }
            #expect(try store.verifyRefusals() == 2)
        }
    }

    /// A whole store of schema 3 only wants for what schema 4 brought, and shows every view meanwhile.
    @Test func whatSchemaFourBroughtIsMadeBehind() throws {
        try TemporaryFolder.with { folder in
            let store = try old(folder)
            while try store.completeSearch(batch: 50) {}
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"
            let whole = try store.writer.inDatabase { try String.fetchAll($0, sql: sql) }
            let views = [QueueFilter.inProgress, .afterDecision].map { StoreSamples.query(filter: $0) }
            let rows = try views.map { try store.queue($0, from: .first, limit: 100).rows }
            #expect(
                !rows[0].isEmpty && rows[0].allSatisfy { QueueFilter.inProgress.states?.contains($0.state) == true })
            try store.writer.inDatabase { db in
                for index in [QueueIndex.external, .inProgress, .afterDecision] {
                    try db.execute(sql: "DROP INDEX \(index.rawValue)")
                }
                try SearchIndex.reopen(in: db)
            }
            #expect(try views.map { try store.queue($0, from: .first, limit: 100).rows } == rows)
            #expect(try store.counts(views) == rows.map(\.count))
            var steps = 0
            while try store.completeSearch(batch: 50) { steps += 1 }
            #expect(steps > 0)
            #expect(try store.writer.inDatabase { try String.fetchAll($0, sql: sql) } == whole)
            #expect(try views.map { try store.queue($0, from: .first, limit: 100).rows } == rows)
        }
    }
}
