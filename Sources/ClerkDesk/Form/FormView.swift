import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit
import TextLayout

/// Draws the intake form, with what is wrong beside each field.
enum FormView {
    private static let labelColumns = 22

    /// - Parameters:
    ///   - sheet: the checklist as the form makes it; given where it isn't on the screen beside the form, and then told in
    ///     the last rows.
    ///   - offer: addresses to choose from, shown under their field.
    static func draw(
        _ work: CaseWork, _ desk: Desk, today: CivilDate, sheet: CaseSheet?, offer: PlaceOffer?,
        into canvas: inout Canvas, in rect: Rect
    ) -> Position? {
        var area = rect
        if let sheet { drawNeeded(sheet, desk, into: &canvas, in: area.splitBottom(3)) }
        let form = work.form
        let fields = form.fields
        let problems = form.read(today: today, calendar: desk.clocks.calendar).problems
        let live = FieldNote.live(form.focus, work, problem: problems[form.focus], today: today, desk)
        drawFoot(form, live, problems, desk, into: &canvas, in: area.splitBottom(1))
        var scroll = ListScroll(count: fields.count)
        scroll.select(fields.firstIndex(of: form.focus) ?? 0, height: area.rows)
        var cursor: Position?
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let field = fields[place]
            let focused = work.pane == .form && field == form.focus
            var line = area.line(offset)
            canvas.mark(line, .field(place))
            let startsSection = offset == 0 || fields[place - 1].section != field.section
            drawLabel(
                field, startsSection: startsSection, focused: focused, desk, into: &canvas,
                in: line.splitLeft(labelColumns))
            let problem = form.visibleProblem(field, in: problems)
            let note = (focused ? live : nil) ?? problem.map { FieldNote($0, desk) }
            drawNote(note, field, work, focused: focused, into: &canvas, beside: &line)
            let at = drawValue(
                field, work, desk, focused: focused, isBad: problem?.blocks == true, into: &canvas, in: line)
            if focused { cursor = at }
            if focused, let offer, field == .address {
                drawOffer(offer, desk, under: offset, into: &canvas, in: area, from: line.column)
            }
        }
        return cursor
    }

    private static func drawLabel(
        _ field: FormFieldID, startsSection: Bool, focused: Bool, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let label = desk.say(field.label)
        canvas.write(
            TextFit.padded(label, toColumns: labelColumns - 1, alignment: .trailing), at: rect.origin,
            role: focused ? .accent : .label)
        if field.isRequired {
            canvas.write("*", at: Position(row: rect.row, column: rect.column + labelColumns - 1), role: .warn)
        }
        // The section's name stands in the margin, where the label leaves room for it.
        let name = desk.say(field.section.phrase)
        let room = labelColumns - 3 - TextWidth.columns(of: label)
        guard startsSection, TextWidth.columns(of: name) <= room else { return }
        canvas.write(name, at: Position(row: rect.row, column: rect.column + 1), role: .header)
    }

    /// Writes a note at the right of a field and takes its place off the line. What was typed stays readable; where that
    /// leaves no room for words, their mark stands for them.
    private static func drawNote(
        _ note: FieldNote?, _ field: FormFieldID, _ work: CaseWork, focused: Bool, into canvas: inout Canvas,
        beside line: inout Rect
    ) {
        let typed = TextWidth.columns(of: work.form.text(field)) + 1
        let least = min(line.columns, max(field.columns ?? 10, focused ? typed : 0))
        if field.columns != nil {
            // A short field stays as short without a note: fields that change their size are hard to read.
            let place = line.splitRight(line.columns - least)
            guard let note, place.columns > 2 else { return }
            canvas.write(
                TextFit.truncated(note.text, toColumns: place.columns - 1),
                at: Position(row: place.row, column: place.column + 1), role: note.role)
            return
        }
        guard let note else { return }
        let room = line.columns - max(10, typed)
        let columns = room < 8 ? 2 : min(TextWidth.columns(of: note.text) + 1, room)
        let place = line.splitRight(columns)
        canvas.write(
            columns == 2 ? String(note.text.prefix(1)) : TextFit.truncated(note.text, toColumns: columns - 1),
            at: Position(row: place.row, column: place.column + 1), role: note.role)
    }

    /// What there is to say about the field under the cursor, in full, because beside the field there is rarely room for
    /// it; and how far the form has come.
    private static func drawFoot(
        _ form: ParticularsForm, _ live: FieldNote?, _ problems: [FormFieldID: FormProblem], _ desk: Desk,
        into canvas: inout Canvas, in rect: Rect
    ) {
        var line = rect
        var count = desk.say(
            Phrases.Fields.filled, ["count": String(form.filledCount), "all": String(form.fields.count)])
        let wrong = problems.values.count(where: \.blocks)
        if form.attempted, wrong > 0 {
            count = desk.say(Phrases.Fields.problems, ["count": String(wrong)]) + "  " + count
        }
        let place = line.splitRight(min(line.columns, TextWidth.columns(of: count) + 2))
        canvas.write(count, at: Position(row: place.row, column: place.column + 1), role: .dim)
        var note = live
        if note == nil || form.attempted, let problem = problems[form.focus], form.attempted {
            note = FieldNote(problem, desk, withHint: true)
        }
        guard let note else { return }
        canvas.write(
            TextFit.truncated(note.text, toColumns: max(0, line.columns - 2)),
            at: Position(row: line.row, column: line.column + 1), role: note.role)
    }

    /// Addresses to choose from: below the field, or above it where it stands low.
    private static func drawOffer(
        _ offer: PlaceOffer, _ desk: Desk, under row: Int, into canvas: inout Canvas, in area: Rect, from column: Int
    ) {
        let below = area.rows - row - 1
        let count = min(offer.places.count, max(below, row))
        guard count > 0 else { return }
        let top = below >= count ? row + 1 : row - count
        let columns = area.endColumn - column
        for (offset, place) in offer.places.prefix(count).enumerated() {
            let line = Rect(row: area.row + top + offset, column: column, rows: 1, columns: columns)
            let isSelected = offset == offer.selected
            let uses = desk.say(Phrases.Fields.uses, ["count": String(place.uses)])
            let usesColumns = TextWidth.columns(of: uses)
            canvas.withClip(line) { canvas in
                let role: StyleRole = isSelected ? .panelSelected : .panel
                canvas.fill(canvas.bounds, role: role)
                canvas.write(isSelected ? ">" : " ", at: Position(row: 0, column: 0), role: role)
                canvas.write(
                    TextFit.truncated(SafeText.singleLine(place.address), toColumns: max(0, columns - usesColumns - 4)),
                    at: Position(row: 0, column: 2), role: role)
                canvas.write(
                    uses, at: Position(row: 0, column: columns - usesColumns - 1), role: isSelected ? role : .dim)
            }
        }
    }

    private static func drawValue(
        _ field: FormFieldID, _ work: CaseWork, _ desk: Desk, focused: Bool, isBad: Bool, into canvas: inout Canvas,
        in rect: Rect
    ) -> Position? {
        let form = work.form
        switch field.editor {
        case .text:
            var value = form.texts[field] ?? TextField()
            // A covered number shows in full only while it is being typed or after it was asked for.
            if field.isIdentityNumber, !focused && !work.isRevealed || work.isCovered(field) {
                value = TextField(ResidentID.masked(value.text), limit: nil)
            }
            let hint = field.placeholder.map { desk.say($0) } ?? ""
            return value.draw(into: &canvas, in: rect, focused: focused, isBad: isBad, placeholder: hint)
        case .one, .many:
            let names = field.names(of: form.chosen(field), desk)
            let text = names.isEmpty ? desk.say(Phrases.Form.choose) : names
            return drawChoice(text, isEmpty: names.isEmpty, focused: focused, isBad: isBad, into: &canvas, in: rect)
        case .yesNo:
            let answer = form.answer(field)
            return drawChoice(
                desk.say(Phrases.Form.words(for: answer)), isEmpty: answer == nil, focused: focused, isBad: isBad,
                into: &canvas, in: rect)
        }
    }

    private static func drawChoice(
        _ text: String, isEmpty: Bool, focused: Bool, isBad: Bool, into canvas: inout Canvas, in rect: Rect
    ) -> Position? {
        let role: StyleRole = isBad ? .fieldBad : focused ? .fieldFocused : .field
        canvas.fill(rect, role: role)
        canvas.write(
            TextFit.truncated("< \(text) >", toColumns: rect.columns), at: rect.origin,
            role: isEmpty && !focused ? .placeholder : role)
        return focused ? Position(row: rect.row, column: rect.column + 2) : nil
    }

    /// The checklist in a few words, so that a narrow screen too shows it follow the form.
    private static func drawNeeded(_ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var area = rect
        let rule = area.splitTop(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        let text: String
        if let route = sheet.evaluation.route {
            text = desk.say(Phrases.Case.routeLine, ["text": desk.language == .zh ? route.text : route.english])
        } else if let checklist = sheet.checklist {
            let names = sheet.lines.compactMap { line in
                line.material.map { checklist.requirements[$0.requirement] }
            }.map { desk.language == .zh ? $0.name : $0.english }
            let head = desk.say(Phrases.Form.needed, ["count": String(names.count)])
            text = "\(head): \(names.joined(separator: "、"))"
        } else {
            text = desk.say(Phrases.Case.noChecklist)
        }
        for (offset, line) in LineBreaking.lines(
            SafeText.singleLine(text), columns: area.columns - 2
        ).prefix(area.rows).enumerated() {
            canvas.write(line, at: Position(row: area.row + offset, column: area.column + 1), role: .dim)
        }
    }
}
