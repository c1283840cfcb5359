import Dispatch
import Foundation
import Synchronization

/// Lets a long command end between two transactions where somebody presses Ctrl-C or the system shuts down.
final class Interruption {
    private final class Flag: Sendable {
        let isSet = Atomic<Bool>(false)
    }

    private let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    init() {
        let flag = flag
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { flag.isSet.store(true, ordering: .relaxed) }
            source.resume()
            return source
        }
    }

    var isRequested: Bool { flag.isSet.load(ordering: .relaxed) }
}
