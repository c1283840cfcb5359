extension Phrases {
    /// 补正期限: more time, abandonment, and taking a notice back.
    package enum CorrectionTerm {
        static let moreTitle = Phrase("延长补正期限", "More time for the correction")
        static let moreLine = Phrase(
            "{number} 的补正期限到 {date}。申请人有正当理由的，可以延长。",
            "{number} is to be answered by {date}. A good reason allows more time.")
        static let until = Phrase("延长到", "Until")
        static let goodReason = Phrase("正当理由", "Good reason")
        static let notLater = Phrase("应在 {date} 之后", "must be after {date}")
        static let moreAsk = Phrase(
            "补正期限由 {old} 延长到 {date}（{days}个工作日后）；理由：{reason}。延长？",
            "From {old} to {date} ({days} working days from now), because: {reason}. Extend?")
        static let moreDone = Phrase("补正期限已延长，请告知申请人", "Extended; tell the applicant")

        static let notOverYet = Phrase("补正期限到{date}，还没有过", "the term runs until {date}")
        static let abandonTitle = Phrase("视为放弃", "Abandoned")
        static let abandonLine = Phrase(
            "{number} 的补正期限 {date} 已过，材料没有交回。无正当理由的，视为放弃本次申请；不出决定书，可重新申请。",
            "{number} was to be answered by {date} and was not. Without a good reason the application is abandoned.")
        static let noReason = Phrase("怎样得知没有正当理由", "How is it known that there is no good reason")
        static let abandonAsk = Phrase(
            "记为视为放弃（{words}）？此案即告了结，不能恢复。", "Record it as abandoned ({words})? The case is over for good.")
        static let abandonDone = Phrase("已记为视为放弃；不出文书", "Recorded as abandoned; no paper is made out")

        static let withdrawTitle = Phrase("撤回告知书", "Take the notice back")
        static let withdrawLine = Phrase(
            "{number}：文字和编号保留，标明已撤回；此案回到审查中，下一份是第{round}次。",
            "{number} keeps its text and number, marked as taken back; the next notice is round {round}.")
        static let withdrawReason = Phrase("撤回原因", "Reason")
        static let withdrawAsk = Phrase("撤回 {number}（{reason}）？", "Take {number} back ({reason})?")
        static let clockRunsOn = Phrase(
            "五日告知期限从 {from} 起算，接着走，到 {due} 止。", "The five days run on from {from}, until {due}.")
        static let thenDeemed = Phrase(
            "注意：五日告知期限 {due} 已过。撤回后，此案依法自 {from} 起视为受理，不能再要求补正！",
            "Mind: the five days were over on {due}. Without the notice the case counts as accepted from {from}!")
        static let deemedAsk = Phrase("仍要撤回，让此案视为受理？", "Take it back all the same, and accept the case by law?")
        static let withdrawDone = Phrase("告知书已撤回，此案回到审查中", "Taken back; the case is being checked again")
    }
}
