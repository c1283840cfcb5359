import CaseDomain
import CaseStore
import ChecklistRules
import NoticeComposer
import SampleCases

/// Plays the life of invented cases: who did what on which day, with the papers that a desk would have made.
struct SampleHistory: Sendable {
    let office: Office
    let clocks: CaseClocks
    let notices: NoticeSetting
    /// Nothing happens after it.
    let now: Moment

    private static let reviewer = ClerkID("冯秀兰")
    private static let approver = ClerkID("陈明辉")
    private static let inspectors = [ClerkID("赵建国"), ClerkID("钱海燕")]
    private static let waiver = LegalSource(citation: "《食品经营许可和备案管理办法》", verified: false)

    init(_ installation: Installation, now: Moment) throws {
        office = installation.office
        clocks = try installation.clocks
        notices = NoticeSetting(
            office: installation.office, template: try installation.noticeTemplate(), statute: clocks.notice.basis,
            program: Program.signature)
        self.now = now
    }

    /// Taken in by the clerk of its window at the moment at which it came.
    func stamp(of receipt: Receipt) -> EventStamp {
        let clerk = office.staff.people(with: .clerk).first { $0.window == receipt.window }?.account
        return EventStamp(at: receipt.application.particulars.receivedAt, by: clerk ?? Account.clerk)
    }

    /// - Parameters:
    ///   - evaluation: of the application as it came in.
    ///   - seed: which life.
    /// - Returns: what happened until now; nothing where the application doesn't belong here or isn't judged.
    func events(
        of file: CaseFile, _ evaluator: Evaluator, _ evaluation: Evaluation, seed: UInt64
    ) -> [CaseEvent] {
        let beginning: SampleLife.Beginning
        switch evaluation.outcome {
        case .accept: beginning = .inOrder
        case .acceptWithGaps: beginning = .withGaps
        case .correct: beginning = .faulty
        case .route, .undetermined: return []
        }
        var random = SplitMix64(seed: seed)
        let life = SampleLife(of: file.particulars, beginning, &random)
        var play = Play(file: file, evaluator: evaluator, random: random)
        var day = file.particulars.receivedAt.date
        for step in life.steps {
            day = clocks.calendar.ledger(step.after, from: day).result
            // Half past ten of the day, but never before the step before it.
            let at = max(Moment(day, seconds: 10 * 3600 + 1800), play.file.lastChange.at)
            guard at <= now else { break }
            play.add(payloads(step.deed, &play, on: day, at: at), EventStamp(at: at, by: play.file.clerk))
        }
        return play.events
    }

    private struct Play {
        var file: CaseFile
        let evaluator: Evaluator
        var random: SplitMix64
        var events: [CaseEvent] = []

        mutating func add(_ payloads: [CaseEvent.Payload], _ stamp: EventStamp) {
            for payload in payloads {
                let event = CaseEvent(stamp: stamp, payload: payload)
                file.apply(event)
                events.append(event)
            }
        }
    }

    private func payloads(
        _ deed: SampleLife.Deed, _ play: inout Play, on day: CivilDate, at moment: Moment
    ) -> [CaseEvent.Payload] {
        let stamp = EventStamp(at: moment, by: play.file.clerk)
        switch deed {
        case .issueNotice: return notice(play, stamp).map { [.noticeIssued(notice: $0)] } ?? []
        case .returnPapers(let inOrder): return returned(&play, inOrder: inOrder)
        case .withdraw: return [.withdrawn(reason: "申请人改期")]
        case .abandon:
            guard let notice = play.file.notices.last else { return [] }
            return [
                .abandoned(
                    abandonment: Abandonment(number: notice.number, deadline: notice.deadline, words: "电话联系三次未果"))
            ]
        case .accept: return accepted(play, on: day)
        case .settleGaps: return [.gapsSettled(materials: play.file.openGaps)]
        case .reassign:
            let window = office.windows.last?.id ?? play.file.window
            return [
                .life(event: .reassigned(assignment: Reassignment(to: Self.reviewer, window: window, reason: "请假")))
            ]
        default: return life(deed, play.file, on: day).map { [.life(event: $0)] } ?? []
        }
    }

    private func notice(_ play: Play, _ stamp: EventStamp) -> IssuedNotice? {
        let evaluation = play.evaluator.evaluate(play.file.application)
        guard let checklist = play.evaluator.checklist else { return nil }
        do throws(IncompleteEvaluation) {
            let draft = NoticeDraft(
                try evaluation.completed(), of: play.file, checklist: checklist, setting: notices,
                calendar: clocks.calendar, stamp: stamp)
            return draft?.issued(as: DocumentNumber("样补〔\(play.file.number.text)〕\(play.file.round + 1)号"))
        } catch {
            return nil
        }
    }

    private func returned(_ play: inout Play, inOrder: Bool) -> [CaseEvent.Payload] {
        guard let notice = play.file.notices.last else { return [] }
        let asked = TermSet(notice.items.compactMap(\.material))
        let records =
            inOrder
            ? SampleLife.inOrder(play.file.application, &play.random)
            : play.file.application.materials.filter { asked.contains($0.material) }
        return [.correctionReceived(materials: asked.terms)] + records.map { .materialRecorded(record: $0) }
    }

    private func accepted(_ play: Play, on day: CivilDate) -> [CaseEvent.Payload] {
        let gaps = TermSet(play.evaluator.evaluate(play.file.application).findings.compactMap(\.material)).terms
        let acceptance = CaseEvent.Payload.accepted(acceptance: Acceptance(on: day, gaps: gaps))
        guard !gaps.isEmpty else { return [acceptance] }
        let due = clocks.calendar.ledger(5, from: day).result
        let owed = gaps.map { gap in
            GapPromise.Gap(
                material: gap, name: play.evaluator.checklist?.requirement(for: gap)?.name ?? gap.id, dueOn: due)
        }
        let promise = GapPromise(
            gaps: owed, place: office.counter(of: play.file), promisedBy: play.file.particulars.signer)
        return [.gapsPromised(promise: promise), acceptance]
    }

    private func life(_ deed: SampleLife.Deed, _ file: CaseFile, on day: CivilDate) -> LifeEvent? {
        switch deed {
        case .dispatch(let mode):
            let promised = clocks.calendar.ledger(2, from: day).result
            return .dispatched(
                dispatch: InspectionDispatch(mode: mode, inspectors: Self.inspectors, promisedBy: promised))
        case .inspect(let result):
            let until = result == .rectify ? clocks.calendar.ledger(5, from: day).result : nil
            return .inspected(
                outcome: InspectionOutcome(
                    result: result, on: day, mode: file.progress.dispatch?.dispatch.mode ?? .onSite,
                    inspectors: Self.inspectors, words: result == .passed ? "符合要求" : "冷藏设施不足", rectifyBy: until))
        case .waive: return .waived(waiver: InspectionWaiver(reason: "经营条件未变化", basis: Self.waiver))
        case .review:
            let isFit = file.progress.outcomes.last?.outcome.result != .failed
            return .reviewed(review: CaseReview(proposesApproval: isFit, words: isFit ? "拟同意" : "核查不符合"))
        case .decide(let outcome):
            return .decided(
                decision: Decision(
                    outcome: outcome, on: day, reviewedBy: Self.reviewer, decidedBy: Self.approver, level: 2,
                    reason: outcome == .denied ? "现场核查不符合要求" : "",
                    basis: outcome == .denied ? Self.waiver : nil))
        case .license:
            return .licensed(
                licence: IssuedLicence(
                    number: "样证\(file.number.text)", issuedOn: day,
                    expiresOn: day.adding(months: 60).date.adding(days: -1), isElectronic: true))
        case .deliver(let mode):
            return .delivered(
                delivery: Delivery(mode: mode, on: day, tracking: mode == .window ? "" : "EMS\(file.number.text)"))
        case .rate(let level): return .rated(rating: Rating(level: level, words: ""))
        case .settleRating: return .ratingAnswered(answer: RatingAnswer(words: "已回访并改正", isSettled: true))
        case .archive: return .archived(archiving: Archiving(reference: "样档\(file.number.text)"))
        case .issueNotice, .returnPapers, .withdraw, .abandon, .accept, .settleGaps, .reassign: return nil
        }
    }
}
