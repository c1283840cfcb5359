extension Phrases {
    /// 一件事.
    package enum Bundle {
        static let choose = Phrase("选一件事", "Choose a bundle")
        static let none = Phrase("没有载入一件事目录", "No bundles are loaded")
        static let single = Phrase(
            "按所填内容只有一个事项，请用新收件办理：{why}", "Only one matter is left; take it in as a new case: {why}")
        static let received = Phrase(
            "一件事已收件：{numbers}；共用材料审一次即可", "Taken in together: {numbers}; shared papers are judged once")
        static let alone = Phrase("此案没有同办的事项", "This case has no sisters")
        static let savings = Phrase("合办{together}份 省{spared}份", "{together} papers, {spared} spared")
        static let sisterOpen = Phrase(
            "不能发出：同办的 {number} {matter} 还没审完，按 {key} 过去",
            "Cannot issue: {number} {matter} isn't judged yet; {key} goes there")
        static let issueAsk = Phrase(
            "一份告知书，共{count}项，写入 {numbers}，补正期限至 {deadline}。",
            "One notice, {count} items, for {numbers}, deadline {deadline}.")
        static let issueGoesOn = Phrase("材料已齐、先行办理：{matters}", "Complete, going on: {matters}")
        static let returnAlso = Phrase("同一告知书的 {numbers} 一并收件", "{numbers} of the same notice come back too")
        static let conflictTitle = Phrase("别的窗口先改了 {number}", "Somebody changed {number} first")
    }
}
