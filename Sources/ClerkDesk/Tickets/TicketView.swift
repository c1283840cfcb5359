import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws the tickets of today: how the waiting goes, who is here or next, and the list.
enum TicketView {
    /// Rows above the list: the figures, who is at the window, and the heading.
    private static let headRows = 3

    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - headRows) }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        if let shout = state.tickets.shout, state.size.columns >= 80, state.size.rows >= 24,
            let big = CallLine.big(shout.ticket, shout.window, in: Size(rows: rect.rows, columns: rect.columns))
        {
            big.draw(into: &canvas, in: rect, role: CallLine.role)
            return
        }
        var area = rect
        drawFigures(state, desk, into: &canvas, in: area.splitTop(1))
        drawCurrent(state, desk, into: &canvas, in: area.splitTop(1))
        let columns = TicketColumns(columns: rect.columns)
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.withClip(head) { canvas in
            for column in columns.all {
                canvas.write(
                    TextFit.truncated(desk.say(column.title), toColumns: column.width),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
        drawRows(state, desk, columns, into: &canvas, in: area)
    }

    private static func drawFigures(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.withClip(rect) { canvas in
            guard let region = desk.office.region(of: desk.window) else {
                let words = desk.say(Phrases.Tickets.noWindow, ["window": desk.window])
                canvas.write(words, at: Position(row: 0, column: 1), role: .warn)
                return
            }
            let used = canvas.write(" \(desk.window) \(region)  ", at: Position(row: 0, column: 0), role: .title)
            guard let book = state.tickets.sheet?.book else { return }
            let figures = TicketFigures(book, region: region, at: state.now)
            let words = desk.say(
                Phrases.Tickets.figures,
                [
                    "count": String(figures.waiting), "longest": minutes(figures.longest, desk),
                    "average": figures.average.map { minutes($0, desk) } ?? "-",
                ])
            canvas.write(words, at: Position(row: 0, column: used), role: .label)
        }
    }

    private static func drawCurrent(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        guard let book = state.tickets.sheet?.book else { return }
        canvas.withClip(rect) { canvas in
            if let ticket = book.ticket(at: desk.window) {
                let words = desk.say(
                    Phrases.Tickets.current,
                    [
                        "state": desk.say(ticket.state.phrase), "number": ticket.number.text,
                        "kind": kind(of: ticket, desk), "waited": minutes(ticket.waited(by: state.now), desk),
                    ])
                canvas.write(words, at: Position(row: 0, column: 1), role: .accent)
            } else if let region = desk.office.region(of: desk.window),
                let next = TicketLine(book, rules: desk.office.ticketing, at: state.now)
                    .coming(to: desk.window, in: region).first
            {
                let words = desk.say(
                    Phrases.Tickets.next, ["number": next.number.text, "kind": kind(of: next, desk)])
                canvas.write(words, at: Position(row: 0, column: 1), role: .dim)
            }
        }
    }

    private static func drawRows(
        _ state: DeskState, _ desk: Desk, _ columns: TicketColumns, into canvas: inout Canvas, in rect: Rect
    ) {
        let rows = TicketRows(state, desk)
        guard !rows.rows.isEmpty else {
            guard state.tickets.sheet != nil else { return }
            let take = desk.keymap.label(for: .takeTicket, in: .tickets) ?? ""
            canvas.withClip(rect) { canvas in
                canvas.write(desk.say(Phrases.Tickets.empty), at: Position(row: 1, column: 2), role: .dim)
                let hint = desk.say(Phrases.Tickets.emptyHint, ["take": take])
                canvas.write(hint, at: Position(row: 2, column: 2), role: .dim)
            }
            return
        }
        var scroll = ListScroll(count: rows.rows.count)
        let selected = rows.place(of: state.tickets.selected)
        scroll.select(selected, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let line = rect.line(offset)
            let row = rows.rows[place]
            canvas.withClip(line) { canvas in
                for column in columns.all {
                    let text = SafeText.singleLine(text(column.kind, of: row.ticket, state, desk))
                    canvas.write(
                        TextFit.truncated(text, toColumns: column.width), at: Position(row: 0, column: column.start),
                        role: role(column.kind, of: row))
                }
            }
            if place == selected { canvas.restyle(line, \.onSelection) }
        }
    }

    private static func role(_ kind: TicketColumns.Kind, of row: TicketRows.Row) -> StyleRole {
        guard row.isOwn else { return .dim }
        return kind == .state ? row.ticket.state.role : .text
    }

    private static func text(
        _ column: TicketColumns.Kind, of ticket: Ticket, _ state: DeskState, _ desk: Desk
    ) -> String {
        switch column {
        case .number: ticket.number.text
        case .kind: kind(of: ticket, desk)
        case .region: ticket.taking.region
        case .state: desk.say(ticket.state.phrase)
        case .waited: ticket.waitsFrom > state.now ? "" : minutes(ticket.waited(by: state.now), desk)
        case .window: ticket.window ?? ""
        case .calls: ticket.calls == 0 ? "" : String(ticket.calls)
        case .note: note(on: ticket, desk)
        }
    }

    private static func note(on ticket: Ticket, _ desk: Desk) -> String {
        let appointment = ticket.taking.appointment
        let parts = [
            appointment.map { desk.say(Phrases.Tickets.at, ["time": $0.at.clock]) }, appointment?.name,
            appointment?.phoneTail,
        ]
        return (parts.compactMap(\.self) + ticket.cases.map(\.text)).joined(separator: " ")
    }

    private static func kind(of ticket: Ticket, _ desk: Desk) -> String {
        guard let kind = desk.office.ticketing.kind(ticket.taking.kind) else { return ticket.taking.kind }
        return desk.language == .zh ? kind.name : kind.english
    }

    private static func minutes(_ seconds: Int64, _ desk: Desk) -> String {
        desk.say(Phrases.Tickets.minutes, ["count": String(seconds / 60)])
    }

    /// Who is at this window, for the first row of every screen; empty where nobody is.
    static func bannerMark(_ state: DeskState, _ desk: Desk) -> String {
        guard let ticket = state.tickets.current(at: desk.window) else { return "" }
        return desk.say(
            Phrases.Tickets.banner, ["state": desk.say(ticket.state.phrase), "number": ticket.number.text]) + "  "
    }
}

/// How the columns of the tickets share a row; what is left goes to the note.
struct TicketColumns {
    enum Kind: Hashable { case number, kind, region, state, waited, window, calls, note }

    struct Column {
        let kind: Kind
        let title: Phrase
        /// In terminal columns.
        let start: Int
        let width: Int
    }

    let all: [Column]

    /// - Parameter columns: terminal columns of the row.
    init(columns: Int) {
        typealias Words = Phrases.Tickets
        let isWide = columns >= 78
        var plan: [(Kind, Phrase, Int)] = [(.number, Words.number, 7), (.kind, Words.kind, isWide ? 12 : 10)]
        if isWide { plan.append((.region, Words.region, columns >= 100 ? 20 : 8)) }
        plan += [(.state, Words.state, 7), (.waited, Words.waited, 6), (.window, Words.window, 4)]
        if isWide { plan.append((.calls, Words.calls, 5)) }
        let fixed = plan.reduce(1) { $0 + $1.2 + 1 }
        plan.append((.note, Words.note, max(4, columns - fixed - 1)))
        var start = 1
        all = plan.map { kind, title, width in
            defer { start += width + 1 }
            return Column(kind: kind, title: title, start: start, width: width)
        }
    }
}

extension Ticket.State {
    var role: StyleRole {
        switch self {
        case .waiting: .text
        case .called: .warn
        case .serving: .good
        case .held, .skipped, .done: .dim
        case .transferred: .accent
        }
    }
}
