/// 送达: how and when a paper reached the applicant.
package struct PaperService: Hashable, Sendable, Codable {
    package enum Manner: String, Vocabulary {
        /// 直接送达, at the window or elsewhere.
        case handed
        /// 邮寄送达.
        case mailed
        /// 电子送达.
        case electronic
        /// 留置送达: left there, because the applicant refused to sign.
        case left
    }

    package let document: DocumentNumber
    package let manner: Manner
    package let on: CivilDate
    /// Who signed for it; empty where nobody did.
    package let signedBy: String
    /// 拒签: why nobody signed and who saw it; empty otherwise.
    package let refusal: String

    package init(document: DocumentNumber, manner: Manner, on: CivilDate, signedBy: String, refusal: String) {
        self.document = document
        self.manner = manner
        self.on = on
        self.signedBy = signedBy
        self.refusal = refusal
    }
}

/// A notice that was taken back. Its text and its number stay; the clock runs as if it had never left.
package struct NoticeWithdrawal: Hashable, Sendable, Codable {
    package let number: DocumentNumber
    package let reason: String

    package init(number: DocumentNumber, reason: String) {
        self.number = number
        self.reason = reason
    }
}

/// More time for a correction, because the applicant had a good reason.
package struct CorrectionGrant: Hashable, Sendable, Codable {
    /// The notice whose term is longer now.
    package let number: DocumentNumber
    /// The new last day.
    package let until: CivilDate
    package let reason: String

    package init(number: DocumentNumber, until: CivilDate, reason: String) {
        self.number = number
        self.until = until
        self.reason = reason
    }
}

/// 视为放弃: the correction term passed without the papers and without a good reason.
package struct Abandonment: Hashable, Sendable, Codable {
    package let number: DocumentNumber
    /// The last day that the applicant had; nil where the notice named days alone.
    package let deadline: CivilDate?
    /// How the clerk knows that there was no good reason.
    package let words: String

    package init(number: DocumentNumber, deadline: CivilDate?, words: String) {
        self.number = number
        self.deadline = deadline
        self.words = words
    }
}

/// 不予受理: not for incomplete papers, which are corrected; see `Refusal.Ground`.
package struct Refusal: Hashable, Sendable, Codable {
    package enum Ground: String, Vocabulary {
        /// 不属于本机关职权范围.
        case notCompetent = "not-competent"
        /// 资格受限.
        case ineligible
        /// 隐瞒有关情况或者提供虚假材料.
        case falsified
    }

    package let ground: Ground
    /// The reason as the paper gives it.
    package let reason: String
    package let basis: LegalSource

    package init(ground: Ground, reason: String, basis: LegalSource) {
        self.ground = ground
        self.reason = reason
        self.basis = basis
    }
}
