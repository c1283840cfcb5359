import CaseDomain
import CaseStore

extension StoreContract {
    /// The events of some days, of one clerk or of all, in order of time.
    package func daysAreLogged() throws {
        let store = try makeStore()
        let (wang, li) = (ClerkID("王"), ClerkID("李"))
        let day = StoreSamples.stamp(0).at.date
        let stamp = { (days: Int, seconds: Int64, clerk: ClerkID) in
            EventStamp(at: Moment(day.adding(days: days), seconds: seconds), by: clerk)
        }
        let first = try store.receive(StoreSamples.receipt(name: "老王羊汤馆"), stamp: stamp(0, 0, wang))
        let second = try store.receive(StoreSamples.receipt(name: "李记面馆"), stamp: stamp(0, 86_399, li))
        _ = try store.append(
            [.identityRevealed], to: first.number, expecting: first.revision, stamp: stamp(1, 0, wang))
        let events = { (clerk: ClerkID?, from: Int, through: Int) in
            try store.events(
                DayLogQuery(clerk: clerk, from: day.adding(days: from), through: day.adding(days: through)))
        }
        try expect(try events(nil, 0, 0).map(\.number) == [first.number, second.number], "midnight to midnight")
        try expect(try events(wang, 0, 1).map(\.number) == [first.number, first.number], "one clerk's")
        try expect(try events(wang, 1, 1).map(\.payload) == [.identityRevealed], "what it was")
        try expect(try events(li, 1, 9).isEmpty, "nothing")
        let latest = try store.events(
            DayLogQuery(clerk: nil, from: day, through: day.adding(days: 1), limit: 2))
        try expect(latest.map(\.stamp.by) == [li, wang], "of too many, the latest")
        let logged = try events(li, 0, 0).first
        try expect(logged?.stamp == stamp(0, 86_399, li), "when and who")
        try expect(logged?.applicant == second.particulars.applicant.name, "for whom")
    }
}
