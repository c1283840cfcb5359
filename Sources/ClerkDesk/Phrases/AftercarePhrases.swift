import CaseDomain

extension Phrases {
    /// 到期台账.
    package enum Expiry {
        static let empty = Phrase("没有要提醒的证照", "No licence to remind of")
        static let firm = Phrase("企业（经营者）", "Firm")
        static let licences = Phrase("证照", "No.")
        static let licence = Phrase("证照编号", "Licence")
        static let lastDay = Phrase("有效期至", "Last day")
        static let left = Phrase("剩余天", "Left")
        static let lastContact = Phrase("最近联系", "Last contact")
        static let followUp = Phrase("再次联系", "Ask again")
        static let phone = Phrase("联系电话", "Phone")
        static let untouched = Phrase("未联系", "not told yet")
        static let count = Phrase("{count}家", "{count} firms")
        static let more = Phrase("还有{count}证", "{count} more")
        static let daysLeft = Phrase("{count}天", "{count} d")
        static let daysOver = Phrase("过期{count}天", "over {count} d")
        static let label = Phrase("{number}  {date}到期  {case}  ", "{number}  until {date}  {case}  ")
        static let pickLicence = Phrase("打开哪一证的办件", "Which licence's case")
        static let contactTitle = Phrase("登记到期提醒", "Record a reminder")
        static let channel = Phrase("联系方式", "By")
        static let answer = Phrase("对方答复", "Answer")
        static let advice = Phrase("告知办理", "Told to")
        static let note = Phrase("备注", "Note")
        static let renew = Phrase("延续", "renew")
        static let change = Phrase("变更", "change")
        static let cancel = Phrase("注销", "cancel")
        static let anew = Phrase("注销后重新申请", "cancel, then apply anew")
        static let separator = Phrase("；", "; ")
        static let contacted = Phrase("已登记联系", "Contact recorded")
        static let endTitle = Phrase("销账", "Strike off")
        static let endHint = Phrase(
            "一证一销；异常户写明怎样核实的。", "One licence at a time; for an abnormal firm say how it is known.")
        static let endReason = Phrase("原因", "Reason")
        static let endWords = Phrase("说明", "Words")
        static let ended = Phrase("已销账，不再提醒", "Struck off: no more reminders")
        static let messageText = Phrase(
            "短信到 {number}，{parts}条，列{count}证", "message to {number}, parts: {parts}, licences: {count}")
        static let sentLately = Phrase("{date}已发过短信", "told by message on {date}")
        static let batchTitle = Phrase("到期提醒短信 {count}家", "Expiry messages, {count} firms")
        static let changedMeanwhile = Phrase("办件刚被别人改过，没有登记，请再试", "Changed by somebody else; nothing saved, try again")
        static let viewAll = Phrase("全部到期", "All")
        static let viewFollowUp = Phrase("该联系了", "To be asked")
        static let viewOver = Phrase("已过期", "Over")
        static let viewWindow = Phrase("窗口{name}", "Window {name}")
        static let viewRegion = Phrase("片区{name}", "Region {name}")
        static let viewChannel = Phrase("联系方式：{name}", "By {name}")
        static let viewAnswer = Phrase("答复：{name}", "Answer: {name}")
    }

    /// 反馈.
    package enum Feedback {
        static let empty = Phrase("没有反馈", "Nothing was told")
        static let number = Phrase("编号", "No.")
        static let kind = Phrase("类别", "Kind")
        static let state = Phrase("状态", "State")
        static let age = Phrase("工日", "Age")
        static let limit = Phrase("时限", "Limit")
        static let owner = Phrase("在谁手里", "With")
        static let words = Phrase("内容", "What")
        static let from = Phrase("反映人", "Told by")
        static let caseNumber = Phrase("有关办件", "Case")
        static let openTitle = Phrase("登记反馈", "Write down")
        static let openHint = Phrase(
            "办不成的事、系统或窗口的问题、企业诉求；不写证件号码。", "What can't be done, trouble, requests; no identity numbers.")
        static let passUpTitle = Phrase("上报 {number}", "Pass {number} up")
        static let to = Phrase("报给", "To")
        static let note = Phrase("说明", "Note")
        static let answerTitle = Phrase("答复 {number}", "Answer {number}")
        static let answer = Phrase("答复", "Answer")
        static let closeTitle = Phrase("办结 {number}", "Close {number}")
        static let outcome = Phrase("结果", "Outcome")
        static let opened = Phrase("登记", "written down")
        static let passedUp = Phrase("上报给{to}", "passed up to {to}")
        static let answered = Phrase("答复", "answered")
        static let read = Phrase("已看答复", "answer read")
        static let closed = Phrase("办结", "closed")
        static let openedDone = Phrase("已登记 {number}", "Written down as {number}")
        static let passedUpDone = Phrase("{number} 已上报", "{number} passed up")
        static let answeredDone = Phrase("{number} 已答复", "{number} answered")
        static let closedDone = Phrase("{number} 已办结", "{number} closed")
        static let readDone = Phrase("{number} 已看", "{number} read")
        static let unreadMark = Phrase("新答复", "answer")
        static let unread = Phrase(
            "{count}件反馈有答复：{numbers}（{key} 查看）", "{count} answered: {numbers} ({key} shows them)")
        static let firstAsked = Phrase(
            "首问 {name}  {date}  {window}  {case}", "First asked: {name}  {date}  {window}  {case}")
        static let answerLine = Phrase("{name}答复：{words}", "{name} answered: {words}")
        static let left = Phrase("剩{count}日", "{count} d")
        static let over = Phrase("超{count}日", "over {count} d")
        static let noSuch = Phrase("没有反馈 {number}", "there is no {number}")
        static let isClosed = Phrase("{number} 已办结", "{number} is closed")
        static let nothingToRead = Phrase("{number} 没有新答复", "{number} has no new answer")
        static let identityNumber = Phrase(
            "内容里有身份证号码，请去掉后再登记；没有保存", "The words hold an identity number: take it out first; nothing was saved")
        static let openedTwice = Phrase("{number} 已登记过", "{number} was written down before")
        static let inTheCase = Phrase("差评在办件的更多操作里整改", "Bad ratings are put right in their case")
        static let viewOpen = Phrase("待答复", "Waiting")
        static let viewMine = Phrase("我登记的", "Mine")
        static let viewRatings = Phrase("差评", "Bad ratings")
        static let viewAll = Phrase("全部", "All")
    }
}

extension ExpiryView {
    package var phrase: Phrase {
        switch self {
        case .all: Phrases.Expiry.viewAll
        case .untouched: Phrases.Expiry.untouched
        case .followUp: Phrases.Expiry.viewFollowUp
        case .over: Phrases.Expiry.viewOver
        case .window(let id): Phrases.Expiry.viewWindow.filled(["name": id])
        case .region(let name): Phrases.Expiry.viewRegion.filled(["name": name])
        case .channel(let channel): ExpiryView.named(Phrases.Expiry.viewChannel, channel.phrase)
        case .answer(let answer): ExpiryView.named(Phrases.Expiry.viewAnswer, answer.phrase)
        }
    }

    private static func named(_ phrase: Phrase, _ name: Phrase) -> Phrase {
        Phrase.init(phrase.text(.zh, ["name": name.zh]), phrase.text(.en, ["name": name.en]))
    }
}

extension FeedbackBoard.View {
    package var phrase: Phrase {
        switch self {
        case .open: Phrases.Feedback.viewOpen
        case .mine: Phrases.Feedback.viewMine
        case .ratings: Phrases.Feedback.viewRatings
        case .all: Phrases.Feedback.viewAll
        }
    }
}

extension FeedbackKind {
    package var phrase: Phrase {
        switch self {
        case .unsolved: Phrase("办不成事", "not done")
        case .system: Phrase("系统问题", "system")
        case .window: Phrase("窗口问题", "window")
        case .request: Phrase("企业诉求", "request")
        }
    }
}

extension Feedback.State {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("已登记", "open")
        case .passedUp: Phrase("已上报", "passed up")
        case .answered: Phrase("已答复", "answered")
        case .closed: Phrase("已办结", "closed")
        }
    }
}

extension FeedbackRefusal {
    package var phrase: Phrase {
        switch self {
        case .noSuchFeedback(let number): Phrases.Feedback.noSuch.filled(["number": number.text])
        case .isClosed(let number): Phrases.Feedback.isClosed.filled(["number": number.text])
        case .nothingToRead(let number): Phrases.Feedback.nothingToRead.filled(["number": number.text])
        case .openedTwice(let number): Phrases.Feedback.openedTwice.filled(["number": number.text])
        case .identityNumber: Phrases.Feedback.identityNumber
        }
    }
}
