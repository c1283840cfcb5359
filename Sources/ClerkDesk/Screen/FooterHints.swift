import CaseDomain
import ChecklistRules
import ScreenKit

/// The keys that the footer offers at each place, most useful first. The keys themselves come from the keymap.
enum FooterHints {
    static func hints(for state: DeskState, _ desk: Desk) -> [KeyHint] {
        let place = state.place
        return intents(for: state, desk).compactMap { intent in
            desk.keymap.label(for: intent, in: place).map {
                KeyHint(
                    key: $0, text: desk.say(intent.phrase(at: place)),
                    isEnabled: WhyNot.whyNot(intent, state, desk) == nil, isKept: [.back, .help].contains(intent))
            }
        }
    }

    /// The keys of a list of options.
    static func picker(_ picker: Picker, _ desk: Desk) -> [KeyHint] {
        let isRecent = picker.purpose == .recentSearch
        let intents: [DeskIntent] = picker.takesMany || isRecent ? [.toggle, .choose, .back] : [.choose, .back]
        return intents.compactMap { intent in
            let phrase = intent == .toggle && isRecent ? Phrases.Views.forget : intent.phrase
            return desk.keymap.label(for: intent, in: .picker).map { KeyHint(key: $0, text: desk.say(phrase)) }
        }
    }

    private static func intents(for state: DeskState, _ desk: Desk) -> [DeskIntent] {
        switch state.place {
        case .global: []
        case .queue:
            [
                .open, .newCase, .search, .nextFilter, .views, .takeNext, .mark, .actions, .sortBy, .notice, .help,
                .quit, .ledger, .refresh, .bundle, .markAll, .nextSort, .tickets, .inspections, .board,
            ]
        case .search: [.choose, .back, .nextFilter, .recentSearches, .down, .up, .help]
        case .checklist: checklistIntents(state, desk)
        case .checks: [.inOrder, .defective, .unjudge, .toggle, .left, .nextOpen, .undo, .notice, .back, .help]
        case .form:
            (state.work?.form.focus == .address ? [.complete] : [])
                + [.save, .nextField, .choose, .toggle, .edit, .nextOpen, .copyEarlier, .undo, .back, .help]
        case .notice: noticeIntents(state)
        case .picker: isPalette(state) ? [.choose, .back, .help] : [.toggle, .choose, .back]
        case .reader: [.back, .pageDown, .pageUp]
        case .confirm: [.yes, .no]
        case .clocks: [.down, .up, .pageDown, .pageUp, .stopClock, .resumeClock, .extendTerm, .back]
        case .tickets:
            [
                .callNext, .open, .recall, .skip, .finish, .takeTicket, .hold, .resumeTicket, .transfer, .print, .back,
                .help,
            ]
        case .inspections: [.open, .actions, .nextFilter, .previousFilter, .refresh, .back, .help]
        case .expiry:
            [
                .open, .contact, .remind, .actions, .nextFilter, .views, .mark, .markAll, .save, .back, .refresh, .help,
            ]
        case .feedback: [.open, .newCase, .transfer, .answer, .finish, .nextFilter, .back, .refresh, .help]
        case .entry: [.save, .nextField, .previousField, .back]
        case .messages: [.open, .copy, .back]
        case .dayLog: [.open, .left, .right, .save, .print, .back]
        case .board: [.open, .nextFilter, .nextSort, .groupBy, .reassign, .refresh, .back, .help, .save]
        case .figures:
            [.open, .nextFilter, .period, .narrow, .groupBy, .beforeAfter, .right, .refresh, .back, .help, .save]
        case .caseList: [.open, .nextFilter, .mark, .markAll, .reassign, .refresh, .back, .help]
        }
    }

    private static func isPalette(_ state: DeskState) -> Bool {
        if case .picker(let picker)? = state.modal { picker.purpose == .palette } else { false }
    }

    /// What can be done with a case depends on where it stands; the footer shows the steps that lead on.
    private static func checklistIntents(_ state: DeskState, _ desk: Desk) -> [DeskIntent] {
        let sister: [DeskIntent] = state.work?.sisters.isEmpty == false ? [.sister] : []
        return sister + ownIntents(state, desk)
    }

    private static func ownIntents(_ state: DeskState, _ desk: Desk) -> [DeskIntent] {
        if case .checking? = state.work?.file?.phase, let work = state.work,
            CaseSheet(work, desk).evaluation.route != nil
        {
            return [.route, .edit, .withdraw, .history, .ledger, .back, .help]
        }
        switch state.work?.file?.phase {
        case .awaitingCorrection?:
            return [
                .returnPapers, .notice, .ledger, .history, .actions, .withdraw, .guidance, .eligibility, .edit, .back,
                .help,
            ]
        case .accepted?:
            return [
                .actions, .ledger, .notice, .history, .stopClock, .resumeClock, .extendTerm, .withdraw, .edit, .back,
                .help,
            ]
        case .decided?, .routed?, .withdrawn?, .abandoned?, .refused?:
            return [.actions, .notice, .history, .ledger, .edit, .back, .help]
        case .checking?, nil:
            return [
                .inOrder, .missing, .defective, .retrieved, .tolerate, .unjudge, .nextOpen, .issue, .notice, .checks,
                .edit, .accept, .undo, .help, .actions, .why, .back, .demand, .eligibility, .guidance, .ledger,
                .history,
                .route,
            ]
        }
    }

    private static func noticeIntents(_ state: DeskState) -> [DeskIntent] {
        let isChecking = state.work?.file?.phase == .checking
        if state.paper?.shown == nil, state.work?.file?.card != nil {
            return [.print, .actions, .pageDown, .back, .help]
        }
        if state.work?.file == nil { return [.print, .pageDown, .back, .help] }
        let papers = (state.work?.file?.documents.count ?? 0) + (isChecking ? 1 : 0)
        let others: [DeskIntent] = papers > 1 ? [.left, .right] : []
        guard state.paper?.shown == nil else {
            let isOpen = state.work?.file?.phase == .awaitingCorrection
            return [.print] + (isOpen ? [.returnPapers] : []) + others + [.actions, .pageDown, .back, .help]
        }
        return [.issue, .nextOpen, .accept] + others + [.actions, .pageDown, .back, .help]
    }
}
