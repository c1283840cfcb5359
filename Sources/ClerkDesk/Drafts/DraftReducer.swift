import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit

/// Keeps what is typed and isn't saved yet, so that no power cut takes it along.
enum DraftReducer {
    /// Asks what the clerk left behind last time.
    static func start(_ state: inout DeskState, _ desk: Desk) -> [Effect] { recall(.start, &state, desk) }

    static func recall(_ why: DraftState.Recalling.Why, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let effect = effect(.recall(Draft.prefix, desk.clerk), &state)
        state.drafts.recalling = DraftState.Recalling(effect: effect.id, why: why)
        return [effect]
    }

    private static func effect(_ job: Effect.Job, _ state: inout DeskState) -> Effect {
        let effect = state.effect(job)
        state.drafts.waiting.insert(effect.id)
        return effect
    }

    // MARK: Around every event

    /// Keeps what is being typed, when it is time, and forgets what was saved or thrown away.
    static func follow(
        _ input: DeskEvent.Input, before: DeskState, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if input.isTyped { state.drafts.hasTyped = true }
        var effects = opened(before: before, &state, desk)
        for slot in DraftState.Slot.allCases {
            if let draft = current(slot, state) {
                let isDue: Bool
                switch input {
                case .closing: isDue = true
                case .tick: isDue = isPaused(slot, state, stamp, seconds: 1)
                default:
                    let isLeaving = state.isOver && !before.isOver
                    isDue = isLeaving || isPaused(slot, state, stamp, seconds: DraftState.longestUnkept)
                }
                effects += keep(draft, slot, isDue: isDue, &state, stamp, desk)
            } else if let live = state.drafts.live[slot], !state.isOver {
                switch slot == .form ? .gone : outcome(of: before, state) {
                case .open: break
                case .gone:
                    state.drafts.live[slot] = nil
                    effects += forget(live.name, &state, desk)
                case .kept: state.drafts.live[slot] = nil
                }
            }
        }
        return effects
    }

    private static func isPaused(
        _ slot: DraftState.Slot, _ state: DeskState, _ stamp: EventStamp, seconds: Int64
    ) -> Bool {
        if let failed = state.drafts.failedAt, failed.adding(seconds: DraftState.pauseAfterFailure) > stamp.at {
            return false
        }
        guard let live = state.drafts.live[slot] else { return false }
        return live.text.isEmpty && seconds == 1 || live.keptAt.adding(seconds: seconds) <= stamp.at
    }

    private enum Outcome {
        /// What becomes of it isn't known yet.
        case open
        /// It was saved or thrown away.
        case gone
        /// It was neither; the draft stays for the next time.
        case kept
    }

    /// What became of an entry that is off the screen: its text was in it alone until it is written.
    private static func outcome(of before: DeskState, _ state: DeskState) -> Outcome {
        if state.writing != nil || state.modal != nil { return .open }
        if before.writing != nil { return state.status?.severity == .success ? .gone : .kept }
        if case .entry(_)? = before.modal { return state.status?.severity == .failure ? .kept : .gone }
        return .kept
    }

    /// What would be lost now.
    private static func current(_ slot: DraftState.Slot, _ state: DeskState) -> Draft? {
        guard let work = state.work else { return nil }
        let revision = work.file?.revision ?? Revision(0)
        switch slot {
        case .form:
            guard work.form.isDirty else { return nil }
            return Draft(
                number: work.file?.number, revision: revision,
                content: .form(work.form.snapshot, focus: work.form.focus, bundle: work.form.bundle?.id))
        case .entry:
            guard case .entry(let entry)? = state.modal, !entry.hasSecret, let number = work.file?.number else {
                return nil
            }
            let texts = entry.fields.indices.map(entry.text)
            guard texts.contains(where: { $0.count >= DraftState.wordLength }) else { return nil }
            return Draft(number: number, revision: revision, content: .entry(title: entry.title, texts: texts))
        }
    }

    private static func name(_ draft: Draft, _ now: Moment, _ desk: Desk) -> String {
        guard let number = draft.number else { return "\(Draft.prefix)new/\(desk.window)/\(now.secondsSince1970)" }
        guard case .entry(let title, _) = draft.content else { return "\(Draft.prefix)case/\(number.text)" }
        return entryName(number, title)
    }

    private static func entryName(_ number: CaseNumber, _ title: String) -> String {
        "\(Draft.prefix)entry/\(number.text)/\(title)"
    }

    private static func keep(
        _ draft: Draft, _ slot: DraftState.Slot, isDue: Bool, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        let known = state.drafts.live[slot]
        // A form that nothing is saved of has no name of its own; while it is open it keeps the first.
        let isSame = known.map { draft.number == nil && $0.name.hasPrefix("\(Draft.prefix)new/") } ?? false
        let name = isSame ? known?.name ?? "" : name(draft, stamp.at, desk)
        if known?.name != name {
            state.drafts.live[slot] = DraftState.Live(name: name, text: "", keptAt: stamp.at)
        }
        guard isDue else { return [] }
        let text = draft.text
        guard state.drafts.live[slot]?.text != text else { return [] }
        state.drafts.live[slot]?.text = text
        state.drafts.live[slot]?.keptAt = stamp.at
        let note = ClerkNote(name: name, at: stamp.at, text: text)
        state.drafts.put(note)
        return [effect(.remember(note, desk.clerk), &state)]
    }

    /// Whether anything would be lost now but for the drafts.
    static func holdsUnsaved(_ state: DeskState) -> Bool {
        DraftState.Slot.allCases.contains { current($0, state) != nil }
    }

    /// Keeps what is being typed without waiting for a pause.
    static func keepNow(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        DraftState.Slot.allCases.flatMap { slot -> [Effect] in
            guard let draft = current(slot, state) else { return [] }
            return keep(draft, slot, isDue: true, &state, stamp, desk)
        }
    }

    /// Keeps the form and lets it go: the clerk turns to something else and finds it among his drafts.
    static func setAside(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        let effects = keepNow(&state, stamp, desk)
        state.drafts.live = [:]
        return effects
    }

    static func forget(_ name: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.drafts.note(name) != nil else { return [] }
        state.drafts.notes.removeAll { $0.name == name }
        return [effect(.forget(name, desk.clerk), &state)]
    }

    // MARK: Answers

    /// - Returns: nil where the answer isn't about drafts.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        if let comparing = state.drafts.comparing, comparing.effect == id {
            state.drafts.comparing = nil
            if case .history(let history) = result {
                ComparisonReducer.compareDraft(history, since: comparing.revision, &state, desk)
            }
            return []
        }
        guard state.drafts.waiting.remove(id) != nil else { return nil }
        switch result {
        case .remembered: state.drafts.failedAt = nil
        case .recalled(let notes):
            guard let recalling = state.drafts.recalling, recalling.effect == id else { return [] }
            state.drafts.recalling = nil
            state.drafts.notes = notes
            DraftOffer.show(recalling.why, &state, desk)
        case .failed(let error):
            let wasReading = state.drafts.recalling?.effect == id
            if wasReading { state.drafts.recalling = nil }
            // Once is enough: typing goes on, and what is typed is still on the screen.
            if !wasReading, state.drafts.failedAt == nil {
                state.status = StatusLine(
                    .warning, desk.say(Phrases.Drafts.notKept, ["why": error.advisory(desk.language)]))
            }
            if !wasReading {
                state.drafts.failedAt = stamp.at
                for slot in DraftState.Slot.allCases { state.drafts.live[slot]?.text = "" }
            }
        default: break
        }
        return []
    }

    // MARK: Taking up

    /// A case or an entry was opened: what was typed there before is offered or filled in.
    private static func opened(before: DeskState, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if case .entry(let entry)? = state.modal, let number = state.work?.file?.number {
            if case .entry(let old)? = before.modal, old.title == entry.title { return [] }
            fill(entry, number, &state, desk)
            return []
        }
        guard let file = state.work?.file, file.number != before.work?.file?.number,
            let note = state.drafts.note("\(Draft.prefix)case/\(file.number.text)")
        else { return [] }
        if state.drafts.taking == note.name { return take(note, into: file, &state, desk) }
        if state.modal == nil, state.drafts.live[.form]?.name != note.name {
            DraftOffer.ask(note, &state, desk)
            state.sayDropped(state.dropHeld(), desk)
        }
        return []
    }

    private static func fill(_ entry: EntrySheet, _ number: CaseNumber, _ state: inout DeskState, _ desk: Desk) {
        guard let note = state.drafts.note(entryName(number, entry.title)),
            case .entry(_, let texts)? = Draft(note.text)?.content, texts.count == entry.fields.count
        else { return }
        var filled = entry
        for (place, text) in texts.enumerated() { filled.fill(place, text) }
        state.modal = .entry(filled)
        state.drafts.live[.entry] = DraftState.Live(name: note.name, text: note.text, keptAt: note.at)
        let age = Age.words(since: note.at, at: state.now, desk)
        state.status = StatusLine(.info, desk.say(Phrases.Drafts.entryFilled, ["age": age]))
    }

    /// Puts a draft of a case that is open now into its form.
    private static func take(_ note: ClerkNote, into file: CaseFile, _ state: inout DeskState, _ desk: Desk) -> [Effect]
    {
        state.drafts.taking = nil
        guard let draft = Draft(note.text), case .form(let snapshot, let focus, _) = draft.content else {
            state.refuse(Phrases.Drafts.damaged, desk)
            return []
        }
        state.work?.form.restore(snapshot)
        state.work?.form.moveFocus(to: focus)
        state.work?.pane = .form
        state.drafts.live[.form] = DraftState.Live(name: note.name, text: note.text, keptAt: note.at)
        state.status = StatusLine(.success, desk.say(Phrases.Drafts.taken))
        guard draft.revision != file.revision else { return [] }
        let effect = state.effect(.history(file.number))
        state.drafts.comparing = DraftState.Comparing(effect: effect.id, revision: draft.revision)
        return [effect]
    }

    /// Takes a draft up from the list: its form opens, or its case.
    static func takeUp(_ name: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let note = state.drafts.note(name), let draft = Draft(note.text) else {
            state.refuse(Phrases.Drafts.damaged, desk)
            return []
        }
        guard let number = draft.number else {
            guard case .form(let snapshot, let focus, let id) = draft.content else { return [] }
            let bundle = id.flatMap { desk.rules.book().bundle($0) }
            guard id == nil || bundle != nil else {
                state.refuse(Phrases.Drafts.damaged, desk)
                return []
            }
            var form = ParticularsForm(
                now: state.now, county: desk.office.county, window: desk.window, bundle: bundle)
            form.restore(snapshot)
            form.moveFocus(to: focus)
            state.work = CaseWork(form: form)
            state.drafts.live[.form] = DraftState.Live(name: name, text: note.text, keptAt: note.at)
            state.status = StatusLine(.success, desk.say(Phrases.Drafts.taken))
            return []
        }
        if case .form = draft.content { state.drafts.taking = name }
        if let file = state.work?.file, file.number == number {
            return take(note, into: file, &state, desk)
        }
        return QueueReducer.open(number, &state)
    }
}
