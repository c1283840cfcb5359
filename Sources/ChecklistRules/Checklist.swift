package import CaseDomain

/// 材料清单 of one matter and action, as it was in force over a range of days.
package struct Checklist: Sendable {
    /// `food-operation-licence/new`.
    package let id: String
    package let matter: Matter
    package let action: Action
    package let name: String
    package let english: String
    package let version: String
    /// The first day of receipt that is judged by it.
    package let effectiveFrom: CivilDate
    /// The last day of receipt that is judged by it; nil where no end is known yet.
    package let effectiveTo: CivilDate?
    /// `sha256:` and the hex digest of the normalised content.
    package let digest: String
    /// In the order in which a notice lists them; at most one per material.
    package let requirements: [Requirement]
    package let applicationRules: [ApplicationRule]
    /// What vocabulary terms are called in wordings.
    package let names: TermNames
    /// What its warnings say.
    package let warnings: WarningTable
    /// 延续申请期; nil for everything but a renewal.
    package let renewal: RenewalRule?
    /// How a case that is in order ends.
    package let conclusion: Conclusion
    /// 提示: what the applicant should know besides the materials. No demands, and nothing that is judged.
    package let advice: [Advice]
    let compiled: CompiledChecklist

    package init(
        id: String, matter: Matter, action: Action, name: String, english: String, version: String,
        effectiveFrom: CivilDate, effectiveTo: CivilDate? = nil, digest: String, requirements: [Requirement],
        applicationRules: [ApplicationRule], names: TermNames = TermNames(), warnings: WarningTable = WarningTable(),
        renewal: RenewalRule? = nil, conclusion: Conclusion = .decision, advice: [Advice] = []
    ) {
        self.id = id
        self.matter = matter
        self.action = action
        self.name = name
        self.english = english
        self.version = version
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.digest = digest
        self.requirements = requirements
        self.applicationRules = applicationRules
        self.names = names
        self.warnings = warnings
        self.renewal = renewal
        self.conclusion = conclusion
        self.advice = advice
        compiled = CompiledChecklist(requirements, applicationRules)
    }

    /// What follows once the papers are in order.
    package enum Conclusion: String, Vocabulary {
        /// 受理, and a decision later.
        case decision
        /// 备案: in order is on file; nothing is decided.
        case filing
        /// 报告: noted; nothing is decided.
        case note
        /// 信息公示卡, made out on the spot.
        case card
    }

    package struct Advice: Hashable, Sendable {
        package let text: String
        package let english: String
        package let basis: LegalSource

        package init(text: String, english: String, basis: LegalSource) {
            self.text = text
            self.english = english
            self.basis = basis
        }
    }

    package var reference: ChecklistReference { ChecklistReference(id: id, version: version, digest: digest) }

    /// Whether it judges what came in on a day.
    package func isEffective(on day: CivilDate) -> Bool {
        guard day >= effectiveFrom else { return false }
        guard let effectiveTo else { return true }
        return day <= effectiveTo
    }

    package func requirement(for material: Material) -> Requirement? {
        requirements.first { $0.material == material }
    }

    package func rule(for defect: ApplicationDefect) -> ApplicationRule? {
        applicationRules.first { $0.defect == defect }
    }
}
