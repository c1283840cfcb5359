import CaseDomain
import CaseStore

extension StoreContract {
    /// Numbers begin anew each day, are counted by series, and yesterday's tickets don't show.
    package func ticketNumbersBeginAnewEachDay() throws {
        let store = try makeStore()
        let taken = try SampleHall.play(
            [SampleHall.walkIn(), SampleHall.walkIn(), SampleHall.walkIn("西"), SampleHall.first()], in: store)
        try expect(taken.map(\.number.text) == ["A001", "A002", "B001", "AP001"], "each series counts for itself")
        let tomorrow = SampleHall.stamp(0, day: 20_778)
        let next = try store.perform(SampleHall.walkIn(), at: SampleHall.office, stamp: tomorrow).get()
        try expect(next.number.text == "A001", "numbers begin anew")
        let sheet = try store.tickets(on: tomorrow.at.date, since: nil)
        try expect(sheet?.book.tickets == [next], "yesterday's tickets don't show")
        try expect(
            try store.tickets(on: SampleHall.stamp(0).at.date, since: nil)?.book.tickets == taken,
            "and are kept as they were")
        let late = SampleHall.change("A002", .called)
        try expect(
            try store.perform(late, at: SampleHall.office, stamp: tomorrow)
                == .failure(.noSuchTicket(SampleHall.number("A002"))), "yesterday's ticket can't be called")
    }

    /// What happened to a ticket comes back event by event, and folded.
    package func ticketsKeepTheirHistory() throws {
        let store = try makeStore()
        let empty = try store.tickets(on: SampleHall.stamp(0).at.date, since: nil)
        try expect(empty == TicketSheet(counter: 0, book: TicketBook(day: SampleHall.stamp(0).at.date)), "no tickets")
        let acts = [
            SampleHall.booked(5, name: "刘'桂兰", tail: "0416"), .callNext(window: "A02"),
            SampleHall.change("AY001", .recalled), SampleHall.change("AY001", .skipped),
            SampleHall.change("AY001", .returned, at: "A03"), .callNext(window: "A02"),
            SampleHall.change("AY001", .begun), SampleHall.change("AY001", .opened(CaseNumber("2026-000001"))),
            SampleHall.change("AY001", .held), SampleHall.change("AY001", .resumed),
            SampleHall.change("AY001", .transferred(to: "B01")), SampleHall.change("AY001", .called, at: "B01"),
            SampleHall.change("AY001", .finished, at: "B01"),
        ]
        let tickets = try SampleHall.play(acts, in: store)
        let last = tickets[tickets.count - 1]
        let history = try store.ticketHistory(of: last.id)
        try expect(history.count == acts.count, "every act is an event")
        try expect(history.map(\.stamp) == acts.indices.map { SampleHall.stamp($0) }, "who did it when")
        try expect(TicketBook(day: last.id.day, events: history)[last.number] == last, "the events fold to the ticket")
        let sheet = try store.tickets(on: last.id.day, since: nil)
        try expect(sheet?.book.tickets == [last], "the sheet has it")
        try expect(last.taking.appointment?.name == "刘'桂兰", "who comes is known")
        try expect(last.calls == 4 && last.cases == [CaseNumber("2026-000001")], "calls and cases are counted")
        try expect(try store.tickets(on: last.id.day, since: sheet?.counter) == nil, "nothing new, nothing told")
    }

    /// A refusal says why and writes nothing.
    package func ticketsRefuse() throws {
        let store = try makeStore()
        try SampleHall.play([SampleHall.walkIn(), SampleHall.walkIn(), .callNext(window: "A02")], in: store)
        let first = SampleHall.number("A001")
        let refusals: [(TicketAct, TicketRefusal)] = [
            (.callNext(window: "A02"), .windowBusy(first)), (.callNext(window: "B01"), .nobodyWaits),
            (.callNext(window: "Z9"), .unknownWindow("Z9")),
            (SampleHall.change("A001", .finished, at: "A03"), .otherWindow(first, "A02")),
            (SampleHall.change("A002", .skipped), .wrongState(SampleHall.number("A002"), .waiting)),
            (SampleHall.change("A001", .transferred(to: "A02")), .sameWindow("A02")),
            (SampleHall.change("A001", .transferred(to: "Z9")), .unknownWindow("Z9")),
            (SampleHall.change("A009", .called), .noSuchTicket(SampleHall.number("A009"))),
            (.take(TicketTaking(kind: "nobody", region: "东")), .unknownKind("nobody")),
            (.take(TicketTaking(kind: "walk-in", region: "北")), .unknownRegion("北")),
            (.take(TicketTaking(kind: "booked", region: "东")), .timeNeeded(kind: "booked")),
        ]
        let before = try store.tickets(on: SampleHall.stamp(0).at.date, since: nil)
        for (act, refusal) in refusals {
            let answer = try store.perform(act, at: SampleHall.office, stamp: SampleHall.stamp(30))
            try expect(answer == .failure(refusal), "\(act) is refused with \(refusal), not \(answer)")
        }
        try expect(
            try store.tickets(on: SampleHall.stamp(0).at.date, since: nil) == before, "a refusal changes nothing")
        var closed = SampleHall.office
        closed.ticketing = .none
        try expect(
            try store.perform(SampleHall.walkIn(), at: closed, stamp: SampleHall.stamp(31)) == .failure(.notOpen),
            "an office without tickets gives none out")
    }
}
