package import CaseDomain

/// What one paper says that others of its kind don't: everything besides the case, the office and the law.
package enum PaperContent: Hashable, Sendable {
    /// 一次性告知单.
    case guidance(GuidanceList)
    /// 收件凭证.
    case receipt([ReceivedMaterial])
    /// 受理通知书.
    ///
    /// - gaps: what is tolerated for now, by name.
    /// - isDeemed: whether the law accepted it, because nobody told anything in time.
    case acceptance(Acceptance, gaps: [String], isDeemed: Bool)
    /// 不予受理通知书.
    ///
    /// - elsewhere: where the applicant should go instead; empty where nobody else has it.
    case refusal(Refusal, elsewhere: String)
    /// 容缺受理承诺书 or 通知书.
    case gaps(GapPaper)
    /// 现场核查通知书.
    case inspection(InspectionVisit)
    /// 准予许可决定书; what it adds may be empty.
    case approval(note: String)
    /// 不予许可决定书.
    ///
    /// - basis: what the reason rests on, as the decider wrote it.
    case denial(reason: String, basis: String)
    /// 送达回证 of a paper; nil where it has still to be served, and is filled in by hand.
    case serviceRecord(document: String, PaperService?)
    /// 引导单.
    case referral(destination: String, text: String, basis: LegalSource)
    /// 材料交接单, with the names of the papers.
    case handOver(PaperHandover, [ReceivedMaterial])
    /// 特别程序期限告知书.
    case clockStop(ClockStopPaper)
    /// 延长期限告知书.
    ///
    /// - until: the last day of the longer term by law; nil where none runs.
    case termExtension(TermExtension, until: CivilDate?)

    package var kind: PaperKind {
        switch self {
        case .guidance: .guidanceSlip
        case .receipt: .receipt
        case .acceptance: .acceptance
        case .refusal: .refusal
        case .gaps(let gaps): gaps.isPromise ? .gapPromise : .gapNotice
        case .inspection: .inspectionNotice
        case .approval: .approval
        case .denial: .denial
        case .serviceRecord: .serviceRecord
        case .referral: .referral
        case .handOver: .handOver
        case .clockStop: .clockStop
        case .termExtension: .termExtension
        }
    }
}

/// What an applicant is told in writing when a special procedure begins.
package struct ClockStopPaper: Hashable, Sendable {
    /// 听证、检验 …
    package let procedure: String
    /// Why, and how long it takes.
    package let words: String
    package let from: CivilDate

    package init(procedure: String, words: String, from: CivilDate) {
        self.procedure = procedure
        self.words = words
        self.from = from
    }
}

/// What an applicant is told before anything is handed in.
package struct GuidanceList: Hashable, Sendable {
    package let items: [Item]
    /// Papers that the office looks up itself.
    package let spared: [String]
    /// Papers that depend on what wasn't said, each with what it depends on.
    package let depends: [String]
    package let particulars: Particulars

    package struct Item: Hashable, Sendable {
        package let name: String
        /// 份数与形式.
        package let form: String
        package let mustFulfil: String
        package let basis: LegalSource

        package init(name: String, form: String, mustFulfil: String, basis: LegalSource) {
            self.name = name
            self.form = form
            self.mustFulfil = mustFulfil
            self.basis = basis
        }
    }

    package init(items: [Item], spared: [String], depends: [String], particulars: Particulars) {
        self.items = items
        self.spared = spared
        self.depends = depends
        self.particulars = particulars
    }
}

/// A visit of inspectors, as its notice tells of it.
package struct InspectionVisit: Hashable, Sendable {
    package let on: CivilDate
    package let mode: InspectionMode
    /// By name.
    package let inspectors: [String]
    /// 参加部门 of a joint visit, by name.
    package let departments: [String]
    /// 勘查收件: the papers to have ready, by name.
    package let collects: [String]

    package init(
        on day: CivilDate, mode: InspectionMode, inspectors: [String], departments: [String] = [],
        collects: [String] = []
    ) {
        self.on = day
        self.mode = mode
        self.inspectors = inspectors
        self.departments = departments
        self.collects = collects
    }
}

/// One line of a receipt.
package struct ReceivedMaterial: Hashable, Sendable {
    package let name: String
    /// 份数与形式 as the checklist asks for it; empty where it doesn't ask.
    package let form: String
    /// How many came in; nil where nobody counted.
    package let count: Int?

    package init(name: String, form: String, count: Int?) {
        self.name = name
        self.form = form
        self.count = count
    }
}

/// What is to be brought after acceptance: promised by the applicant, confirmed by the office.
package struct GapPaper: Hashable, Sendable {
    package let isPromise: Bool
    package let promise: GapPromise
    /// 份数与形式, by material.
    package let forms: [Material: String]
    package let acceptedOn: CivilDate

    package init(isPromise: Bool, promise: GapPromise, forms: [Material: String], acceptedOn: CivilDate) {
        self.isPromise = isPromise
        self.promise = promise
        self.forms = forms
        self.acceptedOn = acceptedOn
    }
}
