/// 核查规则 of one office: which cases are looked at and how, by how many, and how much one inspector does in a day.
///
/// Legal source: each row's own `basis`; nothing about any of it stands in code.
package struct InspectionRules: Hashable, Sendable {
    /// 承诺: working days from the dispatch to the outcome.
    package let promisedDays: Int
    /// The most premises that one inspector looks at in a day.
    package let dailyLimit: Int
    /// 可以参加一次勘验的部门, by name.
    package let departments: [String]
    /// 可在核查环节补充的材料, besides those that are owed.
    package let collectable: TermSet<Material>
    package let modes: [InspectionMode: ModeRule]
    /// In order: the first that fits a case says how it may be looked at.
    package let scopes: [Scope]

    /// How one way of looking is done.
    package struct ModeRule: Hashable, Sendable {
        /// How many have to go.
        package let people: Int
        package let basis: LegalSource

        package init(people: Int, basis: LegalSource) {
            self.people = people
            self.basis = basis
        }
    }

    /// Some cases, and how they may be looked at.
    package struct Scope: Hashable, Sendable {
        package let name: String
        package let english: String
        package let matters: TermSet<Matter>
        package let actions: TermSet<Action>
        package let subjects: TermSet<Subject>
        /// Every item of the case is one of these, and there is one; nil where items don't matter.
        package let within: TermSet<Item>?
        /// None of these stands in brackets behind the subject.
        package let withoutMarks: TermSet<Mark>
        /// None of these is made there.
        package let withoutProducts: TermSet<Product>
        /// Only where the applicant declared that nothing has changed.
        package let onlyUnchanged: Bool
        /// Empty where this office lets nobody look, besides what the law excuses.
        package let modes: TermSet<InspectionMode>
        package let basis: LegalSource

        package init(
            name: String, english: String, matters: TermSet<Matter>, actions: TermSet<Action>,
            subjects: TermSet<Subject>, within: TermSet<Item>?, withoutMarks: TermSet<Mark>,
            withoutProducts: TermSet<Product>, onlyUnchanged: Bool, modes: TermSet<InspectionMode>,
            basis: LegalSource
        ) {
            self.name = name
            self.english = english
            self.matters = matters
            self.actions = actions
            self.subjects = subjects
            self.within = within
            self.withoutMarks = withoutMarks
            self.withoutProducts = withoutProducts
            self.onlyUnchanged = onlyUnchanged
            self.modes = modes
            self.basis = basis
        }

        /// What a line of the queue knows of a case.
        fileprivate func couldFit(_ outline: CaseOutline) -> Bool {
            guard matters.contains(outline.matter), actions.contains(outline.action),
                outline.subject.map(subjects.contains) ?? true, outline.marks.intersection(withoutMarks).isEmpty
            else { return false }
            return within.map { !outline.items.isEmpty && outline.items.isSubset(of: $0) } ?? true
        }

        fileprivate func fits(_ particulars: Particulars) -> Bool {
            guard couldFit(CaseOutline(particulars)) else { return false }
            if onlyUnchanged, particulars.facts[.conditionsUnchanged] != true { return false }
            return particulars.facts.products.map { $0.intersection(withoutProducts).isEmpty } ?? true
        }

        /// Whether it goes by more than an outline says.
        fileprivate var asksFacts: Bool { onlyUnchanged || !withoutProducts.isEmpty }
    }

    /// What decides about an inspection, as far as it stands in the queue.
    package struct CaseOutline: Hashable, Sendable {
        package let matter: Matter
        package let action: Action
        package let subject: Subject?
        package let marks: TermSet<Mark>
        package let items: TermSet<Item>

        package init(
            matter: Matter, action: Action, subject: Subject?, marks: TermSet<Mark>, items: TermSet<Item>
        ) {
            self.matter = matter
            self.action = action
            self.subject = subject
            self.marks = marks
            self.items = items
        }

        fileprivate init(_ particulars: Particulars) {
            self.init(
                matter: particulars.matter, action: particulars.action, subject: particulars.subject,
                marks: particulars.marks, items: particulars.items)
        }
    }

    package init(
        promisedDays: Int, dailyLimit: Int, departments: [String], collectable: TermSet<Material>,
        modes: [InspectionMode: ModeRule], scopes: [Scope]
    ) {
        self.promisedDays = promisedDays
        self.dailyLimit = dailyLimit
        self.departments = departments
        self.collectable = collectable
        self.modes = modes
        self.scopes = scopes
    }

    /// An office that says nothing about inspections, and gives out none.
    package static let none = InspectionRules(
        promisedDays: 0, dailyLimit: 0, departments: [], collectable: [], modes: [:], scopes: [])

    package var isOn: Bool { !modes.isEmpty }

    /// Nil where no row fits the case.
    package func scope(of particulars: Particulars) -> Scope? { scopes.first { $0.fits(particulars) } }

    /// Whether this office excuses a case, whatever its papers say.
    package func excuses(_ outline: CaseOutline) -> Bool {
        for scope in scopes where scope.couldFit(outline) {
            if scope.modes.isEmpty, scope.asksFacts { continue }
            return scope.modes.isEmpty
        }
        return false
    }
}

/// Which cases nobody need look at, as far as a line of the queue tells: by the law's rules, which are no business of
/// whoever stores cases.
package struct InspectionExcuses: Hashable, Sendable {
    /// Tells these rules from others.
    private let fingerprint: Int
    private let test: @Sendable (InspectionRules.CaseOutline) -> Bool

    package init(fingerprint: Int, _ test: @escaping @Sendable (InspectionRules.CaseOutline) -> Bool) {
        self.fingerprint = fingerprint
        self.test = test
    }

    /// Everything has to be looked at.
    package static let none = InspectionExcuses(fingerprint: 0) { _ in false }

    package func excuses(_ outline: InspectionRules.CaseOutline) -> Bool { test(outline) }

    package static func == (one: InspectionExcuses, other: InspectionExcuses) -> Bool {
        one.fingerprint == other.fingerprint
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

extension Office {
    /// 片区 of the window that has a case; empty where the office knows no such window.
    package func region(of file: CaseFile) -> String { region(of: file.window) ?? "" }
}
