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
