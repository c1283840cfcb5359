package import CaseDomain
import CaseStore
import ScreenKit

/// How the desk changes: one event in, a new state and the effects that follow from it out. No clock, no store, no
/// terminal; what is decided here can be tested as values.
package enum DeskReducer {
    package static func reduce(_ state: inout DeskState, _ event: DeskEvent, desk: Desk) -> [Effect] {
        if event.input == .shown {
            state.markShown()
            return []
        }
        if let effects = LockReducer.first(event, &state, desk) { return effects }
        let before = state
        var effects = react(&state, event, desk)
        effects += LeaseReducer.follow(event.input, &state, event.stamp, desk)
        effects += BoardReducer.follow(before, &state, desk)
        effects += DraftReducer.follow(event.input, before: before, &state, event.stamp, desk)
        return effects
    }

    private static func react(_ state: inout DeskState, _ event: DeskEvent, _ desk: Desk) -> [Effect] {
        state.now = event.stamp.at
        defer { TutorReducer.follow(event, &state, desk) }
        switch event.input {
        case .started:
            for note in desk.notes + [missingYear(from: state.today, desk)].compactMap(\.self) {
                state.status = StatusLine(.warning, note)
            }
            let watch = state.effect(.watch)
            state.watching = watch.id
            return QueueReducer.restart(&state, QueueView.listHeight(state.size)) + [watch]
                + MessageReducer.tick(&state, desk) + QueueMemory.recall(&state, desk)
                + ThemeReducer.begin(&state, desk)
                + PaletteReducer.recall(&state, desk) + TicketReducer.started(&state, desk)
                + DraftReducer.start(&state, desk) + AuthorityReducer.read(&state)
                + LockReducer.started(&state, event.stamp, desk)
        case .pointer(let pointed):
            // What a click was aimed at may be another thing when a write is done, so clicks don't wait like keys.
            return state.writing == nil ? PointerReducer.take(pointed, &state, event.stamp, desk) : []
        case .key, .paste, .scan:
            guard state.held.isEmpty, !TypeAhead.mustWait(event.input, state, desk) else {
                state.held.append(event.input)
                return []
            }
            return typed(event.input, &state, event.stamp, desk)
        case .resized(let size):
            state.fit(size)
            state.queue.keepVisible(QueueView.listHeight(state.size))
            return []
        case .widths(let widths):
            state.look.widths = widths
            return []
        case .finished(let id, let result):
            var effects = AnswerReducer.take(result, of: id, &state, event.stamp, desk)
            effects += replay(&state, event.stamp, desk)
            return effects
        case .tick:
            state.board.timePassed()
            let outside =
                PrintReducer.tick(&state) + MessageReducer.tick(&state, desk) + QueueMemory.tick(&state, desk)
                + ViewReducer.tick(&state, desk) + TallyReducer.tick(&state, desk) + PreviewReducer.tick(&state)
                + TicketReducer.tick(&state, desk) + AuthorityReducer.tick(&state) + LockReducer.tick(&state, desk)
                + FeedbackReducer.tick(&state, desk) + BoardReducer.tick(&state, desk)
            guard state.watching == nil else { return outside }
            let watch = state.effect(.watch)
            state.watching = watch.id
            return [watch] + outside
        case .closing:
            state.isOver = true
            return []
        case .shown: return []
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

    /// Plays the keys that waited for an answer, until one of them has to wait for the next.
    private static func replay(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        var effects: [Effect] = []
        while let next = state.held.first, !TypeAhead.mustWait(next, state, desk) {
            state.held.removeFirst()
            effects += typed(next, &state, stamp, desk)
        }
        return effects
    }

    /// Does what was typed, unless that needs the clerk's word first.
    static func typed(
        _ input: DeskEvent.Input, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let before = state
        var effects = act(on: input, &state, stamp, desk)
        effects = AuthorityReducer.guarded(before: before, &state, effects, desk)
        effects = ComparisonReducer.guarded(before: before, &state, effects, desk)
        effects = LeaseReducer.guarded(input, before: before, &state, effects, desk)
        return effects + AuthorityReducer.note(&state, stamp)
    }

    private static func act(
        on input: DeskEvent.Input, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        // Nobody has read what a screen too small doesn't show.
        if !SmallScreen.isMeant(state) { state.status = nil }
        switch input {
        case .key(let stroke): return press(stroke, &state, stamp, desk)
        case .paste where SmallScreen.isMeant(state): return []
        case .paste(let text): return FieldTyping.paste(text, &state, desk)
        case .scan(let scan): return ScanReducer.take(scan, &state, stamp, desk)
        case .started, .resized, .widths, .finished, .tick, .closing, .shown, .pointer: return []
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
            if SmallScreen.isMeant(state), !SmallScreen.allows(intent, state) { return [] }
            if QuestionGate.stops(stroke, intent, &state, desk) { return [] }
            let hadWork = state.work != nil
            let effects = carryOut(intent, &state, stamp, desk)
            if hadWork { TicketErrands.left(&state, desk) }
            return effects
        case .pending:
            state.pending.append(stroke)
            return []
        case .unbound:
            guard state.pending.isEmpty else {
                ChordHints.refuse(stroke, &state, desk)
                return []
            }
            if SmallScreen.isMeant(state) { return [] }
            if typing, let textEdit = TextEdit(stroke) { return FieldTyping.edit(textEdit, &state, desk) }
            let help = desk.keymap.label(for: .help, in: place) ?? ""
            state.answer(StatusLine(.info, desk.say(Phrases.Desk.unboundKey, ["key": stroke.label, "help": help])))
            return []
        }
    }

    /// In a form only text fields take text; on a field of options a letter is a command, and in a list the blank is
    /// what ticks an option.
    private static func takesText(_ state: DeskState, _ stroke: KeyStroke) -> Bool {
        if case .picker(let picker)? = state.modal {
            return picker.purpose == .palette || stroke.foldedForCommand != KeyStroke(.character(" "))
        }
        if case .entry(let entry)? = state.modal { return entry.isTyping }
        if case .comparison? = state.modal { return false }
        if case .dayLog? = state.modal { return true }
        guard state.place == .form, let form = state.work?.form else { return true }
        if case .text = form.focus.editor { return true }
        return false
    }

    static func edit(_ edit: TextEdit, _ state: inout DeskState) -> [Effect] {
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
        if case .dayLog(var log)? = state.modal {
            log.edit(edit)
            state.modal = .dayLog(log)
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

    /// Carries out an intent at the place where the key was pressed. Where that changes nothing, it says why.
    package static func carryOut(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let before = state
        let effects = perform(intent, &state, stamp, desk)
        if effects.isEmpty { WhyNot.explain(intent, before, &state, desk) }
        return effects
    }

    private static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        switch intent {
        case .help where state.place != .reader:
            state.cover(with: .help(state.place, scroll: ListScroll()))
            return []
        case .palette:
            PaletteReducer.open(&state, desk)
            return []
        case .messages:
            StatusHistoryReducer.open(&state)
            return []
        case .quit where state.modal == nil:
            return quit(&state, desk)
        case .redraw:
            state.redraws += 1
            return []
        case .lock: return LockReducer.lock(.locked, &state, desk)
        case .nextTheme: return ThemeReducer.next(&state, stamp, desk)
        case .skipLesson, .lessonBack:
            TutorReducer.turn(intent, &state, desk)
            return []
        case .back where state.tutor != nil && state.place == .queue && state.queue.query.search.isEmpty:
            return quit(&state, desk)
        default: break
        }
        if let why = WhyNot.whyNot(intent, state, desk) {
            AuthorityReducer.tried(intent.step, &state, desk)
            state.refuse(why, desk)
            return []
        }
        if state.modal != nil { return ModalReducer.perform(intent, &state, stamp, desk) }
        if state.paper != nil { return PaperReducer.perform(intent, &state, stamp, desk) }
        if state.work != nil { return CaseReducer.perform(intent, &state, stamp, desk) }
        if state.tickets.isOpen { return TicketReducer.perform(intent, &state, stamp, desk) }
        if state.supervision.isOpen { return BoardReducer.perform(intent, &state, stamp, desk) }
        if state.inspection.isOpen { return InspectionReducer.perform(intent, &state, desk) }
        if state.aftercare.place != nil { return AftercareReducer.perform(intent, &state, stamp, desk) }
        if state.queue.isSearching { return QueueReducer.performInSearch(intent, &state, desk) }
        return QueueReducer.perform(intent, &state, desk)
    }

    private static func quit(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if state.tutor != nil {
            state.modal = .question(
                Question(
                    title: desk.say(Phrases.Tutor.leaveTitle), lines: [desk.say(Phrases.Tutor.leave)], answer: .quit))
            return []
        }
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
        answer(StatusLine(.warning, desk.say(phrase, values)))
    }
}
