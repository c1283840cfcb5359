extension Phrases {
    enum Comparison {
        static let draftTitle = Phrase("草稿以后此案有变化", "The case changed since the draft")
        static let draftUnharmed = Phrase("草稿与下面的变化不冲突，可以接着填。", "The draft doesn't clash with this; go on.")
        static let passed = Phrase("符合{count}项", "{count} passed")
        static let field = Phrase("栏目", "Field")
        static let theirs = Phrase("对方的", "theirs")
        static let mine = Phrase("我的", "mine")
        static let done = Phrase("按所选保存", "Save the choice")
        static let leave = Phrase("先不保存", "Leave unsaved")
        static let empty = Phrase("（空）", "(empty)")
        static let chooseFirst = Phrase("两边都改了这一项，请先选一边", "Both changed this one; choose a side first")
        static let left = Phrase("没有保存，您填的还在，也存为草稿", "Not saved; what you typed is still here and kept as a draft")
        static let filled = Phrase("已按所选填入表单，保存后生效", "The choice is in the form; save to make it count")
        static let theirsStay = Phrase("都保留对方的，没有写入", "Theirs stays; nothing was written")
    }
}
