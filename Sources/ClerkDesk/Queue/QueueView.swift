import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit
import TextLayout

/// Draws the queue.
enum QueueView {
    private static let headRows = 3

    /// Rows of the list at a screen size.
    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - headRows) }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) -> Position? {
        var area = rect
        drawTabs(state, desk, into: &canvas, in: area.splitTop(1))
        let cursor = drawSearch(state, desk, into: &canvas, in: area.splitTop(1))
        let columns = QueueColumns(columns: rect.columns)
        drawHeader(columns, state, desk, into: &canvas, in: area.splitTop(1))
        drawRows(state, desk, columns, into: &canvas, in: area)
        return cursor
    }

    private static func drawTabs(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        let filters = QueueReducer.filters(desk, on: state.today)
        let labels = filters.map { (filter: $0, text: " \(desk.say($0.phrase)) ") }
        let widths = labels.map { TextWidth.columns(of: $0.text) }
        let chosen = labels.firstIndex { $0.filter.isSameView(as: state.queue.query.filter) } ?? 0
        // Tabs before the chosen one go out of sight where the row is too short for all.
        var first = 0
        while first < chosen, widths[first...chosen].reduce(0, +) > rect.columns { first += 1 }
        var column = 0
        canvas.withClip(rect) { canvas in
            for index in labels.indices.dropFirst(first) where column + widths[index] <= rect.columns {
                let role: StyleRole = index == chosen ? .badge : .dim
                canvas.write(labels[index].text, at: Position(row: 0, column: column), role: role)
                column += widths[index]
            }
        }
    }

    private static func drawSearch(
        _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) -> Position? {
        let query = state.queue.query
        let order = desk.say(query.descending ? Phrases.Queue.descending : Phrases.Queue.ascending)
        let count =
            state.queue.count.map { desk.say(Phrases.Queue.count, ["count": String($0)]) }
            ?? desk.say(Phrases.Queue.counting)
        let right = "\(desk.say(Phrases.Queue.sort)): \(desk.say(query.sort.phrase)) \(order)  \(count) "
        let rightColumns = TextWidth.columns(of: right)
        let label = " \(desk.say(Phrases.Queue.search)): "
        let labelColumns = TextWidth.columns(of: label)
        let field = Rect(
            row: rect.row, column: rect.column + labelColumns, rows: 1,
            columns: max(4, rect.columns - labelColumns - rightColumns - 2))
        canvas.withClip(rect) { canvas in
            canvas.write(label, at: Position(row: 0, column: 0), role: .label)
            canvas.write(right, at: Position(row: 0, column: rect.columns - rightColumns), role: .dim)
        }
        return state.queue.searchField.draw(
            into: &canvas, in: field, focused: state.queue.isSearching,
            placeholder: desk.say(Phrases.Queue.searchHint))
    }

    private static func drawHeader(
        _ columns: QueueColumns, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.fill(rect, role: .header)
        let isRunOut = state.queue.query.filter.isRunOut
        canvas.withClip(rect) { canvas in
            for column in columns.all {
                let title = column.kind == .clerk && isRunOut ? Phrases.Queue.owner : column.title
                canvas.write(
                    TextFit.truncated(desk.say(title), toColumns: column.width),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
    }

    private static func drawRows(
        _ state: DeskState, _ desk: Desk, _ columns: QueueColumns, into canvas: inout Canvas, in rect: Rect
    ) {
        let queue = state.queue
        guard !queue.rows.isEmpty else {
            guard queue.asked == nil else { return }
            let new = desk.keymap.label(for: .newCase, in: .queue) ?? ""
            let filter = desk.keymap.label(for: .nextFilter, in: .queue) ?? ""
            let hint = desk.say(Phrases.Queue.emptyHint, ["new": new, "filter": filter])
            canvas.withClip(rect) { canvas in
                canvas.write(desk.say(Phrases.Queue.empty), at: Position(row: 1, column: 2), role: .dim)
                canvas.write(hint, at: Position(row: 2, column: 2), role: .dim)
            }
            return
        }
        let names = RowNames(desk: desk, today: state.today, namesOwners: state.queue.query.filter.isRunOut)
        for offset in 0..<rect.rows {
            let place = queue.top + offset
            guard queue.rows.indices.contains(place) else { break }
            let line = rect.line(offset)
            canvas.withClip(line) { canvas in
                drawRow(queue.rows[place], columns, names, search: queue.query.search, into: &canvas)
            }
            if place == queue.selected { canvas.restyle(line, \.onSelection) }
        }
    }

    private static func drawRow(
        _ row: QueueRow, _ columns: QueueColumns, _ names: RowNames, search: String, into canvas: inout Canvas
    ) {
        for column in columns.all {
            let (text, role) = names.cell(column.kind, of: row)
            let clean = TextFit.truncated(SafeText.singleLine(text), toColumns: column.width)
            let origin = Position(row: 0, column: column.start)
            canvas.write(clean, at: origin, role: role, maxColumns: column.width)
            if !search.isEmpty, column.kind == .applicant || column.kind == .number,
                let range = clean.firstRange(of: search)
            {
                let before = TextWidth.columns(of: clean[..<range.lowerBound])
                canvas.write(
                    clean[range], at: Position(row: 0, column: column.start + before), role: .match,
                    maxColumns: max(0, column.width - before))
            }
        }
    }
}

/// The words for a row's cells.
struct RowNames {
    let desk: Desk
    let today: CivilDate
    /// Who sees an old case through, in the place of who took it in.
    let namesOwners: Bool

    func cell(_ kind: QueueColumns.Kind, of row: QueueRow) -> (String, StyleRole) {
        switch kind {
        case .number: return (row.number.text, .text)
        case .applicant: return (row.applicant, .text)
        case .matter: return ("\(desk.say(row.matter.shortPhrase))·\(subtype(row))", .dim)
        case .state:
            let state = row.state(on: today)
            return (desk.say(state.phrase), state.role)
        case .round: return (row.round == 0 ? "" : String(row.round), roundRole(row))
        case .days:
            let left = DaysLeft(due: row.due, isCertain: row.dueIsCertain, today: today, desk: desk)
            return (left.text, left.role)
        case .window: return (row.window, .dim)
        case .clerk:
            let regime = desk.rules.cutOvers.regime(
                of: row.matter, row.action, received: row.received.date, on: today)
            guard namesOwners, let regime else { return (row.clerk.text, .dim) }
            return (regime.owner.name, .accent)
        }
    }

    /// Rounds that a supervisor looks at are as loud as a clock that ran out.
    private func roundRole(_ row: QueueRow) -> StyleRole {
        if row.isOpen, row.round >= desk.office.ladder.supervised { return .bad }
        return row.round > 1 ? .warn : .text
    }

    private func subtype(_ row: QueueRow) -> String {
        let particulars = Particulars(
            matter: row.matter, action: row.action, receivedAt: row.received, channel: .window,
            applicant: Applicant(name: "", kind: .enterprise), premises: Premises(address: "", county: ""),
            subject: row.subject, marks: row.marks, items: row.items)
        guard let subtype = desk.rules.subtypes.subtype(of: particulars) else { return desk.say(row.action.phrase) }
        return desk.language == .zh ? subtype.chinese : subtype.english
    }
}

extension CaseState {
    var role: StyleRole {
        switch self {
        case .checking: .accent
        case .awaitingCorrection: .warn
        case .accepted, .acceptedWithGaps: .good
        case .deemedAccepted: .bad
        case .routed, .withdrawn, .abandoned, .refused: .dim
        }
    }
}

extension QueueFilter {
    var phrase: Phrase {
        switch self {
        case .all: Phrases.Queue.all
        case .open: Phrases.Queue.open
        case .overdue: Phrases.Queue.overdueTab
        case .dueToday: Phrases.Queue.dueTodayTab
        case .runOut: Phrases.Queue.runOutTab
        case .correctionDue: Phrases.Rounds.reminderTab
        case .supervised: Phrases.Rounds.supervisedTab
        case .state(let state): state.phrase
        }
    }
}

extension QueueSort {
    var phrase: Phrase {
        switch self {
        case .due: Phrases.Queue.due
        case .number: Phrases.Queue.number
        case .applicant: Phrases.Queue.applicant
        case .matter: Phrases.Queue.matterSort
        case .state: Phrases.Queue.state
        case .round: Phrases.Queue.round
        case .window: Phrases.Queue.window
        case .clerk: Phrases.Queue.clerk
        case .received: Phrases.Queue.received
        }
    }
}
