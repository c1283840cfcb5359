import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("Taking steps back")
struct UndoTests {
    /// Keys that judge the first line of a restaurant's checklist, from each way it may stand before.
    @Test(
        "every verdict can be taken back, whatever was there before", arguments: ["1", "2", "3", "0", "5"],
        [
            [], ["1"], ["2"], ["3", "3", "Left"],
        ])
    func verdicts(key: String, before: [String]) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        for key in before { desk.press("Home", key) }
        desk.press("Esc")
        if desk.place == .queue { desk.press("Enter") }
        desk.press("Home")
        let application = try desk.stored().application
        let revision = try desk.stored().revision
        desk.press(key)
        let changed = try desk.stored().application
        desk.press("F9")
        #expect(Set(try desk.stored().application.materials) == Set(application.materials))
        #expect(try desk.stored().particulars == application.particulars)
        if changed != application { #expect(try desk.stored().revision.count == revision.count + 2) }
    }

    @Test("a tolerated gap is taken back together with the request for it")
    func tolerance() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("End", "5")
        #expect(try desk.stored().particulars.facts[.toleranceRequested] == true)
        desk.press("F9")
        #expect(try desk.stored().particulars.facts[.toleranceRequested] == nil)
        #expect(try desk.stored().application.materials.isEmpty)
    }

    @Test("a retrieved paper and a single check can be taken back")
    func others() throws {
        var facts = DeskCases.restaurant()
        facts.facts[.licenceVerifiableOnline] = false
        var desk = try DeskDriver.onCase(facts)
        desk.press("Home", "Down", "4")
        #expect(desk.states[1] == .spared)
        desk.press("F9")
        #expect(desk.states[1] == .unjudged)
        desk.press("Home", "Enter", "Down", "3")
        #expect(try desk.stored().application.materials.first?.checks.failed == [.dated])
        desk.press("F9")
        #expect(try desk.stored().application.materials.isEmpty)
        desk.press("F9")
        #expect(desk.status.contains("没有可撤销"))
    }

    @Test("changed facts are taken back, and verdicts survive a change of facts")
    func facts() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("Home", "1", "n", "2")
        let judged = desk.states
        desk.press("F3")
        desk.type("（总店）")
        desk.press("F2")
        #expect(try desk.stored().particulars.applicant.name == "王记羊汤馆（总店）")
        #expect(desk.states == judged)
        desk.press("F9")
        #expect(try desk.stored().particulars.applicant.name == "王记羊汤馆")
        #expect(desk.states == judged)
    }

    @Test("a paper that isn't needed any more keeps its verdict for when it is again")
    func keptVerdicts() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("End", "1", "Up", "1")
        #expect(desk.states == [.unjudged, .spared, .unjudged, .inOrder, .inOrder])
        desk.press("F3")
        for _ in 0..<30 where desk.state.work?.form.focus != .subject { desk.press("Tab") }
        desk.press("Left", "F2")
        #expect(try desk.stored().particulars.subject == .sales)
        for _ in 0..<30 where desk.state.work?.form.focus != .items { desk.press("Tab") }
        desk.press("Enter")
        desk.type("热食")
        desk.press("Space", "Enter", "F2")
        for _ in 0..<30 where desk.state.work?.form.focus != .items { desk.press("S-Tab") }
        desk.press("Enter")
        desk.type("冷食")
        desk.press("Space", "Enter", "F2")
        #expect(try desk.stored().particulars.items == [])
        #expect(desk.states.last == .inOrder && desk.states.count < 5)
        desk.press("F9", "F9", "F9")
        #expect(desk.states == [.unjudged, .spared, .unjudged, .inOrder, .inOrder])
    }

    @Test("the first undo in a changed form only puts the form back")
    func form() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("Home", "1", "F3")
        desk.type("x")
        desk.press("F9")
        #expect(desk.state.work?.form.text(.name) == "王记羊汤馆")
        #expect(try desk.payloads().count == 1)
        desk.press("F9")
        #expect(try desk.stored().application.materials.isEmpty)
    }

    @Test("typed facts go in with the verdict that was made on them, and out with it")
    func together() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("F3")
        desk.type("x")
        desk.press("F3", "Home", "2")
        #expect(try desk.stored().particulars.applicant.name == "王记羊汤馆x")
        #expect(desk.state.work?.form.isDirty == false)
        desk.press("F9")
        #expect(try desk.stored().particulars.applicant.name == "王记羊汤馆")
        #expect(try desk.stored().application.materials.isEmpty)
    }
}
