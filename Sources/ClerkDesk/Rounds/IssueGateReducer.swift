import CaseDomain
import NoticeComposer
import ScreenKit

/// Keeps a notice that may not leave yet, says what has to be done first and opens the place where it is done.
enum IssueGateReducer {
    /// - Returns: whether something is in the way.
    static func stops(_ paper: NoticePaper, _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard let work = state.work else { return false }
        for part in paper.parts(work) {
            let gate = IssueGate(part.items, of: part.file, desk)
            guard let obstacle = gate.obstacle else { continue }
            if part.file.number == work.file?.number {
                open(obstacle, gate, &state, desk)
            } else {
                state.refuse(
                    Phrases.Rounds.sisterFirst, desk,
                    [
                        "number": part.file.number.text, "what": desk.say(obstacle.title),
                        "key": desk.keymap.label(for: .sister, in: state.place) ?? "",
                    ])
            }
            return true
        }
        return false
    }

    /// What the clerk should know when asked whether the notice is to leave.
    static func remarks(_ paper: NoticePaper, _ work: CaseWork, _ desk: Desk) -> [String] {
        paper.parts(work).flatMap { part -> [String] in
            let gate = IssueGate(part.items, of: part.file, desk)
            guard let review = gate.review else { return [] }
            let counts = desk.say(
                Phrases.Rounds.compared,
                [
                    "repeated": String(review.count(.repeated)), "new": String(review.count(.newInReturned)),
                    "late": String(review.count(.late)),
                ])
            guard gate.isWarned else { return [counts] }
            return [counts, desk.say(Phrases.Rounds.warned, ["round": String(gate.round)])]
        }
    }

    private static func open(
        _ obstacle: IssueGate.Obstacle, _ gate: IssueGate, _ state: inout DeskState, _ desk: Desk
    ) {
        let key = desk.keymap.label(for: .issue, in: state.place) ?? ""
        if obstacle.isSupervisors, LifeGate.whyRole(.release, gate.file, state, desk) != nil {
            state.refuse(Phrases.Authority.releaseElsewhere, desk)
            return
        }
        switch obstacle {
        case .wording(let faults):
            state.modal = .reader(
                title: desk.say(Phrases.Rounds.wordingTitle), lines: lines(faults, desk), scroll: ListScroll())
        case .visit:
            state.modal = .entry(VisitReducer.entry(round: gate.round, desk))
            state.refuse(Phrases.Rounds.visitNeeded, desk, ["key": key])
        case .unexplained(let items):
            state.modal = .entry(LateFindingReducer.entry(items, gate.file, desk))
            state.refuse(Phrases.Rounds.lateNeeded, desk, ["count": String(items.count)])
        case .unreleased(let finding):
            state.modal = .entry(ReleaseReducer.entry(finding, desk))
            state.refuse(Phrases.Rounds.releaseNeeded, desk, ["key": key])
        case .refused:
            state.modal = .entry(ReleaseReducer.entry(round: gate.round, desk))
            state.refuse(Phrases.Rounds.releaseNeeded, desk, ["key": key])
        }
    }

    private static func lines(_ faults: [WordingGate.Fault], _ desk: Desk) -> [String] {
        faults.map { fault in
            let lack = desk.say(fault.lack.phrase)
            guard let line = fault.line else { return lack }
            return desk.say(
                Phrases.Rounds.wordingLine, ["line": String(line), "name": fault.name, "lack": lack])
        } + ["", desk.say(Phrases.Rounds.wordingHint)]
    }

    /// The gate of the notice that could be issued for the case on the desk; nil where none could.
    static func gate(_ state: DeskState, _ desk: Desk) -> IssueGate? {
        guard let work = state.work, let file = work.file, case .checking = file.phase else { return nil }
        let paper = NoticePaper(work, shown: nil, EventStamp(at: state.now, by: desk.clerk), desk)
        return paper.parts(work).first { $0.file.number == file.number }.map { IssueGate($0.items, of: file, desk) }
    }
}

extension IssueGate.Obstacle {
    /// Whether a supervisor takes it away, and nobody else.
    fileprivate var isSupervisors: Bool {
        switch self {
        case .unreleased, .refused: true
        case .wording, .visit, .unexplained: false
        }
    }

    fileprivate var title: Phrase {
        switch self {
        case .wording: Phrases.Rounds.wordingTitle
        case .visit: Phrases.Rounds.visitTitle
        case .unexplained: Phrases.Rounds.lateTitle
        case .unreleased, .refused: Phrases.Rounds.releaseTitle
        }
    }
}
