import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// Draws the intake form, with what is wrong beside each field.
enum FormView {
    private static let labelColumns = 22

    /// - Parameter sheet: the checklist as the form makes it; given where it isn't on the screen beside the form, and then
    ///   told in the last rows.
    static func draw(
        _ work: CaseWork, _ desk: Desk, today: CivilDate, sheet: CaseSheet?, into canvas: inout Canvas,
        in rect: Rect
    ) -> Position? {
        var area = rect
        if let sheet { drawNeeded(sheet, desk, into: &canvas, in: area.splitBottom(3)) }
        let form = work.form
        let fields = form.fields
        let problems = form.read(today: today).problems
        drawProblem(form, problems, desk, into: &canvas, in: area.splitBottom(1))
        var scroll = ListScroll(count: fields.count)
        scroll.select(fields.firstIndex(of: form.focus) ?? 0, height: area.rows)
        var cursor: Position?
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let field = fields[place]
            let focused = work.pane == .form && field == form.focus
            var line = area.line(offset)
            let label = line.splitLeft(labelColumns)
            canvas.mark(line, .field(place))
            canvas.write(
                TextFit.padded(desk.say(field.label), toColumns: labelColumns - 1, alignment: .trailing),
                at: label.origin, role: focused ? .accent : .label)
            let problem = form.visibleProblem(field, in: problems)
            if let problem {
                let text = desk.say(problem.phrase)
                // What was typed stays readable; where that leaves no room for words, a mark stands for them.
                let room = line.columns - max(10, TextWidth.columns(of: form.text(field)) + 1)
                let columns = room < 8 ? 2 : min(TextWidth.columns(of: text) + 1, room)
                let place = line.splitRight(columns)
                canvas.write(
                    columns == 2 ? "!" : TextFit.truncated(text, toColumns: columns - 1),
                    at: Position(row: place.row, column: place.column + 1), role: problem.blocks ? .error : .warn)
            }
            let at = drawValue(
                field, work, desk, focused: focused, isBad: problem?.blocks == true, into: &canvas, in: line)
            if focused { cursor = at }
        }
        return cursor
    }

    /// What is wrong with the field under the cursor, in full; beside the field there is rarely room for it.
    private static func drawProblem(
        _ form: ParticularsForm, _ problems: [FormFieldID: FormProblem], _ desk: Desk, into canvas: inout Canvas,
        in rect: Rect
    ) {
        let isTyped = form.text(form.focus).count >= (form.focus == .licenceNumber ? 16 : 18)
        guard let problem = problems[form.focus], form.attempted || isTyped else { return }
        let words = [problem.phrase, problem.hint].compactMap { $0 }.map { desk.say($0) }.joined(separator: "  ")
        canvas.write(
            TextFit.truncated(words, toColumns: max(0, rect.columns - 2)),
            at: Position(row: rect.row, column: rect.column + 1), role: problem.blocks ? .error : .warn)
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
            return value.draw(into: &canvas, in: rect, focused: focused, isBad: isBad)
        case .one(let options), .many(let options):
            let chosen = form.chosen(field)
            let names = options.filter { chosen.contains($0.id) }.map { desk.say($0.label) }
            let text = names.isEmpty ? desk.say(Phrases.Form.choose) : names.joined(separator: "、")
            return drawChoice(text, isEmpty: names.isEmpty, focused: focused, isBad: isBad, into: &canvas, in: rect)
        case .yesNo:
            let phrase =
                switch form.answer(field) {
                case true?: Phrases.Form.yes
                case false?: Phrases.Form.no
                case nil: Phrases.Form.unknown
                }
            return drawChoice(
                desk.say(phrase), isEmpty: form.answer(field) == nil, focused: focused, isBad: isBad, into: &canvas,
                in: rect)
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
