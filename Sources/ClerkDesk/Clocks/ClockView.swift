import CaseDomain
import ScreenKit
import TextLayout

/// Draws the terms of a case: a list, and below it the day ledger of the selected one.
enum ClockView {
    private static let widest = 96
    private static let frameRows = 2
    /// Rows of the heading over the list and of the rule under it.
    private static let innerRows = 2

    /// The box lies between the banner and the status line, so that what a key has to say stays in sight.
    private static func area(_ size: Size) -> Rect {
        Rect(row: 1, column: 0, rows: max(0, size.rows - DeskView.chromeRows), columns: size.columns)
    }

    private static func listHeight(_ size: Size, _ list: ClockList) -> Int {
        let rows = area(size).rows - frameRows - innerRows
        return max(1, min(list.clocks.count, max(3, rows * 2 / 5)))
    }

    static func detailHeight(_ size: Size, _ list: ClockList) -> Int {
        max(1, area(size).rows - frameRows - innerRows - listHeight(size, list))
    }

    private static func columns(_ size: Size) -> Int { max(10, min(widest, size.columns - 4)) }

    /// What there is to say about the selected term, broken to the width of the box.
    static func detailLines(_ list: ClockList, _ state: DeskState, _ desk: Desk) -> [String] {
        guard let clock = list.clock, let file = state.work?.file else { return [] }
        return LedgerText.lines(of: clock, in: file, today: state.today, desk: desk).flatMap { line in
            line.isEmpty ? [""] : LineBreaking.lines(SafeText.singleLine(line), columns: columns(state.size))
        }
    }

    static func draw(_ list: ClockList, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas) {
        let number = state.work?.file?.number.text ?? ""
        var inner = ModalBox(title: desk.say(Phrases.Clocks.title, ["case": number]), lines: [])
            .draw(
                into: &canvas, in: area(state.size), extraRows: state.size.rows, minColumns: columns(state.size))
        let form = ClockRow.Form(columns: inner.columns)
        drawHeading(form, desk, into: &canvas, in: inner.splitTop(1))
        let height = listHeight(state.size, list)
        let rows = inner.splitTop(height)
        var scroll = ListScroll(count: list.clocks.count)
        scroll.select(list.selected, height: height)
        for (offset, place) in scroll.visible(height: height).enumerated() {
            let row = ClockRow(list.clocks[place], form, today: state.today, desk: desk)
            canvas.withClip(rows.line(offset)) { canvas in
                let isSelected = place == list.selected
                canvas.fill(canvas.bounds, role: isSelected ? .panelSelected : .panel)
                for (text, column, role) in row.cells {
                    canvas.write(
                        text, at: Position(row: 0, column: column), role: isSelected ? .panelSelected : role)
                }
            }
        }
        let rule = inner.splitTop(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        drawDetail(list, state, desk, rule: rule, into: &canvas, in: inner)
    }

    private static func drawHeading(_ form: ClockRow.Form, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.withClip(rect) { canvas in
            for (phrase, column) in form.headings {
                canvas.write(desk.say(phrase), at: Position(row: 0, column: column), role: .panel)
            }
        }
    }

    private static func drawDetail(
        _ list: ClockList, _ state: DeskState, _ desk: Desk, rule: Rect, into canvas: inout Canvas, in rect: Rect
    ) {
        let lines = detailLines(list, state, desk)
        let top = max(0, min(list.top, lines.count - rect.rows))
        for (offset, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
            canvas.write(line, at: rect.line(offset).origin, role: .panel, maxColumns: rect.columns)
        }
        guard lines.count > rect.rows else { return }
        let place = " \(min(top + rect.rows, lines.count))/\(lines.count) "
        canvas.write(
            place, at: Position(row: rule.row, column: rule.column + rule.columns - TextWidth.columns(of: place) - 1),
            role: .panel)
    }
}

/// One term in the list.
struct ClockRow {
    /// Text, column and what it means.
    let cells: [(String, Int, StyleRole)]

    /// Which columns there is room for.
    struct Form {
        static let stateColumns = 13
        static let dateColumns = 11
        static let leftColumns = 12
        let nameColumns: Int
        /// Whether the start and both ends are shown, or only the day that the lights go by.
        let isWide: Bool
        let columns: Int

        init(columns: Int) {
            self.columns = columns
            isWide = columns >= 74
            let dates = isWide ? 3 : 1
            nameColumns = max(8, columns - Form.stateColumns - dates * Form.dateColumns - Form.leftColumns)
        }

        /// Where the dates begin.
        var dates: Int { Form.stateColumns + nameColumns }
        var left: Int { dates + (isWide ? 3 : 1) * Form.dateColumns }

        var headings: [(Phrase, Int)] {
            let first = [(Phrase("状态", "State"), 0), (Phrase("期限", "Term"), Form.stateColumns)]
            let last = [(Phrase("剩余", "Left"), left)]
            guard isWide else { return first + [(Phrase("到", "Until"), dates)] + last }
            return first + [
                (Phrase("起算", "From"), dates), (Phrase("承诺到", "Promised"), dates + Form.dateColumns),
                (Phrase("法定到", "By law"), dates + 2 * Form.dateColumns),
            ] + last
        }
    }

    init(_ clock: CaseClock, _ form: Form, today: CivilDate, desk: Desk) {
        let left = clock.left(today: today, desk: desk)
        let isQuiet = !clock.isOpen
        let role: StyleRole = isQuiet && clock.state != .missed ? .dim : left.role
        let name = "\(clock.rule.id) \(form.isWide ? clock.rule.name(desk.language) : clock.shownName(desk))"
        var cells: [(String, Int, StyleRole)] = [
            (TextFit.truncated(clock.shownState(desk), toColumns: Form.stateColumns - 1), 0, role),
            (
                TextFit.truncated(SafeText.singleLine(name), toColumns: form.nameColumns - 1), Form.stateColumns,
                isQuiet ? .dim : .panel
            ),
        ]
        if let from = clock.from, let due = clock.due {
            // A clock that stands still has no last day yet.
            let doubt = clock.isCertain ? "" : "?"
            let shown = clock.state == .stopped ? "-" : "\(due)\(doubt)"
            if form.isWide {
                let statutory = clock.state == .stopped ? "-" : clock.statutoryDue.map { "\($0)\(doubt)" } ?? ""
                cells.append((from.description, form.dates, .dim))
                cells.append((clock.promised == nil ? "" : shown, form.dates + Form.dateColumns, .panel))
                cells.append((statutory, form.dates + 2 * Form.dateColumns, .panel))
            } else {
                cells.append((shown, form.dates, .panel))
            }
            cells.append((TextFit.truncated(left.text, toColumns: Form.leftColumns), form.left, left.role))
        } else {
            let start = desk.say(clock.rule.from.phrase)
            cells.append((TextFit.truncated(start, toColumns: form.columns - form.dates), form.dates, .dim))
        }
        self.cells = cells
    }
}

extension CaseClock {
    /// The state; of a term that is over, what the law makes of that.
    func shownState(_ desk: Desk) -> String {
        guard state == .missed, let consequence = rule.consequence else { return desk.say(state.phrase) }
        return consequence.shownOutcome(desk)
    }

    /// What is left of it; nothing where it is over or hasn't begun.
    func left(today: CivilDate, desk: Desk) -> (text: String, role: StyleRole) {
        guard ended == nil, state != .stopped, state != .waiting, let due else { return ("", .dim) }
        guard rule.term.unit != .workingDays else {
            let left = DaysLeft(due: due, isCertain: isCertain, today: today, desk: desk)
            return (left.text, left.role)
        }
        let days = due.dayNumber - today.dayNumber
        let phrase = days < 0 ? Phrases.Queue.overdue : Phrases.Clocks.naturalLeft
        return (desk.say(phrase, ["days": String(abs(days))]), days < 0 ? .bad : days <= 7 ? .warn : .good)
    }
}
