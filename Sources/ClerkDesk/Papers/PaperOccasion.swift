package import CaseDomain
package import ChecklistRules
package import NoticeComposer

/// The papers that come with a step by themselves, where the office wants them.
package struct PaperOccasion: Sendable {
    /// As it stands before the step.
    private let file: CaseFile
    private let evaluator: Evaluator
    private let desk: Desk
    private let stamp: EventStamp

    package init(_ file: CaseFile, _ evaluator: Evaluator, _ desk: Desk, _ stamp: EventStamp) {
        self.file = file
        self.evaluator = evaluator
        self.desk = desk
        self.stamp = stamp
    }

    /// 食品经营许可·新办, as papers call it.
    package var procedure: String { PaperOccasion.procedure(file, evaluator) }

    private static func procedure(_ file: CaseFile, _ evaluator: Evaluator) -> String {
        let particulars = file.particulars
        return evaluator.checklist?.name
            ?? "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))"
    }

    private func procedure(of other: CaseFile) -> String {
        PaperOccasion.procedure(
            other, desk.rules.book().evaluator(for: other.particulars, office: desk.office, keeping: other.checklist))
    }

    /// What is made out with events that are about to be appended.
    package func contents(with payloads: [CaseEvent.Payload]) -> [PaperContent] {
        payloads.flatMap { payload -> [PaperContent] in
            switch payload {
            case .accepted(let acceptance):
                // What was promised in the same step stands in the log before it; its papers lie below the acceptance.
                let promise = payloads.lazy.compactMap(\.promise).first ?? file.record.promise
                return [self.acceptance(acceptance)].compactMap(\.self) + gaps(promise, acceptance)
            case .gapsPromised(let promise) where !payloads.contains { $0.acceptance != nil }:
                return gaps(promise, file.acceptance)
            case .routed: return [referral].compactMap(\.self)
            case .clockStopped(let reason, let note): return [.clockStop(stop(reason, note: note, on: stamp.at.date))]
            case .termExtended(let granted): return [termExtension(granted)]
            case .correctionReceived(let materials): return [receipt(of: materials)]
            default: return []
            }
        }.filter { desk.office.papers.rules[$0.kind]?.isAutomatic == true }
    }

    /// Drafts of papers as the case stands after the events that they come with.
    ///
    /// - Parameter others: cases that the same papers are about.
    /// - Returns: those that this office makes out.
    package func drafts(
        _ contents: [PaperContent], after payloads: [CaseEvent.Payload], beside others: [CaseFile] = [],
        countersigner: String?
    ) -> [PaperDraft] {
        var after = file
        for payload in payloads { after.apply(CaseEvent(stamp: stamp, payload: payload)) }
        return contents.compactMap { content in
            let isCountersigned = desk.office.papers.rules[content.kind]?.isCountersigned == true
            return PaperDraft(
                content, of: after, beside: others,
                procedure: ([procedure] + others.map(procedure(of:))).joined(separator: "、"), setting: desk.papers,
                countersigner: isCountersigned ? countersigner : nil, stamp: stamp)
        }
    }

    /// 受理通知书; nil for what isn't accepted for a decision but put on file or noted.
    package func acceptance(_ acceptance: Acceptance) -> PaperContent? {
        guard evaluator.checklist?.conclusion == .decision else { return nil }
        let isDeemed = CaseClockFace(file, today: stamp.at.date, desk: desk).state == .deemedAccepted
        return .acceptance(acceptance, gaps: acceptance.gaps.map(name), isDeemed: isDeemed)
    }

    /// 容缺受理承诺书 and 通知书, for what the applicant promised.
    package func gaps(_ promise: GapPromise?, _ acceptance: Acceptance?) -> [PaperContent] {
        guard let promise, let acceptance else { return [] }
        let forms = promise.gaps.reduce(into: [Material: String]()) { forms, gap in
            forms[gap.material] = evaluator.checklist?.requirement(for: gap.material)?.copies
        }
        return [true, false].map { isPromise in
            .gaps(GapPaper(isPromise: isPromise, promise: promise, forms: forms, acceptedOn: acceptance.on))
        }
    }

    /// 特别程序期限告知书.
    package func stop(_ reason: StopReason, note: String, on day: CivilDate) -> ClockStopPaper {
        ClockStopPaper(procedure: reason.phrase.text(.zh), words: note, from: day)
    }

    /// 延长期限告知书, with the last day of the term as it is then.
    package func termExtension(_ granted: TermExtension) -> PaperContent {
        var extended = file
        extended.apply(CaseEvent(stamp: stamp, payload: .termExtended(extension: granted)))
        let due = desk.clocks.running(for: extended, on: stamp.at.date)?.clock.statutoryDue
        return .termExtension(granted, until: due)
    }

    /// 引导单; nil where the case belongs here.
    package var referral: PaperContent? {
        evaluator.evaluate(file.application).route.map {
            .referral(destination: $0.name, text: $0.text, basis: $0.basis)
        }
    }

    /// 收件凭证 for everything that was handed in so far.
    package var receipt: PaperContent {
        receipt(of: file.application.materials.filter { $0.how == .handedIn }.map(\.material))
    }

    private func receipt(of materials: [Material]) -> PaperContent {
        .receipt(
            materials.map { material in
                ReceivedMaterial(
                    name: name(of: material), form: evaluator.checklist?.requirement(for: material)?.copies ?? "",
                    count: file.application.record(of: material)?.copies)
            })
    }

    private func name(of material: Material) -> String {
        evaluator.checklist?.requirement(for: material)?.name ?? material.id
    }
}

extension CaseEvent.Payload {
    fileprivate var acceptance: Acceptance? {
        if case .accepted(let acceptance) = self { acceptance } else { nil }
    }

    fileprivate var promise: GapPromise? {
        if case .gapsPromised(let promise) = self { promise } else { nil }
    }
}
