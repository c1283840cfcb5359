import CaseDomain
import CaseStore
import ChecklistRules
import NoticeComposer
import ScreenKit

/// Keeps what its clerk may not do from being done at the desk, and writes down that he tried.
enum AuthorityReducer {
    // MARK: Asking

    static func standing(
        _ step: CaseStep, _ file: CaseFile?, _ state: DeskState, _ desk: Desk
    ) -> Authority.Standing {
        Authority.standing(
            of: step, by: desk.clerk, on: file, at: desk.office, life: desk.rules.book().life,
            absences: state.authority.absences, today: state.today)
    }

    /// Why the clerk may not take a step; nil where he may.
    static func refusal(
        _ step: CaseStep, _ file: CaseFile?, _ state: DeskState, _ desk: Desk
    ) -> AuthorityRefusal? {
        guard case .refused(let refusal) = standing(step, file, state, desk) else { return nil }
        return refusal
    }

    /// Why nobody at this desk can begin a case; asks for no rules, because the queue shows before they are read.
    static func whyNoIntake(_ state: DeskState, _ desk: Desk) -> Phrase? {
        Authority.mayTakeIn(desk.clerk, at: desk.office, absences: state.authority.absences, today: state.today)
            ? nil : AuthorityRefusal.role(Role.serving).phrase(desk.office)
    }

    /// Remembers that the clerk asked for a step by a key, if it was refused to him.
    static func tried(_ step: CaseStep?, _ state: inout DeskState, _ desk: Desk) {
        guard let step, let file = state.work?.file, let refusal = refusal(step, file, state, desk) else { return }
        remember(refusal, step, file.number, &state)
    }

    private static func remember(
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ number: CaseNumber, _ state: inout DeskState
    ) {
        state.authority.attempt = AuthorityState.Attempt(
            number: number, attempt: RefusedAttempt(step: step, ground: refusal.ground), on: state.today)
    }

    // MARK: Around every key

    /// Lets a key's writes through that its clerk may make, naming whom he stands in for; takes back all that the key
    /// did where he may not.
    static func guarded(
        before: DeskState, _ state: inout DeskState, _ effects: [Effect], _ desk: Desk
    ) -> [Effect] {
        var passed: [Effect] = []
        for effect in effects {
            guard let covers = verdict(on: effect.job, before, &state, desk) else {
                let attempt = state.authority.attempt
                let said = state.board
                state = before
                state.held = []
                state.board = said
                state.authority.attempt = attempt
                return []
            }
            let named = Effect(id: effect.id, job: effect.job.naming(covers))
            if !covers.isEmpty, let writing = state.writing, writing.effect.id == effect.id {
                state.writing = writing.with(named)
            }
            passed.append(named)
        }
        return passed
    }

    /// - Returns: in whose place each case is written that is written in somebody's; nil where the write may not be.
    private static func verdict(
        on job: Effect.Job, _ before: DeskState, _ state: inout DeskState, _ desk: Desk
    ) -> [CaseNumber: CoverNote]? {
        var covers: [CaseNumber: CoverNote] = [:]
        for write in job.writes {
            let file = file(write.number, in: state) ?? file(write.number, in: before)
            let mayWrite = Authority.mayWrite(
                desk.clerk, at: desk.office, absences: state.authority.absences, today: state.today)
            guard mayWrite else {
                refuse(.unlisted, write.steps.compactMap(\.self).first ?? .judge, write.number, &state, desk)
                return nil
            }
            for step in write.steps.compactMap(\.self) {
                switch standing(step, file, state, desk) {
                case .own: break
                case .refused(let refusal):
                    refuse(refusal, step, write.number, &state, desk)
                    return nil
                case .covering(let colleague):
                    let covered = CaseProgress.Covered(colleague: colleague, by: desk.clerk, on: state.today)
                    guard let file, !file.progress.covers.contains(covered) else { continue }
                    covers[file.number] = CoverNote(colleague: colleague, step: step)
                }
            }
        }
        return covers
    }

    private static func file(_ number: CaseNumber?, in state: DeskState) -> CaseFile? {
        guard let number, let work = state.work else { return nil }
        return work.file?.number == number ? work.file : work.sisters.first { $0.number == number }
    }

    private static func refuse(
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ number: CaseNumber?, _ state: inout DeskState, _ desk: Desk
    ) {
        if let number { remember(refusal, step, number, &state) }
        state.refuse(refusal.phrase(desk.office), desk)
    }

    /// Writes down what the key was refused, once a day.
    static func note(_ state: inout DeskState, _ stamp: EventStamp) -> [Effect] {
        guard let attempt = state.authority.attempt else { return [] }
        state.authority.attempt = nil
        guard state.authority.noted.insert(attempt).inserted else { return [] }
        return [state.effect(.authority(.note(attempt.attempt, attempt.number, stamp)))]
    }

    // MARK: Absences

    static func read(_ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.authority(.absences(from: state.today)))
        state.authority.reading = effect.id
        state.authority.readAt = state.now
        return [effect]
    }

    static func tick(_ state: inout DeskState) -> [Effect] {
        guard state.authority.reading == nil, let last = state.authority.readAt,
            last.adding(seconds: AuthorityState.refreshSeconds) <= state.now || last.date != state.today
        else { return [] }
        return read(&state)
    }

    /// - Returns: nil where the answer is about something else.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect]? {
        if case .failed = result, state.authority.reading == id {
            // Nobody asked for it, and it is asked for again soon.
            state.authority.reading = nil
            return []
        }
        guard case .authority(let answer) = result else { return nil }
        switch answer {
        case .noted: return []
        case .absences(let absences):
            guard state.authority.reading == id else { return [] }
            state.authority.reading = nil
            return know(absences, &state, desk)
        case .entered(let absence, let absences):
            state.status = StatusLine(.success, AbsenceReducer.words(absence, Phrases.Absences.entered, desk))
            return know(absences, &state, desk)
        case .ended(let absences):
            state.status = StatusLine(.success, desk.say(Phrases.Absences.ended))
            return know(absences, &state, desk)
        }
    }

    private static func know(_ absences: [Absence], _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let before = state.authority.absences.covered(by: desk.clerk, on: state.today)
        state.authority.absences = absences
        guard absences.covered(by: desk.clerk, on: state.today) != before else { return [] }
        return TallyReducer.ask(nil, &state, desk)
    }
}

/// What a job writes to a case, as the steps that it takes; a case that doesn't exist yet has no number.
struct CaseWrite: Hashable, Sendable {
    let number: CaseNumber?
    let steps: [CaseStep?]

    init(_ number: CaseNumber?, _ payloads: [CaseEvent.Payload]) {
        self.number = number
        // Nothing that the desk adds by itself asks for more than what it comes with.
        steps = payloads.map(\.step)
    }

    init(_ number: CaseNumber, _ step: CaseStep) {
        self.number = number
        steps = [step]
    }
}

extension Effect.Job {
    var writes: [CaseWrite] {
        switch self {
        case .receive(let receipt, _): [CaseWrite(nil, [.received(receipt: receipt)])]
        case .sign(_, let receipt): [CaseWrite(nil, [.received(receipt: receipt)])]
        case .receiveTogether(let bundle, _): bundle.receipts.map { CaseWrite(nil, [.received(receipt: $0)]) }
        case .append(let payloads, let number, _, _): [CaseWrite(number, payloads)]
        case .issue(_, let number, _, _): [CaseWrite(number, .issueNotice)]
        case .appendTogether(let changes, _): changes.map { CaseWrite($0.version.number, $0.payloads) }
        case .issueTogether(let draft, _): draft.parts.map { CaseWrite($0.version.number, .issueNotice) }
        case .appendPapers(let changes, _): changes.map { CaseWrite($0.version.number, $0.payloads) }
        default: []
        }
    }

    /// The same write, naming in whose place it is made.
    func naming(_ covers: [CaseNumber: CoverNote]) -> Effect.Job {
        guard !covers.isEmpty else { return self }
        let note = { (number: CaseNumber) -> [CaseEvent.Payload] in
            covers[number].map { [.life(event: .covered(cover: $0))] } ?? []
        }
        switch self {
        case .append(let payloads, let number, let revision, let stamp):
            return .append(payloads + note(number), number, expecting: revision, stamp)
        case .appendTogether(let changes, let stamp):
            return .appendTogether(
                changes.map { CaseAppend($0.payloads + note($0.version.number), to: $0.version) }, stamp)
        case .appendPapers(let changes, let stamp):
            return .appendPapers(
                changes.map {
                    PaperAppend($0.payloads + note($0.version.number), papers: $0.papers, to: $0.version)
                }, stamp)
        case .issue(let draft, let number, let revision, let stamp):
            var named = draft
            named.cover = covers[number]
            return .issue(named, number, expecting: revision, stamp)
        case .issueTogether(let draft, let stamp):
            var named = draft
            named.cover = draft.parts.compactMap { covers[$0.version.number] }.first
            return .issueTogether(named, stamp)
        default: return self
        }
    }
}

extension DeskState.Writing {
    /// The same write with the effect that really goes out.
    fileprivate func with(_ effect: Effect) -> DeskState.Writing {
        DeskState.Writing(
            effect: effect, done: done, inverse: inverse, undoing: undoing, cursor: cursor, sisters: sisters)
    }
}
