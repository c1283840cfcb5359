import CaseDomain
import ScreenKit
import TextLayout

/// What can be done at a place, by the names that a clerk may type.
enum PlainCommands {
    /// What has a key here, in the order of the intents.
    static func intents(_ state: DeskState, _ desk: Desk) -> [DeskIntent] {
        DeskIntent.allCases.filter { intent in
            !desk.keymap.bindings(for: intent, in: state.place).isEmpty && (!desk.lessons.isEmpty || !intent.isPractice)
        }
    }

    enum Meaning: Equatable {
        case intent(DeskIntent)
        case several([DeskIntent])
        case nothing
    }

    /// What a word means here: an intent's name in any of the languages, a key, or what is heard in a Chinese name.
    static func meaning(of word: String, _ state: DeskState, _ desk: Desk) -> Meaning {
        let intents = intents(state, desk)
        let lowered = word.lowercased()
        if let exact = intents.first(where: { $0.rawValue == lowered }) { return .intent(exact) }
        let named = intents.filter { names($0, state).contains { $0.lowercased() == lowered } }
        if let only = named.first, named.count == 1 { return .intent(only) }
        if named.count > 1 { return .several(named) }
        if let stroke = KeyStroke(name: word), let intent = bound(stroke, state, desk) { return .intent(intent) }
        let match = PinyinMatch(word)
        guard !match.isEmpty else { return .nothing }
        let begin = intents.filter { intent in
            names(intent, state).contains { match.firstRange(in: $0)?.lowerBound == $0.startIndex }
        }
        let whole = begin.filter { intent in
            names(intent, state).contains { match.firstRange(in: $0) == $0.startIndex..<$0.endIndex }
        }
        let found =
            !whole.isEmpty
            ? whole
            : !begin.isEmpty
                ? begin
                : intents.filter { intent in
                    names(intent, state).contains(where: { match.matches($0) })
                }
        if found.count > 1 { return .several(found) }
        return found.first.map { .intent($0) } ?? .nothing
    }

    private static func bound(_ stroke: KeyStroke, _ state: DeskState, _ desk: Desk) -> DeskIntent? {
        if case .intent(let intent) = desk.keymap.resolve(context: state.place, stroke: stroke) { return intent }
        return nil
    }

    /// The names of an intent at a place, each by itself where a name holds two.
    private static func names(_ intent: DeskIntent, _ state: DeskState) -> [String] {
        let phrases = [intent.phrase(at: state.place)] + (intent == .issue ? [Phrases.Plain.issueNotice] : [])
        return phrases.flatMap { phrase in
            Language.allCases.flatMap { language -> [String] in
                let name = phrase.text(language)
                let parts = name.split(separator: "/").map(String.init)
                return parts.count > 1 ? [name] + parts : [name]
            }
        }
    }

    /// Every action of the place: its names, its key, and why it can't be taken now.
    static func list(_ state: DeskState, _ stamp: EventStamp, _ desk: Desk) -> [String] {
        var lines = [desk.say(Phrases.Plain.canDo)]
        for intent in intents(state, desk) {
            let name = desk.say(intent.phrase(at: state.place))
            let key = desk.keymap.label(for: intent, in: state.place) ?? ""
            switch trial(of: intent, state, stamp, desk) {
            case .free:
                lines.append(
                    desk.say(Phrases.Plain.action, ["name": name, "intent": intent.rawValue, "key": key]))
            case .barred(let why):
                lines.append(
                    desk.say(Phrases.Plain.cannot, ["name": name, "intent": intent.rawValue, "why": why]))
            case .nothing: continue
            }
        }
        return lines + [desk.say(Phrases.Plain.alwaysThere)]
    }

    private enum Trial {
        case free
        case barred(String)
        case nothing
    }

    /// What an intent would come to: it is tried on a copy of the desk, whose refusal is the reason.
    private static func trial(
        of intent: DeskIntent, _ state: DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> Trial {
        var copy = state
        copy.status = nil
        let effects = DeskReducer.carryOut(intent, &copy, stamp, desk)
        guard effects.isEmpty, let status = copy.status, status.severity == .warning else { return .free }
        if status.text == desk.say(Phrases.Desk.notHere) { return .nothing }
        // What opens something and warns on the way was done.
        return copy.place == state.place ? .barred(status.text) : .free
    }
}

extension DeskIntent {
    /// Steps of the lessons, which only a desk with lessons has.
    var isPractice: Bool { self == .skipLesson || self == .lessonBack }
}
