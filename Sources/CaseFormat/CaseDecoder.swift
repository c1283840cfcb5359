import CaseDomain

/// Turns a parsed document into an application, or says what is wrong with it.
///
/// Holds the id tables and nothing of a document.
struct CaseDecoder {
    let applicationKeys = TermTable<ApplicationKey>()
    let applicantKeys = TermTable<ApplicantKey>()
    let principalKeys = TermTable<PrincipalKey>()
    let agentKeys = TermTable<AgentKey>()
    let premisesKeys = TermTable<PremisesKey>()
    let licenceKeys = TermTable<LicenceKey>()
    let factsKeys = TermTable<FactsKey>()
    let recordKeys = TermTable<RecordKey>()
    let fieldKeys = TermTable<FieldKey>()
    let matters = TermTable<Matter>()
    let actions = TermTable<Action>()
    let channels = TermTable<Channel>()
    let subjects = TermTable<Subject>()
    let marks = TermTable<Mark>()
    let items = TermTable<Item>()
    let applicantKinds = TermTable<ApplicantKind>()
    let changedThings = TermTable<ChangedThing>()
    let products = TermTable<Product>()
    let materials = TermTable<Material>()
    let sources = TermTable<MaterialSource>()
    let checks = TermTable<Check>()
    let topics = TermTable<PolicyTopic>()
    /// What `Material.checks` says, by ordinal: building a set anew for every record would cost more than reading it.
    let checksOfMaterial = Material.allCases.map(\.checks.bits)

    private let factOfKey = FactsKey.allCases.compactMap { key in key.fact.map { (key, $0) } }

    func application(_ root: JSONNode) throws(Fault) -> Application {
        guard root.kind == .object else { throw root.isNo(.object) }
        try checkFormat(of: root)
        let members = try Members(of: root, applicationKeys)
        let particulars = try particulars(members)
        return Application(particulars: particulars, materials: try records(members.required(.materials)))
    }

    /// Comes before everything else: what is no case at all shouldn't be blamed for its first key.
    private func checkFormat(of root: JSONNode) throws(Fault) {
        var place = root.index + 1
        for _ in 0..<root.count {
            let name = root.at(place)
            let value = root.at(place + 1)
            if applicationKeys.term(name.bytes) == .format {
                guard value.kind == .string else { throw value.isNo(.string) }
                guard value.bytes.elementsEqual(CaseReader.format.utf8) else {
                    throw Fault(value, .otherFormat(ShownName.ofID(value.bytes)))
                }
                return
            }
            place = value.end
        }
        throw Fault(root, .notACase)
    }

    private func particulars(_ members: Members<ApplicationKey>) throws(Fault) -> Particulars {
        var particulars = Particulars(
            matter: try members.required(.matter).term(matters),
            action: try members.required(.action).term(actions),
            receivedAt: try members.required(.receivedAt).moment(),
            channel: try members.required(.channel).term(channels),
            applicant: try applicant(members.required(.applicant)),
            premises: try premises(members.required(.premises)))
        if let node = members[.externalNumber] {
            particulars.externalNumber = try node.filledText(limit: TextLimit.externalNumber)
        }
        if let node = members[.agent] { particulars.agent = try agent(node) }
        if let node = members[.subject] { particulars.subject = try node.term(subjects) }
        if let node = members[.marks] { particulars.marks = try node.terms(marks) }
        if let node = members[.items] { particulars.items = try node.terms(items) }
        if let node = members[.facts] { particulars.facts = try facts(node) }
        if let node = members[.licence] { particulars.licence = try licence(node) }
        return particulars
    }

    private func applicant(_ node: JSONNode) throws(Fault) -> Applicant {
        let members = try Members(of: node, applicantKeys)
        var applicant = Applicant(
            name: try members.required(.name).filledText(limit: TextLimit.name),
            kind: try members.required(.kind).term(applicantKinds))
        if let node = members[.uscc] { applicant.uscc = try node.text(limit: TextLimit.number) }
        if let node = members[.phone] { applicant.phone = try node.text(limit: TextLimit.number) }
        if let node = members[.principal] {
            let members = try Members(of: node, principalKeys)
            var principal = Principal(name: try members.required(.name).filledText(limit: TextLimit.name))
            if let node = members[.idNumber] { principal.idNumber = try node.text(limit: TextLimit.number) }
            applicant.principal = principal
        }
        return applicant
    }

    private func agent(_ node: JSONNode) throws(Fault) -> Agent {
        let members = try Members(of: node, agentKeys)
        var agent = Agent(name: try members.required(.name).filledText(limit: TextLimit.name))
        if let node = members[.idNumber] { agent.idNumber = try node.text(limit: TextLimit.number) }
        if let node = members[.phone] { agent.phone = try node.text(limit: TextLimit.number) }
        return agent
    }

    private func premises(_ node: JSONNode) throws(Fault) -> Premises {
        let members = try Members(of: node, premisesKeys)
        var premises = Premises(
            address: try members.required(.address).filledText(limit: TextLimit.address),
            county: try members.required(.county).county())
        if let node = members[.area] { premises.area = try node.area() }
        return premises
    }

    private func licence(_ node: JSONNode) throws(Fault) -> LicenceHeld {
        let members = try Members(of: node, licenceKeys)
        var licence = LicenceHeld(number: try members.required(.number).text(limit: TextLimit.number))
        if let node = members[.issuedOn] { licence.issuedOn = try node.date() }
        if let node = members[.expiresOn] { licence.expiresOn = try node.date() }
        return licence
    }

    private func facts(_ node: JSONNode) throws(Fault) -> Facts {
        let members = try Members(of: node, factsKeys)
        var facts = Facts()
        for (key, fact) in factOfKey {
            if let node = members[key] { facts[fact] = try node.boolean() }
        }
        if let node = members[.staff] { facts.staff = try node.wholeCount() }
        if let node = members[.products] { facts.products = try node.terms(products) }
        if let node = members[.automaticEquipmentCount] { facts.automaticEquipmentCount = try node.wholeCount() }
        if let node = members[.changed] { facts.changed = try node.terms(changedThings) }
        return facts
    }
}
