import ScreenKit
import TextLayout

/// Draws what stands over the screens.
enum ModalView {
    /// Rows of text that a reader shows.
    static func readerHeight(_ size: Size) -> Int { max(1, size.rows - 6) }

    /// How many lines the open reader or help has.
    static func readerLines(_ state: DeskState) -> Int {
        switch state.modal {
        case .reader(_, let lines, _)?: lines.count
        case .help(let place, _)?: HelpText.count(place)
        case .question?, .picker?, nil: 0
        }
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        switch state.modal {
        case .question(let question)?:
            let options = [DeskIntent.yes, .no].compactMap { intent in
                desk.keymap.label(for: intent, in: .confirm).map {
                    KeyHint(key: $0, text: desk.say(intent == .yes ? Phrases.Desk.yes : Phrases.Desk.no))
                }
            }
            ModalBox(title: question.title, lines: question.lines, options: options, titleRole: .warn)
                .draw(into: &canvas, in: canvas.bounds)
        case .reader(let title, let lines, let scroll)?:
            drawReader(title, lines, scroll, state, desk, into: &canvas)
        case .help(let place, let scroll)?:
            drawReader(
                desk.say(Phrases.Desk.helpTitle, ["place": desk.say(place.phrase)]), HelpText.lines(place, desk),
                scroll, state, desk, into: &canvas)
        case .picker(let picker)?:
            return drawPicker(picker, desk, into: &canvas)
        case nil: break
        }
        return nil
    }

    private static func drawReader(
        _ title: String, _ lines: [String], _ scroll: ListScroll, _ state: DeskState, _ desk: Desk,
        into canvas: inout Canvas
    ) {
        let height = readerHeight(state.size)
        let close = desk.keymap.label(for: .back, in: .reader).map {
            [KeyHint(key: $0, text: desk.say(Phrases.Desk.close))]
        }
        let shown = Array(lines.dropFirst(scroll.selected).prefix(height)).map {
            TextFit.truncated(SafeText.singleLine($0), toColumns: max(4, state.size.columns - 6))
        }
        let more = lines.count > height ? "  \(min(scroll.selected + height, lines.count))/\(lines.count)" : ""
        ModalBox(title: title + more, lines: shown, options: close ?? [])
            .draw(into: &canvas, in: canvas.bounds)
    }

    private static func drawPicker(_ picker: Picker, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let options = picker.shown
        let rows = min(max(1, options.count), max(3, canvas.bounds.rows - 8))
        let hints = FooterHints.picker(picker, desk)
        let inner = ModalBox(title: desk.say(picker.field.label), lines: [], options: hints)
            .draw(into: &canvas, in: canvas.bounds, extraRows: rows + 1, minColumns: 34)
        var area = inner
        let cursor = picker.filter.draw(
            into: &canvas, in: area.splitTop(1), focused: true, placeholder: desk.say(Phrases.Form.pickerHint))
        var scroll = ListScroll(count: options.count)
        scroll.select(picker.cursor, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let option = options[place]
            let mark = picker.chosen.contains(option.id) ? "[x]" : "[ ]"
            canvas.withClip(area.line(offset)) { canvas in
                let role: StyleRole = place == picker.cursor ? .panelSelected : .panel
                canvas.fill(canvas.bounds, role: role)
                canvas.write("\(mark) \(desk.say(option.label))", at: Position(row: 0, column: 0), role: role)
            }
        }
        return cursor
    }
}

/// 帮助, generated from the keymap: every key of a place, and those that work everywhere.
enum HelpText {
    static func lines(_ place: DeskPlace, _ desk: Desk) -> [String] {
        intents.map { intent in
            let keys = desk.keymap.bindings(for: intent, in: place).map(\.label).joined(separator: " ")
            return keys.isEmpty ? "" : "\(TextFit.padded(keys, toColumns: 22)) \(desk.say(intent.phrase))"
        }.filter { !$0.isEmpty }
    }

    private static let intents = DeskIntent.allCases

    /// An upper bound of the help's lines, for scrolling.
    static func count(_ place: DeskPlace) -> Int { intents.count }
}
