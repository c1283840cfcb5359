import CaseDomain
import ChecklistRules
import ScreenKit

/// Lines by their numbers: where the keys lead that choose them.
enum PlainLines {
    /// `3`, `3.2` for a check of a line, or `1,3,5` for several.
    struct Numbers {
        let text: String
        let line: Int
        let check: Int?
        let all: [Int]
    }

    struct Target {
        /// Keys that go there.
        let go: [DeskEvent.Input]
        /// Keys that then open it; none where being there is enough.
        let open: [DeskEvent.Input]
    }

    static func numbers(_ text: String) -> Numbers? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 2, let line = Int(parts[0]), let check = Int(parts[1]) {
            return Numbers(text: text, line: line, check: check, all: [line])
        }
        let all = text.split(whereSeparator: { ",，、 ".contains($0) }).map { Int($0) }
        guard let first = all.first, let line = first, !all.contains(nil) else { return nil }
        return Numbers(text: text, line: line, check: nil, all: all.compactMap { $0 })
    }

    /// - Returns: nil where there is no such line.
    static func target(_ numbers: Numbers, _ state: DeskState, _ desk: Desk) -> Target? {
        let place = numbers.line - 1
        let keys = { (intent: DeskIntent, at: DeskPlace) in PlainKeys.press(intent, at: at, desk) ?? [] }
        if case .picker? = state.modal {
            guard !ticks(numbers.all, state, desk).isEmpty else { return nil }
            return Target(go: ticks(numbers.all, state, desk), open: [])
        }
        if case .clocks(let list)? = state.modal {
            guard list.clocks.indices.contains(place) else { return nil }
            return Target(go: PlainKeys.move(from: list.selected, to: place, at: .clocks, desk), open: [])
        }
        if case .dayLog(let log)? = state.modal {
            guard log.shown.indices.contains(place) else { return nil }
            return Target(
                go: PlainKeys.move(from: log.cursor, to: place, at: .dayLog, desk), open: keys(.open, .dayLog))
        }
        guard state.modal == nil else { return nil }
        switch state.place {
        case .queue, .search:
            guard PlainQueue.shown(state).indices.contains(place) else { return nil }
            let from = state.queue.selected - state.queue.top
            return Target(go: PlainKeys.move(from: from, to: place, at: .queue, desk), open: keys(.open, .queue))
        case .checklist: return line(numbers, state, desk)
        case .board, .figures, .caseList: return PlainBoard.target(place, state, desk)
        case .checks:
            guard let work = state.work, let line = CaseSheet(work, desk).line(at: work.line)?.material,
                line.checks.indices.contains(place)
            else { return nil }
            return Target(go: PlainKeys.move(from: work.check, to: place, at: .checks, desk), open: [])
        default: return nil
        }
    }

    /// A line of the checklist; the one under the cursor is opened, any other is gone to.
    private static func line(_ numbers: Numbers, _ state: DeskState, _ desk: Desk) -> Target? {
        guard let work = state.work else { return nil }
        let place = numbers.line - 1
        let sheet = CaseSheet(work, desk)
        guard let line = sheet.line(at: place) else { return nil }
        let go = PlainKeys.move(from: work.line, to: place, at: .checklist, desk)
        let open = PlainKeys.press(.checks, at: .checklist, desk) ?? []
        guard let check = numbers.check else { return Target(go: go, open: place == work.line ? open : []) }
        guard let checks = line.material?.checks, checks.indices.contains(check - 1) else { return nil }
        let first = PlainKeys.press(.first, at: .checks, desk) ?? []
        return Target(
            go: go + open + first + PlainKeys.move(from: 0, to: check - 1, at: .checks, desk), open: [])
    }

    /// Keys that choose an option, or tick several; none where there is no such option.
    static func ticks(_ numbers: [Int], _ state: DeskState, _ desk: Desk) -> [DeskEvent.Input] {
        guard case .picker(let picker)? = state.modal else { return [] }
        let keys = { (intent: DeskIntent) in PlainKeys.press(intent, at: .picker, desk) ?? [] }
        let places = numbers.map { $0 - 1 }
        guard places.allSatisfy(picker.shown.indices.contains) else { return [] }
        var at = picker.cursor
        var inputs: [DeskEvent.Input] = []
        for place in places {
            inputs += PlainKeys.move(from: at, to: place, at: .picker, desk)
            at = place
            inputs += keys(picker.takesMany ? .toggle : .choose)
        }
        return inputs
    }
}
