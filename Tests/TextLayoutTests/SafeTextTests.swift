import Testing
import TextLayout
import TestSupport

@Suite("Text from outside")
struct SafeTextTests {
    @Test(
        "nothing that steers a terminal or misleads a reader is left",
        arguments: [
            ("申请人", "申请人"), ("e\u{301}", "e\u{301}"), ("a\u{1B}[31mb", "a?[31mb"), ("a\u{9B}b", "a?b"),
            ("a\u{7}b\u{7F}", "a?b?"), ("a\tb", "a b"), ("a\r\nb\nc\rd", "a b c d"), ("a\u{2028}b\u{85}c", "a b c"),
            ("收\u{202E}款", "收?款"), ("收\u{2066}款\u{2069}", "收?款?"), ("张\u{200B}三\u{FEFF}", "张三"),
            ("\u{301}x", "?\u{301}x"), ("a\u{A0}b\u{2003}c", "a b c"),
            ("👨\u{200D}👩", "👨👩"), ("✔\u{FE0F}", "✔"), ("葛\u{E0100}", "葛\u{E0100}"), ("x\u{E0041}", "x"),
        ])
    func cleansOneLine(text: String, expected: String) {
        #expect(SafeText.singleLine(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test("noncharacters get the stand-in", arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
    func noncharacters(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(SafeText.singleLine("a\(scalar)b") == "a?b")
    }

    @Test("several lines keep their breaks and nothing else")
    func cleansSeveralLines() {
        #expect(SafeText.multiLine("一\r\n二\r三\u{2029}四\n\u{301}五\u{1B}") == "一\n二\n三\n四\n?\u{301}五?")
        #expect(SafeText.multiLine("一\n二") == "一\n二")
    }

    @Test("cleaned text is clean")
    func isIdempotent() {
        var generator = Dice(seed: 7)
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                let limit: UInt32 = Bool.random(using: &generator) ? 0x300 : 0x10FFFF
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let once = SafeText.singleLine(text)
            #expect(SafeText.singleLine(once) == once)
            #expect(once.unicodeScalars.allSatisfy { SafeText.verdict(on: $0) == .keep })
        }
    }
}
