import ScreenKit

/// The keys that carry an intent out, so that the line mode does nothing that a screen couldn't.
enum PlainKeys {
    /// - Returns: nil where no key leads to the intent at that place.
    static func press(_ intent: DeskIntent, at place: DeskPlace, _ desk: Desk) -> [DeskEvent.Input]? {
        let chords = desk.keymap.bindings(for: intent, in: place)
        // Where text is typed, a letter is text; a key that types nothing works everywhere.
        let chord = chords.first { $0.strokes.first?.typedCharacter == nil } ?? chords.first
        return chord.map { $0.strokes.map { .key($0) } }
    }

    static func press(_ intent: DeskIntent, _ state: DeskState, _ desk: Desk) -> [DeskEvent.Input]? {
        press(intent, at: state.place, desk)
    }

    /// Moves a cursor that stands at one line to another.
    static func move(from old: Int, to new: Int, at place: DeskPlace, _ desk: Desk) -> [DeskEvent.Input] {
        let isForm = place == .form || place == .entry
        let intent: DeskIntent = new > old ? (isForm ? .nextField : .down) : (isForm ? .previousField : .up)
        let keys = press(intent, at: place, desk) ?? []
        return (0..<abs(new - old)).flatMap { _ in keys }
    }

    /// Puts a text in the place of what stands in the field under the cursor.
    static func replace(with text: String) -> [DeskEvent.Input] {
        let clear: [DeskEvent.Input] = [.key(KeyStroke(.end)), .key(KeyStroke(.character("u"), .control))]
        return text.isEmpty ? clear : clear + [.paste(text)]
    }
}
