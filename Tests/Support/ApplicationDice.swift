package import CaseDomain
import ChecklistRules

/// Cases thrown at random: every combination that a desk may see, and many that it won't.
package struct ApplicationDice {
    private var dice: Dice

    package init(seed: UInt64) { dice = Dice(seed: seed) }

    /// Names as they come, and some that nobody should have.
    package static let names = [
        "王记羊汤馆", "O'Brien 100% {number} \"饭\"*店", "\u{0}\u{7}\u{1B}[2J控制\u{1F}符", "换\n行\t店\r\u{2028}分",
        "\u{202E}倒\u{2066}装", "小吃👨‍👩‍👧‍👦店", "cafe\u{301}", "𠮷野家", " ", "ＡＢＣ１２３超市",
        "e" + String(repeating: "\u{301}", count: 40),
        String(repeating: "长名字", count: 80), String(repeating: "LongWithoutBlanks", count: 12), "ﷺ\u{FFFD}\u{AD}",
    ]

    private mutating func some<Term: Vocabulary>(_ percent: Int) -> TermSet<Term> {
        TermSet(Term.allCases.filter { _ in dice.chance(percent) })
    }

    /// A case as it may lie on the desk.
    ///
    /// - Parameter judged: how likely each check is judged, in per cent.
    package mutating func file(judged: Int) -> CaseFile {
        let matter = dice.pick([Matter.foodOperationLicence, .foodOperationLicence, .smallWorkshop, .smallCatering])
        var facts = Facts()
        for fact in Fact.allCases where dice.chance(max(70, judged)) { facts[fact] = dice.chance(50) }
        facts.staff = 3
        facts.products = matter == .foodOperationLicence ? nil : [dice.pick([Product.pastry, .edibleOil, .pickles])]
        facts.automaticEquipmentCount = dice.chance(70) ? 2 : nil
        let day = SampleDesk.today
        let particulars = Particulars(
            matter: matter, action: .new, receivedAt: Moment(day, seconds: 36_000), channel: .window,
            applicant: Applicant(
                name: dice.pick(Self.names), kind: dice.pick(ApplicantKind.allCases),
                uscc: dice.chance(80) ? dice.pick([DeskCases.creditCode, "X"]) : nil,
                principal: Principal(name: "甲", idNumber: dice.chance(80) ? DeskCases.idNumber : "1")),
            agent: dice.chance(40) ? Agent(name: "乙", idNumber: DeskCases.idNumber, phone: "1") : nil,
            premises: Premises(address: dice.pick(Self.names), county: "371625", area: 20),
            subject: dice.chance(95) ? dice.pick(Subject.allCases) : nil, marks: some(12), items: some(15), facts: facts
        )
        let materials = Material.allCases.filter { _ in dice.chance(max(70, judged)) }.map { record($0, judged) }
        let book = SampleDesk.book
        let receipt = Receipt(
            application: Application(particulars: particulars, materials: materials),
            checklist: book.checklist(for: matter, .new, on: day)?.reference, window: "A02")
        let event = CaseEvent(
            stamp: EventStamp(at: particulars.receivedAt, by: ClerkID("zhang")), payload: .received(receipt: receipt))
        guard let file = CaseFile(number: CaseNumber(year: 2026, sequence: 1), first: event) else {
            preconditionFailure("a receipt begins a case")
        }
        return file
    }

    private mutating func record(_ material: Material, _ judged: Int) -> MaterialRecord {
        var record = MaterialRecord(
            material: material, how: dice.pick([.handedIn, .handedIn, .handedIn, .missing, .promised]))
        for check in Check.allCases where dice.chance(judged) { record.checks[check] = dice.chance(75) }
        if dice.chance(30) { record.fields.name = dice.pick(Self.names) }
        if dice.chance(30) { record.fields.address = dice.pick(Self.names) }
        if dice.chance(20) { record.fields.idNumber = "11010519491231002" }
        if dice.chance(20) { record.fields.items = some(20) }
        return record
    }
}
