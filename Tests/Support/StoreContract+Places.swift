import CaseDomain
import CaseStore

extension StoreContract {
    /// Addresses come back by a part of them, by pinyin and by initials, the most used first; a case that moves takes its
    /// address along.
    package func placesAreRemembered() throws {
        let store = try makeStore()
        let addresses = ["示例县渤海大街18号", "示例县长春路2号A座", "示例县渤海大街18号", "示例县博城五路7号", "  "]
        var numbers: [CaseNumber] = []
        for (minute, address) in addresses.enumerated() {
            var particulars = StoreSamples.particulars(name: "王记羊汤馆")
            particulars.premises.address = address
            let stamp = StoreSamples.stamp(minute)
            let receipt = Receipt(
                application: Application(particulars: particulars), checklist: nil, window: "A02")
            numbers.append(try store.receive(receipt, stamp: stamp).number)
        }
        let found = { (typed: String) in try store.places(like: typed, limit: 5).map(\.address) }
        let (street, road, fifth) = (addresses[0], addresses[1], addresses[3])
        try expect(try found("") == [street, fifth, road], "all, the most used first, then the latest")
        try expect(try found("大街") == [street], "a part")
        try expect(try found("海") == [street], "one character")
        try expect(try found("bhdj18") == [street], "initials")
        try expect(try found("bohaida") == [street], "pinyin")
        try expect(try found("bohaidj") == [street], "both by turns")
        try expect(try found("ccl") == [road], "a character's other reading")
        try expect(try found("a座") == [road], "without regard to case")
        try expect(try found("１８号") == [street], "without regard to width")
        try expect(try found("*").isEmpty && found("18[").isEmpty && found("?号").isEmpty, "signs stand for themselves")
        try expect(try found("纽约").isEmpty, "nothing where there is nothing")
        try expect(try store.places(like: "", limit: 1).map(\.uses) == [2], "no more than asked for")
        var moved = StoreSamples.particulars(name: "王记羊汤馆")
        moved.premises.address = road
        for number in [numbers[0], numbers[2]] {
            _ = try store.append(
                [.particularsChanged(particulars: moved)], to: number, expecting: Revision(1),
                stamp: StoreSamples.stamp(30))
        }
        try expect(
            try store.places(like: "", limit: 5) == [
                SeenPlace(address: road, uses: 3, last: StoreSamples.stamp(30).at),
                SeenPlace(address: fifth, uses: 1, last: StoreSamples.stamp(3).at),
            ], "an address that no case has any more is forgotten")
    }
    /// Two ways to write one character are two addresses, however they came in: Swift takes them for equal, a table doesn't.
    package func placesAreToldApartByTheirBytes(inBatch: Bool) throws {
        let composed = "示例县caf\u{E9}路1号"
        let decomposed = "示例县cafe\u{301}路1号"
        let receipts = [composed, decomposed, composed].map { address in
            var particulars = StoreSamples.particulars(name: "王记羊汤馆")
            particulars.premises.address = address
            return Receipt(application: Application(particulars: particulars), checklist: nil, window: "A02")
        }
        let store = try makeStore()
        if inBatch {
            _ = try store.receive(receipts, stamp: StoreSamples.stamp(0))
        } else {
            for receipt in receipts { _ = try store.receive(receipt, stamp: StoreSamples.stamp(0)) }
        }
        let found = try store.places(like: "", limit: 5)
        try expect(
            found.map { Array($0.address.utf8) } == [composed, decomposed].map { Array($0.utf8) }, "two addresses")
        try expect(found.map(\.uses) == [2, 1], "each with its own cases")
    }
}
