import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// What the mouse does: nothing that a key couldn't.
///
/// A click is looked up in the frame that the state draws, so it hits what is on the screen, and then acts through the
/// same intents as the keys. A click chooses; a click on what is chosen opens.
enum PointerReducer {
    /// Rows that one step of the wheel moves by.
    private static let wheelRows = 3

    static func take(
        _ event: PointerEvent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.status = nil
        switch event {
        case .click(let position): return click(position, &state, stamp, desk)
        case .wheel(let steps, _):
            guard state.place != .confirm else { return [] }
            let intent: DeskIntent = steps > 0 ? .down : .up
            var effects: [Effect] = []
            for _ in 0..<min(abs(steps), 10) * wheelRows {
                effects += DeskReducer.carryOut(intent, &state, stamp, desk)
            }
            return effects
        }
    }

    private static func click(
        _ position: Position, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let area = DeskView.draw(state, desk).area(at: position) else { return [] }
        switch area.target {
        case .nothing: return []
        case .keys(let label): return press(label, &state, stamp, desk)
        case .tab(let place):
            let tabs = QueueTabs.row(state, desk)
            guard state.modal == nil, state.work == nil, tabs.indices.contains(place) else { return [] }
            return ViewReducer.turn(to: tabs[place], &state, desk)
        case .field(let place):
            focus(place, at: position.column - area.rect.column, columns: area.rect.columns, &state)
            return []
        case .row(let place): return row(place, &state, stamp, desk)
        case .part(let place):
            guard state.modal == nil, let work = state.work, work.pane != .form else { return [] }
            if work.pane == .checks, work.check == place { return DeskReducer.carryOut(.toggle, &state, stamp, desk) }
            var effects: [Effect] = []
            if work.pane == .checklist { effects = DeskReducer.carryOut(.checks, &state, stamp, desk) }
            if state.work?.pane == .checks { state.work?.check = place }
            return effects
        }
    }

    /// A hint that is clicked presses its keys. A question that has only just come up isn't answered by a click that was
    /// aimed at what stood there before.
    private static func press(
        _ label: String, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard !QuestionGate.isUnread(state) else {
            state.refuse(Phrases.Keys.mouseAhead, desk)
            return []
        }
        let place = state.place
        if !state.pending.isEmpty {
            let begun = state.pending.count
            let found = desk.keymap.continuations(of: state.pending, in: place).first { binding in
                KeyChord(Array(binding.chord.strokes.dropFirst(begun))).label == label
            }
            state.pending = []
            return found.map { DeskReducer.carryOut($0.intent, &state, stamp, desk) } ?? []
        }
        let intent = DeskIntent.allCases.first { intent in
            desk.keymap.bindings(for: intent, in: place).contains { $0.label == label }
        }
        return intent.map { DeskReducer.carryOut($0, &state, stamp, desk) } ?? []
    }

    private static func row(
        _ place: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch state.modal {
        case .picker(var picker)?:
            guard picker.cursor != place else {
                return DeskReducer.carryOut(picker.takesMany ? .toggle : .choose, &state, stamp, desk)
            }
            picker.move(by: place - picker.cursor)
            state.modal = .picker(picker)
            return []
        case .messages(var list)?:
            if list.cursor == place { return DeskReducer.carryOut(.open, &state, stamp, desk) }
            list.move(by: place - list.cursor)
            state.modal = .messages(list)
            return []
        case .help?, .question?, .reader?, .clocks?, .entry(_)?, .bulk?, .comparison?, .dayLog?: return []
        case nil: break
        }
        if let work = state.work {
            let isChosen = work.line == place && work.pane == .checklist
            if isChosen { return DeskReducer.carryOut(.checks, &state, stamp, desk) }
            state.work?.pane = .checklist
            state.work?.cursor = CaseWork.Cursor(line: place, check: 0)
            return []
        }
        if state.supervision.isOpen { return BoardReducer.click(place, &state, stamp, desk) }
        if state.aftercare.place != nil { return AftercareReducer.point(at: place, &state, stamp, desk) }
        let step = place - state.queue.selected
        if step == 0 { return DeskReducer.carryOut(state.queue.isSearching ? .choose : .open, &state, stamp, desk) }
        state.queue.move(by: step, height: QueueView.listHeight(state.size))
        return []
    }

    private static func focus(_ place: Int, at column: Int, columns: Int, _ state: inout DeskState) {
        if case .entry(var entry)? = state.modal {
            entry.moveFocus(by: place - entry.focus)
            for edit in edits(entry.text(place), at: column, columns: columns) { entry.edit(edit) }
            state.modal = .entry(entry)
            return
        }
        guard state.modal == nil, let work = state.work, work.form.fields.indices.contains(place) else { return }
        let field = work.form.fields[place]
        state.work?.pane = .form
        state.work?.form.moveFocus(to: field)
        guard case .text = field.editor, !work.isCovered(field) else { return }
        for edit in edits(work.form.text(field), at: column, columns: columns) { state.work?.edit(edit) }
    }

    /// What brings the cursor to a column of a field. A text too long for its field may be scrolled, so the cursor stays.
    private static func edits(_ text: String, at column: Int, columns: Int) -> [TextEdit] {
        guard TextWidth.columns(of: text) < columns else { return [] }
        var passed = 0
        var moves: [TextEdit] = [.start]
        for character in text {
            passed += TextWidth.columns(of: character)
            if passed > column { break }
            moves.append(.right)
        }
        return moves
    }
}
