import Testing
import TextLayout
import TestSupport

@Suite("Cutting and padding")
struct TextFitTests {
    @Test(
        "a text is cut before the limit, never through a character",
        arguments: [
            ("申请人", 6, "申请人"), ("申请人", 5, "申.."), ("申请人", 4, "申.."), ("申请人", 3, ".."), ("申请人", 2, ".."),
            ("申请人", 1, ""), ("申请人", 0, ""), ("申请人", -3, ""), ("abcdef", 5, "abc.."), ("", 3, ""),
        ])
    func truncates(text: String, columns: Int, expected: String) {
        #expect(TextFit.truncated(text, toColumns: columns) == expected)
    }

    @Test("padding fills exactly the columns asked for", arguments: [TextFit.Alignment.leading, .center, .trailing])
    func pads(alignment: TextFit.Alignment) {
        var generator = Dice(seed: 20_250_701)
        for _ in 0..<300 {
            let text = generator.text(upTo: 12)
            let columns = Int.random(in: 0...30, using: &generator)
            let padded = TextFit.padded(text, toColumns: columns, alignment: alignment)
            #expect(TextWidth.columns(of: padded) == columns, "\(text) to \(columns)")
        }
    }

    @Test("padding goes where the alignment says")
    func aligns() {
        #expect(TextFit.padded("补正", toColumns: 8) == "补正    ")
        #expect(TextFit.padded("补正", toColumns: 8, alignment: .center) == "  补正  ")
        #expect(TextFit.padded("补正", toColumns: 8, alignment: .trailing) == "    补正")
    }
}
