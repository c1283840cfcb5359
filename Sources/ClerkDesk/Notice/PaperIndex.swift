import CaseDomain
import ScreenKit
import TextLayout

/// The papers of the case beside the one that is shown, on a screen with room for both.
enum PaperIndex {
    /// From this width on.
    static let leastColumns = 120

    /// Columns of the index; 0 where there is no room or nothing to choose from.
    static func columns(_ size: Size, _ work: CaseWork) -> Int {
        guard size.columns >= leastColumns, let file = work.file, !file.documents.isEmpty else { return 0 }
        return min(56, size.columns - NoticeView.paperColumns - 6)
    }

    static func draw(_ work: CaseWork, shown: CaseDocument?, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        guard let file = work.file else { return }
        var area = rect
        for row in 0..<area.rows {
            canvas.write("|", at: Position(row: area.row + row, column: area.column), role: .border)
        }
        _ = area.splitLeft(2)
        var papers: [CaseDocument?] = file.documents
        if file.phase == .checking || file.card != nil { papers.append(nil) }
        canvas.write(desk.say(Phrases.Look.papersIndex), at: area.splitTop(1).origin, role: .header)
        var scroll = ListScroll(count: papers.count)
        scroll.select(papers.firstIndex(of: shown) ?? 0, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let isShown = papers[place] == shown
            let line = area.line(offset)
            let text = TextFit.truncated(
                SafeText.singleLine(words(papers[place], file, desk)), toColumns: max(0, line.columns - 2),
                widths: canvas.widths)
            canvas.write(isShown ? "> " : "  ", at: line.origin, role: .accent)
            canvas.write(
                text, at: Position(row: line.row, column: line.column + 2), role: isShown ? .accent : .text)
        }
    }

    private static func words(_ document: CaseDocument?, _ file: CaseFile, _ desk: Desk) -> String {
        guard let document else { return desk.say(Phrases.Look.draftEntry) }
        let day = document.issuedAt.date.description
        switch document {
        case .notice(let notice):
            let round = desk.say(Phrases.Case.round, ["round": String(notice.round)])
            return "\(day)  \(notice.number.text)  \(round)"
        case .paper(let paper): return "\(day)  \(desk.say(paper.kind.phrase)) \(paper.number?.text ?? "")"
        }
    }
}
