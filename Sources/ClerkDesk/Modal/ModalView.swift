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
            case .help(let place, _)?: HelpText.lines(place, state, desk)
            case .bulk?: batchLines(state, desk)
            case .question?, .picker?, .clocks?, .entry(_)?, .messages(_)?, .comparison?, .dayLog?, nil: []
            }
        return lines.flatMap { line in
            line.isEmpty ? [""] : LineBreaking.lines(SafeText.singleLine(line), columns: columns)
        }
    }

    static func batchLines(_ state: DeskState, _ desk: Desk) -> [String] {
        state.queue.bulk.map { BulkText.lines($0, state.size, desk) } ?? []
    }

    static func batchTitle(_ state: DeskState, _ desk: Desk) -> String {
        state.queue.bulk.map { BulkText.title($0, desk) } ?? ""
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas) -> Position? {
        switch state.modal {
        case .question(let question)?:
            let lines = question.lines + (question.message.map { [$0.shown] } ?? [])
            ModalBox(title: question.title, lines: lines, options: answers(desk), titleRole: .warn)
                .draw(into: &canvas, in: canvas.bounds)
        case .reader(let title, _, let scroll)?:
            drawReader(title, scroll, state, desk, into: &canvas)
        case .help(let place, let scroll)?:
            drawReader(
                desk.say(Phrases.Desk.helpTitle, ["place": desk.say(place.phrase)]), scroll, state, desk,
                into: &canvas)
        case .picker(let picker)? where picker.purpose == .palette:
            return PaletteView.draw(picker, desk, into: &canvas)
        case .picker(let picker)?:
            return drawPicker(picker, desk, into: &canvas)
        case .bulk(let scroll, let asks)?:
            drawReader(batchTitle(state, desk), scroll, asks: asks, state, desk, into: &canvas)
        case .clocks(let list)?: ClockView.draw(list, state, desk, into: &canvas)
        case .messages(let list)?: StatusHistoryView.draw(list, state, desk, into: &canvas)
        case .entry(let entry)?:
            return EntryView.draw(entry, desk, today: state.today, into: &canvas)
        case .comparison(let comparison)?:
            return ComparisonView.draw(comparison, desk, into: &canvas)
        case .dayLog(let log)?: return DayLogView.draw(log, state, desk, into: &canvas)
        case nil: break
        }
        return nil
    }

    private static func answers(_ desk: Desk) -> [KeyHint] {
        [DeskIntent.yes, .no].compactMap { intent in
            desk.keymap.label(for: intent, in: .confirm).map {
                KeyHint(key: $0, text: desk.say(intent == .yes ? Phrases.Desk.yes : Phrases.Desk.no))
            }
        }
    }

    private static func drawReader(
        _ title: String, _ scroll: ListScroll, asks: Bool = false, _ state: DeskState, _ desk: Desk,
        into canvas: inout Canvas
    ) {
        let height = readerHeight(state.size)
        let lines = readerLines(state, desk)
        let top = min(scroll.selected, max(0, lines.count - height))
        let close = desk.keymap.label(for: .back, in: .reader).map {
            [KeyHint(key: $0, text: desk.say(Phrases.Desk.close))]
        }
        let options = asks ? answers(desk) : close ?? []
        let shown = Array(lines.dropFirst(top).prefix(height))
        // A help is turned over page by page; a box that changes its size is hard to read.
        let widest = state.modal?.isCover == true ? lines.map { TextWidth.columns(of: $0) }.max() ?? 0 : 0
        let more = lines.count > height ? "  \(min(top + height, lines.count))/\(lines.count)" : ""
        ModalBox(title: title + more, lines: shown, options: options)
            .draw(into: &canvas, in: canvas.bounds, minColumns: widest)
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
            canvas.mark(area.line(offset), .row(place))
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
        guard picker.isTicked else { return "" }
        return picker.chosen.contains(option.id) ? "[x] " : "[ ] "
    }

    private static func shown(_ option: FormOption, _ desk: Desk) -> String {
        let label = desk.say(option.label)
        guard let why = option.barred else { return label }
        return desk.say(Phrases.Actions.barred, ["action": label, "why": desk.say(why)])
    }
}
