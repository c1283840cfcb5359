extension Phrases {
    package enum Actions {
        static let title = Phrase("更多操作", "More actions")
        static let barred = Phrase("{action}（{why}）", "{action} ({why})")
    }
}

extension CaseAction {
    package var phrase: Phrase {
        switch self {
        case .spotCorrect: Phrase("当场更正", "Corrected at once")
        case .rounds: Phrase("各轮对照", "Compare the rounds")
        case .visit: Phrase("上门指导", "Guidance visit")
        case .lateFinding: Phrase("漏告知登记", "Late findings")
        case .release: Phrase("督办放行", "Supervisor's release")
        case .moreTime: Phrase("延长补正期限", "More time for the correction")
        case .abandon: Phrase("视为放弃", "Record as abandoned")
        case .withdrawNotice: Phrase("撤回告知书", "Take the notice back")
        case .serve: Phrase("登记送达", "Record service")
        case .serviceRecord: Phrase("制作送达回证", "Make out the record of service")
        case .receipt: Phrase("制作收件凭证", "Make out a receipt")
        case .refuse: Phrase("不予受理", "Refuse the application")
        case .acceptanceNotice: Phrase("制作受理通知书", "Make out the acceptance notice")
        case .gapPapers: Phrase("制作容缺承诺书、通知书", "Make out the papers of the gaps")
        case .approval: Phrase("准予许可", "Approve")
        case .denial: Phrase("不予许可", "Deny")
        case .referral: Phrase("制作引导单", "Make out a referral slip")
        case .messages: Phrase("短信", "Messages")
        case .sendAgain: Phrase("重发短信", "Send a message again")
        case .cancelPrint: Phrase("取消打印", "Cancel printing")
        case .gaps: Phrase("容缺清单", "What is owed")
        case .settleGaps: Phrase("容缺补齐", "Settle what is owed")
        case .dispatch: Phrase("分派核查", "Send inspectors")
        case .recallInspection: Phrase("撤回分派", "Take the task back")
        case .bookVideo: Phrase("预约视频核查", "Book a video inspection")
        case .handOver: Phrase("材料交接", "Hand papers over")
        case .recordInspection: Phrase("核查结论", "Record the inspection")
        case .planDelivery: Phrase("送达方式", "Note how to deliver")
        case .deliver: Phrase("证照送达", "Deliver the licence")
        case .deliverySlip: Phrase("制作证照送达回证", "Make out the record of delivery")
        case .rate: Phrase("登记评价", "Record a rating")
        case .answerRating: Phrase("差评整改", "Follow a bad rating up")
        case .waive: Phrase("免于核查", "Excuse from inspection")
        case .review: Phrase("审核", "Review")
        case .sendBack: Phrase("退回审核", "Send back for review")
        case .license: Phrase("发证", "Make the licence out")
        case .archive: Phrase("归档", "Archive")
        case .stopNotice: Phrase("制作特别程序期限告知书", "Make out the notice of a stopped term")
        case .extensionNotice: Phrase("制作延长期限告知书", "Make out the notice of an extended term")
        }
    }
}
