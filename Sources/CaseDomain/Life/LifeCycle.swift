/// 办理流程 as data: what may be done with a case in which state, by whom, and where it leads.
package struct LifeCycle: Hashable, Sendable {
    /// In the order of the data file, one a step.
    package let rules: [Rule]

    package struct Rule: Hashable, Sendable {
        package let step: CaseStep
        package let name: String
        package let english: String
        /// The states in which it may be done.
        package let from: TermSet<CaseState>
        /// The state that it leads to; nil where the case stays as it is or what was recorded decides.
        package let to: CaseState?
        /// Who may do it.
        package let roles: TermSet<Role>
        /// Nil where no law is behind it, only how a desk works.
        package let basis: LegalSource?

        package init(
            step: CaseStep, name: String, english: String, from: TermSet<CaseState>, to: CaseState?,
            roles: TermSet<Role>, basis: LegalSource?
        ) {
            self.step = step
            self.name = name
            self.english = english
            self.from = from
            self.to = to
            self.roles = roles
            self.basis = basis
        }
    }

    package init(rules: [Rule]) { self.rules = rules }

    /// A desk that knows of no table lets nothing after the acceptance be done.
    package static let none = LifeCycle(rules: [])

    package func rule(for step: CaseStep) -> Rule? { rules.first { $0.step == step } }

    package func allows(_ step: CaseStep, in state: CaseState) -> Bool {
        rule(for: step)?.from.contains(state) ?? false
    }

    /// What may be done in a state, in the order of the table.
    package func steps(in state: CaseState) -> [Rule] { rules.filter { $0.from.contains(state) } }
}
