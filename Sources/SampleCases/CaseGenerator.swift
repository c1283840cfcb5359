package import CaseDomain

/// Invents applications as a county hall gets them, for demonstrations, tests and measurements.
///
/// Deterministic: the same seed and reference give the same cases on every machine. Every number has its right check
/// character unless it is meant to be wrong, and nobody in it exists.
package struct CaseGenerator: Sendable {
    private var random: SplitMix64
    private let reference: Moment
    private let days: Int
    private let year: Int
    private var made = 0

    /// - Parameters:
    ///   - seed: which cases.
    ///   - reference: no case is received after it; samples never read the clock.
    ///   - days: calendar days before the reference among which the receipts are spread; at least 1.
    package init(seed: UInt64, reference: Moment, days: Int = 30) {
        random = SplitMix64(seed: seed)
        self.reference = reference
        self.days = max(days, 1)
        year = reference.date.year
    }

    /// The next case; there is no end to them.
    package mutating func next() -> Application {
        made += 1
        let plan = SamplePlan(&random)
        var particulars = particulars(plan)
        addFacts(to: &particulars, plan)
        if let detour = plan.detour { detour.apply(to: &particulars, &random) }
        return Application(particulars: particulars, materials: materials(for: particulars, plan))
    }

    private mutating func particulars(_ plan: SamplePlan) -> Particulars {
        let business = plan.business
        let kind = random.pick(business.kinds)
        let person = personName()
        let town = random.pick(SampleWords.towns)
        let isSelfNamed = kind == .naturalPerson
        var applicant = Applicant(name: isSelfNamed ? person : shopName(kind, business, town, person), kind: kind)
        if !isSelfNamed { applicant.uscc = SampleNumbers.creditCode(of: kind, &random) }
        applicant.phone = SampleNumbers.phone(&random)
        applicant.principal = Principal(name: person, idNumber: SampleNumbers.residentID(in: year, &random))
        let road = random.pick(SampleWords.roads)
        let address = "示例县\(town)\(road)\(random.number(in: 1...399))\(random.pick(SampleWords.places))"
        let area = Double(random.number(in: business.area)) + (random.chance(30) ? 0.5 : 0)
        var particulars = Particulars(
            externalNumber: externalNumber(), matter: plan.matter, action: plan.action, receivedAt: receipt(),
            channel: channel(), applicant: applicant,
            premises: Premises(address: address, county: "371625", area: area),
            subject: business.subject, marks: business.marks, items: business.items)
        if random.chance(18) {
            particulars.agent = Agent(
                name: personName(), idNumber: SampleNumbers.residentID(in: year, &random),
                phone: SampleNumbers.phone(&random))
        }
        return particulars
    }

    private mutating func addFacts(to particulars: inout Particulars, _ plan: SamplePlan) {
        var facts = Facts()
        let isNew = plan.action == .new
        if isNew { facts[.licenceVerifiableOnline] = random.chance(70) }
        facts[.toleranceRequested] = random.chance(12)
        facts.staff = random.number(in: 1...(plan.matter == .foodOperationLicence ? 30 : 6))
        if plan.matter == .smallWorkshop {
            facts.products = [random.pick([Product.grain, .pastry, .beanProducts, .pickles, .edibleOil, .nuts])]
        } else if plan.matter == .smallCatering {
            facts.products = []
        }
        if particulars.marks.contains(.automaticEquipment) {
            facts.automaticEquipmentCount = random.number(in: 1...12)
        }
        switch plan.action {
        case .change:
            facts[.licenceVerifiableOnline] = random.chance(70)
            facts[.premisesMoved] = false
            facts[.addressRenamed] = random.chance(15)
            facts[.conditionsUnchanged] = random.chance(50)
            facts.changed = [random.pick(ChangedThing.allCases)]
            addPaperLicence(to: &facts)
        case .renewal:
            facts[.conditionsUnchanged] = random.chance(65)
            addPaperLicence(to: &facts)
        case .reissue:
            let isLost = random.chance(70)
            facts[.paperLost] = isLost
            facts[.damaged] = !isLost
        case .cancel:
            facts[.terminated] = random.chance(40)
            addPaperLicence(to: &facts)
        case .new, .report, .update: break
        }
        particulars.facts = facts
        if !isNew { particulars.licence = licence(particulars, plan) }
    }

    private mutating func addPaperLicence(to facts: inout Facts) {
        facts[.paperLicenceHeld] = random.chance(60)
        facts[.paperLost] = facts[.paperLicenceHeld] == true && random.chance(15)
    }

    /// The licence of a case that isn't a first one, well inside the time in which it may be renewed.
    private mutating func licence(_ particulars: Particulars, _ plan: SamplePlan) -> LicenceHeld {
        let received = particulars.receivedAt.date
        let isRenewal = plan.action == .renewal
        let expires = received.adding(days: isRenewal ? random.number(in: 40...85) : random.number(in: 200...900))
        let county = particulars.premises.county
        let number: String
        switch plan.matter {
        case .foodOperationLicence:
            let first = (particulars.subject?.ordinal ?? 1) + 1
            number = SampleNumbers.licence(.operation, first: first, county: county, &random)
        case .prepackagedFiling: number = SampleNumbers.licence(.filing, first: 2, county: county, &random)
        case .smallWorkshop, .smallCatering, .foodStall:
            number = SampleNumbers.registration(county: county, &random)
        }
        let years = plan.matter == .foodOperationLicence ? 5 : 3
        return LicenceHeld(
            number: number, issuedOn: expires.adding(days: 1 - years * 365), expiresOn: expires)
    }

    private mutating func materials(for particulars: Particulars, _ plan: SamplePlan) -> [MaterialRecord] {
        let papers = SamplePapers(particulars: particulars)
        let wanted = SampleDemands.materials(for: particulars)
        var records = wanted.map { papers.inOrder($0, &random) }
        switch plan.quality {
        case .complete: break
        case .missing:
            for _ in 0...random.below(2) {
                let place = random.below(records.count)
                // The form is the application itself: without it nothing would have come in.
                guard records[place].material != .applicationForm else { continue }
                records[place] = MaterialRecord(material: records[place].material, how: .missing)
            }
        case .faulty:
            for _ in 0...random.below(3) { papers.spoil(&records[random.below(records.count)], &random) }
        case .unjudged:
            let kept = random.below(records.count)
            records.removeSubrange(max(kept, 1)...)
            records[0].checks = CheckVerdicts()
        }
        return records
    }

    // MARK: What it is called, and when it came

    private mutating func personName() -> String {
        let name = random.pick(SampleWords.surnames) + random.pick(SampleWords.given)
        return random.chance(70) ? name + random.pick(SampleWords.given) : name
    }

    private mutating func shopName(
        _ kind: ApplicantKind, _ business: SampleBusiness, _ town: String, _ person: String
    ) -> String {
        let ending = random.pick(business.endings)
        let brand =
            random.chance(25)
            ? String(person.prefix(1)) + "记" + random.pick(SampleWords.brands)
            : random.pick(SampleWords.brands) + random.pick(SampleWords.brandEndings)
        switch kind {
        case .enterprise: return "示例县" + brand + ending + (ending.hasSuffix("公司") ? "" : "有限公司")
        case .cooperative: return "示例县" + brand + "专业合作社" + ending
        case .individual: return "示例县" + town + brand + ending
        case .government, .institution, .socialOrganisation, .privateNonEnterprise: return town + brand + ending
        case .naturalPerson: return person
        }
    }

    private mutating func externalNumber() -> String {
        let digits = String(made)
        return "SD-\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private mutating func channel() -> Channel {
        switch random.below(100) {
        case 0..<62: .window
        case 62..<74: .assisted
        case 74..<88: .online
        case 88..<92: .mail
        case 92..<94: .inspection
        case 94..<97: .community
        default: .street
        }
    }

    /// A moment of the opening hours, Monday to Friday, not after the reference.
    private mutating func receipt() -> Moment {
        for _ in 0..<8 {
            var date = reference.date.adding(days: -random.below(days))
            if date.isWeekend { date = date.adding(days: 5 - date.weekday) }
            let isMorning = random.chance(58)
            let minute = isMorning ? random.number(in: 9 * 60...12 * 60 - 1) : random.number(in: 810...17 * 60 - 1)
            let moment = Moment(date, seconds: Int64(minute * 60 + random.below(60)))
            if moment <= reference { return moment }
        }
        // Only a reference before noon on the only day there is comes here.
        let eve = reference.date.adding(days: -1)
        return Moment(eve.adding(days: -max(0, eve.weekday - 5)), seconds: 36_000)
    }
}
