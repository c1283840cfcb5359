extension Phrases {
    /// The steps after the acceptance: what is asked, said and refused.
    package enum LifeSteps {
        static let noTable = Phrase("办理流程表没有载入", "the table of steps isn't loaded")
        static let notOnCourse = Phrase("此类事项没有这一步", "cases of this kind have no such step")
        static let notInState = Phrase("现为{state}；只能在{states}时办理", "now {state}; only when {states}")
        static let notYourRole = Phrase("须由{roles}办理", "only for {roles}")
        static let next = Phrase("下一步：{step} ({key})", "Next: {step} ({key})")
        static let over = Phrase("此案已归档", "The case is in the archive")

        static let mustInspect = Phrase("依法须核查，没有可以免于核查的情形", "the law asks for an inspection here")
        static let waiveLine = Phrase(
            "只在法律允许的情形下免于核查，理由和依据记入办理过程。", "Only where the law allows; reason and basis are kept.")
        static let ground = Phrase("情形", "Ground")
        static let noteMaybe = Phrase("补充说明（可空）", "More (may be empty)")
        static let waivedDone = Phrase("已登记免于核查", "Excused from inspection")

        static let reviewLine = Phrase("审核人提出意见，由审批人决定。", "One hand proposes, another decides.")
        static let proposal = Phrase("意见", "Proposal")
        static let proposeApproval = Phrase("拟准予许可", "approve")
        static let proposeDenial = Phrase("拟不予许可", "deny")
        static let opinion = Phrase("审核说明", "Words")
        static let reviewedDone = Phrase("已审核，待审批", "Reviewed, to be decided")
        static let sentBackDone = Phrase("已退回审核", "Sent back for review")

        static let lookFirst = Phrase("还没有核查，也没有登记免于核查", "not inspected, and not excused from it")
        static let lookAgain = Phrase("限期整改还没有复查", "not looked at again since it had to be put right")
        static let lookFailed = Phrase("核查结论为不符合，不能准予许可", "the inspection failed")
        static let stillStopped = Phrase("特别程序还没有结束；先恢复计时", "the clock is stopped; let it go on first")
        static let otherPaperOut = Phrase("相反的决定书已经制作", "the opposite decision was made out already")
        static let approvedDone = Phrase("已准予许可", "Approved")
        static let deniedDone = Phrase("已不予许可", "Denied")

        static let licenceLine = Phrase(
            "编号由省系统核发；此处核对后登记。", "The province's system gives the number; it is checked here.")
        static let licenceNumber = Phrase("证件（备案）编号", "Number")
        static let issuedOn = Phrase("发证日期", "Day of issue")
        static let licenceForm = Phrase("证件形式", "Form")
        static let electronic = Phrase("有电子证照", "with an electronic licence")
        static let paperOnly = Phrase("只有纸质证", "paper only")
        static let validUntil = Phrase("有效期至{date}", "valid until {date}")
        static let checkAdded = Phrase(
            "校验位应为{check}，已补上；核对后再保存", "The check digit is {check}; look at it and save again")
        static let beforeDecision = Phrase("不能早于决定（受理）之日{date}", "not before {date}, the day of the decision")
        static let otherNumber = Phrase(
            "与原证编号{number}不同：变更、延续、补办后编号不变（待核）", "Not the held number {number}, which stays (unverified)")
        static let otherRegion = Phrase(
            "编号中的区划码{region}不是经营场所所在县区{county}", "The region {region} isn't the county {county}")
        static let otherSubject = Phrase("编号首位数字与主体业态不同", "The first digit stands for another subject")
        static let licenceAsk = Phrase("发证：{number}，{date}", "Make out {number}, {date}")
        static let licensedDone = Phrase("已登记发证", "Licence made out")

        static let notExtended = Phrase("期限没有延长", "the term wasn't extended")

        static let archiveLine = Phrase("归档以后此案不再办理。", "Nothing is done with a case in the archive.")
        static let reference = Phrase("档号", "Reference")
        static let archivedDone = Phrase("已归档", "Archived")
    }
}
