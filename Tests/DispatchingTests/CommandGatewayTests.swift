import CaseDomain
@testable import Dispatching
import Foundation
import Outgoing
import Testing

/// A folder with nothing in it.
final class WorkFolder {
    let path = NSTemporaryDirectory() + "/yicigao-\(UUID().uuidString.prefix(8))"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").filter { !$0.hasPrefix(".") }.sorted()
    }

    /// A program of a few lines, as the words that run it. Through the shell's own file, because a file that was just
    /// written can't be run while another thread is starting something.
    func script(_ lines: String) throws -> [String] {
        let path = "\(path)/program"
        try (lines + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return ["/bin/sh", path]
    }

    /// Waits until something holds; a test never waits for a time.
    func until(_ what: String, _ holds: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(60)
        while Date() < end {
            if try holds() { return }
            poll(nil, 0, 20)
        }
        Issue.record("never happened: \(what)")
    }
}

@Suite("A command of the office's own")
struct CommandGatewayTests {
    private static let number = MobileNumber("13800000001")

    private func message(_ text: String = "请补正𠮷") throws -> OutgoingMessage {
        OutgoingMessage(
            id: "2026-000001-1-notice-issued", recipient: try #require(Self.number), text: text,
            queuedAt: Moment(secondsSince1970: 1_795_000_000))
    }

    @Test("it gets the number and the id as words of their own, and the text on its standard input")
    func given() throws {
        let folder = try WorkFolder()
        let program = try folder.script("cat > \(folder.path)/text; printf '%s|' \"$@\" > \(folder.path)/words")
        let gateway = CommandGateway(program + ["--to={number}", "{id}", "a b", "$(id)"])
        #expect(gateway.obstacle() == nil)
        #expect(gateway.hand(try message()) == .sent)
        #expect(try folder.text("text") == "请补正𠮷")
        #expect(try folder.text("words") == "--to=13800000001|2026-000001-1-notice-issued|a b|$(id)|")
    }

    @Test(
        "its exit status says what became of the message, and nobody's number gets into the words",
        arguments: [
            ("exit 0", HandOver.sent), ("echo 'line busy' >&2; exit 75", .retry("line busy")),
            ("exit 1", .failed("退出码 1")),
            ("echo \"no such number $1\" >&2; exit 3", .failed("no such number 138****0001")),
            ("cat >&2; exit 2", .failed("…")), ("kill -9 $$", .unknown("发送程序中途被结束")),
            ("printf 'a\\033[2Jb\\n' >&2; exit 1", .failed("a?[2Jb")),
        ])
    func answers(script: String, answer: HandOver) throws {
        let folder = try WorkFolder()
        #expect(CommandGateway(try folder.script(script) + ["{number}"]).hand(try message()) == answer)
    }

    @Test("one that never answers is ended with all that it started, and nobody knows whether it sent")
    func timeout() throws {
        let folder = try WorkFolder()
        let program = try folder.script("sleep 1000 & echo $! > \(folder.path)/child; wait")
        #expect(CommandGateway(program, limit: 400).hand(try message()) == .unknown("发送程序没有按时答复"))
        guard folder.has("child") else { return }
        let child = try #require(pid_t(try folder.text("child").split(separator: "\n").first.map(String.init) ?? ""))
        try folder.until("the child is gone") { kill(child, 0) != 0 || Self.isZombie(child) }
    }

    private static func isZombie(_ process: pid_t) -> Bool {
        FileManager.default.contents(atPath: "/proc/\(process)/stat").map {
            String(decoding: $0, as: UTF8.self).contains(") Z ")
        } ?? true
    }

    @Test("one that reads nothing and one that never stops talking do no harm")
    func deaf() throws {
        let folder = try WorkFolder()
        #expect(CommandGateway(try folder.script("exec 0<&-; exit 0")).hand(try message()) == .sent)
        let talker = try folder.script("head -c 3000000 /dev/zero | tr '\\0' x; exit 0")
        #expect(CommandGateway(talker).hand(try message(String(repeating: "长", count: 500_000))) == .sent)
        let endless = try folder.script("yes >&2")
        #expect(CommandGateway(endless, limit: 400).hand(try message()) == .unknown("发送程序没有按时答复"))
    }

    @Test("it has no terminal")
    func terminal() throws {
        let folder = try WorkFolder()
        let program = try folder.script("if (: < /dev/tty) 2> /dev/null; then exit 1; else exit 0; fi")
        #expect(CommandGateway(program).hand(try message()) == .sent)
    }

    @Test("one that isn't there is an obstacle, and a broken off one is never begun again")
    func missing() throws {
        let gateway = CommandGateway(["/nowhere/send"])
        #expect(gateway.obstacle() != nil)
        #expect(gateway.hand(try message()) == .retry("发送程序不能启动"))
        #expect(gateway.look(for: try message()) == .unknown("发送中途停机"))
    }
}
