/// What is to be done with the tickets of a day.
package enum TicketAct: Hashable, Sendable {
    case take(TicketTaking)
    /// Calls whoever's turn it is.
    case callNext(window: String)
    case change(TicketNumber, TicketDeed, window: String)
}

/// The tickets of one day, in the order of taking: what a store folds, and what decides whether something may be done.
package struct TicketBook: Hashable, Sendable {
    package let day: CivilDate
    package private(set) var tickets: [Ticket] = []
    private var places: [TicketNumber: Int] = [:]

    package init(day: CivilDate) { self.day = day }

    /// - Parameter events: of the day, in the order in which they happened.
    package init(day: CivilDate, events: some Sequence<TicketEvent>) {
        self.day = day
        for event in events { apply(event) }
    }

    package subscript(number: TicketNumber) -> Ticket? { places[number].map { tickets[$0] } }

    /// Whoever is called to, or sits at, a window.
    package func ticket(at window: String) -> Ticket? {
        tickets.first { $0.state.isAtWindow && $0.window == window }
    }

    /// Takes in what became of one ticket, ahead of reading all of them again.
    package mutating func put(_ ticket: Ticket) {
        if let place = places[ticket.number] {
            tickets[place] = ticket
        } else if ticket.id.day == day {
            places[ticket.number] = tickets.count
            tickets.append(ticket)
        }
    }

    package mutating func apply(_ event: TicketEvent) {
        if let place = places[event.id.number] {
            tickets[place].apply(event)
        } else if let ticket = Ticket(event) {
            put(ticket)
        }
    }

    /// Decides what an act comes to; nothing is changed.
    ///
    /// - Parameter sequence: the place that the event will have in the log.
    package func event(
        for act: TicketAct, at office: Office, sequence: Int, stamp: EventStamp
    ) throws(TicketRefusal) -> TicketEvent {
        guard office.ticketing.isOn else { throw .notOpen }
        switch act {
        case .take(let taking):
            let number = try number(for: taking, at: office)
            return TicketEvent(
                sequence: sequence, id: TicketID(day: day, number: number), deed: .taken(taking), window: nil,
                stamp: stamp)
        case .callNext(let window):
            guard let region = office.region(of: window) else { throw .unknownWindow(window) }
            if let busy = ticket(at: window) { throw .windowBusy(busy.number) }
            let line = TicketLine(self, rules: office.ticketing, at: stamp.at)
            guard let next = line.coming(to: window, in: region).first else { throw .nobodyWaits }
            return TicketEvent(sequence: sequence, id: next.id, deed: .called, window: window, stamp: stamp)
        case .change(let number, let deed, let window):
            guard office.region(of: window) != nil else { throw .unknownWindow(window) }
            if case .transferred(let target) = deed, office.region(of: target) == nil { throw .unknownWindow(target) }
            guard let ticket = self[number] else { throw .noSuchTicket(number) }
            if let refusal = ticket.refusal(of: deed, at: window) { throw refusal }
            if deed == .called || deed == .resumed, let busy = self.ticket(at: window) {
                throw .windowBusy(busy.number)
            }
            return TicketEvent(sequence: sequence, id: ticket.id, deed: deed, window: window, stamp: stamp)
        }
    }

    private func number(for taking: TicketTaking, at office: Office) throws(TicketRefusal) -> TicketNumber {
        guard let kind = office.ticketing.kind(taking.kind) else { throw .unknownKind(taking.kind) }
        guard office.regions.contains(taking.region) else { throw .unknownRegion(taking.region) }
        if kind.isTimed, taking.appointment == nil { throw .timeNeeded(kind: kind.id) }
        if !kind.isTimed, taking.appointment != nil { throw .noTimeWanted(kind: kind.id) }
        let series = office.ticketing.series(of: kind, in: taking.region)
        let last = tickets.filter { $0.number.series == series }.map(\.number.sequence).max() ?? 0
        return TicketNumber(series: series, sequence: last + 1)
    }
}

/// Who waits, in the order in which they will be called.
package struct TicketLine {
    private let book: TicketBook
    private let rules: Office.Ticketing
    private let now: Moment

    package init(_ book: TicketBook, rules: Office.Ticketing, at now: Moment) {
        self.book = book
        self.rules = rules
        self.now = now
    }

    /// Whom a window calls, one after the other: those who were sent to it, then those who wait in its region.
    package func coming(to window: String, in region: String) -> [Ticket] { sent(to: window) + waiting(in: region) }

    /// 转窗口: those who were sent to a window; they have waited once already.
    package func sent(to window: String) -> [Ticket] {
        book.tickets.filter { $0.state == .transferred && $0.window == window }
            .sorted { ($0.sentPlace ?? 0) < ($1.sentPlace ?? 0) }
    }

    /// Those who wait in a region and whose time has come: whoever goes first, then appointments that are due, then the
    /// others as they came. Whoever was passed over and is back comes behind so many others.
    package func waiting(in region: String) -> [Ticket] {
        let all = book.tickets.filter { $0.state == .waiting && $0.taking.region == region && isUp($0) }
        var line = all.filter { $0.returnedPlace == nil }.sorted { precedes($0, $1) }
        var last = -1
        for back in all.filter({ $0.returnedPlace != nil }).sorted(by: { place($0) < place($1) }) {
            let others = max(0, rules.returnBehind - called(in: region, since: place(back)))
            last = min(line.count, max(last + 1, others))
            line.insert(back, at: last)
        }
        return line
    }

    /// Appointments that aren't due yet, by their time.
    package func expected(in region: String) -> [Ticket] {
        book.tickets.filter { $0.state == .waiting && $0.taking.region == region && !isUp($0) }
            .sorted { ($0.waitsFrom, $0.takenPlace) < ($1.waitsFrom, $1.takenPlace) }
    }

    private func isUp(_ ticket: Ticket) -> Bool {
        guard let appointment = ticket.taking.appointment else { return true }
        return appointment.at <= now.adding(seconds: Int64(rules.appointmentLead) * 60)
    }

    private func place(_ ticket: Ticket) -> Int { ticket.returnedPlace ?? 0 }

    private func called(in region: String, since place: Int) -> Int {
        book.tickets.count { $0.taking.region == region && ($0.calledPlace ?? 0) > place }
    }

    private func precedes(_ left: Ticket, _ right: Ticket) -> Bool {
        let (a, b) = (rank(left), rank(right))
        if a != b { return a < b }
        if a == 1, let first = left.taking.appointment?.at, let second = right.taking.appointment?.at, first != second {
            return first < second
        }
        return left.takenPlace < right.takenPlace
    }

    private func rank(_ ticket: Ticket) -> Int {
        if rules.kind(ticket.taking.kind)?.goesFirst == true { return 0 }
        return ticket.taking.appointment == nil ? 2 : 1
    }
}

/// How a region's waiting goes today; durations in seconds.
package struct TicketFigures: Hashable, Sendable {
    package let waiting: Int
    package let longest: Int64
    /// Of everybody who was called so far; nil where nobody was.
    package let average: Int64?

    package init(_ book: TicketBook, region: String, at now: Moment) {
        let own = book.tickets.filter { $0.taking.region == region }
        let waiting = own.filter { $0.state == .waiting && $0.waitsFrom <= now }
        let called = own.filter { $0.firstCall != nil }.map { $0.waited(by: now) }
        self.waiting = waiting.count
        longest = waiting.filter { $0.firstCall == nil }.map { $0.waited(by: now) }.max() ?? 0
        average = called.isEmpty ? nil : called.reduce(0, +) / Int64(called.count)
    }
}
