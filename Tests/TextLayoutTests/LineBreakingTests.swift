import Testing
import TextLayout
import TestSupport

@Suite("Line breaking")
struct LineBreakingTests {
    @Test(
        "punctuation and words stay where Chinese type wants them",
        arguments: [
            ("申请材料不齐全，请补正。", 10, ["申请材料不", "齐全，请补", "正。"]),
            ("申请材料，请补正。", 8, ["申请材", "料，请补", "正。"]),
            ("依照《行政许可法》", 6, ["依照", "《行政", "许可", "法》"]),
            ("（一）身份证复印件", 6, ["（一）", "身份证", "复印件"]),
            ("编号 ABC-2025 已收", 9, ["编号 ", "ABC-2025 ", "已收"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
            ("共3份", 2, ["共", "3", "份"]),
            ("一\n\n二", 10, ["一", "", "二"]),
            ("", 10, [""]),
        ])
    func breaks(text: String, columns: Int, expected: [String]) {
        #expect(LineBreaking.lines(text, columns: columns) == expected)
    }

    @Test("indents stand before the first line of a paragraph and before the others")
    func indents() {
        let lines = LineBreaking.lines("一二三四五\n六", columns: 8, firstIndent: 4, restIndent: 2)
        #expect(lines == ["    一二", "  三四五", "    六"])
    }

    @Test("an indent leaves at least two columns for text")
    func wideIndent() {
        #expect(LineBreaking.lines("一二", columns: 4, firstIndent: 9, restIndent: 0) == ["  一", "二"])
    }

    @Test("nothing is lost and no line is too long")
    func keepsEverything() {
        var generator = Dice(seed: 32)
        for _ in 0..<3_000 {
            let text = generator.text(upTo: 40)
            let columns = Int.random(in: 4...40, using: &generator)
            let lines = LineBreaking.lines(text, columns: columns)
            #expect(lines.joined() == text)
            #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= columns }, "\(text) at \(columns): \(lines)")
        }
    }

    @Test("no line starts with closing punctuation where there was room to avoid it")
    func avoidsBadStarts() {
        var generator = Dice(seed: 15_834)
        for _ in 0..<1_000 {
            let words = (0..<12).map { _ in ["申请", "材料，", "（不齐）", "《办法》。", "补正"].randomElement(using: &generator) ?? ""
            }
            let lines = LineBreaking.lines(words.joined(), columns: Int.random(in: 8...30, using: &generator))
            for line in lines {
                #expect(line.first.map { !"，。）》".contains($0) } ?? true, "\(lines)")
                #expect(line.last.map { !"（《".contains($0) } ?? true, "\(lines)")
            }
        }
    }
}
