/// A place of the state that waits for what was asked of the store, and has to stop waiting when it can't be had.
enum AwaitedReading: CaseIterable {
    case watch, delivery, rows, opening, history, look, taking, marks
    case tickets, ticket, inspections, inspectionStep

    /// The effect that is waited for; nil where none is.
    func effect(in state: DeskState) -> Int? {
        switch self {
        case .watch: state.watching
        case .delivery: state.telling.delivering
        case .rows: state.queue.asked?.effect
        case .opening: state.opening?.effect
        case .history: state.reading
        case .look: state.look.recalling
        case .taking: state.queue.taking?.effect
        case .marks: state.queue.marks.asked
        case .tickets: state.tickets.reading
        case .ticket: state.tickets.acting?.effect
        case .inspections: state.inspection.reading
        case .inspectionStep: state.inspection.preparing?.effect
        }
    }

    /// Whether keys wait for it as well.
    var holdsKeys: Bool { self == .rows || self == .opening || self == .history }

    private func forget(in state: inout DeskState) {
        switch self {
        case .watch: state.watching = nil
        case .delivery: state.telling.delivering = nil
        case .rows: state.queue.forget()
        case .opening: state.opening = nil
        case .history: state.reading = nil
        case .look: state.look.recalling = nil
        case .taking: state.queue.taking = nil
        case .marks: state.queue.marks.asked = nil
        case .tickets: state.tickets.reading = nil
        case .ticket: state.tickets.acting = nil
        case .inspections: state.inspection.reading = nil
        case .inspectionStep: state.inspection.preparing = nil
        }
    }

    /// Lets whatever waits for an effect wait no more.
    ///
    /// - Returns: whether keys waited for it.
    static func forget(_ effect: Int, in state: inout DeskState) -> Bool {
        var heldKeys = false
        for place in allCases where place.effect(in: state) == effect {
            place.forget(in: &state)
            heldKeys = heldKeys || place.holdsKeys
        }
        return heldKeys
    }
}
