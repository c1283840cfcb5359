import CaseDomain
import CaseStore

extension StoreContract {
    /// Who works on a case: one at a time, until he leaves, his time is up, or somebody takes over, which is kept.
    package func leasesAreHeldByOne() throws {
        let store = try makeStore()
        let (one, other) = (CaseNumber(year: 2026, sequence: 1), CaseNumber(year: 2026, sequence: 2))
        let at = { (seconds: Int64) in Moment(secondsSince1970: seconds) }
        let wang = LeaseHolder(clerk: ClerkID("wang"), window: "A02", desk: "1")
        let again = LeaseHolder(clerk: ClerkID("wang"), window: "A02", desk: "2")
        let li = LeaseHolder(clerk: ClerkID("li"), window: "A03", desk: "1")
        let first = try store.takeLease(of: one, by: wang, at: at(0), until: at(120))
        try expect(first == Lease(number: one, holder: wang, since: at(0), until: at(120)), "a free case is taken")
        try expect(try store.takeLease(of: one, by: li, at: at(10), until: at(130)) == first, "one that is held isn't")
        try expect(try store.takeLease(of: one, by: again, at: at(10), until: at(130)) == first, "desks are told apart")
        let longer = try store.takeLease(of: one, by: wang, at: at(20), until: at(140))
        try expect(longer == Lease(number: one, holder: wang, since: at(0), until: at(140)), "the holder's runs on")
        _ = try store.takeLease(of: other, by: li, at: at(20), until: at(90))
        try expect(try store.liveLeases(at: at(89)).map(\.number) == [one, other], "both are live")
        try expect(try store.liveLeases(at: at(90)) == [longer], "at its end it counts no more")
        try store.releaseLease(of: one, by: li)
        try expect(try store.liveLeases(at: at(90)) == [longer], "nobody gives back what isn't his")
        let taken = try store.takeOverLease(of: one, by: li, at: at(100), until: at(220))
        try expect(taken == Lease(number: one, holder: li, since: at(100), until: at(220)), "taken over")
        let log = [LeaseTakeOver(at: at(100), from: wang, by: li)]
        try expect(try store.takeOvers(of: one) == log, "a take-over is written down")
        try expect(try store.takeLease(of: one, by: wang, at: at(101), until: at(221)) == taken, "it is his now")
        try store.releaseLease(of: one, by: li)
        try expect(try store.liveLeases(at: at(102)).isEmpty, "given back")
        _ = try store.takeOverLease(of: one, by: wang, at: at(103), until: at(223))
        _ = try store.takeOverLease(of: one, by: wang, at: at(104), until: at(224))
        _ = try store.takeOverLease(of: one, by: li, at: at(224), until: at(300))
        try expect(try store.takeOvers(of: one) == log, "what is free or one's own is not taken over")
        try expect(try store.takeOvers(of: other).isEmpty, "each case has its own log")
    }
}
