import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Reasons")
struct WhyNotTests {
    private static let size = Size(rows: 24, columns: 80)

    private func tried(_ intent: DeskIntent, _ desk: DeskDriver) -> (state: DeskState, effects: [Effect]) {
        var state = desk.state
        state.board = StatusBoard()
        let stamp = EventStamp(at: desk.clock, by: desk.desk.clerk)
        let effects = DeskReducer.carryOut(intent, &state, stamp, desk.desk)
        return (state, effects)
    }

    @Test("everything asked for at any place does something or says why not", arguments: ScreenScene.all)
    func reasons(scene: ScreenScene) throws {
        let desk = try scene.driver(Self.size)
        var before = desk.state
        before.board = StatusBoard()
        for intent in DeskIntent.allCases {
            let (state, effects) = tried(intent, desk)
            #expect(!effects.isEmpty || state != before, "\(intent) is silent")
            let isBoundHere = desk.desk.keymap.bindings.contains { $0.context == desk.place && $0.intent == intent }
            if isBoundHere { #expect(state.status?.text != "这个键在这里不起作用", "\(intent) says nothing") }
        }
    }

    @Test("what the footer greys out is refused with a reason", arguments: ScreenScene.all)
    func footer(scene: ScreenScene) throws {
        let desk = try scene.driver(Self.size)
        for intent in DeskIntent.allCases where WhyNot.trial(intent, desk.state, desk.desk) != nil {
            let (state, effects) = tried(intent, desk)
            #expect(effects.isEmpty && state.status != nil, "\(intent)")
        }
    }

    /// What writes to the case with one key must be undoable; everything else asks first.
    @Test("nothing that can't be taken back hangs on one key", arguments: ScreenScene.all)
    func oneKey(scene: ScreenScene) throws {
        let desk = try scene.driver(Self.size)
        for intent in DeskIntent.allCases {
            let (state, effects) = tried(intent, desk)
            guard let writing = state.writing else { continue }
            #expect(effects.contains(writing.effect))
            switch desk.state.modal {
            case .question?: #expect(intent == .yes, "\(intent) answers a question")
            // An entry or a list is filled in before; its last key is not the only one.
            case .entry?, .picker?: break
            default:
                if case .append([.identityRevealed], _, _, _) = writing.effect.job { continue }
                // What was typed into a new form is kept by saving it, and the case can be withdrawn.
                switch writing.effect.job {
                case .receive, .receiveTogether: #expect(intent == .save)
                default: #expect(writing.inverse != nil, "\(intent) can't be taken back")
                }
            }
        }
    }

    @Test("undo says how what was issued or decided can be put right instead")
    func undo() throws {
        let issued = ScreenScene.papers.first { $0.name == "notice-issued" }
        var desk = try #require(issued).driver(Self.size)
        desk.press("Esc", "F9")
        #expect(desk.status.contains("撤回告知书"))
        var accepted = try #require(ScreenScene.boxes.first { $0.name == "clocks-stopped" }).driver(Self.size)
        accepted.press("Esc", "F9")
        #expect(accepted.status.contains("不能撤销"))
    }
}

@Suite("Answers")
struct QuestionGateTests {
    private func issuing() throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        }
    }

    @Test("an Enter that was on its way before the question was there is no answer")
    func ahead() throws {
        var desk = try issuing()
        desk.pressAhead("F8", "Enter", "Enter")
        #expect(desk.place == .confirm && desk.status.contains("没有当作回答"))
        #expect(try desk.stored().notices.isEmpty)
        desk.press("Enter")
        #expect(try desk.stored().notices.count == 1)
    }

    @Test("y is pressed for nothing else and counts")
    func yes() throws {
        var desk = try issuing()
        desk.pressAhead("F8", "y")
        #expect(try desk.stored().notices.count == 1)
    }

    @Test("a key that is neither yes nor no doesn't answer", arguments: ["Down", "F5", "PgUp", "C-l", "x"])
    func others(key: String) throws {
        var desk = try issuing()
        desk.press("F8", key)
        #expect(desk.place == .confirm)
        desk.press("n")
        #expect(desk.state.modal == nil)
        #expect(try desk.stored().notices.isEmpty)
    }

    @Test("a click that was aimed at something else is no answer either")
    func click() throws {
        var desk = try issuing()
        var asked = desk
        asked.press("F8")
        let area = try #require(asked.frame.areas.last { $0.target == .keys("y") })
        var state = desk.state
        let stamp = EventStamp(at: desk.clock, by: desk.desk.clerk)
        _ = DeskReducer.carryOut(.issue, &state, stamp, desk.desk)
        let event = DeskEvent(stamp: stamp, input: .pointer(.click(area.rect.origin)))
        #expect(DeskReducer.reduce(&state, event, desk: desk.desk).isEmpty)
        if case .question? = state.modal {} else { Issue.record("the question is gone") }
        desk.press("F8")
        desk.click(row: area.rect.row, column: area.rect.column)
        #expect(try desk.stored().notices.count == 1)
    }
}
