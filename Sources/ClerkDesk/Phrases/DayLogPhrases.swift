extension Phrases {
    package enum DayLog {
        static let title = Phrase("台账 {day} {clerk}", "Day log {day} {clerk}")
        static let searchHint = Phrase("打字查找：名称、编号、内容", "type to search: name, number, words")
        static let reading = Phrase("正在读取…", "Reading...")
        static let nothing = Phrase("这一天没有记录", "Nothing on this day")
        static let noFuture = Phrase("今天之后还没有记录", "There is nothing after today yet")
        static let cut = Phrase("这一天的记录很多，只列最后{count}条", "Only the last {count} entries of the day are listed")
        static let erased = Phrase("保存期满，内容已销毁", "kept no longer: the words are gone")
        static let exported = Phrase("已导出到 {path}", "Exported to {path}")
        static let total = Phrase("{kind}{count}", "{kind} {count}")
        static let date = Phrase("日期", "Date")
        static let time = Phrase("时间", "Time")
        static let number = Phrase("办件编号", "Case")
        static let applicant = Phrase("申请人", "Applicant")
        static let kind = Phrase("类别", "Kind")
        static let what = Phrase("内容", "What")
        static let papers = Phrase("文书编号", "Papers")
        static let clerk = Phrase("经办", "Clerk")
    }
}

extension DayLogKind {
    package var phrase: Phrase {
        switch self {
        case .received: Phrase("收件", "taken in")
        case .particulars: Phrase("改信息", "particulars")
        case .judged: Phrase("审材料", "judged")
        case .notice: Phrase("告知", "notices")
        case .corrected: Phrase("补正收件", "papers back")
        case .accepted: Phrase("受理", "accepted")
        case .decided: Phrase("其他办结", "otherwise closed")
        case .papers: Phrase("文书", "papers")
        case .served: Phrase("送达", "served")
        case .clocks: Phrase("期限", "terms")
        case .eligibility: Phrase("资格", "eligibility")
        case .revealed: Phrase("看证件号", "IDs looked at")
        case .messages: Phrase("短信", "messages")
        case .rounds: Phrase("各轮核对", "rounds")
        case .erased: Phrase("已销毁", "erased")
        case .inspected: Phrase("核查", "inspections")
        case .permitted: Phrase("审批", "decisions")
        case .licensed: Phrase("发证送达", "licences")
        case .authority: Phrase("权限转办", "authority")
        case .aftercare: Phrase("后续", "afterwards")
        }
    }
}
