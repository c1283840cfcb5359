import CaseDomain
import CaseStore
import ScreenKit

/// Taking, renewing and leaving cases, and asking before somebody else's is written.
enum LeaseReducer {
    // MARK: What is shown

    /// Somebody else who has the case on the desk; nil where nothing keeps this desk from writing.
    static func other(_ state: DeskState, _ desk: Desk) -> Lease? {
        guard let number = state.work?.file?.number else { return nil }
        return state.leases.other(on: number, than: desk.holder, at: state.now)
    }

    /// Whether nobody else works on a case.
    static func isFree(_ number: CaseNumber, _ state: DeskState, _ desk: Desk) -> Bool {
        state.leases.other(on: number, than: desk.holder, at: state.now) == nil
    }

    /// Who works on a case and since when, for the head of the case.
    static func words(_ lease: Lease, at now: Moment, _ desk: Desk) -> String {
        desk.say(
            Phrases.Leases.busy,
            [
                "clerk": desk.name(of: lease.holder.clerk), "window": lease.holder.window,
                "since": Age.words(since: lease.since, at: now, desk),
            ])
    }

    /// 接手 in words, a line each.
    static func log(_ takeOvers: [LeaseTakeOver], _ desk: Desk) -> [String] {
        takeOvers.map { each in
            let values: KeyValuePairs = ["clerk": desk.name(of: each.from.clerk), "window": each.from.window]
            return "\(each.at.date) \(each.at.clock)  \(desk.name(of: each.by.clerk))  "
                + desk.say(Phrases.Leases.tookOver, values)
        }
    }

    // MARK: Around every event

    /// Takes the case that was opened, gives back the one that was left, and renews while something is typed.
    static func follow(_ input: DeskEvent.Input, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk)
        -> [Effect]
    {
        var effects: [Effect] = []
        let file = state.isOver ? nil : state.work?.file
        // Whatever may still be written, before and after acceptance; what is over is only read.
        let number = file.flatMap { CaseStore.QueueState($0).isOnBoard ? $0.number : nil }
        if state.leases.claim?.number != number {
            if let claim = state.leases.claim {
                effects.append(effect(.release(claim.number, desk.holder), &state))
                state.leases.live.removeAll { $0.number == claim.number && $0.holder == desk.holder }
            }
            state.leases.claim = nil
            if number != nil || file == nil { state.leases.takeOvers = [] }
            if let number {
                let isHeld = state.leases.other(on: number, than: desk.holder, at: stamp.at) == nil
                state.leases.claim = LeaseState.Claim(number: number, renewedAt: stamp.at, isHeld: isHeld)
                effects.append(take(number, &state, stamp, desk))
            } else if let file {
                effects.append(effect(.log(file.number), &state))
            }
        } else if let claim = state.leases.claim, input.isTyped,
            claim.renewedAt.adding(seconds: LeaseState.renewalSeconds) <= stamp.at
        {
            state.leases.claim?.renewedAt = stamp.at
            effects.append(take(claim.number, &state, stamp, desk))
        }
        if input == .tick, state.leases.looking == nil {
            let look = effect(.look(stamp.at), &state)
            state.leases.looking = look.id
            effects.append(look)
        }
        return effects
    }

    private static func take(
        _ number: CaseNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> Effect {
        effect(
            .take(number, desk.holder, at: stamp.at, until: stamp.at.adding(seconds: LeaseState.seconds)), &state)
    }

    private static func effect(_ job: LeaseJob, _ state: inout DeskState) -> Effect {
        let effect = state.effect(.lease(job))
        state.leases.waiting.insert(effect.id)
        return effect
    }

    // MARK: Answers

    /// - Returns: nil where the answer isn't about leases.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        guard state.leases.waiting.remove(id) != nil else { return nil }
        if state.leases.looking == id { state.leases.looking = nil }
        guard case .lease(let answer) = result else { return [] }
        switch answer {
        case .released: return []
        case .log(let number, let takeOvers):
            if state.work?.file?.number == number { state.leases.takeOvers = takeOvers }
            return []
        case .live(let live):
            state.leases.live = live
            guard let claim = state.leases.claim, claim.isHeld,
                let lease = state.leases.other(on: claim.number, than: desk.holder, at: stamp.at)
            else { return [] }
            return lost(to: lease, &state, stamp, desk)
        case .stands(let lease, let takeOvers):
            state.leases.take(lease)
            guard let claim = state.leases.claim, claim.number == lease.number else { return [] }
            state.leases.takeOvers = takeOvers
            state.leases.claim?.isAnswered = true
            guard lease.holder != desk.holder else {
                state.leases.claim?.isHeld = true
                return []
            }
            // One's own desk that died needn't be asked; that it was taken over is written down all the same.
            if lease.holder.isSamePerson(as: desk.holder), !claim.isAnswered {
                return [takeOver(lease.number, &state, stamp, desk)]
            }
            return claim.isHeld ? lost(to: lease, &state, stamp, desk) : []
        }
    }

    private static func lost(
        to lease: Lease, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.leases.claim?.isHeld = false
        let kept = DraftReducer.keepNow(&state, stamp, desk)
        let said = DraftReducer.holdsUnsaved(state) ? Phrases.Leases.lostKept : Phrases.Leases.lost
        state.status = StatusLine(
            .warning, desk.say(said, ["clerk": desk.name(of: lease.holder.clerk), "window": lease.holder.window]))
        return kept
    }

    // MARK: Taking over

    /// Lets a key's write through, or asks first where somebody else has the case: then nothing has happened yet, and
    /// the very key is pressed again after a yes.
    static func guarded(
        _ input: DeskEvent.Input, before: DeskState, _ state: inout DeskState, _ effects: [Effect], _ desk: Desk
    ) -> [Effect] {
        guard before.writing == nil, let writing = state.writing, writing.effect.job.needsLease,
            let lease = other(state, desk)
        else { return effects }
        let dropped = before.held.count
        state = before
        state.held = []
        state.leases.wish = .press(input, under: before.modal)
        var lines = [words(lease, at: before.now, desk), desk.say(Phrases.Leases.ask)]
        if dropped > 0 { lines.append(desk.say(Phrases.Desk.keysDropped, ["count": String(dropped)])) }
        state.modal = .question(
            Question(title: desk.say(Phrases.Leases.askTitle), lines: lines, answer: .takeOver(lease.number)))
        return []
    }

    /// The clerk said yes: the case is his, and the key that waited is pressed again.
    static func takeOver(
        answered number: CaseNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let wish = state.leases.wish
        state.leases.wish = nil
        let effect = takeOver(number, &state, stamp, desk)
        guard case .press(let input, let modal)? = wish else { return [effect] }
        state.modal = modal
        return [effect] + DeskReducer.typed(input, &state, stamp, desk)
    }

    /// The clerk said no: whatever was open before the question is open again.
    static func declined(_ state: inout DeskState) {
        if case .press(_, let modal)? = state.leases.wish { state.modal = modal }
        state.leases.wish = nil
    }

    private static func takeOver(
        _ number: CaseNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> Effect {
        let end = stamp.at.adding(seconds: LeaseState.seconds)
        state.leases.take(Lease(number: number, holder: desk.holder, since: stamp.at, until: end))
        state.leases.claim = LeaseState.Claim(
            number: number, renewedAt: stamp.at, isHeld: true, isAnswered: true)
        return effect(.takeOver(number, desk.holder, at: stamp.at, until: end), &state)
    }
}

extension Effect.Job {
    /// Looking at identity numbers is logged, but it is reading.
    fileprivate var needsLease: Bool {
        if case .append(let payloads, _, _, _) = self { return payloads != [.identityRevealed] }
        return true
    }
}

extension DeskEvent.Input {
    /// Whether it came from the clerk's hands.
    var isTyped: Bool {
        switch self {
        case .key, .paste, .scan, .pointer: true
        case .started, .resized, .widths, .finished, .tick, .closing, .shown: false
        }
    }
}

/// How long ago something was, as people say it.
enum Age {
    static func words(since: Moment, at now: Moment, _ desk: Desk) -> String {
        text(since: since, at: now, desk.language)
    }

    static func text(since: Moment, at now: Moment, _ language: Language) -> String {
        let seconds = max(0, now.secondsSince1970 - since.secondsSince1970)
        switch seconds {
        case ..<60: return Phrases.Leases.justNow.text(language)
        case ..<3600: return Phrases.Leases.minutesAgo.text(language, ["count": String(seconds / 60)])
        case ..<86_400: return Phrases.Leases.hoursAgo.text(language, ["count": String(seconds / 3600)])
        default: return Phrases.Leases.daysAgo.text(language, ["count": String(seconds / 86_400)])
        }
    }
}
