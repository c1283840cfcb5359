/// Where `QueueReading` changes its mind, in rows.
package struct QueueEffort: Sendable {
    /// Tested on a walk before it gives up, where each is looked up or listened to.
    let walk: Int
    /// So many times as many are read along a wide index meanwhile.
    let wideness = 8
    /// The same where a walk is tried before anything is known: a search for less than a gram.
    let trial: Int
    /// Between these lies how many hits are few enough to be gathered.
    let few: ClosedRange<Int>
    /// Hits that are read before a walk goes on: to gather more would take longer than the walk.
    let many = 16_000
    /// Passed over rather than walked along, on the way to the next hit.
    let leap: Int

    package init(walk: Int, trial: Int, few: ClosedRange<Int>, leap: Int) {
        self.walk = walk
        self.trial = trial
        self.few = few
        self.leap = leap
    }

    package static let standard = QueueEffort(walk: 8_000, trial: 4_000, few: 500...10_000, leap: 64)
}
