import Foundation
import TestSupport
import Testing

/// The line mode and the lessons on a real terminal.
@Suite(.serialized)
struct PlainTerminalTests {
    @Test func aDumbTerminalTakesADeskInLines() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["demo", "--plain"], home: home, term: "dumb")
        try terminal.wait(for: "队列>")
        try terminal.type("新收件")
        try terminal.press("Enter")
        try terminal.wait(for: "收件表单>")
        try terminal.type("名称=哑终端面馆")
        try terminal.press("Enter")
        try terminal.wait(for: "申请人名称: 哑终端面馆")
        // Ctrl-C puts off what is asked, not the desk.
        try terminal.type("back")
        try terminal.press("Enter")
        try terminal.wait(for: "确认>")
        try terminal.press("C-c")
        try terminal.wait(for: "已取消", "收件表单>")
        try terminal.press("C-d")
        try terminal.wait(for: "表单没有保存", "left with 0")
    }

    @Test func lessonsFollowTheRealDesk() throws {
        let home = try TemporaryFolder()
        let terminal = try Terminal(["tutor"], home: home)
        try terminal.wait(for: "练习 1/9", "F10")
        try terminal.press("Down")
        try terminal.wait(for: "1/9 看队列 2/3", "对了")
        try terminal.press("Tab")
        try terminal.wait(for: "1/9 看队列 3/3")
        try terminal.press("BTab")
        try terminal.wait(for: "练习 2/9 找办件 1/3")
        try terminal.resize(columns: 60, rows: 20)
        try terminal.wait(for: "练习 2/9", "F2")
        try terminal.press("F10")
        try terminal.wait(for: "离开练习")
        try terminal.press("y")
        try terminal.wait(for: "left with 0")
    }
}
