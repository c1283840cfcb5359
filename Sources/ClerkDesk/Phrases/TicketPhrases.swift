import CaseDomain

extension Phrases {
    package enum Tickets {
        static let notOpen = Phrase(
            "机关文件没有开通叫号（tickets）", "The office file says nothing about tickets")
        static let empty = Phrase("没有人在等", "Nobody waits")
        static let emptyHint = Phrase(
            "按 {take} 取号；别的窗口和取号机取的号会自己出现",
            "{take} takes a number; those from kiosks and other windows come up by themselves")
        static let left = Phrase("{number} 还在本窗口，没有办结；按 {key} 接着办", "{number} is still at this window; {key} goes on")
        static let call = Phrase("请 {number} 号到 {window} 窗口", "Number {number}, please come to window {window}")
        static let skipped = Phrase("{number} 过号；回来时按恢复重新排队", "{number} was passed over; resume puts it back in line")
        static let returned = Phrase("{number} 回到队里", "{number} is back in line")
        static let held = Phrase("{number} 已挂起", "{number} is on hold")
        static let resumed = Phrase("{number} 接着办理", "{number} goes on")
        static let transferred = Phrase("{number} 转到 {window} 窗口", "{number} goes to window {window}")
        static let finished = Phrase("{number} 已办结", "{number} is done")
        static let finishTitle = Phrase("办结", "Finish")
        static let finishAsk = Phrase("{number} 号的事办完了吗？", "Is everything done for {number}?")
        static let consult = Phrase(
            "咨询：选好事项、业态，按 {key} 看一次性告知单，可打印带走",
            "A consultation: choose matter and type, then {key} shows the slip to take home")

        static let kindPick = Phrase("取号", "Take a number")
        static let windowPick = Phrase("转到哪个窗口", "To which window")
        static let errandPick = Phrase("办什么", "What for")

        static let appointmentTitle = Phrase("预约取号", "Number for an appointment")
        static let timeField = Phrase("预约时间", "Time")
        static let nameField = Phrase("姓名", "Name")
        static let phoneField = Phrase("电话尾号", "Phone tail")
        static let badTime = Phrase("预约时间写作 09:30", "A time such as 09:30")

        static let slipNumber = Phrase("号码 {number}（{kind}）", "Number {number} ({kind})")
        static let slipTime = Phrase("预约时间 {time}", "Appointment at {time}")
        static let slipAhead = Phrase("前面还有{count}人", "{count} before you")
        static let slipWindows = Phrase("{region}：{windows} 窗口", "{region}: window {windows}")
        static let slipTaken = Phrase("{date} {time} 取号，当日有效", "taken {date} {time}, good for that day")
        static let slipEnd = Phrase("请留意叫号，过号请到窗口说明。", "Please wait for your number; tell the window if you missed it.")

        static let figures = Phrase(
            "等候{count}人  最久{longest}  平均{average}", "{count} wait, longest {longest}, average {average}")
        static let minutes = Phrase("{count}分", "{count} min")
        static let noWindow = Phrase("窗口 {window} 不在机关文件里，不能叫号", "Window {window} isn't in the office file")
        static let current = Phrase("{state} {number}（{kind}），等了{waited}", "{state} {number} ({kind}), waited {waited}")
        static let next = Phrase("下一位 {number}（{kind}）", "Next: {number} ({kind})")
        static let banner = Phrase("{state}{number}", "{state} {number}")

        static let number = Phrase("号码", "Number")
        static let kind = Phrase("种类", "Kind")
        static let region = Phrase("片区", "Region")
        static let state = Phrase("状态", "State")
        static let waited = Phrase("等候", "Waited")
        static let window = Phrase("窗口", "Win")
        static let calls = Phrase("呼", "Calls")
        static let note = Phrase("备注", "Note")
        static let at = Phrase("约{time}", "at {time}")

        static let board = Phrase("{office}  叫号  {time}", "{office}  now calling  {time}")
        static let boardWaits = Phrase("请等候叫号", "Please wait for your number")
        static let boardCall = Phrase("{number} 到 {window}", "{number} to {window}")
        static let boardLast = Phrase("刚才：{calls}", "Before: {calls}")
        static let boardCounts = Phrase("等候{count}人", "{count} wait")
    }
}

extension Ticket.State {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("等候", "waiting")
        case .called: Phrase("已呼叫", "called")
        case .serving: Phrase("办理中", "serving")
        case .held: Phrase("挂起", "on hold")
        case .skipped: Phrase("过号", "skipped")
        case .transferred: Phrase("转来", "sent on")
        case .done: Phrase("已办结", "done")
        }
    }
}

extension TicketErrand {
    var phrase: Phrase {
        switch self {
        case .newCase: Phrase("新收件", "A new case")
        case .existing: Phrase("查找已有办件", "A case that is here already")
        case .consultation: Phrase("咨询（一次性告知单）", "A consultation")
        case .finish: Phrase("办结", "Finish")
        }
    }
}

extension TicketRefusal {
    /// Why nothing was done; what it names is filled in.
    package var phrase: Phrase {
        switch self {
        case .notOpen: Phrases.Tickets.notOpen
        case .unknownKind(let id): Phrase("没有 \(id) 这种号", "There is no kind of ticket \(id)")
        case .unknownRegion: Phrase("没有这个片区的窗口", "No window is there for that region")
        case .unknownWindow(let id): Phrase("机关文件里没有窗口 \(id)", "The office file has no window \(id)")
        case .timeNeeded: Phrase("预约取号要有预约时间", "An appointment needs its time")
        case .noTimeWanted: Phrase("这种号不带预约时间", "This kind of ticket has no time")
        case .nobodyWaits: Phrases.Tickets.empty
        case .noSuchTicket(let number): Phrase("今天没有 \(number.text) 号", "There is no \(number.text) today")
        case .wrongState(let number, .waiting), .wrongState(let number, .transferred):
            Phrase("\(number.text) 还没有叫，先叫号", "\(number.text) wasn't called yet; call it first")
        case .wrongState(let number, .called): Phrase("\(number.text) 已呼叫，人还没到", "\(number.text) is called already")
        case .wrongState(let number, .serving): Phrase("\(number.text) 正在办理", "\(number.text) is being served")
        case .wrongState(let number, .held):
            Phrase("\(number.text) 挂起了，先恢复", "\(number.text) is on hold; resume it first")
        case .wrongState(let number, .skipped):
            Phrase("\(number.text) 已过号，先恢复排队", "\(number.text) was passed over; put it back in line first")
        case .wrongState(let number, .done): Phrase("\(number.text) 已办结", "\(number.text) is done")
        case .otherWindow(let number, let window):
            Phrase("\(number.text) 在 \(window) 窗口，由那边处理", "\(number.text) belongs to window \(window)")
        case .windowBusy(let number):
            Phrase("\(number.text) 还在本窗口：先办结、挂起或过号", "\(number.text) is still here: finish, hold or skip it")
        case .sameWindow(let window): Phrase("已经在 \(window) 窗口", "It is at window \(window) already")
        }
    }
}

extension Desk {
    func say(_ refusal: TicketRefusal) -> String { say(refusal.phrase) }
}
