/// What is called out: the letters of a series and a number, such as `A012`.
package struct TicketNumber: Hashable, Sendable {
    package let series: String
    package let sequence: Int

    package init(series: String, sequence: Int) {
        self.series = series
        self.sequence = sequence
    }

    /// Reads what `text` gives.
    package init?(_ text: String) {
        let series = text.prefix { $0.isASCII && $0.isUppercase }
        guard let sequence = Int(text.dropFirst(series.count)), sequence > 0 else { return nil }
        self.init(series: String(series), sequence: sequence)
        guard self.text == text else { return nil }
    }

    package var text: String { series + padded(sequence, 3) }
}

/// A ticket for good: numbers begin anew each day.
package struct TicketID: Hashable, Sendable {
    package let day: CivilDate
    package let number: TicketNumber

    package init(day: CivilDate, number: TicketNumber) {
        self.day = day
        self.number = number
    }
}

/// What somebody says when he takes a ticket.
package struct TicketTaking: Hashable, Sendable {
    /// One of the office's kinds.
    package let kind: String
    package let region: String
    package let appointment: Appointment?

    /// 预约.
    package struct Appointment: Hashable, Sendable {
        package let at: Moment
        /// Who comes, as far as he said; nil where he didn't.
        package let name: String?
        /// The last digits of his telephone.
        package let phoneTail: String?

        package init(at: Moment, name: String? = nil, phoneTail: String? = nil) {
            self.at = at
            self.name = name
            self.phoneTail = phoneTail
        }
    }

    package init(kind: String, region: String, appointment: Appointment? = nil) {
        self.kind = kind
        self.region = region
        self.appointment = appointment
    }
}

/// What happens to a ticket.
package enum TicketDeed: Hashable, Sendable {
    case taken(TicketTaking)
    case called
    /// 重呼.
    case recalled
    /// He came, and his business began.
    case begun
    /// 过号.
    case skipped
    /// He came back after he was passed over.
    case returned
    /// 挂起.
    case held
    case resumed
    case transferred(to: String)
    /// What was done for him has this number.
    case opened(CaseNumber)
    case finished
}

/// One line of the tickets' log.
package struct TicketEvent: Hashable, Sendable {
    /// Rises with every event of the store.
    package let sequence: Int
    package let id: TicketID
    package let deed: TicketDeed
    /// Where it was done; nil where no window was concerned.
    package let window: String?
    package let stamp: EventStamp

    package init(sequence: Int, id: TicketID, deed: TicketDeed, window: String?, stamp: EventStamp) {
        self.sequence = sequence
        self.id = id
        self.deed = deed
        self.window = window
        self.stamp = stamp
    }
}

/// 号: somebody who waits, is called, and is served, folded from its events.
package struct Ticket: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case waiting, called, serving, held, skipped, transferred, done

        /// Whether somebody sits at, or is on his way to, the window.
        package var isAtWindow: Bool { self == .called || self == .serving }
    }

    package let id: TicketID
    package let taking: TicketTaking
    package let taken: EventStamp
    package private(set) var state = State.waiting
    /// Where it is called, served or held, or was sent to; nil while any window of the region may call it.
    package private(set) var window: String?
    /// Who did the last thing with it.
    package private(set) var clerk: ClerkID
    package private(set) var calls = 0
    package private(set) var firstCall: Moment?
    /// Since when it stands as it does.
    package private(set) var since: Moment
    package private(set) var cases: [CaseNumber] = []
    /// Places in the log: of the taking, of the last time that its turn came, of its coming back, of its being sent on.
    package let takenPlace: Int
    package private(set) var calledPlace: Int?
    package private(set) var returnedPlace: Int?
    package private(set) var sentPlace: Int?
    /// Of the last time that its number was called out.
    package private(set) var announcedPlace: Int?

    /// - Returns: nil for an event that begins no ticket.
    package init?(_ event: TicketEvent) {
        guard case .taken(let taking) = event.deed else { return nil }
        id = event.id
        self.taking = taking
        taken = event.stamp
        clerk = event.stamp.by
        since = event.stamp.at
        takenPlace = event.sequence
    }

    package var number: TicketNumber { id.number }

    /// From when on he waits: nobody waits before his appointment.
    package var waitsFrom: Moment { taking.appointment.map { max($0.at, taken.at) } ?? taken.at }

    /// How long he waited, or has waited by now, until he was first called; in seconds.
    package func waited(by now: Moment) -> Int64 {
        max(0, (firstCall ?? now).secondsSince1970 - waitsFrom.secondsSince1970)
    }

    package mutating func apply(_ event: TicketEvent) {
        clerk = event.stamp.by
        switch event.deed {
        case .taken: return
        case .called:
            state = .called
            window = event.window
            calls += 1
            if firstCall == nil { firstCall = event.stamp.at }
            calledPlace = event.sequence
            announcedPlace = event.sequence
        case .recalled:
            calls += 1
            announcedPlace = event.sequence
        case .begun, .resumed: state = .serving
        case .skipped: state = .skipped
        case .returned:
            state = .waiting
            window = nil
            returnedPlace = event.sequence
        case .held: state = .held
        case .transferred(let target):
            state = .transferred
            window = target
            sentPlace = event.sequence
        case .opened(let number):
            if !cases.contains(number) { cases.append(number) }
            return
        case .finished: state = .done
        }
        since = event.stamp.at
    }

    /// Why a window can't do this with it; nil where it can.
    package func refusal(of deed: TicketDeed, at window: String) -> TicketRefusal? {
        let allowed: [State]
        switch deed {
        case .taken: allowed = []
        case .called: allowed = [.waiting, .transferred]
        case .recalled, .begun, .skipped: allowed = [.called]
        case .returned: allowed = [.skipped]
        case .held, .finished, .opened: allowed = [.called, .serving]
        case .resumed: allowed = [.held]
        case .transferred(let target):
            if target == (self.window ?? window) { return .sameWindow(target) }
            allowed = [.waiting, .called, .serving, .held, .transferred]
        }
        guard allowed.contains(state) else { return .wrongState(number, state) }
        // Whoever was passed over may come back by any window; everything else is its own window's business.
        if let own = self.window, own != window, deed != .returned { return .otherWindow(number, own) }
        return nil
    }
}

/// Why nothing was done with a ticket.
package enum TicketRefusal: Error, Hashable, Sendable {
    /// This office gives out no tickets.
    case notOpen
    case unknownKind(String)
    case unknownRegion(String)
    case unknownWindow(String)
    /// An appointment without a time.
    case timeNeeded(kind: String)
    /// A time for somebody who comes without an appointment.
    case noTimeWanted(kind: String)
    case nobodyWaits
    case noSuchTicket(TicketNumber)
    /// It stands otherwise than what is to be done needs.
    case wrongState(TicketNumber, Ticket.State)
    /// Another window has it.
    case otherWindow(TicketNumber, String)
    /// The window has somebody else, who is to be seen to first.
    case windowBusy(TicketNumber)
    case sameWindow(String)
}
