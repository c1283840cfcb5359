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
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ number: CaseNumber?, _ state: inout DeskState
    ) {
        state.authority.attempt = AuthorityState.Attempt(
            number: number, attempt: RefusedAttempt(step: step, ground: refusal.ground), on: state.today)
    }

    // MARK: Around every key

    /// Lets a key's writes through that its clerk may make, as far as the desk knows; takes back all that the key did
    /// where he may not. `WriteGate` asks again of the case as it is stored, and of those that no desk has open.
    static func guarded(
        before: DeskState, _ state: inout DeskState, _ effects: [Effect], _ desk: Desk
    ) -> [Effect] {
        for effect in effects where !mayWrite(effect.job, before, &state, desk) {
            let attempt = state.authority.attempt
            let said = state.board
            state = before
            state.held = []
            state.board = said
            state.authority.attempt = attempt
            return []
        }
        return effects
    }

    private static func mayWrite(
        _ job: Effect.Job, _ before: DeskState, _ state: inout DeskState, _ desk: Desk
    ) -> Bool {
        let mayWrite = Authority.mayWrite(
            desk.clerk, at: desk.office, absences: state.authority.absences, today: state.today)
        for write in job.writes {
            let file = file(write.number, in: state) ?? file(write.number, in: before)
            guard mayWrite else {
                refuse(.unlisted, write.steps.first ?? .judge, write.number, &state, desk)
                return false
            }
            for step in write.steps {
                guard case .refused(let refusal) = standing(step, file, state, desk) else { continue }
                refuse(refusal, step, write.number, &state, desk)
                return false
            }
        }
        return true
    }

    private static func file(_ number: CaseNumber?, in state: DeskState) -> CaseFile? {
        guard let number, let work = state.work else { return nil }
        return work.file?.number == number ? work.file : work.sisters.first { $0.number == number }
    }

    private static func refuse(
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ number: CaseNumber?, _ state: inout DeskState, _ desk: Desk
    ) {
        remember(refusal, step, number, &state)
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
