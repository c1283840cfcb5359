import ClerkDesk
import Dispatch
import Synchronization
import TerminalIO

/// Carries effects out off the screen's thread, and puts the answers into the desk's mailbox.
///
/// What the clerk waits for is done in order on one lane, what may take long on others, so that neither counting a million
/// cases nor a printer that has gone away stands before a key. Only the direct lane is open from the beginning: what
/// nobody waits for doesn't take a processor from the first screen.
struct EffectWorker: Sendable {
    let ports: DeskPorts
    let mailbox: Mailbox<Answer>
    private let direct = DispatchQueue(label: "yicigao.direct", qos: .userInteractive)
    private let background = EffectWorker.later("background")
    private let printing = EffectWorker.later("printing")
    private let telling = EffectWorker.later("telling")
    private let memory = EffectWorker.later("memory")
    private let care = EffectWorker.later("care")
    private let leave: @Sendable () -> Void
    private let counting = NewestCount()
    private static let pauseInTyping = DispatchTimeInterval.milliseconds(150)

    /// Which count was asked for last; the desk has forgotten those before it.
    private final class NewestCount: Sendable {
        let effect = Atomic(0)
    }

    struct Answer: Sendable {
        let effect: Int
        let result: EffectResult
    }

    /// - Parameter leave: tells whatever sends messages that no further one is to be begun.
    init(ports: DeskPorts, mailbox: Mailbox<Answer>, leave: @escaping @Sendable () -> Void) {
        self.ports = ports
        self.mailbox = mailbox
        self.leave = leave
    }

    private static func later(_ name: String) -> DispatchQueue {
        DispatchQueue(label: "yicigao.\(name)", qos: .utility, attributes: .initiallyInactive)
    }

    /// Opens the lanes of what nobody waits for. Once they are open, this does nothing.
    func openLanes() {
        for lane in [background, printing, telling, memory, care] { lane.activate() }
    }

    func run(_ effect: Effect) {
        let isCount = if case .count = effect.job { true } else { false }
        let work = { @Sendable [ports, mailbox, counting] in
            let result = EffectInterpreter.run(effect.job, on: ports) {
                !isCount || counting.effect.load(ordering: .relaxed) == effect.id
            }
            mailbox.post(Answer(effect: effect.id, result: result))
        }
        guard isCount else { return queue(effect.lane).async(execute: work) }
        counting.effect.store(effect.id, ordering: .relaxed)
        // The list that the same key asks for comes first, and the next key before any count.
        queue(effect.lane).asyncAfter(deadline: .now() + EffectWorker.pauseInTyping, execute: work)
    }

    private func queue(_ lane: Effect.Lane) -> DispatchQueue {
        switch lane {
        case .direct: direct
        case .background: background
        case .printing: printing
        case .telling: telling
        case .memory: memory
        }
    }

    /// Work that nobody waits for, such as bringing an older store along, which takes minutes: no count and no list waits
    /// behind it.
    func quietly(_ work: @escaping @Sendable () -> Void) { care.async(execute: work) }

    /// Waits until every write that was asked for is done, so that leaving loses nothing, and until the message that is
    /// being handed over is: whether it went out could not be said otherwise.
    func finish() {
        leave()
        openLanes()
        direct.sync {}
        memory.sync {}
        telling.sync {}
    }
}
