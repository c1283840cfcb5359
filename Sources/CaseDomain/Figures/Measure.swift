/// 统计项: one thing that is counted of a case, on the day on which it came about.
package enum Measure: String, Vocabulary {
    /// 收件.
    case received
    /// 受理, and of these without any notice before.
    case accepted
    case acceptedAtOnce = "accepted-at-once"
    /// 告知用时: working days from the papers to the answer, one for each time that papers came in.
    case answerDays = "answer-days"
    /// 超期告知: answered after the five days, or not at all by then.
    case answeredLate = "answered-late"
    /// 出过补正告知: counted once, with the first notice; the second and the fifth are counted beside it.
    case notified
    case notifiedTwice = "notified-twice"
    case notifiedFive = "notified-five"
    /// 漏告知: findings of the office's own fault, by how many.
    case lateFindings = "late-findings"
    /// 免交材料: papers that were not asked for, by how many.
    case papersSpared = "papers-spared"
    case routed, refused, withdrawn, abandoned
    /// 核查: concluded ones by mode, those that passed at first, and the working days from the task on.
    case inspectedOnSite = "inspected-on-site"
    case inspectedByVideo = "inspected-by-video"
    case inspectedSamples = "inspected-samples"
    case inspectionsWaived = "inspections-waived"
    case inspectionFirst = "inspection-first"
    case inspectionPassedAtFirst = "inspection-passed-at-first"
    case inspectionDays = "inspection-days"
    /// 决定.
    case approved, denied
    /// 办结用时: working days from acceptance to decision, without what doesn't count.
    case decisionDays = "decision-days"
    case decidedLate = "decided-late"
    case licensed
    /// 容缺: taken with gaps; settled by the promised day, or after it.
    case gapsAccepted = "gaps-accepted"
    case gapsOnTime = "gaps-on-time"
    case gapsLate = "gaps-late"
    /// 送达, and of these without a trip.
    case delivered
    case zeroTrip = "zero-trip"
    /// 好差评: 5 for the best level down to 1.
    case rating
    /// 差评 answered in time and late.
    case ratingsSettled = "ratings-settled"
}

/// One measured thing of one case.
package struct MeasuredFact: Hashable, Sendable {
    package let measure: Measure
    package let on: CivilDate
    /// How many, or how many working days; 1 for what is only counted.
    package let value: Int

    package init(_ measure: Measure, on day: CivilDate, _ value: Int = 1) {
        self.measure = measure
        on = day
        self.value = value
    }
}

/// 高频缺陷: one line of one notice.
package struct MeasuredDefect: Hashable, Sendable {
    /// Nil where the application itself was at fault.
    package let material: Material?
    /// `missing`, or the id of the check or of the application's defect.
    package let defect: String
    package let on: CivilDate

    package init(material: Material?, defect: String, on day: CivilDate) {
        self.material = material
        self.defect = defect
        on = day
    }
}
