import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("From case to case")
struct CaseStepTests {
    private func queue() throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        return DeskDriver(SampleDesk.desk(), store: store)
    }

    @Test("the next and the previous case of the view, to its ends")
    func steps() throws {
        var desk = try queue()
        let numbers = desk.state.queue.rows.map(\.number)
        desk.press("Enter")
        for number in numbers {
            #expect(desk.file?.number == number)
            desk.press("]")
        }
        #expect(desk.file?.number == numbers.last && desk.status.contains("最后一件"))
        for number in numbers.reversed() {
            #expect(desk.file?.number == number)
            desk.press("[")
        }
        #expect(desk.file?.number == numbers.first && desk.status.contains("第一件"))
        desk.press("]", "Esc")
        #expect(desk.state.queue.current?.number == numbers[1])
    }

    @Test("what was typed isn't left without a question")
    func unsaved() throws {
        var desk = try queue()
        let numbers = desk.state.queue.rows.map(\.number)
        desk.turn(to: "审查中")
        let first = try #require(desk.state.queue.current?.number)
        #expect(numbers.contains(first))
        desk.press("Enter", "F3")
        desk.type("（改）")
        desk.press("F3")
        #expect(desk.place == .checklist)
        desk.press("]")
        #expect(desk.place == .confirm)
        desk.press("n")
        #expect(desk.file?.number == first && desk.state.work?.form.isDirty == true)
        desk.press("]", "y")
        let next = try #require(desk.file?.number)
        #expect(next != first && desk.state.work?.form.isDirty == false)
    }

    @Test("a paper is left for the next case as well")
    func fromPaper() throws {
        var desk = try queue()
        desk.press("F6")
        #expect(desk.place == .notice)
        let first = desk.file?.number
        desk.press("]")
        #expect(desk.place == .checklist && desk.file?.number != first)
    }

    @Test("the next one to take waits for the desk, has the nearest due day, and isn't the one just left")
    func take() throws {
        var desk = try queue()
        desk.press("r")
        let waiting = try desk.store.queue(
            QueueQuery(filter: .waiting, today: SampleDesk.today), from: .first, limit: 99
        ).rows
        desk.press("F8")
        #expect(desk.file?.number == waiting[0].number)
        #expect(desk.state.queue.current?.number == waiting[0].number)
        desk.press("N")
        #expect(desk.file?.number == waiting[1].number)
        desk.press("N")
        #expect(desk.file?.number == waiting[0].number)
        desk.press("Esc", "F8")
        #expect(desk.file?.number == waiting[1].number)
    }

    @Test("taking goes on beyond what is loaded, and says so when there is none")
    func far() throws {
        let store = SampleDesk.store()
        for _ in 0..<230 {
            let file = try DeskCases.receive(DeskCases.restaurant(received: "2026-11-18"), into: store)
            _ = try DeskCases.append([.withdrawn(reason: "撤回")], to: file, on: "2026-11-19", in: store)
        }
        var desk = DeskDriver(SampleDesk.desk(), store: store)
        desk.press("S-Tab", "F8")
        #expect(desk.file == nil && desk.status.contains("没有等窗口办"))
        let last = try DeskCases.receive(DeskCases.restaurant("最后一家", received: "2026-11-20"), into: store)
        desk.press("F5", "F8")
        #expect(desk.file?.number == last.number && desk.state.queue.current?.number == last.number)
        desk.press("N")
        #expect(desk.file?.number == last.number && desk.status.contains("没有等窗口办"))
    }
}
