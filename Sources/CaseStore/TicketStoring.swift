package import CaseDomain
import Synchronization

/// The tickets of a store. What happened to each is only ever appended; how it stands is folded from that.
package protocol TicketStoring: Sendable {
    /// Does something with the tickets of the stamp's day, after everything that any other window did before.
    ///
    /// - Returns: the ticket as it is now, or why nothing was done. When the call returns it survives a power cut.
    func perform(
        _ act: TicketAct, at office: Office, stamp: EventStamp
    ) throws(StoreError) -> Result<Ticket, TicketRefusal>

    /// - Parameter counter: of the sheet that the caller has; nil where he has none.
    /// - Returns: nil where nothing has happened since.
    func tickets(on day: CivilDate, since counter: Int?) throws(StoreError) -> TicketSheet?

    /// Who did what with a ticket, and when.
    func ticketHistory(of id: TicketID) throws(StoreError) -> [TicketEvent]
}

/// The tickets of a day as they were at one moment.
package struct TicketSheet: Hashable, Sendable {
    /// The place in the log of the last event of any day; 0 before the first.
    package let counter: Int
    package var book: TicketBook

    package init(counter: Int, book: TicketBook) {
        self.counter = counter
        self.book = book
    }
}

extension InMemoryCaseStore: TicketStoring {
    package func perform(
        _ act: TicketAct, at office: Office, stamp: EventStamp
    ) throws(StoreError) -> Result<Ticket, TicketRefusal> {
        contents.withLock { contents in
            let day = stamp.at.date
            var book = TicketBook(day: day, events: contents.tickets.lazy.filter { $0.id.day == day })
            do throws(TicketRefusal) {
                let event = try book.event(for: act, at: office, sequence: contents.tickets.count + 1, stamp: stamp)
                book.apply(event)
                guard let ticket = book[event.id.number] else { throw .noSuchTicket(event.id.number) }
                contents.tickets.append(event)
                return .success(ticket)
            } catch {
                return .failure(error)
            }
        }
    }

    package func tickets(on day: CivilDate, since counter: Int?) throws(StoreError) -> TicketSheet? {
        contents.withLock { contents in
            guard contents.tickets.count != counter else { return nil }
            return TicketSheet(
                counter: contents.tickets.count,
                book: TicketBook(day: day, events: contents.tickets.lazy.filter { $0.id.day == day }))
        }
    }

    package func ticketHistory(of id: TicketID) throws(StoreError) -> [TicketEvent] {
        contents.withLock { $0.tickets.filter { $0.id == id } }
    }
}
