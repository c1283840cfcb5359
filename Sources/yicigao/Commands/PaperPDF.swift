import NoticeComposer
import NoticePDF

/// A paper as PDF for a command, with what it took.
enum PaperPDF {
    /// The fonts are loaded by then; the median counts.
    private static let passes = 9

    static func bytes(_ paper: PrintablePaper, timing: Bool) throws -> [UInt8] {
        do throws(NoticePDFError) {
            let start = ContinuousClock.now
            let renderer = try PDFRenderer()
            let bytes = try renderer.render(paper)
            if timing {
                try report(renderer, paper, first: ContinuousClock.now - start)
            }
            return bytes
        } catch {
            throw CommandFailure(code: .system, message: "\(error)，PDF 没有写成")
        }
    }

    private static func report(
        _ renderer: PDFRenderer, _ paper: PrintablePaper, first: Duration
    ) throws(NoticePDFError) {
        var times: [Duration] = []
        for _ in 0..<passes {
            let start = ContinuousClock.now
            _ = try renderer.render(paper)
            times.append(ContinuousClock.now - start)
        }
        times.sort()
        let pages = PaperPages.pages(paper.lines).count
        let fonts = [("正文", renderer.fonts.body), ("标题", renderer.fonts.title), ("页码", renderer.fonts.folio)]
        let names = fonts.map { "\($0.0) \($0.1.family ?? "其他中文字体")" }.joined(separator: "，")
        StandardError.write("字体：\(names)")
        StandardError.write(
            "每联 \(pages) 页，共 \(max(1, paper.copies.count)) 联：首次 \(shown(first))，字体载入后 \(shown(times[passes / 2]))")
    }

    private static func shown(_ time: Duration) -> String {
        "\(((time / .milliseconds(1)) * 10).rounded() / 10) 毫秒"
    }
}
