package import CaseDomain
import Synchronization

/// 缺勤 of an office's people. What was entered stays; an absence that ends early is ended by one more entry.
package protocol AbsenceStoring: Sendable {
    /// Enters an absence. When the call returns it survives a power cut.
    ///
    /// - Parameter absence: its `sequence` doesn't matter; its `entered` says who and when.
    /// - Returns: the same with its place in the list.
    func enter(_ absence: Absence) throws(StoreError) -> Absence

    /// 销假: an absence is over on a day, although it was planned for longer. Without such an absence nothing happens.
    ///
    /// - Parameter day: the first day on which he is there again.
    func endAbsence(_ sequence: Int, on day: CivilDate, stamp: EventStamp) throws(StoreError)

    /// Those that aren't over by a day, in the order in which they were entered.
    func absences(from day: CivilDate) throws(StoreError) -> [Absence]
}

/// What happened to the lock of a desk. It says who and when, and never what was typed.
package struct LockEvent: Hashable, Sendable {
    package enum Kind: String, Vocabulary {
        case locked
        /// Nobody had pressed a key for so long.
        case lockedIdle = "locked-idle"
        case unlocked
        case wrongPIN = "wrong-pin"
        case setPIN = "set-pin"
    }

    package let kind: Kind
    package let window: String
    package let stamp: EventStamp

    package init(_ kind: Kind, window: String, stamp: EventStamp) {
        self.kind = kind
        self.window = window
        self.stamp = stamp
    }
}

/// What happened to the locks of desks; only ever appended.
package protocol LockLogging: Sendable {
    func log(_ event: LockEvent) throws(StoreError)

    /// - Returns: oldest first.
    func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent]
}

extension InMemoryCaseStore: AbsenceStoring {
    package func enter(_ absence: Absence) throws(StoreError) -> Absence {
        contents.withLock { contents in
            let entered = Absence(
                sequence: contents.absences.count + 1, who: absence.who, from: absence.from, until: absence.until,
                cover: absence.cover, entered: absence.entered)
            contents.absences.append(entered)
            contents.changes += 1
            return entered
        }
    }

    package func endAbsence(_ sequence: Int, on day: CivilDate, stamp: EventStamp) throws(StoreError) {
        contents.withLock { contents in
            guard let place = contents.absences.firstIndex(where: { $0.sequence == sequence }) else { return }
            contents.absences[place] = contents.absences[place].ended(on: day)
            contents.changes += 1
        }
    }

    package func absences(from day: CivilDate) throws(StoreError) -> [Absence] {
        contents.withLock { $0.absences.filter { !$0.isOver(by: day) } }
    }
}

extension InMemoryCaseStore: LockLogging {
    package func log(_ event: LockEvent) throws(StoreError) { contents.withLock { $0.locks.append(event) } }

    package func lockLog(of clerk: ClerkID, since moment: Moment) throws(StoreError) -> [LockEvent] {
        contents.withLock { $0.locks.filter { $0.stamp.by == clerk && $0.stamp.at >= moment } }
    }
}
