import CaseDomain
import ChecklistRules
import TestSupport
import Testing

@testable import ChecklistFiles

/// The table of a case's life, and the cases that nobody need look at.
struct LifeCycleTests {
    private static let path = "Sources/ChecklistFiles/Calendars/life.yaml"

    private func faults(_ change: (String) -> String = { $0 }) throws -> [ChecklistDiagnostic] {
        let text = try change(SourceTree.text(Self.path))
        return LifeCycleLint.diagnostics(try LifeCycleFile.decode(text, file: "life.yaml"), file: "life.yaml")
    }

    @Test func `the table that ships is sound`() throws {
        #expect(try faults().isEmpty)
        let life = try LifeCycleFile.decode(SourceTree.text(Self.path), file: "life.yaml")
        #expect(life.reachable(on: .licence) == TermSet(CaseState.allCases))
        #expect(
            life.line(on: .licence).map(\.state) == [
                .checking, .accepted, .inspecting, .inspected, .reviewed, .approved, .licensed, .delivered, .archived,
            ])
        #expect(
            life.line(on: .cancellation).map(\.state) == [.checking, .accepted, .reviewed, .approved, .archived])
        #expect(life.line(on: .filing).map(\.state) == [.checking, .accepted, .licensed, .delivered, .archived])
        #expect(life.line(on: .note).map(\.state) == [.checking, .accepted, .archived])
        #expect(!life.allows(.approve, in: .accepted, on: .filing) && life.allows(.approve, in: .accepted))
    }

    @Test(arguments: [
        ("to: refused, ", "", "refuse is said to lead to nothing"),
        ("to: inspected\n", "to: reviewed\n", "waive is said to lead to reviewed"),
        ("rectifying, ", "", "no step leads to rectifying"),
        ("from: [reviewed], may-lead", "from: [], may-lead", ""),
        ("to: delivered, next: [licensed]", "to: delivered, next: [approved]", "deliver leads on from approved"),
    ])
    func `what is wrong with a table is said`(_ old: String, _ new: String, _ told: String) throws {
        let found = try faults { text in
            #expect(text.contains(old), "\(old)")
            return text.replacing(old, with: new)
        }
        #expect(told.isEmpty ? found.isEmpty : found.contains { $0.message.contains(told) }, "\(found)")
    }

    @Test func `a state that nothing leads on from is found`() throws {
        let found = try faults { $0.replacing("from: [licensed], to: delivered", with: "from: [], to: delivered") }
        #expect(found.contains { $0.code == .unreachable && $0.message.contains("nothing leads on from licensed") })
        #expect(found.contains { $0.message.contains("no step leads to delivered") })
    }

    @Test func `bad keys and terms are refused`() throws {
        for (old, new) in [("next:", "nxt:"), ("cancellation: []", "cancelation: []"), ("[approver]", "[aprover]")] {
            let text = try SourceTree.text(Self.path).replacing(old, with: new)
            #expect(throws: DataLoadFailure.self) { try LifeCycleFile.decode(text, file: "life.yaml") }
        }
    }

    @Test func `who is excused from an inspection, by the law's own cases`() {
        func ids(_ particulars: Particulars) -> [String] {
            SampleDesk.book.waivers(for: particulars, at: SampleDesk.office).map(\.id)
        }
        #expect(ids(DeskCases.restaurant()).isEmpty)
        #expect(ids(DeskCases.held(.renewal)).isEmpty)
        #expect(ids(DeskCases.held(.renewal, facts: [.conditionsUnchanged: false])).isEmpty)
        #expect(ids(DeskCases.held(.renewal, facts: [.conditionsUnchanged: true])) == ["statement"])
        #expect(ids(DeskCases.held(.reissue)) == ["reissue"])
        // What a change changes isn't known yet.
        #expect(ids(DeskCases.held(.change)).isEmpty)
        var change = DeskCases.held(.change)
        change.facts.changed = [.name]
        #expect(ids(change) == ["not-on-site"])
        change.facts.changed = [.name, .layout]
        #expect(ids(change).isEmpty)
        #expect(ids(DeskCases.workshop()) == ["when-necessary"])
    }

    @Test(arguments: [("look: optional", "look: optionl", "optional"), ("    look: weighed\n", "", "look")])
    func `a waiver that doesn't say what becomes of the look is refused at its line`(
        old: String, new: String, hint: String
    ) throws {
        let text = try SourceTree.text("Sources/ChecklistFiles/Checklists/waivers.yaml")
        #expect(text.contains(old))
        let failure = #expect(throws: DataLoadFailure.self) {
            try WaiversFile.decode(text.replacing(old, with: new), file: "waivers.yaml")
        }
        let told = failure?.diagnostics.map { "\($0)" }.joined() ?? ""
        #expect(told.contains(hint), "\(told)")
    }
}
