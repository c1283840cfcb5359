// What is said beside and about the fields that are filled in.

extension Phrases {
    enum Dates {
        static let today = Phrase("今天", "today")
        static let ahead = Phrase("第{days}个工作日", "working day {days}")
        static let ago = Phrase("{days}个工作日前", "{days} working days ago")
        static let weekend = Phrase("休息日", "a weekend")
        static let holiday = Phrase("放假", "a holiday")
        static let makeUpDay = Phrase("调休上班", "a make-up workday")
        static let yearGuessed = Phrase("年份按就近推定", "year guessed")
        static let uncertain = Phrase("{years}年放假安排不全，仅供参考", "holidays of {years} not known, a guide only")
        static let noSuchDay = Phrase("没有{month}月{day}日这一天，例如 1120", "there is no {month}-{day}; for example 1120")
        static let tooFar = Phrase("最多加减1000，例如 +5工", "1000 at most; for example +5g")
    }

    enum Fields {
        static let overflow = Phrase(
            "这一项最多{limit}字：放不下的{count}字没有录入", "{limit} characters at most: {count} were left out")
        static let filled = Phrase("已填{count}/{all}", "{count} of {all} filled")
        static let problems = Phrase("{count}处有误", "{count} wrong")
        static let missing = Phrase("还差{count}位", "{count} to go")
        static let tooMany = Phrase("多了{count}位", "{count} too many")
        static let right = Phrase("校验相符", "check is right")
        static let phoneHint = Phrase("手机或座机", "mobile or landline")
        static let codeHint = Phrase("18位", "18 characters")
        static let countyHint = Phrase("6位", "6 digits")
        static let licenceHint = Phrase("字母后14位", "letters and 14 digits")
        static let dateHint = Phrase("1120 或 +5工", "1120 or +5g")
        static let areaHint = Phrase("平方米", "square metres")
        static let addressOnly = Phrase("光标在地址栏时才有地址可选", "Addresses are offered in the address field only")
        static let onlyPlace = Phrase("只有这一个地址", "There is no other address")
        static let nothingPlaced = Phrase("没有可用的地址", "no address to offer")
        static let uses = Phrase("{count}次", "{count}x")
        static let spreadTitle = Phrase("多项粘贴", "Several fields pasted")
        static let spreadAsk = Phrase(
            "粘贴的内容有{count}列。按顺序分填到以下各项？选“不”则全部留在这一项。",
            "The paste has {count} columns. Spread them over these fields? No leaves all of it in this one.")
        static let spreadDone = Phrase("已分填{count}项", "{count} fields filled")
    }

    enum Sections {
        static let receipt = Phrase("收件", "Intake")
        static let applicant = Phrase("申请人", "Who")
        static let premises = Phrase("场所", "Where")
        static let business = Phrase("经营", "What")
        static let agent = Phrase("代理", "Agent")
        static let licence = Phrase("原证", "Licence")
        static let answers = Phrase("情形", "Facts")
    }

    enum Earlier {
        static let pick = Phrase("同一申请人以前的办件", "Earlier cases of the applicant")
        static let fields = Phrase("填入哪些项（空白项已勾）", "What to fill in (empty ones ticked)")
        static let needsKey = Phrase(
            "先填统一社会信用代码，或名称和电话，才能找以前的办件", "Fill in the credit code, or name and phone, first")
        static let none = Phrase("没有找到同一申请人以前的办件", "No earlier case of this applicant")
        static let nothing = Phrase("{number} 里没有可填的内容", "{number} has nothing to fill in")
        static let replaces = Phrase("{label}：{old} -> {new}", "{label}: {old} -> {new}")
        static let fills = Phrase("{label}：{new}", "{label}: {new}")
        static let done = Phrase(
            "已从 {number} 填入{count}项；{key} 一次撤回", "{count} fields filled from {number}; {key} takes them back")
        static let takenBack = Phrase("已撤回刚才填入的{count}项", "{count} filled fields taken back")
        static let one = Phrase("{number}  {date}  {name}", "{number}  {date}  {name}")
    }

    enum EditingKeys {
        static let all: [(keys: String, phrase: Phrase)] = [
            ("Left Right Home End", Phrase("移动光标", "move the cursor")),
            ("Ctrl/Alt+Left Right", Phrase("按词移动", "move by words")),
            ("Alt+B Alt+F", Phrase("同上", "the same")),
            ("Backspace Del", Phrase("删前、后一字", "delete back, ahead")),
            ("Ctrl+W Alt+D", Phrase("删前、后一词", "delete a word back, ahead")),
            ("Ctrl+U Ctrl+K", Phrase("删到开头、末尾", "delete to the start, to the end")),
            ("Ctrl+Y", Phrase("放回刚删的词或整段", "put back what was deleted last")),
            ("Ctrl+_", Phrase("撤销本项刚才的输入（Ctrl+Z 是挂起程序）", "undo in this field (Ctrl+Z stops the program)")),
        ]
        static let dates = Phrase(
            "日期：今天 明天 +5（天）+5工（工作日）-3工 1120 11-20 下周五 月底", "dates: today +5 (days) +5g (working days) -3g 1120")
    }
}
