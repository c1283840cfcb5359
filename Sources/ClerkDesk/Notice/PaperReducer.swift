import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// What keys do on the notice screen.
enum PaperReducer {
    /// Opens the paper: the draft while the case is being checked, the notice that is out, or else the last paper of all.
    static func open(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let work = state.work else { return [] }
        guard let file = work.file else {
            guard case .slip = NoticePaper(work, shown: nil, stamp, desk) else {
                return CaseReducer.refuseUnsaved(&state, desk)
            }
            show(PaperState(shown: nil), &state, stamp, desk)
            return []
        }
        if case .checking = file.phase {
            show(PaperState(shown: nil), &state, stamp, desk)
        } else if file.card != nil {
            show(PaperState(shown: nil), &state, stamp, desk)
        } else {
            let notice = file.phase == .awaitingCorrection ? file.notices.last.map { CaseDocument.notice($0) } : nil
            guard let document = notice ?? file.documents.last else {
                state.refuse(Phrases.Papers.none, desk)
                return []
            }
            show(PaperState(shown: document), &state, stamp, desk)
        }
        return []
    }

    static func show(_ paper: PaperState, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) {
        guard let work = state.work else { return }
        var paper = paper
        let count = NoticePaper(work, shown: paper.shown, stamp, desk).lines.count
        paper.scroll = ListScroll(count: max(1, count - NoticeView.textHeight(state.size) + 1))
        state.paper = paper
    }

    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard var paper = state.paper else { return [] }
        let height = NoticeView.textHeight(state.size)
        let page = max(1, height - 2)
        if let work = state.work {
            // The screen may have another size since, and then another last row.
            let count = NoticePaper(work, shown: paper.shown, stamp, desk).lines.count
            paper.scroll.setCount(max(1, count - height + 1), height: 1)
        }
        switch intent {
        case .back, .notice: state.paper = nil
        case .down: paper.scroll.move(by: 1, height: 1)
        case .up: paper.scroll.move(by: -1, height: 1)
        case .pageDown: paper.scroll.move(by: page, height: 1)
        case .pageUp: paper.scroll.move(by: -page, height: 1)
        case .first: paper.scroll.home(height: 1)
        case .last: paper.scroll.end(height: 1)
        case .left: turn(by: -1, &state, stamp, desk)
        case .right: turn(by: 1, &state, stamp, desk)
        case .issue: return askToIssue(&state, stamp, desk)
        case .print: return print(&state, stamp, desk)
        case .nextOpen:
            state.paper = nil
            CaseReducer.jumpToOpen(&state, desk)
        case .accept, .returnPapers:
            state.paper = nil
            return DecisionReducer.ask(intent, &state, desk)
        case .sister: return BundleReducer.turn(&state, desk)
        case .nextCase, .previousCase, .takeNext:
            return CaseTurn(intent).map { CaseSteps.ask($0, &state, desk) } ?? []
        case .ledger, .history, .actions:
            return CaseReducer.perform(intent, &state, stamp, desk)
        default: break
        }
        if state.paper?.shown == paper.shown, state.paper != nil { state.paper?.scroll = paper.scroll }
        return []
    }

    /// Goes through the papers of the case and, while it is being checked, the draft of its notice.
    private static func turn(by step: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) {
        guard let file = state.work?.file, let paper = state.paper else { return }
        var papers: [CaseDocument?] = file.documents
        if file.phase == .checking || file.card != nil { papers.append(nil) }
        guard let place = papers.firstIndex(of: paper.shown), papers.indices.contains(place + step) else {
            state.refuse(Phrases.Notice.noOther, desk)
            return
        }
        show(PaperState(shown: papers[place + step]), &state, stamp, desk)
    }

    /// Asks before a notice leaves; while anything is unjudged it says so and goes there instead.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    static func askToIssue(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let work = state.work, let file = work.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        guard case .checking = file.phase else {
            state.refuse(Phrases.Notice.alreadyOut, desk)
            return []
        }
        if CaseClockFace(file, today: state.today, desk: desk).state == .deemedAccepted {
            state.refuse(Phrases.Notice.tooLate, desk, ["key": desk.keymap.label(for: .accept, in: .checklist) ?? ""])
            return []
        }
        guard !work.form.isDirty else {
            state.refuse(Phrases.Case.saveFirst, desk, ["key": desk.keymap.label(for: .save, in: .form) ?? ""])
            return []
        }
        if EligibilityReducer.stops(file, &state, desk) { return [] }
        let paper = NoticePaper(work, shown: nil, stamp, desk)
        if IssueGateReducer.stops(paper, &state, desk) { return [] }
        let remarks = IssueGateReducer.remarks(paper, work, desk)
        switch paper {
        case .ready(let draft, _):
            let deadline = draft.deadline?.description ?? desk.say(Phrases.Notice.noDate)
            let question = Question(
                title: desk.say(Phrases.Notice.issueTitle),
                lines: [
                    desk.say(
                        Phrases.Notice.issueAsk,
                        [
                            "round": String(draft.round), "count": String(draft.items.count),
                            "deadline": deadline,
                        ])
                ] + remarks + [desk.say(Phrases.Notice.issueFinal)], answer: .issue)
            let message = draft.telling(file, desk.messages).message
            state.modal = .question(
                MessageReducer.offering(question, .noticeIssued, message, file, state, desk))
        case .readyTogether(let draft, let joint, _): askToIssue(draft, joint, remarks, &state, desk)
        case .unfinished(_, let open):
            state.paper = nil
            if let sister = JointCase(work, today: stamp.at.date, desk)?.unfinished, !sister.isOpen {
                state.refuse(
                    Phrases.Bundle.sisterOpen, desk,
                    [
                        "number": sister.file?.number.text ?? "", "matter": sister.name(desk.language),
                        "key": desk.keymap.label(for: .sister, in: .checklist) ?? "",
                    ])
                return []
            }
            CaseReducer.jumpToOpen(&state, desk, fromTop: true)
            state.refuse(Phrases.Notice.stillOpen, desk, ["count": String(open)])
        case .nothing(let why): state.refuse(why, desk)
        case .issued, .card, .slip: break
        }
        return []
    }

    private static func askToIssue(
        _ draft: JointNoticeDraft, _ joint: JointCase, _ remarks: [String], _ state: inout DeskState, _ desk: Desk
    ) {
        let deadline = draft.deadline?.description ?? desk.say(Phrases.Notice.noDate)
        let numbers = draft.parts.map(\.version.number)
        let goingOn = joint.checked.filter { member in member.file.map { !numbers.contains($0.number) } ?? false }
        var lines = [
            desk.say(
                Phrases.Bundle.issueAsk,
                [
                    "count": String(draft.items.count), "deadline": deadline,
                    "numbers": numbers.map(\.text).joined(separator: "、"),
                ])
        ]
        if !goingOn.isEmpty {
            let matters = goingOn.map { $0.name(desk.language) }.joined(separator: "、")
            lines.append(desk.say(Phrases.Bundle.issueGoesOn, ["matters": matters]))
        }
        let question = Question(
            title: desk.say(Phrases.Notice.issueTitle), lines: lines + remarks + [desk.say(Phrases.Notice.issueFinal)],
            answer: .issue)
        guard let file = joint.members.first(where: { $0.file?.number == numbers.first })?.file else { return }
        let message = draft.telling([file], desk.messages).message
        state.modal = .question(MessageReducer.offering(question, .noticeIssued, message, file, state, desk))
    }

    /// Takes the number and issues, after the clerk said yes.
    ///
    /// - Parameter telling: whether the message that was offered goes out with it.
    static func issue(
        _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk, telling: Bool
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        let paper = NoticePaper(work, shown: nil, stamp, desk)
        // The question may have stood on the screen over midnight.
        guard CaseClockFace(file, today: stamp.at.date, desk: desk).state != .deemedAccepted else {
            return askToIssue(&state, stamp, desk)
        }
        if EligibilityReducer.stops(file, &state, desk) || IssueGateReducer.stops(paper, &state, desk) { return [] }
        let job: Effect.Job
        switch paper {
        case .ready(let draft, _):
            let told = telling ? draft.telling(file, desk.messages) : draft
            job = .issue(told, file.number, expecting: file.revision, stamp)
        case .readyTogether(let draft, let joint, _):
            let told = telling ? draft.telling(joint.members.compactMap(\.file), desk.messages) : draft
            job = .issueTogether(told, stamp)
        case .issued, .card, .slip, .unfinished, .nothing: return []
        }
        return CaseReducer.write(job, Phrases.Notice.issued, inverse: nil, &state)
    }

    private static func print(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file, let shown = state.paper?.shown else {
            return printUnnumbered(&state, stamp, desk)
        }
        return PrintReducer.ask(PrintedPaper(shown, of: file), &state, desk)
    }

    /// The card of a stall, or the slip for somebody who only asks; drafts stay here.
    private static func printUnnumbered(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard let work = state.work else { return [] }
        switch NoticePaper(work, shown: nil, stamp, desk) {
        case .card(let card):
            guard let file = work.file else { return [] }
            return PrintReducer.ask(PrintedPaper(card, of: file.number), &state, desk)
        case .slip(let paper): return PrintReducer.ask(PrintedPaper(slip: paper), &state, desk)
        case .issued, .ready, .readyTogether, .unfinished, .nothing:
            state.refuse(Phrases.Notice.printDraft, desk)
            return []
        }
    }
}
