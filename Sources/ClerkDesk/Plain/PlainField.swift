import CaseDomain
import ScreenKit
import TextLayout

/// A field of the form or of an entry, and the keys that fill it in.
struct PlainField {
    enum Kind {
        case text
        /// Options in words, one to be chosen, and the place of the chosen one.
        case one([String], Int?)
        /// Options in words and the places of those that are chosen.
        case many([String], Set<Int>)
        /// The same as `one`, stepped through instead of picked from a list.
        case steps([String], Int)
    }

    let place: Int
    let label: String
    let kind: Kind
    let value: String

    static func all(_ state: DeskState, _ desk: Desk) -> [PlainField] {
        if case .entry(let entry)? = state.modal {
            return entry.fields.enumerated().map { place, field in
                switch field.editor {
                case .text: PlainField(place: place, label: field.label, kind: .text, value: field.shown)
                case .choice(let options, let chosen):
                    PlainField(
                        place: place, label: field.label, kind: .steps(options, chosen),
                        value: options[safely: chosen] ?? "")
                }
            }
        }
        guard state.place == .form, let work = state.work else { return [] }
        return work.form.fields.enumerated().map { place, field in
            PlainField(
                place: place, label: desk.say(field.label), kind: kind(of: field, work.form, desk),
                value: PlainForm.value(field, work, desk))
        }
    }

    private static func kind(of field: FormFieldID, _ form: ParticularsForm, _ desk: Desk) -> Kind {
        let chosen = form.chosen(field)
        switch field.editor {
        case .text: return .text
        case .one(let options):
            return .one(options.map { desk.say($0.label) }, options.firstIndex { chosen.contains($0.id) })
        case .many(let options):
            let places = options.indices.filter { chosen.contains(options[$0].id) }
            return .many(options.map { desk.say($0.label) }, Set(places))
        case .yesNo:
            let answers = [Phrases.Form.unknown, Phrases.Form.yes, Phrases.Form.no].map { desk.say($0) }
            return .steps(answers, form.answer(field).map { $0 ? 1 : 2 } ?? 0)
        }
    }

    var options: [String] {
        switch kind {
        case .text: []
        case .one(let options, _), .many(let options, _), .steps(let options, _): options
        }
    }

    /// The field with its options, each with the number that chooses it.
    var question: String {
        let numbered = options.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "  ")
        return numbered.isEmpty ? "\(label): \(value)" : "\(label): \(value)  [\(numbered)]"
    }

    /// Where the cursor is among the fields.
    static func focus(_ state: DeskState) -> Int {
        if case .entry(let entry)? = state.modal { return entry.focus }
        guard let form = state.work?.form else { return 0 }
        return form.fields.firstIndex(of: form.focus) ?? 0
    }

    /// The keys that go to the field and fill it in.
    ///
    /// - Parameter value: a text; of options, their names, pinyin or numbers.
    /// - Throws: the word that is no option.
    func fill(_ value: String, _ state: DeskState, _ desk: Desk) throws(NoOption) -> [DeskEvent.Input] {
        let place = state.place
        let go = PlainKeys.move(from: PlainField.focus(state), to: self.place, at: place, desk)
        let keys = { (intent: DeskIntent, at: DeskPlace) in PlainKeys.press(intent, at: at, desk) ?? [] }
        switch kind {
        case .text: return go + PlainKeys.replace(with: value)
        case .steps(let options, let chosen):
            let target = try option(value)
            let steps = (target - chosen + options.count) % max(1, options.count)
            return go + (0..<steps).flatMap { _ in keys(place == .entry ? .toggle : .right, place) }
        case .one:
            let target = try option(value)
            return go + keys(.choose, place) + keys(.first, .picker)
                + (0..<target).flatMap { _ in keys(.down, .picker) } + keys(.choose, .picker)
        case .many(_, let chosen):
            var wanted: Set<Int> = []
            for word in value.split(whereSeparator: { "、，,;； ".contains($0) }) {
                wanted.insert(try option(String(word)))
            }
            let flips = wanted.symmetricDifference(chosen).sorted().flatMap { place in
                keys(.first, .picker) + (0..<place).flatMap { _ in keys(.down, .picker) } + keys(.toggle, .picker)
            }
            return go + keys(.choose, place) + flips + keys(.choose, .picker)
        }
    }

    struct NoOption: Error {
        let word: String
    }

    /// The option that a word means: its number, its name, or the only one that sounds like it.
    private func option(_ word: String) throws(NoOption) -> Int {
        if let number = Int(word), options.indices.contains(number - 1) { return number - 1 }
        if let exact = options.firstIndex(where: { $0.lowercased() == word.lowercased() }) { return exact }
        let match = PinyinMatch(word)
        let found = options.indices.filter { options[$0].firstStart(of: match) }
        guard !match.isEmpty, found.count == 1, let only = found.first else {
            let loose = options.indices.filter { match.matches(options[$0]) }
            guard !match.isEmpty, found.isEmpty, loose.count == 1, let only = loose.first else {
                throw NoOption(word: word)
            }
            return only
        }
        return only
    }

    /// The field that a name or a number means; nil where none or several do.
    static func named(_ name: String, _ fields: [PlainField]) -> PlainField? {
        if let number = Int(name) { return fields[safely: number - 1] }
        if let exact = fields.first(where: { $0.label.lowercased() == name.lowercased() }) { return exact }
        let match = PinyinMatch(name)
        guard !match.isEmpty else { return nil }
        let begin = fields.filter { $0.label.firstStart(of: match) }
        let found = begin.isEmpty ? fields.filter { match.matches($0.label) } : begin
        return found.count == 1 ? found.first : nil
    }
}

extension String {
    /// Whether what was typed stands for the beginning of this.
    fileprivate func firstStart(of match: PinyinMatch) -> Bool {
        match.firstRange(in: self)?.lowerBound == startIndex
    }
}
