extension PaperTemplate {
    /// What a template may ask for.
    package enum Placeholder: String, CaseIterable, Sendable {
        case title, number, office, applicant, uscc, contact, received, procedure, caseNumber = "case", round
        case statute, itemCount, spareCount, gapCount, correctionTerm, correctionDays, submission, clerk, phone
        case supervision, hours, issued, gapList, spareList, bundle, matters, completeList, spotCount
        // 信息公示卡
        case products, place, stallHours = "stall-hours"
        // 其他文书
        /// 依据 of the paper itself, from the data.
        case basis
        /// 一式几份.
        case copies
        /// A line to sign on.
        case signature
        case premises, principal, countersigner
        case noticeTerm, noticeConsequence
        /// 受理日期.
        case accepted
        case decisionStart, decisionTerm, decisionBasis
        case reason, elsewhere
        case reviewBody, reviewTerm, reviewBasis, court, suitTerm, suitBasis
        case gapPlace, promisedBy, toleranceBasis
        case inspectionDay, inspectors
        /// 材料交接单: who hands the papers over, and who takes them.
        case handedBy, takenBy
        /// 送达的文书: its name and number.
        case document
        case manner, served, signedBy, unsigned
        case destination, dependList
        /// 短信: the last day of the correction term, or the days where that isn't certain; shorter than the term.
        case deadline
        /// 短信: the window where a licence lies ready, the number that it was mailed under, the licences that run out.
        case window, tracking, licenceCount, licenceList
        /// 短信: day and time of a video inspection, and its code.
        case appointment, videoCode
        /// 特别程序: what it is, and the day from which the term stands still.
        case special, stoppedOn
        /// 延长期限: by how much, and who approved.
        case extensionTerm, approvedBy
    }

    /// What some papers have to say and others don't.
    package enum Occasion: String, CaseIterable, Sendable {
        /// Something is tolerated for now.
        case gaps
        /// The office looked something up itself.
        case spared
        /// Something was put right at the window.
        case corrected
        /// The paper is about several matters.
        case bundle
        /// Some of several matters lack nothing.
        case complete
        /// A second official signs.
        case countersigned
        /// A decision follows, by a term that is known.
        case decision
        /// Everything was in order.
        case whole
        /// 视为受理.
        case deemed
        /// There is somewhere else to go.
        case elsewhere
        /// Materials that depend on what isn't known yet.
        case depends
        /// Somebody signed for the paper, it was taken without a signature, or nobody knows yet.
        case signed, refused, open
    }
}
