import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

@Suite("The actions of a case")
struct ActionMenuTests {
    /// A case whose notice went out in October and was never answered.
    private static func unanswered(keymap: String = "standard", clock: String = "2026-11-20") throws -> DeskDriver {
        try DeskDriver.onCase(
            DeskCases.restaurant(received: "2026-10-12"), desk: SampleDesk.desk(keymap: keymap),
            clock: DeskCases.moment(clock)
        ) { file, store in
            let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-10-12", in: store)
            _ = try DeskCases.issue(judged, on: "2026-10-13", in: store)
        }
    }

    @Test(
        "every action stands in the list, in every keymap, and says why it can't be",
        arguments: SampleDesk.keymaps.map(\.name))
    func list(keymap: String) throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(keymap: keymap))
        desk.perform(.actions)
        #expect(desk.place == .picker)
        guard case .picker(let picker)? = desk.state.modal else { return }
        #expect(picker.options.map(\.id).sorted() == CaseAction.allCases.map(\.rawValue).sorted())
        let possible = picker.options.prefix { $0.barred == nil }
        #expect(!possible.isEmpty && picker.options.dropFirst(possible.count).allSatisfy { $0.barred != nil })
        #expect(desk.whyNot("延长补正期限")?.contains("没有等待补正的告知书") == true)
        desk.press("Esc")
        #expect(desk.place == .checklist)
    }

    @Test("choosing what can't be done says why; typing narrows the list")
    func barred() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("x")
        desk.type("撤回")
        #expect(desk.row(with: "延长补正期限") == nil)
        desk.press("Enter")
        #expect(desk.state.modal == nil && desk.status.contains("没有等待补正的告知书"))
        #expect(try desk.payloads() == [])
    }

    @Test("the list begins on the first action that can be taken")
    func firstFree() throws {
        var desk = try Self.unanswered(clock: "2026-10-20")
        desk.press("x", "Enter")
        #expect(desk.place == .reader && desk.screen.contains("各轮对照"))
    }
}
