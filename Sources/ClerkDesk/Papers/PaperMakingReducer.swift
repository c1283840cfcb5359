import CaseDomain
import CaseStore
import ChecklistRules
import NoticeComposer
import ScreenKit

/// Makes papers out: together with the step that they tell of, or by themselves.
enum PaperMakingReducer {
    /// Appends to the open case, and with it the papers that the office makes out for such a step.
    static func append(
        _ payloads: [CaseEvent.Payload], _ done: Phrase, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let occasion = occasion(state, stamp, desk) else { return [] }
        let contents = occasion.contents(with: payloads)
        guard !contents.isEmpty else { return CaseReducer.append(payloads, done, inverse: nil, &state, stamp) }
        return make(PaperPlan(payloads, contents, done: done), &state, stamp, desk)
    }

    /// Asks for what a plan still lacks, and writes it when nothing is missing any more.
    static func make(
        _ plan: PaperPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let rules = desk.office.papers.rules
        if plan.countersigner == nil, plan.contents.contains(where: { rules[$0.kind]?.isCountersigned == true }) {
            state.modal = .entry(
                EntrySheet(
                    title: desk.say(Phrases.Papers.countersign), lines: [desk.say(Phrases.Papers.countersignHint)],
                    fields: [
                        EntrySheet.Field(desk.say(Phrases.Papers.countersigner), .text(TextField(limit: 20)))
                    ], purpose: .countersign(plan)))
            return []
        }
        guard plan.question.isEmpty else {
            let question = Question(title: title(of: plan, desk), lines: plan.question, answer: .makePapers(plan))
            state.modal = .question(MessageReducer.offering(question, after: plan.payloads, state, desk))
            return []
        }
        return write(plan, &state, stamp, desk)
    }

    /// 复核 by somebody else than the clerk at the desk.
    static func countersign(
        _ filled: EntrySheet, _ plan: PaperPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let name = entry.trimmed(0)
        if let why = whyNotCountersigner(name, desk) {
            entry.refuse(0, desk.say(why))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        var plan = plan
        plan.countersigner = desk.office.staff.people.first { $0.isCalled(name) }?.name ?? name
        return make(plan, &state, stamp, desk)
    }

    /// Where the office lists its people, nobody else signs for it.
    private static func whyNotCountersigner(_ name: String, _ desk: Desk) -> Phrase? {
        if name.isEmpty { return Phrases.Form.required }
        let isClerk = [desk.clerk.text, desk.name(of: desk.clerk)].contains { $0.lowercased() == name.lowercased() }
        if isClerk { return Phrases.Papers.countersignedByClerk }
        let people = desk.office.staff.people
        guard !people.isEmpty, !people.contains(where: { $0.isCalled(name) }) else { return nil }
        let approvers = desk.office.staff.people(with: .approver).map(\.name)
        return Phrases.Papers.countersignedByStranger.filled(["names": approvers.joined(separator: "、")])
    }

    /// Writes a plan that was agreed to.
    static func write(
        _ plan: PaperPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file, let occasion = occasion(state, stamp, desk) else {
            return []
        }
        let papers = occasion.drafts(
            plan.contents, after: plan.payloads, beside: plan.companions.map(\.file),
            countersigner: plan.countersigner)
        guard papers.count == plan.contents.count else {
            state.refuse(Phrases.Papers.notMadeHere, desk)
            return []
        }
        var changes = [PaperAppend(plan.payloads, papers: papers, to: CaseVersion(file))]
        changes += plan.companions.map {
            PaperAppend($0.payloads, papers: [], to: CaseVersion($0.file), sharesPapers: true)
        }
        let written = Set(plan.companions.map(\.file.number))
        for sister in work.sisters where !written.contains(sister.number) {
            guard let share = JointWrite.share(of: plan.payloads, for: sister, in: file) else { continue }
            changes.append(PaperAppend(share.payloads, papers: [], to: CaseVersion(sister)))
        }
        return CaseReducer.write(.appendPapers(changes, stamp), plan.done, inverse: nil, &state)
    }

    /// Shows the first paper that a write made out, and says which those are.
    static func made(
        _ changes: [PaperAppend], _ done: String, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) {
        guard let file = state.work?.file,
            let change = changes.first(where: { $0.version.number == file.number }), !change.papers.isEmpty
        else { return }
        let papers = file.record.papers.suffix(change.papers.count)
        if let first = papers.first { PaperReducer.show(PaperState(shown: .paper(first)), &state, stamp, desk) }
        let names = papers.map { paper in
            [desk.say(paper.kind.phrase), paper.number?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
        state.status = StatusLine(
            .success, desk.say(Phrases.Papers.made, ["done": done, "papers": names.joined(separator: "、")]))
    }

    static func occasion(_ state: DeskState, _ stamp: EventStamp, _ desk: Desk) -> PaperOccasion? {
        guard let file = state.work?.file else { return nil }
        let evaluator = desk.rules.book().evaluator(
            for: file.particulars, office: desk.office, keeping: file.checklist)
        return PaperOccasion(file, evaluator, desk, stamp)
    }

    private static func title(of plan: PaperPlan, _ desk: Desk) -> String {
        plan.contents.first.map { desk.say($0.kind.phrase) } ?? ""
    }
}

extension Staff.Member {
    fileprivate func isCalled(_ text: String) -> Bool { name == text || account.text == text }
}
