import ClerkDesk
import Dispatch
import TerminalIO

/// Carries effects out off the screen's thread, and puts the answers into the desk's mailbox.
///
/// What the clerk waits for is done in order on one lane, what may take long on others, so that neither counting a million
/// cases nor a printer that has gone away stands before a key.
struct EffectWorker: Sendable {
    let ports: DeskPorts
    let mailbox: Mailbox<Answer>
    private let direct = DispatchQueue(label: "yicigao.direct", qos: .userInteractive)
    private let background = DispatchQueue(label: "yicigao.background", qos: .utility)
    private let printing = DispatchQueue(label: "yicigao.printing", qos: .utility)
    private let telling = DispatchQueue(label: "yicigao.telling", qos: .utility)
    private let memory = DispatchQueue(label: "yicigao.memory", qos: .utility)
    private let leave: @Sendable () -> Void

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

    func run(_ effect: Effect) {
        queue(effect.lane).async { [ports, mailbox] in
            mailbox.post(Answer(effect: effect.id, result: EffectInterpreter.run(effect.job, on: ports)))
        }
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

    /// Work that nobody waits for, such as bringing due days up to date after a new calendar.
    func quietly(_ work: @escaping @Sendable () -> Void) { background.async(execute: work) }

    /// Waits until every write that was asked for is done, so that leaving loses nothing, and until the message that is
    /// being handed over is: whether it went out could not be said otherwise.
    func finish() {
        leave()
        direct.sync {}
        memory.sync {}
        telling.sync {}
    }
}
