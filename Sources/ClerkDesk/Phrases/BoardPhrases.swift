extension Phrases {
    /// 督办台.
    enum Board {
        static let today = Phrase("今日看板", "Today")
        static let patrol = Phrase("巡查单", "To look at")
        static let figures = Phrase("指标", "Figures")
        static let releases = Phrase("待放行", "Releases")
        static let reading = Phrase("正在读取…", "Reading...")
        static let incomplete = Phrase("旧数据还在补算，数字不全", "older cases are still being counted")
        static let exportPick = Phrase("导出为", "Export as")
        static let exportMade = Phrase("导出时间：{date} {time}", "Exported {date} {time}")
        static let times = Phrase("次数", "Times")
        static let nothing = Phrase("没有可统计的", "Nothing to count")
        static let total = Phrase("合计", "All")
        static let light = Phrase("灯", "Light")
        static let green = Phrase("绿", "green")
        static let yellow = Phrase("黄", "yellow")
        static let red = Phrase("红", "red")
        static let byPerson = Phrase("窗口 经办", "Window, clerk")
        static let byWindow = Phrase("窗口", "Window")
        static let byClerk = Phrase("经办", "Clerk")
        static let goesTo = Phrase("归谁督办", "Goes to")
        static let reason = Phrase("缘由", "Reason")
        static let overdue = Phrase("超期", "overdue")
        static let dueToday = Phrase("今日到期", "today")
        static let release = Phrase("待放行", "release")
        static let idle = Phrase("停滞", "idle")
        static let calm = Phrase("{name}：{light}灯，没有超期和停滞", "{name}: {light}, nothing overdue or idle")
        static let lateTo = Phrase(
            "{name}：{light}灯，最久超{days}天，归{to}", "{name}: {light}, up to {days}d late; goes to {to}")
        static let idleTo = Phrase("{name}：{light}灯，停滞{count}件，归{to}", "{name}: {light}, {count} idle; goes to {to}")
        static let caseTitle = Phrase("{name} {what}", "{name} {what}")
        static let figureTitle = Phrase("{what} {from}..{to}", "{what} {from}..{to}")
        static let atLeast = Phrase("前{count}件", "first {count}")
        static let visitMeans = Phrase("从督办台来，Esc 回去", "opened from the board; Esc goes back")
        static let ownOnly = Phrase("这里只看全机关和自己的数字", "Only the office's figures and your own are shown here")
        static let plainFigure = Phrase("{what}{count}", "{what} {count}")
        static let plainColumn = Phrase("光标在：{what}", "Cursor at: {what}")

        static let chooseClerk = Phrase("先选一个人的行，或在清单里标记办件", "Choose a clerk's row first, or mark cases in a list")
        static let reassignTitle = Phrase("转办{count}件", "Reassign {count} cases")
        static let reassignLine = Phrase(
            "首问人不变；下一步逐件核对后再确认", "Who was asked first stays named; each case is checked before you confirm")
        static let toField = Phrase("转给", "To")
        static let windowField = Phrase("窗口", "Window")
        static let ownWindow = Phrase("接办人的窗口", "that clerk's own")
        static let reasonField = Phrase("原因", "Reason")
        static let alreadyThere = Phrase("已在{to}手上", "is with {to} already")
        static let reassignText = Phrase("转给{to}，窗口{window}；首问{first}", "to {to}, window {window}; first asked {first}")

        static let indicator = Phrase("指标", "Figure")
        static let value = Phrase("数值", "Value")
        static let target = Phrase("目标", "Target")
        static let verdict = Phrase("达标", "Met?")
        static let trend = Phrase("近12个月", "12 months")
        static let before = Phrase("之前", "Before")
        static let after = Phrase("之后", "After")
        static let change = Phrase("变化", "Change")
        static let met = Phrase("达标", "met")
        static let missed = Phrase("未达标", "missed")
        static let noVerdict = Phrase("-", "-")
        static let days = Phrase("天", "d")
        static let perYear = Phrase("/年", "/y")
        static let noIndicators = Phrase("没有指标数据", "No figures are defined")
        static let perWindow = Phrase("按窗口", "by window")
        static let perMatter = Phrase("按事项", "by matter")
        static let perClerk = Phrase("按经办", "by clerk")
        static let perMonth = Phrase("按月", "by month")
        static let defects = Phrase("高频缺陷", "Top defects")
        static let defectMissing = Phrase("未提交", "missing")
        static let defectFails = Phrase("{check}：不符", "{check} not in order")
        static let applicationItself = Phrase("申请事项", "Application")

        static let periodTitle = Phrase("统计期间", "Period")
        static let periodToday = Phrase("今天", "Today")
        static let periodWeek = Phrase("本周", "This week")
        static let periodMonth = Phrase("本月", "This month")
        static let periodQuarter = Phrase("本季", "This quarter")
        static let periodYear = Phrase("今年", "This year")
        static let periodLastMonth = Phrase("上月", "Last month")
        static let periodLastYear = Phrase("去年", "Last year")
        static let periodFree = Phrase("自选日期", "Other days")
        static let periodOption = Phrase("{name} {from}..{to}", "{name} {from}..{to}")
        static let periodHint = Phrase("首尾两天都算在内", "Both days are counted")
        static let fromField = Phrase("从", "From")
        static let throughField = Phrase("到", "Through")
        static let badDays = Phrase("日期看不懂，或首尾颠倒", "not a day, or the days are the wrong way round")

        static let casesTitle = Phrase("统计哪些办件", "Whose cases")
        static let everything = Phrase("全部", "All")
        static let clerkOption = Phrase("经办 {name}", "Clerk {name}")

        static let spanTitle = Phrase("前后对照", "Before and after")
        static let spanHint = Phrase(
            "以这一天为界，前后各比同样多天；再按一次回到单期", "As many days before as since; the same key goes back to one period")
        static let cutOverLine = Phrase("{date} {regime}到此为止", "{date}: end of the {regime}")
        static let spanDate = Phrase("分界日", "First new day")
        static let spanLength = Phrase("各取", "Days")
        static let spanDays = Phrase("{days}天", "{days} days")
        static let badSpan = Phrase("要一个不晚于今天的日期", "a day no later than today")
    }
}

extension TodayBoard.Column {
    /// What the column is, in full.
    var phrase: Phrase {
        switch self {
        case .name: Phrase("全部在手", "all in hand")
        case .waiting: Phrase("等办", "waiting")
        case .awaiting: Phrase("待补正", "awaiting correction")
        case .inHand: Phrase("在办", "in hand")
        case .dueToday: Phrase("今日到期", "due today")
        case .overdue: Phrase("超期", "overdue")
        case .idle: Phrase("停滞", "idle")
        case .afterDecision: Phrase("待发证送达", "after decision")
        case .receivedToday: Phrase("今日收件", "received today")
        case .decidedToday: Phrase("今日办结", "decided today")
        }
    }

    /// Short enough for a column of five.
    var heading: Phrase {
        switch self {
        case .name: Phrases.Board.byPerson
        case .waiting: Phrase("等办", "Wait")
        case .awaiting: Phrase("待补", "Corr")
        case .inHand: Phrase("在办", "Hand")
        case .dueToday: Phrase("今到", "Due")
        case .overdue: Phrase("超期", "Late")
        case .idle: Phrase("停滞", "Idle")
        case .afterDecision: Phrase("待发", "Out")
        case .receivedToday: Phrase("今收", "In")
        case .decidedToday: Phrase("今结", "Done")
        }
    }
}
