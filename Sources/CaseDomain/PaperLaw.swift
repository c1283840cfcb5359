/// What the law says about the papers: on which basis each is made out, and how an applicant can have a refusal looked at.
package struct PaperLaw: Hashable, Sendable {
    /// 依据 of each kind; a kind whose basis comes from somewhere else, such as the route, has none here.
    package let bases: [PaperKind: LegalSource]
    package let grounds: [Refusal.Ground: Ground]
    /// Words that tell of papers which are missing or wrong: a refusal that gives them as its reason is none.
    package let neverReasons: [String]
    /// 行政复议申请期限.
    package let review: ClockRule
    /// 行政诉讼起诉期限.
    package let suit: ClockRule

    /// What a refusal says where nothing else is written.
    package struct Ground: Hashable, Sendable {
        package let reason: String
        package let basis: LegalSource

        package init(reason: String, basis: LegalSource) {
            self.reason = reason
            self.basis = basis
        }
    }

    package init(
        bases: [PaperKind: LegalSource], grounds: [Refusal.Ground: Ground], neverReasons: [String], review: ClockRule,
        suit: ClockRule
    ) {
        self.bases = bases
        self.grounds = grounds
        self.neverReasons = neverReasons
        self.review = review
        self.suit = suit
    }

    /// The word in a reason that makes it one for a correction notice; nil where there is none.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    package func neverReason(in text: String) -> String? { neverReasons.first { text.contains($0) } }
}
