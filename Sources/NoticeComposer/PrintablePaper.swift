package import CaseDomain

/// A paper of any kind as a printer needs it: its lines, how many copies, and what stands in the margins.
package struct PrintablePaper: Hashable, Sendable {
    /// 文书名称 and its number, for the document's properties.
    package let name: String
    /// The date of the document; a file made from it carries no other.
    package let issuedAt: Moment
    /// At most `NoticeText.columns` wide each.
    package let lines: [PaperLine]
    /// 各联: the mark on each copy. Empty for one copy without a mark.
    package let copies: [String]
    /// Stands in the top margin, under the code.
    package let caseNumber: String
    /// What the QR code says.
    package let code: String
    /// 草稿: marks a paper that is not in force; it prints once, whatever its copies. Nil on an issued one.
    package let draftMark: String?

    package init(
        number: String, issuedAt: Moment, lines: [PaperLine], copies: [String], caseNumber: String, code: String,
        draftMark: String? = nil
    ) {
        let title = lines.filter { $0.role == .title }.map { $0.text.drop { $0 == " " } }.joined()
        name = number.isEmpty ? title : "\(title) \(number)"
        self.issuedAt = issuedAt
        self.lines = lines
        self.copies = copies
        self.caseNumber = caseNumber
        self.code = code
        self.draftMark = draftMark
    }

    /// A notice as it was issued.
    package init(_ notice: IssuedNotice, of file: CaseFile) {
        let imprint = notice.imprint
        let roles = imprint?.roles ?? []
        let lines =
            roles.count == notice.lines.count
            ? zip(notice.lines, roles).map { PaperLine($0, $1) } : PaperLine.guessed(notice.lines)
        let caseNumber = imprint?.caseNumber ?? file.nameForApplicant
        self.init(
            number: notice.number.text, issuedAt: notice.issuedAt, lines: lines, copies: imprint?.copies ?? [],
            caseNumber: caseNumber, code: imprint?.code ?? caseNumber)
    }

    /// Any paper of a case as it was given out.
    package init(_ document: CaseDocument, of file: CaseFile) {
        switch document {
        case .notice(let notice): self.init(notice, of: file)
        case .paper(let paper): self.init(paper, caseNumber: file.nameForApplicant)
        }
    }

    /// A paper that belongs to no case: no number stands in its margin, and no code.
    package init(slip: CasePaper) { self.init(slip, caseNumber: "") }

    private init(_ paper: CasePaper, caseNumber: String) {
        let roles = paper.imprint?.roles ?? []
        let lines =
            roles.count == paper.lines.count
            ? zip(paper.lines, roles).map { PaperLine($0, $1) } : PaperLine.guessed(paper.lines)
        let caseNumber = paper.imprint?.caseNumber ?? caseNumber
        self.init(
            number: paper.number?.text ?? "", issuedAt: paper.issuedAt, lines: lines,
            copies: paper.imprint?.copies ?? [], caseNumber: caseNumber, code: paper.imprint?.code ?? caseNumber)
    }

    /// A notice as it would be issued now.
    ///
    /// - Parameter numberWords: stand where the number will.
    package init(_ text: NoticeText, numberWords: String, at moment: Moment, mark: String) {
        self.init(
            number: "", issuedAt: moment, lines: text.typeset(number: numberWords), copies: [],
            caseNumber: text.caseNumber, code: text.code, draftMark: mark)
    }
}
