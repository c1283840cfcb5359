import CaseDomain

extension Phrases {
    /// 核查: who is sent, when, and what came of it.
    package enum Inspection {
        static let notHere = Phrase("机关文件里没有核查规则", "the office file says nothing of inspections")
        static let noScope = Phrase("核查规则里没有这类办件", "no row of the rules fits such a case")
        static let notNeeded = Phrase("{name}：不需核查，用“免于核查”", "{name}: nobody need look, excuse it")
        static let allRegions = Phrase("全部片区", "all regions")
        static let otherRegion = Phrase("外片区", "other region")

        static let dispatchTitle = Phrase("分派核查", "Send inspectors")
        static let dispatchLine = Phrase(
            "{name}（{basis}）。{count}人，承诺{date}前完成。",
            "{name} ({basis}). Not fewer than {count}, promised by {date}.")
        static let mode = Phrase("核查方式", "Way")
        static let day = Phrase("核查日期", "Day")
        static let beyondLaw = Phrase("法定最迟 {date}", "{date} at the latest by law")
        static let peoplePick = Phrase("核查人员", "Inspectors")
        static let person = Phrase("{name}  {regions}  当天{load}处", "{name}  {regions}  {load} that day")
        static let tooFew = Phrase("{mode}至少{count}人（{basis}）", "{mode}: {count} at least ({basis})")
        static let tooFewThatDay = Phrase(
            "{mode}要{count}人，{date}能去的有{able}人，请换一天。{why}",
            "{mode} takes {count}, {able} can go on {date}: choose another day. {why}")
        static let extrasPick = Phrase("一并勘验、参加部门、收取材料", "One visit for all")
        static let sameVisit = Phrase("一并勘验  {number} {matter} {name}", "Same visit  {number} {matter} {name}")
        static let joins = Phrase("参加部门  {name}", "Joins  {name}")
        static let collects = Phrase("收取材料  {name}", "Collect  {name}")
        static let notThisWay = Phrase("不能{mode}", "not {mode}")
        static let askPeople = Phrase(
            "{mode}，{date}：{people}。承诺{promised}前完成。", "{mode}, {date}: {people}. By {promised}.")
        static let askJoint = Phrase("一次勘验，同时分派：{numbers}", "One visit for all of these: {numbers}")
        static let askDepartments = Phrase("参加部门：{names}", "Joined by: {names}")
        static let askCollects = Phrase("收取材料：{names}", "To collect: {names}")
        static let dispatched = Phrase("已分派核查", "Inspectors sent")

        static let recallTitle = Phrase("撤回分派", "Take the task back")
        static let recallReason = Phrase("原因", "Reason")
        static let recalled = Phrase("已撤回分派，可以重新分派", "Task taken back, it can be given again")

        static let bookTitle = Phrase("预约视频核查", "Book a video inspection")
        static let bookLine = Phrase("口令由系统生成，开始时请申请人念出。", "The applicant reads the code out when it begins.")
        static let time = Phrase("时间", "Time")
        static let bookAsk = Phrase("{date} {time}视频核查。", "By video on {date} at {time}.")
        static let notVideo = Phrase("这次不是远程视频核查", "this inspection isn't by video")
        static let timePassed = Phrase("时间已经过了", "that time is over")
        static let timeTaken = Phrase("{name}在{time}已有预约（{number}）", "{name} has {number} at {time}")
        static let booked = Phrase("已预约视频核查，见过程", "Video inspection booked, see the history")

        static let handTitle = Phrase("材料交接", "Hand papers over")
        static let direction = Phrase("方向", "Direction")
        static let from = Phrase("移交人", "From")
        static let to = Phrase("接收人", "To")
        static let handPick = Phrase("交接的材料", "Papers handed over")
        static let nothingHanded = Phrase("没有勾选材料", "no paper is ticked")
        static let handed = Phrase("已登记材料交接", "Hand-over recorded")

        static let outcomeTitle = Phrase("核查结论", "Outcome of the inspection")
        static let outcomeLine = Phrase("{mode}，{people}，{date}分派。", "{mode}, {people}, sent on {date}.")
        static let result = Phrase("结论", "Result")
        static let outcomeDay = Phrase("核查日期", "Day")
        static let words = Phrase("情况", "Findings")
        static let rectifyBy = Phrase("整改期限", "Put right by")
        static let approvedBy = Phrase("批准人", "Approved by")
        static let beforeDispatch = Phrase("不能早于分派日期 {date}", "not before {date}, when they were sent")
        static let notToday = Phrase("应晚于核查日期", "later than the day of the inspection")
        static let onlyRectify = Phrase("只有限期整改才填", "only where something has to be put right")
        static let ownApproval = Phrase("整改期限须由负责人同意，不能是核查人员", "not an inspector: whoever is in charge agrees")
        static let unfit = Phrase("{name}：{why}", "{name}: {why}")
        static let passedWords = Phrase("符合要求", "meets what is required")
        static let collectedPick = Phrase("收回的材料（符合要求的）", "Brought back and in order")
        static let outcomeAsk = Phrase("{result}：{words}", "{result}: {words}")
        static let outcomeRectify = Phrase("{date}前整改，{by}同意。", "To be put right by {date}, agreed by {by}.")
        static let outcomeCollected = Phrase("收回并审查符合：{names}", "Brought back and in order: {names}")
        static let outcomeFirst = Phrase("首次核查即通过。", "Passed at the first look.")
        static let concluded = Phrase("已登记核查结论", "Outcome recorded")

        static let outTab = Phrase("在外", "Out")
        static let waitingTab = Phrase("待分派", "Waiting")
        static let figures = Phrase(
            "在外{out}件 今日到期{today} 待分派{waiting}", "out {out}, due today {today}, waiting {waiting}")
        static let over = Phrase("超承诺{count}", "late {count}")
        static let firstPass = Phrase("今年一次通过率{rate}（{passed}/{count}）", "first pass {rate} ({passed}/{count})")
        static let personLine = Phrase(
            "{regions}  今天{load}/{limit}处  执法证{certificate}",
            "{regions}  today {load}/{limit}  certificate {certificate}")
        static let nothing = Phrase("这里没有办件", "Nothing here")
        static let region = Phrase("片区", "Region")
        static let way = Phrase("安排", "When")
        static let promise = Phrase("承诺", "Promise")
        static let law = Phrase("法定", "By law")
        static let decision = Phrase("办结", "Decision")
        static let rectifyColumn = Phrase("整改", "Rectify")

        static let noTask = Phrase("没有在外的核查任务", "no task is out")
        static let visitPick = Phrase("同一次勘验的办件", "Cases of the same visit")
        static let visitCase = Phrase("{number} {matter} {name}", "{number} {matter} {name}")
        static let noneChosen = Phrase("没有勾选办件", "no case is ticked")
        static let forAll = Phrase("同一次勘验：{numbers}", "One visit: {numbers}")

        static let mark = Phrase("核查 {people} {day}", "inspection {people} {day}")
        static let markCode = Phrase("口令{code}", "code {code}")
    }
}

extension InspectionMode {
    /// As it fits a column.
    var short: Phrase {
        switch self {
        case .onSite: Phrase("现场", "Site")
        case .video: Phrase("视频", "Video")
        case .samples: Phrase("样品", "Papers")
        }
    }
}

extension PaperHandover.Direction {
    package var phrase: Phrase {
        switch self {
        case .toInspectors: Phrase("窗口交核查人员", "window to inspectors")
        case .toWindow: Phrase("核查人员交窗口", "inspectors to window")
        }
    }
}

extension InspectionRoster.Bar {
    package var phrase: Phrase {
        switch self {
        case .notInspector: Phrase("不是核查人员", "no inspector")
        case .noCertificate: Phrase("没有执法证", "no certificate")
        case .certificateOver(let day): Phrase.init("执法证\(day)到期", "certificate ended \(day)")
        case .untrained: Phrase("没有参加核查培训", "not trained")
        case .trainingOver(let day): Phrase.init("核查培训\(day)到期", "training ended \(day)")
        case .full(let load): Phrase.init("当天已有\(load)处", "\(load) that day already")
        }
    }
}
