import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit
import TextLayout

/// Draws the cases of the queue, one a row.
enum QueueRowsView {
    /// What to do about a list without a case.
    static func emptyHint(_ state: DeskState, _ desk: Desk) -> String {
        if ViewReducer.mayStandElsewhere(state) {
            let key =
                state.queue.isSearching
                ? desk.keymap.label(for: .choose, in: .search) : desk.keymap.label(for: .open, in: .queue)
            return desk.say(Phrases.Queue.elsewhereHint, ["key": key ?? ""])
        }
        let new = desk.keymap.label(for: .newCase, in: .queue) ?? ""
        let filter = desk.keymap.label(for: .nextFilter, in: .queue) ?? ""
        return desk.say(Phrases.Queue.emptyHint, ["new": new, "filter": filter])
    }

    static func draw(
        _ state: DeskState, _ desk: Desk, _ columns: QueueColumns, into canvas: inout Canvas, in rect: Rect
    ) {
        let queue = state.queue
        guard !queue.rows.isEmpty else {
            guard queue.asked == nil else { return }
            let hint = emptyHint(state, desk)
            canvas.withClip(rect) { canvas in
                canvas.write(desk.say(Phrases.Queue.empty), at: Position(row: 1, column: 2), role: .dim)
                canvas.write(hint, at: Position(row: 2, column: 2), role: .dim)
            }
            return
        }
        let names = RowNames(desk, state)
        let mark = MatchMark(queue.query.search)
        for offset in 0..<rect.rows {
            let place = queue.top + offset
            guard queue.rows.indices.contains(place) else { break }
            let line = rect.line(offset)
            let row = queue.rows[place]
            canvas.withClip(line) { canvas in
                if queue.marks.holds(row) { canvas.write("*", at: Position(row: 0, column: 0), role: .accent) }
                draw(row, columns, names, mark, into: &canvas)
            }
            canvas.mark(line, .row(place))
            if place == queue.selected { canvas.restyle(line, \.onSelection) }
        }
    }

    private static func draw(
        _ row: QueueRow, _ columns: QueueColumns, _ names: RowNames, _ mark: MatchMark, into canvas: inout Canvas
    ) {
        var unseen: (text: String, mark: Range<String.Index>)?
        if !mark.isEmpty, let width = columns.all.first(where: { $0.kind == .applicant })?.width {
            let shown = TextFit.truncated(SafeText.singleLine(row.applicant), toColumns: width, ellipsis: "")
            unseen = mark.unseen(row, applicant: shown, names.desk)
        }
        for column in columns.all {
            if column.kind == .matter, let unseen {
                write(unseen.text, in: column, role: .dim, marking: unseen.mark, into: &canvas)
                continue
            }
            let (text, role) = names.cell(column.kind, of: row)
            let clean = TextFit.truncated(SafeText.singleLine(text), toColumns: column.width)
            let isSearched = column.kind == .applicant || column.kind == .number
            write(clean, in: column, role: role, marking: isSearched ? mark.range(in: clean) : nil, into: &canvas)
        }
    }

    private static func write(
        _ text: String, in column: QueueColumns.Column, role: StyleRole, marking range: Range<String.Index>?,
        into canvas: inout Canvas
    ) {
        canvas.write(text, at: Position(row: 0, column: column.start), role: role, maxColumns: column.width)
        guard let range, !range.isEmpty else { return }
        let before = TextWidth.columns(of: text[..<range.lowerBound])
        canvas.write(
            text[range], at: Position(row: 0, column: column.start + before), role: .match,
            maxColumns: max(0, column.width - before))
    }
}

/// The words for a row's cells.
struct RowNames {
    let desk: Desk
    let query: QueueQuery
    private let leases: LeaseState
    private let now: Moment

    init(_ desk: Desk, _ state: DeskState) {
        self.desk = desk
        leases = state.leases
        now = state.now
        var query = state.queue.query
        query.today = state.today
        self.query = query
    }

    func cell(_ kind: QueueColumns.Kind, of row: QueueRow) -> (String, StyleRole) {
        switch kind {
        case .number: return (row.number.text, .text)
        case .applicant: return (row.applicant, .text)
        case .matter: return ("\(desk.say(row.matter.shortPhrase))·\(subtype(row))", .dim)
        case .state:
            let state = row.state(on: query.today)
            return (desk.say(state.phrase) + (lease(on: row) == nil ? "" : "*"), state.role)
        case .round: return (row.round == 0 ? "" : String(row.round), roundRole(row))
        case .days:
            let left = DaysLeft(due: query.day(row), isCertain: row.dueIsCertain, today: query.today, desk: desk)
            return (left.text, left.role)
        case .window: return (row.window, .dim)
        case .clerk:
            if let lease = lease(on: row) { return (desk.name(of: lease.holder.clerk), .warn) }
            let regime = desk.rules.cutOvers.regime(
                of: row.matter, row.action, received: row.received.date, on: query.today)
            // Who sees an old case through, in the place of who took it in.
            guard query.filter.isRunOut, let regime else { return (desk.name(of: row.clerk), .dim) }
            return (regime.owner.name, .accent)
        }
    }

    /// Whoever else is at the case now.
    private func lease(on row: QueueRow) -> Lease? { leases.other(on: row.number, than: desk.holder, at: now) }

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
