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
        case .gaps: Phrase("容缺清单", "What is owed")
        case .settleGaps: Phrase("容缺补齐", "Settle what is owed")
        }
    }
}
