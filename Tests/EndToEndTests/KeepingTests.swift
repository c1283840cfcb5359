import Foundation
import TestSupport
import Testing

/// No key is lost: hands that run ahead, scan guns, a power cut in the middle of a form.
@Suite(.serialized)
struct KeepingTests {
    private static let code = "92130528MA0A5XB46A"

    /// The keys of an intake with three verdicts behind it: each with what the screen says when it is done.
    private static let intake: [(keys: [String], says: String)] = [
        (["F2"], "新收件"), ("先行面馆".map(String.init), "新收件  先行面馆"),
        (["Tab", "Space", "Down", "Enter"], "统一社会信用代码"), (["Tab", "Tab", "Tab", "Tab"], "经营场所"),
        ("示例路1号".map(String.init), "示例路1号"), (["F2"], "已收件"), (["1"], "* 在：符合"), (["n", "2"], "缺1"),
        (["h"], "收件"), (["Enter"], "缺1"), (["F3"], "表单"), (["Tab", "Tab"], "表单"), (["1"], "表单"),
    ]

    /// The screen without the clock in its first row.
    private func body(_ screen: String) -> String {
        screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    }

    @Test func aBurstEndsAsTheSameKeysOneByOne() throws {
        let other = try TemporaryFolder()
        let slow = try Terminal(["--store", "\(other.path)/desk.sqlite"], home: other)
        try slow.wait(for: "F2")
        for (keys, says) in Self.intake {
            for key in keys { try slow.press(key) }
            try slow.wait(for: says)
        }
        let home = try TemporaryFolder()
        let fast = try Terminal(["--store", "\(home.path)/desk.sqlite"], home: home)
        try fast.wait(for: "F2")
        try fast.press(all: Self.intake.flatMap(\.keys))
        try fast.wait(for: "缺1", "主体类型")
        var last = ""
        let deadline = Date().addingTimeInterval(20)
        while Date() < deadline, body(last) != body(try slow.screen) { last = try fast.screen }
        #expect(body(last) == body(try slow.screen))
    }

    @Test func aScanLandsInItsFieldAndOpensItsCase() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], home: home)
        try terminal.wait(for: "F10", "编号")
        try terminal.press("F2")
        try terminal.wait(for: "新收件")
        try terminal.type("扫码面馆")
        try terminal.wait(for: "新收件  扫码面馆")
        try reachForTheGun(terminal)
        try terminal.press(all: Self.code.map(String.init) + ["Enter"])
        try terminal.wait(for: "扫到信用代码 \(Self.code)", "新收件  扫码面馆")
        try terminal.press("Escape")
        try terminal.wait(for: "放弃修改")
        try terminal.press("y")
        try terminal.wait(for: "F10", "编号")
        try reachForTheGun(terminal)
        try terminal.press(all: "2026-000001".map(String.init) + ["Enter"])
        try terminal.wait(for: "2026-000001", "依据")
        try reachForTheGun(terminal)
        try terminal.press(all: "2026-000002".map(String.init) + ["Enter"])
        try terminal.wait(for: "2026-000002", "依据")
        try terminal.waitUntilGone("2026-000001")
    }

    /// A hand that lets go of the keys takes longer than a gun between two characters; a test doesn't, so it looks at the
    /// screen for a while.
    private func reachForTheGun(_ terminal: Terminal) throws {
        for _ in 0..<20 { _ = try terminal.screen }
    }

    @Test(arguments: [SIGKILL, SIGHUP, SIGTERM])
    func aFormSurvivesWhateverEndsTheDesk(_ signal: Int32) throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let terminal = try Terminal(["--store", store], home: home)
        try terminal.wait(for: "F2")
        try terminal.press("F2")
        try terminal.wait(for: "新收件")
        try terminal.type("断线面馆")
        try terminal.wait(for: "新收件  断线面馆")
        // Nobody asks a desk that is killed; what it held must have been written when typing paused.
        if signal == SIGKILL { try wait(for: "断线面馆", in: store) }
        kill(try terminal.program, signal)
        try terminal.wait(for: "left with")
        let again = try Terminal(["--store", store], home: try TemporaryFolder())
        try again.wait(for: "新收件 断线面馆（", "接着填")
        try again.press("Enter")
        try again.wait(for: "新收件  断线面馆", "已填回草稿")
    }

    private func wait(for text: String, in store: String) throws {
        let deadline = Date().addingTimeInterval(20)
        while Date() < deadline {
            for path in [store, "\(store)-wal"] {
                let data = FileManager.default.contents(atPath: path) ?? Data()
                if data.range(of: Data(text.utf8)) != nil { return }
            }
        }
        Issue.record("the store never held \(text)")
    }
}
