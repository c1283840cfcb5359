package import CaseDomain
import Synchronization

/// Who works on which case now. A lease protects no data, revisions do that; it keeps two clerks from doing one work twice.
///
/// Nobody has to give a lease back: it ends by itself at the moment that it names, so a desk that died holds nothing up.
package protocol LeaseStoring: Sendable {
    /// Takes a case, or takes it for longer where the holder has it already.
    ///
    /// - Parameters:
    ///   - now: leases that ended by then count for nothing.
    ///   - end: until when it is held.
    /// - Returns: the lease as it stands now: the holder's own, or the one of somebody else who has the case.
    func takeLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease

    /// Takes a case although somebody else has it, and writes that down for good; without a live lease of somebody else
    /// nothing is written down.
    func takeOverLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease

    /// Gives a case back. One that somebody else has meanwhile stays his.
    func releaseLease(of number: CaseNumber, by holder: LeaseHolder) throws(StoreError)

    /// Every lease that hasn't ended, by case number.
    func liveLeases(at now: Moment) throws(StoreError) -> [Lease]

    /// Who took a case over from whom, oldest first.
    func takeOvers(of number: CaseNumber) throws(StoreError) -> [LeaseTakeOver]
}

/// A desk with the clerk who sits at it.
package struct LeaseHolder: Hashable, Sendable {
    package let clerk: ClerkID
    package let window: String
    /// Tells two desks of one clerk at one window apart, such as one that died and the one started after it.
    package let desk: String

    package init(clerk: ClerkID, window: String, desk: String) {
        self.clerk = clerk
        self.window = window
        self.desk = desk
    }

    /// The same person in the same place, at whatever desk.
    package func isSamePerson(as other: Self) -> Bool { clerk == other.clerk && window == other.window }
}

package struct Lease: Hashable, Sendable {
    package let number: CaseNumber
    package let holder: LeaseHolder
    /// When he took it; taking it for longer leaves this as it was.
    package let since: Moment
    package let until: Moment

    package init(number: CaseNumber, holder: LeaseHolder, since: Moment, until: Moment) {
        self.number = number
        self.holder = holder
        self.since = since
        self.until = until
    }
}

package struct LeaseTakeOver: Hashable, Sendable {
    package let at: Moment
    package let from: LeaseHolder
    package let by: LeaseHolder

    package init(at: Moment, from: LeaseHolder, by: LeaseHolder) {
        self.at = at
        self.from = from
        self.by = by
    }
}

/// The leases of a store that lives as long as its process.
struct LeaseBook {
    private var leases: [CaseNumber: Lease] = [:]
    private var log: [CaseNumber: [LeaseTakeOver]] = [:]

    func live(at now: Moment) -> [Lease] {
        leases.values.filter { $0.until > now }.sorted { $0.number < $1.number }
    }

    func takeOvers(of number: CaseNumber) -> [LeaseTakeOver] { log[number] ?? [] }

    mutating func take(
        _ number: CaseNumber, _ holder: LeaseHolder, at now: Moment, until end: Moment, force: Bool
    ) -> Lease {
        let live = leases[number].flatMap { $0.until > now ? $0 : nil }
        if let live, live.holder != holder {
            guard force else { return live }
            log[number, default: []].append(LeaseTakeOver(at: now, from: live.holder, by: holder))
        }
        let since = live.flatMap { $0.holder == holder ? $0.since : nil } ?? now
        let lease = Lease(number: number, holder: holder, since: since, until: end)
        leases[number] = lease
        return lease
    }

    mutating func release(_ number: CaseNumber, _ holder: LeaseHolder) {
        if leases[number]?.holder == holder { leases[number] = nil }
    }
}

extension InMemoryCaseStore: LeaseStoring {
    package func takeLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        contents.withLock { $0.leases.take(number, holder, at: now, until: end, force: false) }
    }

    package func takeOverLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        contents.withLock { $0.leases.take(number, holder, at: now, until: end, force: true) }
    }

    package func releaseLease(of number: CaseNumber, by holder: LeaseHolder) throws(StoreError) {
        contents.withLock { $0.leases.release(number, holder) }
    }

    package func liveLeases(at now: Moment) throws(StoreError) -> [Lease] {
        contents.withLock { $0.leases.live(at: now) }
    }

    package func takeOvers(of number: CaseNumber) throws(StoreError) -> [LeaseTakeOver] {
        contents.withLock { $0.leases.takeOvers(of: number) }
    }
}
