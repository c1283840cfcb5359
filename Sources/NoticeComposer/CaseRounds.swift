package import CaseDomain
package import ChecklistRules

/// The notices of a case, each held against what came after it: the notice that followed, or the papers as they are now.
package struct CaseRounds: Sendable {
    /// In the order of the notices.
    package let comparisons: [RoundComparison]
    /// What each notice named, held against the one before it; nil for the first.
    package let reviews: [RoundReview?]

    /// - Parameter checklist: has the words for what is wrong now; without it nothing is.
    package init(_ file: CaseFile, _ sheet: ChecklistSheet, _ checklist: Checklist?) {
        let now =
            checklist.map {
                NoticeText.items(sheet.evaluation.findings, checklist: $0, application: file.application)
            } ?? []
        let unjudged = TermSet(sheet.lines.filter { $0.state == .unjudged }.map(\.material))
        comparisons = file.notices.indices.map { place in
            let isLast = place == file.notices.count - 1
            return RoundComparison(
                file.notices[place], answer: file.answers[place],
                later: isLast ? now : file.notices[place + 1].items, unjudged: isLast ? unjudged : [])
        }
        reviews = file.notices.indices.map { place in
            place == 0
                ? nil
                : RoundReview(
                    file.notices[place].items, after: file.notices[place - 1], answer: file.answers[place - 1])
        }
    }
}
