import CTerminalShim
import Testing
import TextLayout

@Suite("Column counts")
struct TextWidthTests {
    @Test(
        "known texts take the columns a terminal gives them",
        arguments: [
            ("", 0), ("abc", 3), ("申请人", 6), ("、。，；：？！", 14), ("〔2025〕", 8), ("《行政许可法》", 14), ("“”", 2),
            ("ＡＢｃ１", 8), ("カナ", 4), ("ｶﾅ", 2), ("한국", 4), ("e\u{301}", 1), ("👍", 2), ("葛\u{E0100}", 2),
            ("①■…", 3), ("\u{20000}", 2),
        ])
    func knownTexts(text: String, columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
        #expect(text.reduce(0) { $0 + TextWidth.columns(of: $1) } == columns)
    }

    /// Where the table differs from the C library on purpose, and why.
    private static let differences: [(scalars: ClosedRange<UInt32>, libc: Int, ours: Int, reason: String)] = [
        (0x0000...0x0000, 0, 0, "the end of a C string, not a character"),
        (0x2E9A...0x2E9A, -1, 2, "unassigned among the CJK radicals"),
        (0x31350...0x323AF, -1, 2, "CJK extension H, newer than this C library"),
    ]

    @Test("every scalar the C library knows takes as many columns here")
    func agreesWithTheCLibrary() {
        #expect(cts_set_locale() >= 0)
        var wrong: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let libc = Int(cts_wcwidth(value))
            let ours = TextWidth.columns(of: scalar)
            if libc >= 0 && libc != ours { wrong.append("U+\(String(value, radix: 16)): \(libc), here \(ours)") }
        }
        #expect(wrong == [])
    }

    @Test("what the C library does not know takes the columns its block has")
    func unknownScalars() throws {
        for difference in Self.differences {
            for value in difference.scalars {
                let scalar = try #require(Unicode.Scalar(value))
                let libc = Int(cts_wcwidth(value))
                #expect(libc == difference.libc || libc == difference.ours, Comment(rawValue: difference.reason))
                #expect(TextWidth.columns(of: scalar) == difference.ours, Comment(rawValue: difference.reason))
            }
        }
    }

    @Test("control characters take no column")
    func controls() {
        for value in [UInt8](0...0x1F) + [0x7F, 0x80, 0x9F] {
            #expect(TextWidth.columns(of: Unicode.Scalar(value)) == 0)
        }
    }
}
