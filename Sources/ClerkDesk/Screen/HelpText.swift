import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// 帮助: what the place is for, its keys as the keymap has them, and what there is to know about the line or the field
/// under the cursor.
enum HelpText {
    private static let keyColumns = 22
    private static let moves: [DeskIntent] = [
        .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextField, .previousField,
    ]

    static func lines(_ place: DeskPlace, _ state: DeskState, _ desk: Desk) -> [String] {
        let all = DeskIntent.allCases.filter { !desk.lessons.isEmpty || !$0.isPractice }
        let bound = all.filter { desk.keymap.label(for: $0, in: place) != nil }
        let own = Set(desk.keymap.bindings.filter { $0.context == place }.map(\.intent))
        let moving = bound.filter(moves.contains)
        let here = bound.filter { own.contains($0) && !moves.contains($0) }
        let everywhere = bound.filter { !own.contains($0) && !moves.contains($0) }
        return [
            place.purpose.map { desk.say($0) },
            section(Phrases.Help.here, here.map { line($0, place, desk) }, desk),
            section(Phrases.Help.subject, subject(place, state, desk), desk),
            section(Phrases.Help.moving, moving.map { line($0, place, desk) }, desk),
            section(Phrases.Help.typing, place.takesText ? typing(place, desk) : [], desk),
            section(Phrases.Help.everywhere, everywhere.map { line($0, place, desk) }, desk),
        ].flatMap(\.self)
    }

    private static func section(_ title: Phrase, _ lines: [String], _ desk: Desk) -> [String] {
        lines.isEmpty ? [] : ["", desk.say(title)] + lines
    }

    private static func line(_ intent: DeskIntent, _ place: DeskPlace, _ desk: Desk) -> String {
        let keys = desk.keymap.bindings(for: intent, in: place).map(\.label).joined(separator: " ")
        return "  \(TextFit.padded(keys, toColumns: keyColumns)) \(desk.say(intent.phrase(at: place)))"
    }

    /// Keys that edit a field belong to no keymap; see ``ScreenKit/TextEdit``.
    private static func typing(_ place: DeskPlace, _ desk: Desk) -> [String] {
        let keys = Phrases.EditingKeys.all.map { keys, phrase in
            "  \(TextFit.padded(keys, toColumns: keyColumns)) \(desk.say(phrase))"
        }
        return keys + (place == .form || place == .entry ? ["  \(desk.say(Phrases.EditingKeys.dates))"] : [])
    }

    private static func subject(_ place: DeskPlace, _ state: DeskState, _ desk: Desk) -> [String] {
        switch place {
        case .checklist, .checks:
            guard let work = state.work else { return [] }
            return WhyReducer.lines(work, desk)
        case .form:
            guard let form = state.work?.form else { return [] }
            return ["\(desk.say(form.focus.label)): \(desk.say(form.focus.help))"]
        case .entry:
            guard case .entry(let entry)? = state.covered else { return [] }
            return entry.lines
        case .global, .queue, .search, .notice, .picker, .reader, .confirm, .clocks, .messages, .tickets, .dayLog,
            .inspections, .expiry, .feedback, .board, .figures, .caseList:
            return []
        }
    }
}
