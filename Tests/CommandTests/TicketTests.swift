import Foundation
import Testing

/// Tickets without a desk.
struct TicketCommandTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func ticket(_ arguments: String...) throws -> CommandRun {
        try work.run(["ticket"] + arguments + ["--store", work.store])
    }

    @Test func aKioskTakesAWindowCallsAndAListShows() throws {
        let first = try ticket("take", "--kind", "walk-in", "--region", "东部片区")
        #expect(first.code == 0)
        #expect(first.lines.first == "号码 A001（现场取号）")
        #expect(first.lines.contains("前面还有0人"))
        let second = try ticket("take", "--kind", "priority", "--region", "东部片区", "--json").object()
        #expect(second["number"] as? String == "AP001" && second["ahead"] as? Int == 0)
        let call = try ticket("call", "--window", "A02")
        #expect(call.code == 0 && call.output == "请 AP001 号到 A02 窗口\n")
        let busy = try ticket("call", "--window", "A02")
        #expect(busy.code == 1 && busy.complaints.count == 1 && busy.errors.contains("AP001"))
        let list = try ticket("list", "--json").objects()
        #expect(list.map { $0["number"] as? String } == ["A001", "AP001"])
        #expect(list.map { $0["state"] as? String } == ["waiting", "called"])
        #expect(list.last?["window"] as? String == "A02")
        #expect(try ticket("list").lines.count == 2)
        let board = try work.run("call-board", "--once", "--store", work.store)
        #expect(board.code == 0 && board.output == "请 AP001 号到 A02 窗口\n")
        let other = try work.run("call-board", "--once", "--region", "西部片区", "--store", work.store)
        #expect(other.code == 0 && other.output == "")
    }

    @Test func anAppointmentNamesNobodyInLists() throws {
        let taken = try ticket(
            "take", "--kind", "appointment", "--region", "东部片区", "--at", "23:59", "--name", "刘桂兰", "--phone-tail",
            "0416")
        #expect(taken.code == 0 && taken.output.contains("预约时间 23:59"))
        for run in [try ticket("list"), try ticket("list", "--json")] {
            #expect(run.code == 0 && run.output.contains("23:59") && !run.output.contains("刘桂兰"))
            #expect(!run.output.contains("0416"))
        }
    }

    @Test func nobodyWaits() throws {
        let call = try ticket("call", "--window", "A03")
        #expect(call.code == 1 && call.errors == "没有人在等\n" && call.output == "")
    }

    @Test(
        arguments: [
            ["take", "--kind", "nobody", "--region", "东部片区"], ["take", "--kind", "walk-in"],
            ["take", "--kind", "walk-in", "--region", "月亮"],
            ["take", "--kind", "appointment", "--region", "东部片区"],
            ["take", "--kind", "appointment", "--region", "东部片区", "--at", "25:00"],
            ["take", "--kind", "walk-in", "--region", "东部片区", "--at", "10:00"],
            ["take", "--kind", "walk-in", "--region", "东部片区", "--name", "刘"],
            ["call", "--window", "Z9"], ["call"],
        ])
    func badUsage(arguments: [String]) throws {
        let run = try work.run(["ticket"] + arguments + ["--store", work.store])
        #expect(run.code == 2 && run.output == "" && run.complaints.count == 1)
    }

    @Test func anOfficeWithoutTicketsGivesNoneOut() throws {
        let path = "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml"
        let sample = try String(contentsOfFile: path, encoding: .utf8)
        let end = try #require(sample.range(of: "\ntickets:"))
        try work.write(String(sample[..<end.lowerBound]) + "\n", to: "office.yaml")
        let run = try ticket("list", "--office", "office.yaml")
        #expect(run.code == 1 && run.complaints.count == 1)
    }
}
