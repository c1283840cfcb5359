import CaseDomain

extension Phrases {
    /// 资格审查.
    package enum Eligibility {
        static let title = Phrase("资格审查", "Eligibility")
        static let barred = Phrase("资格受限", "Ineligible")
        static let hint = Phrase(
            "查实有下列情形的才登记；左右键换一条。资格问题走不予受理（许可），不发补正告知书。",
            "Record only what was proved; Left and Right change the question. A bar is refused, never corrected.")
        static let which = Phrase("情形", "Question")
        static let decidedOn = Phrase("决定日期", "Decided on")
        static let document = Phrase("决定文号", "Document")
        static let recorded = Phrase(
            "已登记：{name}，至 {until}。完成即撤回这条登记", "recorded: {name}, until {until}; Done takes it back")
        static let nothingToAsk = Phrase("这个事项没有要审的资格限制", "No bar concerns this matter")
        static let restoreAsk = Phrase("撤回这条登记？撤回会留在办理过程里。", "Take this record back? The history keeps both.")
        static let restored = Phrase("已撤回资格受限的登记", "The record was taken back")
        static let stops = Phrase(
            "资格受限，不能受理，也不发补正告知书：材料补正解决不了资格问题。",
            "Ineligible: it can neither be accepted nor notified, since no correction mends it.")
        static let decision = Phrase(
            "{document}，{date}作出，限制至{until}（含当日）", "{document} of {date}, bars until {until} inclusive")
        static let mistaken = Phrase("登记有误的，按 {key} 撤回。", "If the record is wrong, {key} takes it back.")
        static let ended = Phrase("限制在收件前已届满，不影响本次申请", "it ended before receipt and bars nothing")
        static let later = Phrase("决定在收件之后作出，不影响本次申请", "it came after receipt and bars nothing")

        /// What is said once a bar is recorded, by whether it was in force on the day of receipt.
        static func done(_ record: Ineligibility, _ file: CaseFile) -> Phrase {
            let day = file.particulars.receivedAt.date
            if record.bars(on: day) {
                return Phrase(
                    "已登记：资格受限至 \(record.until)，不能受理", "Recorded: ineligible until \(record.until)")
            }
            return record.until < day
                ? Phrase(
                    "已登记：限制已于 \(record.until) 届满，不影响本次申请", "Recorded: it ended on \(record.until) and bars nothing")
                : Phrase("已登记：决定在收件之后作出，不影响本次申请", "Recorded: it came after receipt and bars nothing")
        }
    }

    /// 能不能要.
    package enum Demand {
        static let title = Phrase("能不能要", "May I ask for it")
        static let hint = Phrase(
            "想让申请人另交什么？写材料名称。只答能不能要；清单以外的不能加。",
            "What would you like to ask for? It is only answered; nothing can be added to the list.")
        static let paper = Phrase("材料", "Paper")
        static let tooShort = Phrase("请写两个字以上", "two characters at least")
        static let may = Phrase("可以要：在公布的清单上", "Yes: it is on the published list")
        static let mayNot = Phrase("不能要", "No")
        static let both = Phrase("有的可以要，有的不能要", "Some yes, some no")
        static let unlawful = Phrase(
            "不得要求提交{name}：依法不能要。", "{name} may not be demanded by law.")
        static let unlisted = Phrase("“{typed}”：不能要。", "\"{typed}\": no.")
        static let instead = Phrase("应当这样做：{text}", "Instead: {text}")
        static let needed = Phrase("本案需要：{because}", "This case needs it: {because}")
        static let spared = Phrase("本案免提交：{because}", "Spared here: {because}")
        static let notNeeded = Phrase("本案不需要，不能要：{because}", "Not needed here, don't ask: {because}")
        static let depends = Phrase("本案要不要，取决于：{facts}", "Whether this case needs it hangs on: {facts}")
    }

    /// 要点: what there is to know about a case besides its lines.
    package enum Guidance {
        static let title = Phrase("办理要点", "Guidance")
        static let dependsOn = Phrase("{name}（取决于{facts}）", "{name} (depends on {facts})")
        static let warnings = Phrase("【提醒】", "WARNINGS")
        static let warning = Phrase("提醒", "Warning")
        static let more = Phrase("{text}（按 {key} 看要点）", "{text} ({key}: guidance)")
        static let renewal = Phrase("【延续申请期】", "RENEWAL TERM")
        static let renewalTerm = Phrase(
            "有效期至{expiry}，届满前{opens}个工作日至{closes}个工作日申请：{first} 至 {last}",
            "valid until {expiry}; apply {opens} to {closes} working days before: {first} to {last}")
        static let renewalDays = Phrase(
            "有效期至{expiry}，届满{closes}日前申请（按自然日）：不晚于 {last}",
            "valid until {expiry}; apply {closes} calendar days before: by {last}")
        static let renewalShort = Phrase("延续申请期 {first} 至 {last}", "renew {first} to {last}")
        static let renewalShortBy = Phrase("延续申请不晚于 {last}", "renew by {last}")
        static let backwards = Phrase("【倒数日期账】", "COUNTED BACKWARDS")
        static let advice = Phrase("【提示】", "ADVICE")
        static let eligibility = Phrase("【资格】", "ELIGIBILITY")
        static let noRecord = Phrase("没有登记资格受限。要问的：", "Nothing recorded. To be asked:")
        static let ways = Phrase("【四种办法，不能混用】", "FOUR WAYS, NOT TO BE MIXED UP")
        static let way = Phrase("办法", "Ways")
        static let waysOf = Phrase("本案：{names}", "Here: {names}")
        static let waysNone = Phrase("本案：无", "Here: none")
    }

    /// 信息公示卡.
    package enum Card {
        static let title = Phrase("制发信息公示卡", "Make out the card")
        static let place = Phrase("经营地点", "Place")
        static let hours = Phrase("经营时段", "Hours")
        static let issued = Phrase("已备案，信息公示卡已制发，可以打印", "On file, and the card is made out and can be printed")
        static let shown = Phrase("食品摊点信息公示卡（{date}）", "Stall card ({date})")
        static let noGaps = Phrase("当场办结的备案不能容缺", "What ends on the spot leaves no gaps")
        static let noTemplate = Phrase("没有信息公示卡的模板", "There is no template for the card")
    }
}
