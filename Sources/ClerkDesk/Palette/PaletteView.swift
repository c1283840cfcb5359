import ScreenKit
import TextLayout

/// Draws the palette: what was typed, the commands with their keys, and why the one under the cursor can't be.
enum PaletteView {
    static func draw(_ picker: Picker, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let options = picker.shown
        let columns = min(76, max(20, canvas.bounds.columns - 6))
        let rows = max(4, canvas.bounds.rows - 8)
        // As high whatever is typed: a box that changes its size is hard to read.
        var area = ModalBox(
            title: desk.say(picker.title), lines: [], options: FooterHints.picker(picker, desk)
        ).draw(
            into: &canvas, in: canvas.bounds, extraRows: min(rows, picker.options.count + 2), minColumns: columns)
        let cursor = picker.filter.draw(
            into: &canvas, in: area.splitTop(1), focused: true, placeholder: desk.say(Phrases.Palette.hint))
        drawReason(picker, options, desk, into: &canvas, in: area.splitBottom(1))
        guard !options.isEmpty else {
            canvas.write(desk.say(Phrases.Palette.none), at: area.origin, role: .dim)
            return cursor
        }
        let match = PinyinMatch(picker.filter.text)
        var scroll = ListScroll(count: options.count)
        scroll.select(picker.cursor, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let line = area.line(offset)
            canvas.mark(line, .row(place))
            canvas.withClip(line) { canvas in
                drawOption(options[place], isChosen: place == picker.cursor, match, desk, into: &canvas)
            }
        }
        return cursor
    }

    private static func drawOption(
        _ option: FormOption, isChosen: Bool, _ match: PinyinMatch, _ desk: Desk, into canvas: inout Canvas
    ) {
        let free: StyleRole = option.barred == nil ? .panel : .dim
        let role: StyleRole = isChosen ? .panelSelected : free
        canvas.fill(canvas.bounds, role: role)
        let columns = canvas.bounds.columns
        let keys = TextWidth.columns(of: option.keys)
        let label = TextFit.truncated(desk.say(option.label), toColumns: max(4, columns - keys - 1))
        canvas.write(label, at: Position(row: 0, column: 0), role: role)
        if !match.isEmpty, let range = match.firstRange(in: label) {
            let before = TextWidth.columns(of: label[..<range.lowerBound])
            canvas.write(
                label[range], at: Position(row: 0, column: before), role: isChosen ? .selectedMatch : .match)
        }
        canvas.write(
            option.keys, at: Position(row: 0, column: columns - keys), role: isChosen ? .panelSelected : .footerKey)
    }

    private static func drawReason(
        _ picker: Picker, _ options: [FormOption], _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        guard options.indices.contains(picker.cursor), let why = options[picker.cursor].barred else { return }
        canvas.write(
            TextFit.truncated(SafeText.singleLine(desk.say(why)), toColumns: rect.columns), at: rect.origin,
            role: .warn)
    }
}
