import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

extension ScreenScene {
    static let tickets = [
        ScreenScene(name: "tickets", play: { $0.press("F7", "Down") }, fill: hall),
        ScreenScene(name: "tickets-call", play: { $0.press("F7", "n") }, fill: hall),
        ScreenScene(name: "tickets-errand", play: { $0.press("F7", "n", "Enter") }, fill: hall),
        ScreenScene(name: "tickets-empty") { $0.press("F7") },
    ]

    /// A hall in the middle of a morning.
    @Sendable static func hall(_ store: any DeskStoring) throws {
        let east = "东部片区"
        let taking = { (kind: String, region: String) in TicketAct.take(TicketTaking(kind: kind, region: region)) }
        let booked = { (minutes: Int, name: String) in
            TicketAct.take(
                TicketTaking(
                    kind: "appointment", region: east,
                    appointment: TicketTaking.Appointment(
                        at: SampleHall.stamp(minutes).at, name: name, phoneTail: "0416")))
        }
        let acts = [
            taking("walk-in", east), taking("walk-in", "西部片区"), .callNext(window: "A02"),
            SampleHall.change("A001", .begun), SampleHall.change("A001", .held), taking("walk-in", east),
            .callNext(window: "A02"), SampleHall.change("A002", .skipped), taking("walk-in", east),
            booked(20, "刘桂兰"), taking("priority", east), booked(50, "孙立业"), .callNext(window: "A03"),
        ]
        for (minute, act) in acts.enumerated() {
            _ = try store.perform(act, at: SampleDesk.office, stamp: SampleHall.stamp(minute)).get()
        }
    }
}

/// 大字叫号 over a hall.
@Suite("Call board")
struct CallBoardTests {
    private func book() throws -> TicketBook? {
        let store = SampleDesk.store()
        try ScreenScene.hall(store)
        _ = try store.perform(
            .callNext(window: "A02"), at: SampleDesk.office, stamp: SampleHall.stamp(14)
        ).get()
        return try store.tickets(on: SampleDesk.today, since: nil)?.book
    }

    @Test(
        "looks so",
        arguments: [
            Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 20, columns: 60),
            Size(rows: 60, columns: 240),
        ])
    func golden(size: Size) throws {
        let board = CallBoard(SampleDesk.office, region: nil, language: .zh)
        Golden.expect(
            board.draw(try book(), at: SampleDesk.morning, size: size),
            named: "call-board-\(size.columns)x\(size.rows)")
    }

    @Test("the last call stands first, and a region sees its own windows alone")
    func calls() throws {
        let everybody = CallBoard(SampleDesk.office, region: nil, language: .zh)
        #expect(everybody.calls(try book()).map(\.window) == ["A02", "A03"])
        let west = CallBoard(SampleDesk.office, region: "西部片区", language: .zh)
        #expect(west.calls(try book()).map { west.line($0) } == ["请 B001 号到 A03 窗口"])
        #expect(west.calls(nil) == [])
    }

    @Test("any size can be drawn", arguments: [(0, 0), (1, 1), (5, 10), (12, 200), (100, 400)])
    func sizes(rows: Int, columns: Int) throws {
        let size = Size(rows: rows, columns: columns)
        let board = CallBoard(SampleDesk.office, region: nil, language: .en)
        for book in [nil, try book()] {
            let frame = board.draw(book, at: SampleDesk.morning, size: size)
            #expect(frame.grid.size == size)
            GridRules.check(frame)
        }
    }
}
