import CaseDomain
import CaseStore
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

@Suite struct SeenPlaceTests {
    @Test("only the latest addresses are kept, so that a lookup walks no more than those")
    func bounded() throws {
        let db = try DatabaseQueue()
        try db.write { db in
            try db.execute(sql: SeenPlaceTable.schema)
            let count = SeenPlaceTable.kept + SeenPlaceTable.slack + 1
            for place in 0..<count {
                try SeenPlaceTable.see("地\(place)号", at: Moment(secondsSince1970: Int64(place)), in: db)
            }
            try SeenPlaceTable.clear(in: db)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM place") == SeenPlaceTable.kept)
            #expect(try SeenPlaceTable.places(like: "地0号", 5, in: db).isEmpty)
            #expect(try SeenPlaceTable.places(like: "地\(count - 1)号", 5, in: db).count == 1)
            try SeenPlaceTable.clear(in: db)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM place") == SeenPlaceTable.kept)
        }
    }

    @Test("erasing a case forgets its address")
    func erased() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteCaseStore(path: folder.path("desk.sqlite"), projection: StoreSamples.projection)
        let receipt = StoreSamples.receipt(name: "王记羊汤馆")
        let address = receipt.application.particulars.premises.address
        let first = try store.receive(receipt, stamp: StoreSamples.stamp(0)).number
        let second = try store.receive(receipt, stamp: StoreSamples.stamp(1)).number
        #expect(try store.places(like: "rml", limit: 5).map(\.uses) == [2])
        _ = try store.erase([first], stamp: StoreSamples.stamp(2))
        #expect(try store.places(like: address, limit: 5).map(\.uses) == [1])
        _ = try store.erase([first], stamp: StoreSamples.stamp(2))
        _ = try store.erase([second], stamp: StoreSamples.stamp(2))
        #expect(try store.places(like: "", limit: 5).isEmpty)
        try store.close()
    }

    @Test("a write that is taken back leaves no address behind")
    func rolledBack() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try SQLiteCaseStore(path: folder.path("desk.sqlite"), projection: StoreSamples.projection)
        let number = try store.receive(StoreSamples.receipt(name: "王记"), stamp: StoreSamples.stamp(0)).number
        let before = try store.places(like: "", limit: 5)
        var moved = StoreSamples.particulars(name: "王记")
        moved.premises.address = "示例县别处2号"
        #expect(throws: StoreError.self) {
            try store.append(
                [.particularsChanged(particulars: moved)], to: number, expecting: Revision(7),
                stamp: StoreSamples.stamp(2))
        }
        #expect(try store.places(like: "", limit: 5) == before)
        try store.close()
    }
}
