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
        /// The same for courses that differ.
        package let otherwise: [CaseCourse: TermSet<CaseState>]
        /// The states in which it is what leads on.
        package let next: TermSet<CaseState>
        /// States besides `to` that what is recorded may bring the case to.
        package let mayLead: TermSet<CaseState>
        /// The state that it leads to; nil where the case stays as it is or what was recorded decides.
        package let to: CaseState?
        /// Who may do it.
        package let roles: TermSet<Role>
        /// Nil where no law is behind it, only how a desk works.
        package let basis: LegalSource?

        package init(
            step: CaseStep, name: String, english: String, from: TermSet<CaseState>, to: CaseState?,
            roles: TermSet<Role>, basis: LegalSource?, otherwise: [CaseCourse: TermSet<CaseState>] = [:],
            next: TermSet<CaseState> = [], mayLead: TermSet<CaseState> = []
        ) {
            self.step = step
            self.name = name
            self.english = english
            self.from = from
            self.to = to
            self.roles = roles
            self.basis = basis
            self.otherwise = otherwise
            self.next = next
            self.mayLead = mayLead
        }

        /// Every state that it may bring a case to.
        package var leads: TermSet<CaseState> { mayLead.union(TermSet([to].compactMap(\.self))) }

        package func from(on course: CaseCourse) -> TermSet<CaseState> { otherwise[course] ?? from }
    }

    package init(rules: [Rule]) { self.rules = rules }

    /// A desk that knows of no table lets nothing after the acceptance be done.
    package static let none = LifeCycle(rules: [])

    package func rule(for step: CaseStep) -> Rule? { rules.first { $0.step == step } }

    package func allows(_ step: CaseStep, in state: CaseState, on course: CaseCourse = .licence) -> Bool {
        rule(for: step)?.from(on: course).contains(state) ?? false
    }

    /// What may be done in a state, in the order of the table.
    package func steps(in state: CaseState, on course: CaseCourse = .licence) -> [Rule] {
        rules.filter { $0.from(on: course).contains(state) }
    }

    /// What leads on from a state: of the steps that are meant to, the first in the table that the course has.
    package func next(in state: CaseState, on course: CaseCourse) -> Rule? {
        steps(in: state, on: course).first { $0.next.contains(state) }
    }
}
