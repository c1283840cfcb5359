package import CaseDomain

/// 资格: who may not apply for how long after which decision. A matter of refusal, never of correction.
package struct EligibilityBar: Hashable, Sendable {
    package enum Person: String, Vocabulary {
        case applicant
        case legalPerson = "legal-person"
        /// 负责人、直接负责的主管人员和其他直接责任人员.
        case principal
    }

    package let id: String
    package let matters: TermSet<Matter>
    package let actions: TermSet<Action>
    package let who: TermSet<Person>
    /// Counted from the day of the decision, itself not counted.
    package let years: Int
    package let name: String
    package let english: String
    /// What the clerk asks.
    package let question: String
    package let questionEnglish: String
    /// Which paper proves it.
    package let document: String
    /// What follows.
    package let consequence: String
    package let consequenceEnglish: String
    package let basis: LegalSource

    package init(
        id: String, matters: TermSet<Matter>, actions: TermSet<Action>, who: TermSet<Person>, years: Int,
        name: String, english: String, question: String, questionEnglish: String, document: String,
        consequence: String, consequenceEnglish: String, basis: LegalSource
    ) {
        self.id = id
        self.matters = matters
        self.actions = actions
        self.who = who
        self.years = years
        self.name = name
        self.english = english
        self.question = question
        self.questionEnglish = questionEnglish
        self.document = document
        self.consequence = consequence
        self.consequenceEnglish = consequenceEnglish
        self.basis = basis
    }

    /// The last day on which a decision bars.
    package func lastDay(decidedOn day: CivilDate) -> CivilDate { day.adding(months: 12 * years).date }

    /// What is recorded of a case.
    package func record(decidedOn day: CivilDate, document: String) -> Ineligibility {
        Ineligibility(
            bar: id, name: name, decidedOn: day, until: lastDay(decidedOn: day), document: document, basis: basis)
    }
}

/// Every bar that there is.
package struct EligibilityRules: Hashable, Sendable {
    package let bars: [EligibilityBar]

    package init(_ bars: [EligibilityBar] = []) { self.bars = bars }

    /// The bars that can concern an application, in the order of the file.
    package func bars(for matter: Matter, _ action: Action) -> [EligibilityBar] {
        bars.filter { $0.matters.contains(matter) && $0.actions.contains(action) }
    }

    package func bar(_ id: String) -> EligibilityBar? { bars.first { $0.id == id } }
}
