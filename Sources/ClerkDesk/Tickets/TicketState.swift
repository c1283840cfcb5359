package import CaseDomain
package import CaseStore

/// 叫号: what the desk knows of the tickets of today, and what it does for the one at its window.
package struct TicketState: Hashable, Sendable {
    /// Whether the list of tickets is on the screen.
    package var isOpen = false
    /// As the store was last read; nil before that.
    package var sheet: TicketSheet?
    package var selected: TicketNumber?
    /// The reading under way.
    package var reading: Int?
    /// The write under way, and what is to begin when it is done.
    package var acting: Acting?
    /// What was just called, large on the screen until then.
    package var shout: Shout?
    /// What is being done for whoever sits at the window.
    package var errand: TicketErrand?

    package struct Acting: Hashable, Sendable {
        package let effect: Int
        package let act: TicketAct
        package var next: TicketErrand?
    }

    package struct Shout: Hashable, Sendable {
        package let ticket: TicketNumber
        package let window: String
        package let until: Moment
    }

    /// Whoever was called to, or sits at, a window.
    package func current(at window: String) -> Ticket? { sheet?.book.ticket(at: window) }
}

/// What a ticket is called for.
package enum TicketErrand: String, CaseIterable, Hashable, Sendable {
    case newCase = "new-case"
    /// A case that is in the store.
    case existing
    /// 咨询: the form says what has to be brought.
    case consultation
    case finish
}
