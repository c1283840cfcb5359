import CaseDomain
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore
import ScreenKit
import TestSupport
import Testing

/// Ten thousand keys at random through a real terminal, as a cat would press them: the program doesn't crash, what stands
/// on the screen is what would be painted anew, and the store is whole.
@Suite(.serialized)
struct RandomWalkTests {
    private static let keys = 10_000
    private static let batch = 100

    @Test(arguments: [(80, 24, 41), (120, 40, 42)])
    func walk(columns: Int, rows: Int, seed: Int) throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let (status, words) = try Tool.run([
            Program.path, "generate", "--cases", "40", "--seed", "\(seed)", "--store", store,
        ])
        #expect(status == 0, "\(words)")
        let terminal = try Terminal(["--store", store], columns: columns, rows: rows, home: home)
        try terminal.wait(for: "F10")
        var dice = Dice(seed: UInt64(seed))
        let names = try Self.names()
        let batches = Self.keys / Self.batch / 2
        var differing = 0
        for batch in 0..<batches {
            try terminal.press((0..<Self.batch).map { _ in Self.key(names, &dice) })
            let (before, after) = try terminal.redrawn()
            if before != after { differing += 1 }
            // Out of wherever the walk got lost, so that it gets about.
            if batch % 4 == 3 { try terminal.press("Escape", "Escape", "Escape") }
        }
        // Counts, previews and what printers say come when they like, now and then between the two looks. What is painted
        // wrongly would differ again and again; `PaintWalkTests` compares every frame.
        #expect(differing <= batches / 5)
        try check(store)
    }

    private static func key(_ names: [String], _ dice: inout Dice) -> String {
        switch dice.below(100) {
        case 0..<75: dice.pick(names)
        case 75..<88: dice.pick(["Enter", "Down", "1", "2", "F8", "y", "F2", "Escape", "n"])
        default: dice.pick(["王", "羊", "汤", "ｊ", "7", "x", "Space"])
        }
    }

    /// What the keymap binds, without the ways out, which are tried elsewhere, and without printing: what the print
    /// system says comes when it likes, between two looks at the screen.
    private static func names() throws -> [String] {
        let keymap = try JourneyTests.keymap()
        let left: Set<DeskIntent> = [.quit, .redraw, .print, .lock]
        return keymap.bindings.filter { !left.contains($0.intent) }
            .flatMap { $0.chord.strokes.map(\.tmuxName) }.filter { $0 != ";" }
    }

    /// Every case is what its history says, and the chain over all events holds.
    private func check(_ path: String) throws {
        let store = try SQLiteCaseStore(path: path, projection: SampleDesk.projection)
        #expect(try store.verifyChain() == nil)
        let page = try store.queue(
            QueueQuery(filter: .all, today: SampleDesk.morning.date), from: .first, limit: 200)
        #expect(page.rows.count >= 40)
        for row in page.rows {
            let file = try #require(try store.load(row.number))
            #expect(CaseFile(number: row.number, history: try store.history(of: row.number)) == file)
        }
    }
}
