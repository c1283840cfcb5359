import CTerminalShim
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@testable import TerminalIO

extension RendererSeamTests {
    /// Ten thousand keys, each painted over what stood there before: the rows of curses' screen are those of the grid.
    @Test("whatever is painted over whatever, the screen is the frame", arguments: [(24, 80, 8_000), (40, 120, 2_000)])
    func walk(rows: Int, columns: Int, keys: Int) throws {
        var dice = Dice(seed: UInt64(rows))
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        let desk = SampleDesk.desk()
        let names = desk.keymap.bindings.filter { ![.quit, .lock].contains($0.intent) }.flatMap {
            $0.chord.strokes.map(\.name)
        }
        try withSession(rows: Int32(rows), columns: Int32(columns)) { session in
            let size = Size(rows: rows, columns: columns)
            var driver = DeskDriver(desk, store: store, size: size)
            for step in 0..<keys {
                if driver.state.isOver { driver = DeskDriver(desk, store: store, size: size, clock: driver.clock) }
                switch dice.below(20) {
                case 0: driver.type(dice.pick(["王", "羊汤", "①", "“”", "e\u{301}"]))
                case 1...3: driver.press(dice.pick(["Enter", "Down", "1", "2", "F8", "y", "F2", "Esc"]))
                default: driver.press(dice.pick(names))
                }
                let frame = driver.frame
                session.paint(frame)
                guard step % 20 == 0 else { continue }
                try #require(shown(rows: rows, columns: columns) == frame.grid.text, "step \(step)")
            }
        }
    }
}
