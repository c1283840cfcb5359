extension Phrases {
    package enum Actions {
        static let title = Phrase("更多操作", "More actions")
        static let barred = Phrase("{action}（{why}）", "{action} ({why})")
    }
}

extension CaseAction {
    package var phrase: Phrase {
        switch self {
        case .moreTime: Phrase("延长补正期限", "More time for the correction")
        case .abandon: Phrase("视为放弃", "Record as abandoned")
        case .withdrawNotice: Phrase("撤回告知书", "Take the notice back")
        case .messages: Phrase("短信", "Messages")
        case .sendAgain: Phrase("重发短信", "Send a message again")
        case .cancelPrint: Phrase("取消打印", "Cancel printing")
        }
    }
}
