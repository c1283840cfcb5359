/// 期限规则 as data: one term of the law, whose it is, what it runs from and what ends it.
///
/// Legal source: the rule's own `basis`; nothing about any term stands in code.
package struct ClockRule: Hashable, Sendable {
    /// `T1` … as the rules of the desk number them; a letter tells apart terms of one number.
    package let id: String
    /// 一次性告知期限 …
    package let name: String
    package let english: String
    package let matters: TermSet<Matter>
    package let actions: TermSet<Action>
    package let whose: ClockParty
    package let from: ClockStart
    /// Nil where what ends it is nothing that a case records.
    package let until: ClockEnd?
    package let term: Term
    /// Whether the office's promised days take the place of the law's on the lights.
    package let isPromised: Bool
    /// What doesn't count; nil where nothing stops the clock.
    package let stops: Stops?
    /// Nil where the law knows no longer term.
    package let longer: Extension?
    /// What follows by itself when the term is over; nil where nothing does.
    package let consequence: Consequence?
    package let basis: LegalSource

    /// How long.
    package struct Term: Hashable, Sendable {
        /// Nil where the notice names the days.
        package let count: Int?
        package let unit: TermUnit
        package let direction: TermDirection
        /// For a term that is a window: how many before the start event it opens; `count` is when it closes.
        package let opens: Int?
        /// 条例 says 日 and not 工作日: natural days are the other reading, which is shown where it ends earlier.
        package let isAmbiguous: Bool

        package init(
            _ count: Int?, _ unit: TermUnit = .workingDays, _ direction: TermDirection = .after, opens: Int? = nil,
            isAmbiguous: Bool = false
        ) {
            self.count = count
            self.unit = unit
            self.direction = direction
            self.opens = opens
            self.isAmbiguous = isAmbiguous
        }
    }

    /// 不计入期限的时间.
    package struct Stops: Hashable, Sendable {
        package let reasons: TermSet<StopReason>
        package let basis: LegalSource

        package init(reasons: TermSet<StopReason>, basis: LegalSource) {
            self.reasons = reasons
            self.basis = basis
        }
    }

    /// 延长期限, once.
    package struct Extension: Hashable, Sendable {
        /// In the unit of the term, at most.
        package let count: Int
        /// Whose approval it takes: 本机关负责人.
        package let approver: String
        package let approverEnglish: String
        package let basis: LegalSource

        package init(count: Int, approver: String, approverEnglish: String, basis: LegalSource) {
            self.count = count
            self.approver = approver
            self.approverEnglish = approverEnglish
            self.basis = basis
        }
    }

    package struct Consequence: Hashable, Sendable {
        /// 视为受理, 视为放弃 …: what the state reads as.
        package let outcome: String
        package let outcomeEnglish: String
        package let text: String
        package let english: String

        package init(outcome: String, outcomeEnglish: String, text: String, english: String) {
            self.outcome = outcome
            self.outcomeEnglish = outcomeEnglish
            self.text = text
            self.english = english
        }
    }

    package init(
        id: String, name: String, english: String, matters: TermSet<Matter>, actions: TermSet<Action>,
        whose: ClockParty, from: ClockStart, until: ClockEnd?, term: Term, isPromised: Bool = false,
        stops: Stops? = nil, longer: Extension? = nil, consequence: Consequence? = nil, basis: LegalSource
    ) {
        self.id = id
        self.name = name
        self.english = english
        self.matters = matters
        self.actions = actions
        self.whose = whose
        self.from = from
        self.until = until
        self.term = term
        self.isPromised = isPromised
        self.stops = stops
        self.longer = longer
        self.consequence = consequence
        self.basis = basis
    }

    package func concerns(_ particulars: Particulars) -> Bool {
        matters.contains(particulars.matter) && actions.contains(particulars.action)
    }

    /// The clock that a case stands under, where this is one of those that the queue knows; nil for any other.
    package var kind: Kind? {
        switch (from, until) {
        case (.receipt, .answer): .notice
        case (.notice, .papersBack): .correction
        case (.receipt, .decision), (.acceptance, .decision): .decision
        case (.decision, .licence): .licence
        default: nil
        }
    }

    package enum Kind: String, Sendable {
        /// 告知期限: tell everything, or the case counts as accepted.
        case notice
        /// 补正期限, the applicant's.
        case correction
        /// 办结期限.
        case decision
        /// 颁证期限.
        case licence
    }
}

/// Whose term it is.
package enum ClockParty: String, Vocabulary {
    case office, applicant
    /// 有效期: nobody has to do anything, and the first day belongs to it.
    case nobody
}

/// The event that a term runs from.
package enum ClockStart: String, Vocabulary {
    /// 收到申请材料之日.
    case receipt
    /// 受理之日; for a case deemed accepted the day of receipt.
    case acceptance
    /// 补正告知书送达之日.
    case notice
    /// 作出决定之日.
    case decision
    /// 发证之日.
    case issue
    /// 有效期届满之日, counted backwards.
    case expiry
    /// 情况变化之日.
    case change
    /// 开展经营之日.
    case opening
    /// 核查任务分派之日.
    case assignment
    /// 知道决定之日.
    case learned
    /// 被告知听证权利之日.
    case toldOfHearing = "told-of-hearing"
    /// 申请听证之日.
    case hearingRequest = "hearing-request"
    /// 凭声明、免于核查作出决定之日.
    case waivedDecision = "waived-decision"
}

/// The event that ends a term.
package enum ClockEnd: String, Vocabulary {
    /// 告知、受理 or sending elsewhere: the applicant was told where the case stands.
    case answer
    /// 补正材料收件.
    case papersBack = "papers-back"
    /// 提出申请: the receipt of this very case.
    case application
    /// 作出决定.
    case decision
    /// 发证.
    case licence
}

/// What a term is counted in.
package enum TermUnit: String, Vocabulary {
    case workingDays = "working-days"
    /// 自然日.
    case days
    case months, years
}

package enum TermDirection: String, Vocabulary {
    case after, before
}

/// 不计入期限的特别程序.
package enum StopReason: String, Vocabulary {
    case hearing, inspection, testing, quarantine, appraisal
    case expertReview = "expert-review"
}
