import CaseDomain
import ScreenKit

/// What typing into a field of text has in common, wherever the field is: what was deleted can be put back in another
/// field, what doesn't fit is said, and a paste of several columns is offered to several fields.
enum FieldTyping {
    static func edit(_ edit: TextEdit, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var edit = edit
        if edit == .yank {
            guard !state.filling.killed.isEmpty else { return [] }
            edit = .insert(state.filling.killed)
        }
        if let field = state.typedField {
            let killed = field.killed(by: edit)
            if !killed.isEmpty { state.filling.killed = killed }
            if case .insert(let text) = edit { tellOverflow(of: text, in: field, &state, desk) }
        }
        return DeskReducer.edit(edit, &state) + PlaceReducer.follow(&state)
    }

    private static func tellOverflow(
        of text: String, in field: TextField, _ state: inout DeskState, _ desk: Desk
    ) {
        let count = field.overflow(of: text)
        guard count > 0, let limit = field.limit else { return }
        state.refuse(Phrases.Fields.overflow, desk, ["limit": String(limit), "count": String(count)])
    }

    // MARK: Pastes

    static func paste(_ text: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let columns = columns(of: text)
        let before = state.typedField
        let effects = edit(.insert(text), &state, desk)
        guard columns.count > 1, state.place == .form, let form = state.work?.form, before != nil else {
            return effects
        }
        let targets = targets(in: form)
        guard columns.count <= targets.count else { return effects }
        let lines = zip(targets, columns).map { field, column in
            let shown = field.isIdentityNumber ? ResidentID.masked(column) : column
            return desk.say(Phrases.Earlier.fills, ["label": desk.say(field.label), "new": shown])
        }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Fields.spreadTitle),
                lines: [desk.say(Phrases.Fields.spreadAsk, ["count": String(columns.count)])] + lines,
                answer: .spread(columns)))
        return effects
    }

    /// Puts each column into a field of its own; until then all of them stand in the first.
    static func spread(_ columns: [String], _ state: inout DeskState, _ desk: Desk) {
        guard let form = state.work?.form else { return }
        state.work?.edit(.undo)
        state.work?.form.fill(
            zip(targets(in: form), columns).filter { !$1.isEmpty }.map { field, column in
                (field, .text(field.content.folded(column)))
            })
        let count = columns.count { !$0.isEmpty }
        state.status = .init(.success, desk.say(Phrases.Fields.spreadDone, ["count": String(count)]))
    }

    /// The cells of one row of a spreadsheet; one where the text isn't that.
    private static func columns(of text: String) -> [String] {
        var row = Substring(text)
        while let last = row.last, last.isNewline { row.removeLast() }
        guard !row.contains(where: \.isNewline) else { return [text] }
        return row.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            var cell = cell
            while cell.first == " " { cell.removeFirst() }
            while cell.last == " " { cell.removeLast() }
            return String(cell)
        }
    }

    /// The fields of text from the cursor on.
    private static func targets(in form: ParticularsForm) -> [FormFieldID] {
        form.fields.drop { $0 != form.focus }.filter { field in
            if case .text = field.editor { true } else { false }
        }
    }
}

extension DeskState {
    /// The field of text that keys go to; nil where none takes them, and where it holds a number that nobody may see.
    var typedField: TextField? {
        switch modal {
        case .picker(let picker)?: return picker.filter
        case .entry(let entry)?: return entry.focusedText
        case .help?, .question?, .reader?, .clocks?, .bulk?, .messages?, .comparison?, .dayLog?: return nil
        case nil: break
        }
        switch place {
        case .search: return queue.searchField
        case .form:
            guard let work, !work.isCovered(work.form.focus), case .text(let limit) = work.form.focus.editor else {
                return nil
            }
            return work.form.texts[work.form.focus] ?? TextField(limit: limit)
        default: return nil
        }
    }
}
