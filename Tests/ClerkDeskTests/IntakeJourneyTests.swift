import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import Outgoing
import ScreenKit
import TestSupport
import Testing

@Suite("From the counter to the second notice")
struct IntakeJourneyTests {
    @Test("a case is taken in by the form")
    func intake() throws {
        var desk = DeskDriver()
        desk.takeIn()
        let file = try desk.stored()
        #expect(desk.place == .checklist)
        #expect(desk.status.contains("2026-000001"))
        #expect(file.particulars.applicant.name == "王记羊汤馆")
        #expect(file.particulars.applicant.kind == .individual)
        #expect(file.particulars.applicant.principal?.idNumber == DeskCases.idNumber)
        #expect(file.particulars.subject == .catering)
        #expect(file.particulars.items == [.hotDishes])
        #expect(file.particulars.premises.area == 86.5)
        #expect(file.particulars.premises.county == SampleDesk.office.county)
        #expect(file.particulars.facts[.licenceVerifiableOnline] == true)
        #expect(file.particulars.receivedAt == SampleDesk.morning)
        #expect(file.window == "A02" && file.clerk == ClerkID("zhang"))
        #expect(file.checklist?.id == "food-operation-licence/new")
        #expect(desk.states == [.unjudged, .spared, .unjudged, .unjudged, .unjudged])
        desk.press("Esc")
        #expect(desk.place == .queue)
        #expect(desk.row(with: "王记羊汤馆") != nil)
    }

    @Test("every key changes the verdict, and the gate opens when all is judged")
    func judging() throws {
        var desk = DeskDriver()
        desk.takeIn()
        desk.press("1")
        #expect(desk.states == [.inOrder, .spared, .unjudged, .unjudged, .unjudged])
        desk.press("1")
        #expect(desk.status.contains("免提交"))
        desk.press("n", "3")
        #expect(desk.place == .checks && desk.state.work?.line == 2)
        #expect(desk.states[2] == .unjudged)
        desk.press("1", "1", "3", "1", "1", "1")
        #expect(desk.states == [.inOrder, .spared, .defective, .unjudged, .unjudged])
        desk.press("Left", "n", "2")
        #expect(desk.states == [.inOrder, .spared, .defective, .missing, .unjudged])
        #expect(desk.outcome == .undetermined)
        desk.press("Home", "F8")
        #expect(desk.state.modal == nil && desk.state.work?.line == 4)
        #expect(desk.status.contains("还有 1 行未审"))
        desk.press("F6")
        #expect(desk.place == .notice && desk.screen.contains("不能发出"))
        desk.press("F8")
        #expect(desk.place == .checklist && desk.state.work?.line == 4)
        #expect(try desk.stored().notices.isEmpty)
        desk.press("1")
        #expect(desk.states == [.inOrder, .spared, .defective, .missing, .inOrder])
        #expect(desk.outcome == .correct)
        desk.press("F7")
        #expect(desk.status.contains("不能受理"))
    }

    @Test("an issued notice is final, and papers that come back get the next one")
    func twoRounds() throws {
        var desk = DeskDriver()
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1", "F8")
        #expect(desk.place == .confirm)
        desk.press("n", "F8", "y")
        let first = try #require(try desk.stored().notices.first)
        #expect(first.number.text == "示审食补〔2026〕1号" && first.round == 1)
        #expect(desk.status.contains(first.number.text) && desk.place == .notice)
        #expect(first.items.map(\.material) == [.layoutPlan, .processDescription])

        let before = try desk.payloads()
        desk.press("F8")
        #expect(desk.status.contains("只能告知一次"))
        desk.press("F6", "Home", "1", "2", "3", "0", "5", "F9", "F7", "g", "F8")
        #expect(try desk.payloads() == before)
        desk.press("3")
        #expect(desk.status.contains("等待补正"))

        desk.clock = DeskCases.moment("2026-11-25")
        desk.press("t")
        #expect(desk.screen.contains("食品加工操作流程"))
        desk.press("Enter", "y")
        #expect(try desk.stored().phase == .checking)
        #expect(try desk.stored().submittedOn == DeskCases.date("2026-11-25"))
        #expect(desk.states == [.inOrder, .spared, .unjudged, .unjudged, .inOrder])
        desk.press("F8", "1", "2", "F8")
        desk.declineVisit()
        desk.press("F8", "y")
        let notices = try desk.stored().notices
        #expect(notices.map(\.number.text) == ["示审食补〔2026〕1号", "示审食补〔2026〕2号"])
        #expect(notices.map(\.round) == [1, 2] && notices[0] == first)
        #expect(notices[1].items.map(\.material) == [.processDescription])
        desk.press("Left")
        #expect(desk.screen.contains(first.number.text) && desk.state.paper?.shown?.number == first.number)
        desk.press("Left")
        #expect(desk.status.contains("没有别的文书"))
    }

    @Test("the paper is stored byte for byte as it stood on the screen")
    func bytes() throws {
        var desk = DeskDriver(size: Size(rows: 120, columns: 80))
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1", "F8", "y")
        let file = try desk.stored()
        let notice = try #require(file.notices.first)
        let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).map(String.init)
        let shown = rows.prefix(notice.lines.count).map { String($0.drop { $0 == " " }) }
        #expect(shown == notice.lines.map { String($0.drop { $0 == " " }) })
        #expect(notice.text.utf8.elementsEqual(desk.file?.notices.first?.text.utf8 ?? "".utf8))
        let again = try #require(
            CaseFile(number: file.number, history: try desk.store.history(of: file.number)))
        #expect(again == file && again.notices[0].text.utf8.elementsEqual(notice.text.utf8))
    }

    @Test("printing needs an issued notice and never takes it back")
    func printing() throws {
        var desk = DeskDriver(printing: PretendPrinters(fails: .refused("no paper")))
        desk.takeIn()
        desk.press("1", "n", "2", "2", "1", "F6", "p")
        #expect(desk.status.contains("发出以后才能打印"))
        desk.press("F8", "y", "p", "Enter")
        #expect(desk.status.contains("no paper"))
        #expect(try desk.stored().notices.count == 1)
        var fine = DeskDriver(store: desk.store, printing: PretendPrinters())
        fine.press("Enter", "F6", "p", "Enter")
        #expect(fine.status.contains("Front-1"))
    }
}
