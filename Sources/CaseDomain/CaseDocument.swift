/// Any paper that a case has given out: it can be shown, printed, served and filed.
package enum CaseDocument: Hashable, Sendable {
    case notice(IssuedNotice)
    case paper(CasePaper)

    /// Nil for a kind that the office doesn't number.
    package var number: DocumentNumber? {
        switch self {
        case .notice(let notice): notice.number
        case .paper(let paper): paper.number
        }
    }

    package var issuedAt: Moment {
        switch self {
        case .notice(let notice): notice.issuedAt
        case .paper(let paper): paper.issuedAt
        }
    }

    package var lines: [String] {
        switch self {
        case .notice(let notice): notice.lines
        case .paper(let paper): paper.lines
        }
    }

    /// The paper as one text; every line ends with a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}

extension CaseFile {
    /// Every paper of the case in the order of time; of one moment, notices first.
    package var documents: [CaseDocument] {
        let papers = record.papers
        var documents: [CaseDocument] = []
        var next = 0
        for notice in notices {
            while next < papers.count, papers[next].issuedAt < notice.issuedAt {
                documents.append(.paper(papers[next]))
                next += 1
            }
            documents.append(.notice(notice))
        }
        return documents + papers[next...].map { .paper($0) }
    }

    package func document(_ number: DocumentNumber) -> CaseDocument? { documents.first { $0.number == number } }
}
