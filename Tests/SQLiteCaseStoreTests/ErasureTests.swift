import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// What is known of a person is gone when its time is over, out of the file too; that something happened stays.
@Suite struct ErasureTests {
    private let old = Moment(CivilDate(dayNumber: 14_610), seconds: 9 * 3600)  // 2010-01-01

    private func closed(_ store: SQLiteCaseStore, _ receipt: Receipt, at moment: Moment) throws -> CaseNumber {
        let stamp = EventStamp(at: moment, by: ClerkID("zhang"))
        let file = try store.receive(receipt, stamp: stamp)
        _ = try store.append(
            [.withdrawn(reason: "改期")], to: file.number, expecting: file.revision, stamp: stamp)
        return file.number
    }

    @Test func theFileForgets() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            _ = try store.receive(
                (0..<300).map { StoreSamples.receipt(name: "第\($0)家") }, stamp: StoreSamples.stamp(0))
            let name = "鑫龘靐齾馆"
            let number = try closed(
                store, StoreSamples.receipt(name: name, phone: "13987654321", uscc: "92370000MAQQQQQQ9X", at: old),
                at: old)
            let clerk = ClerkID("zhang")
            let holder = LeaseHolder(clerk: clerk, window: "A02", desk: "1")
            _ = try store.takeLease(of: number, by: holder, at: old, until: old.adding(seconds: 60))
            for note in ["draft/case/\(number.text)", "draft/entry/\(number.text)/延期", "search/龘靐", "search/别的"] {
                let text = note.hasSuffix("别的") ? "" : name
                try store.remember(ClerkNote(name: note, at: old, text: text), for: clerk)
            }
            // As somebody typed it once, and then another way.
            _ = try store.receive(
                (0..<300).map { StoreSamples.receipt(name: "又\($0)家") }, stamp: StoreSamples.stamp(1))
            #expect(try found(Array(name.utf8), in: folder) && found(Array("13987654321".utf8), in: folder))
            #expect(try store.erase([number], stamp: StoreSamples.stamp(5)) == 1)
            #expect(try store.erase([number], stamp: StoreSamples.stamp(6)) == 0)
            #expect(try store.isSweepDue())
            #expect(try store.sweepErased())
            #expect(try !store.isSweepDue())
            for trace in [name, "龘靐", "13987654321", "92370000MAQQQQQQ9X", "qqqq"] {
                #expect(try !found(Array(trace.utf8), in: folder), "\(trace)")
            }
            #expect(try store.recall("", for: clerk).map(\.name) == ["search/别的"])
            #expect(try store.liveLeases(at: old).isEmpty)
            let report = try #require(try store.verifyLog())
            #expect(report.fault == nil && report.erased == 3)
            let story = try store.sealedHistory(of: number)
            #expect(story.map(\.kind) == ["received", "withdrawn", "retention-erased"])
            #expect(story.allSatisfy { $0.seal == .erased && $0.payload == nil })
            let rows = try store.queue(StoreSamples.query(search: number.text), from: .first, limit: 2).rows
            #expect(rows.map(\.revision) == [Revision(3)] && rows.map(\.applicant) == [""])
            try store.close()
        }
    }

    private func found(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> Bool {
        try ["", "-wal"].contains { side in
            let path = folder.path("desk.sqlite\(side)")
            guard FileManager.default.fileExists(atPath: path) else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(bytes)) != nil
        }
    }

    @Test func onlyWhatIsOverIsListed() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let open = try store.receive(StoreSamples.receipt(name: "甲", at: old), stamp: StoreSamples.stamp(0)).number
            let first = try closed(store, StoreSamples.receipt(name: "乙", at: old), at: old)
            let recent = try closed(store, StoreSamples.receipt(name: "丙", at: old), at: StoreSamples.stamp(0).at)
            let workshop = try closed(store, StoreSamples.receipt(name: "丁", matter: .smallWorkshop, at: old), at: old)
            func listed(_ terms: [Matter: Int], on day: CivilDate, after key: Int64 = 0) throws -> [CaseNumber] {
                try store.erasableCases(terms, on: day, after: key, limit: 9).map(\.number)
            }
            let day = old.date.adding(months: 120).date
            #expect(try listed([.foodOperationLicence: 10], on: day).isEmpty)
            #expect(try listed([.foodOperationLicence: 10], on: day.adding(days: 1)) == [first])
            let both = [Matter.foodOperationLicence: 10, .smallWorkshop: 5]
            #expect(try listed(both, on: day.adding(days: 1)) == [first, workshop])
            #expect(try listed([:], on: day.adding(days: 999)).isEmpty)
            let line = try #require(try store.erasableCases(both, on: day.adding(days: 1), after: 0, limit: 1).first)
            #expect(line.keptUntil == day && line.closedOn == old.date)
            #expect(try listed(both, on: day.adding(days: 1), after: line.key) == [workshop])
            _ = try store.erase([first], stamp: StoreSamples.stamp(3))
            #expect(try listed(both, on: day.adding(days: 1)) == [workshop])
            #expect(try listed(both, on: StoreSamples.today.adding(months: 121).date).contains(recent))
            #expect(try !listed(both, on: StoreSamples.today.adding(months: 999).date).contains(open))
        }
    }
}
