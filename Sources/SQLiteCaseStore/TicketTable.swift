package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: TicketStoring {
    package func perform(
        _ act: TicketAct, at office: Office, stamp: EventStamp
    ) throws(StoreError) -> Result<Ticket, TicketRefusal> {
        try storing(at: path) {
            // The write is begun before the line is looked at, so that two windows never call the same number.
            try writer.write { db in
                let table = TicketTable(db)
                var book = try table.book(of: stamp.at.date)
                let next = try table.counter() + 1
                switch Result(catching: { () throws(TicketRefusal) in
                    try book.event(for: act, at: office, sequence: next, stamp: stamp)
                }) {
                case .failure(let refusal): return .failure(refusal)
                case .success(let event):
                    try table.append(event)
                    book.apply(event)
                    return book[event.id.number].map { .success($0) } ?? .failure(.noSuchTicket(event.id.number))
                }
            }
        }
    }

    package func tickets(on day: CivilDate, since counter: Int?) throws(StoreError) -> TicketSheet? {
        try storing(at: path) {
            try reader.read { db in
                let table = TicketTable(db)
                let now = try table.counter()
                return now == counter ? nil : TicketSheet(counter: now, book: try table.book(of: day))
            }
        }
    }

    package func ticketHistory(of id: TicketID) throws(StoreError) -> [TicketEvent] {
        try storing(at: path) { try reader.read { try TicketTable($0).events(of: id) } }
    }
}

/// The log of the tickets, inside a transaction that the caller has begun.
///
/// Who has an appointment stands in a table of its own, which can be emptied: the figures of a day do without names.
struct TicketTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE ticket_event (
            sequence INTEGER PRIMARY KEY,
            day INTEGER NOT NULL,
            number TEXT NOT NULL,
            deed TEXT NOT NULL,
            at INTEGER NOT NULL,
            clerk TEXT NOT NULL,
            window TEXT,
            -- of the taking: the kind and the region of the ticket, and the time of an appointment
            kind TEXT,
            region TEXT,
            appointment INTEGER,
            -- what the deed is about: another window, a case
            object TEXT,
            CHECK ((deed = 'taken') = (kind IS NOT NULL AND region IS NOT NULL))
        ) STRICT;
        CREATE INDEX ticket_day ON ticket_event (day, sequence);
        CREATE UNIQUE INDEX ticket_number ON ticket_event (day, number) WHERE deed = 'taken';
        CREATE TABLE ticket_person (
            sequence INTEGER PRIMARY KEY REFERENCES ticket_event (sequence),
            name TEXT,
            phone_tail TEXT
        ) STRICT;
        CREATE TRIGGER ticket_event_stays BEFORE UPDATE ON ticket_event
            BEGIN SELECT RAISE(ABORT, 'what happened to a ticket is never changed'); END;
        CREATE TRIGGER ticket_event_is_kept BEFORE DELETE ON ticket_event
            BEGIN SELECT RAISE(ABORT, 'what happened to a ticket is never deleted'); END;
        """

    private static let columns = """
        SELECT e.sequence, e.day, e.number, e.deed, e.at, e.clerk, e.window, e.kind, e.region, e.appointment, e.object,
            p.name, p.phone_tail
        FROM ticket_event e LEFT JOIN ticket_person p ON p.sequence = e.sequence
        """

    /// The place of the last event; 0 before the first.
    func counter() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(sequence) FROM ticket_event")) ?? 0
    }

    func book(of day: CivilDate) throws -> TicketBook {
        let statement = try db.cachedStatement(sql: "\(Self.columns) WHERE e.day = ? ORDER BY e.sequence")
        return TicketBook(day: day, events: try events(statement, [day.dayNumber]))
    }

    func events(of id: TicketID) throws -> [TicketEvent] {
        let statement = try db.cachedStatement(
            sql: "\(Self.columns) WHERE e.day = ? AND e.number = ? ORDER BY e.sequence")
        return try events(statement, [id.day.dayNumber, id.number.text])
    }

    func append(_ event: TicketEvent) throws {
        let (deed, object) = event.deed.stored
        var taking: TicketTaking?
        if case .taken(let said) = event.deed { taking = said }
        let appointment = taking?.appointment
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO ticket_event
                    (sequence, day, number, deed, at, clerk, window, kind, region, appointment, object)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            event.sequence, event.id.day.dayNumber, event.id.number.text, deed, event.stamp.at.secondsSince1970,
            event.stamp.by.text, event.window, taking?.kind, taking?.region, appointment?.at.secondsSince1970, object,
        ])
        guard let appointment, appointment.name != nil || appointment.phoneTail != nil else { return }
        let person = try db.cachedStatement(
            sql: "INSERT INTO ticket_person (sequence, name, phone_tail) VALUES (?, ?, ?)")
        try person.execute(arguments: [event.sequence, appointment.name, appointment.phoneTail])
    }

    private func events(_ statement: Statement, _ arguments: StatementArguments) throws -> [TicketEvent] {
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var events: [TicketEvent] = []
        while let row = try rows.next() {
            guard let number = TicketNumber(row[2] as String), let deed = TicketDeed(row) else {
                throw StoreError.corrupt(detail: "a ticket's event that nobody knows")
            }
            events.append(
                TicketEvent(
                    sequence: row[0], id: TicketID(day: CivilDate(dayNumber: row[1]), number: number), deed: deed,
                    window: row[6],
                    stamp: EventStamp(at: Moment(secondsSince1970: row[4]), by: ClerkID(row[5] as String))))
        }
        return events
    }
}

extension TicketDeed {
    /// How it stands in the log: its kind, and what it is about.
    fileprivate var stored: (deed: String, object: String?) {
        switch self {
        case .taken: ("taken", nil)
        case .called: ("called", nil)
        case .recalled: ("recalled", nil)
        case .begun: ("begun", nil)
        case .skipped: ("skipped", nil)
        case .returned: ("returned", nil)
        case .held: ("held", nil)
        case .resumed: ("resumed", nil)
        case .transferred(let window): ("transferred", window)
        case .opened(let number): ("opened", number.text)
        case .finished: ("finished", nil)
        }
    }

    /// - Parameter row: of `TicketTable.columns`; nil for a kind of event that this program doesn't know.
    fileprivate init?(_ row: Row) {
        let object: String? = row[10]
        switch row[3] as String {
        case "taken":
            let at: Int64? = row[9]
            let appointment = at.map {
                TicketTaking.Appointment(at: Moment(secondsSince1970: $0), name: row[11], phoneTail: row[12])
            }
            self = .taken(TicketTaking(kind: row[7], region: row[8], appointment: appointment))
        case "called": self = .called
        case "recalled": self = .recalled
        case "begun": self = .begun
        case "skipped": self = .skipped
        case "returned": self = .returned
        case "held": self = .held
        case "resumed": self = .resumed
        case "transferred":
            guard let object else { return nil }
            self = .transferred(to: object)
        case "opened":
            guard let object else { return nil }
            self = .opened(CaseNumber(object))
        case "finished": self = .finished
        default: return nil
        }
    }
}
