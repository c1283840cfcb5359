import CTerminalShim
import ScreenKit

/// Turns the bytes and keys of the terminal into key strokes and pastes.
///
/// It takes bytes rather than the wide characters curses offers, because curses drops the first half of a character
/// when the second half comes with the next read, which happens within long pastes.
struct KeyDecoder: Hashable, Sendable {
    /// Whether a paste has begun and not ended.
    private(set) var isPasting = false
    private var pasted: [UInt8] = []
    private var partial: [UInt8] = []
    private var escape: Escape = .none
    private var report: MouseReport?

    private enum Escape: Hashable {
        /// No Esc is open.
        case none
        /// Esc came; what follows at once belongs to it.
        case began
        /// A control sequence that nobody knows, by the byte after Esc; it is dropped up to its final byte.
        case sequence(UInt8, isEmpty: Bool)
    }

    /// The most bytes of one paste that are kept; the rest is dropped.
    static let pasteLimit = 1 << 20

    /// Takes one byte or key.
    ///
    /// - Parameters:
    ///   - code: A byte, or a number of the shim's key list.
    ///   - inputs: Where the result goes; one code may give none or two.
    mutating func take(_ code: Int, into inputs: inout [TerminalInput]) {
        if isPasting {
            takePasted(code, into: &inputs)
        } else if var report {
            switch report.take(code) {
            case .more: self.report = report
            case .done(let event):
                self.report = nil
                if let event { inputs.append(.pointer(event)) }
            case .broken:
                self.report = nil
                take(code, into: &inputs)
            }
        } else if let byte = UInt8(exactly: code) {
            takeByte(byte, into: &inputs)
        } else {
            settleEscape(into: &inputs)
            partial = []
            takeKey(code, into: &inputs)
        }
    }

    /// Says that nothing more came at once: an Esc still open was the key itself.
    mutating func settle(into inputs: inout [TerminalInput]) {
        settleEscape(into: &inputs)
    }

    /// Ends a paste whose end got lost, or the keyboard would stay dead.
    mutating func endPaste(into inputs: inout [TerminalInput]) {
        guard isPasting else { return }
        isPasting = false
        inputs.append(.paste(String(decoding: pasted, as: UTF8.self)))
        pasted = []
    }

    private mutating func settleEscape(into inputs: inout [TerminalInput]) {
        if escape == .began { inputs.append(.key(KeyStroke(.escape))) }
        if case .sequence(let first, isEmpty: true) = escape {
            inputs.append(.key(KeyStroke(.character(Character(Unicode.Scalar(first))), .alt)))
        }
        escape = .none
    }

    private mutating func takePasted(_ code: Int, into inputs: inout [TerminalInput]) {
        if code == Int(CTS_KEY_PASTE_END.rawValue) {
            endPaste(into: &inputs)
        } else if let byte = UInt8(exactly: code), pasted.count < Self.pasteLimit {
            pasted.append(byte)
        }
    }

    private mutating func takeByte(_ byte: UInt8, into inputs: inout [TerminalInput]) {
        switch escape {
        case .none: break
        case .began:
            if takeAfterEscape(byte, into: &inputs) { return }
        case .sequence(let first, _):
            // An SS3 sequence is one byte long, a CSI sequence ends with a byte from @ to ~.
            let isLast = first == 0x4F || (0x40...0x7E).contains(byte) || byte < 0x20
            escape = isLast ? .none : .sequence(first, isEmpty: false)
            return
        }
        if byte < 0x80 {
            partial = []
            if byte == 0x1B {
                escape = .began
            } else {
                inputs.append(.key(Self.stroke(ascii: byte)))
            }
            return
        }
        takeMultibyte(byte, into: &inputs)
    }

    /// Returns whether the byte belongs to the Esc before it.
    private mutating func takeAfterEscape(_ byte: UInt8, into inputs: inout [TerminalInput]) -> Bool {
        switch byte {
        case 0x5B, 0x4F:
            escape = .sequence(byte, isEmpty: true)
        case 0x20...0x7E, 0x7F, 0x08:
            escape = .none
            let plain = Self.stroke(ascii: byte)
            inputs.append(.key(KeyStroke(plain.key, plain.modifiers.union(.alt))))
        default:
            settleEscape(into: &inputs)
            return false
        }
        return true
    }

    private mutating func takeMultibyte(_ byte: UInt8, into inputs: inout [TerminalInput]) {
        if byte >= 0xC0 { partial = [] }
        partial.append(byte)
        guard let lead = partial.first else { return }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard partial.count >= length || lead < 0xC0 else { return }
        for character in String(decoding: partial, as: UTF8.self) {
            inputs.append(.key(KeyStroke(.character(character))))
        }
        partial = []
    }

    private static func stroke(ascii byte: UInt8) -> KeyStroke {
        switch byte {
        case 0x00: KeyStroke(.character(" "), .control)
        case 0x08, 0x7F: KeyStroke(.backspace)
        case 0x09: KeyStroke(.tab)
        case 0x0A, 0x0D: KeyStroke(.enter)
        case 0x01...0x1A: KeyStroke(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        case 0x1B: KeyStroke(.escape)
        case 0x1C...0x1F: KeyStroke(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        default: KeyStroke(.character(Character(Unicode.Scalar(byte))))
        }
    }

    private mutating func takeKey(_ code: Int, into inputs: inout [TerminalInput]) {
        if code == Int(CTS_KEY_PASTE_BEGIN.rawValue) {
            isPasting = true
            return
        }
        if code == Int(CTS_KEY_MOUSE.rawValue) {
            report = MouseReport()
            return
        }
        var modifiers: KeyModifiers = []
        if code & Int(CTS_KEY_SHIFT.rawValue) != 0 { modifiers.insert(.shift) }
        if code & Int(CTS_KEY_ALT.rawValue) != 0 { modifiers.insert(.alt) }
        if code & Int(CTS_KEY_CONTROL.rawValue) != 0 { modifiers.insert(.control) }
        guard let key = Self.key(code & ~0x700) else { return }
        inputs.append(.key(KeyStroke(key, modifiers)))
    }

    private static func key(_ code: Int) -> Key? {
        let function = code - Int(CTS_KEY_FUNCTION.rawValue)
        if (1...24).contains(function) { return .function(function) }
        return keys[code]
    }

    private static let keys: [Int: Key] = [
        Int(CTS_KEY_UP.rawValue): .up, Int(CTS_KEY_DOWN.rawValue): .down, Int(CTS_KEY_LEFT.rawValue): .left,
        Int(CTS_KEY_RIGHT.rawValue): .right, Int(CTS_KEY_HOME.rawValue): .home, Int(CTS_KEY_END.rawValue): .end,
        Int(CTS_KEY_PAGE_UP.rawValue): .pageUp, Int(CTS_KEY_PAGE_DOWN.rawValue): .pageDown,
        Int(CTS_KEY_INSERT.rawValue): .insert, Int(CTS_KEY_DELETE.rawValue): .delete,
        Int(CTS_KEY_TAB.rawValue): .tab, Int(CTS_KEY_ENTER.rawValue): .enter,
        Int(CTS_KEY_BACKSPACE.rawValue): .backspace,
    ]
}
