import CaseDomain
import NoticeComposer
import Reporting
import TextLayout

/// A report on pages.
enum ReportPages {
    /// Every line as wide as the widest, so that all are set in the same width and columns stand under each other.
    static func paper(_ report: Report, made: Moment) -> PrintablePaper {
        let lines = ReportText.lines(report)
        let width = lines.map { TextWidth.columns(of: $0) }.max() ?? 0
        return PrintablePaper(
            number: "", issuedAt: made,
            lines: lines.enumerated().map { place, line in
                guard place > 0 else { return PaperLine(line, .title) }
                let blanks = String(repeating: " ", count: max(0, width - TextWidth.columns(of: line)))
                return PaperLine(line + blanks, .plain)
            }, copies: [], caseNumber: "", code: "")
    }
}
