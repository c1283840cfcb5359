package import CaseDomain
package import CaseStore
import ChecklistRules
import ClerkDesk

/// Cases for the desk's tests: applications as they come over the counter, and what may have happened to them.
package enum DeskCases {
    /// Numbers with right check characters that belong to nobody.
    package static let creditCode = "92130528MA0A5XB46A"
    package static let idNumber = "11010519491231002X"

    package static func date(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("no date: \(text)") }
        return date
    }

    /// Ten in the morning of a day.
    package static func moment(_ day: String) -> Moment { Moment(date(day), seconds: 36_000) }

    /// A restaurant with an agent, whose business licence the office can look up.
    package static func restaurant(
        _ name: String = "王记羊汤馆", received: String = "2026-11-20", agent: Agent? = nil, tolerance: Bool? = nil,
        county: String = "371625"
    ) -> Particulars {
        var facts = Facts([.licenceVerifiableOnline: true])
        facts[.toleranceRequested] = tolerance
        return Particulars(
            matter: .foodOperationLicence, action: .new, receivedAt: moment(received), channel: .window,
            applicant: Applicant(
                name: name, kind: .individual, uscc: creditCode, phone: "13800000001",
                principal: Principal(name: "王德胜", idNumber: idNumber)),
            agent: agent,
            premises: Premises(address: "示例县城东街道渤海大街18号", county: county, area: 86.5), subject: .catering,
            items: [.hotDishes, .coldDishes], facts: facts)
    }

    package static func workshop(
        _ name: String = "示例县石磨香油坊", received: String = "2026-11-20", products: TermSet<Product> = [.edibleOil]
    ) -> Particulars {
        var facts = Facts([.licenceVerifiableOnline: true])
        facts.products = products
        facts.staff = 3
        return Particulars(
            matter: .smallWorkshop, action: .new, receivedAt: moment(received), channel: .assisted,
            applicant: Applicant(
                name: name, kind: .individual, uscc: creditCode, phone: "13800000002",
                principal: Principal(name: "花满仓", idNumber: idNumber)),
            premises: Premises(address: "示例县孙镇花家村41号", county: "371625", area: 60), facts: facts)
    }

    package static func stall(_ name: String = "陈大妈煎饼摊", received: String = "2026-11-20") -> Particulars {
        Particulars(
            matter: .foodStall, action: .new, receivedAt: moment(received), channel: .window,
            applicant: Applicant(name: name, kind: .naturalPerson, phone: "13800000003"),
            premises: Premises(address: "示例县菜市口", county: "371625"))
    }

    /// A stall whose operator said all that the card needs.
    package static func stallOnFile() -> Particulars {
        var particulars = stall()
        particulars.applicant.principal = Principal(name: "陈秀英", idNumber: idNumber)
        particulars.facts.products = [.pastry, .bulkMeat]
        particulars.facts.staff = 1
        return particulars
    }

    /// A licence that is to be renewed or changed.
    package static func held(_ action: Action, expires: String = "2026-12-31", facts: [Fact: Bool] = [:]) -> Particulars
    {
        var particulars = restaurant()
        particulars.action = action
        particulars.facts = Facts(facts)
        particulars.licence = LicenceHeld(
            number: "JY23716250000011", issuedOn: date("2022-01-01"), expiresOn: date(expires))
        return particulars
    }

    package static let agent = Agent(name: "李代办", idNumber: idNumber, phone: "13900000009")

    /// Takes a case in, at its own moment of receipt.
    package static func receive(
        _ particulars: Particulars, into store: any CaseStoring, clerk: String = "zhang", window: String = "A02",
        materials: [MaterialRecord] = []
    ) throws -> CaseFile {
        let book = SampleDesk.book
        let checklist = book.checklist(
            for: particulars.matter, particulars.action, on: particulars.receivedAt.date)
        let receipt = Receipt(
            application: Application(particulars: particulars, materials: materials), checklist: checklist?.reference,
            window: window)
        return try store.receive(receipt, stamp: EventStamp(at: particulars.receivedAt, by: ClerkID(clerk)))
    }

    package static func append(
        _ payloads: [CaseEvent.Payload], to file: CaseFile, on day: String, in store: any CaseStoring,
        clerk: String = "zhang"
    ) throws -> CaseFile {
        try store.append(
            payloads, to: file.number, expecting: file.revision,
            stamp: EventStamp(at: moment(day), by: ClerkID(clerk)))
    }

    /// A record of a material with every check that applies judged as said.
    ///
    /// - Parameter failed: what is wrong; everything else passes.
    package static func judged(
        _ material: Material, in file: CaseFile, failed: TermSet<Check> = []
    ) -> MaterialRecord {
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        let sheet = evaluator.sheet(for: file.application)
        let checks = sheet.lines.first { $0.material == material }?.checks.map(\.check) ?? []
        let all = TermSet(checks)
        return MaterialRecord(
            material: material, how: .handedIn, copies: 1,
            checks: CheckVerdicts(passed: all.subtracting(failed), failed: all.intersection(failed)))
    }

    /// Judges every material of a case: in order but for what is named.
    package static func judgeAll(
        _ file: CaseFile, missing: Set<Material> = [], failed: [Material: TermSet<Check>] = [:], on day: String,
        in store: any CaseStoring
    ) throws -> CaseFile {
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        let records = evaluator.sheet(for: file.application).lines.compactMap { line -> MaterialRecord? in
            guard case .needed = line.need else { return nil }
            if missing.contains(line.material) { return MaterialRecord(material: line.material, how: .missing) }
            return judged(line.material, in: file, failed: failed[line.material] ?? [])
        }
        return try append(records.map { .materialRecorded(record: $0) }, to: file, on: day, in: store)
    }

    /// Issues the notice of a fully judged case, as the desk would.
    package static func issue(_ file: CaseFile, on day: String, in store: any DeskStoring) throws -> CaseFile {
        let desk = SampleDesk.desk()
        let stamp = EventStamp(at: moment(day), by: desk.clerk)
        let evaluator = SampleDesk.book.evaluator(for: file.particulars, office: desk.office, keeping: file.checklist)
        guard let draft = desk.draft(of: file, evaluator.evaluate(file.application), evaluator, stamp) else {
            throw NothingToIssue(number: file.number)
        }
        let ports = DeskPorts(store: store, office: desk.office, life: { .none })
        switch EffectInterpreter.run(.issue(draft, file.number, expecting: file.revision, stamp), on: ports) {
        case .stored(let file): return file
        case .failed(let error): throw error
        default: throw NothingToIssue(number: file.number)
        }
    }

    package struct NothingToIssue: Error {
        package let number: CaseNumber
    }
}
