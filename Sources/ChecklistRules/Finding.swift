package import CaseDomain

/// One thing that is wrong, by ids alone; its wording is rendered apart, with `Checklist.text(for:in:)`.
package struct Finding: Hashable, Sendable {
    package enum Defect: Hashable, Sendable {
        /// The material wasn't handed in.
        case missing
        case check(Check)
        case application(ApplicationDefect)

        /// `missing`, or the id of the check or of the application's defect.
        package var id: String {
            switch self {
            case .missing: "missing"
            case .check(let check): check.id
            case .application(let defect): defect.id
            }
        }
    }

    /// The place in `Checklist.requirements`; nil where the application itself is at fault.
    package let requirement: Int?
    /// Nil where the application itself is at fault.
    package let material: Material?
    package let defect: Defect
    /// False where the office tolerates the gap and the applicant asked for that.
    package let isBlocking: Bool
    /// 可当场更正.
    package let isOnTheSpot: Bool

    init(requirement: Int?, material: Material?, defect: Defect, isBlocking: Bool, isOnTheSpot: Bool) {
        self.requirement = requirement
        self.material = material
        self.defect = defect
        self.isBlocking = isBlocking
        self.isOnTheSpot = isOnTheSpot
    }

    /// `layout-plan`, or `application`.
    package var place: String { material?.id ?? "application" }
}

/// One thing that nobody has judged yet, or that the case doesn't say.
package struct Undetermined: Hashable, Sendable {
    package enum Question: Hashable, Sendable {
        /// Nobody said whether the material was handed in.
        case presence
        case check(Check)
        /// A fact that decides is absent.
        case fact(DecidingFact)
    }

    /// Nil where the question is about the application itself.
    package let material: Material?
    package let question: Question

    init(material: Material?, question: Question) {
        self.material = material
        self.question = question
    }

    /// `layout-plan`, or `application`.
    package var place: String { material?.id ?? "application" }
}

/// 免提交: a material that belongs to the case and that the applicant needn't bring.
package struct NotRequested: Hashable, Sendable {
    package enum Reason: String, Sendable { case retrieved }

    package let material: Material
    package let why: Reason

    init(material: Material, why: Reason = .retrieved) {
        self.material = material
        self.why = why
    }
}
