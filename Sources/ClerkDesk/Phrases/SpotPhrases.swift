extension Phrases {
    /// 当场更正.
    package enum Spot {
        static let title = Phrase("当场更正", "Corrected at once")
        static let line = Phrase(
            "申请人当场改正的，写明改了什么、谁在更正处签名；日期记今天。不列入告知书。",
            "What was changed and who signed beside it; dated today. It stays off the notice.")
        static let which = Phrase("更正哪一处", "Which")
        static let change = Phrase("改了什么", "What was changed")
        static let signedBy = Phrase("签名人", "Signed by")
        static let nothing = Phrase("没有可以当场更正的错误", "nothing can be put right at once")
        static let formFirst = Phrase(
            "先在表单里改正，按 {edit} 回清单，再按 {key} 登记",
            "Put it right in the form, go back with {edit}, then record it with {key}")
        static let done = Phrase("当场更正已记录，不列入告知书", "On record; it stays off the notice")
        static let count = Phrase("当场更正{count}", "{count} corrected")
    }

    /// 容缺.
    package enum Gaps {
        static let title = Phrase("容缺受理承诺", "Promise of what is missing")
        static let line = Phrase(
            "容缺{count}项。申请人自愿承诺以后，先受理；补齐期限不得超过办结期限（{date}）。",
            "{count} papers are tolerated. The applicant promises them, by {date} at the latest.")
        static let lineWithoutTerm = Phrase(
            "容缺{count}项。申请人自愿承诺以后，先受理。", "{count} papers are tolerated; the applicant promises them.")
        static let dueOn = Phrase("{name} 补齐日", "{name} by")
        static let place = Phrase("补交到", "Where")
        static let promisedBy = Phrase("承诺人签名", "Signed by")
        static let tooLate = Phrase("不能晚于办结期限 {date}", "not after the decision is due on {date}")
        static let tooEarly = Phrase("不能早于今天", "not before today")
        static let ask = Phrase(
            "主要材料齐全，容缺：{gaps}（{by}承诺）。今天容缺受理？", "Accept today with these gaps: {gaps} (promised by {by})?")
        static let one = Phrase("{name} {date}前", "{name} by {date}")
        static let head = Phrase("欠{count}项 {date}前", "{count} owed by {date}")
        static let headOver = Phrase("欠{count}项 逾期", "{count} owed, late")
        static let overdue = Phrase(
            "容缺材料 {names} 到 {date} 没有补齐，请催交", "{names} was promised by {date} and isn't here: ask for it")
        static let listTitle = Phrase("容缺清单", "What is owed")
        static let listLine = Phrase("{name}：{date}前，{state}", "{name}: by {date}, {state}")
        static let promiseLine = Phrase("{by} 承诺补交到 {place}", "{by} promised to bring them to {place}")
        static let settledMark = Phrase("已补齐", "settled")
        static let owedMark = Phrase("未补", "owed")
        static let overMark = Phrase("逾期未补", "overdue")
        static let inOrderMark = Phrase("已交，符合，待登记", "here and in order, to be settled")
        static let none = Phrase("此案没有容缺", "nothing is owed")
        static let settlePick = Phrase("补齐哪些容缺材料", "Which papers are settled")
        static let judgeFirst = Phrase("先在清单上审这份材料", "judge it on the checklist first")
        static let settleAsk = Phrase("以下容缺材料已补齐、符合：{names}。登记？", "Now here and in order: {names}. Record it?")
        static let settled = Phrase("容缺补齐已登记", "Settled")
    }
}
