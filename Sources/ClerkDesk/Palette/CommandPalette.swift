import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// What the clerk chose from the palette, the latest first. It is kept with what else the store remembers of him.
package struct PaletteMemory: Hashable, Sendable {
    /// The name of the note it is kept under.
    static let note = "setting/palette"
    static let longest = 12

    package private(set) var ids: [String] = []

    package init() {}

    init(_ text: String) {
        ids = Array(text.split(separator: "\n").map(String.init).prefix(Self.longest))
    }

    var text: String { ids.joined(separator: "\n") }

    mutating func use(_ id: String) {
        ids.removeAll { $0 == id }
        ids.insert(id, at: 0)
        if ids.count > Self.longest { ids.removeLast() }
    }
}

/// 命令: everything that can be done from a place, as options of one list.
enum CommandPalette {
    /// What an option of the palette does.
    enum Command: Hashable {
        case intent(DeskIntent)
        case action(CaseAction)
        case view(Int)
        case mouse

        init?(_ id: String) {
            let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
            switch (parts.first, parts.last) {
            case ("do", let name?):
                guard let intent = DeskIntent(rawValue: name) else { return nil }
                self = .intent(intent)
            case ("act", let name?):
                guard let action = CaseAction(rawValue: name) else { return nil }
                self = .action(action)
            case ("view", let place?):
                guard let place = Int(place) else { return nil }
                self = .view(place)
            case ("mouse", _): self = .mouse
            default: return nil
            }
        }

        var id: String {
            switch self {
            case .intent(let intent): "do/\(intent.rawValue)"
            case .action(let action): "act/\(action.rawValue)"
            case .view(let place): "view/\(place)"
            case .mouse: "mouse"
            }
        }
    }

    /// Keys that move about or answer a box are no commands: looking for them takes longer than pressing them.
    static let plain: Set<DeskIntent> = [
        .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextField, .previousField, .choose, .toggle,
        .yes, .no, .palette,
    ]

    /// The commands at a place: first what was used last, then what can be done, then what can't and why.
    static func options(_ state: DeskState, _ desk: Desk) -> [FormOption] {
        // What the place has keys for comes before what works everywhere.
        let own = Set(desk.keymap.bindings.filter { $0.context == state.place }.map(\.intent))
        let named = DeskIntent.allCases.filter { !plain.contains($0) }
        let intents = (named.filter(own.contains) + named.filter { !own.contains($0) }).map { option($0, state, desk) }
        let all = intents + actions(state, desk) + views(state, desk) + [mouse(state)]
        let recent = state.palette.ids
        let free = all.filter { $0.barred == nil }
        let used = recent.compactMap { id in free.first { $0.id == id } }
        return used + free.filter { !recent.contains($0.id) } + all.filter { $0.barred != nil }
    }

    /// The options that what was typed leaves. Where a name begins with it, that option comes first; what can't be done
    /// stays below what can.
    static func found(_ typed: String, among options: [FormOption]) -> [FormOption] {
        let match = PinyinMatch(typed)
        guard !match.isEmpty else { return options }
        let ranked = options.compactMap { option in rank(option, match).map { (option, $0) } }
        return ranked.enumerated().sorted { one, other in
            (one.element.0.barred == nil ? 0 : 1, one.element.1, one.offset)
                < (other.element.0.barred == nil ? 0 : 1, other.element.1, other.offset)
        }.map(\.element.0)
    }

    private static func rank(_ option: FormOption, _ match: PinyinMatch) -> Int? {
        let names = [option.label.zh, option.label.en]
        let places = names.compactMap { name in match.firstRange(in: name).map { $0.lowerBound == name.startIndex } }
        if places.contains(true) { return 0 }
        if !places.isEmpty { return 1 }
        if option.words.split(separator: " ").contains(where: { match.matches(String($0)) }) { return 2 }
        return option.id.contains(match) ? 3 : nil
    }

    private static func option(_ intent: DeskIntent, _ state: DeskState, _ desk: Desk) -> FormOption {
        let why = WhyNot.trial(intent, state, desk)
        return FormOption(
            id: Command.intent(intent).id, label: intent.phrase(at: state.place),
            barred: why.map { Phrase.init($0, $0) }, keys: keys(intent, state.place, desk),
            words: PaletteWords.words(intent))
    }

    /// The keys here; where there are none, those of the first place that has some.
    private static func keys(_ intent: DeskIntent, _ place: DeskPlace, _ desk: Desk) -> String {
        if let here = desk.keymap.label(for: intent, in: place) { return here }
        return desk.keymap.bindings.first { $0.intent == intent }?.chord.label ?? ""
    }

    private static func actions(_ state: DeskState, _ desk: Desk) -> [FormOption] {
        CaseAction.allCases.map { action in
            let barred =
                if state.modal != nil {
                    Phrases.Palette.closeBox
                } else {
                    state.work?.file.map { ActionReducer.why(action, $0, state, desk) } ?? Phrases.Keys.openCaseFirst
                }
            return FormOption(
                id: Command.action(action).id, label: action.phrase, barred: barred, words: PaletteWords.words(action))
        }
    }

    private static func views(_ state: DeskState, _ desk: Desk) -> [FormOption] {
        let isElsewhere = state.modal != nil || state.work != nil
        return QueueTabs.all(state, desk).enumerated().map { place, tab in
            let label = Phrase.init(
                Phrases.Palette.view.text(.zh, ["name": tab.name.zh]),
                Phrases.Palette.view.text(.en, ["name": tab.name.en]))
            return FormOption(
                id: Command.view(place).id, label: label, barred: isElsewhere ? Phrases.Palette.viewElsewhere : nil)
        }
    }

    private static func mouse(_ state: DeskState) -> FormOption {
        FormOption(
            id: Command.mouse.id, label: state.isMouseOn ? Phrases.Palette.mouseOff : Phrases.Palette.mouseOn)
    }
}

extension String {
    fileprivate func contains(_ match: PinyinMatch) -> Bool { match.matches(self) }
}
