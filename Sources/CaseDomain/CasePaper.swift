/// 文书: the papers that an office hands out besides the correction notice and the stall card.
package enum PaperKind: String, Vocabulary {
    /// 一次性告知单, after a consultation: nothing was handed in yet.
    case guidanceSlip = "guidance-slip"
    /// 收件凭证.
    case receipt
    /// 受理通知书.
    case acceptance
    /// 不予受理通知书.
    case refusal
    /// 容缺受理承诺书, which the applicant signs.
    case gapPromise = "gap-promise"
    /// 容缺受理通知书.
    case gapNotice = "gap-notice"
    /// 现场核查通知.
    case inspectionNotice = "inspection-notice"
    /// 准予许可决定书.
    case approval
    /// 不予许可决定书.
    case denial
    /// 送达回证.
    case serviceRecord = "service-record"
    /// 引导单: where else to go.
    case referral
    /// 材料交接单, between the window and the inspectors.
    case handOver = "hand-over"
    /// 特别程序期限告知书: the clock stands still, why, and how long.
    case clockStop = "clock-stop"
    /// 延长期限告知书.
    case termExtension = "term-extension"
}

/// A paper as it was made out. A snapshot, like a notice: nothing about it is ever computed again.
package struct CasePaper: Hashable, Sendable, Codable {
    package let kind: PaperKind
    /// 文号; nil for a kind that the office doesn't number.
    package let number: DocumentNumber?
    package let issuedAt: Moment
    /// The whole paper, line by line, as it printed.
    package let lines: [String]
    /// The version of this program that composed the text.
    package let program: String
    /// 复核人: the second official who signs it; nil where none does.
    package let countersignedBy: String?
    /// How the lines are set on a page; nil on papers that were made out before pages were.
    package let imprint: PaperImprint?

    package init(
        kind: PaperKind, number: DocumentNumber?, issuedAt: Moment, lines: [String], program: String,
        countersignedBy: String? = nil, imprint: PaperImprint? = nil
    ) {
        self.kind = kind
        self.number = number
        self.issuedAt = issuedAt
        self.lines = lines
        self.program = program
        self.countersignedBy = countersignedBy
        self.imprint = imprint
    }

    /// The paper as one text; every line ends with a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}
