package import CaseDomain

extension Phrases {
    /// What happened after the acceptance.
    enum Life {
        static let dispatched = Phrase(
            "分派核查：{mode}，{people}，{date}前", "inspection given to {people}: {mode}, by {date}")
        static let recalled = Phrase("撤回分派（{reason}）", "inspection task taken back ({reason})")
        static let waived = Phrase("免于核查（{reason}）", "no inspection needed ({reason})")
        static let booked = Phrase(
            "预约视频核查 {date} {time}，口令{code}", "video inspection booked for {date} {time}, code {code}")
        static let joint = Phrase("（一次勘验）", " (one visit for several)")
        static let handed = Phrase("材料交接：{papers}，{from}交{to}", "papers handed from {from} to {to}: {papers}")
        static let inspected = Phrase("核查{result}（{mode}）：{words}", "inspection {result} ({mode}): {words}")
        static let reviewedFor = Phrase("审核：拟准予（{words}）", "reviewed: to be approved ({words})")
        static let reviewedAgainst = Phrase("审核：拟不予（{words}）", "reviewed: to be denied ({words})")
        static let sentBack = Phrase("退回审核（{reason}）", "sent back for review ({reason})")
        static let decided = Phrase("{outcome}，{date}，{by}决定", "{outcome} on {date} by {by}")
        static let licensed = Phrase("发证 {number}", "licence {number} made out")
        static let deliveryPlanned = Phrase("送达方式：{mode}", "to be delivered: {mode}")
        static let delivered = Phrase("证照送达：{mode}，{date}，{by}", "licence delivered: {mode}, {date}, {by}")
        static let archived = Phrase("归档 {reference}", "archived as {reference}")
        static let reassigned = Phrase("转办给{to}，窗口{window}（{reason}）", "reassigned to {to}, window {window} ({reason})")
        static let rated = Phrase("评价：{level}", "rated {level}")
        static let ratingAnswered = Phrase("差评回访：{words}", "bad rating followed up: {words}")
        static let ratingSettled = Phrase("差评整改完成：{words}", "bad rating put right: {words}")
        static let expiryContacted = Phrase("到期提醒（{channel}）：{answer}", "expiry reminder ({channel}): {answer}")
        static let noted = Phrase("（{words}）", " ({words})")
        static let licenceEnded = Phrase("不再提醒：{reason}", "no more reminders: {reason}")
        static let lookExplained = Phrase("查看证件号码的理由：{reason}", "why the identity numbers were looked at: {reason}")
        static let attemptRefused = Phrase("无权办理，已拒绝：{step}", "refused for want of authority: {step}")
    }
}

extension InspectionMode {
    package var phrase: Phrase {
        switch self {
        case .onSite: Phrase("现场核查", "on site")
        case .video: Phrase("远程视频核查", "by video")
        case .samples: Phrase("仅核样品资料", "samples only")
        }
    }
}

extension InspectionOutcome.Result {
    package var phrase: Phrase {
        switch self {
        case .passed: Phrase("符合", "passed")
        case .rectify: Phrase("限期整改", "to be put right")
        case .failed: Phrase("不符合", "failed")
        }
    }
}

extension Decision.Outcome {
    package var phrase: Phrase {
        switch self {
        case .approved: Phrase("准予许可", "approved")
        case .denied: Phrase("不予许可", "denied")
        }
    }
}

extension DeliveryMode {
    package var phrase: Phrase {
        switch self {
        case .window: Phrase("窗口领取", "at the window")
        case .mailOut: Phrase("预审后邮寄", "mailed out")
        case .mailBoth: Phrase("双向邮寄", "mail both ways")
        case .atInspection: Phrase("勘查收件", "papers at the inspection")
        }
    }
}

extension Rating.Level {
    package var phrase: Phrase {
        switch self {
        case .excellent: Phrase("非常满意", "excellent")
        case .good: Phrase("满意", "good")
        case .fair: Phrase("基本满意", "fair")
        case .poor: Phrase("不满意", "poor")
        case .veryPoor: Phrase("非常不满意", "very poor")
        }
    }
}

extension ExpiryContact.Channel {
    package var phrase: Phrase {
        switch self {
        case .phone: Phrase("电话", "phone")
        case .message: Phrase("短信", "text message")
        case .wechat: Phrase("微信", "WeChat")
        case .visit: Phrase("上门", "visit")
        }
    }
}

extension ExpiryContact.Answer {
    package var phrase: Phrase {
        switch self {
        case .told: Phrase("已告知", "told")
        case .unreachable: Phrase("联系不上", "not reached")
        case .closed: Phrase("不再经营", "closed down")
        case .renewing: Phrase("将延续", "will renew")
        }
    }
}

extension LicenceEnding.Reason {
    package var phrase: Phrase {
        switch self {
        case .renewed: Phrase("已延续", "renewed")
        case .cancelled: Phrase("已注销", "cancelled")
        case .abnormal: Phrase("异常户", "abnormal")
        }
    }
}

extension Role {
    package var phrase: Phrase {
        switch self {
        case .clerk: Phrase("窗口经办", "clerk")
        case .helpDesk: Phrase("帮办", "help-desk clerk")
        case .township: Phrase("乡镇窗口", "township clerk")
        case .inspector: Phrase("核查人员", "inspector")
        case .approver: Phrase("审批人员", "approver")
        case .supervisor: Phrase("督办", "supervisor")
        case .administrator: Phrase("管理员", "administrator")
        }
    }
}
