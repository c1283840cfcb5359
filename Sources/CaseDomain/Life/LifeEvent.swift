/// What happens to a case after its acceptance, and to the licence that comes of it. Only ever appended, as every event.
package enum LifeEvent: Hashable, Sendable, Codable {
    /// 核查分派.
    case dispatched(dispatch: InspectionDispatch)
    /// 撤回分派: the task goes back, to be given to somebody else.
    case recalled(recall: InspectionRecall)
    /// 免于核查.
    case waived(waiver: InspectionWaiver)
    /// 视频核查预约.
    case booked(appointment: VideoAppointment)
    /// 材料交接, from the window to the inspectors or back.
    case handed(handover: PaperHandover)
    /// 核查结论.
    case inspected(outcome: InspectionOutcome)
    /// 审核: the first of the two hands.
    case reviewed(review: CaseReview)
    /// 退回审核: the second hand wants it looked at again.
    case sentBack(reason: String)
    /// 许可决定.
    case decided(decision: Decision)
    /// 发证.
    case licensed(licence: IssuedLicence)
    /// 送达方式 as the applicant chose it.
    case deliveryPlanned(plan: DeliveryPlan)
    /// 证照送达.
    case delivered(delivery: Delivery)
    /// 归档.
    case archived(archiving: Archiving)
    /// 转办: another clerk has the case in hand from now on; who was asked first stays named.
    case reassigned(assignment: Reassignment)
    /// 好差评.
    case rated(rating: Rating)
    /// 差评整改.
    case ratingAnswered(answer: RatingAnswer)
    /// 到期提醒 as it was made.
    case expiryContacted(contact: ExpiryContact)
    /// The licence is renewed, cancelled or lapsed: nobody need be reminded any more.
    case licenceEnded(ending: LicenceEnding)
    /// 越权被拒: somebody tried what he may not do; nothing about the case changed.
    case attemptRefused(attempt: RefusedAttempt)
    /// 查看证件号码的理由, beside the look itself.
    case lookExplained(reason: String)
    /// 代办: what was written with it was done in the place of an absent colleague.
    case covered(cover: CoverNote)
}

extension LifeEvent {
    /// The event's name in the log and in JSON.
    package var kind: String {
        switch self {
        case .dispatched: "inspection-dispatched"
        case .recalled: "inspection-recalled"
        case .waived: "inspection-waived"
        case .booked: "video-booked"
        case .handed: "papers-handed"
        case .inspected: "inspected"
        case .reviewed: "reviewed"
        case .sentBack: "sent-back"
        case .decided: "decided"
        case .licensed: "licensed"
        case .deliveryPlanned: "delivery-planned"
        case .delivered: "delivered"
        case .archived: "archived"
        case .reassigned: "reassigned"
        case .rated: "rated"
        case .ratingAnswered: "rating-answered"
        case .expiryContacted: "expiry-contacted"
        case .licenceEnded: "licence-ended"
        case .attemptRefused: "attempt-refused"
        case .lookExplained: "look-explained"
        case .covered: "covered"
        }
    }

    /// Whether nothing that anybody decides depends on it, so that whoever read the case before it may still write.
    package var isAside: Bool {
        switch self {
        case .attemptRefused, .covered, .expiryContacted, .rated, .ratingAnswered, .lookExplained: true
        default: false
        }
    }
}
