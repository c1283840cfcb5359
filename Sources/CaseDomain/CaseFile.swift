/// 案卷: the state of one case, folded from its events and from nothing else.
package struct CaseFile: Hashable, Sendable {
    package let number: CaseNumber
    package private(set) var revision: Revision
    package private(set) var application: Application
    package private(set) var checklist: ChecklistReference?
    package private(set) var window: String
    /// 首问: the clerk who took the case in, for good.
    package let firstAsked: ClerkID
    /// UKey 签名 under the filing; nil where none was needed.
    package let signature: TokenSignature?
    /// 经办: the clerk who has the case in hand; the one first asked unless it was reassigned.
    package private(set) var clerk: ClerkID
    /// Whose hands it went through before the decision: who took it in, judged its papers, told or accepted.
    package private(set) var hands: [ClerkID]
    package private(set) var phase: Phase
    package private(set) var notices: [IssuedNotice]
    /// What came in answer to each of the notices, in their order.
    package private(set) var answers: [NoticeAnswer] = []
    /// 当场更正 that the next notice counts.
    package private(set) var correctedSinceNotice = 0
    /// The same for a notice that is out, should it be taken back.
    private var correctedBeforeNotice = 0
    /// Materials that came back after the last notice and wait for judgement.
    package private(set) var returned: TermSet<Material>
    /// The day on which the papers now being checked came in: day 0 of the five-day clock.
    package private(set) var submittedOn: CivilDate
    /// What the clocks run from and stop at.
    package private(set) var timeline: CaseTimeline
    package private(set) var lastChange: EventStamp
    /// Bars that were recorded and not taken back, in that order; at most one of a kind.
    package private(set) var ineligibilities: [Ineligibility]
    /// 信息公示卡 of a food stall.
    package private(set) var card: StallCard?
    /// 一件事: nil for a case of its own.
    package private(set) var membership: BundleMembership?
    /// What happened to its papers besides being written: see `PaperRecord`.
    package private(set) var record = PaperRecord()
    /// What has become of it since it was accepted.
    package private(set) var progress = CaseProgress()
    /// The acceptance, which a decision doesn't undo; nil for a case that was never accepted.
    package private(set) var acceptance: Acceptance?
    /// 容缺 as it was taken and settled.
    package private(set) var gaps = GapRecord()
    /// The day on which somebody last did something about it: looking at it and messages don't count.
    package private(set) var workedOn: CivilDate

    /// Where the case stands. What only time decides (视为受理) is computed from this and a day; see `CaseState`.
    package enum Phase: Hashable, Sendable {
        case checking
        case awaitingCorrection
        case accepted(Acceptance)
        case routed(RouteTaken)
        case withdrawn
        case abandoned(Abandonment)
        case refused(Refusal)
        /// 已作决定.
        case decided(Decision)
    }

    package var particulars: Particulars { application.particulars }

    /// Whether the case is over without a decision: no clock can begin any more.
    package var isClosed: Bool {
        switch phase {
        case .routed, .withdrawn, .abandoned, .refused: true
        case .checking, .awaitingCorrection, .accepted, .decided: false
        }
    }

    /// 补正轮次: how many notices were issued.
    package var round: Int { notices.count }

    /// Begins a case with the event that every case begins with.
    ///
    /// - Returns: nil where the event isn't a receipt.
    package init?(number: CaseNumber, first event: CaseEvent) {
        guard case .received(let receipt) = event.payload else { return nil }
        self.number = number
        revision = Revision(1)
        application = receipt.application
        checklist = receipt.checklist
        window = receipt.window
        firstAsked = event.stamp.by
        signature = receipt.signature
        clerk = event.stamp.by
        hands = [event.stamp.by]
        phase = .checking
        notices = []
        returned = []
        ineligibilities = []
        submittedOn = receipt.application.particulars.receivedAt.date
        timeline = CaseTimeline(papersOn: submittedOn)
        lastChange = event.stamp
        workedOn = event.stamp.at.date
    }

    /// Folds a whole history.
    ///
    /// - Returns: nil where the history is empty or doesn't begin with a receipt.
    package init?(number: CaseNumber, history: some Sequence<CaseEvent>) {
        var file: CaseFile?
        for event in history {
            if file == nil {
                file = CaseFile(number: number, first: event)
                if file == nil { return nil }
            } else {
                file?.apply(event)
            }
        }
        guard let file else { return nil }
        self = file
    }

    /// Takes one more event in.
    package mutating func apply(_ event: CaseEvent) {
        revision = Revision(revision.count + 1)
        lastChange = event.stamp
        let day = event.stamp.at.date
        if event.payload.isGroundwork, !hands.contains(event.stamp.by) { hands.append(event.stamp.by) }
        if event.payload.isWork { workedOn = day }
        switch event.payload {
        case .received, .identityRevealed: break
        case .particularsChanged(let particulars):
            application.particulars = particulars
            if !answers.isEmpty { answers[answers.count - 1].formChanged = true }
        case .materialRecorded(let record):
            application.record(record)
            returned.remove(record.material)
        case .materialCleared(let material):
            application.materials.removeAll { $0.material == material }
        case .noticeIssued(let notice):
            notices.append(notice)
            answers.append(NoticeAnswer())
            (correctedBeforeNotice, correctedSinceNotice) = (correctedSinceNotice, 0)
            timeline.add(.notice(notices.count - 1), on: notice.issuedAt.date)
            returned = []
            phase = .awaitingCorrection
        case .correctionReceived(let materials):
            returned = TermSet(materials)
            application.materials.removeAll { returned.contains($0.material) }
            if !answers.isEmpty {
                answers[answers.count - 1].materials = returned
                answers[answers.count - 1].on = day
            }
            submittedOn = day
            timeline.add(.papers, on: day)
            phase = .checking
        case .accepted(let acceptance):
            timeline.add(.accepted, on: day)
            self.acceptance = acceptance
            gaps.take(acceptance.gaps)
            phase = .accepted(acceptance)
        case .routed(let route):
            timeline.add(.routed, on: day)
            phase = .routed(route)
        case .withdrawn:
            timeline.add(.withdrawn, on: day)
            phase = .withdrawn
        case .clockStopped(let reason, let note): timeline.stop(reason, note, on: day)
        case .clockResumed: timeline.resume(on: day)
        case .termExtended(let granted): timeline.extend(granted)
        case .ineligible(let record):
            ineligibilities.removeAll { $0.bar == record.bar }
            ineligibilities.append(record)
        case .eligibilityRestored(let bar):
            ineligibilities.removeAll { $0.bar == bar }
        case .cardIssued(let card):
            self.card = card
        case .bundled(let membership):
            self.membership = membership
        case .noticeWithdrawn(let withdrawal):
            record.apply(event)
            guard case .awaitingCorrection = phase, notices.last?.number == withdrawal.number else { return }
            timeline.takeBackNotice(notices.count - 1)
            correctedSinceNotice += correctedBeforeNotice
            phase = .checking
        case .abandoned(let abandonment):
            timeline.add(.abandoned, on: day)
            phase = .abandoned(abandonment)
        case .refused(let refusal):
            timeline.add(.refused, on: day)
            phase = .refused(refusal)
        case .gapsSettled(let materials):
            guard case .accepted(let acceptance) = phase else { return }
            let left = Acceptance(on: acceptance.on, gaps: acceptance.gaps.filter { !materials.contains($0) })
            self.acceptance = left
            gaps.settle(materials, on: day)
            phase = .accepted(left)
        case .life(let life): live(through: life, event.stamp)
        case .spotCorrected:
            correctedSinceNotice += 1
            record.apply(event)
        case .paperIssued, .served, .correctionExtended, .lateFindingRecorded, .released,
            .visitAnswered, .gapsPromised, .messageQueued, .messageSettled:
            record.apply(event)
        }
    }

    private mutating func live(through event: LifeEvent, _ stamp: EventStamp) {
        progress.apply(event, stamp)
        switch event {
        case .decided(let decision):
            timeline.add(.decided, on: decision.on)
            phase = .decided(decision)
        case .dispatched: timeline.add(.dispatched, on: stamp.at.date)
        case .inspected(let outcome): timeline.add(.inspected, on: outcome.on)
        case .licensed: timeline.add(.licensed, on: stamp.at.date)
        case .delivered(let delivery): timeline.add(.delivered, on: delivery.on)
        case .reassigned(let assignment):
            clerk = assignment.to
            window = assignment.window
        default: break
        }
    }
}

extension CaseEvent.Payload {
    /// Whether it is work that a decision later rests on, and so isn't decided by whoever did it.
    fileprivate var isGroundwork: Bool {
        switch self {
        case .received, .particularsChanged, .materialRecorded, .spotCorrected, .noticeIssued, .correctionReceived,
            .accepted:
            true
        default: false
        }
    }
}
