import CaseDomain

extension Phrases {
    /// 办理过程: what happened to the papers of a case.
    package enum PaperHistory {
        static let paperIssued = Phrase("制发{paper} {number}", "made out: {paper} {number}")
        static let spotCorrected = Phrase(
            "当场更正 {what}：{change}（{by}签字）", "corrected at once, {what}: {change} (signed {by})")
        static let noticeWithdrawn = Phrase("撤回告知书 {number}（{reason}）", "took notice {number} back ({reason})")
        static let served = Phrase(
            "送达 {number}：{manner}，{date}，{signed}", "served {number}: {manner}, {date}, {signed}")
        static let correctionExtended = Phrase(
            "{number} 的补正期限延至 {date}（{reason}）", "more time for {number}, until {date} ({reason})")
        static let abandoned = Phrase("{number} 逾期未补正，视为放弃（{words}）", "abandoned, {number} unanswered ({words})")
        static let refused = Phrase("不予受理：{ground}（{reason}）", "refused: {ground} ({reason})")
        static let lateFinding = Phrase(
            "漏告知：第{round}次告知新增{count}处，{reason}，责任人{owner}",
            "late findings: notice {round} adds {count}, {reason}, owner {owner}")
        static let released = Phrase(
            "放行{scope}（第{round}次）：{by}，{words}", "released: {scope}, notice {round}, by {by}: {words}")
        static let visitBooked = Phrase("约定上门指导 {date}（{by}）", "guidance visit booked for {date} ({by})")
        static let visitDeclined = Phrase("不需要上门指导（{note}）", "guidance visit declined ({note})")
        static let gapsPromised = Phrase("容缺承诺：{gaps}（{by}签字）", "promised to bring: {gaps} (signed {by})")
        static let gapsSettled = Phrase("容缺补齐：{materials}", "brought what was tolerated: {materials}")
        static let messageQueued = Phrase("短信待发：{occasion}", "message put out: {occasion}")
        static let messageSettled = Phrase("短信{outcome}：{detail}", "message {outcome}: {detail}")
    }
}

extension PaperKind {
    package var phrase: Phrase {
        switch self {
        case .guidanceSlip: Phrase("一次性告知单", "Guidance slip")
        case .receipt: Phrase("收件凭证", "Receipt")
        case .acceptance: Phrase("受理通知书", "Acceptance notice")
        case .refusal: Phrase("不予受理通知书", "Refusal notice")
        case .gapPromise: Phrase("容缺受理承诺书", "Promise of tolerated papers")
        case .gapNotice: Phrase("容缺受理通知书", "Notice of tolerated papers")
        case .inspectionNotice: Phrase("现场核查通知", "Inspection notice")
        case .approval: Phrase("准予许可决定书", "Approval")
        case .denial: Phrase("不予许可决定书", "Denial")
        case .serviceRecord: Phrase("送达回证", "Record of service")
        case .referral: Phrase("引导单", "Referral slip")
        case .handOver: Phrase("材料交接单", "Hand-over slip")
        case .clockStop: Phrase("特别程序期限告知书", "Notice of a stopped term")
        case .termExtension: Phrase("延长期限告知书", "Notice of an extended term")
        }
    }
}

extension PaperService.Manner {
    package var phrase: Phrase {
        switch self {
        case .handed: Phrase("直接送达", "handed over")
        case .mailed: Phrase("邮寄送达", "mailed")
        case .electronic: Phrase("电子送达", "electronic")
        case .left: Phrase("留置送达", "left there")
        }
    }
}

extension LateFinding.Reason {
    package var phrase: Phrase {
        switch self {
        case .overlooked: Phrase("前次审查遗漏", "overlooked before")
        case .applicationChanged: Phrase("申请内容变化", "the application changed")
        case .rulesChanged: Phrase("法规或指南变化", "the rules changed")
        }
    }
}

extension Release.Scope {
    package var phrase: Phrase {
        switch self {
        case .lateFinding: Phrase("漏告知", "late findings")
        case .round: Phrase("多次补正", "a further round")
        }
    }
}

extension Refusal.Ground {
    package var phrase: Phrase {
        switch self {
        case .notCompetent: Phrase("不属于本机关职权", "not this office's business")
        case .ineligible: Phrase("资格受限", "the applicant is barred")
        case .falsified: Phrase("隐瞒情况或者提供虚假材料", "facts were hidden or papers false")
        }
    }
}

extension OutboxMessage.Occasion {
    package var phrase: Phrase {
        switch self {
        case .noticeIssued: Phrase("补正告知", "correction notice")
        case .correctionReminder: Phrase("补正到期提醒", "correction reminder")
        case .accepted: Phrase("受理通知", "acceptance")
        case .refused: Phrase("不予受理通知", "refusal")
        case .licenceReady: Phrase("领证通知", "licence ready")
        case .licenceMailed: Phrase("证照寄出", "licence mailed")
        case .licenceExpiring: Phrase("证照到期提醒", "expiry reminder")
        case .videoBooked: Phrase("视频核查预约", "video inspection")
        }
    }
}

extension MessageSettlement.Outcome {
    package var phrase: Phrase {
        switch self {
        case .sent: Phrase("已发出", "sent")
        case .failed: Phrase("发送失败", "failed")
        case .cancelled: Phrase("未发送", "not sent")
        case .uncertain: Phrase("是否发出不明", "in doubt")
        case .moot: Phrase("不再需要", "not needed any more")
        }
    }
}
