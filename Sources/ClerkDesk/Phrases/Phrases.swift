/// What the desk says, grouped by the screen that says it. The only place with words for the screen, apart from the
/// law, which stands in data files.
package enum Phrases {
    static let weekdays: [Phrase] = [
        Phrase("周一", "Mon"), Phrase("周二", "Tue"), Phrase("周三", "Wed"), Phrase("周四", "Thu"),
        Phrase("周五", "Fri"), Phrase("周六", "Sat"), Phrase("周日", "Sun"),
    ]

    package enum Desk {
        static let product = Phrase("一次告", "Yicigao")
        static let demo = Phrase("演示", "DEMO")
        static let window = Phrase("窗口{window}", "window {window}")
        static let unverified = Phrase("（待核）", " (unverified)")
        static let tooSmall = Phrase(
            "窗口太小：现在{columns}列{rows}行，至少要{wide}列{high}行", "Too small: {columns}x{rows}, needs {wide}x{high}")
        static let notHere = Phrase("这个键在这里不起作用", "That key does nothing here")
        static let unboundKey = Phrase("{key} 没有指定动作；按 {help} 看本屏可用的键", "{key} is not bound; {help} lists the keys")
        static let quitTitle = Phrase("退出", "Quit")
        static let quitClean = Phrase("退出一次告？所做的都已保存。", "Leave Yicigao? Everything is saved.")
        static let quitDirty = Phrase(
            "表单里有没保存的内容，退出后存为草稿，下次可接着填。退出？",
            "The form has unsaved changes; they are kept as a draft. Leave?")
        static let yes = Phrase("确定", "Yes")
        static let no = Phrase("不，返回", "No, back")
        static let close = Phrase("关闭", "Close")
        static let helpTitle = Phrase("帮助 - {place}", "Help - {place}")
        static let missingYear = Phrase(
            "{years}年放假安排未载入：跨到该年的期限带 ? 号，仅供参考；告知书只写工作日数，不写日期",
            "The holidays of {years} are not loaded: terms that reach it carry a ? and are only a guide")
        static let provisionalYear = Phrase(
            "{years}年调休未公布：跨到该年的期限带 ? 号，仅供参考；告知书只写工作日数，不写日期",
            "Only the statutory festivals of {years} are known: terms that reach it carry a ?, a guide only")
        static let keysDropped = Phrase("后面按的 {count} 个键没有执行", "{count} later keys were dropped")
        static let saving = Phrase("正在保存…", "Saving...")
    }

    package enum Queue {
        static let title = Phrase("办件队列", "Queue")
        static let all = Phrase("全部", "All")
        static let open = Phrase("待办", "Open")
        static let overdueTab = Phrase("超期", "Overdue")
        static let dueTodayTab = Phrase("今日到期", "Due today")
        static let search = Phrase("查找", "Search")
        static let searchHint = Phrase("名称、编号、电话、信用代码", "name, number, phone, credit code")
        static let sort = Phrase("排序", "Sort")
        static let ascending = Phrase("升", "up")
        static let descending = Phrase("降", "down")
        static let count = Phrase("共{count}件", "{count} cases")
        static let counting = Phrase("正在计数", "counting")
        static let empty = Phrase("没有符合的办件", "No cases match")
        static let emptyHint = Phrase(
            "按 {new} 收新件，按 {filter} 换视图", "{new} takes a case in, {filter} changes the view")
        static let elsewhereHint = Phrase(
            "这个视图里没有；按 {key} 在全部办件里找", "Not in this view; {key} looks among all cases")
        static let gone = Phrase("这个办件已不在数据里", "That case is not in the store any more")
        static let overdue = Phrase("超{days}天", "{days}d late")
        static let dueToday = Phrase("今日到期", "today")
        static let daysLeft = Phrase("剩{days}天", "{days}d left")
        static let number = Phrase("编号", "Number")
        static let applicant = Phrase("申请人", "Applicant")
        static let matter = Phrase("事项·业态", "Matter/type")
        static let state = Phrase("状态", "State")
        static let round = Phrase("次", "Rd")
        static let days = Phrase("工作日", "Days")
        static let window = Phrase("窗口", "Win")
        static let clerk = Phrase("经办", "Clerk")
        static let owner = Phrase("经办人", "Owner")
        static let runOutTab = Phrase("旧规则在办", "Running out")
        static let waitingTab = Phrase("等我办", "Waiting for us")
        static let returnedTab = Phrase("补正已交回", "Returned")
        static let gapsAgeingTab = Phrase("容缺未补", "Gaps owed")
        static let inProgressTab = Phrase("在办", "In progress")
        static let afterDecisionTab = Phrase("待发证", "To hand out")
        static let due = Phrase("期限", "due")
        static let received = Phrase("收件时间", "received")
        static let matterSort = Phrase("事项", "matter")
    }

    package enum Form {
        static let title = Phrase("收件表单", "Intake form")
        static let required = Phrase("必填", "required")
        static let refused = Phrase("还有 {count} 处要改，没有保存；光标已到第一处", "{count} fields are wrong, nothing was saved")
        static let badPhone = Phrase("电话应为7至15位数字", "a phone has 7 to 15 digits")
        static let badCounty = Phrase("县区代码是6位数字", "a county code has 6 digits")
        static let badArea = Phrase("面积应为大于0的数", "area must be a number above 0")
        static let badCount = Phrase("应为整数", "must be a whole number")
        static let badDate = Phrase("日期写作 2026-11-20、1120 或 今天", "write a date as 2026-11-20, 1120 or today")
        static let dateInFuture = Phrase("不能晚于今天", "must not be after today")
        static let yes = Phrase("是", "yes")
        static let no = Phrase("否", "no")
        static let unknown = Phrase("未知", "unknown")
        static let choose = Phrase("（回车选择）", "(Enter to choose)")
        static let pickerHint = Phrase("打字筛选", "type to filter")
        static let needed = Phrase("所需材料{count}项", "{count} materials needed")
    }

    package enum Ledger {
        static let missingYears = Phrase(
            "注意：{years}年放假安排未载入，以下仅按周推算，截止日仅供参考",
            "Note: the holidays of {years} are not loaded; the date is only a guide")
        static let provisionalYears = Phrase(
            "注意：{years}年调休未公布，以下只计入法定节日，截止日仅供参考",
            "Note: only the statutory festivals of {years} are known; the date is only a guide")
        static let basis = Phrase("依据：{basis}", "Basis: {basis}")
        static let day = Phrase("第{n}日", "day {n}")
        static let today = Phrase("  <- 今天", "  <- today")
    }

    package enum History {
        static let title = Phrase("办理过程", "History")
        static let received = Phrase("收件（{window}）", "received ({window})")
        static let particularsChanged = Phrase("修改申请信息", "changed the particulars")
        static let defects = Phrase("，{count}处有误", ", {count} defects")
        static let cleared = Phrase("{material}: 退回未审", "{material}: back to unjudged")
        static let noticeIssued = Phrase(
            "发出补正告知书 {number}（第{round}次，{count}项）", "issued notice {number} (round {round}, {count} items)")
        static let correctionReceived = Phrase("补正材料收件（{count}项）", "corrected papers came in ({count})")
        static let accepted = Phrase("受理，受理日 {date}", "accepted as of {date}")
        static let routed = Phrase("引导至 {to}", "routed to {to}")
        static let withdrawn = Phrase("撤回（{reason}）", "withdrawn ({reason})")
        static let ineligible = Phrase("资格受限：{name}，至 {until}", "ineligible: {name}, until {until}")
        static let eligibilityRestored = Phrase("撤回资格受限的登记", "took a recorded bar back")
        static let cardIssued = Phrase("制发信息公示卡", "made out the stall card")
        static let identityRevealed = Phrase("查看了证件号码", "looked at identity numbers")
        static let bundled = Phrase("一件事收件：{numbers}", "taken in together: {numbers}")
    }
}
