/// 文书 as one office makes them out.
package struct OfficePapers: Hashable, Sendable {
    /// A kind that isn't named is never made out.
    package let rules: [PaperKind: PaperRule]
    /// 复议机关.
    package let reviewBody: String
    /// 管辖法院.
    package let court: String

    package init(rules: [PaperKind: PaperRule], reviewBody: String, court: String) {
        self.rules = rules
        self.reviewBody = reviewBody
        self.court = court
    }

    /// An office that makes out no papers besides notices.
    package static let none = OfficePapers(rules: [:], reviewBody: "", court: "")
}

/// How one kind of paper is made out.
package struct PaperRule: Hashable, Sendable {
    /// 文书标题.
    package let title: String
    /// 文书编号, with `{code}`, `{year}` and `{sequence}`; nil for a kind without numbers.
    package let numberPattern: String?
    /// Whether a second official has to sign, who isn't the clerk.
    package let isCountersigned: Bool
    /// 一式几份.
    package let copies: Int
    /// Whether it is made out by itself, together with the step that it tells of.
    package let isAutomatic: Bool

    package init(title: String, numberPattern: String?, isCountersigned: Bool, copies: Int, isAutomatic: Bool) {
        self.title = title
        self.numberPattern = numberPattern
        self.isCountersigned = isCountersigned
        self.copies = copies
        self.isAutomatic = isAutomatic
    }
}

extension Office {
    /// What the running numbers of a kind of paper count; nil for a kind without numbers.
    package func series(of kind: PaperKind) -> String? { papers.rules[kind]?.numberPattern.map(series(of:)) }

    /// The number that the next paper of a kind would carry in a year; nil for a kind without numbers.
    package func number(of kind: PaperKind, year: Int, sequence: Int) -> DocumentNumber? {
        papers.rules[kind]?.numberPattern.map { number($0, year: year, sequence: sequence) }
    }
}
