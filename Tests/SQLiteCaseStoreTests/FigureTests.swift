import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// Figures that were kept along, against what the events say.
@Suite struct FigureTests {
    private static let ever = CivilDate(dayNumber: 0)...CivilDate(dayNumber: 60_000)

    /// Everything in the tables of the figures, without the numbers that stand for names.
    private func tables(_ store: SQLiteCaseStore) throws -> [String] {
        try store.writer.inDatabase { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT printf('%d %d %d %d %s %s %d %d', t.kind, t.day, CASE WHEN t.kind IN (2, 3) THEN
                            (SELECT material || defect FROM figure_defect WHERE id = t.term) ELSE t.term END,
                        t.value, p.window, p.clerk, p.matter, t.count)
                    FROM figure_tally t JOIN figure_party p ON p.id = t.party
                    UNION ALL
                    SELECT printf('%d %d %d %d %d %s %s %d', f.kind, f.month, f.key, f.day, CASE f.kind WHEN 2 THEN
                            (SELECT material || defect FROM figure_defect WHERE id = f.term) ELSE f.term END,
                        p.window, p.clerk, p.matter)
                    FROM figure_case f JOIN figure_party p ON p.id = f.party ORDER BY 1
                    """)
        }
    }

    /// Makes of a store one that no program has counted.
    private func uncount(_ store: SQLiteCaseStore) throws {
        try store.writer.inDatabase { db in
            for table in ["figure_line", "figure_case", "figure_tally", "figure_party", "figure_defect"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            try db.execute(sql: "DELETE FROM meta WHERE name = 'figures'")
        }
    }

    @Test(arguments: [11, 12]) func tablesAreWhatARecountGives(seed: UInt64) throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var trial = FigureTrial(store: store, seed: seed)
            try trial.work(steps: 250)
            let kept = try tables(store)
            #expect(kept.count > 500)
            try uncount(store)
            while try store.completeFigures(batch: 7) {}
            #expect(try tables(store) == kept)
        }
    }

    /// An older store is counted while desks work on it, however often that is interrupted.
    @Test func olderStoresAreCountedOnTheWay() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var trial = FigureTrial(store: store, seed: 5)
            try trial.work(steps: 80)
            try uncount(store)
            let today = StoreSamples.today
            #expect(
                try store.dayBoard(on: today, idleSince: today) == DayBoard(today: today, rows: [], isComplete: false))
            #expect(try store.figures(FigureQuery(days: Self.ever)).isComplete == false)
            var steps = 0
            while try store.completeFigures(batch: 4) {
                steps += 1
                try trial.work(steps: 3)
            }
            #expect(steps > 5)
            try trial.check()
            #expect(try store.completeFigures() == false)
            let kept = try tables(store)
            try uncount(store)
            while try store.completeFigures() {}
            #expect(try tables(store) == kept)
        }
    }

    @Test func storesOfTheFirstSchemaAreCounted() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                atPath: "\(SourceTree.fixtures)/Stores/v1.sqlite", toPath: folder.path("desk.sqlite"))
            let store = try folder.store()
            while try store.completeFigures(batch: 20) {}
            let rows = try store.queue(StoreSamples.query(), from: .first, limit: 1000).rows
            var expected: [Measure: Histogram] = [:]
            for row in rows {
                let file = try #require(try store.load(row.number))
                for fact in StoreSamples.projection.figures(of: file).facts {
                    expected[fact.measure, default: Histogram()].add(fact.value)
                }
            }
            let sheet = try store.figures(FigureQuery(days: Self.ever))
            #expect(sheet.isComplete && sheet.total.figures == expected)
            #expect(sheet.total[.received].count == 75 && sheet.total[.notified].count > 0)
        }
    }

    /// Counts are nobody's secret: they stay when a case is erased, before or after it was counted.
    @Test func erasedCasesStayCounted() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var trial = FigureTrial(store: store, seed: 6)
            try trial.work(steps: 60)
            let number = try #require(
                try store.queue(StoreSamples.query(), from: .first, limit: 1).rows.first?.number)
            let kept = try tables(store)
            #expect(try store.erase([number], stamp: StoreSamples.stamp(0)) == 1)
            #expect(try tables(store) == kept)
            try uncount(store)
            while try store.completeFigures() {}
            let query = FigureQuery(days: Self.ever)
            #expect(
                try store.figures(query).total[.received].count == store.count(StoreSamples.query()))
        }
    }

    /// A new calendar moves due days and what was measured by it; the sums follow.
    @Test func aNewCalendarIsCounted() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            var trial = FigureTrial(store: store, seed: 7)
            try trial.work(steps: 60)
            try store.close()
            let day = StoreSamples.today.adding(days: 3)
            let later = try SQLiteCaseStore(
                path: store.path,
                projection: QueueProjection(
                    fingerprint: "samples/2", due: { _ in (day, false) }, clocks: { StoreSamples.clocks }))
            while try later.refreshProjection(batch: 7) {}
            let board = try later.dayBoard(on: day, idleSince: day)
            let desks = board.rows.reduce(0) { $0 + $1.waiting + $1.inHand }
            #expect(desks > 0 && board.rows.reduce(0) { $0 + $1.dueToday } == desks)
        }
    }
}
