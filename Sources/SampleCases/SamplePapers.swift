import CaseDomain

/// Writes the papers of an invented case: in order, or with the mistakes that people make.
struct SamplePapers {
    let particulars: Particulars

    /// A paper with which nothing is wrong, fully judged.
    func inOrder(_ material: Material, _ random: inout SplitMix64) -> MaterialRecord {
        let isRetrieved = material == .businessLicence && random.chance(15)
        var record = MaterialRecord(material: material, how: isRetrieved ? .retrieved : .handedIn, copies: 1)
        record.checks = CheckVerdicts(passed: clerkChecks(of: material))
        record.fields = fields(of: material, &random)
        if material == .paperLicence { record.copies = 2 }
        return record
    }

    /// The verdicts that a clerk gives on the material in this case.
    private func clerkChecks(of material: Material) -> TermSet<Check> {
        var checks = SamplePapers.clerkChecks[material.ordinal]
        if particulars.items.intersection([.coldMeat, .coldPastry, .rawFood]).isEmpty {
            checks.remove(.specialRoomMarked)
        }
        if particulars.marks.intersection([.centralKitchen, .groupMealDelivery]).isEmpty {
            checks.remove(.retentionMarked)
        }
        return checks
    }

    /// By ordinal of the material.
    private static let clerkChecks = Material.allCases.map { $0.checks.subtracting(.machine) }

    private func fields(of material: Material, _ random: inout SplitMix64) -> MaterialFields {
        let checks = material.checks
        let received = particulars.receivedAt.date
        var fields = MaterialFields()
        if checks.contains(.dated) { fields.date = received.adding(days: -random.below(4)) }
        if checks.contains(.uscc) { fields.uscc = particulars.applicant.uscc }
        if checks.contains(.name) { fields.name = particulars.applicant.name }
        if checks.contains(.premises) { fields.address = particulars.premises.address }
        if checks.contains(.unexpired) {
            let isPermanent = material == .businessLicence && random.chance(70)
            // 健康证明 is for a year at most.
            let days = random.number(in: material == .healthCertificates ? 20...360 : 40...1600)
            fields.validUntil = isPermanent ? .permanent : .until(received.adding(days: days))
        }
        if checks.contains(.coversItems) { fields.items = particulars.items.closed.intersection(.catering) }
        if checks.contains(.coversProducts) { fields.products = particulars.facts.products }
        if checks.contains(.coversTopics) { fields.topics = TermSet(PolicyTopic.allCases) }
        if checks.contains(.siteCount) { fields.count = particulars.facts.automaticEquipmentCount }
        if checks.contains(.headcount) { fields.count = particulars.facts.staff }
        if checks.contains(.idNumber) {
            let principal = particulars.applicant.principal?.idNumber
            fields.idNumber = material == .agentIdentity ? particulars.agent?.idNumber : principal
        }
        if checks.contains(.licenceNumber) {
            fields.licenceNumber = SampleNumbers.licence(.production, first: 1, county: "371625", &random)
        }
        return fields
    }

    /// Makes one thing wrong with a paper: a verdict, or what the paper says.
    func spoil(_ record: inout MaterialRecord, _ random: inout SplitMix64) {
        let judged = record.checks.passed
        if !judged.isEmpty, random.chance(60) {
            record.checks[random.pick(judged.terms)] = false
            return
        }
        let before = record.fields
        spoilFields(&record, &random)
        // Where the paper says nothing that could be wrong, it is the verdict after all.
        if record.fields == before, let check = judged.terms.first { record.checks[check] = false }
    }

    private func spoilFields(_ record: inout MaterialRecord, _ random: inout SplitMix64) {
        let received = particulars.receivedAt.date
        if record.fields.validUntil != nil, random.chance(50) {
            record.fields.validUntil = .until(received.adding(days: -random.number(in: 1...200)))
        } else if let count = record.fields.count, count > 0 {
            record.fields.count = count - 1
        } else if record.fields.topics != nil {
            record.fields.topics?.remove(random.pick(PolicyTopic.allCases))
        } else if let items = record.fields.items, let item = items.terms.last {
            record.fields.items?.remove(item)
        } else if let products = record.fields.products, let product = products.terms.last {
            record.fields.products?.remove(product)
        } else if let number = record.fields.idNumber {
            record.fields.idNumber = SampleNumbers.miswritten(number, &random)
        } else if record.fields.date != nil, random.chance(30) {
            record.fields.date = received.adding(days: random.number(in: 1...20))
        } else if let code = record.fields.uscc, random.chance(40) {
            record.fields.uscc = SampleNumbers.miswritten(code, &random)
        } else if let address = record.fields.address, random.chance(50) {
            record.fields.address = address + "东邻"
        } else if let name = record.fields.name {
            record.fields.name = name + "（筹）"
        } else if record.fields.validUntil != nil {
            record.fields.validUntil = .until(received.adding(days: -1))
        } else if let number = record.fields.licenceNumber {
            record.fields.licenceNumber = SampleNumbers.miswritten(number, &random)
        }
    }
}
