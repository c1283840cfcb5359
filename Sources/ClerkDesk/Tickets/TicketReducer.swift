import CaseDomain
import CaseStore
import ScreenKit

/// 叫号: what keys do in the list of tickets, and what comes of it.
enum TicketReducer {
    /// How long a call stays large on the desk's own screen.
    private static let shoutSeconds: Int64 = 4

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard desk.office.ticketing.isOn else {
            state.refuse(Phrases.Tickets.notOpen, desk)
            return []
        }
        state.opening = nil
        state.tickets.isOpen = true
        state.tickets.selected = state.tickets.current(at: desk.window)?.number
        return read(&state)
    }

    // MARK: Reading

    /// At the beginning, so that a desk that was left in the middle knows whom it was serving.
    static func started(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        desk.office.ticketing.isOn ? read(&state) : []
    }

    /// Looks for what other windows did, as long as anybody looks at it here.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let shout = state.tickets.shout, shout.until <= state.now { state.tickets.shout = nil }
        guard state.tickets.reading == nil, state.tickets.isOpen || state.tickets.current(at: desk.window) != nil
        else { return [] }
        return read(&state)
    }

    private static func read(_ state: inout DeskState) -> [Effect] {
        let sheet = state.tickets.sheet
        // The numbers of yesterday mean nothing today.
        let known = sheet?.book.day == state.today ? sheet?.counter : nil
        let effect = state.effect(.tickets(state.today, since: known))
        state.tickets.reading = effect.id
        return [effect]
    }

    static func took(_ sheet: TicketSheet?, _ id: Int, _ state: inout DeskState, _ desk: Desk) {
        guard state.tickets.reading == id else { return }
        state.tickets.reading = nil
        guard let sheet else { return }
        let isFirst = state.tickets.sheet == nil
        state.tickets.sheet = sheet
        guard isFirst, !state.tickets.isOpen, state.status == nil, let ticket = state.tickets.current(at: desk.window)
        else { return }
        state.refuse(
            Phrases.Tickets.left, desk,
            ["number": ticket.number.text, "key": desk.keymap.label(for: .tickets, in: .queue) ?? ""])
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        state.tickets.shout = nil
        let rows = TicketRows(state, desk)
        let page = TicketView.listHeight(state.size)
        switch intent {
        case .down: move(by: 1, rows, &state)
        case .up: move(by: -1, rows, &state)
        case .pageDown: move(by: page, rows, &state)
        case .pageUp: move(by: -page, rows, &state)
        case .first: move(by: -rows.rows.count, rows, &state)
        case .last: move(by: rows.rows.count, rows, &state)
        case .back, .tickets:
            state.tickets.isOpen = false
            return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
        case .refresh: return read(&state)
        case .takeTicket: TicketIntake.choose(&state, desk)
        case .callNext: return act(.callNext(window: desk.window), &state, stamp)
        case .open: return step(rows.ticket(at: state.tickets.selected), &state, stamp, desk)
        case .recall: return changeCurrent(.recalled, rows, &state, stamp, desk)
        case .skip: return changeCurrent(.skipped, rows, &state, stamp, desk)
        case .hold: return changeCurrent(.held, rows, &state, stamp, desk)
        case .finish: return changeCurrent(.finished, rows, &state, stamp, desk)
        case .resumeTicket, .transfer, .print:
            guard let ticket = rows.ticket(at: state.tickets.selected) else { return nothingThere(&state, desk) }
            switch intent {
            case .print: return TicketIntake.print(ticket, &state, desk)
            case .transfer: chooseWindow(ticket, &state, desk)
            default:
                return change(ticket, ticket.state == .skipped ? .returned : .resumed, &state, stamp, desk)
            }
        default: break
        }
        return []
    }

    private static func move(by step: Int, _ rows: TicketRows, _ state: inout DeskState) {
        guard !rows.rows.isEmpty else { return }
        let place = min(max(0, rows.place(of: state.tickets.selected) + step), rows.rows.count - 1)
        state.tickets.selected = rows.rows[place].ticket.number
    }

    private static func nothingThere(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.refuse(Phrases.Tickets.empty, desk)
        return []
    }

    /// What comes next for a ticket: it is called, its business begins, it goes on.
    private static func step(
        _ ticket: Ticket?, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let ticket else { return nothingThere(&state, desk) }
        switch ticket.state {
        case .waiting, .transferred: return change(ticket, .called, &state, stamp, desk)
        case .skipped: return change(ticket, .returned, &state, stamp, desk)
        case .held: return change(ticket, .resumed, &state, stamp, desk)
        case .called, .serving, .done:
            if let refusal = ticket.refusal(of: .finished, at: desk.window) {
                state.status = StatusLine(.warning, desk.say(refusal))
                return []
            }
            TicketErrands.choose(&state)
            return []
        }
    }

    /// Whoever is at this window is meant, wherever the cursor stands.
    private static func changeCurrent(
        _ deed: TicketDeed, _ rows: TicketRows, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let meant = state.tickets.current(at: desk.window) ?? rows.ticket(at: state.tickets.selected)
        guard let meant else { return nothingThere(&state, desk) }
        return change(meant, deed, &state, stamp, desk)
    }

    private static func chooseWindow(_ ticket: Ticket, _ state: inout DeskState, _ desk: Desk) {
        let options = desk.office.windows.map { window in
            let barred = ticket.refusal(of: .transferred(to: window.id), at: desk.window)
            return FormOption(
                id: window.id, label: Phrase.init("\(window.id) \(window.region)", "\(window.id) \(window.region)"),
                barred: barred?.phrase)
        }
        state.tickets.selected = ticket.number
        state.modal = .picker(Picker(purpose: .ticketWindow, options: options, takesMany: false, chosen: []))
    }

    static func transfer(
        to window: String, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let ticket = TicketRows(state, desk).ticket(at: state.tickets.selected) else { return [] }
        return change(ticket, .transferred(to: window), &state, stamp, desk)
    }

    // MARK: Writing

    /// Does something with a ticket, unless it is plain already that it can't be done.
    static func change(
        _ ticket: Ticket, _ deed: TicketDeed, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk,
        then next: TicketErrand? = nil
    ) -> [Effect] {
        if let refusal = ticket.refusal(of: deed, at: desk.window) {
            state.status = StatusLine(.warning, desk.say(refusal))
            return []
        }
        return act(.change(ticket.number, deed, window: desk.window), &state, stamp, then: next)
    }

    static func act(
        _ act: TicketAct, _ state: inout DeskState, _ stamp: EventStamp, then next: TicketErrand? = nil
    ) -> [Effect] {
        let effect = state.effect(.ticket(act, stamp))
        state.tickets.acting = TicketState.Acting(effect: effect.id, act: act, next: next)
        // A reading that began before the write doesn't know of it.
        state.tickets.reading = nil
        return [effect]
    }

    static func answered(
        _ answer: Result<Ticket, TicketRefusal>, _ id: Int, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        switch answer {
        case .failure(let refusal):
            if state.tickets.acting?.effect == id { state.tickets.acting = nil }
            state.status = StatusLine(.warning, desk.say(refusal))
            return read(&state)
        case .success(let ticket):
            state.tickets.sheet?.book.put(ticket)
            guard let acting = state.tickets.acting, acting.effect == id else { return [] }
            state.tickets.acting = nil
            return done(acting, ticket, &state, desk) + read(&state)
        }
    }

    private static func done(
        _ acting: TicketState.Acting, _ ticket: Ticket, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let deed: TicketDeed
        switch acting.act {
        case .take:
            TicketIntake.taken(ticket, &state, desk)
            return []
        case .callNext: deed = .called
        case .change(_, let done, _): deed = done
        }
        if let words = words(for: deed) {
            let place = ticket.window ?? ""
            state.status = StatusLine(.success, desk.say(words, ["number": ticket.number.text, "window": place]))
        }
        switch deed {
        case .called, .recalled:
            state.tickets.selected = ticket.number
            state.tickets.shout = TicketState.Shout(
                ticket: ticket.number, window: desk.window, until: state.now.adding(seconds: shoutSeconds))
        case .resumed: state.tickets.selected = ticket.number
        case .skipped, .held, .finished, .transferred:
            state.tickets.selected = nil
            state.tickets.errand = nil
        case .taken, .begun, .returned, .opened: break
        }
        guard let next = acting.next else { return [] }
        return TicketErrands.begin(next, &state, desk)
    }

    private static func words(for deed: TicketDeed) -> Phrase? {
        switch deed {
        case .called, .recalled: Phrases.Tickets.call
        case .skipped: Phrases.Tickets.skipped
        case .returned: Phrases.Tickets.returned
        case .held: Phrases.Tickets.held
        case .resumed: Phrases.Tickets.resumed
        case .transferred: Phrases.Tickets.transferred
        case .finished: Phrases.Tickets.finished
        case .taken, .begun, .opened: nil
        }
    }
}
