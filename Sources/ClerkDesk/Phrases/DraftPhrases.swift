extension Phrases {
    enum Drafts {
        static let list = Phrase("草稿", "Drafts")
        static let none = Phrase("没有草稿", "There are no drafts")
        static let waiting = Phrase("有 {count} 份没保存的草稿，{key} 查看", "{count} drafts wait; {key} lists them")
        static let ofNew = Phrase("新收件 {name}", "New case {name}")
        static let ofCase = Phrase("{number} {name}", "{number} {name}")
        static let ofEntry = Phrase("{number} {title}", "{number} {title}")
        static let ofDamaged = Phrase("读不出来的草稿", "A draft that can't be read")
        static let young = Phrase("{what}（{age}）", "{what} ({age})")
        static let old = Phrase("{what}（{age}，过期草稿，建议删除）", "{what} ({age}; old, better deleted)")
        static let take = Phrase("接着填", "Take it up")
        static let later = Phrase("以后再说", "Look later")
        static let discard = Phrase("删除草稿", "Throw it away")
        static let discarded = Phrase("草稿已删除", "The draft is gone")
        static let taken = Phrase("已填回草稿，保存后草稿自动删除", "The draft is back; saving it forgets the draft")
        static let entryFilled = Phrase("已填回上次没提交的内容（{age}）", "Filled in again what was not sent ({age})")
        static let damaged = Phrase("这份草稿读不出来，没有动它", "This draft can't be read; it was left as it is")
        static let notKept = Phrase("草稿暂时存不下，可以继续填：{why}", "The draft can't be kept for now; type on: {why}")
    }
}
