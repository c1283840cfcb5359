import CTerminalShim
import Glibc
import ScreenKit
import TestSupport
import TextLayout
import Testing

@testable import TerminalIO

/// The desk asks, and somebody at the other end of the line answers: soon, late, in pieces, or never.
extension RendererSeamTests {
    /// A terminal's other end: what the desk sends can be read, and what is written comes to the desk.
    private struct Peer {
        let toDesk: [Int32]
        let fromDesk: [Int32]

        init() {
            var (one, other): ([Int32], [Int32]) = ([0, 0], [0, 0])
            _ = pipe(&one)
            _ = pipe(&other)
            (toDesk, fromDesk) = (one, other)
            _ = fcntl(fromDesk[0], F_SETFL, O_NONBLOCK)
        }

        func say(_ text: String) { _ = write(toDesk[1], text, text.utf8.count) }

        func heard() -> String {
            var bytes = [UInt8](repeating: 0, count: 65536)
            let count = Glibc.read(fromDesk[0], &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }

        func close() { for descriptor in toDesk + fromDesk { _ = Glibc.close(descriptor) } }
    }

    private func withPeer<Result>(
        term: String = "xterm-256color", _ body: (inout TerminalSession, Peer) throws -> Result
    ) throws -> Result {
        let peer = Peer()
        defer { peer.close() }
        var session = try TerminalSession(
            theme: .automatic, environment: ["TERM": term], wakeDescriptor: nil, input: peer.toDesk[0],
            output: peer.fromDesk[1], claims: false, asks: true)
        cts_resize(6, 40)
        session.adoptSize()
        defer { cts_widen([], 0) }
        return try body(&session, peer)
    }

    private func draw(_ text: String, _ widths: AmbiguousWidth, on session: inout TerminalSession) -> CellGrid {
        var canvas = Canvas(size: session.size, widths: widths)
        canvas.write(text, at: Position(row: 0, column: 0))
        canvas.write(text, at: Position(row: 5, column: 40 - widths.columns(of: text)))
        session.paint(Frame(grid: canvas.grid))
        return canvas.grid
    }

    @Test(
        "every kind of terminal is asked what it can understand",
        arguments: [
            ("xterm-256color", true, true), ("tmux-256color", true, true), ("vt100", true, false),
            ("linux", true, false),
        ])
    func questions(term: String, place: Bool, background: Bool) throws {
        try withPeer(term: term) { session, peer in
            let sent = peer.heard()
            #expect(sent.contains("\u{1B}[6n") == place)
            #expect(sent.contains("\u{1B}]11;?") == background)
        }
    }

    @Test("on a terminal that shows ambiguous characters wide, every cell stays where it is")
    func wide() throws {
        try withPeer { session, peer in
            let name = "“①号·Ⅱ型”℃x"
            let before = draw(name, .unknown, on: &session)
            #expect(read(rows: 6) == before.text)
            peer.say("\u{1B}[2;3R")
            #expect(session.wait(timeoutMilliseconds: 0) == [.widths(.wide)])
            let after = draw(name, .wide, on: &session)
            #expect(after.text != before.text)
            #expect(read(rows: 6) == after.text)
            #expect(cts_wcwidth(0x2460) == 2 && cts_wcwidth(0x41) == 1 && cts_wcwidth(0x4E2D) == 2)
            peer.say("\u{1B}[2;2R")
            #expect(session.wait(timeoutMilliseconds: 0) == [.widths(.narrow)])
            #expect(read(rows: 6) != draw(name, .narrow, on: &session).text || cts_wcwidth(0x2460) == 1)
            #expect(read(rows: 6) == before.text)
        }
    }

    @Test("keys typed before, between and after the answers arrive, and only they")
    func typeAhead() throws {
        try withPeer { session, peer in
            peer.say("1\u{1B}[2;2R\u{1B}OB2\u{1B}]11;rgb:ffff/ffff/ffff\u{7}3")
            let inputs = session.wait(timeoutMilliseconds: 0)
            #expect(
                inputs == [
                    .key(KeyStroke(.character("1"))), .widths(.narrow), .key(KeyStroke(.down)),
                    .key(KeyStroke(.character("2"))), .resized(session.size), .key(KeyStroke(.character("3"))),
                ])
        }
    }

    @Test("an answer in pieces is put together, and a lone Esc is let through when nothing follows")
    func pieces() throws {
        try withPeer { session, peer in
            peer.say("a\u{1B}[2")
            #expect(session.wait(timeoutMilliseconds: 0) == [.key(KeyStroke(.character("a")))])
            peer.say(";3R")
            #expect(session.wait(timeoutMilliseconds: 0) == [.widths(.wide)])
            peer.say("\u{1B}")
            #expect(session.wait(timeoutMilliseconds: 0) == [])
            #expect(session.wait(timeoutMilliseconds: 1000) == [.key(KeyStroke(.escape))])
        }
    }

    @Test("without an answer everything is as before")
    func silence() throws {
        try withPeer { session, peer in
            #expect(session.wait(timeoutMilliseconds: 0) == [])
            let grid = draw("“①”", .unknown, on: &session)
            #expect(read(rows: 6) == grid.text)
            peer.say("申\u{1B}[B")
            #expect(
                session.wait(timeoutMilliseconds: 0) == [.key(KeyStroke(.character("申"))), .key(KeyStroke(.down))])
        }
    }

    private func read(rows: Int) -> String { shown(rows: rows, columns: 40) }
}
