package import ScreenKit

/// A few fields that must be filled in before a step is asked for.
package struct Prompt: Hashable, Sendable {
    package let title: String
    package let lines: [String]
    package let purpose: Purpose
    package private(set) var fields: [Field]
    package private(set) var focus = 0

    package enum Purpose: Hashable, Sendable {
        case stopClock, resumeClock, extendTerm
    }

    package struct Field: Hashable, Sendable {
        package let label: Phrase
        package fileprivate(set) var entry: Entry
    }

    package enum Entry: Hashable, Sendable {
        case text(TextField)
        /// One of a few, the chosen one's place.
        case choice([FormOption], Int)
    }

    init(title: String, lines: [String], purpose: Purpose, fields: [(Phrase, Entry)]) {
        self.title = title
        self.lines = lines
        self.purpose = purpose
        self.fields = fields.map { Field(label: $0.0, entry: $0.1) }
    }

    /// Whether the focused field takes what is typed.
    var takesText: Bool {
        guard case .text? = focused?.entry else { return false }
        return true
    }

    var isAtEnd: Bool { focus == fields.count - 1 }

    private var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

    mutating func moveFocus(to place: Int) { focus = min(max(0, place), max(0, fields.count - 1)) }

    mutating func edit(_ edit: TextEdit) {
        guard case .text(var field)? = focused?.entry else { return }
        field.apply(edit)
        fields[focus].entry = .text(field)
    }

    /// Takes the next option or the one before, going round.
    mutating func step(by step: Int) {
        guard case .choice(let options, let place)? = focused?.entry, !options.isEmpty else { return }
        fields[focus].entry = .choice(options, (place + step + options.count) % options.count)
    }

    /// What was typed into a field, without blanks around it.
    func text(_ place: Int) -> String {
        guard fields.indices.contains(place), case .text(let field) = fields[place].entry else { return "" }
        let text = Substring(field.text).drop(while: \.isWhitespace)
        return String(text.reversed().drop(while: \.isWhitespace).reversed())
    }

    func choice(_ place: Int) -> FormOption? {
        guard fields.indices.contains(place), case .choice(let options, let chosen) = fields[place].entry,
            options.indices.contains(chosen)
        else { return nil }
        return options[chosen]
    }

    /// The first text field with nothing in it.
    var firstEmpty: Int? {
        fields.indices.first { place in
            if case .text = fields[place].entry { return text(place).isEmpty }
            return false
        }
    }
}
