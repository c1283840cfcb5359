import TextLayout

/// One line of editable text with a cursor.
///
/// It counts in characters as a reader sees them, so the cursor never stands inside a combined character, and scrolls
/// in columns, so that Chinese text never shows half a character.
package struct TextField: Hashable, Sendable {
    /// The cursor's place: the number of characters before it.
    package private(set) var cursor: Int
    /// The most characters the field takes; `nil` for no limit.
    package let limit: Int?
    private var characters: [Character]

    /// - Parameters:
    ///   - text: What the field holds at first, cleaned to one line and cut to the limit; the cursor stands behind it.
    ///   - limit: The most characters the field takes; `nil` for no limit.
    package init(_ text: String = "", limit: Int? = nil) {
        self.limit = limit
        characters = []
        cursor = 0
        insert(text)
    }

    /// The text.
    package var text: String { String(characters) }

    /// Whether there is no text.
    package var isEmpty: Bool { characters.isEmpty }

    /// Changes the text or moves the cursor.
    ///
    /// - Parameter edit: What to do; at an end of the text it may do nothing.
    package mutating func apply(_ edit: TextEdit) {
        switch edit {
        case .insert(let text): insert(text)
        case .backspace: remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(characters.count, cursor + 1))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .start: cursor = 0
        case .end: cursor = characters.count
        case .deleteWord: remove(wordStart..<cursor)
        case .deleteToStart: remove(0..<cursor)
        case .deleteToEnd: remove(cursor..<characters.count)
        }
    }

    /// Replaces the whole text, as choosing a suggestion does; the cursor moves behind it.
    package mutating func replace(with text: String) {
        characters = []
        cursor = 0
        insert(text)
    }

    /// Draws the field over the first row of a rectangle.
    ///
    /// - Parameters:
    ///   - canvas: Where to draw.
    ///   - rect: The field's place, relative to the canvas's clip.
    ///   - focused: Whether the field has the focus.
    ///   - isBad: Whether its content cannot be accepted.
    ///   - placeholder: Example text for an empty field.
    /// - Returns: Where the cursor stands on the whole screen; `nil` without the focus or when clipped away.
    package func draw(
        into canvas: inout Canvas, in rect: Rect, focused: Bool, isBad: Bool = false, placeholder: String = ""
    ) -> Position? {
        let role: StyleRole = isBad ? .fieldBad : focused ? .fieldFocused : .field
        return canvas.withClip(rect.line(0)) { canvas in
            canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: rect.columns), role: role)
            if characters.isEmpty && !placeholder.isEmpty {
                canvas.write(placeholder, at: Position(row: 0, column: 0), role: focused ? role : .placeholder)
            }
            let widths = canvas.widths
            let offset = focused ? scrollOffset(columns: rect.columns, widths) : 0
            canvas.write(text, at: Position(row: 0, column: -offset), role: role)
            guard focused else { return nil }
            return canvas.screenPosition(of: Position(row: 0, column: cursorColumn(widths) - offset))
        }
    }

    private func cursorColumn(_ widths: AmbiguousWidth) -> Int {
        characters[..<cursor].reduce(0) { $0 + widths.columns(of: $1) }
    }

    /// Scrolls by half a field, so that typing does not shift the text at every key.
    private func scrollOffset(columns: Int, _ widths: AmbiguousWidth) -> Int {
        let total = characters.reduce(0) { $0 + widths.columns(of: $1) }
        guard total >= columns, columns > 0 else { return 0 }
        let at = cursorColumn(widths)
        guard at >= columns else { return 0 }
        let step = max(1, columns / 2)
        let wanted = (at - columns) / step * step + step
        var start = 0
        for character in characters {
            if start >= wanted { break }
            start += widths.columns(of: character)
        }
        return min(start, at)
    }

    /// Combining marks may join the character before them, so the text is divided anew.
    private mutating func insert(_ new: String) {
        let after = characters[cursor...]
        var before = Array(SafeText.singleLine(String(characters[..<cursor]) + new))
        if let limit { before = Array(before.prefix(max(cursor, limit - after.count))) }
        characters = Array(String(before) + String(after))
        cursor = min(before.count, characters.count)
    }

    private mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let before = String(characters[..<range.lowerBound])
        let after = String(characters[range.upperBound...])
        characters = Array(before + after)
        cursor = min(before.count, characters.count)
    }

    private var wordStart: Int {
        var place = cursor
        while place > 0, TextField.kind(characters[place - 1]) == .blank { place -= 1 }
        guard place > 0 else { return 0 }
        let kind = TextField.kind(characters[place - 1])
        while place > 0, TextField.kind(characters[place - 1]) == kind { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, TextField.kind(characters[place]) == .blank { place += 1 }
        guard place < characters.count else { return place }
        let kind = TextField.kind(characters[place])
        while place < characters.count, TextField.kind(characters[place]) == kind { place += 1 }
        return place
    }

    private enum CharacterKind {
        case blank, punctuation, latin, ideograph
    }

    /// Chinese has no blanks between words, so a run of one kind of character is what a word key moves over.
    private static func kind(_ character: Character) -> CharacterKind {
        if character.isWhitespace { return .blank }
        if character.isPunctuation || character.isSymbol { return .punctuation }
        return TextWidth.columns(of: character) == 2 ? .ideograph : .latin
    }
}
