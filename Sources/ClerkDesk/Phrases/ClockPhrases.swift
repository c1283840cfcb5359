package import CaseDomain

extension Phrases {
    package enum Clocks {
        static let title = Phrase("期限 - {case}", "Terms - {case}")
        static let promised = Phrase("承诺{name}", "Promised: {name}")
        static let overdue = Phrase("超期", "late")
        static let naturalLeft = Phrase("剩{days}自然日", "{days} days left")
        static let promisedAndStatutory = Phrase(
            "承诺到{promised}，法定到{statutory}", "promised until {promised}, by law until {statutory}")
        static let whose = Phrase("{party}的期限，{from}起算", "Term of {party}, from {from}")
        static let validity = Phrase(
            "自{from}起{length}（当日算在内），到{due}止", "{length} from {from} on (itself counted), until {due}")
        static let summary = Phrase(
            "自{from}起{length}（当日不计），到{due}止", "{length} from {from} (itself not counted), until {due}")
        static let backwards = Phrase(
            "{from}届满，往前数{length}，最晚{due}", "{length} back from the expiry on {from}: {due} at the latest")
        static let expiry = Phrase("在{from}届满之前", "before the expiry on {from}")
        static let opens = Phrase("自{date}起可以申请（届满前{length}）", "can be applied for from {date} ({length} before)")
        static let namedDays = Phrase("告知书写明的工作日数", "the working days that the notice names")
        static let waiting = Phrase("还没有起算，或本案没有登记起算日", "Not begun, or the case doesn't say when")
        static let ended = Phrase("{date}已办", "done on {date}")
        static let named = Phrase("文书或证件写明到{date}，以此为准", "The paper says {date}, which binds")
        static let stoppedSpan = Phrase(
            "{reason}：{from}后至{through}不计入", "{reason}: after {from} until {through} not counted")
        static let stoppedSince = Phrase(
            "{reason}：{from}后中止，还没有恢复；若今天恢复，到{due}止", "{reason}: stopped after {from}; if it went on today: {due}")
        static let extended = Phrase("经{by}批准延长{length}", "Extended by {length}, approved by {by}")
        static let otherReading = Phrase(
            "条例只写“日”：这里按工作日计，按自然日计为{date}，以较早的为妥", "The law says just days; by natural days it is {date}")
        static let consequence = Phrase("后果：{text}", "Consequence: {text}")
        static let lastDay = Phrase("  <- 最后一天", "  <- last day")
        static let promisedDay = Phrase("  <- 承诺期限", "  <- promised")
        static let opensDay = Phrase("  <- 可以申请", "  <- opens")

        static let stopTitle = Phrase("中止计时", "Stop the clock")
        static let stopLine = Phrase("特别程序所需时间不计入办结期限，并须书面告知申请人。", "Not counted; the applicant is told in writing.")
        static let stopAsk = Phrase(
            "自{date}起中止办结期限：{reason}（{note}）？", "Stop the decision term on {date}: {reason} ({note})?")
        static let stopDone = Phrase("已中止计时，须书面告知申请人", "The clock is stopped; tell the applicant in writing")
        static let resumeTitle = Phrase("恢复计时", "Let the clock go on")
        static let resumeLine = Phrase("{reason}自{date}中止，至今天不计入。", "{reason} since {date}; not counted until today.")
        static let resumeAsk = Phrase("恢复计时（{note}）？办结期限到{due}止。", "Go on ({note})? The term ends on {due}.")
        static let resumeDone = Phrase("已恢复计时", "The clock goes on")
        static let extendTitle = Phrase("延长期限", "Extend the term")
        static let extendLine = Phrase(
            "须经{approver}批准，只能延长一次，至多{length}，并将理由告知申请人。",
            "Takes the approval of the {approver}, once, {length} at most; tell the applicant why.")
        static let extendAsk = Phrase(
            "延长{length}，批准人：{by}；理由：{reason}。延长？", "Extend by {length}, approved by {by}, because: {reason}?")
        static let extendDone = Phrase("已延长期限，须将理由告知申请人", "Extended; tell the applicant why")
        static let reasonField = Phrase("事项", "Procedure")
        static let noteField = Phrase("说明", "Note")
        static let stopNoteField = Phrase("事由和所需时间", "Why, how long")
        static let daysField = Phrase("天数", "Days")
        static let approverField = Phrase("批准人", "Approved by")
        static let whyField = Phrase("理由", "Reason")
        static let empty = Phrase("{field}没有填", "{field} is empty")

        static let notAccepted = Phrase("受理以后才有办结期限可中止、恢复或延长", "Only the decision term of an accepted case can be")
        static let recordFirst = Phrase("此案视为受理，先按 {key} 记录", "Deemed accepted: record it first ({key})")
        static let noTerm = Phrase("此事项没有办结期限", "This matter has no decision term")
        static let cannotStop = Phrase("此期限不能中止", "This term cannot be stopped")
        static let alreadyStopped = Phrase("已经中止；按 {key} 恢复", "Stopped already; {key} lets it go on")
        static let notStopped = Phrase("计时没有中止", "The clock isn't stopped")
        static let cannotExtend = Phrase("此期限依法不能延长", "The law knows no extension of this term")
        static let alreadyExtended = Phrase("已经延长过一次，不能再延长", "Extended once already")
        static let termOver = Phrase("法定期限已过，不能再中止或延长", "The statutory term is over")

        static let historyStopped = Phrase("中止计时：{reason}（{note}）", "clock stopped: {reason} ({note})")
        static let historyResumed = Phrase("恢复计时（{note}）", "clock goes on ({note})")
        static let historyExtended = Phrase(
            "延长期限{days}个工作日（{by}批准：{reason}）", "extended by {days} working days ({by}: {reason})")
    }
}

extension CaseClock.State {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("未起算", "waiting")
        case .early: Phrase("未到期", "early")
        case .running: Phrase("在走", "running")
        case .stopped: Phrase("中止", "stopped")
        case .kept: Phrase("按期", "kept")
        case .missed: Phrases.Clocks.overdue
        }
    }
}

extension ClockParty {
    package var phrase: Phrase {
        switch self {
        case .office: Phrase("机关", "the office")
        case .applicant: Phrase("申请人", "the applicant")
        case .nobody: Phrase("证件", "the licence")
        }
    }
}

extension ClockStart {
    package var phrase: Phrase {
        switch self {
        case .receipt: Phrase("收到申请材料之日", "the day of receipt")
        case .acceptance: Phrase("受理之日", "the day of acceptance")
        case .notice: Phrase("送达告知书之日", "the day of the notice")
        case .decision: Phrase("作出决定之日", "the day of the decision")
        case .issue: Phrase("发证之日", "the day of issue")
        case .expiry: Phrase("有效期届满之日", "the day of expiry")
        case .change: Phrase("情况变化之日", "the day of the change")
        case .opening: Phrase("开展经营之日", "the day of opening")
        case .assignment: Phrase("分派核查之日", "the day of assignment")
        case .learned: Phrase("知道决定之日", "the day of learning of it")
        case .toldOfHearing: Phrase("被告知听证权利之日", "the day of being told")
        case .hearingRequest: Phrase("申请听证之日", "the day of the request")
        case .waivedDecision: Phrase("免于核查作出决定之日", "the day of a decision without inspection")
        }
    }
}

extension StopReason {
    package var phrase: Phrase {
        switch self {
        case .hearing: Phrase("听证", "hearing")
        case .inspection: Phrase("检验", "inspection")
        case .testing: Phrase("检测", "testing")
        case .quarantine: Phrase("检疫", "quarantine")
        case .appraisal: Phrase("鉴定", "appraisal")
        case .expertReview: Phrase("专家评审", "expert review")
        }
    }
}

extension TermUnit {
    /// So many of them.
    package func phrase(_ count: Int) -> Phrase {
        switch self {
        case .workingDays: Phrase("\(count)个工作日", "\(count) working days")
        case .days: Phrase("\(count)个自然日", "\(count) natural days")
        case .months: Phrase("\(count)个月", "\(count) months")
        case .years: Phrase("\(count)年", "\(count) years")
        }
    }
}

extension ClockRule {
    package func name(_ language: Language) -> String { language == .zh ? name : english }
}
