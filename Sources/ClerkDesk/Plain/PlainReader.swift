package import CaseDomain
import ScreenKit
import TextLayout

/// What a line of the line mode comes to.
package enum PlainAnswer: Hashable, Sendable {
    /// Keys for the desk; then what changed is told.
    case inputs([DeskEvent.Input])
    /// The same, to look at a line: what there is to know about it is told too.
    case look([DeskEvent.Input])
    /// Nothing for the desk; these lines are the answer.
    case say([String])
    /// The place is told again, whole.
    case again
    /// Nothing at all.
    case nothing
}

/// Reads the lines of the line mode.
package enum PlainReader {
    package static func read(
        _ line: String, _ talk: inout PlainTalk, _ state: DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> PlainAnswer {
        let text = trimmed(SafeText.singleLine(line))
        if state.lock.isLocked {
            return .inputs(text.map { .key(KeyStroke(.character($0))) } + [.key(KeyStroke(.enter))])
        }
        if let asking = talk.asking { return answer(text, asking, &talk, state, desk) }
        guard !text.isEmpty else { return .nothing }
        switch text {
        case ".", "。": return .again
        case "?", "？": return .say(talk.say(PlainCommands.list(state, stamp, desk), desk))
        default: break
        }
        if state.place == .confirm { return confirm(text, &talk, state, desk) }
        switch text.lowercased() {
        case "m":
            if !talk.rest.isEmpty { return .say(talk.goOn(desk)) }
            if state.place == .queue { return .inputs(PlainKeys.press(.pageDown, state, desk) ?? []) }
        case "q": return .inputs(leave(state, desk))
        case "fill", Phrases.Plain.fill.zh:
            if !PlainField.all(state, desk).isEmpty {
                talk.asking = .field(PlainField.focus(state), goesOn: true)
                return .inputs([])
            }
        default: break
        }
        return command(text, &talk, state, desk)
    }

    /// The keys that leave the desk from wherever it stands; it asks before it goes.
    package static func leave(_ state: DeskState, _ desk: Desk) -> [DeskEvent.Input] {
        let close = state.modal == nil ? [] : PlainKeys.press(.back, state, desk) ?? []
        return close + (PlainKeys.press(.quit, at: .queue, desk) ?? [])
    }

    /// The keys that put off what is being asked, as Ctrl-C does; nothing where nothing is.
    package static func cancel(_ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk) -> [DeskEvent.Input] {
        if state.lock.isLocked { return [] }
        talk.asking = nil
        guard state.modal != nil || state.place == .search else { return [] }
        return PlainKeys.press(state.place == .confirm ? .no : .back, state, desk) ?? []
    }

    private static func trimmed(_ text: String) -> String {
        let begin = text.drop(while: \.isWhitespace)
        return String(begin.reversed().drop(while: \.isWhitespace).reversed())
    }

    // MARK: Answers

    private static func confirm(
        _ text: String, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        switch text.lowercased() {
        case "y", "yes", "是", "确定", "ｙ": return .inputs(PlainKeys.press(.yes, state, desk) ?? [])
        case "n", "no", "q", "否", "不", "ｎ", "back", "返回": return .inputs(PlainKeys.press(.no, state, desk) ?? [])
        default:
            if case .intent(.toggle) = PlainCommands.meaning(of: text, state, desk) {
                return .inputs(PlainKeys.press(.toggle, state, desk) ?? [])
            }
            return .say(talk.say([desk.say(Phrases.Plain.answerFirst)], desk))
        }
    }

    private static func answer(
        _ text: String, _ asking: PlainTalk.Asking, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        talk.asking = nil
        if text == "." || text == "。" { return .again }
        switch asking {
        case .search: return text.isEmpty ? .again : .inputs(search(text, state, desk))
        case .field(let place, let goesOn):
            let fields = PlainField.all(state, desk)
            guard let field = fields[safely: place] else { return .again }
            if goesOn, place + 1 < fields.count { talk.asking = .field(place + 1, goesOn: true) }
            guard !text.isEmpty else { return .inputs([]) }
            let answer = fill(field, text, &talk, state, desk)
            // A wrong answer is asked for again.
            if case .say = answer { talk.asking = asking }
            return answer
        }
    }

    private static func fill(
        _ field: PlainField, _ value: String, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        do throws(PlainField.NoOption) {
            return .inputs(try field.fill(value, state, desk))
        } catch {
            let options = field.options.joined(separator: "、")
            let words = desk.say(Phrases.Plain.noOption, ["name": error.word, "options": options])
            return .say(talk.say([words], desk))
        }
    }

    // MARK: Commands

    private static func command(
        _ text: String, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        let fields = PlainField.all(state, desk)
        if !fields.isEmpty, let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) {
            let name = trimmed(String(text[..<sign]))
            guard let field = PlainField.named(name, fields) else {
                return .say(talk.say([desk.say(Phrases.Plain.noField, ["name": name])], desk))
            }
            return fill(field, trimmed(String(text[text.index(after: sign)...])), &talk, state, desk)
        }
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = words.first else { return .nothing }
        if first.lowercased() == "key", words.count == 2 { return press(words[1], &talk, state, desk) }
        if first.first == "/", text.count > 1 { return .inputs(search(String(text.dropFirst()), state, desk)) }
        if let numbers = PlainLines.numbers(first) { return choose(numbers, words[safely: 1], &talk, state, desk) }
        let meaning = PlainCommands.meaning(of: text, state, desk)
        if words.count == 2, meaning == .nothing, state.place == .queue || state.place == .search,
            PlainCommands.meaning(of: first, state, desk) == .intent(.search) || state.place == .search
        {
            return .inputs(search(state.place == .search ? text : words[1], state, desk))
        }
        return perform(meaning, text, &talk, state, desk)
    }

    private static func perform(
        _ meaning: PlainCommands.Meaning, _ text: String, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        switch meaning {
        case .intent(.search) where state.place == .queue:
            talk.asking = .search
            return .inputs([])
        case .intent(let intent): return .inputs(PlainKeys.press(intent, state, desk) ?? [])
        case .several(let intents):
            let names = intents.map { "\(desk.say($0.phrase(at: state.place))) \($0.rawValue)" }.joined(separator: "、")
            return .say(talk.say([desk.say(Phrases.Plain.whichOne, ["text": text, "names": names])], desk))
        case .nothing:
            // A list is narrowed by typing, as on the screen.
            if state.place == .picker || state.place == .dayLog { return .inputs(PlainKeys.replace(with: text)) }
            return .say(talk.say([desk.say(Phrases.Plain.unknown, ["text": text])], desk))
        }
    }

    /// Presses keys by their names, whatever they lead to.
    private static func press(
        _ names: String, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        let strokes = names.split(separator: " ").map { KeyStroke(name: $0) }
        guard !strokes.contains(nil) else {
            return .say(talk.say([desk.say(Phrases.Plain.unknown, ["text": names])], desk))
        }
        return .inputs(strokes.compactMap { $0 }.map { .key($0) })
    }

    private static func search(_ text: String, _ state: DeskState, _ desk: Desk) -> [DeskEvent.Input] {
        let open = state.place == .search ? [] : PlainKeys.press(.search, at: .queue, desk) ?? []
        return open + PlainKeys.replace(with: trimmed(text)) + (PlainKeys.press(.choose, at: .search, desk) ?? [])
    }

    /// Goes to lines by their numbers; with a command, carries it out there.
    private static func choose(
        _ numbers: PlainLines.Numbers, _ command: String?, _ talk: inout PlainTalk, _ state: DeskState, _ desk: Desk
    ) -> PlainAnswer {
        if let field = PlainField.all(state, desk)[safely: numbers.line - 1], command == nil {
            talk.asking = .field(field.place, goesOn: false)
            return .inputs([])
        }
        guard let target = PlainLines.target(numbers, state, desk) else {
            return .say(talk.say([desk.say(Phrases.Plain.noLine, ["number": numbers.text])], desk))
        }
        guard let command else { return .look(target.go + target.open) }
        // Several numbers tick several options.
        if state.place == .picker, let more = PlainLines.numbers(command.replacing(" ", with: ",")) {
            return .inputs(PlainLines.ticks([numbers.line] + more.all, state, desk))
        }
        var there = state
        for input in target.go { there = there.typing(input, desk) }
        let meaning = PlainCommands.meaning(of: command, there, desk)
        guard case .intent(let intent) = meaning else { return perform(meaning, command, &talk, there, desk) }
        return .inputs(target.go + (PlainKeys.press(intent, there, desk) ?? []))
    }
}

extension DeskState {
    /// The desk as it would stand after a key that only moves about.
    fileprivate func typing(_ input: DeskEvent.Input, _ desk: Desk) -> DeskState {
        var copy = self
        _ = DeskReducer.reduce(&copy, DeskEvent(stamp: EventStamp(at: now, by: desk.clerk), input: input), desk: desk)
        return copy
    }
}
