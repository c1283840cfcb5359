import CaseDomain
import NoticeComposer
import NoticePDF
import TestSupport
import Testing
import TextLayout

@Suite("Text on the page")
struct DrawnTextTests {
    /// Line for line, page for page, as the paper has them.
    private func expectSame(_ paper: PrintablePaper) throws {
        let drawn = try DrawnPaper(paper)
        for (index, page) in PaperPages.pages(paper.lines).enumerated() {
            let wanted = paper.lines[page].map { SafeText.singleLine($0.text) }
            #expect(try drawn.lines(ofPage: index + 1) == DrawnPaper.squeezed(wanted))
        }
    }

    @Test("every notice of the demo reads as it does on screen")
    func demo() throws {
        let papers = try SamplePapers.demo()
        #expect(papers.count > 20)
        for paper in papers { try expectSame(paper) }
    }

    @Test("every kind of paper reads as it was composed", arguments: SamplePapers.composed)
    func kinds(name: String) throws {
        let text = try SourceTree.text("Fixtures/Papers/\(name)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        let paper = CasePaper(
            kind: .guidanceSlip, number: nil, issuedAt: SampleDesk.morning, lines: lines, program: "yicigao test")
        let printable = PrintablePaper(slip: paper)
        try expectSame(printable)
        #expect(try DrawnPaper(printable).embeddedFonts().allSatisfy { $0 })
    }

    @Test("whatever stands in names", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<4 { try expectSame(SamplePapers.paper(SamplePapers.random(&dice))) }
    }

    @Test("a control character is drawn as the stand-in, like everywhere")
    func unsafe() throws {
        let paper = SamplePapers.paper([PaperLine("红\u{1B}[31m灯\u{202E}笼", .plain)])
        #expect(try DrawnPaper(paper).lines(ofPage: 1) == ["红?[31m灯?笼"])
    }

    @Test("every word stands at its column and on its line")
    func columns() throws {
        let texts = [
            "左边", "  两列", "    12 汉字（四列）", "汉字2026年A02号", "                          示例县行政审批服务局",
            String(repeating: "满", count: 28), String(repeating: "8", count: 56), "“半”与①", "ﾊﾝｶｸ",
        ]
        let lines = texts.map { PaperLine($0, .plain) }
        let column = 442.2 / 56
        let words = try DrawnPaper(SamplePapers.paper(lines)).words(ofPage: 1)
        for (index, text) in texts.enumerated() {
            let middle = 104.9 + (Double(index) + 0.5) * 28.95
            let onLine = words.filter { $0.y.contains(middle) && $0.x.lowerBound > 79 && $0.y.lowerBound > 104 }
            let first = try #require(onLine.min { $0.x.lowerBound < $1.x.lowerBound }, "\(text)")
            let last = try #require(onLine.max { $0.x.upperBound < $1.x.upperBound })
            let start = Double(text.prefix { $0 == " " }.count)
            #expect(abs(first.x.lowerBound - (79.37 + start * column)) < 1, "\(text)")
            #expect(abs(last.x.upperBound - (79.37 + Double(TextWidth.columns(of: text)) * column)) < 1, "\(text)")
        }
    }

    @Test("a line that is too wide for the grid stays on the paper all the same")
    func tooWide() throws {
        let wide = String(repeating: "宽", count: 40)
        let title = String(repeating: "题", count: 25)
        let words = try DrawnPaper(SamplePapers.paper([PaperLine(title, .title), PaperLine(wide, .plain)]))
            .words(ofPage: 1)
        #expect(words.map(\.text).joined().contains(wide) && words.map(\.text).joined().contains(title))
        #expect(words.allSatisfy { $0.x.lowerBound > 78 && $0.x.upperBound < 523 })
    }

    @Test("a character that no font has is counted, not drawn as a box")
    func missing() {
        let paper = SamplePapers.paper([PaperLine("甲\u{1FFF0}乙\u{1FFF1}", .plain)])
        #expect(throws: NoticePDFError.fontMissing(characters: 2)) { try PDFRenderer().render(paper) }
    }
}
