import CaseDomain
import CaseStore

extension StoreContract {
    /// 缺勤: what was entered stays, ends early by one more entry, and is gone from the list when it is over.
    package func absencesAreKept() throws {
        let store = try makeStore()
        let day = { (days: Int) in StoreSamples.today.adding(days: days) }
        let (wang, li) = (ClerkID("wang"), ClerkID("li"))
        let plan = { (who: ClerkID, from: Int, until: Int, cover: ClerkID?) in
            Absence(
                who: who, from: day(from), until: day(until), cover: cover, entered: StoreSamples.stamp(1, by: "lin"))
        }
        try expect(try store.absences(from: day(0)).isEmpty, "nobody is away")
        let first = try store.enter(plan(wang, 0, 4, li))
        let second = try store.enter(plan(li, 6, 6, nil))
        try expect(first.sequence != second.sequence, "each has a place of its own")
        try expect(first.who == wang && first.cover == li && first.until == day(4), "as it was entered")
        try expect(first.entered == StoreSamples.stamp(1, by: "lin"), "with who entered it, and when")
        try expect(try store.absences(from: day(0)) == [first, second], "both, in their order")
        try expect(try store.absences(from: day(5)) == [second], "what is over isn't asked about")
        try store.endAbsence(first.sequence, on: day(2), stamp: StoreSamples.stamp(9, by: "wang"))
        let known = try store.absences(from: day(1))
        try expect(known.first == first.ended(on: day(2)), "it ends early")
        try expect(known.covered(by: li, on: day(1)) == [wang], "until then the cover stands in")
        try expect(known.covered(by: li, on: day(2)).isEmpty, "and from then on nobody")
        try expect(try store.absences(from: day(2)) == [second], "it is over")
        try store.endAbsence(9_999, on: day(2), stamp: StoreSamples.stamp(9, by: "wang"))
        try expect(try store.absences(from: day(2)) == [second], "an absence that nobody entered can't be ended")
    }

    /// 锁屏: what happened to a clerk's locks, oldest first, and nobody else's.
    package func locksAreLogged() throws {
        let store = try makeStore()
        let kinds: [LockEvent.Kind] = [.setPIN, .locked, .wrongPIN, .unlocked, .lockedIdle]
        let events = kinds.enumerated().map { place, kind in
            LockEvent(kind, window: "A02", stamp: StoreSamples.stamp(place))
        }
        for event in events { try store.log(event) }
        try store.log(LockEvent(.wrongPIN, window: "A03", stamp: StoreSamples.stamp(2, by: "li")))
        let begin = StoreSamples.stamp(0).at
        try expect(try store.lockLog(of: ClerkID("zhang"), since: begin) == events, "in their order")
        try expect(
            try store.lockLog(of: ClerkID("zhang"), since: StoreSamples.stamp(3).at) == Array(events.suffix(2)),
            "from a moment on")
        try expect(try store.lockLog(of: ClerkID("nobody"), since: begin).isEmpty, "each clerk has his own")
    }
}
