package import CaseDomain
import Synchronization

/// 核查 over all cases: the tasks that are out, and the cases that wait for somebody to be sent.
package protocol InspectionReading: Sendable {
    func inspections(_ query: InspectionQuery) throws(StoreError) -> InspectionSheet

    /// 同一场所: other cases of the same premises, or of the same applicant, for which somebody may be sent now.
    ///
    /// - Parameter limit: the most to give.
    /// - Returns: in the order of receipt; empty where there is no such case. Those that were erased are left out.
    func neighbours(of number: CaseNumber, limit: Int) throws(StoreError) -> [CaseFile]
}

/// What a board of inspections asks for.
package struct InspectionQuery: Hashable, Sendable {
    /// 一次通过率 is made of the first looks that were concluded on these days.
    package let from: CivilDate
    package let through: CivilDate
    /// Says which of the accepted cases nobody need look at.
    package let excuses: InspectionExcuses
    /// The most cases that wait, and of each kind of them the most that are looked through.
    package let limit: Int
    package let walked: Int

    package static let usualLimit = 200
    package static let usualWalk = 2000

    package init(
        from: CivilDate, through: CivilDate, excuses: InspectionExcuses, limit: Int = Self.usualLimit,
        walked: Int = Self.usualWalk
    ) {
        self.from = from
        self.through = through
        self.excuses = excuses
        self.limit = limit
        self.walked = walked
    }
}

/// The inspections of an office as they stand.
package struct InspectionSheet: Hashable, Sendable {
    /// In the order of their promised days; those of one day in the order of receipt.
    package let tasks: [Out]
    /// Cases that wait to be dispatched, those due first before the others.
    package let waiting: [Waiting]
    /// Whether more wait than are listed.
    package let hasMoreWaiting: Bool
    package let firstLooks: FirstLooks

    package struct Out: Hashable, Sendable {
        package let task: InspectionTask
        package let row: QueueRow

        package init(task: InspectionTask, row: QueueRow) {
            self.task = task
            self.row = row
        }
    }

    package struct Waiting: Hashable, Sendable {
        package let row: QueueRow
        /// 限期整改: until when; nil where nothing has to be put right.
        package let rectifyBy: CivilDate?

        package init(row: QueueRow, rectifyBy: CivilDate?) {
            self.row = row
            self.rectifyBy = rectifyBy
        }

        fileprivate var due: CivilDate { rectifyBy ?? row.due ?? CivilDate(dayNumber: 9_999_999) }

        package func precedes(_ other: Waiting) -> Bool {
            due == other.due ? row.key < other.row.key : due < other.due
        }
    }

    /// 首次核查.
    package struct FirstLooks: Hashable, Sendable {
        package let count: Int
        package let passed: Int

        package init(count: Int, passed: Int) {
            self.count = count
            self.passed = passed
        }
    }

    package init(tasks: [Out], waiting: [Waiting], hasMoreWaiting: Bool, firstLooks: FirstLooks) {
        self.tasks = tasks
        self.waiting = waiting
        self.hasMoreWaiting = hasMoreWaiting
        self.firstLooks = firstLooks
    }

    /// 一次勘验: the tasks of the visit that a case stands on, in the order of their cases; empty where none is out.
    package func visit(of number: CaseNumber) -> [Out] {
        guard let own = tasks.first(where: { $0.row.number == number }) else { return [] }
        return tasks.filter { $0.task.visit == own.task.visit }.sorted { $0.row.key < $1.row.key }
    }

    /// Puts together what a store found.
    ///
    /// - Parameter waiting: as many as were walked, none of them excused.
    package init(
        unsorted tasks: [Out], waiting: [Waiting], hasMoreWaiting: Bool, firstLooks: FirstLooks, limit: Int
    ) {
        let sorted = waiting.sorted { $0.precedes($1) }
        self.init(
            tasks: tasks.sorted { left, right in
                let (one, other) = (left.task.dispatch.promisedBy, right.task.dispatch.promisedBy)
                return one == other ? left.row.key < right.row.key : one < other
            }, waiting: Array(sorted.prefix(limit)), hasMoreWaiting: hasMoreWaiting || sorted.count > limit,
            firstLooks: firstLooks)
    }
}

extension QueueState {
    /// The states in which a case waits for inspectors.
    package static let awaitingInspection: [QueueState] = [.accepted, .acceptedWithGaps, .rectifying]
}

extension QueueRow {
    package var outline: InspectionRules.CaseOutline {
        InspectionRules.CaseOutline(matter: matter, action: action, subject: subject, marks: marks, items: items)
    }
}

extension CaseFile {
    /// 限期整改 that a case stands under; nil where it stands under none.
    package var rectifyBy: CivilDate? {
        guard progress.state == .rectifying else { return nil }
        return progress.outcomes.last?.outcome.rectifyBy
    }

    /// Premises as far as cases of the same ones are told by it: the address, folded.
    package var foldedPremises: String { PlaceSound.written(particulars.premises.address) }
}

extension CaseEvent.Payload {
    /// Whether something about a case's inspection may be otherwise behind it.
    package var concernsInspection: Bool {
        switch self {
        case .accepted, .routed, .withdrawn, .life: true
        default: false
        }
    }
}

extension InMemoryCaseStore: InspectionReading {
    package func inspections(_ query: InspectionQuery) throws(StoreError) -> InspectionSheet {
        contents.withLock { contents in
            let tasks = contents.cases.compactMap { entry in
                InspectionTask(entry.file).map { InspectionSheet.Out(task: $0, row: entry.row) }
            }
            let waiting = contents.cases.filter { entry in
                QueueState.awaitingInspection.contains(entry.row.state) && !query.excuses.excuses(entry.row.outline)
            }.map { InspectionSheet.Waiting(row: $0.row, rectifyBy: $0.file.rectifyBy) }
            let first = contents.cases.compactMap { entry in
                entry.file.progress.outcomes.first.map(\.outcome).filter { outcome in
                    query.from <= outcome.on && outcome.on <= query.through
                }
            }
            return InspectionSheet(
                unsorted: tasks, waiting: waiting, hasMoreWaiting: false,
                firstLooks: InspectionSheet.FirstLooks(
                    count: first.count, passed: first.count { $0.result == .passed }), limit: query.limit)
        }
    }

    package func neighbours(of number: CaseNumber, limit: Int) throws(StoreError) -> [CaseFile] {
        contents.withLock { contents in
            guard let place = contents.places[number.text] else { return [] }
            let own = contents.cases[place]
            let found = contents.cases.filter { entry in
                entry.number != number && QueueState.awaitingInspection.contains(entry.row.state)
                    && (entry.row.applicant.utf8.elementsEqual(own.row.applicant.utf8)
                        || entry.file.foldedPremises.utf8.elementsEqual(own.file.foldedPremises.utf8))
            }
            return found.prefix(limit).map(\.file)
        }
    }
}

extension Optional {
    fileprivate func filter(_ isMeant: (Wrapped) -> Bool) -> Wrapped? { flatMap { isMeant($0) ? $0 : nil } }
}
