package import CaseDomain
package import CaseStore

/// 核查: what the desk knows of the tasks that are out, and of the one that is being given.
package struct InspectionState: Hashable, Sendable {
    /// Whether the board of inspections is on the screen.
    package var isOpen = false
    /// As the store was last read; nil before that.
    package var sheet: InspectionSheet?
    package var tab = InspectionTab.out
    package var selected: CaseNumber?
    /// What the board was last read with.
    package var query: InspectionQuery?
    /// The reading under way.
    package var reading: Int?
    /// The step that waits to know who has how much to do.
    package var preparing: Preparing?
    /// 同一场所: the other cases that may go on the visit that is being arranged; of a visit that is out, all of its own.
    package var neighbours: [CaseFile] = []

    package struct Preparing: Hashable, Sendable {
        package let effect: Int
        package let step: CaseStep
        package let number: CaseNumber
    }

    package var tasks: [InspectionTask] { sheet?.tasks.map(\.task) ?? [] }
}

/// One list of the board.
package enum InspectionTab: Hashable, Sendable {
    case out
    case person(ClerkID)
    case waiting
}

/// A visit that is being arranged: who goes where, with whom, and what for.
package struct InspectionPlan: Hashable, Sendable {
    package let mode: InspectionMode
    package let day: CivilDate
    package var inspectors: [ClerkID] = []
    package var departments: [String] = []
    package var collects: [Material] = []
    /// 一次勘验: the other cases of the visit.
    package var joint: [CaseNumber] = []

    package init(mode: InspectionMode, day: CivilDate) {
        self.mode = mode
        self.day = day
    }
}
