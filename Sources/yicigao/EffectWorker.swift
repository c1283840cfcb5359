import ClerkDesk
import Dispatch
import TerminalIO

/// Carries effects out off the screen's thread, and puts the answers into the desk's mailbox.
///
/// Two lanes: what the clerk waits for is done in order on one, what may take long on the other, so that counting a
/// million cases never stands before a key.
struct EffectWorker: Sendable {
    let ports: DeskPorts
    let mailbox: Mailbox<Answer>
    private let direct = DispatchQueue(label: "yicigao.direct", qos: .userInteractive)
    private let background = DispatchQueue(label: "yicigao.background", qos: .utility)

    struct Answer: Sendable {
        let effect: Int
        let result: EffectResult
    }

    init(ports: DeskPorts, mailbox: Mailbox<Answer>) {
        self.ports = ports
        self.mailbox = mailbox
    }

    func run(_ effect: Effect) {
        let queue = effect.lane == .direct ? direct : background
        queue.async { [ports, mailbox] in
            mailbox.post(Answer(effect: effect.id, result: EffectInterpreter.run(effect.job, on: ports)))
        }
    }

    /// Work that nobody waits for, such as bringing due days up to date after a new calendar.
    func quietly(_ work: @escaping @Sendable () -> Void) { background.async(execute: work) }

    /// Waits until every write that was asked for is done, so that leaving loses nothing.
    func finish() { direct.sync {} }
}
