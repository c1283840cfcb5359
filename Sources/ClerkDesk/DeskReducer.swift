package import CaseDomain
import CaseStore
import ScreenKit

/// How the desk changes: one event in, a new state and the effects that follow from it out. No clock, no store, no
/// terminal; what is decided here can be tested as values.
package enum DeskReducer {
    package static func reduce(_ state: inout DeskState, _ event: DeskEvent, desk: Desk) -> [Effect] {
        state.now = event.stamp.at
        switch event.input {
        case .started:
            if let note = desk.notes.first ?? missingYear(from: state.today, desk) {
                state.status = StatusLine(.warning, note)
            }
            let watch = state.effect(.watch)
            state.watching = watch.id
            return QueueReducer.restart(&state, QueueView.listHeight(state.size)) + [watch]
                + MessageReducer.tick(&state, desk) + QueueMemory.recall(&state, desk)
        case .key, .paste:
            guard state.writing == nil else {
                state.held.append(event.input)
                return []
            }
            return typed(event.input, &state, event.stamp, desk)
        case .resized(let size):
            state.size = size
            state.queue.keepVisible(QueueView.listHeight(size))
            return []
        case .finished(let id, let result):
            var effects = AnswerReducer.take(result, of: id, &state, event.stamp, desk)
            effects += replay(&state, event.stamp, desk)
            return effects
        case .tick:
            let outside =
                PrintReducer.tick(&state) + MessageReducer.tick(&state, desk) + QueueMemory.tick(&state, desk)
                + ViewReducer.tick(&state, desk) + TallyReducer.tick(&state, desk) + PreviewReducer.tick(&state)
            guard state.watching == nil else { return outside }
            let watch = state.effect(.watch)
            state.watching = watch.id
            return [watch] + outside
        case .closing:
            state.isOver = true
            return []
        }
    }

    /// Says so in time when the terms that begin now would end in a year whose holidays aren't loaded.
    private static func missingYear(from today: CivilDate, _ desk: Desk) -> String? {
        let days = max(desk.clocks.notice.term.count ?? 0, desk.office.correctionDays)
        let ledger = desk.clocks.calendar.ledger(days, from: today)
        guard !ledger.isCertain else { return nil }
        let unknown = ledger.unknownYears
        let years = (unknown.isEmpty ? ledger.provisionalYears : unknown).map(String.init).joined(separator: "、")
        return desk.say(
            unknown.isEmpty ? Phrases.Desk.provisionalYear : Phrases.Desk.missingYear, ["years": years])
    }

    /// Plays the keys that waited for a write, until one of them starts the next write.
    private static func replay(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        var effects: [Effect] = []
        while state.writing == nil, !state.held.isEmpty {
            effects += typed(state.held.removeFirst(), &state, stamp, desk)
        }
        return effects
    }

    private static func typed(
        _ input: DeskEvent.Input, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.status = nil
        switch input {
        case .key(let stroke): return press(stroke, &state, stamp, desk)
        case .paste(let text): return edit(.insert(text), &state)
        case .started, .resized, .finished, .tick, .closing: return []
        }
    }

    private static func press(
        _ stroke: KeyStroke, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let place = state.place
        let typing = place.takesText && takesText(state, stroke)
        let resolution = desk.keymap.resolve(
            context: place, pending: state.pending, stroke: stroke, isTyping: typing)
        switch resolution {
        case .intent(let intent):
            state.pending = []
            return perform(intent, &state, stamp, desk)
        case .pending:
            state.pending.append(stroke)
            return []
        case .unbound:
            let begun = !state.pending.isEmpty
            state.pending = []
            if typing, !begun, let textEdit = TextEdit(stroke) { return edit(textEdit, &state) }
            let help = desk.keymap.label(for: .help, in: place) ?? ""
            state.status = StatusLine(.info, desk.say(Phrases.Desk.unboundKey, ["key": stroke.label, "help": help]))
            return []
        }
    }

    /// In a form only text fields take text; on a field of options a letter is a command, and in a list the blank is
    /// what ticks an option.
    private static func takesText(_ state: DeskState, _ stroke: KeyStroke) -> Bool {
        if case .picker? = state.modal { return stroke.foldedForCommand != KeyStroke(.character(" ")) }
        if case .entry(let entry)? = state.modal { return entry.isTyping }
        guard state.place == .form, let form = state.work?.form else { return true }
        if case .text = form.focus.editor { return true }
        return false
    }

    private static func edit(_ edit: TextEdit, _ state: inout DeskState) -> [Effect] {
        if case .picker(var picker)? = state.modal {
            picker.edit(edit)
            state.modal = .picker(picker)
            return []
        }
        if case .entry(var entry)? = state.modal {
            entry.edit(edit)
            state.modal = .entry(entry)
            return []
        }
        switch state.place {
        case .search: return QueueReducer.edit(edit, &state)
        case .form:
            state.work?.edit(edit)
            return []
        default: return []
        }
    }

    /// Carries out an intent at the place where the key was pressed.
    package static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch intent {
        case .help where state.modal == nil:
            state.modal = .help(state.place, scroll: ListScroll())
            return []
        case .quit where state.modal == nil:
            return quit(&state, desk)
        case .redraw:
            state.redraws += 1
            return []
        default: break
        }
        if state.modal != nil { return ModalReducer.perform(intent, &state, stamp, desk) }
        if state.paper != nil { return PaperReducer.perform(intent, &state, stamp, desk) }
        if state.work != nil { return CaseReducer.perform(intent, &state, stamp, desk) }
        if state.queue.isSearching { return QueueReducer.performInSearch(intent, &state, desk) }
        return QueueReducer.perform(intent, &state, desk)
    }

    private static func quit(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let dirty = state.work?.form.isDirty == true
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Desk.quitTitle),
                lines: [desk.say(dirty ? Phrases.Desk.quitDirty : Phrases.Desk.quitClean)], answer: .quit))
        return []
    }
}

extension DeskState {
    /// Says why a key does nothing here.
    mutating func refuse(_ phrase: Phrase, _ desk: Desk, _ values: KeyValuePairs<String, String> = [:]) {
        status = StatusLine(.warning, desk.say(phrase, values))
    }
}
