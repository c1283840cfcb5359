import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Presses keys at random, much as a cat would, and looks at the desk after each.
@Suite("Key walks")
struct KeyWalkTests {
    struct Walk: CustomTestStringConvertible, Sendable {
        let seed: UInt64
        let keymap: String
        let language: Language
        let size: Size
        var testDescription: String { "\(keymap), \(language), \(size.columns)x\(size.rows), seed \(seed)" }
    }

    static let keysPerWalk = 5_000
    static let walks = [
        Walk(seed: 1, keymap: "standard", language: .zh, size: Size(rows: 24, columns: 80)),
        Walk(seed: 2, keymap: "vi", language: .en, size: Size(rows: 20, columns: 60)),
        Walk(seed: 3, keymap: "function-keys", language: .zh, size: Size(rows: 40, columns: 120)),
        Walk(seed: 4, keymap: "standard", language: .en, size: Size(rows: 30, columns: 118)),
    ]

    @Test("no keys trap the desk, garble the screen or lose track of the store", arguments: walks)
    func walk(_ walk: Walk) throws {
        var dice = Dice(seed: walk.seed)
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        let failing = FailingStore(store)
        let desk = SampleDesk.desk(language: walk.language, keymap: walk.keymap)
        var driver = DeskDriver(desk, store: failing, size: walk.size)
        let names = desk.keymap.bindings.flatMap { $0.chord.strokes.map(\.name) }
        var deepest: Set<DeskPlace> = []
        for step in 0..<Self.keysPerWalk {
            if driver.state.isOver { driver = DeskDriver(desk, store: failing, size: walk.size, clock: driver.clock) }
            if driver.state.lock.isLocked, dice.below(8) == 0 { unlock(&driver, failing) }
            trouble(&driver, failing, &dice)
            try press(&driver, names, &dice)
            deepest.insert(driver.place)
            let frame = driver.frame
            GridRules.check(frame)
            let problem = try problem(driver, frame, store)
            try #require(problem == nil, "step \(step): \(problem ?? "")")
        }
        failing.fail(with: nil)
        driver.carryOut()
        // Which few a walk misses is chance.
        #expect(deepest.count >= DeskPlace.allCases.count - 6)
    }

    private func press(_ driver: inout DeskDriver, _ names: [String], _ dice: inout Dice) throws {
        switch dice.below(100) {
        case 0..<70: driver.press(dice.pick(names))
        case 70..<80: driver.press(dice.pick(["Enter", "Down", "1", "2", "F8", "y", "F2", "Enter", "n"]))
        case 80..<88: driver.type(dice.pick(["王", "羊汤", "ｊ", "／", "7", "x", " ", "👨‍👩‍👧‍👦", "e\u{301}", "\u{202E}"]))
        case 88..<90: driver.paste(dice.pick(["羊汤", DeskCases.creditCode, "\u{1B}[31m\n\t\u{0}", "1949-13-32"]))
        case 90..<93: driver.send(.tick)
        case 93..<95:
            let size = dice.pick([(20, 60), (24, 80), (40, 120), (19, 80), (5, 5), (0, 0), (25, 77), (31, 131)])
            driver.resize(rows: size.0, columns: size.1)
        case 95..<97: driver.press("Esc", "Esc", "Enter")
        case 97:
            driver.clock = Moment(secondsSince1970: driver.clock.secondsSince1970 + Int64(dice.below(40_000)))
        case 98:
            driver.resize(rows: 24, columns: 80)
            if driver.place == .queue { driver.perform(dice.pick([.tickets, .search])) }
        default: try other(driver, &dice)
        }
    }

    /// The store fails now and then, and answers come late.
    private func trouble(_ driver: inout DeskDriver, _ store: FailingStore, _ dice: inout Dice) {
        switch dice.below(60) {
        case 0: store.fail(with: dice.pick([.busy, .diskFull]), reads: dice.below(2) == 0)
        case 1...3: store.fail(with: nil)
        case 4: driver.holdsBack = true
        case 5...8: driver.carryOut()
        case 9 where !driver.waiting.isEmpty: driver.carryOut(at: dice.below(driver.waiting.count))
        default: break
        }
    }

    /// Chooses a PIN where there is none yet, and types it.
    private func unlock(_ driver: inout DeskDriver, _ store: FailingStore) {
        store.fail(with: nil)
        driver.carryOut()
        driver.idle(seconds: 600)
        driver.press("Esc")
        for _ in 0..<4 where driver.state.lock.isLocked {
            driver.type("2580")
            driver.press("Enter")
        }
    }

    /// Another clerk writes to the same case.
    private func other(_ driver: DeskDriver, _ dice: inout Dice) throws {
        guard let number = driver.file?.number, let file = try? driver.store.load(number) else { return }
        guard case .checking = file.phase else { return }
        let payload: CaseEvent.Payload = dice.pick([
            .materialRecorded(record: MaterialRecord(material: .layoutPlan, how: .missing)),
            .materialCleared(material: .applicationForm),
            .particularsChanged(particulars: DeskCases.restaurant("别人改的")), .identityRevealed,
        ])
        _ = try? driver.store.append(
            [payload], to: number, expecting: file.revision,
            stamp: EventStamp(at: driver.clock, by: ClerkID("limin")))
    }

    /// What holds whatever was pressed; nil where it does.
    private func problem(_ driver: DeskDriver, _ frame: Frame, _ store: any DeskStoring) throws -> String? {
        let state = driver.state
        let awaited: [Int?] = [
            state.writing?.effect.id, state.opening?.effect, state.reading, state.queue.asked?.effect,
            state.drafts.comparing?.effect, state.inspection.preparing?.effect,
        ]
        if !state.held.isEmpty, awaited.allSatisfy({ $0 == nil }) { return "keys are held for no answer" }
        guard let file = driver.file else { return nil }
        let history = try store.history(of: file.number)
        guard CaseFile(number: file.number, history: history.prefix(file.revision.count)) == file else {
            return "the case on the desk is not what its history says"
        }
        if state.work?.isRevealed == false, GridRules.shows(DeskCases.idNumber, in: frame.grid) {
            return "an identity number shows"
        }
        if file.notices.count != Set(file.notices.map(\.number)).count { return "a number was used twice" }
        return nil
    }
}
