import Foundation
import Synchronization

extension Array where Element: Sendable {
    /// What is made of each element, in the order of the elements; a long array is shared among the cores.
    ///
    /// - Throws: what `make` threw for the first share in which it did.
    func mapOnAllCores<Made: Sendable>(_ make: @Sendable (Element) throws -> Made) throws -> [Made] {
        let share = Swift.max(leastShare, (count + cores - 1) / cores)
        guard count > share else { return try map(make) }
        let parts = Mutex<[Int: Result<[Made], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { part in
            let range = part * share..<Swift.min((part + 1) * share, count)
            let made = Result { try self[range].map(make) }
            parts.withLock { $0[part] = made }
        }
        return try parts.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { try $0.value.get() }
    }
}

/// Asked once: the answer is read out of files of the system.
private let cores = ProcessInfo.processInfo.activeProcessorCount

/// Fewer than so many are done sooner than shared out.
private let leastShare = 64
