import CaseDomain

/// Every consistent combination of facts that a set of conditions can tell apart, as independent axes.
///
/// Nothing is left out, though the cases themselves are without number. What no condition reads can't change an
/// answer. Conditions ask sets of marks, products and changed things only whether one of some terms is among them, so
/// terms that stand in the same questions are one (a class, spoken for by its first term). Item sets are closed as the
/// evaluator closes them, and what follows from items comes with them. Areas matter only by the thresholds between them.
struct FactSpace: Sendable {
    /// Axes that leave a choice.
    private(set) var axes: [FactAxis] = []
    /// What every case has in common.
    private(set) var fixed = CaseBits(known: AtomBits(), holding: AtomBits(), area: .nan)
    private let read: ConditionReading

    /// - Parameters:
    ///   - matter: nil for rules that come before any checklist; so for the action.
    ///   - allowsAbsent: whether facts may be missing too.
    init(_ read: ConditionReading, matter: Matter?, action: Action?, allowsAbsent: Bool) {
        self.read = read
        add(.oneOf(matter.map { [$0] } ?? Matter.allCases, from: AtomLayout.matter) { .matter($0) })
        if let action {
            add(.oneOf([action], from: AtomLayout.action) { .action($0) })
            add(.expiry(for: action, allowsAbsent: allowsAbsent))
        } else {
            add(.actionAndExpiry(allowsAbsent: allowsAbsent))
        }
        add(
            .oneOf(Subject.allCases, from: AtomLayout.subject, absent: allowsAbsent ? .subject(nil) : nil) {
                .subject($0)
            })
        add(.oneOf(ApplicantKind.allCases, from: AtomLayout.kind) { .kind($0) })
        add(.flag(FactSpace.atom(.hasAgent)) { .agent($0) })
        add(.flag(FactSpace.atom(.otherCounty)) { .otherCounty($0) })
        add(.flag(FactSpace.atom(.townshipWindow)) { .townshipWindow($0) })
        for fact in Fact.allCases {
            let atom = AtomBits(low: 1 << (AtomLayout.fact + fact.tag))
            add(.flag(atom, { .fact(fact, $0) }, absent: allowsAbsent ? .fact(fact, nil) : nil))
        }
        for material in Material.allCases {
            add(.flag(AtomBits(high: 1 << (AtomLayout.localDemand + material.tag))) { .localDemand(material, $0) })
        }
        addClasses(of: Mark.self, low: AtomLayout.mark, maybeAbsent: false) { terms, holds in
            .mark(terms, holds ?? false)
        }
        addClasses(of: ChangedThing.self, high: AtomLayout.changed, maybeAbsent: allowsAbsent) { .changed($0, $1) }
        addClasses(of: Product.self, high: AtomLayout.product, maybeAbsent: allowsAbsent) { .product($0, $1) }
        if !read.thresholds.isEmpty { axes.append(.area(read.thresholds, allowsAbsent: allowsAbsent)) }
        if let items = FactAxis.items(reading: read.atoms) { add(items) }
    }

    private static func atom(_ circumstance: Circumstance) -> AtomBits {
        AtomBits(low: 1 << (AtomLayout.circumstance + circumstance.tag))
    }

    /// Keeps an axis where anything reads it.
    private mutating func add(_ axis: FactAxis) {
        guard !(axis.atoms & read.atoms).isEmpty else { return }
        guard axis.choices.count == 1, let only = axis.choices.first else {
            axes.append(axis)
            return
        }
        fixed.known = fixed.known | only.known
        fixed.holding = fixed.holding | only.holding
    }

    /// One axis for every class of a set. A set that nobody asked about is absent as a whole; here its classes may be
    /// absent one by one, which holds all of that and more, and keeps the axes small.
    private mutating func addClasses<Term: Vocabulary>(
        of kind: Term.Type, low: UInt64? = nil, high: UInt64 = 0, maybeAbsent: Bool,
        _ setting: (TermSet<Term>, Bool?) -> FactSetting
    ) {
        func atoms(_ terms: [Term]) -> AtomBits {
            terms.reduce(into: AtomBits()) { atoms, term in
                if let low { atoms.low |= 1 << (low + term.tag) } else { atoms.high |= 1 << (high + term.tag) }
            }
        }
        var classes: [[Int]: [Term]] = [:]
        for term in Term.allCases {
            let questions = read.questions.indices.filter { !(read.questions[$0] & atoms([term])).isEmpty }
            if !questions.isEmpty { classes[questions, default: []].append(term) }
        }
        for terms in classes.values.sorted(by: { ($0.first?.ordinal ?? 0) < ($1.first?.ordinal ?? 0) }) {
            var choices = [
                FactAxis.Choice(
                    known: atoms(terms), holding: atoms(Array(terms.prefix(1))),
                    settings: [setting(TermSet(terms.prefix(1)), true)]),
                FactAxis.Choice(known: atoms(terms), settings: [setting(TermSet(terms), false)]),
            ]
            if maybeAbsent {
                choices.append(FactAxis.Choice(known: AtomBits(), settings: [setting(TermSet(terms), nil)]))
            }
            add(FactAxis(atoms: atoms(terms), choices: choices))
        }
    }
}

/// What conditions read of a case.
struct ConditionReading: Sendable {
    private(set) var atoms = AtomBits()
    /// The atoms of every single question, each once.
    private(set) var questions: [AtomBits] = []
    /// Square metres.
    private(set) var thresholds: Set<Double> = []

    init(_ conditions: [Condition]) {
        for condition in conditions { add(condition) }
    }

    private mutating func add(_ condition: Condition) {
        switch condition {
        case .always: break
        case .areaAtLeast(let threshold): thresholds.insert(threshold)
        case .not(let inner): add(inner)
        case .all(let parts), .any(let parts): for part in parts { add(part) }
        default:
            guard let mask = condition.mask else { return }
            atoms = atoms | mask
            if !questions.contains(mask) { questions.append(mask) }
        }
    }

    /// Whether any of it is decided by an axis.
    func reads(_ axis: FactAxis) -> Bool {
        axis.decidesArea ? !thresholds.isEmpty : !(axis.atoms & atoms).isEmpty
    }
}
