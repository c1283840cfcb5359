extension Phrases {
    /// 文书: making papers out, having them countersigned, and serving them.
    package enum Papers {
        static let shown = Phrase("{paper}（{date}）", "{paper} ({date})")
        static let shownServed = Phrase("{paper}（{date}，{served}）", "{paper} ({date}, {served})")
        static let servedOn = Phrase("{date}已送达", "served {date}")
        static let notServed = Phrase("未送达", "not served")
        static let withdrawn = Phrase("已撤回", "withdrawn")
        static let none = Phrase("此案还没有制发过文书", "No paper was made out for this case")
        static let made = Phrase("{done}；已制作{papers}", "{done}; made out: {papers}")
        static let madeAlone = Phrase("文书", "Papers")
        static let notMadeHere = Phrase("机关文件里没有这种文书", "This office makes out no such paper")
        static let onlyAccepted = Phrase("受理以后才能制作", "only once the case is accepted")
        static let madeAlready = Phrase("已经制作过", "made out already")
        static let notForDecision = Phrase("此事项当场办结，不另发受理通知书", "decided at once, no acceptance notice")
        static let nothingReceived = Phrase("还没有登记收到的材料", "nothing was recorded as handed in")
        static let noPromise = Phrase("没有容缺承诺", "nothing was promised")
        static let notRouted = Phrase("此案由本窗口办理", "the case belongs here")
        static let gapsOpen = Phrase("容缺材料还没有补齐", "tolerated papers are still owed")

        static let countersign = Phrase("复核签名", "Countersign")
        static let countersignHint = Phrase("本机关要求由第二人复核签名。", "A second official has to sign.")
        static let countersigner = Phrase("复核人", "Countersigned by")
        static let countersignedByClerk = Phrase("复核人不能是经办人自己", "not the clerk's own name")
        static let countersignedByStranger = Phrase(
            "人员名单里没有这个人；审批岗位有：{names}", "nobody of the staff list; approvers: {names}")

        static let refusalHint = Phrase(
            "不予受理只用于不属本机关职权、资格受限、隐瞒或者造假。材料不齐、不合法定形式的，一次告知补正，不得不予受理。",
            "Only for no power, a bar, or hidden facts. Incomplete papers are corrected, never refused.")
        static let refusalGround = Phrase("情形", "Ground")
        static let refusalReason = Phrase("理由", "Reason")
        static let refusalElsewhere = Phrase("告知去向", "Where else to go")
        static let refusalWord = Phrase(
            "理由里有“{word}”：这是补正的内容，应发补正告知书", "The reason says {word}, which is for a correction notice")
        static let refusalBar = Phrase("没有登记资格受限；先按 {key} 登记决定", "No bar is recorded; {key} records one")
        static let refusalNeedsPlace = Phrase("不属本机关职权的，应告知向哪个机关申请", "say which authority it belongs to")
        static let refusalAsk = Phrase("不予受理：{ground}。理由：{reason}", "Refuse: {ground}. Reason: {reason}")
        static let refusalBasis = Phrase("依据：{basis}", "Basis: {basis}")
        static let refusalFinal = Phrase(
            "通知书写明复议、诉讼权利，取得编号后此案了结，不能撤回。发出？",
            "The paper names the remedies; the case is over with it and that can't be undone. Issue?")
        static let refused = Phrase("已不予受理", "Refused")
        static let deemed = Phrase("告知期限已过，此案依法视为受理，不能不予受理", "the case is accepted by law already")
        static let closed = Phrase("此案已受理或者已了结", "the case is accepted or closed")

        static let dayPassed = Phrase("不能早于今天", "must not be before today")
        static let note = Phrase("附注（可空）", "Note (may be empty)")
        static let decisionHint = Phrase(
            "决定由有权的负责人作出；决定书随决定一并制作。", "The paper is made out together with the decision.")
        static let denialReason = Phrase("理由", "Reason")
        static let denialBasis = Phrase("理由的依据", "Basis of the reason")
        static let denialBasisForm = Phrase("写明法律名称和条款，如《…》第…条", "name the law and the article, in its title marks")
        static let approveAsk = Phrase(
            "准予许可并制作决定书；作出后不能撤回。准予？", "Approve, and make the paper out? This is final.")
        static let denyAsk = Phrase("不予许可，理由：{reason}。依据：{basis}", "Deny, for: {reason}. Basis: {basis}")
        static let denyFinal = Phrase(
            "决定书写明复议、诉讼权利；作出后不能撤回。不予许可？", "The paper names the remedies; this is final. Deny?")

        static let serveTitle = Phrase("登记送达 {number}", "Service of {number}")
        static let serveAgain = Phrase(
            "已登记过：{manner}，{date}。再登记一次即更正，以最后一次为准。", "Recorded: {manner}, {date}. The last record counts.")
        static let manner = Phrase("送达方式", "Manner")
        static let servedDay = Phrase("送达日期", "Day")
        static let signedBy = Phrase("签收人", "Signed by")
        static let unsigned = Phrase("拒收事由和见证人", "Refused: why, witness")
        static let nothingToServe = Phrase("没有等待送达的文书", "no paper waits to be served")
        static let noNumber = Phrase("没有编号的文书不登记送达", "a paper without a number isn't served")
        static let beforeIssue = Phrase("不能早于制发日期 {date}", "not before {date}, when it was made out")
        static let whoSigned = Phrase("写明谁签收", "say who signed")
        static let whoSaw = Phrase("留置送达要写明拒收事由和见证人", "say why nobody signed, and who saw it")
        static let eitherOr = Phrase("签收和拒收只能填一项", "signed or refused, not both")
        static let served = Phrase("已登记送达", "Service recorded")
    }
}
