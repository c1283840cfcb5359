import CTerminalShim
package import ScreenKit
import TextLayout

/// The claim on the terminal: whoever holds it paints and reads, and dropping it gives the terminal back.
///
/// There is one at a time. It stays on the thread that made it; other threads reach it through a ``Mailbox``.
package struct TerminalSession: ~Copyable {
    /// Whether the locale's character set was not UTF-8, so that UTF-8 was used against it and text may look wrong.
    package let replacedLocale: Bool
    /// The terminal's size.
    package private(set) var size: Size
    private let wakeDescriptor: Int32
    private var painter = Painter()
    private var decoder = KeyDecoder()
    private var answers = AnswerFilter()
    private let terminal: String
    private let asks: Bool
    private let environment: [String: String]
    private var theme: ScreenTheme
    private var widths = AmbiguousWidth.unknown
    /// What the terminal has said of its background; nil while it has said nothing.
    private var isLight: Bool?

    /// Claims the terminal of standard input and output: alternate screen, raw keys, bracketed paste, signals.
    ///
    /// - Parameters:
    ///   - theme: How much colour to use.
    ///   - environment: The process environment, for TERM and NO_COLOR.
    ///   - wakeDescriptor: A mailbox's ``Mailbox/wakeDescriptor``; `nil` when no thread posts anything.
    /// - Throws: ``TerminalError``; the terminal is then as it was.
    package init(
        theme: ScreenTheme, environment: [String: String], wakeDescriptor: Int32? = nil
    ) throws(TerminalError) {
        try self.init(
            theme: theme, environment: environment, wakeDescriptor: wakeDescriptor, input: 0, output: 1, claims: true,
            asks: true)
    }

    /// Opens a screen on descriptors that need not be a terminal, for tests.
    init(
        theme: ScreenTheme, environment: [String: String], wakeDescriptor: Int32?, input: Int32, output: Int32,
        claims: Bool, asks: Bool = false
    ) throws(TerminalError) {
        let name = environment["TERM"] ?? ""
        terminal = name
        self.asks = asks
        self.environment = environment
        self.theme = theme
        replacedLocale = cts_set_locale() != 1
        let open = { (type: String) in
            type.isEmpty ? CTS_UNKNOWN_TERMINAL.rawValue : UInt32(cts_open(type, input, output, claims ? 1 : 0))
        }
        let better = ColourDepth.terminalType(environment)
        var result = open(better)
        if result == CTS_UNKNOWN_TERMINAL.rawValue, better != name { result = open(name) }
        switch cts_open_result(rawValue: result) {
        case CTS_OPENED: break
        case CTS_NOT_A_TERMINAL: throw .notATerminal
        case CTS_UNKNOWN_TERMINAL: throw .unknownTerminal(name)
        case CTS_ALREADY_OPEN: throw .alreadyClaimed
        default: throw .systemFailure
        }
        self.wakeDescriptor = wakeDescriptor ?? -1
        size = Self.currentSize()
        definePalette()
        cts_widen([], 0)
        ask()
    }

    deinit {
        cts_close()
    }

    /// Shows a frame, sending only what differs from the frame before.
    ///
    /// - Parameter frame: The frame, drawn for ``size``.
    package mutating func paint(_ frame: Frame) {
        if let theme = frame.theme { adopt(theme) }
        painter.paint(frame, size: size)
    }

    /// Makes the next ``paint(_:)`` send everything, for a screen that another program has written over.
    package mutating func invalidate() {
        painter.invalidate()
    }

    /// Gives the terminal back and stops the process as Ctrl-Z does elsewhere; returns when it is continued.
    package mutating func suspend() {
        cts_suspend()
        painter.invalidate()
        resize()
        // It may go on in another terminal.
        ask()
    }

    /// Waits until something happens.
    ///
    /// - Parameter timeoutMilliseconds: The longest wait in milliseconds; `nil` waits for ever.
    /// - Returns: Everything that has happened, in order; empty when the time is over.
    package mutating func wait(timeoutMilliseconds: Int? = nil) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        drainKeys(into: &inputs)
        let limit = inputs.isEmpty ? timeoutMilliseconds.map { max(0, min($0, Int(Int32.max))) } ?? -1 : 0
        let pasteLimit = 500
        let isShortened = decoder.isPasting && (limit < 0 || limit > pasteLimit)
        let isTorn = answers.isHolding && (limit < 0 || limit > Self.answerLimit)
        let ready = cts_wait(wakeDescriptor, Int32(isTorn ? Self.answerLimit : isShortened ? pasteLimit : limit))
        if ready == 0 && (isTorn || limit > 0) { giveUpAnswers(into: &inputs) }
        if ready == 0 && isShortened && !isTorn { decoder.endPaste(into: &inputs) }
        if ready & Int32(CTS_READY_INPUT.rawValue) != 0 { drainKeys(into: &inputs) }
        takeSignals(into: &inputs)
        if ready & Int32(CTS_READY_WAKE.rawValue) != 0 { inputs.append(.woken) }
        if ready & Int32(CTS_READY_CLOSED.rawValue) != 0 { inputs.append(.hangup) }
        return inputs
    }

    /// Curses may have read ahead, so what it holds is taken before waiting and not only when the terminal is ready.
    private mutating func drainKeys(into inputs: inout [TerminalInput]) {
        while true {
            let code = cts_read_key()
            if code == CTS_KEY_NONE.rawValue { break }
            hear(Int(code), into: &inputs)
        }
        settleAnswers(into: &inputs)
    }

    private mutating func takeSignals(into inputs: inout [TerminalInput]) {
        let events = cts_take_events()
        if events == 0 { return }
        if events & Int32(CTS_EVENT_SUSPEND.rawValue) != 0 {
            suspend()
            inputs.append(.resized(size))
        } else if events & Int32(CTS_EVENT_RESUMED.rawValue) != 0 {
            painter.invalidate()
            resize()
            ask()
            inputs.append(.resized(size))
        } else if events & Int32(CTS_EVENT_RESIZED.rawValue) != 0 {
            resize()
            inputs.append(.resized(size))
        }
        if events & Int32(CTS_EVENT_TERMINATE.rawValue) != 0 { inputs.append(.terminate) }
        if events & Int32(CTS_EVENT_HANGUP.rawValue) != 0 { inputs.append(.hangup) }
    }

    private mutating func resize() {
        cts_resize(0, 0)
        adoptSize()
    }

    /// Takes over the size curses has.
    mutating func adoptSize() {
        size = Self.currentSize()
        painter.invalidate()
    }

    private static func currentSize() -> Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        cts_size(&rows, &columns)
        return Size(rows: Int(rows), columns: Int(columns))
    }
}

// MARK: Answers and colours

extension TerminalSession {
    /// How long the rest of an answer is waited for, in milliseconds.
    private static var answerLimit: Int { 50 }

    /// Asks the terminal what it is like, and waits for nothing: the answers come with the keys.
    private mutating func ask() {
        guard asks else { return }
        let asked = cts_ask(terminal)
        answers.expect(
            width: asked & Int32(CTS_ASKED_WIDTH.rawValue) != 0,
            background: asked & Int32(CTS_ASKED_BACKGROUND.rawValue) != 0)
    }

    private mutating func hear(_ code: Int, into inputs: inout [TerminalInput]) {
        let (keys, answer) = answers.take(code)
        for key in keys { decoder.take(key, into: &inputs) }
        switch answer {
        case .cursor(_, let column)?:
            // Any other column is a terminal that doesn't know the character; one column it is, as for everybody else.
            let widths: AmbiguousWidth = column == 3 ? .wide : .narrow
            if widths != self.widths {
                let runs = widths == .wide ? AmbiguousWidth.runs : []
                cts_widen(runs, Int32(runs.count / 2))
                // What curses holds was laid out the other way.
                if widths == .wide || self.widths == .wide { painter.invalidate() }
            }
            self.widths = widths
            inputs.append(.widths(widths))
        case .background(let colour)?:
            let wasLight = isLight
            isLight = colour.luminance > 0.18
            if isLight != wasLight {
                definePalette()
                painter.invalidate()
                inputs.append(.resized(size))
            }
        case nil: break
        }
    }

    private mutating func settleAnswers(into inputs: inout [TerminalInput]) {
        for key in answers.settle() { decoder.take(key, into: &inputs) }
        // What is held belongs before anything the decoder would end now.
        if !answers.isHolding { decoder.settle(into: &inputs) }
    }

    private mutating func giveUpAnswers(into inputs: inout [TerminalInput]) {
        for key in answers.giveUp() { decoder.take(key, into: &inputs) }
        decoder.settle(into: &inputs)
    }

    private mutating func adopt(_ theme: ScreenTheme) {
        guard theme != self.theme else { return }
        self.theme = theme
        definePalette()
        painter.invalidate()
    }

    private mutating func definePalette() {
        let inks = ThemeInks.inks(of: theme, isLight: isLight)
        let depth = ColourDepth(theme: theme, colours: Int(cts_colors()), environment: environment)
        Palette.define(inks: inks, depth: depth)
        painter.blankLooks = Palette.blankLooks(inks: inks, depth: depth)
    }
}
