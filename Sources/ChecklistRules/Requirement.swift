package import CaseDomain

/// One row of a checklist: a material, when it is asked for, and what is checked on it.
package struct Requirement: Hashable, Sendable {
    /// `X1`, as the guide of the matter numbers it.
    package let row: String
    package let material: Material
    package let name: String
    package let english: String
    /// 份数与形式, for example `原件1份`.
    package let copies: String
    /// When the material belongs to the case at all.
    package let need: Condition
    /// Why it is asked for, in words for the applicant.
    package let because: String
    /// Why it isn't asked for where `need` doesn't hold; empty where it always does.
    package let otherwise: String
    /// When it needn't be handed in although it belongs to the case, because the office looks it up itself.
    package let spared: Spared?
    /// 可由系统核验: a record of it as retrieved is in order.
    package let isRetrievable: Bool
    package let basis: LegalSource
    package let missing: Words
    /// What the paper must fulfil, for the notice that asks for it: the applicant must not have to come a third time.
    package let mustFulfil: String
    package let checks: [CheckRule]
    /// Other papers that prove the same.
    package let alternatives: [EvidenceSet]
    /// Never asked for itself: it only stands in for another line's material.
    package let standsIn: Bool

    /// 免提交.
    package struct Spared: Hashable, Sendable {
        package let when: Condition
        package let because: String

        package init(when: Condition, because: String) {
            self.when = when
            self.because = because
        }
    }

    package init(
        row: String, material: Material, name: String, english: String, copies: String, need: Condition = .always,
        because: String, otherwise: String = "", spared: Spared? = nil, isRetrievable: Bool = false,
        basis: LegalSource, missing: Words, mustFulfil: String, checks: [CheckRule] = [],
        alternatives: [EvidenceSet] = [], standsIn: Bool = false
    ) {
        self.row = row
        self.material = material
        self.name = name
        self.english = english
        self.copies = copies
        self.need = need
        self.because = because
        self.otherwise = otherwise
        self.spared = spared
        self.isRetrievable = isRetrievable
        self.basis = basis
        self.missing = missing
        self.mustFulfil = mustFulfil
        self.checks = checks
        self.alternatives = alternatives
        self.standsIn = standsIn
    }
}

/// One question about a material, and what to say where the answer is no.
package struct CheckRule: Hashable, Sendable {
    package let check: Check
    package let condition: Condition
    /// What the clerk reads beside the verdict.
    package let label: String
    package let english: String
    package let words: Words
    /// 可当场更正.
    package let isOnTheSpot: Bool
    /// Where the demand comes from, if not from the requirement's own source.
    package let basis: LegalSource?

    package init(
        check: Check, condition: Condition = .always, label: String, english: String, words: Words,
        isOnTheSpot: Bool = false, basis: LegalSource? = nil
    ) {
        self.check = check
        self.condition = condition
        self.label = label
        self.english = english
        self.words = words
        self.isOnTheSpot = isOnTheSpot
        self.basis = basis
    }

    /// Whether the program computes it from what the paper says, where that was taken down.
    package var isMachine: Bool { TermSet<Check>.machine.contains(check) }
}

/// What is wrong, and how to put it right; both may hold placeholders like `{staff}`.
package struct Words: Hashable, Sendable {
    package let text: String
    package let remedy: String

    package init(text: String, remedy: String) {
        self.text = text
        self.remedy = remedy
    }
}
