import CaseDomain
import ClerkDesk
import Dispatch
import Foundation
import ScreenKit
import TerminalIO
import TextLayout

/// The desk in lines: a command in, what changed out. It moves no cursor and paints nothing, so that a screen reader, a
/// dumb terminal or a script follows it.
struct PlainLoop {
    let desk: Desk
    let worker: EffectWorker
    let clock: BusinessClock
    private var state: DeskState
    private var talk = PlainTalk()
    /// Effects of the clerk's own lane without an answer yet.
    private var awaited: Set<Int> = []
    /// Counts and looks, which an answer waits for only so long.
    private var background: Set<Int> = []
    private let signals = SignalPipe()
    private var input = LineInput()

    /// How long an answer waits for what isn't the clerk's own doing, such as a count.
    private static let patience = Duration.milliseconds(1500)
    private static let tickMilliseconds: Int32 = 1000

    init(desk: Desk, worker: EffectWorker, clock: BusinessClock, tutor: TutorState? = nil) {
        self.desk = desk
        self.worker = worker
        self.clock = clock
        state = DeskState(size: PlainView.size, now: clock.now())
        state.tutor = tutor
    }

    /// Runs until the clerk leaves, the input ends or nobody listens any more. Writes under way are finished first.
    mutating func run() {
        signal(SIGPIPE, SIG_IGN)
        handle(.started)
        settle()
        do throws(WriteFailure) {
            let welcome = [Phrases.Plain.welcome] + (desk.isDemo ? [Phrases.Plain.demo] : [])
            try say(welcome.map { $0.text(desk.language) } + talk.tell(state, desk, isWhole: true))
            while !state.isOver {
                try ask()
                guard let line = try nextLine() else { break }
                try take(line)
            }
            if let lost = PlainView.unsaved(state, desk) { try say([lost]) }
            try say([Phrases.Plain.left.text(desk.language)])
        } catch {
            // Whoever listened has gone; there is nobody to tell.
        }
        input.showsTyping(true)
        worker.finish()
    }

    private mutating func take(_ line: String) throws(WriteFailure) {
        let stamp = EventStamp(at: clock.now(), by: desk.clerk)
        switch PlainReader.read(line, &talk, state, stamp, desk) {
        case .nothing: return
        case .say(let lines): try say(lines)
        case .again: try say(talk.tell(state, desk, isWhole: true))
        case .inputs(let inputs): try carryOut(inputs)
        case .look(let inputs): try carryOut(inputs, isLooking: true)
        }
    }

    private mutating func carryOut(_ inputs: [DeskEvent.Input], isLooking: Bool = false) throws(WriteFailure) {
        for input in inputs {
            handle(input)
            settle(onlyOwn: true)
        }
        settle()
        guard !state.isOver else { return }
        try say(talk.tell(state, desk, isLooking: isLooking))
        for input in talk.afterwards(state, desk) { handle(input) }
        settle()
    }

    // MARK: Input

    /// - Returns: nil where there is no further line, or the program is told to go.
    private mutating func nextLine() throws(WriteFailure) -> String? {
        while true {
            if let line = input.next() {
                // A terminal shows what is typed by itself; what comes through a pipe is shown for the record.
                let record = state.isTypingSecret ? "***" : SafeText.singleLine(line)
                try say(raw: input.isTerminal && !state.isTypingSecret ? "" : "\(record)\n")
                return line
            }
            guard !input.isAtEnd else {
                try say(raw: "\n")
                return nil
            }
            switch wait(for: input.descriptor) {
            case .input: input.read()
            case .answer: drain()
            case .interrupt:
                let inputs = PlainReader.cancel(&talk, state, desk)
                try say(["", Phrases.Plain.cancelled.text(desk.language)])
                try carryOut(inputs)
                try ask()
            case .terminate: return nil
            case .nothing: try rest()
            }
        }
    }

    /// Nothing was typed for a while; where the desk locked itself because of that, it says so.
    private mutating func rest() throws(WriteFailure) {
        let wasLocked = state.lock.isLocked
        handle(.tick)
        guard state.lock.isLocked, !wasLocked else { return }
        settle()
        try say([""] + talk.tell(state, desk))
        try ask()
    }

    /// Asks for the next line; the terminal keeps a PIN to itself from before it is asked for.
    private mutating func ask() throws(WriteFailure) {
        input.showsTyping(!state.isTypingSecret)
        try say(raw: PlainView.prompt(state, desk))
    }

    private enum Event {
        case input, answer, interrupt, terminate, nothing
    }

    private func wait(for descriptor: Int32, milliseconds: Int32 = tickMilliseconds) -> Event {
        var waiting = [
            pollfd(fd: worker.mailbox.wakeDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else { return .nothing }
        if waiting[0].revents != 0 {
            var count: UInt64 = 0
            _ = Foundation.read(worker.mailbox.wakeDescriptor, &count, MemoryLayout<UInt64>.size)
            return .answer
        }
        if waiting[1].revents != 0 { return signals.next() == SIGINT ? .interrupt : .terminate }
        return .input
    }

    // MARK: The desk

    private mutating func handle(_ input: DeskEvent.Input) {
        let event = DeskEvent(stamp: EventStamp(at: clock.now(), by: desk.clerk), input: input)
        for effect in DeskReducer.reduce(&state, event, desk: desk) {
            switch effect.lane {
            case .background where effect.job.isAskedFor, .memory where effect.job.isAskedFor: awaited.insert(effect.id)
            case .direct: awaited.insert(effect.id)
            case .background, .memory: background.insert(effect.id)
            case .printing, .telling: break
            }
            worker.run(effect)
        }
    }

    private mutating func drain() {
        for answer in worker.mailbox.drain() {
            awaited.remove(answer.effect)
            background.remove(answer.effect)
            handle(.finished(answer.effect, answer.result))
        }
    }

    /// Waits for what was asked for: for the clerk's own work as long as it takes, for the rest only so long.
    private mutating func settle(onlyOwn: Bool = false) {
        let begun = ContinuousClock.now
        while true {
            drain()
            let waits = !onlyOwn && !background.isEmpty && ContinuousClock.now - begun < Self.patience
            guard !awaited.isEmpty || waits else { return }
            _ = wait(for: -1, milliseconds: 100)
        }
    }

    // MARK: Output

    private func say(_ lines: [String]) throws(WriteFailure) {
        try say(raw: lines.map { $0 + "\n" }.joined())
    }

    private func say(raw text: String) throws(WriteFailure) {
        try FileWriting.write(Array(text.utf8), to: STDOUT_FILENO)
    }
}

extension Effect.Job {
    /// Whether the clerk asked for it in so many words, and so waits for it.
    fileprivate var isAskedFor: Bool {
        switch self {
        case .dayLog, .export, .lock: true
        default: false
        }
    }
}

/// Standard input by lines, in bytes as they come.
struct LineInput {
    let descriptor = STDIN_FILENO
    let isTerminal = isatty(STDIN_FILENO) == 1
    private(set) var isAtEnd = false
    private var bytes: [UInt8] = []

    /// The most that a line may have; what is longer is no command.
    private static let longest = 64 * 1024

    /// The next whole line; at the end of the input also one without its end.
    mutating func next() -> String? {
        let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
        guard let stop = end ?? (isAtEnd && !bytes.isEmpty ? bytes.endIndex : nil) else { return nil }
        let line = String(decoding: bytes[..<stop], as: UTF8.self)
        bytes.removeFirst(min(bytes.count, stop + 1))
        return line.last == "\r" ? String(line.dropLast()) : line
    }

    /// Whether the terminal shows what is typed. Does nothing where the input is no terminal.
    func showsTyping(_ shows: Bool) {
        var mode = termios()
        guard isTerminal, tcgetattr(descriptor, &mode) == 0, (mode.c_lflag & tcflag_t(ECHO) != 0) != shows else {
            return
        }
        if shows { mode.c_lflag |= tcflag_t(ECHO) } else { mode.c_lflag &= ~tcflag_t(ECHO) }
        _ = tcsetattr(descriptor, TCSADRAIN, &mode)
    }

    mutating func read() {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(descriptor, &chunk, chunk.count)
        guard count > 0 else {
            isAtEnd = count == 0 || errno != EINTR && errno != EAGAIN
            return
        }
        bytes += chunk.prefix(count)
        if bytes.count > Self.longest { bytes.removeAll() }
    }
}

/// Brings signals to whoever waits for a descriptor.
final class SignalPipe {
    let descriptor: Int32
    private let sources: [any DispatchSourceSignal]

    init() {
        var ends: [Int32] = [-1, -1]
        let isMade = pipe(&ends) == 0
        descriptor = ends[0]
        let end = ends[1]
        guard isMade else {
            sources = []
            return
        }
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                var byte = UInt8(number)
                _ = write(end, &byte, 1)
            }
            source.resume()
            return source
        }
    }

    func next() -> Int32 {
        var byte: UInt8 = 0
        return Foundation.read(descriptor, &byte, 1) == 1 ? Int32(byte) : SIGTERM
    }
}
