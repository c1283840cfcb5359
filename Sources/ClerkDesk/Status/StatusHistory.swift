import CaseDomain
import ScreenKit
import TextLayout

/// 消息记录: what the status line has said in this session, the latest first.
package struct StatusHistory: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        case list
        /// One message, all of it.
        case whole
        /// The text alone on the screen, with no frame beside it that a selection would take along.
        case bare
    }

    package let messages: [StatusBoard.Told]
    package private(set) var cursor = 0
    package private(set) var form = Form.list

    init(_ board: StatusBoard) {
        messages = board.history.reversed()
    }

    package var current: StatusBoard.Told? { messages.indices.contains(cursor) ? messages[cursor] : nil }

    package mutating func move(by step: Int) {
        cursor = min(max(0, cursor + step), max(0, messages.count - 1))
    }

    package mutating func show(_ form: Form) {
        if current != nil { self.form = form }
    }
}

/// What the clerk had copied, for the terminal's clipboard.
package struct CopiedText: Hashable, Sendable {
    package private(set) var text = ""
    /// How often something was copied: the same text may be copied twice.
    package private(set) var count = 0

    package init() {}

    mutating func copy(_ text: String) {
        self.text = SafeText.singleLine(text)
        count += 1
    }
}

/// What keys do in the list of messages.
enum StatusHistoryReducer {
    static func open(_ state: inout DeskState) {
        state.cover(with: .messages(StatusHistory(state.board)))
    }

    static func perform(_ intent: DeskIntent, _ list: StatusHistory, _ state: inout DeskState, _ desk: Desk) {
        var list = list
        let page = max(1, ModalView.readerHeight(state.size) - 1)
        switch (list.form, intent) {
        case (.bare, _): list.show(.whole)
        case (_, .copy):
            guard let text = list.current?.line.text else { break }
            state.copied.copy(text)
            list.show(.bare)
        case (.whole, _): list.show(.list)
        case (.list, .down): list.move(by: 1)
        case (.list, .up): list.move(by: -1)
        case (.list, .pageDown): list.move(by: page)
        case (.list, .pageUp): list.move(by: -page)
        case (.list, .first): list.move(by: -list.messages.count)
        case (.list, .last): list.move(by: list.messages.count)
        case (.list, .open), (.list, .choose): list.show(.whole)
        case (.list, _):
            state.uncover()
            return
        }
        state.modal = .messages(list)
    }
}

/// Draws the messages.
enum StatusHistoryView {
    static func draw(_ list: StatusHistory, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas) {
        switch list.form {
        case .list: drawList(list, state, desk, into: &canvas)
        case .whole:
            guard let told = list.current else { return }
            ModalBox(
                title: "\(told.at.clock) \(desk.say(told.line.severity.phrase))", lines: [told.line.text],
                options: hints([.copy, .back], desk)
            ).draw(into: &canvas, in: canvas.bounds)
        case .bare: drawBare(list, desk, into: &canvas)
        }
    }

    private static func drawList(
        _ list: StatusHistory, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas
    ) {
        let height = min(max(1, list.messages.count), ModalView.readerHeight(state.size) - 1)
        let area = ModalBox(
            title: desk.say(Phrases.Status.title), lines: [], options: hints([.open, .copy, .back], desk)
        ).draw(into: &canvas, in: canvas.bounds, extraRows: height, minColumns: canvas.bounds.columns)
        guard !list.messages.isEmpty else {
            canvas.write(desk.say(Phrases.Status.none), at: area.origin, role: .dim)
            return
        }
        var scroll = ListScroll(count: list.messages.count)
        scroll.select(list.cursor, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let told = list.messages[place]
            let line = area.line(offset)
            let isChosen = place == list.cursor
            canvas.mark(line, .row(place))
            canvas.withClip(line) { canvas in
                canvas.fill(canvas.bounds, role: isChosen ? .panelSelected : .panel)
                let label = TextFit.padded(desk.say(told.line.severity.phrase), toColumns: 8)
                let text = "\(told.at.clock) \(label) \(told.line.text)"
                canvas.write(
                    TextFit.truncated(SafeText.singleLine(text), toColumns: line.columns),
                    at: Position(row: 0, column: 0), role: isChosen ? .panelSelected : told.line.severity.role)
            }
        }
    }

    private static func drawBare(_ list: StatusHistory, _ desk: Desk, into canvas: inout Canvas) {
        canvas.fill(canvas.bounds)
        canvas.mark(canvas.bounds, .nothing)
        guard let text = list.current?.line.text else { return }
        let columns = max(4, canvas.bounds.columns)
        let lines = LineBreaking.lines(SafeText.singleLine(text), columns: columns)
        for (row, line) in lines.enumerated() { canvas.write(line, at: Position(row: row, column: 0)) }
        let told = LineBreaking.lines(desk.say(Phrases.Status.copied), columns: columns)
        for (row, line) in told.enumerated() {
            canvas.write(
                line, at: Position(row: canvas.bounds.endRow - told.count + row, column: 0), role: .dim)
        }
    }

    private static func hints(_ intents: [DeskIntent], _ desk: Desk) -> [KeyHint] {
        intents.compactMap { intent in
            desk.keymap.label(for: intent, in: .messages).map { KeyHint(key: $0, text: desk.say(intent.phrase)) }
        }
    }
}

extension StatusLine.Severity {
    var phrase: Phrase {
        switch self {
        case .info: Phrases.Status.info
        case .success: Phrases.Status.success
        case .warning: Phrases.Status.warning
        case .failure: Phrases.Status.failure
        }
    }
}
