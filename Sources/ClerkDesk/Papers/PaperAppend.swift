package import CaseDomain
package import CaseStore
package import NoticeComposer

/// What one case gets in a write that makes out papers: what happened, and then the papers that tell of it.
package struct PaperAppend: Hashable, Sendable {
    package let version: CaseVersion
    package let payloads: [CaseEvent.Payload]
    package let papers: [PaperDraft]
    /// Whether the case gets the papers of the first one too, under the same numbers.
    package let sharesPapers: Bool

    package init(
        _ payloads: [CaseEvent.Payload], papers: [PaperDraft], to version: CaseVersion, sharesPapers: Bool = false
    ) {
        self.version = version
        self.payloads = payloads
        self.papers = papers
        self.sharesPapers = sharesPapers
    }
}

/// Which numbers a write needs, and what it appends once it has them.
struct PaperNumbering: Sendable {
    /// In the order of the papers that are numbered.
    let series: [String]
    private let changes: [PaperAppend]
    private let office: Office
    private let year: Int

    init(_ changes: [PaperAppend], at office: Office, year: Int) {
        self.changes = changes
        self.office = office
        self.year = year
        series = changes.flatMap(\.papers).compactMap { office.series(of: $0.kind) }
    }

    /// What each case gets, in the order of the changes.
    @Sendable func payloads(_ sequences: [Int]) -> [[CaseEvent.Payload]] {
        var rest = sequences[...]
        let issued = changes.map { change in
            change.papers.map { draft -> CaseEvent.Payload in
                var number: DocumentNumber?
                if office.series(of: draft.kind) != nil, let sequence = rest.popFirst() {
                    number = office.number(of: draft.kind, year: year, sequence: sequence)
                }
                return .paperIssued(paper: draft.issued(as: number))
            }
        }
        return zip(changes, issued).map { change, own in
            change.payloads + own + (change.sharesPapers ? issued.first ?? [] : [])
        }
    }
}
