import CaseDomain
import CaseStore
import ScreenKit

/// 锁屏: nothing shows and no key reaches anything until the clerk's PIN is typed. Writes under way are finished, and what
/// was typed before stays where it is.
enum LockReducer {
    /// What comes from the clerk's hands while the desk is locked, and the key that locks it, which waits for nothing.
    ///
    /// - Returns: nil for everything else.
    static func first(_ event: DeskEvent, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard event.input.isTyped else {
            if event.input == .started { state.lock.lastTyped = event.stamp.at }
            return nil
        }
        state.lock.lastTyped = event.stamp.at
        if state.lock.isLocked {
            state.now = event.stamp.at
            guard case .key(let stroke) = event.input else { return [] }
            return press(stroke, &state, event.stamp, desk)
        }
        guard case .key(let stroke) = event.input, state.pending.isEmpty,
            case .intent(.lock) = desk.keymap.resolve(
                context: state.place, stroke: stroke, isTyping: state.place.takesText)
        else { return nil }
        state.now = event.stamp.at
        return lock(.locked, &state, desk)
    }

    static func lock(_ kind: LockEvent.Kind, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard !state.lock.isLocked else { return [] }
        let stamp = EventStamp(at: state.now, by: desk.clerk)
        let effect = state.effect(.lock(.begin(LockEvent(kind, window: desk.window, stamp: stamp))))
        state.pending = []
        state.lock.stage = .finding
        state.lock.typed = Secret("")
        state.lock.said = nil
        state.lock.isIdle = kind == .lockedIdle
        state.lock.effect = effect.id
        return [effect]
    }

    /// Asks whether a clerk of the list has to be told that he has no PIN, where desks lock themselves.
    static func started(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard desk.office.approvals.idleMinutes != nil, desk.office.staff.member(desk.clerk) != nil, !desk.isDemo else {
            return []
        }
        let effect = state.effect(.lock(.greet(stamp)))
        state.lock.greeting = effect.id
        return [effect]
    }

    /// Locks where nobody has pressed a key for the office's minutes.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let minutes = desk.office.approvals.idleMinutes, let last = state.lock.lastTyped,
            last.adding(seconds: Int64(minutes) * 60) <= state.now
        else { return [] }
        if case .choosing = state.lock.stage {
            // Who went away before he had chosen one leaves that to nobody else.
            state.lock.typed = Secret("")
            state.lock.stage = .shut
        }
        return lock(.lockedIdle, &state, desk)
    }

    // MARK: Keys

    private static func press(
        _ stroke: KeyStroke, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if case .intent(.redraw) = desk.keymap.resolve(context: .global, stroke: stroke) {
            state.redraws += 1
            return []
        }
        switch state.lock.stage {
        case .open, .finding, .working: return []
        case .asking where state.lock.waiting(at: state.now) > 0: return []
        case .shut:
            if stroke.key == .enter { state.isOver = true }
            return []
        case .asking, .choosing: break
        }
        switch stroke.key {
        case .enter: return submit(&state, stamp, desk)
        case .backspace: state.lock.typed = state.lock.typed.droppingLast()
        case .escape:
            if state.lock.stage == .choosing(first: nil), state.lock.typed.count == 0 {
                state.lock = LockState()
                state.lock.lastTyped = stamp.at
                state.refuse(Phrases.Lock.notLocked, desk)
                return []
            }
            state.lock.typed = Secret("")
            if case .choosing(.some) = state.lock.stage { state.lock.stage = .choosing(first: nil) }
        default:
            guard let character = stroke.foldedForCommand.typedCharacter, state.lock.typed.count < PINRule.most else {
                return []
            }
            state.lock.typed = state.lock.typed.appending(character)
        }
        state.lock.said = nil
        return []
    }

    private static func submit(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        let pin = state.lock.typed
        guard pin.count > 0 else { return [] }
        state.lock.typed = Secret("")
        state.lock.said = nil
        switch state.lock.stage {
        case .asking: return work(.check(pin, window: desk.window, stamp), &state)
        case .choosing(nil):
            if let fault = PINRule.fault(pin) {
                state.lock.said = .fault(fault)
            } else {
                state.lock.stage = .choosing(first: pin)
            }
        case .choosing(let first?):
            guard first == pin else {
                state.lock.stage = .choosing(first: nil)
                state.lock.said = .differs
                return []
            }
            return work(.keep(pin, window: desk.window, stamp), &state)
        case .open, .finding, .working, .shut: break
        }
        return []
    }

    private static func work(_ job: LockJob, _ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.lock(job))
        state.lock.stage = .working
        state.lock.effect = effect.id
        return [effect]
    }

    private static func key(_ desk: Desk) -> KeyValuePairs<String, String> {
        ["key": desk.keymap.label(for: .lock, in: .queue) ?? ""]
    }

    // MARK: Answers

    /// - Returns: whether the lock waited for it.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> Bool {
        if state.lock.greeting == id {
            state.lock.greeting = nil
            if result == .lock(.unset) { state.status = StatusLine(.info, desk.say(Phrases.Lock.noneYet, key(desk))) }
            return true
        }
        guard state.lock.effect == id else { return false }
        state.lock.effect = nil
        let wasWorking = state.lock.stage == .working
        switch result {
        case .lock(.set):
            state.lock.said = wasWorking ? .kept : nil
            state.lock.stage = .asking
        case .lock(.unset): state.lock.stage = state.lock.isIdle || wasWorking ? .shut : .choosing(first: nil)
        case .lock(.right):
            state.lock = LockState()
            state.lock.lastTyped = stamp.at
        case .lock(.wrong):
            state.lock.wrong += 1
            state.lock.waitsUntil = stamp.at.adding(seconds: LockState.wait(after: state.lock.wrong))
            state.lock.said = .wrong
            state.lock.stage = .asking
        case .lock(.unavailable):
            state.lock = LockState()
            state.lock.lastTyped = stamp.at
            state.refuse(Phrases.Lock.unavailable, desk)
        default:
            // The store couldn't be asked; the desk stays shut, and the next try asks it again.
            state.lock.stage = .asking
            state.lock.said = .trouble
        }
        return true
    }
}
