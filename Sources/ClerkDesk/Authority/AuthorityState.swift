package import CaseDomain
package import CaseStore

/// Who is away, as the desk last read it, and what its clerk tried that he may not do.
package struct AuthorityState: Hashable, Sendable {
    package var absences: [Absence] = []
    var reading: Int?
    /// When the absences were asked for last.
    var readAt: Moment?
    /// What the key that is being pressed was refused; written down when the key is done.
    var attempt: Attempt?
    /// What this desk has written down already.
    var noted: Set<Attempt> = []

    struct Attempt: Hashable, Sendable {
        /// Nil where it belonged to no case.
        let number: CaseNumber?
        let attempt: RefusedAttempt
        let on: CivilDate
    }

    /// Absences are read again so often: they are entered at other desks.
    static let refreshSeconds: Int64 = 60
}

/// Something that the desk wants of the store about who may do what.
package enum AuthorityJob: Hashable, Sendable {
    case absences(from: CivilDate)
    case enter(Absence)
    case end(Int, on: CivilDate, EventStamp)
    /// 越权被拒: each clerk, step, ground and day once.
    case note(RefusedAttempt, CaseNumber?, EventStamp)

    /// How often somebody else may write the case in between.
    private static let tries = 8

    /// Carries it out.
    func run(on store: any DeskStoring) throws(StoreError) -> AuthorityAnswer {
        switch self {
        case .absences(let day): return .absences(try store.absences(from: day))
        case .enter(let absence):
            let entered = try store.enter(absence)
            return .entered(entered, try store.absences(from: absence.entered.at.date))
        case .end(let sequence, let day, let stamp):
            try store.endAbsence(sequence, on: day, stamp: stamp)
            return .ended(try store.absences(from: stamp.at.date))
        case .note(let attempt, let number, let stamp):
            try Self.note(attempt, of: number, stamp, in: store)
            return .noted
        }
    }

    /// Appends it to the case, however often somebody else writes at the same moment: it depends on nothing that they do.
    ///
    /// - Parameter number: nil for what belonged to no case; the store's own log has it.
    package static func note(
        _ attempt: RefusedAttempt, of number: CaseNumber?, _ stamp: EventStamp,
        in store: any CaseStoring & RefusalLogging
    ) throws(StoreError) {
        guard let number else { return try store.log(LoggedRefusal(attempt, stamp: stamp)) }
        for turn in 1...tries {
            guard let file = try store.load(number) else { return }
            let attempted = CaseProgress.Attempted(attempt: attempt, by: stamp.by, on: stamp.at.date)
            guard !file.progress.attempts.contains(attempted) else { return }
            do throws(StoreError) {
                _ = try store.append(
                    [.life(event: .attemptRefused(attempt: attempt))], to: number, expecting: file.revision,
                    stamp: stamp)
                return
            } catch .conflict(let expected, let found) {
                if turn == tries { throw .conflict(expected: expected, found: found) }
            }
        }
    }
}

package enum AuthorityAnswer: Hashable, Sendable {
    case absences([Absence])
    /// What was entered, and who is away now.
    case entered(Absence, [Absence])
    case ended([Absence])
    case noted
}
