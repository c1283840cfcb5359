extension Phrases {
    package enum Tutor {
        static let heading = Phrase(
            "练习 {lesson}/{lessons} {title} {step}/{steps}", "Lesson {lesson}/{lessons} {title} {step}/{steps}")
        static let praise = Phrase("对了。", "Well done.")
        static let hint = Phrase("提示：按 {key}（{name}）", "Hint: press {key} ({name})")
        static let backFirst = Phrase("提示：先按 {key} 返回", "Hint: go back with {key} first")
        static let command = Phrase("命令：{name}", "Command: {name}")
        static let ways = Phrase("{skip} 跳过 {back} 上一步 {quit} 离开", "{skip} skip {back} back {quit} leave")
        static let atEnd = Phrase("已到最后一步", "That was the last step")
        static let atBeginning = Phrase("已在第一步", "This is the first step")
        static let leaveTitle = Phrase("离开练习", "Leave the lessons")
        static let leave = Phrase("离开练习？练习数据不保留。", "Leave? Nothing of the practice is kept.")
    }
}
