package import CaseDomain
package import CaseStore

/// What the lock of a desk wants of the world. Deriving a key takes a while, so none of it is done where keys are.
package enum LockJob: Hashable, Sendable {
    /// Writes down that the desk was locked, and looks whether its clerk has a PIN.
    case begin(LockEvent)
    case check(Secret, window: String, EventStamp)
    case keep(Secret, window: String, EventStamp)
    /// Whether a clerk is to be told that he has no PIN: the first time that he sits down without one.
    case greet(EventStamp)

    /// Where a clerk's PIN is kept among what his desk remembers for him.
    package static let note = "lock/pin"
    /// Where it is kept that he was told.
    private static let told = "lock/told"

    func run(on ports: DeskPorts) throws(StoreError) -> LockAnswer {
        switch self {
        case .begin(let event):
            try ports.store.log(event)
            return try Self.kept(for: event.stamp.by, in: ports.store) == nil ? .unset : .set
        case .check(let pin, let window, let stamp):
            guard let kept = try Self.kept(for: stamp.by, in: ports.store) else { return .unset }
            let isRight = ports.pins.matches(pin, kept)
            try ports.store.log(LockEvent(isRight ? .unlocked : .wrongPIN, window: window, stamp: stamp))
            return isRight ? .right : .wrong
        case .keep(let pin, let window, let stamp):
            // Two desks of one clerk: what was set first stays.
            guard try Self.kept(for: stamp.by, in: ports.store) == nil else { return .set }
            return try Self.keep(pin, window: window, stamp, in: ports.store, ports.pins) ? .set : .unavailable
        case .greet(let stamp):
            guard try Self.kept(for: stamp.by, in: ports.store) == nil,
                try ports.store.recall(Self.told, for: stamp.by).isEmpty
            else { return .set }
            try ports.store.remember(ClerkNote(name: Self.told, at: stamp.at, text: ""), for: stamp.by)
            return .unset
        }
    }

    /// An administrator clears a PIN; its clerk chooses another when he sits at an open desk.
    ///
    /// - Returns: false where there is none.
    package static func reset(
        _ clerk: ClerkID, _ stamp: EventStamp, in store: any DeskStoring
    ) throws(StoreError) -> Bool {
        guard try kept(for: clerk, in: store) != nil else { return false }
        try store.forget(note, for: clerk)
        try store.forget(told, for: clerk)
        try store.log(LockEvent(.resetPIN, window: "", stamp: stamp))
        return true
    }

    /// What is kept of a clerk's PIN; nil where he has none.
    package static func kept(for clerk: ClerkID, in store: any DeskStoring) throws(StoreError) -> String? {
        try store.recall(note, for: clerk).first { $0.name == note }?.text
    }

    /// - Returns: false where PINs can't be kept here; then nothing was saved.
    package static func keep(
        _ pin: Secret, window: String, _ stamp: EventStamp, in store: any DeskStoring, _ pins: any PINHashing
    ) throws(StoreError) -> Bool {
        guard let hash = pins.hash(pin) else { return false }
        try store.remember(ClerkNote(name: note, at: stamp.at, text: hash), for: stamp.by)
        try store.log(LockEvent(.setPIN, window: window, stamp: stamp))
        return true
    }
}

package enum LockAnswer: Hashable, Sendable {
    /// Whether there is a PIN.
    case set, unset
    case right, wrong
    case unavailable
}
