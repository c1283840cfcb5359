import CaseDomain
import ClerkDesk
import Outgoing
import TestSupport
import Testing

@Suite("Printing at the desk")
struct PrintJourneyTests {
    /// A desk with its one notice on the screen.
    private func desk(_ printers: PretendPrinters) -> DeskDriver {
        var desk = DeskDriver(printing: printers)
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1", "F8", "y")
        #expect(desk.file?.notices.count == 1)
        return desk
    }

    @Test("one key and Enter print to the default printer, in as many copies as the paper says")
    func defaults() throws {
        let printers = PretendPrinters()
        var desk = desk(printers)
        desk.press("p")
        #expect(desk.place == .entry)
        #expect(desk.screen.contains("默认：Front") && desk.row(with: "份数") != nil)
        desk.press("Enter")
        let order = try #require(printers.orders.first)
        let text = try #require(desk.file?.notices.first?.text)
        #expect(order.printer == nil && order.document == PrintDocument(text: text) && order.copies == 2)
        #expect(order.title == desk.file?.notices.first?.number.text)
    }

    @Test("another printer, another number of copies; a bad number is refused where it stands")
    func choice() throws {
        let printers = PretendPrinters()
        var desk = desk(printers)
        desk.press("p", "Up", "Right", "Right", "Down", "Backspace")
        desk.type("x")
        #expect(desk.screen.contains("Back  停用 out of paper"))
        desk.press("Enter")
        #expect(desk.screen.contains("份数应为 1 至 99") && printers.orders.isEmpty)
        desk.press("Backspace")
        desk.type("3")
        desk.press("Enter")
        #expect(printers.orders.map(\.printer) == ["Back"])
    }

    @Test("the list of printers may come late; what was typed meanwhile stays")
    func lateList() {
        let printers = PretendPrinters()
        var desk = desk(printers)
        desk.holdsBack = true
        desk.press("p", "Backspace")
        desk.type("4")
        #expect(desk.screen.contains("默认打印机"))
        desk.carryOut()
        #expect(desk.screen.contains("默认：Front") && desk.row(with: "份数")?.contains("4") == true)
        desk.press("Enter")
        #expect(printers.orders.count == 1)
    }

    @Test("the job is followed until it is over, and says how it ended")
    func progress() {
        let states: [PrintJobState] = [.printing("warming up"), .held("out of paper"), .done("")]
        var desk = desk(PretendPrinters(states: states))
        desk.press("p", "Enter")
        #expect(desk.status.contains("Front-1"))
        desk.press("Down")
        desk.idle(seconds: 1)
        #expect(desk.screen.contains("Front-1 正在打印；打印机说：warming up"))
        desk.idle(seconds: 1)
        #expect(desk.screen.contains("Front-1 停在打印队列里：out of paper"))
        desk.idle(seconds: 1)
        #expect(desk.status.contains("Front-1 打印结束"))
        let asked = desk.effects.count
        desk.idle(seconds: 1)
        #expect(desk.effects.dropFirst(asked).allSatisfy { if case .watchPrints = $0.job { false } else { true } })
    }

    @Test("a job can be cancelled; without one the action says so")
    func cancel() {
        let printers = PretendPrinters(states: [.waiting])
        var desk = desk(printers)
        desk.press("x")
        #expect(desk.whyNot("取消打印")?.contains("没有正在打印的文书") == true)
        desk.press("Esc", "p", "Enter")
        desk.press("x")
        desk.type("取消打印")
        desk.press("Enter")
        #expect(printers.cancelled == ["Front-1"])
        #expect(desk.status.contains("Front-1 已取消"))
    }

    @Test(
        "every error says what is wrong, and the notice stays",
        arguments: [
            (PrintError.noPrintSystem, "P-01"), (.noPrinter, "P-03"), (.unknownPrinter("X"), "没有打印机 X"),
            (.disabled(printer: "Front", reason: "维修"), "维修"), (.rejecting(printer: "Front", reason: "满"), "不收任务"),
            (.schedulerDown, "cupsd"), (.timedOut, "请先看打印机"),
        ])
    func errors(error: PrintError, words: String) throws {
        var desk = desk(PretendPrinters(fails: error))
        desk.press("p")
        if error == .noPrintSystem { #expect(desk.screen.contains(words)) }
        desk.press("Enter")
        #expect(desk.status.contains(words))
        #expect(try desk.stored().notices.count == 1)
    }
}
