package import CaseDomain
import TextLayout

extension PaperTemplate.Paragraph {
    /// What the paragraph's lines are on the page.
    var role: PaperLine.Role {
        switch self {
        case .center: .title
        case .right(let text): text.contains("{\(PaperTemplate.Placeholder.number.rawValue)}") ? .number : .signature
        case .body, .items, .when: .body
        case .plain, .blank: .plain
        }
    }
}

extension PaperLine {
    /// The lines of a paper that was stored before roles were, told apart by where they stand.
    ///
    /// The first line is the title if it is centred. A line that starts in the right half and ends at its edge is the
    /// number above the text and the signature below it.
    package static func guessed(_ texts: [String]) -> [PaperLine] {
        let columns = NoticeText.columns
        var isAboveText = true
        return texts.enumerated().map { index, text in
            let indent = text.prefix { $0 == " " }.count
            let width = TextWidth.columns(of: text)
            let isCentred = indent > 0 && abs(columns - width - indent) <= 1
            let isAtRightEdge = width == columns && indent >= columns / 4
            if text.isEmpty { return PaperLine(text, .plain) }
            if index == 0, isCentred { return PaperLine(text, .title) }
            if isAtRightEdge { return PaperLine(text, isAboveText ? .number : .signature) }
            isAboveText = false
            return PaperLine(text, .body)
        }
    }
}
