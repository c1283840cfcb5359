/// 统计项: one thing that is counted of a case, on the day on which it came about. Everything is worked out from the whole
/// case by `CaseMeasures`: what happens later may change what was counted before. A case counts for whoever has it in hand.
package enum Measure: String, Vocabulary {
    /// 收件, on the day of receipt.
    case received
    /// 受理, on the day from which the case counts as accepted; the last acceptance where there were several.
    case accepted
    /// 一次受理: the same, where no notice was ever issued.
    case acceptedAtOnce = "accepted-at-once"
    /// 告知用时: working days from the papers to the answer, on the day of the answer; one for each time that papers came
    /// in and were answered. A notice, an acceptance, a sending elsewhere and a refusal are answers. A notice that was
    /// taken back is none.
    case answerDays = "answer-days"
    /// 超期告知: papers that weren't answered within the notice term, on the first day after it, whenever the answer came.
    /// Papers that nobody has answered yet are counted by `FigureQuery.asOf`.
    case answeredLate = "answered-late"
    /// 出过补正告知, on the day of the first notice. The second and the fifth are counted beside it, on their own days;
    /// each at most once a case. Notices that were taken back are counted, as the number on the paper counts them.
    case notified
    case notifiedTwice = "notified-twice"
    case notifiedFive = "notified-five"
    /// 漏告知: how many lines a notice named late by the office's own fault (`overlooked`), on the day of that notice.
    case lateFindings = "late-findings"
    /// 免交材料: how many papers were taken from shared data and not asked of the applicant, on the day of receipt.
    case papersSpared = "papers-spared"
    /// Each on the day on which it was recorded for the first time.
    case routed, refused, withdrawn, abandoned
    /// 核查: each outcome by its mode, on its day. A waiver that stands, on the day on which it was recorded.
    case inspectedOnSite = "inspected-on-site"
    case inspectedByVideo = "inspected-by-video"
    case inspectedSamples = "inspected-samples"
    case inspectionsWaived = "inspections-waived"
    /// The first outcome of a case, and whether it was a pass.
    case inspectionFirst = "inspection-first"
    case inspectionPassedAtFirst = "inspection-passed-at-first"
    /// 核查用时: working days from the task to its outcome, on the day of the outcome.
    case inspectionDays = "inspection-days"
    /// 决定, on its day.
    case approved, denied
    /// 办结用时: working days from acceptance to decision, without those on which the clock stood still, on the day of the
    /// decision. Nothing of a case that was decided without an acceptance.
    case decisionDays = "decision-days"
    /// 超期办结: decided after the last day by law, with what was left out and granted.
    case decidedLate = "decided-late"
    /// 发证, on the day of issue.
    case licensed
    /// 容缺: taken with gaps, on the day of acceptance.
    case gapsAccepted = "gaps-accepted"
    /// 按期补齐: the last paper came in, each by the day promised for it; on the day of the last one. Without a promise
    /// nothing was broken.
    case gapsOnTime = "gaps-on-time"
    /// 逾期补齐: all in, but one of them after its day; or decided when one was still owed after its day.
    case gapsLate = "gaps-late"
    /// 送达, and of these without a trip, on the day of delivery.
    case delivered
    case zeroTrip = "zero-trip"
    /// 好差评: 5 for the best level down to 1, on the day of the rating; the last one counts.
    case rating
    /// 差评整改: working days from a bad rating until the matter was put right, on that day.
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

/// 高频缺陷: one line of one notice that wasn't taken back.
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
