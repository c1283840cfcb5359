import ClerkDesk
import Foundation
import TestSupport
import Testing

/// Terminals of all kinds and sizes: the desk opens, takes Chinese, and gives back what it was lent.
@Suite(.serialized)
struct TerminalKindTests {
    @Test(arguments: ["vt100", "linux", "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color"])
    func kinds(_ term: String) throws {
        let terminal = try Terminal(["demo"], home: try TemporaryFolder(), term: term)
        let start = try terminal.wait(for: "F10", "编号")
        #expect(start.contains("Linux控制台") == (term == "linux"))
        try terminal.press("F3")
        try terminal.type("示例")
        try terminal.wait(for: "示例")
        try terminal.press("Escape", "Enter")
        try terminal.wait(for: "依据")
        try terminal.press("F10")
        try terminal.wait(for: "退出一次告")
        try terminal.press("y")
        let screen = try terminal.wait(for: "left with 0")
        #expect(!screen.contains("演示"))
        // In a terminal that has its modes back, what is typed shows, and a whole line reaches the next program.
        try terminal.type("回声")
        try terminal.wait(for: "回声")
        try terminal.press("Enter")
        try terminal.wait(until: "the line twice") { $0.components(separatedBy: "回声").count == 3 }
    }

    @Test(
        "a terminal that can't be used gets one clear line and the way round it",
        arguments: [("dumb", "--plain"), ("no-such-terminal", "no-such-terminal"), ("", "TERM")])
    func unusable(term: String, words: String) throws {
        let terminal = try Terminal(["demo"], columns: 120, home: try TemporaryFolder(), term: term)
        let screen = try terminal.wait(for: "left with 4")
        #expect(screen.contains(words) && screen.contains("--plain"))
    }

    @Test func aLocaleWithoutChineseIsSaid() throws {
        let terminal = try Terminal(["demo"], columns: 120, home: try TemporaryFolder(), environment: ["LC_ALL": "C"])
        try terminal.wait(for: "不是UTF-8", "LANG=zh_CN.UTF-8")
        let english = try Terminal(
            ["demo", "--lang", "en"], columns: 120, home: try TemporaryFolder(), environment: ["LC_ALL": "C"])
        try english.wait(for: "locale is not UTF-8")
        let command = try Terminal(
            ["days", "--from", "2026-11-20", "--count", "5"], columns: 120, home: try TemporaryFolder(),
            environment: ["LC_ALL": "C"])
        try command.wait(for: "不是UTF-8", "left with 0")
    }

    @Test func aNameThatDoesNotFitTheMultiplexerIsSaid() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], columns: 120, home: home, environment: ["TMUX": "/tmp/x,1,0"])
        try terminal.wait(for: "tmux", "TERM=tmux-256color")
    }

    @Test(
        "opened, judged, issued and found again at any size",
        arguments: [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)])
    func sizes(columns: Int, rows: Int) throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let path = "\(home.path)/case.json"
        try RecentCase.write(to: path, name: "王记羊汤馆")
        let (status, words) = try Tool.run([Program.path, "import", path, "--store", store])
        #expect(status == 0, "\(words)")
        let terminal = try Terminal(["--store", store], columns: columns, rows: rows, home: home)
        try terminal.wait(for: "共1件")
        try terminal.press("Enter")
        try terminal.wait(for: "需补正")
        try terminal.press("Home", "2")
        try terminal.wait(for: "缺：未提交")
        try terminal.press("F8")
        try terminal.wait(for: "发出后取得编号")
        try terminal.press("y")
        try terminal.wait(for: "已发出")
        try terminal.press("Escape")
        try terminal.wait(for: "待补正")
        try terminal.press("Escape")
        try terminal.wait(for: "共1件")
        try terminal.press("BTab", "F3")
        try terminal.type("王记羊汤")
        try terminal.wait(for: "待补正", "王记羊汤")
        try terminal.press("Enter", "Enter")
        try terminal.wait(for: "第1次补正")
    }

    @Test func aResizeStormLeavesAWholeScreen() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], home: home)
        try terminal.wait(for: "F10")
        var dice = Dice(seed: 200)
        for step in 0..<200 {
            let isTiny = dice.below(10) == 0
            try terminal.resize(
                columns: isTiny ? 1 : 1 + dice.below(200), rows: isTiny || dice.below(10) == 0 ? 1 : 1 + dice.below(60))
            if step % 3 == 0 { try terminal.press(dice.pick(["Down", "Up", "Enter", "Escape", "PPage", "NPage"])) }
        }
        try terminal.resize(columns: 1, rows: 1)
        try terminal.resize(columns: 50, rows: 10)
        try terminal.wait(for: "窗口太小：现在50列10行", "60列20行")
        try terminal.resize(columns: 80, rows: 24)
        try terminal.wait(for: "演示", "示例县")
        let (before, after) = try terminal.redrawn()
        #expect(before == after)
    }
}

extension Terminal {
    /// The screen as it came about, and as it is painted anew: the rows below the clock and above the footer's status.
    ///
    /// An unbound key is answered on the status line, which tells that everything before it has been dealt with.
    func redrawn() throws -> (before: [String], after: [String]) {
        let before = try settled(by: "C-F12", "Ctrl+F12")
        try press("C-l")
        let after = try settled(by: "S-F12", "Shift+F12")
        let isSaid = zip(before, after).map { Self.comesLate($0) || Self.comesLate($1) }
        let quiet = { (rows: [String]) in zip(rows, isSaid).map { $1 ? "" : $0 } }
        return (quiet(before), quiet(after))
    }

    /// Presses a key that nothing is bound to, and waits until the desk has said so. Each press takes one message off the
    /// line of those that wait before it.
    func settled(by key: String, _ label: String) throws -> [String] {
        for _ in 0..<40 {
            try press(key)
            var last: [String] = []
            let screen = try wait(until: "\(label), or a message before it, on a screen that stands still") { screen in
                // A count that is under way changes the screen when it is done.
                guard
                    screen.contains(label) || Self.waits(screen) || Self.isCovered(screen) || Self.comesLate(screen),
                    !screen.contains("正在计数"), !screen.contains("正在读取")
                else { return false }
                let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                defer { last = rows }
                return rows == last
            }
            if Self.isCovered(screen) {
                try press("Escape")
            } else if screen.contains(label) {
                return last.dropFirst().map { $0.contains(label) ? "" : $0 }
            }
        }
        throw WaitedInVain()
    }

    /// Whether a box stands over the status line, so that nobody can see whether keys were dealt with.
    private static func isCovered(_ screen: String) -> Bool {
        if screen.contains("已送往终端剪贴板") { return true }
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return rows.suffix(4).contains { $0.contains("+--") || $0.contains(" |") || $0.contains("| ") }
    }

    /// What the print system says, and that a file was written, come when they like, between two looks at the screen, and
    /// take the place of an answer that stands there.
    private static func comesLate(_ text: String) -> Bool { text.contains("[P-") || text.contains("已导出到") }

    private static func waits(_ screen: String) -> Bool {
        screen.split(separator: "\n").contains { $0.contains(/\ \+[0-9]+$/) }
    }
}
