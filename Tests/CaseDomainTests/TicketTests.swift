import CaseDomain
import TestSupport
import Testing

/// 叫号: whose turn it is, and what may be done with a ticket.
@Suite("Tickets")
struct TicketTests {
    /// Plays acts a minute apart; those that are refused are passed over.
    private func book(_ acts: [TicketAct]) -> TicketBook {
        var book = TicketBook(day: SampleHall.stamp(0).at.date)
        for (minute, act) in acts.enumerated() { perform(act, minute, in: &book) }
        return book
    }

    @discardableResult
    private func perform(_ act: TicketAct, _ minute: Int, in book: inout TicketBook) -> TicketRefusal? {
        do throws(TicketRefusal) {
            let event = try book.event(
                for: act, at: SampleHall.office, sequence: minute + 1, stamp: SampleHall.stamp(minute))
            book.apply(event)
            return nil
        } catch {
            return error
        }
    }

    private func line(_ book: TicketBook, at minute: Int, window: String = "A02") -> [String] {
        TicketLine(book, rules: SampleHall.rules, at: SampleHall.stamp(minute).at)
            .coming(to: window, in: SampleHall.office.region(of: window) ?? "").map(\.number.text)
    }

    @Test("a number is read as it is written", arguments: ["A001", "AP012", "007", "B1234"])
    func numbers(text: String) { #expect(TicketNumber(text)?.text == text) }

    @Test("anything else is no number", arguments: ["", "A", "A1", "a001", "A000", "A-01", "A0012", "号001"])
    func noNumber(text: String) { #expect(TicketNumber(text) == nil) }

    @Test("priority first, then appointments whose time has nearly come, then the others as they came")
    func order() {
        let book = book([
            SampleHall.walkIn(), SampleHall.booked(30), SampleHall.walkIn(), SampleHall.booked(25),
            SampleHall.first(), SampleHall.walkIn("西"), SampleHall.first(),
        ])
        #expect(line(book, at: 14) == ["AP001", "AP002", "A001", "A002"])
        #expect(line(book, at: 15) == ["AP001", "AP002", "AY002", "A001", "A002"])
        #expect(line(book, at: 20) == ["AP001", "AP002", "AY002", "AY001", "A001", "A002"])
        #expect(line(book, at: 20, window: "B01") == ["B001"])
        let expected = TicketLine(book, rules: SampleHall.rules, at: SampleHall.stamp(14).at).expected(in: "东")
        #expect(expected.map(\.number.text) == ["AY002", "AY001"])
    }

    @Test("who was passed over comes back behind so many others, and no further back whoever comes later")
    func returning() {
        var book = book([
            SampleHall.walkIn(), SampleHall.walkIn(), SampleHall.walkIn(), SampleHall.walkIn(),
            .callNext(window: "A02"), SampleHall.change("A001", .skipped),
        ])
        #expect(line(book, at: 6) == ["A002", "A003", "A004"])
        perform(SampleHall.change("A001", .returned), 6, in: &book)
        #expect(line(book, at: 7) == ["A002", "A003", "A001", "A004"])
        perform(.callNext(window: "A02"), 7, in: &book)
        #expect(line(book, at: 8) == ["A003", "A001", "A004"])
        for minute in 8...10 { perform(SampleHall.first(), minute, in: &book) }
        #expect(line(book, at: 11) == ["AP001", "A001", "AP002", "AP003", "A003", "A004"])
        perform(.callNext(window: "A03"), 11, in: &book)
        #expect(line(book, at: 12).first == "A001")
    }

    @Test("who is sent to a window is called there first, and nowhere else")
    func sending() {
        let book = book([
            SampleHall.walkIn(), SampleHall.first("西"), SampleHall.walkIn(), .callNext(window: "A02"),
            SampleHall.change("A001", .transferred(to: "B01")),
        ])
        #expect(line(book, at: 6) == ["A002"])
        #expect(line(book, at: 6, window: "B01") == ["A001", "BP001"])
        #expect(
            book[SampleHall.number("A001")]?.refusal(of: .called, at: "A02")
                == .otherWindow(
                    SampleHall.number("A001"), "B01"))
    }

    /// What each state lets its own window do; everything else is refused.
    private static let allowed: [Ticket.State: Set<String>] = [
        .waiting: ["called", "transferred"], .transferred: ["called", "transferred"],
        .called: ["recalled", "begun", "skipped", "held", "finished", "opened", "transferred"],
        .serving: ["held", "finished", "opened", "transferred"], .held: ["resumed", "transferred"],
        .skipped: ["returned"], .done: [],
    ]

    private static let deeds: [(name: String, deed: TicketDeed)] = [
        ("called", .called), ("recalled", .recalled), ("begun", .begun), ("skipped", .skipped),
        ("returned", .returned), ("held", .held), ("resumed", .resumed), ("transferred", .transferred(to: "B01")),
        ("opened", .opened(CaseNumber("2026-000001"))), ("finished", .finished),
    ]

    @Test("each state allows what it should and nothing else", arguments: Ticket.State.allCases)
    func states(state: Ticket.State) throws {
        let ways: [Ticket.State: [TicketDeed]] = [
            .waiting: [], .called: [.called], .serving: [.called, .begun], .held: [.called, .held],
            .skipped: [.called, .skipped], .transferred: [.transferred(to: "A02")], .done: [.called, .finished],
        ]
        let window = state == .transferred ? "A03" : "A02"
        let way = try #require(ways[state]).map { SampleHall.change("A001", $0, at: window) }
        let ticket = try #require(book([SampleHall.walkIn()] + way)[SampleHall.number("A001")])
        #expect(ticket.state == state)
        let possible = Set(Self.deeds.filter { ticket.refusal(of: $0.deed, at: "A02") == nil }.map(\.name))
        #expect(possible == Self.allowed[state])
    }

    @Test("the figures count those who wait, and how long those who were called waited")
    func figures() {
        let book = book([SampleHall.walkIn(), SampleHall.walkIn(), SampleHall.booked(9), .callNext(window: "A02")])
        let figures = TicketFigures(book, region: "东", at: SampleHall.stamp(12).at)
        // The appointment was called before its time; nobody waits before that.
        #expect(figures.waiting == 2 && figures.longest == 12 * 60 && figures.average == 0)
        #expect(TicketFigures(book, region: "西", at: SampleHall.stamp(12).at).average == nil)
    }

    /// Many windows at once: whatever they do, every ticket is in exactly one place, and no window has two.
    @Test("no ticket is lost or doubled, whatever is done", arguments: 1...30)
    func nothingIsLost(seed: UInt64) {
        var dice = Dice(seed: seed)
        var book = TicketBook(day: SampleHall.stamp(0).at.date)
        var taken: Set<TicketNumber> = []
        let windows = SampleHall.office.windows.map(\.id)
        for minute in 0..<200 {
            let window = dice.pick(windows)
            let act: TicketAct
            switch dice.below(10) {
            case 0, 1: act = SampleHall.walkIn(dice.pick(["东", "西"]))
            case 2: act = dice.chance(50) ? SampleHall.first() : SampleHall.booked(minute + dice.below(40))
            case 3, 4: act = .callNext(window: window)
            default:
                let number = dice.pick(book.tickets.map(\.number) + [SampleHall.number("A001")])
                let deed = dice.pick(Self.deeds.map(\.deed) + [.transferred(to: dice.pick(windows))])
                act = .change(number, deed, window: book[number]?.window ?? window)
            }
            let before = book
            let refusal = perform(act, minute, in: &book)
            if refusal != nil { #expect(book == before) }
            taken.formUnion(book.tickets.map(\.number))
            #expect(book.tickets.count == taken.count)
            for window in windows {
                #expect(book.tickets.count { $0.state.isAtWindow && $0.window == window } <= 1)
            }
            let rules = TicketLine(book, rules: SampleHall.rules, at: SampleHall.stamp(minute).at)
            let regions = SampleHall.office.regions
            let inLine =
                regions.flatMap { rules.waiting(in: $0) + rules.expected(in: $0) }
                + windows.flatMap { rules.sent(to: $0) }
            #expect(Set(inLine.map(\.number)).count == inLine.count)
            let waiting = book.tickets.filter { $0.state == .waiting || $0.state == .transferred }
            #expect(Set(inLine.map(\.number)) == Set(waiting.map(\.number)))
        }
    }
}
