import CTerminalShim
import Glibc
import ScreenKit
import TestSupport
import Testing

@testable import TerminalIO

/// A frame goes through the real curses library, whose screen is then read back.
@Suite("Renderer seam", .serialized)
struct RendererSeamTests {
    private static let environment = ["TERM": "xterm-256color"]

    /// A session that writes to an open file, so that what it sends can be measured.
    func withSession<Result>(
        rows: Int32 = 24, columns: Int32 = 80, output: Int32? = nil, term: String = "xterm-256color",
        _ body: (inout TerminalSession) throws -> Result
    ) throws -> Result {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        var session = try TerminalSession(
            theme: .automatic, environment: ["TERM": term], wakeDescriptor: nil, input: null, output: output ?? null,
            claims: false)
        cts_resize(rows, columns)
        session.adoptSize()
        return try body(&session)
    }

    func shown(rows: Int, columns: Int) -> String {
        (0..<rows).map { row in
            var scalars = [UInt32](repeating: 0, count: columns * 6)
            let count = Int(cts_read_row(Int32(row), &scalars, Int32(scalars.count)))
            var line = String.UnicodeScalarView(scalars[..<count].compactMap(Unicode.Scalar.init))
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    @Test("a frame read back from curses is the grid")
    func roundTrip() throws {
        var generator = Dice(seed: 120_40)
        try withSession(rows: 12, columns: 40) { session in
            for _ in 0..<60 {
                var canvas = Canvas(size: Size(rows: 12, columns: 40))
                for row in 0..<12 {
                    canvas.write(
                        generator.text(upTo: 30),
                        at: Position(row: row, column: Int.random(in: -2...20, using: &generator)),
                        role: StyleRole.allCases.randomElement(using: &generator) ?? .text)
                }
                session.paint(Frame(grid: canvas.grid))
                #expect(shown(rows: 12, columns: 40) == canvas.grid.text)
            }
        }
    }

    @Test("the last column and the last row are painted, wide and narrow")
    func corners() throws {
        try withSession(rows: 2, columns: 6) { session in
            var canvas = Canvas(size: Size(rows: 2, columns: 6))
            canvas.write("申请人", at: Position(row: 0, column: 0))
            canvas.write("abcdef", at: Position(row: 1, column: 0))
            session.paint(Frame(grid: canvas.grid))
            #expect(shown(rows: 2, columns: 6) == "申请人\nabcdef")
            canvas.write("请人", at: Position(row: 1, column: 2))
            session.paint(Frame(grid: canvas.grid))
            #expect(shown(rows: 2, columns: 6) == "申请人\nab请人")
        }
    }

    @Test("a scalar the C library has no width for is replaced and shifts nothing")
    func unknownScalar() throws {
        try withSession { session in
            var canvas = Canvas(size: session.size)
            canvas.write("张\u{31350}三\u{0378}x", at: Position(row: 0, column: 0))
            session.paint(Frame(grid: canvas.grid))
            #expect(shown(rows: 1, columns: 80) == "张\u{3013}三?x")
        }
    }

    @Test("roles arrive as attributes without colours too")
    func attributes() throws {
        try withSession(term: "vt100") { session in
            var canvas = Canvas(size: session.size)
            canvas.write("缺", at: Position(row: 0, column: 0), role: .selectedBad)
            canvas.write("齐", at: Position(row: 0, column: 2), role: .text)
            session.paint(Frame(grid: canvas.grid))
            let expected = CTS_BOLD.rawValue | CTS_UNDERLINE.rawValue | CTS_REVERSE.rawValue
            #expect(cts_read_attributes(0, 0) == Int32(expected))
            #expect(cts_read_attributes(0, 2) == 0)
        }
    }

    @Test("moving the selection sends two rows and nothing else")
    func smallDifferences() throws {
        var name = Array("/tmp/yicigao-screen-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        unlink(name)
        defer { close(file) }
        try withSession(rows: 40, columns: 120, output: file) { session in
            session.paint(Frame(grid: list(selected: 3)))
            let full = lseek(file, 0, SEEK_END)
            session.paint(Frame(grid: list(selected: 3)))
            #expect(lseek(file, 0, SEEK_END) == full)
            session.paint(Frame(grid: list(selected: 4)))
            let moved = lseek(file, 0, SEEK_END) - full
            #expect(moved > 100 && moved < 600)
            session.invalidate()
            session.paint(Frame(grid: list(selected: 4)))
            #expect(lseek(file, 0, SEEK_END) - full - moved > full / 2)
        }
    }

    private func list(selected: Int) -> CellGrid {
        var canvas = Canvas(size: Size(rows: 40, columns: 120))
        for row in 0..<40 {
            canvas.write("\(row) 某市某区羊汤馆食品经营许可申请，缺少健康证明", at: Position(row: row, column: 0))
            if row == selected { canvas.restyle(canvas.bounds.line(row)) { $0.onSelection } }
        }
        return canvas.grid
    }

    @Test("any sequence of sizes is survived, with frames that are late")
    func resizeStorm() throws {
        var generator = Dice(seed: 1_1)
        try withSession { session in
            for _ in 0..<200 {
                let late = session.size
                let rows = Int.random(in: 1...30, using: &generator)
                let columns = Int.random(in: 1...100, using: &generator)
                cts_resize(Int32(rows), Int32(columns))
                session.adoptSize()
                for size in [late, session.size] {
                    var canvas = Canvas(size: size)
                    canvas.write(generator.text(upTo: 60), at: Position(row: size.rows - 1, column: 0))
                    session.paint(
                        Frame(grid: canvas.grid, cursor: Position(row: size.rows - 1, column: size.columns - 1)))
                    if size == session.size { #expect(shown(rows: rows, columns: columns) == canvas.grid.text) }
                }
            }
        }
    }

    @Test("an input that has ended is a hangup and never a busy loop")
    func closedInput() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        var session = try TerminalSession(
            theme: .automatic, environment: Self.environment, wakeDescriptor: nil, input: ends[0], output: null,
            claims: false)
        _ = write(ends[1], "申\u{1B}[B", 6)
        close(ends[1])
        close(ends[0])
        var inputs = session.wait()
        // A program that another test starts just now holds the other end until it runs.
        while inputs.last != .hangup { inputs += session.wait() }
        #expect(inputs == [.key(KeyStroke(.character("申"))), .key(KeyStroke(.down)), .hangup])
        #expect(session.wait() == [.hangup])
    }

    @Test("bytes on the input arrive as keys and pastes, mail as a wake")
    func input() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let null = open("/dev/null", O_RDWR)
        defer { for descriptor in ends + [null] { close(descriptor) } }
        let mailbox = try Mailbox<Int>()
        var session = try TerminalSession(
            theme: .automatic, environment: Self.environment, wakeDescriptor: mailbox.wakeDescriptor, input: ends[0],
            output: null, claims: false)
        #expect(session.wait(timeoutMilliseconds: 0) == [])
        let text = "\u{1B}OP\u{1B}[1;5C\u{1B}[200~一\r二\u{1B}[201~ｊ\u{1B}[Z"
        _ = write(ends[1], text, text.utf8.count)
        #expect(
            session.wait() == [
                .key(KeyStroke(.function(1))), .key(KeyStroke(.right, .control)), .paste("一\r二"),
                .key(KeyStroke(.character("ｊ"))), .key(KeyStroke(.tab, .shift)),
            ])
        mailbox.post(1)
        #expect(session.wait() == [.woken])
    }

    @Test("errors say what was wrong and leave the terminal free")
    func errors() throws {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        #expect(throws: TerminalError.notATerminal) {
            _ = try TerminalSession(
                theme: .automatic, environment: Self.environment, wakeDescriptor: nil, input: null, output: null,
                claims: true)
        }
        for name in ["", "no-such-terminal", "dumb"] {
            #expect(throws: TerminalError.unknownTerminal(name)) {
                _ = try TerminalSession(
                    theme: .automatic, environment: ["TERM": name], wakeDescriptor: nil, input: null, output: null,
                    claims: false)
            }
        }
        try withSession { _ in
            _ = #expect(throws: TerminalError.alreadyClaimed) {
                _ = try TerminalSession(
                    theme: .automatic, environment: Self.environment, wakeDescriptor: nil, input: null, output: null,
                    claims: false)
            }
        }
    }
}
