import CTerminalShim
import ScreenKit
import Testing

@testable import TerminalIO

@Suite("Key decoding")
struct KeyDecoderTests {
    private func decoded(_ reads: [[Int]]) -> [TerminalInput] {
        var decoder = KeyDecoder()
        var inputs: [TerminalInput] = []
        for read in reads {
            for code in read { decoder.take(code, into: &inputs) }
            decoder.settle(into: &inputs)
        }
        return inputs
    }

    private func bytes(_ text: String) -> [Int] { text.utf8.map(Int.init) }

    private func names(_ inputs: [TerminalInput]) -> [String] {
        inputs.map { input in
            guard case .key(let stroke) = input else { return "\(input)" }
            return stroke.name
        }
    }

    @Test(
        "bytes become strokes",
        arguments: [
            ("a", ["a"]), ("申ｊ", ["申", "ｊ"]), ("👍", ["👍"]), ("\r", ["Enter"]), ("\n", ["Enter"]), ("\t", ["Tab"]),
            ("\u{8}", ["Backspace"]), ("\u{7F}", ["Backspace"]), ("\u{3}", ["C-c"]), ("\u{0}", ["C-Space"]),
            ("\u{1C}", ["C-\\"]), ("\u{1B}", ["Esc"]), ("\u{1B}x", ["A-x"]), ("\u{1B}\u{1B}", ["Esc", "Esc"]),
            ("\u{1B}申", ["Esc", "申"]), ("\u{1B}[", ["A-["]), ("\u{1B}O", ["A-O"]), ("\u{1B}\u{7F}", ["A-Backspace"]),
            ("\u{1B}\r", ["Esc", "Enter"]),
        ])
    func strokes(text: String, expected: [String]) {
        #expect(names(decoded([bytes(text)])) == expected)
    }

    @Test(
        "control sequences nobody knows are dropped whole",
        arguments: ["\u{1B}[27;5;13~", "\u{1B}[<0;3;4M", "\u{1B}Oz"])
    func unknownSequences(sequence: String) {
        #expect(names(decoded([bytes(sequence + "x")])) == ["x"])
    }

    @Test("a lone Esc is not taken for Alt when the next key comes later")
    func loneEscape() {
        #expect(names(decoded([[27], bytes("x")])) == ["Esc", "x"])
    }

    @Test("a character cut between two reads arrives whole")
    func splitCharacter() {
        let all = bytes("申")
        #expect(names(decoded([[all[0]], [all[1]], [all[2]]])) == ["申"])
    }

    @Test("bytes that are no UTF-8 do not stop what follows")
    func brokenBytes() {
        #expect(names(decoded([[0x80, 0xE7, 0x41]])) == ["\u{FFFD}", "A"])
        #expect(names(decoded([[0xC3] + bytes("申")])) == ["申"])
    }

    @Test("keys carry their modifiers")
    func keys() {
        let up = Int(CTS_KEY_UP.rawValue)
        let f5 = Int(CTS_KEY_FUNCTION.rawValue) + 5
        let control = Int(CTS_KEY_CONTROL.rawValue)
        let shift = Int(CTS_KEY_SHIFT.rawValue)
        let codes = [up, up | control, f5 | shift, Int(CTS_KEY_TAB.rawValue) | shift, Int(CTS_KEY_UNKNOWN.rawValue)]
        #expect(names(decoded([codes])) == ["Up", "C-Up", "S-F5", "S-Tab"])
    }

    @Test("a paste is one input, whatever is in it")
    func paste() {
        let begin = Int(CTS_KEY_PASTE_BEGIN.rawValue)
        let end = Int(CTS_KEY_PASTE_END.rawValue)
        let text = "第一行\n\u{1B}[31m二"
        let parts = bytes(text)
        let inputs = decoded([[begin] + parts[..<4], parts[4...] + [end] + bytes("x")])
        #expect(inputs == [.paste(text), .key(KeyStroke(.character("x")))])
    }

    @Test("a paste without an end can be ended")
    func unendedPaste() {
        var decoder = KeyDecoder()
        var inputs: [TerminalInput] = []
        for code in [Int(CTS_KEY_PASTE_BEGIN.rawValue), 0x61] { decoder.take(code, into: &inputs) }
        #expect(decoder.isPasting)
        decoder.endPaste(into: &inputs)
        #expect(inputs == [.paste("a")])
        #expect(!decoder.isPasting)
    }

    @Test(
        "mouse reports become clicks and turns of the wheel, whole or in pieces",
        arguments: [
            ("0;12;5M", PointerEvent.click(Position(row: 4, column: 11))),
            ("16;1;1M", .click(Position(row: 0, column: 0))),
            ("64;300;9M", .wheel(-1, at: Position(row: 8, column: 299))),
            ("65;3;9M", .wheel(1, at: Position(row: 8, column: 2))),
        ])
    func mouse(report: String, expected: PointerEvent) {
        let begin = Int(CTS_KEY_MOUSE.rawValue)
        #expect(
            decoded([[begin] + bytes(report) + bytes("x")]) == [.pointer(expected), .key(KeyStroke(.character("x")))])
        #expect(
            decoded([[begin] + bytes(report).prefix(2), Array(bytes(report).dropFirst(2))]) == [.pointer(expected)])
    }

    @Test(
        "what the desk has no use for is dropped, and what is no report doesn't swallow keys",
        arguments: [
            ("0;12;5m", []), ("35;2;2M", []), ("2;2;2M", []), ("0;0;1M", []), ("M", []), ("1;2q", ["q"]),
            ("999999999999999999999;1;1M", ["9", ";", "1", ";", "1", "M"]),
        ])
    func notMouse(report: String, expected: [String]) {
        #expect(names(decoded([[Int(CTS_KEY_MOUSE.rawValue)] + bytes(report)])) == expected)
    }

    @Test(
        "what goes to the clipboard can't break out of its sequence",
        arguments: [
            ("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("缺", "57y6"), ("\u{1B}\\", "G1w="),
        ])
    func clipboard(text: String, expected: String) {
        #expect(Clipboard.sequence(text) == "\u{1B}]52;c;\(expected)\u{07}")
    }
}
