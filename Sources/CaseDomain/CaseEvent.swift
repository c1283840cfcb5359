/// Something that happened to a case. Events are only ever appended.
package struct CaseEvent: Hashable, Sendable {
    package let stamp: EventStamp
    package let payload: Payload

    package init(stamp: EventStamp, payload: Payload) {
        self.stamp = stamp
        self.payload = payload
    }

    package enum Payload: Hashable, Sendable, Codable {
        /// 收件: the application came in.
        case received(receipt: Receipt)
        /// The facts or the form fields were changed; verdicts stay.
        case particularsChanged(particulars: Particulars)
        /// A clerk judged a material, or took down what it says.
        case materialRecorded(record: MaterialRecord)
        /// A judgement was taken back; the material is unjudged again.
        case materialCleared(material: Material)
        /// 一次性告知: the notice that names everything.
        case noticeIssued(notice: IssuedNotice)
        /// 补正材料收件: papers came back; the named materials open again.
        case correctionReceived(materials: [Material])
        /// 受理.
        case accepted(acceptance: Acceptance)
        /// 不属本窗口办理: sent where it belongs.
        case routed(route: RouteTaken)
        /// 申请人撤回.
        case withdrawn(reason: String)
        /// 查看证件号码: covered identity numbers were shown; nothing about the case changed.
        case identityRevealed
        /// 中止计时: a special procedure began, whose time doesn't count; the applicant is told in writing.
        case clockStopped(reason: StopReason, note: String)
        /// 恢复计时: the special procedure is over.
        case clockResumed(note: String)
        /// 延长期限, approved before the term was over.
        case termExtended(extension: TermExtension)
        /// 资格受限: a clerk recorded a bar.
        case ineligible(record: Ineligibility)
        /// A recorded bar was taken back.
        case eligibilityRestored(bar: String)
        /// 信息公示卡 was made out.
        case cardIssued(card: StallCard)
        /// 一件事: the case was taken in together with others.
        case bundled(membership: BundleMembership)
        /// A paper was made out.
        case paperIssued(paper: CasePaper)
        /// 当场更正.
        case spotCorrected(correction: SpotCorrection)
        /// The notice that is out was taken back; the papers are being checked as before.
        case noticeWithdrawn(withdrawal: NoticeWithdrawal)
        /// 送达 of a notice or another paper.
        case served(service: PaperService)
        /// More time for the correction.
        case correctionExtended(grant: CorrectionGrant)
        /// 视为放弃; no paper is made out.
        case abandoned(abandonment: Abandonment)
        /// 不予受理.
        case refused(refusal: Refusal)
        /// 漏告知: the next notice names something late, and why.
        case lateFindingRecorded(finding: LateFinding)
        /// 放行 by a supervisor.
        case released(release: Release)
        /// 上门指导 was booked or declined.
        case visitAnswered(visit: GuidanceVisit)
        /// 容缺承诺.
        case gapsPromised(promise: GapPromise)
        /// 容缺补齐: tolerated materials came in, in order.
        case gapsSettled(materials: [Material])
        /// A message to the applicant was put into the outbox.
        case messageQueued(message: OutboxMessage)
        /// A message left the outbox, one way or another.
        case messageSettled(settlement: MessageSettlement)
        /// Something after the acceptance, or about the licence that came of it.
        case life(event: LifeEvent)
    }
}

extension CaseEvent.Payload {
    /// Whether it only says what became of a message, or something else that nothing depends on that anybody decides.
    /// Whoever read the case before it happened may still write.
    package var isAside: Bool {
        switch self {
        case .messageQueued, .messageSettled: true
        case .life(let event): event.isAside
        default: false
        }
    }

    /// Whether the case was worked on, and not only looked at or told about.
    var isWork: Bool {
        if case .identityRevealed = self { return false }
        return !isAside
    }
}

/// Who did it and when.
package struct EventStamp: Hashable, Sendable {
    package let at: Moment
    package let by: ClerkID

    package init(at: Moment, by: ClerkID) {
        self.at = at
        self.by = by
    }
}

/// 收件.
package struct Receipt: Hashable, Sendable, Codable {
    package let application: Application
    /// The checklist version of the day of receipt, which the case keeps; nil where the application is routed away.
    package let checklist: ChecklistReference?
    /// 窗口, such as A02.
    package let window: String
    /// UKey 签名 of the clerk who filed for an applicant without a business licence; nil for every other filing.
    package private(set) var signature: TokenSignature?

    package init(application: Application, checklist: ChecklistReference?, window: String) {
        self.application = application
        self.checklist = checklist
        self.window = window
    }

    /// The same filing with the signature under it.
    package func signed(_ signature: TokenSignature) -> Receipt {
        var receipt = self
        receipt.signature = signature
        return receipt
    }
}

/// 受理.
package struct Acceptance: Hashable, Sendable, Codable {
    /// The day on which the case counts as accepted.
    package let on: CivilDate
    /// 容缺: what is still owed; empty where everything is in order.
    package let gaps: [Material]

    package init(on: CivilDate, gaps: [Material]) {
        self.on = on
        self.gaps = gaps
    }
}

/// Where a case was sent instead of being checked.
package struct RouteTaken: Hashable, Sendable, Codable {
    /// One of the contract's destinations, such as `township`.
    package let to: String
    package let basis: LegalSource

    package init(to: String, basis: LegalSource) {
        self.to = to
        self.basis = basis
    }
}
