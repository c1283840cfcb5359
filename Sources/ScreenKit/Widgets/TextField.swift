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
    private var history = TextHistory()

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

    /// The same field with a star in the place of each character, for what nobody may read.
    package var covered: TextField {
        var field = self
        field.characters = characters.map { _ in "*" }
        return field
    }

    /// Whether there is no text.
    package var isEmpty: Bool { characters.isEmpty }

    /// Changes the text or moves the cursor.
    ///
    /// What was typed character by character is taken back together; a paste and a deletion of more than one character
    /// each alone.
    ///
    /// - Parameter edit: What to do; at an end of the text it may do nothing. ``TextEdit/yank`` does nothing here: the
    ///   text comes as ``TextEdit/insert(_:)``.
    package mutating func apply(_ edit: TextEdit) {
        if edit == .undo {
            if let step = history.takeBack() { (characters, cursor) = (step.characters, step.cursor) }
            return
        }
        let before = TextHistory.Step(characters: characters, cursor: cursor)
        switch edit {
        case .insert(let text): insert(text)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .wordLeft: cursor = TextWords.start(before: cursor, in: characters)
        case .wordRight: cursor = TextWords.end(after: cursor, in: characters)
        case .start: cursor = 0
        case .end: cursor = characters.count
        case .backspace, .delete, .deleteWord, .deleteWordAhead, .deleteToStart, .deleteToEnd:
            remove(deleted(by: edit))
        case .yank, .undo: break
        }
        if edit.isMove {
            history.pause()
        } else if before.characters != characters {
            history.note(before, after: edit)
        }
    }

    /// Replaces the whole text, as choosing a suggestion does; the cursor moves behind it. One step to take back.
    package mutating func replace(with text: String) {
        let before = TextHistory.Step(characters: characters, cursor: cursor)
        characters = []
        cursor = 0
        insert(text)
        if before.characters != characters { history.note(before, after: .deleteToStart) }
    }

    /// The text that an edit would take out for a later ``TextEdit/yank``; empty where it takes none.
    package func killed(by edit: TextEdit) -> String {
        switch edit {
        case .deleteWord, .deleteWordAhead, .deleteToStart, .deleteToEnd: String(characters[deleted(by: edit)])
        case .insert, .backspace, .delete, .left, .right, .wordLeft, .wordRight, .start, .end, .yank, .undo: ""
        }
    }

    /// How many characters of a text the field would have no room for.
    package func overflow(of text: String) -> Int {
        guard let limit else { return 0 }
        let wanted = SafeText.singleLine(String(characters[..<cursor]) + text).count + characters.count - cursor
        return max(0, wanted - max(limit, characters.count))
    }

    /// Draws the field over the first row of a rectangle, as ``TextWindow`` cuts it.
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
        let window = TextWindow(characters, cursor: focused ? cursor : nil, columns: rect.columns, canvas.widths)
        return canvas.withClip(rect.line(0)) { canvas in
            canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: rect.columns), role: role)
            if characters.isEmpty && !placeholder.isEmpty {
                canvas.write(
                    TextFit.truncated(placeholder, toColumns: rect.columns), at: Position(row: 0, column: 0),
                    role: .placeholder)
            }
            let left = window.hidesStart ? 1 : 0
            let inner = Rect(
                row: 0, column: left, rows: 1, columns: max(0, rect.columns - left - (window.hidesEnd ? 1 : 0)))
            canvas.withClip(inner) { canvas in
                _ = canvas.write(text, at: Position(row: 0, column: -window.offset - left), role: role)
            }
            if window.hidesStart { canvas.write("<", at: Position(row: 0, column: 0), role: .placeholder) }
            if window.hidesEnd {
                canvas.write(">", at: Position(row: 0, column: rect.columns - 1), role: .placeholder)
            }
            guard focused else { return nil }
            return canvas.screenPosition(of: Position(row: 0, column: window.cursorColumn))
        }
    }

    private func deleted(by edit: TextEdit) -> Range<Int> {
        switch edit {
        case .backspace: max(0, cursor - 1)..<cursor
        case .delete: cursor..<min(characters.count, cursor + 1)
        case .deleteWord: TextWords.start(before: cursor, in: characters)..<cursor
        case .deleteWordAhead: cursor..<TextWords.end(after: cursor, in: characters)
        case .deleteToStart: 0..<cursor
        case .deleteToEnd: cursor..<characters.count
        case .insert, .left, .right, .wordLeft, .wordRight, .start, .end, .yank, .undo: cursor..<cursor
        }
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
}
