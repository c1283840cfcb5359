import CaseDomain
import ClerkDesk
import ScreenKit
import TerminalIO

/// Turns what the terminal and the worker report into desk events, and desk states into frames.
///
/// A key waits for the answer to the one before it, within reason: hands may run ahead of the store, but every key acts
/// on what the clerk would have seen. The screen is painted when there is nothing left to do, so a page of rows and the
/// cursor in it arrive as one paint.
struct RunLoop {
    let desk: Desk
    let worker: EffectWorker
    let clock: BusinessClock
    private var state: DeskState
    private var inputs: [TerminalInput] = []
    /// Effects of the direct lane without an answer yet.
    private var awaited: Set<Int> = []
    private var waitingSince: ContinuousClock.Instant?
    private var needsPaint = true

    /// How long a key waits for the answer to the one before it.
    private static let patience = Duration.milliseconds(150)
    /// How long the screen stays as it was while an answer is on its way.
    private static let paintDelay = Duration.milliseconds(40)
    private static let tickMilliseconds = 1000

    init(desk: Desk, worker: EffectWorker, clock: BusinessClock, tutor: TutorState? = nil) {
        self.desk = desk
        self.worker = worker
        self.clock = clock
        state = DeskState(size: Size(rows: 0, columns: 0), now: clock.now())
        state.tutor = tutor
    }

    /// Runs until the clerk leaves or the terminal goes away. Writes under way are finished first.
    mutating func run(_ session: inout TerminalSession) {
        state.fit(session.size)
        var redraws = 0
        handle(.started)
        while !state.isOver {
            for answer in worker.mailbox.drain() {
                awaited.remove(answer.effect)
                handle(.finished(answer.effect, answer.result))
            }
            let waited = waitingSince.map { ContinuousClock.now - $0 } ?? .zero
            if !inputs.isEmpty, awaited.isEmpty || waited > Self.patience {
                take(inputs.removeFirst(), &session)
                continue
            }
            if needsPaint, awaited.isEmpty || waited > Self.paintDelay {
                if redraws != state.redraws { session.invalidate() }
                redraws = state.redraws
                session.paint(DeskView.draw(state, desk))
                needsPaint = false
            }
            wait(&session, waited)
        }
        worker.finish()
    }

    private mutating func wait(_ session: inout TerminalSession, _ waited: Duration) {
        var timeout = Self.tickMilliseconds
        if !awaited.isEmpty { timeout = needsPaint && waited < Self.paintDelay ? 40 : 150 }
        let new = session.wait(timeoutMilliseconds: timeout)
        if new.isEmpty, awaited.isEmpty { handle(.tick) }
        inputs += new
    }

    private mutating func take(_ input: TerminalInput, _ session: inout TerminalSession) {
        switch input {
        case .key(KeyStroke(.character("z"), .control)): session.suspend()
        case .key(let stroke): handle(.key(stroke))
        case .paste(let text): handle(.paste(text))
        case .resized(let size): handle(.resized(size))
        case .woken: break
        case .terminate, .hangup: handle(.closing)
        }
    }

    private mutating func handle(_ input: DeskEvent.Input) {
        let event = DeskEvent(stamp: EventStamp(at: clock.now(), by: desk.clerk), input: input)
        let effects = DeskReducer.reduce(&state, event, desk: desk)
        for effect in effects {
            if effect.lane == .direct { awaited.insert(effect.id) }
            worker.run(effect)
        }
        waitingSince = awaited.isEmpty ? nil : waitingSince ?? .now
        needsPaint = true
    }
}
