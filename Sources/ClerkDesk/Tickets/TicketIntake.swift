package import CaseDomain
import CaseStore
import ScreenKit

/// 取号: giving somebody a number at the desk, on the screen or on a slip.
enum TicketIntake {
    /// Every kind, for this window's region first.
    static func choose(_ state: inout DeskState, _ desk: Desk) {
        let takings = TicketIntake.offered(desk)
        let options = takings.enumerated().map { place, taking in
            let (region, kind) = (taking.region, taking.kind)
            return FormOption(
                id: String(place), label: Phrase.init("\(kind.name) \(region)", "\(kind.english) \(region)"))
        }
        state.modal = .picker(Picker(purpose: .ticketKind, options: options, takesMany: false, chosen: []))
    }

    private static func offered(_ desk: Desk) -> [(kind: Office.Ticketing.Kind, region: String)] {
        let own = desk.office.region(of: desk.window)
        let regions = desk.office.regions.filter { $0 == own } + desk.office.regions.filter { $0 != own }
        return regions.flatMap { region in desk.office.ticketing.kinds.map { ($0, region) } }
    }

    static func chosen(_ id: String, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        let takings = offered(desk)
        guard let place = Int(id), takings.indices.contains(place) else { return [] }
        let (kind, region) = takings[place]
        guard kind.isTimed else {
            return TicketReducer.act(.take(TicketTaking(kind: kind.id, region: region)), &state, stamp)
        }
        let field = { (label: Phrase, limit: Int) in
            EntrySheet.Field(desk.say(label), .text(TextField(limit: limit)))
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Tickets.appointmentTitle), lines: [region],
                fields: [
                    field(Phrases.Tickets.timeField, 5), field(Phrases.Tickets.nameField, 20),
                    field(Phrases.Tickets.phoneField, 4),
                ], purpose: .appointment(kind: kind.id, region: region)))
        return []
    }

    static func book(
        _ entry: EntrySheet, kind: String, region: String, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        guard let at = Moment(clock: entry.trimmed(0), on: state.today) else {
            var refused = entry
            refused.refuse(0, desk.say(Phrases.Tickets.badTime))
            state.modal = .entry(refused)
            return []
        }
        state.modal = nil
        let appointment = TicketTaking.Appointment(
            at: at, name: said(entry.trimmed(1)), phoneTail: said(entry.trimmed(2)))
        return TicketReducer.act(
            .take(TicketTaking(kind: kind, region: region, appointment: appointment)), &state, stamp)
    }

    private static func said(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// Shows the number that somebody got.
    static func taken(_ ticket: Ticket, _ state: inout DeskState, _ desk: Desk) {
        state.tickets.selected = ticket.number
        let slip = TicketSlip(ticket, state.tickets.sheet?.book, at: state.now, desk.office)
        state.modal = .reader(title: ticket.number.text, lines: slip.lines(desk.language), scroll: ListScroll())
    }

    static func print(_ ticket: Ticket, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let slip = TicketSlip(ticket, state.tickets.sheet?.book, at: state.now, desk.office)
        return PrintReducer.ask(PrintedPaper(name: ticket.number.text, text: slip.text), &state, desk)
    }
}

/// 号票: what somebody takes along who waits.
package struct TicketSlip {
    private let ticket: Ticket
    private let office: Office
    /// How many are called before him; nil where that can't be said yet.
    package let ahead: Int?

    /// - Parameter book: of the day; nil where nobody has read it yet.
    package init(_ ticket: Ticket, _ book: TicketBook?, at now: Moment, _ office: Office) {
        self.ticket = ticket
        self.office = office
        let line = book.map { TicketLine($0, rules: office.ticketing, at: now).waiting(in: ticket.taking.region) }
        ahead = line?.firstIndex { $0.id == ticket.id }
    }

    /// As it is printed: papers are Chinese.
    package var text: String {
        ([office.name] + lines(.zh) + [Phrases.Tickets.slipEnd.text(.zh)]).joined(separator: "\n") + "\n"
    }

    package func lines(_ language: Language) -> [String] {
        let kind = office.ticketing.kind(ticket.taking.kind)
        let windows = office.windows(in: ticket.taking.region).joined(separator: "、")
        var lines = [
            Phrases.Tickets.slipNumber.text(
                language,
                ["number": ticket.number.text, "kind": (language == .zh ? kind?.name : kind?.english) ?? ""])
        ]
        if let at = ticket.taking.appointment?.at {
            lines.append(Phrases.Tickets.slipTime.text(language, ["time": at.clock]))
        } else if let ahead {
            lines.append(Phrases.Tickets.slipAhead.text(language, ["count": String(ahead)]))
        }
        lines.append(
            Phrases.Tickets.slipWindows.text(language, ["region": ticket.taking.region, "windows": windows]))
        lines.append(
            Phrases.Tickets.slipTaken.text(
                language, ["date": ticket.id.day.description, "time": ticket.taken.at.clock]))
        return lines
    }
}
