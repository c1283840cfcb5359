import CaseDomain
import CaseStore
import ClerkDesk
import Outgoing
import ScreenKit
import TestSupport
import Testing

/// 叫号 by keys.
@Suite("Tickets at the desk")
struct TicketJourneyTests {
    private let store = SampleDesk.store()

    /// A desk at A02 with three who wait there.
    private func desk(_ printing: any PaperPrinting = NoPrinting()) throws -> DeskDriver {
        for minute in 0...2 { try take("walk-in", minute) }
        var desk = DeskDriver(store: store, printing: printing)
        desk.press("F7")
        return desk
    }

    private func take(_ kind: String, _ minute: Int, region: String = "东部片区") throws {
        _ = try store.perform(
            .take(TicketTaking(kind: kind, region: region)), at: SampleDesk.office, stamp: SampleHall.stamp(minute)
        ).get()
    }

    private func ticket(_ number: String) throws -> Ticket {
        let book = try store.tickets(on: SampleDesk.today, since: nil)?.book
        return try #require(book?[SampleHall.number(number)])
    }

    @Test("a number is called, a case is taken in for it, and it is done")
    func newCase() throws {
        var desk = try desk()
        desk.press("n")
        #expect(desk.status == "请 A001 号到 A02 窗口")
        #expect(desk.frame.grid.roles.contains("NNNNNNNN"))
        desk.press("Enter")
        #expect(desk.place == .picker && desk.screen.contains("一次性告知单"))
        desk.press("Enter")
        #expect(desk.place == .form)
        #expect(try ticket("A001").state == .serving)
        #expect(desk.screen.split(separator: "\n")[0].contains("办理中A001"))
        desk.takeIn()
        let number = try #require(desk.file?.number)
        #expect(try ticket("A001").cases == [number])
        desk.press("Esc")
        #expect(desk.place == .confirm && desk.screen.contains("A001 号的事办完了吗"))
        desk.press("y")
        #expect(try ticket("A001").state == .done)
        #expect(desk.place == .tickets && desk.status == "A001 已办结")
    }

    @Test("a case that is in the store is found for a ticket and kept with it; a no leaves it being served")
    func existingCase() throws {
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var desk = try desk()
        desk.press("n", "Enter", "Down", "Enter")
        #expect(desk.place == .search)
        desk.press("Enter", "Enter")
        #expect(desk.file?.number == file.number)
        #expect(try ticket("A001").cases == [file.number])
        desk.press("Esc")
        #expect(desk.place == .confirm)
        desk.press("n")
        #expect(try ticket("A001").state == .serving)
        desk.press("F7", "f")
        #expect(try ticket("A001").state == .done)
    }

    @Test("who only asks gets the slip of what to bring, and is done")
    func consultation() throws {
        var desk = try desk()
        desk.press("n", "Enter", "Down", "Down", "Enter")
        #expect(desk.place == .form && desk.status.contains("F6"))
        desk.type("问问")
        desk.press("Esc", "y")
        #expect(desk.place == .confirm && desk.screen.contains("A001 号的事办完了吗"))
        desk.press("y")
        #expect(try ticket("A001").state == .done && ticket("A001").cases == [])
    }

    @Test("passed over, back in line, on hold, sent on: each by one key, and each refusal says why")
    func otherWays() throws {
        var desk = try desk()
        desk.press("s")
        #expect(desk.status == "A001 还没有叫，先叫号")
        desk.press("n", "n")
        #expect(desk.status.contains("A001 还在本窗口"))
        desk.press("c", "s")
        #expect(try ticket("A001").state == .skipped && ticket("A001").calls == 2)
        desk.press("End", "r")
        #expect(try ticket("A001").state == .waiting && desk.status == "A001 回到队里")
        desk.press("n")
        #expect(desk.status == "请 A002 号到 A02 窗口")
        desk.press("h")
        #expect(try ticket("A002").state == .held)
        desk.press("Home", "Enter")
        #expect(try ticket("A002").state == .serving && desk.status == "A002 接着办理")
        desk.press("t")
        #expect(desk.place == .picker)
        desk.type("A04")
        desk.press("Enter")
        #expect(try ticket("A002").state == .transferred && ticket("A002").window == "A04")
        desk.press("End", "s")
        #expect(desk.status.contains("A002"))
    }

    @Test("a desk that died while serving finds its ticket again")
    func comingBack() throws {
        var died = try desk()
        died.press("n", "Enter", "Enter")
        var desk = DeskDriver(store: store)
        #expect(desk.status == "A001 还在本窗口，没有办结；按 F7 接着办")
        #expect(desk.screen.split(separator: "\n")[0].contains("办理中A001"))
        desk.press("F7")
        #expect(desk.row(with: "A001")?.contains("办理中") == true)
        desk.press("Enter", "Enter")
        #expect(desk.place == .form)
    }

    @Test("what other windows and kiosks do shows by itself, and their regions stand below")
    func refreshing() throws {
        var desk = try desk()
        try take("priority", 5)
        try take("walk-in", 6, region: "西部片区")
        #expect(desk.row(with: "AP001") == nil)
        desk.idle(seconds: 60)
        let numbers = desk.screen.split(separator: "\n").dropFirst(4).prefix(5).map { String($0.prefix(6)) }
        #expect(numbers.map { $0.filter { $0 != " " } } == ["AP001", "A001", "A002", "A003", "B001"])
        #expect(desk.screen.contains("等候4人"))
    }

    @Test("a call stays large for a moment, and goes with the first key")
    func shouting() throws {
        var desk = try desk()
        desk.press("n")
        desk.idle(seconds: 1)
        #expect(desk.frame.grid.roles.contains("NNNNNNNN"))
        desk.idle(seconds: 5)
        #expect(!desk.frame.grid.roles.contains("NNNNNNNN") && desk.row(with: "A002") != nil)
        desk.press("c")
        #expect(desk.frame.grid.roles.contains("NNNNNNNN"))
        desk.press("Down")
        #expect(desk.row(with: "A002") != nil)
        desk.resize(rows: 20, columns: 60)
        desk.press("c")
        #expect(desk.row(with: "A002") != nil)
    }

    @Test("numbers are given out at the desk, with a slip; an appointment says when")
    func taking() throws {
        let printers = PretendPrinters()
        var desk = try desk(printers)
        desk.press("F2", "Enter")
        #expect(desk.screen.contains("号码 A004") && desk.screen.contains("前面还有3人"))
        desk.press("Esc", "F2")
        desk.type("预约")
        desk.press("Enter")
        desk.type("9时")
        desk.press("F2")
        #expect(desk.screen.contains("预约时间写作 09:30"))
        desk.press("Backspace")
        desk.type(":20")
        desk.press("Tab")
        desk.type("刘桂兰")
        desk.press("F2")
        #expect(desk.screen.contains("号码 AY001") && desk.screen.contains("预约时间 09:20"))
        desk.press("Esc", "p", "Enter")
        let order = try #require(printers.orders.first)
        #expect(order.title == "AY001")
        #expect(String(decoding: order.document.bytes, as: UTF8.self).contains("东部片区：A02 窗口"))
        #expect(try ticket("AY001").taking.appointment?.name == "刘桂兰")
    }

    @Test("an office without tickets says so")
    func closed() throws {
        var office = SampleDesk.office
        office.ticketing = .none
        var desk = DeskDriver(SampleDesk.desk(office: office), store: store)
        desk.press("F7")
        #expect(desk.place == .queue && desk.status.contains("没有开通叫号"))
    }

    @Test("a store that fails is said, and nothing has changed")
    func failing() throws {
        try take("walk-in", 0)
        let failing = FailingStore(store)
        var desk = DeskDriver(store: failing)
        desk.press("F7")
        failing.fail(with: .busy)
        desk.press("n")
        #expect(desk.status.contains("[S-01]"))
        failing.fail(with: nil)
        desk.press("n")
        #expect(desk.status == "请 A001 号到 A02 窗口")
    }
}
