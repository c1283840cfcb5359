import CaseDomain
import CaseStore
import ScreenKit

/// What keys do in the day log.
enum DayLogReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        show(DayLog(clerk: desk.clerk, day: state.today), &state)
    }

    private static func show(_ log: DayLog, _ state: inout DeskState) -> [Effect] {
        var log = log
        let effect = state.effect(.dayLog(log.query))
        log.reading = effect.id
        state.modal = .dayLog(log)
        return [effect]
    }

    static func read(_ events: [LoggedEvent], _ id: Int, _ state: inout DeskState, _ desk: Desk) {
        let entries = DayLogText.entries(events, desk)
        guard let log = answer(id, &state, { $0.take(entries) }), log.isCut else { return }
        state.status = StatusLine(.info, desk.say(Phrases.DayLog.cut, ["count": String(entries.count)]))
    }

    /// The day couldn't be read; the status line has said why.
    static func failed(_ id: Int, _ state: inout DeskState) { _ = answer(id, &state) { $0.reading = nil } }

    /// Gives an answer to the log that asked, whatever stands over it meanwhile.
    ///
    /// - Returns: the log with the answer; nil where none waits for it any more.
    private static func answer(_ id: Int, _ state: inout DeskState, _ take: (inout DayLog) -> Void) -> DayLog? {
        for box in [\DeskState.modal, \DeskState.covered] {
            guard case .dayLog(var log)? = state[keyPath: box], log.reading == id else { continue }
            take(&log)
            state[keyPath: box] = .dayLog(log)
            return log
        }
        return nil
    }

    static func perform(_ intent: DeskIntent, _ log: DayLog, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var log = log
        let height = DayLogView.listHeight(state.size)
        switch intent {
        case .down: log.move(by: 1)
        case .up: log.move(by: -1)
        case .pageDown: log.move(by: height)
        case .pageUp: log.move(by: -height)
        case .first: log.move(by: -log.entries.count)
        case .last: log.move(by: log.entries.count)
        case .left: return show(log.turned(by: -1), &state)
        case .right:
            guard log.day < state.today else {
                state.refuse(Phrases.DayLog.noFuture, desk)
                return []
            }
            return show(log.turned(by: 1), &state)
        case .open, .choose: return openCase(log, &state, desk)
        case .save: return export(log, ending: "csv", DayLogText.csv(log.shown, desk), &state, desk)
        case .print:
            let text = DayLogText.text(log.shown, heading: DayLogView.title(log, desk), desk)
            return export(log, ending: "txt", text, &state, desk)
        case .back:
            state.modal = nil
            return []
        default: return []
        }
        state.modal = .dayLog(log)
        return []
    }

    private static func openCase(_ log: DayLog, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let number = log.current else {
            state.refuse(Phrases.DayLog.nothing, desk)
            return []
        }
        state.modal = nil
        let effect = state.effect(.load(number))
        state.opening = DeskState.Opening(effect: effect.id, number: number, next: nil)
        return [effect]
    }

    private static func export(
        _ log: DayLog, ending: String, _ text: String, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        guard log.reading == nil, !log.shown.isEmpty else {
            state.refuse(Phrases.DayLog.nothing, desk)
            return []
        }
        return [state.effect(.export(name: DayLogText.fileName(log, ending: ending), text: text))]
    }

    static func exported(_ path: String, _ state: inout DeskState, _ desk: Desk) {
        state.status = StatusLine(.success, desk.say(Phrases.DayLog.exported, ["path": path]))
    }
}
