/// 审核: what the first hand proposes.
package struct CaseReview: Hashable, Sendable, Codable {
    /// Whether it proposes to approve.
    package let proposesApproval: Bool
    package let words: String

    package init(proposesApproval: Bool, words: String) {
        self.proposesApproval = proposesApproval
        self.words = words
    }
}

/// 许可决定.
package struct Decision: Hashable, Sendable, Codable {
    package enum Outcome: String, Vocabulary {
        /// 准予许可.
        case approved
        /// 不予许可, with the reason and the applicant's rights.
        case denied
    }

    package let outcome: Outcome
    package let on: CivilDate
    /// Who reviewed and who decided; the same person only where 独任审批 is allowed.
    package let reviewedBy: ClerkID
    package let decidedBy: ClerkID
    /// 审批层级, from 1.
    package let level: Int
    /// The reason of a denial; what was noted otherwise.
    package let reason: String
    /// On which basis it was denied; nil where it was approved.
    package let basis: LegalSource?

    package init(
        outcome: Outcome, on: CivilDate, reviewedBy: ClerkID, decidedBy: ClerkID, level: Int, reason: String,
        basis: LegalSource? = nil
    ) {
        self.outcome = outcome
        self.on = on
        self.reviewedBy = reviewedBy
        self.decidedBy = decidedBy
        self.level = level
        self.reason = reason
        self.basis = basis
    }
}

/// 发证: the licence, filing or registration that came of the case.
package struct IssuedLicence: Hashable, Sendable, Codable {
    /// As it stands on the licence.
    package let number: String
    package let issuedOn: CivilDate
    /// The last day of its validity; nil where it knows none.
    package let expiresOn: CivilDate?
    /// 电子证照: whether there is one beside or instead of paper.
    package let isElectronic: Bool

    package init(number: String, issuedOn: CivilDate, expiresOn: CivilDate?, isElectronic: Bool) {
        self.number = number
        self.issuedOn = issuedOn
        self.expiresOn = expiresOn
        self.isElectronic = isElectronic
    }
}

/// 归档.
package struct Archiving: Hashable, Sendable, Codable {
    /// 档号.
    package let reference: String

    package init(reference: String) { self.reference = reference }
}

/// 转办 of a case to another clerk.
package struct Reassignment: Hashable, Sendable, Codable {
    package let to: ClerkID
    /// The window where the case is dealt with from now on.
    package let window: String
    package let reason: String

    package init(to: ClerkID, window: String, reason: String) {
        self.to = to
        self.window = window
        self.reason = reason
    }
}

/// UKey 签名 of a filing, with all that is needed to verify it later.
package struct TokenSignature: Hashable, Sendable, Codable {
    /// What was signed, as the bytes that went to the token.
    package let signed: String
    /// Base64.
    package let signature: String
    /// The certificate in DER, as Base64.
    package let certificate: String
    /// 证书序列号 of the token's certificate, and whom it names.
    package let serial: String
    package let holder: String
    /// Such as `sha256-rsa-pkcs`.
    package let mechanism: String

    package init(
        signed: String, signature: String, certificate: String, serial: String, holder: String, mechanism: String
    ) {
        self.signed = signed
        self.signature = signature
        self.certificate = certificate
        self.serial = serial
        self.holder = holder
        self.mechanism = mechanism
    }
}

/// 代办: in whose place something was done.
package struct CoverNote: Hashable, Sendable, Codable {
    /// The absent colleague.
    package let colleague: ClerkID
    package let step: CaseStep

    package init(colleague: ClerkID, step: CaseStep) {
        self.colleague = colleague
        self.step = step
    }
}

/// 越权被拒: what somebody tried, and why not.
package struct RefusedAttempt: Hashable, Sendable, Codable {
    package let step: CaseStep
    /// Such as `role`, `four-eyes`, `level` (see `AuthorityRefusal.ground`), `certificate`, `token`.
    package let ground: String

    package init(step: CaseStep, ground: String) {
        self.step = step
        self.ground = ground
    }
}
