package import CaseDomain

/// Where the pages of a paper end.
///
/// Every line takes one of the page's 22, the title in its larger type too, so that a page is a stretch of the lines
/// that the screen shows. A page ends early only where the signature would otherwise stand without any text.
///
/// Legal source: GB/T 9704-2012 (22 lines a page; 落款 needs text on its page).
package enum PaperPages {
    package static let linesPerPage = 22

    /// - Returns: the lines of each page, in order, each line once; at least one page.
    package static func pages(_ lines: [PaperLine]) -> [Range<Int>] {
        let closing = closing(of: lines)
        var pages: [Range<Int>] = []
        var start = 0
        while lines.count - start > linesPerPage {
            var end = start + linesPerPage
            // A break in the closing, or between it and its text, moves up to where some text comes along.
            if let closing, end > closing.text.upperBound - 1, end < closing.end, closing.text.lowerBound > start {
                end = closing.text.lowerBound
            }
            pages.append(start..<end)
            start = end
        }
        pages.append(start..<lines.count)
        return pages
    }

    /// The text that must stay with the closing, and the line after the closing.
    private static func closing(of lines: [PaperLine]) -> (text: Range<Int>, end: Int)? {
        guard let last = lines.lastIndex(where: { $0.role == .signature }) else { return nil }
        var first = last
        while first > 0, lines[first - 1].role == .signature || lines[first - 1].text.isEmpty { first -= 1 }
        guard first > 0 else { return nil }
        // Two lines where there are two: one alone at the top of a page is nearly as bad as none.
        var textStart = first - 1
        if textStart > 0, !lines[textStart - 1].text.isEmpty { textStart -= 1 }
        // What follows the signature, such as the line to sign for receipt, goes along where a page can hold it all.
        let end = lines.count - textStart <= linesPerPage ? lines.count : last + 1
        return end - textStart <= linesPerPage ? (textStart..<first, end) : nil
    }
}
