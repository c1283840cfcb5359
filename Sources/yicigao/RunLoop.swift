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
    private var inputs: [Arrived] = []
    private var lastArrival: ContinuousClock.Instant
    /// What was taken of the keys that came one right behind the other, for a scan that is typed into a field as it comes.
    private var burst: [ScanDetector.Arrival] = []
    /// Effects of the direct lane without an answer yet.
    private var awaited: Set<Int> = []
    private var waitingSince: ContinuousClock.Instant?
    private var needsPaint = true
    /// How many texts have gone to the terminal's clipboard.
    private var copies = 0

    /// Something from the terminal, and how long after the thing before it.
    private struct Arrived {
        let input: TerminalInput
        let gap: Int

        var arrival: ScanDetector.Arrival {
            if case .key(let stroke) = input { return ScanDetector.Arrival(stroke, gap: gap) }
            return ScanDetector.Arrival(nil, gap: gap)
        }
    }

    /// How long a key waits for the answer to the one before it.
    private static let patience = Duration.milliseconds(150)
    /// How long the screen stays as it was while an answer is on its way.
    private static let paintDelay = Duration.milliseconds(40)
    private static let tickMilliseconds = 1000
    /// After so long without a key the hands rest.
    private static let restMilliseconds = 120

    init(
        desk: Desk, worker: EffectWorker, clock: BusinessClock, isMouseOn: Bool = false, tutor: TutorState? = nil
    ) {
        self.desk = desk
        self.worker = worker
        self.clock = clock
        // Whatever was typed before the desk was there is no scan for it to take.
        lastArrival = .now
        state = DeskState(size: Size(rows: 0, columns: 0), now: clock.now())
        state.isMouseOn = isMouseOn
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
            var pause: Int?
            if !inputs.isEmpty, awaited.isEmpty || waited > Self.patience {
                pause = takeNext(&session)
                if pause == nil { continue }
            }
            if needsPaint, awaited.isEmpty || waited > Self.paintDelay {
                if redraws != state.redraws { session.invalidate() }
                redraws = state.redraws
                session.paint(DeskView.draw(state, desk))
                needsPaint = false
                worker.openLanes()
                settle(&session)
            }
            wait(&session, waited, atMost: pause)
        }
        worker.finish()
    }

    /// What follows a frame: the mouse and the clipboard as the state wants them, and the state told that it was seen.
    private mutating func settle(_ session: inout TerminalSession) {
        session.setMouse(state.isMouseOn)
        if copies != state.copied.count { session.copy(state.copied.text) }
        copies = state.copied.count
        guard state.awaitsShowing else { return }
        let event = DeskEvent(stamp: EventStamp(at: state.now, by: desk.clerk), input: .shown)
        _ = DeskReducer.reduce(&state, event, desk: desk)
    }

    /// Takes what came first, alone or with all of a scan.
    ///
    /// - Returns: how many milliseconds may show whether it is a scan; nil where it was taken.
    private mutating func takeNext(_ session: inout TerminalSession) -> Int? {
        let isTyped = DeskReducer.typesScans(state)
        guard let first = inputs.first, !isTyped || first.arrival.mayEndScan else {
            accept(&session)
            return nil
        }
        let earlier = isTyped ? burst : []
        let arrivals = earlier + inputs.prefix(ScanDetector.longest + 2).map(\.arrival)
        let verdict = ScanDetector(office: desk.office, day: state.today).verdict(
            on: arrivals, silence: Self.milliseconds(.now - lastArrival), isTyped: isTyped)
        switch verdict {
        case .wait(let milliseconds): return max(1, milliseconds)
        case .typing: accept(&session)
        case .scan(let scan, let count):
            inputs.removeFirst(count - earlier.count)
            burst = []
            handle(.scan(scan))
        }
        return nil
    }

    /// Takes what came first as what it is.
    private mutating func accept(_ session: inout TerminalSession) {
        let first = inputs.removeFirst()
        if first.gap > ScanDetector.firstGap { burst = [] }
        if burst.count <= ScanDetector.longest { burst.append(first.arrival) }
        take(first.input, &session)
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }

    private mutating func wait(_ session: inout TerminalSession, _ waited: Duration, atMost pause: Int?) {
        var timeout = state.awaitsRest ? Self.restMilliseconds : Self.tickMilliseconds
        if !awaited.isEmpty { timeout = needsPaint && waited < Self.paintDelay ? 40 : 150 }
        let new = session.wait(timeoutMilliseconds: min(timeout, pause ?? timeout))
        if new.isEmpty, awaited.isEmpty, pause == nil { handle(.tick) }
        for input in new where input != .woken {
            let gap = Self.milliseconds(.now - lastArrival)
            lastArrival = .now
            inputs.append(Arrived(input: input, gap: gap))
        }
    }

    private mutating func take(_ input: TerminalInput, _ session: inout TerminalSession) {
        switch input {
        // A locked desk doesn't step aside for a shell.
        case .key(KeyStroke(.character("z"), .control)) where !state.lock.isLocked: session.suspend()
        case .key(let stroke): handle(.key(stroke))
        case .paste(let text): handle(.paste(text))
        case .pointer(let event): handle(.pointer(event))
        case .resized(let size): handle(.resized(size))
        case .widths(let widths): handle(.widths(widths))
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
