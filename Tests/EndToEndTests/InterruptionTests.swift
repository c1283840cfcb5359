import Foundation
import TestSupport
import Testing

/// What a clerk fears: the line drops, the power goes, the disk is full, somebody else is in the case.
@Suite(.serialized)
struct InterruptionTests {
    private func intake(_ terminal: Terminal, _ name: String) throws {
        try terminal.wait(for: "F2")
        try terminal.press("F2")
        try terminal.wait(for: "新收件")
        try terminal.type(name)
        try terminal.wait(for: "新收件  \(name)")
        try terminal.press("Tab", "Space", "Down", "Enter", "Tab", "Tab", "Tab", "Tab")
        try terminal.type("示例路1号")
        try terminal.wait(for: "示例路1号")
        try terminal.press("F2")
        try terminal.wait(for: "已收件")
    }

    private func list(_ home: TemporaryFolder, _ store: String) throws -> String {
        try Tool.run(
            [Program.path, "list", "--view", "all", "--store", store, "--json"],
            environment: ["HOME": home.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        ).1
    }

    @Test(arguments: [SIGKILL, SIGHUP, SIGTERM])
    func whatWasAcknowledgedSurvives(_ signal: Int32) throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let terminal = try Terminal(["--store", store], home: home)
        try intake(terminal, "断电面馆")
        try terminal.press("1")
        try terminal.wait(for: "* 在：符合")
        kill(try terminal.program, signal)
        try terminal.wait(for: "left with")
        #expect(try list(home, store).contains("断电面馆"))
        let again = try Terminal(["--store", store], home: try TemporaryFolder())
        try again.wait(for: "断电面馆")
        try again.press("Enter")
        try again.wait(for: "在1")
    }

    @Test func anEndedDeskGivesTheTerminalBack() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo"], home: home)
        try terminal.wait(for: "F10")
        kill(try terminal.program, SIGTERM)
        let screen = try terminal.wait(for: "left with 0")
        #expect(!screen.contains("演示"))
    }

    @Test func theSecondWriterIsToldWhatChangedAndLosesNothing() throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let first = try Terminal(["--store", store], home: home)
        try intake(first, "两窗面馆")
        let second = try Terminal(["--store", store, "--window", "A03"], home: try TemporaryFolder())
        try second.wait(for: "两窗面馆")
        try second.press("Enter")
        try second.wait(for: "未审完", "A02 正在办理")
        try first.press("1")
        try first.wait(for: "* 在：符合")
        try second.press("2")
        try second.wait(for: "接手此案")
        try second.press("y")
        try second.wait(for: "别的窗口先改了此案", "已交")
        try second.press("Right")
        try second.wait(for: "[x] 缺")
        try second.press("F2")
        try second.wait(for: "* 缺：未提交", "缺1")
        try first.wait(for: "您的占用已被", "A03 正在办理")
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs a disk of its own"))
    func aFullDiskLosesNothing() throws {
        let disk = try SmallDisk()
        let terminal = try Terminal(["--store", "\(disk.path)/desk.sqlite"], home: try TemporaryFolder())
        try intake(terminal, "满盘面馆")
        try disk.fill()
        try terminal.press("1")
        try terminal.wait(for: "S-05", "在0")
        try disk.makeRoom()
        try terminal.press("1")
        try terminal.wait(for: "* 在：符合", "在1")
    }

    private func child(of shell: Int32) throws -> Int32 {
        let (_, text) = try Tool.run(["pgrep", "-P", "\(shell)"])
        return try #require(text.split(separator: "\n").first.flatMap { Int32($0) })
    }
}
