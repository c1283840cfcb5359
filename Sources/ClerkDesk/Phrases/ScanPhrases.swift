extension Phrases {
    enum Scans {
        static let residentID = Phrase("身份证", "ID card")
        static let creditCode = Phrase("信用代码", "credit code")
        static let licence = Phrase("许可证编号", "licence number")
        static let ownCase = Phrase("办件编号", "case number")
        static let read = Phrase("扫到{kind} {number}", "Scanned {kind} {number}")
        static let filled = Phrase(
            "扫到{kind} {number}，校验无误，已填入{field}", "Scanned {kind} {number}: valid, put into {field}")
        static let replaced = Phrase(
            "扫到{kind} {number}，校验无误，已填入{field}（原为 {old}）",
            "Scanned {kind} {number}: valid, put into {field} (was {old})")
        static let inserted = Phrase(
            "扫到{kind} {number}，已填入此处", "Scanned {kind} {number}, put in here")
        static let searched = Phrase(
            "扫到{kind} {number}，按它查找", "Scanned {kind} {number}, searching for it")
        static let opening = Phrase(
            "扫到{kind} {number}，打开此案", "Scanned {kind} {number}, opening the case")
        static let already = Phrase(
            "扫到{kind} {number}，就是这件", "Scanned {kind} {number}: it is this one")
        static let answerFirst = Phrase(
            "扫到{kind} {number}，没有采用：请先回答问题", "Scanned {kind} {number}, not taken: answer first")
        static let noField = Phrase(
            "扫到{kind} {number}，没有采用：这里没有它的栏目", "Scanned {kind} {number}, not taken: no field for it here")
        static let closed = Phrase(
            "扫到{kind} {number}，没有采用：此案不在审查中", "Scanned {kind} {number}, not taken: the case is not being checked")
        static let notFound = Phrase("没有找到已有的办件。", "No case was found.")
        static let offer = Phrase(
            "新收件，并填入{kind} {number}？", "Begin a new case with {kind} {number}?")
        static let openTitle = Phrase("打开扫到的办件", "Open the scanned case")
        static let leaveForm = Phrase(
            "表单里有没保存的内容，会存为草稿。打开 {number}？", "The form isn't saved; it stays as a draft. Open {number}?")
    }
}
