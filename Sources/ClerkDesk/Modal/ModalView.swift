import ScreenKit
import TextLayout

/// Draws what stands over the screens.
enum ModalView {
    /// Rows of text that a reader shows.
    static func readerHeight(_ size: Size) -> Int { max(1, size.rows - 6) }

    /// The lines of the open reader or help, broken to the width of the screen: a citation must not be cut.
    static func readerLines(_ state: DeskState, _ desk: Desk) -> [String] {
        let columns = max(4, state.size.columns - 6)
        let lines: [String] =
            switch state.modal {
            case .reader(_, let lines, _)?: lines
            case .help(let place, _)?: HelpText.lines(place, desk)
            case .question?, .picker?, .clocks?, .entry(_)?, nil: []
            }
        return lines.flatMap { line in
            line.isEmpty ? [""] : LineBreaking.lines(SafeText.singleLine(line), columns: columns)
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
            let lines = question.lines + (question.message.map { [$0.shown] } ?? [])
            ModalBox(title: question.title, lines: lines, options: options, titleRole: .warn)
                .draw(into: &canvas, in: canvas.bounds)
        case .reader(let title, _, let scroll)?:
            drawReader(title, scroll, state, desk, into: &canvas)
        case .help(let place, let scroll)?:
            drawReader(
                desk.say(Phrases.Desk.helpTitle, ["place": desk.say(place.phrase)]), scroll, state, desk,
                into: &canvas)
        case .picker(let picker)?:
            return drawPicker(picker, desk, into: &canvas)
        case .clocks(let list)?: ClockView.draw(list, state, desk, into: &canvas)
        case .entry(let entry)?:
            return EntryView.draw(entry, desk, today: state.today, into: &canvas)
        case nil: break
        }
        return nil
    }

    private static func drawReader(
        _ title: String, _ scroll: ListScroll, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas
    ) {
        let height = readerHeight(state.size)
        let lines = readerLines(state, desk)
        let top = min(scroll.selected, max(0, lines.count - height))
        let close = desk.keymap.label(for: .back, in: .reader).map {
            [KeyHint(key: $0, text: desk.say(Phrases.Desk.close))]
        }
        let shown = Array(lines.dropFirst(top).prefix(height))
        let more = lines.count > height ? "  \(min(top + height, lines.count))/\(lines.count)" : ""
        ModalBox(title: title + more, lines: shown, options: close ?? [])
            .draw(into: &canvas, in: canvas.bounds)
    }

    private static func drawPicker(_ picker: Picker, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        let options = picker.shown
        let rows = min(max(1, options.count), max(3, canvas.bounds.rows - 8))
        let hints = FooterHints.picker(picker, desk)
        // As wide as the widest line, whatever is typed: a box that changes its size is hard to read.
        let widest = picker.options.filter { $0.barred != nil || picker.isWide }.map {
            TextWidth.columns(of: mark(of: $0, picker) + shown($0, desk))
        }.max()
        let inner = ModalBox(title: desk.say(picker.title), lines: [], options: hints)
            .draw(into: &canvas, in: canvas.bounds, extraRows: rows + 1, minColumns: max(34, widest ?? 0))
        var area = inner
        var head = area.splitTop(1)
        let count = "\(options.isEmpty ? 0 : picker.cursor + 1)/\(options.count)"
        let place = head.splitRight(min(count.utf8.count + 1, head.columns))
        canvas.write(count, at: Position(row: place.row, column: place.column + 1), role: .dim)
        let cursor = picker.filter.draw(
            into: &canvas, in: head, focused: true, placeholder: desk.say(Phrases.Form.pickerHint))
        var scroll = ListScroll(count: options.count)
        scroll.select(picker.cursor, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let option = options[place]
            canvas.withClip(area.line(offset)) { canvas in
                let free: StyleRole = option.barred == nil ? .panel : .dim
                let role: StyleRole = place == picker.cursor ? .panelSelected : free
                canvas.fill(canvas.bounds, role: role)
                let mark = mark(of: option, picker)
                let text = shown(option, desk)
                canvas.write(
                    TextFit.truncated(mark + text, toColumns: canvas.bounds.columns), at: Position(row: 0, column: 0),
                    role: role)
                guard let found = picker.match(in: desk.say(option.label)) else { return }
                let label = desk.say(option.label)
                let before = TextWidth.columns(of: label[..<found.lowerBound])
                let start = TextWidth.columns(of: mark) + before
                let columns = min(TextWidth.columns(of: label[found]), canvas.bounds.columns - 2 - start)
                canvas.restyle(Rect(row: 0, column: start, rows: 1, columns: max(0, columns))) { _ in
                    place == picker.cursor ? .selectedMatch : .match
                }
            }
        }
        return cursor
    }

    /// Where one step is chosen, nothing is ticked.
    private static func mark(of option: FormOption, _ picker: Picker) -> String {
        if picker.purpose == .action { return "" }
        return picker.chosen.contains(option.id) ? "[x] " : "[ ] "
    }

    private static func shown(_ option: FormOption, _ desk: Desk) -> String {
        let label = desk.say(option.label)
        guard let why = option.barred else { return label }
        return desk.say(Phrases.Actions.barred, ["action": label, "why": desk.say(why)])
    }
}

/// 帮助, generated from the keymap: every key of a place, then those that work everywhere.
enum HelpText {
    static func lines(_ place: DeskPlace, _ desk: Desk) -> [String] {
        let own = Set(desk.keymap.bindings.filter { $0.context == place }.map(\.intent))
        let all = DeskIntent.allCases
        return (all.filter(own.contains) + all.filter { !own.contains($0) }).map { intent in
            let keys = desk.keymap.bindings(for: intent, in: place).map(\.label).joined(separator: " ")
            return keys.isEmpty ? "" : "\(TextFit.padded(keys, toColumns: 22)) \(desk.say(intent.phrase(at: place)))"
        }.filter { !$0.isEmpty } + (place.takesText ? editing(place, desk) : [])
    }

    /// The keys inside a field, which no keymap names.
    private static func editing(_ place: DeskPlace, _ desk: Desk) -> [String] {
        let keys = Phrases.EditingKeys.all.map { keys, phrase in
            "\(TextFit.padded(keys, toColumns: 22)) \(desk.say(phrase))"
        }
        let dates = place == .form || place == .entry ? [desk.say(Phrases.EditingKeys.dates)] : []
        return ["", desk.say(Phrases.EditingKeys.title)] + keys + dates
    }
}
