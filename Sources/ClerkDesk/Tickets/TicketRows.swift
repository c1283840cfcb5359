import CaseDomain
import CaseStore

/// The tickets in the order of the screen: those at this window, those it will call, and below them everybody else's.
struct TicketRows {
    struct Row: Hashable {
        let ticket: Ticket
        /// Whether this window has anything to do with it.
        let isOwn: Bool
    }

    let rows: [Row]

    init(_ state: DeskState, _ desk: Desk) {
        guard let book = state.tickets.sheet?.book else {
            rows = []
            return
        }
        let rules = desk.office.ticketing
        let line = TicketLine(book, rules: rules, at: state.now)
        let open = book.tickets.filter { $0.state != .done }
        var own = open.filter { $0.window == desk.window && $0.state.isAtWindow }
        own += open.filter { $0.window == desk.window && $0.state == .held }
        var others: [Ticket] = []
        let region = desk.office.region(of: desk.window)
        if let region {
            own += line.coming(to: desk.window, in: region) + line.expected(in: region)
            own += open.filter { $0.state == .skipped && $0.taking.region == region }
        }
        for other in desk.office.regions where other != region {
            others += line.waiting(in: other) + line.expected(in: other)
        }
        // Whatever the loops above left out, so that no ticket is ever out of sight.
        let placed = Set((own + others).map(\.number))
        others = open.filter { !placed.contains($0.number) } + others
        rows = own.map { Row(ticket: $0, isOwn: true) } + others.map { Row(ticket: $0, isOwn: false) }
    }

    /// The place of the cursor; the first row where its ticket is gone.
    func place(of selected: TicketNumber?) -> Int { rows.firstIndex { $0.ticket.number == selected } ?? 0 }

    func ticket(at selected: TicketNumber?) -> Ticket? {
        rows.isEmpty ? nil : rows[place(of: selected)].ticket
    }
}
