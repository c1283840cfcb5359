import ArgumentParser
import CaseDomain
import CaseStore
import ClerkDesk
import Foundation
import ScreenKit
import SQLiteCaseStore
import TerminalIO

/// `yicigao call-board`: 大字叫号 for the display over a hall.
struct CallBoardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call-board", abstract: "大厅大字叫号屏。Shows who is called, in characters as large as the screen.",
        discussion: """
            例 Example:  yicigao call-board --region 东部片区

            q 或 Esc 退出。输出不是终端时每次叫号写一行；--once 写完当前的就结束。
            q or Esc leaves. Without a terminal each call is one line; --once ends after those of now.
            """)

    @Option(help: ArgumentHelp("只显示这个片区的窗口。Only the windows of one region.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("语言 zh 或 en。Language.", valueName: "zh|en"))
    var lang: Language = .zh

    @Option(help: ArgumentHelp("配色，同工作台的 --theme。Colours, as the desk's --theme.", valueName: "theme"))
    var theme: ScreenTheme = .automatic

    @Flag(help: "写出当前叫到的号就结束。Says who is called now, and ends.")
    var once = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let installation = try data.load()
        let office = installation.office
        if let region, !office.regions.contains(region) {
            throw CommandFailure(
                code: .usage, message: "--region: 应为 \(office.regions.joined(separator: "、")) 之一")
        }
        let store = try self.store.open(installation)
        var loop = CallBoardLoop(
            board: CallBoard(office, region: region, language: lang), store: store, clock: .system)
        if once || isatty(STDOUT_FILENO) == 0 || ProcessInfo.processInfo.environment["TERM"] == "dumb" {
            try CommandOutput.run { output in
                repeat {
                    try loop.say(to: output)
                    try output.flush()
                } while !once && loop.rest()
                return .fine
            }
        } else {
            try loop.show(theme)
        }
    }
}

/// Looks into the store each second and shows what is called.
struct CallBoardLoop {
    let board: CallBoard
    let store: SQLiteCaseStore
    let clock: BusinessClock
    private var sheet: TicketSheet?
    private var told: [CallBoard.Call] = []

    private static let milliseconds = 1000

    init(board: CallBoard, store: SQLiteCaseStore, clock: BusinessClock) {
        self.board = board
        self.store = store
        self.clock = clock
    }

    /// - Returns: the moment of looking.
    private mutating func look() -> Moment {
        let now = clock.now()
        let known = sheet?.book.day == now.date ? sheet?.counter : nil
        do throws(StoreError) {
            if let new = try store.tickets(on: now.date, since: known) { sheet = new }
        } catch {
            // A display stays as it is while the store is busy; the next look is a second away.
            return now
        }
        return now
    }

    /// Writes the calls that weren't written before, the earliest first.
    mutating func say(to output: CommandOutput) throws {
        _ = look()
        let calls = board.calls(sheet?.book)
        for call in calls.reversed() where !told.contains(call) { try output.line(board.line(call)) }
        told = calls
    }

    /// - Returns: true, after a second.
    func rest() -> Bool {
        poll(nil, 0, Int32(Self.milliseconds))
        return true
    }

    /// Paints until somebody leaves or the terminal goes away.
    mutating func show(_ theme: ScreenTheme) throws {
        do throws(TerminalError) {
            var session = try TerminalSession(theme: theme, environment: ProcessInfo.processInfo.environment)
            while true {
                let now = look()
                session.paint(board.draw(sheet?.book, at: now, size: session.size))
                for input in session.wait(timeoutMilliseconds: Self.milliseconds) {
                    switch input {
                    case .key(KeyStroke(.character("z"), .control)): session.suspend()
                    case .key(KeyStroke(.character("l"), .control)): session.invalidate()
                    case .key(let stroke):
                        let leaves = [
                            KeyStroke(.character("q")), KeyStroke(.character("c"), .control), KeyStroke(.escape),
                            KeyStroke(.function(10)),
                        ]
                        if leaves.contains(stroke) { return }
                    case .terminate, .hangup: return
                    case .paste, .resized, .widths, .pointer, .woken: break
                    }
                }
            }
        } catch {
            throw CommandFailure(code: .system, message: "终端不能用: \(error)")
        }
    }
}
