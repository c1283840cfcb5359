import CaseDomain
import CaseStore
import ScreenKit

/// Offering drafts: the list of them, and what can be done with one.
enum DraftOffer {
    private enum Choice: String, CaseIterable {
        case take, later, discard

        var phrase: Phrase {
            switch self {
            case .take: Phrases.Drafts.take
            case .later: Phrases.Drafts.later
            case .discard: Phrases.Drafts.discard
            }
        }
    }

    /// Shows what was recalled. At the start that is only done for hands that rest: a list under a key that was meant for
    /// the queue would be answered by it.
    static func show(_ why: DraftState.Recalling.Why, _ state: inout DeskState, _ desk: Desk) {
        let notes = state.drafts.notes
        guard !notes.isEmpty else {
            if why == .list { state.status = StatusLine(.info, desk.say(Phrases.Drafts.none)) }
            return
        }
        guard state.modal == nil, state.work == nil, why == .list || !state.drafts.hasTyped else {
            let key = desk.keymap.label(for: .drafts, in: .queue) ?? ""
            state.status = StatusLine(
                .info, desk.say(Phrases.Drafts.waiting, ["count": String(notes.count), "key": key]))
            return
        }
        if notes.count == 1, let note = notes.first, why == .start {
            ask(note, &state, desk)
            return
        }
        let options = notes.map { FormOption(id: $0.name, label: label($0, state.now)) }
        state.modal = .picker(Picker(purpose: .drafts, options: options, takesMany: false, chosen: []))
    }

    /// Asks what to do with one draft. For an old one the first answer is to throw it away.
    static func ask(_ note: ClerkNote, _ state: inout DeskState, _ desk: Desk) {
        let choices: [Choice] = isOld(note, state.now) ? [.discard, .later, .take] : [.take, .later, .discard]
        let options = choices.map { FormOption(id: $0.rawValue, label: $0.phrase) }
        state.modal = .picker(
            Picker(
                purpose: .draft(note.name, title: label(note, state.now)), options: options, takesMany: false,
                chosen: []))
    }

    static func picked(_ name: String, _ state: inout DeskState, _ desk: Desk) {
        if let note = state.drafts.note(name) { ask(note, &state, desk) }
    }

    static func answer(_ id: String, _ name: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        switch Choice(rawValue: id) {
        case .take?: return DraftReducer.takeUp(name, &state, desk)
        case .discard?:
            state.status = StatusLine(.info, desk.say(Phrases.Drafts.discarded))
            return DraftReducer.forget(name, &state, desk)
        case .later?, nil: return []
        }
    }

    private static func isOld(_ note: ClerkNote, _ now: Moment) -> Bool {
        note.at.adding(seconds: DraftState.oldDays * 86_400) < now
    }

    /// What the draft is of and how old it is.
    private static func label(_ note: ClerkNote, _ now: Moment) -> Phrase {
        let draft = Draft(note.text)
        let what: Phrase
        switch draft?.content {
        case nil: what = Phrases.Drafts.ofDamaged
        case .entry(let title, _)?:
            what = Phrases.Drafts.ofEntry.filled(["number": draft?.number?.text ?? "", "title": title])
        case .form?:
            what =
                draft?.number.map {
                    Phrases.Drafts.ofCase.filled(["number": $0.text, "name": draft?.applicant ?? ""])
                } ?? Phrases.Drafts.ofNew.filled(["name": draft?.applicant ?? ""])
        }
        let said = isOld(note, now) ? Phrases.Drafts.old : Phrases.Drafts.young
        let filled = { (language: Language) in
            said.text(language, ["what": what.text(language), "age": Age.text(since: note.at, at: now, language)])
        }
        return Phrase.init(filled(.zh), filled(.en))
    }
}
