/// 核查方式.
package enum InspectionMode: String, Vocabulary {
    /// 现场核查.
    case onSite = "on-site"
    /// 远程视频核查.
    case video
    /// 仅核样品（资料）: papers and samples say enough.
    case samples
}

/// 核查分派: who goes where, how, and by when.
package struct InspectionDispatch: Hashable, Sendable, Codable {
    package let mode: InspectionMode
    /// 核查人员, by their accounts; two at least where the law asks.
    package let inspectors: [ClerkID]
    /// 一次勘验: the other departments that look at the premises on the same visit, by name.
    package let departments: [String]
    /// Names the visit that several cases of one premises share; nil for a visit of its own.
    package let visit: String?
    /// 勘查收件: tolerated or correctable papers that the inspectors collect.
    package let collects: [Material]
    /// The last day by the office's own promise; the law's is a clock.
    package let promisedBy: CivilDate
    /// The day on which they go; nil where none was set.
    package let plannedFor: CivilDate?

    package init(
        mode: InspectionMode, inspectors: [ClerkID], departments: [String] = [], visit: String? = nil,
        collects: [Material] = [], promisedBy: CivilDate, plannedFor: CivilDate? = nil
    ) {
        self.mode = mode
        self.inspectors = inspectors
        self.departments = departments
        self.visit = visit
        self.collects = collects
        self.promisedBy = promisedBy
        self.plannedFor = plannedFor
    }
}

/// 撤回分派.
package struct InspectionRecall: Hashable, Sendable, Codable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
}

/// 免于核查, and why the law lets it be.
package struct InspectionWaiver: Hashable, Sendable, Codable {
    package let reason: String
    package let basis: LegalSource

    package init(reason: String, basis: LegalSource) {
        self.reason = reason
        self.basis = basis
    }
}

/// 视频核查预约.
package struct VideoAppointment: Hashable, Sendable, Codable {
    package let at: Moment
    /// What the applicant says or shows at the beginning, so that the right shop is looked at.
    package let code: String

    package init(at: Moment, code: String) {
        self.at = at
        self.code = code
    }
}

/// 材料交接: papers go from the window to the inspectors, or come back with them.
package struct PaperHandover: Hashable, Sendable, Codable {
    package enum Direction: String, Vocabulary {
        case toInspectors = "to-inspectors"
        case toWindow = "to-window"
    }

    package let direction: Direction
    package let materials: [Material]
    package let from: String
    package let to: String

    package init(direction: Direction, materials: [Material], from: String, to: String) {
        self.direction = direction
        self.materials = materials
        self.from = from
        self.to = to
    }
}

/// 核查结论.
package struct InspectionOutcome: Hashable, Sendable, Codable {
    package enum Result: String, Vocabulary {
        /// 符合.
        case passed
        /// 限期整改: to be looked at again.
        case rectify
        /// 不符合.
        case failed
    }

    package let result: Result
    package let on: CivilDate
    package let mode: InspectionMode
    package let inspectors: [ClerkID]
    /// What was found, or has to be put right.
    package let words: String
    /// 限期整改: until when; nil otherwise.
    package let rectifyBy: CivilDate?
    /// Who in charge agreed to the term; empty where none was set.
    package let approvedBy: String
    /// 勘查收件: the papers that the inspectors brought back.
    package let collected: [Material]

    package init(
        result: Result, on: CivilDate, mode: InspectionMode, inspectors: [ClerkID], words: String,
        rectifyBy: CivilDate? = nil, approvedBy: String = "", collected: [Material] = []
    ) {
        self.result = result
        self.on = on
        self.mode = mode
        self.inspectors = inspectors
        self.words = words
        self.rectifyBy = rectifyBy
        self.approvedBy = approvedBy
        self.collected = collected
    }
}
