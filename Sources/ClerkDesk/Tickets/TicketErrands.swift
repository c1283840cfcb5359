import CaseDomain
import CaseStore
import ScreenKit

/// What a ticket is called for: a case, old or new, or an answer; and the end of it.
enum TicketErrands {
    static func choose(_ state: inout DeskState) {
        let options = TicketErrand.allCases.map { FormOption(id: $0.rawValue, label: $0.phrase) }
        state.modal = .picker(Picker(purpose: .ticketErrand, options: options, takesMany: false, chosen: []))
    }

    /// Begins what was chosen; whoever was only called so far is being served from now on.
    static func chosen(
        _ errand: TicketErrand, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let ticket = state.tickets.current(at: desk.window) else { return [] }
        if errand == .finish { return TicketReducer.change(ticket, .finished, &state, stamp, desk) }
        guard ticket.state == .called else { return begin(errand, &state, desk) }
        return TicketReducer.change(ticket, .begun, &state, stamp, desk, then: errand)
    }

    static func begin(_ errand: TicketErrand, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.tickets.errand = errand
        switch errand {
        case .newCase: return QueueReducer.perform(.newCase, &state, desk)
        case .consultation:
            let key = desk.keymap.label(for: .notice, in: .form) ?? ""
            state.status = StatusLine(.info, desk.say(Phrases.Tickets.consult, ["key": key]))
            return QueueReducer.perform(.newCase, &state, desk)
        case .existing:
            state.tickets.isOpen = false
            return QueueReducer.perform(.search, &state, desk)
        case .finish: return []
        }
    }

    /// A case that was saved or opened meanwhile is what the ticket was for, and is kept with it.
    static func concern(
        _ numbers: [CaseNumber], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard state.tickets.errand != nil, let ticket = state.tickets.current(at: desk.window) else { return [] }
        return numbers.filter { !ticket.cases.contains($0) }.map { number in
            // Nothing waits for the answer: the case is on the desk already.
            state.effect(.ticket(.change(ticket.number, .opened(number), window: desk.window), stamp))
        }
    }

    /// The case or the form is closed: it may be all that somebody came for.
    static func left(_ state: inout DeskState, _ desk: Desk) {
        guard state.work == nil, state.modal == nil, state.tickets.errand != nil else { return }
        state.tickets.errand = nil
        guard let ticket = state.tickets.current(at: desk.window) else { return }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Tickets.finishTitle),
                lines: [desk.say(Phrases.Tickets.finishAsk, ["number": ticket.number.text])],
                answer: .finishTicket(ticket.number)))
    }

    static func finish(
        _ number: TicketNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let ticket = state.tickets.sheet?.book[number] else { return [] }
        return TicketReducer.change(ticket, .finished, &state, stamp, desk)
    }
}
