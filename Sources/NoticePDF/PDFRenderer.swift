import CPaperShim
import CaseDomain
package import NoticeComposer
import TextLayout

/// Sets papers on A4 pages after GB/T 9704-2012, as PDF.
///
/// The same paper gives the same bytes on the same machine: the only date in the file is the paper's own. Fonts stay
/// loaded with the thread, so that the second paper takes a fraction of the first one's time.
package struct PDFRenderer: Sendable {
    /// The fonts that were found.
    package let fonts: FontCheck

    /// - Throws: `libraryMissing`, `noChineseFont`.
    package init() throws(NoticePDFError) {
        if let missing = cps_load() { throw .libraryMissing(String(cString: missing)) }
        fonts = try FontCheck()
    }

    /// All copies of a paper, one after the other, each with its own page numbers.
    ///
    /// - Parameter paper: its text may come from anywhere and is made safe here.
    /// - Returns: a whole PDF file.
    /// - Throws: `fontMissing` rather than a page with boxes in it, `codeTooLong`, `outOfMemory`.
    package func render(_ paper: PrintablePaper) throws(NoticePDFError) -> [UInt8] {
        var canvas = try PageCanvas()
        canvas.describe(
            title: SafeText.singleLine(paper.name), creator: "yicigao", created: paper.issuedAt.description)
        let code = try PaperCode(SafeText.singleLine(paper.code))
        let pages = PaperPages.pages(paper.lines)
        for mark in marks(of: paper) {
            for (index, page) in pages.enumerated() {
                if let draft = paper.draftMark {
                    canvas.drawAcross(draft, size: PageGeometry.watermarkSize, fonts.title)
                }
                drawMargins(&canvas, code, mark: mark, caseNumber: paper.caseNumber, page: index + 1)
                drawLines(&canvas, paper.lines[page])
                canvas.endPage()
            }
        }
        return try canvas.finish()
    }

    private func marks(of paper: PrintablePaper) -> [String] {
        if let draft = paper.draftMark { return [draft] }
        return paper.copies.isEmpty ? [""] : paper.copies
    }

    private func drawLines(_ canvas: inout PageCanvas, _ lines: ArraySlice<PaperLine>) {
        for (index, line) in lines.enumerated() {
            let text = SafeText.singleLine(line.text)
            if line.role == .title {
                drawTitle(&canvas, String(text.drop { $0 == " " }), line: index)
                continue
            }
            canvas.draw(
                text, x: PageGeometry.left,
                baseline: PageGeometry.baseline(ofLine: index, size: PageGeometry.bodySize),
                column: column(of: text, PageGeometry.column), size: PageGeometry.bodySize, fonts.body)
        }
    }

    /// Centred on the type area, and smaller where the line would not fit otherwise.
    private func drawTitle(_ canvas: inout PageCanvas, _ text: String, line: Int) {
        let column = column(of: text, PageGeometry.titleSize / 2)
        let width = Double(TextWidth.columns(of: text)) * column
        canvas.draw(
            text, x: PageGeometry.left + (PageGeometry.textWidth - width) / 2,
            baseline: PageGeometry.baseline(ofLine: line, size: column * 2), column: column, size: column * 2,
            fonts.title)
    }

    /// The width of a column, less where the line has more of them than the type area.
    private func column(of text: String, _ column: Double) -> Double {
        min(column, PageGeometry.textWidth / Double(max(1, TextWidth.columns(of: text))))
    }

    private func drawMargins(
        _ canvas: inout PageCanvas, _ code: borrowing PaperCode, mark: String, caseNumber: String, page: Int
    ) {
        canvas.draw(
            code, x: PageGeometry.right - PageGeometry.codeSize, y: PageGeometry.codeTop, size: PageGeometry.codeSize)
        let caption = SafeText.singleLine(caseNumber)
        let columns = Double(TextWidth.columns(of: caption))
        let column = min(PageGeometry.captionSize / 2, PageGeometry.captionWidth / max(1, columns))
        canvas.draw(
            caption, x: PageGeometry.right - columns * column, baseline: PageGeometry.captionBaseline, column: column,
            size: PageGeometry.captionSize, fonts.folio)
        canvas.draw(
            SafeText.singleLine(mark), x: PageGeometry.left, baseline: PageGeometry.markBaseline,
            column: PageGeometry.markSize / 2, size: PageGeometry.markSize, fonts.body)
        drawFolio(&canvas, page)
    }

    /// 页码: on the right of odd pages, on the left of even ones.
    private func drawFolio(_ canvas: inout PageCanvas, _ page: Int) {
        let words = "— \(page) —"
        let baseline = PageGeometry.folioBaseline
        if page.isMultiple(of: 2) {
            canvas.draw(
                words, startingAt: PageGeometry.left + PageGeometry.folioInset, baseline: baseline,
                size: PageGeometry.folioSize, fonts.folio)
        } else {
            canvas.draw(
                words, endingAt: PageGeometry.right - PageGeometry.folioInset, baseline: baseline,
                size: PageGeometry.folioSize, fonts.folio)
        }
    }
}
