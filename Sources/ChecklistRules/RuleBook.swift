package import CaseDomain

/// Everything in force: routing, sub-types and every version of every checklist, as one value that the desk can carry
/// without knowing where it came from.
package struct RuleBook: Sendable {
    /// Sorted by id and first effective day.
    package let checklists: [Checklist]
    package let routing: Routing
    package let subtypes: SubtypeTable
    package let calendar: WorkingCalendar
    package let folding: TextFolding
    package let counsel: Counsel
    /// 一件事, in the order in which they are offered.
    package let bundles: [Bundle]
    package let services: ServiceCatalogue
    /// What may be done with a case in which state.
    package let life: LifeCycle
    /// When nobody need look at the premises.
    package let waivers: [InspectionWaiverRule]

    package init(
        checklists: [Checklist], routing: Routing, subtypes: SubtypeTable, calendar: WorkingCalendar,
        folding: TextFolding, counsel: Counsel = Counsel(), bundles: [Bundle] = [],
        services: ServiceCatalogue = ServiceCatalogue(), life: LifeCycle = .none,
        waivers: [InspectionWaiverRule] = []
    ) {
        self.checklists = checklists.sorted { ($0.id, $0.effectiveFrom) < ($1.id, $1.effectiveFrom) }
        self.routing = routing
        self.subtypes = subtypes
        self.calendar = calendar
        self.folding = folding
        self.bundles = bundles
        self.services = services
        self.counsel = counsel
        self.life = life
        self.waivers = waivers
    }

    /// What clerks are told besides the verdict.
    package struct Counsel: Hashable, Sendable {
        package let eligibility: EligibilityRules
        package let demands: DemandList
        package let ways: FourWays
        package let wording: WordingRules

        package init(
            eligibility: EligibilityRules = EligibilityRules(), demands: DemandList = .none,
            ways: FourWays = FourWays(), wording: WordingRules = .none
        ) {
            self.eligibility = eligibility
            self.demands = demands
            self.ways = ways
            self.wording = wording
        }
    }

    /// The checklist that judges what came in on a day.
    package func checklist(for matter: Matter, _ action: Action, on day: CivilDate) -> Checklist? {
        checklists.first { $0.matter == matter && $0.action == action && $0.isEffective(on: day) }
    }

    /// The very checklist that once judged a case; nil where this installation doesn't hold that content.
    package func checklist(_ reference: ChecklistReference) -> Checklist? {
        checklists.first { $0.reference == reference }
    }

    /// Whether a case stands under rules that this installation doesn't hold any more, so that the version of its day of
    /// receipt has to stand in for them.
    package func lacks(_ reference: ChecklistReference?) -> Bool {
        reference.map { checklist($0) == nil } ?? false
    }

    package func bundle(_ id: String) -> Bundle? { bundles.first { $0.id == id } }

    /// What a case's business is called in the catalogues: its sub-type, or its matter where that has none.
    package func business(of particulars: Particulars) -> String {
        subtypes.subtype(of: particulars)?.id ?? particulars.matter.id
    }

    /// The judge for cases like the given one, at one office. Cheap to make; keep it for many cases of a kind.
    ///
    /// - Parameter reference: the rules that a case already stands under; nil takes those of the day of receipt, and so
    ///   does a reference to rules that aren't installed (`lacks`), which whoever shows the case has to say.
    /// - Returns: an evaluator without a checklist where the matter has none; `evaluate` then knows only routes.
    package func evaluator(
        for particulars: Particulars, office: Office, keeping reference: ChecklistReference? = nil
    ) -> Evaluator {
        let kept = reference.flatMap(checklist(_:))
        let checklist =
            kept ?? checklist(for: particulars.matter, particulars.action, on: particulars.receivedAt.date)
        return Evaluator(
            checklist: checklist, routing: routing, office: office, calendar: calendar,
            folding: folding)
    }

    /// Judges one case.
    ///
    /// - Throws: `NoChecklist` where nothing sends the case elsewhere and there are no rules to judge it by.
    package func evaluate(
        _ application: Application, office: Office, assumesMissing: Bool = false
    ) throws(NoChecklist) -> Evaluation {
        let evaluator = evaluator(for: application.particulars, office: office)
        let evaluation = evaluator.evaluate(application, assumesMissing: assumesMissing)
        guard evaluator.checklist != nil || evaluation.route != nil else {
            let particulars = application.particulars
            throw NoChecklist(
                matter: particulars.matter, action: particulars.action, day: particulars.receivedAt.date)
        }
        return evaluation
    }
}

/// There are no rules for this matter and action on this day.
package struct NoChecklist: Error, Hashable, Sendable {
    package let matter: Matter
    package let action: Action
    package let day: CivilDate

    package init(matter: Matter, action: Action, day: CivilDate) {
        self.matter = matter
        self.action = action
        self.day = day
    }
}
