import Foundation
import TestSupport
import Testing

/// The lock on a real terminal.
@Suite(.serialized)
struct LockTerminalTests {
    private static func choosePIN(_ terminal: Terminal) throws {
        try terminal.type("2580")
        try terminal.wait(for: "口令: ****")
        try terminal.press("Enter")
        try terminal.wait(for: "请再输一次")
        try terminal.type("2580")
        try terminal.press("Enter")
        try terminal.wait(for: "口令已设好")
    }

    @Test func nothingShowsAndNothingGetsThroughUntilThePIN() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], home: home)
        try terminal.wait(for: "查找:", "2026-0")
        try terminal.press("M-l")
        let locked = try terminal.wait(for: "已锁定", "请设 4 至 12 位数字")
        #expect(!locked.contains("2026-0") && !locked.contains("查找"))
        try Self.choosePIN(terminal)
        // Neither leaving nor a shell nor another screen.
        try terminal.press("C-z", "C-c", "F10", "F2", "y")
        try terminal.press("Escape")
        try terminal.resize(columns: 60, rows: 20)
        try terminal.wait(for: "已锁定", "口令:")
        try terminal.type("1357")
        try terminal.press("Enter")
        try terminal.wait(for: "口令不对")
        try terminal.resize(columns: 80, rows: 24)
        try terminal.type("2580")
        try terminal.press("Enter")
        try terminal.wait(for: "查找:", "2026-0")
        try terminal.press("F10")
        try terminal.wait(for: "退出一次告")
        try terminal.press("y")
        try terminal.wait(for: "left with 0")
    }

    @Test func aLockedDeskGoesWhenItsTerminalGoes() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], home: home)
        try terminal.wait(for: "查找:", "2026-0")
        try terminal.press("M-l")
        try terminal.wait(for: "已锁定")
        kill(try terminal.program, SIGTERM)
        let left = try terminal.wait(for: "left with")
        #expect(!left.contains("2026-0"))
    }

    @Test func inLinesTheTerminalKeepsThePINToItself() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo", "--plain"], home: home, term: "dumb")
        try terminal.wait(for: "队列>")
        try terminal.type("锁屏")
        try terminal.press("Enter")
        try terminal.wait(for: "已锁定", "口令>")
        try terminal.type("2580")
        try terminal.press("Enter")
        try terminal.wait(for: "请再输一次")
        try terminal.type("2580")
        try terminal.press("Enter")
        try terminal.wait(for: "口令已设好")
        try terminal.type("2580")
        try terminal.press("Enter")
        let told = try terminal.wait(until: "the queue is told again") { screen in
            screen.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix("队列>") == true
        }
        #expect(!told.contains("2580"))
        try terminal.type("xyz")
        try terminal.press("Enter")
        // What is typed after that shows again.
        try terminal.wait(for: "队列> xyz")
        try terminal.press("C-d")
        try terminal.wait(for: "left with 0")
    }
}
