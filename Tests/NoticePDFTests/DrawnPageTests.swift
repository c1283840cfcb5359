import CaseDomain
import NoticeComposer
import NoticePDF
import TestSupport
import Testing

@Suite("Pages")
struct DrawnPageTests {
    private func lines(_ count: Int) -> [PaperLine] { (0..<count).map { PaperLine("第\($0)行", .body) } }

    @Test("A4, dated like the paper, with its fonts inside", arguments: [1, 22, 23, 44, 70])
    func file(count: Int) throws {
        let title = PaperLine("          告知书", .title)
        let drawn = try DrawnPaper(SamplePapers.paper([title] + lines(count - 1)))
        let properties = try drawn.properties()
        #expect(properties["Pages"] == "\((count + 21) / 22)")
        #expect(properties["Page size"] == "595.276 x 841.89 pts (A4)")
        #expect(properties["Title"] == "告知书 示审食补〔2026〕12号")
        #expect(properties["CreationDate"]?.contains("2026-11-20T") == true)
        #expect(properties["ModDate"] == nil)
        let fonts = try drawn.embeddedFonts()
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0 })
    }

    @Test("the same paper gives the same bytes, and another one others")
    func reproducible() throws {
        var dice = Dice(seed: 9)
        let paper = SamplePapers.paper(SamplePapers.random(&dice), copies: ["第一联", "第二联"])
        let renderer = try PDFRenderer()
        let bytes = try renderer.render(paper)
        #expect(try renderer.render(paper) == bytes)
        _ = try renderer.render(SamplePapers.paper(lines(3)))
        #expect(try PDFRenderer().render(paper) == bytes)
        #expect(try renderer.render(SamplePapers.paper(paper.lines)) != bytes)
    }

    @Test("page numbers stand on the right of odd pages and on the left of even ones, below the type area")
    func folios() throws {
        let drawn = try DrawnPaper(SamplePapers.paper(lines(50)))
        for page in 1...3 {
            #expect(try drawn.lines(ofPage: page, in: .below) == ["—\(page)—"])
            let folio = try drawn.words(ofPage: page).filter { $0.y.lowerBound > 742 }
            let left = try #require(folio.map(\.x.lowerBound).min())
            let right = try #require(folio.map(\.x.upperBound).max())
            // One character in from the edge of the type area.
            if page == 2 { #expect(abs(left - 95.2) < 1.5) } else { #expect(abs(right - 505.8) < 1.5) }
        }
    }

    @Test("each copy is whole, says whose it is, and counts its pages for itself")
    func copies() throws {
        let drawn = try DrawnPaper(
            SamplePapers.paper(lines(30), copies: ["第一联　申请人", "第二联　窗口存根"], caseNumber: "SD-2026-000007"))
        #expect(try drawn.properties()["Pages"] == "4")
        for (page, mark) in [(1, "第一联申请人"), (2, "第一联申请人"), (3, "第二联窗口存根"), (4, "第二联窗口存根")] {
            #expect(try drawn.lines(ofPage: page, in: .above).sorted() == ["SD-2026-000007", mark].sorted())
            #expect(try drawn.lines(ofPage: page, in: .below) == ["—\((page - 1) % 2 + 1)—"])
        }
        #expect(try drawn.lines(ofPage: 1) == drawn.lines(ofPage: 3))
    }

    @Test("a draft says so on every page, and comes once")
    func draft() throws {
        let drawn = try DrawnPaper(
            SamplePapers.paper(lines(30), copies: ["第一联", "第二联"], draftMark: "草稿"))
        #expect(try drawn.properties()["Pages"] == "2")
        for page in 1...2 {
            #expect(try drawn.lines(ofPage: page, in: .above).contains("草稿"))
            // The pale word across the page is no text: it can't get between the lines that somebody copies.
            #expect(try !drawn.lines(ofPage: page).joined().contains("草"))
        }
    }

    @Test(
        "a scanner reads the code on every page",
        arguments: [
            "2026-000123", "https://example.gov.cn/status?case=SD-2026-002305",
            "https://example.gov.cn/a/rather/long/way/to/the/status/of/a/case?channel=paper&case=%E9%B2%812026-000001",
        ])
    func code(text: String) throws {
        let drawn = try DrawnPaper(SamplePapers.paper(lines(23), copies: ["第一联　申请人"], code: text))
        for page in 1...2 {
            let read = try drawn.code(ofPage: page)
            #expect(read == text)
        }
    }

    @Test("what fits into no code is an error, not a code that says less")
    func codeTooLong() {
        let long = String(repeating: "x", count: 4000)
        #expect(throws: NoticePDFError.codeTooLong(bytes: 4000)) {
            try PDFRenderer().render(SamplePapers.paper(lines(1), code: long))
        }
    }
}
