import CaseDomain
import TestSupport

/// Arbitrary applications: every combination that a desk may see, and many that it won't.
struct SeededCases {
    private var generator: Dice
    private let uscc = "92130528MA0A5XB46A"
    private let idNumber = "11010519491231002X"
    private let day = CivilDate(dayNumber: 20_777)

    init(seed: UInt64) { generator = Dice(seed: seed) }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func maybe<Value>(_ percent: Int, _ value: Value) -> Value? { chance(percent) ? value : nil }

    private mutating func some<Term: Vocabulary>(_ percent: Int) -> TermSet<Term> {
        var terms: TermSet<Term> = []
        for term in Term.allCases where chance(percent) { terms.insert(term) }
        return terms
    }

    mutating func application(_ matter: Matter, _ action: Action) -> Application {
        var facts = Facts()
        for fact in Fact.allCases where chance(70) { facts[fact] = chance(50) }
        facts.staff = maybe(70, 3)
        facts.products = maybe(80, some(4))
        facts.automaticEquipmentCount = maybe(70, 2)
        facts.changed = maybe(70, some(30))
        let kinds = ApplicantKind.allCases
        let particulars = Particulars(
            matter: matter, action: action, receivedAt: Moment(day, seconds: 36_000), channel: .window,
            applicant: Applicant(
                name: "示例小馆", kind: kinds[Int.random(in: 0..<kinds.count, using: &generator)],
                uscc: maybe(80, chance(80) ? uscc : "X"),
                principal: maybe(60, Principal(name: "甲", idNumber: maybe(70, chance(80) ? idNumber : "1")))),
            agent: maybe(40, Agent(name: "乙", idNumber: maybe(70, idNumber))),
            premises: Premises(address: "东街1号", county: "371625", area: maybe(80, chance(50) ? 20 : 50)),
            subject: maybe(90, Subject.allCases[Int.random(in: 0..<3, using: &generator)]), marks: some(15),
            items: some(20), facts: facts, licence: licence(action))
        var materials: [MaterialRecord] = []
        for material in Material.allCases where chance(70) { materials.append(record(material)) }
        return Application(particulars: particulars, materials: materials)
    }

    /// The licence that an application is about; a new one is about none.
    private mutating func licence(_ action: Action) -> LicenceHeld? {
        guard action != .new, chance(85) else { return nil }
        let left = Int.random(in: -5...300, using: &generator)
        return LicenceHeld(
            number: chance(85) ? "JY23716250000011" : "JY23716250000012", expiresOn: maybe(90, day.adding(days: left)))
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &generator) }

    private mutating func record(_ material: Material) -> MaterialRecord {
        var verdicts = CheckVerdicts()
        for check in Check.allCases where chance(80) { verdicts[check] = chance(85) }
        let validity: Validity =
            chance(50) ? .permanent : .until(day.adding(days: Int.random(in: -2...2, using: &generator)))
        let fields = MaterialFields(
            date: maybe(60, day.adding(days: chance(80) ? 0 : 1)), uscc: maybe(60, chance(80) ? uscc : "X"),
            name: maybe(60, chance(80) ? "示例小馆" : "别家"), address: maybe(60, chance(80) ? "东街1号" : "西街1号"),
            validUntil: maybe(60, validity), items: maybe(60, some(60)), products: maybe(60, some(60)),
            topics: maybe(60, some(90)), count: maybe(60, chance(50) ? 2 : 3), idNumber: maybe(60, idNumber),
            licenceNumber: maybe(60, "SC11037162500016"))
        let source: MaterialSource =
            chance(75) ? .handedIn : MaterialSource.allCases[Int.random(in: 0..<4, using: &generator)]
        return MaterialRecord(material: material, how: source, checks: verdicts, fields: fields)
    }
}
