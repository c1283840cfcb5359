package import CaseDomain
package import CaseStore

/// What the desk knows about who works on which case.
package struct LeaseState: Hashable, Sendable {
    /// How long a case stays taken without a key: long enough to read a paper, short enough that a desk that died holds
    /// nobody up for longer than a greeting takes.
    static let seconds: Int64 = 120
    /// Typing takes the case for longer, but not at every key.
    static let renewalSeconds: Int64 = 20

    /// The case that this desk asked for.
    package struct Claim: Hashable, Sendable {
        package let number: CaseNumber
        package var renewedAt: Moment
        /// Whether the case was this desk's when it last heard.
        package var isHeld: Bool
        /// Whether the store has answered since the case was opened.
        package var isAnswered = false
    }

    /// A key that waits for the answer whether the case is taken over. Boxed: a state is copied at every key.
    package indirect enum Wish: Hashable, Sendable {
        case press(DeskEvent.Input, under: Modal?)
    }

    /// Every lease as last read.
    package var live: [Lease] = []
    package var claim: Claim?
    /// Who took the open case over from whom.
    package var takeOvers: [LeaseTakeOver] = []
    package var wish: Wish?
    /// Effects whose answer is about leases; what fails of them is nobody's business, since revisions protect the data.
    package var waiting: Set<Int> = []
    package var looking: Int?

    /// Somebody else who has the case now; nil where it is free to take.
    package func other(on number: CaseNumber, than me: LeaseHolder, at now: Moment) -> Lease? {
        live.first { $0.number == number && $0.holder != me && $0.until > now }
    }

    mutating func take(_ lease: Lease) {
        live.removeAll { $0.number == lease.number }
        live.append(lease)
    }
}

/// What is done to leases, outside the desk.
package enum LeaseJob: Hashable, Sendable {
    case take(CaseNumber, LeaseHolder, at: Moment, until: Moment)
    case takeOver(CaseNumber, LeaseHolder, at: Moment, until: Moment)
    case release(CaseNumber, LeaseHolder)
    case look(Moment)
    case log(CaseNumber)

    /// Carries it out.
    func run(on store: any LeaseStoring) throws(StoreError) -> LeaseAnswer {
        switch self {
        case .take(let number, let holder, let now, let end):
            let lease = try store.takeLease(of: number, by: holder, at: now, until: end)
            return .stands(lease, try store.takeOvers(of: number))
        case .takeOver(let number, let holder, let now, let end):
            let lease = try store.takeOverLease(of: number, by: holder, at: now, until: end)
            return .stands(lease, try store.takeOvers(of: number))
        case .release(let number, let holder):
            try store.releaseLease(of: number, by: holder)
            return .released
        case .look(let now): return .live(try store.liveLeases(at: now))
        case .log(let number): return .log(number, try store.takeOvers(of: number))
        }
    }
}

package enum LeaseAnswer: Hashable, Sendable {
    /// Who has the case now, and who took it over from whom before.
    case stands(Lease, [LeaseTakeOver])
    case released
    case live([Lease])
    case log(CaseNumber, [LeaseTakeOver])
}
