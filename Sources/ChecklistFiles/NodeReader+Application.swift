import CaseDomain
import Yams

extension NodeReader {
    /// An application as a rule case writes it down: the names of the case format, materials keyed by their id.
    mutating func application(_ node: Node) -> Application? {
        guard
            let fields = mapping(
                node, "a case", required: ["matter", "action", "received", "applicant", "premises", "materials"],
                optional: ["agent", "subject", "marks", "items", "facts", "licence"])
        else { return nil }
        let matter = fields["matter"].flatMap { term($0, Matter.self, "‘matter’") }
        let action = fields["action"].flatMap { term($0, Action.self, "‘action’") }
        let received = fields["received"].flatMap { date($0, "‘received’") }
        let applicant = fields["applicant"].flatMap { self.applicant($0) }
        let premises = fields["premises"].flatMap { self.premises($0) }
        let agent = fields["agent"].flatMap { person($0, "‘agent’") }.map { Agent(name: $0.name, idNumber: $0.id) }
        let subject = fields["subject"].flatMap { term($0, Subject.self, "‘subject’") }
        let marks = fields["marks"].map { terms($0, Mark.self, "‘marks’") } ?? []
        let items = fields["items"].map { terms($0, Item.self, "‘items’") } ?? []
        let facts = fields["facts"].map { self.facts($0) } ?? Facts()
        let licence = fields["licence"].flatMap { self.licence($0) }
        var materials: [MaterialRecord] = []
        for entry in fields["materials"].map({ entries($0, "‘materials’") }) ?? [] {
            if let record = material(entry.key, entry.value) { materials.append(record) }
        }
        guard let matter, let action, let received, let applicant, let premises else { return nil }
        return Application(
            particulars: Particulars(
                matter: matter, action: action, receivedAt: Moment(received, seconds: 9 * 3600), channel: .window,
                applicant: applicant, agent: agent, premises: premises, subject: subject, marks: marks,
                items: items, facts: facts, licence: licence),
            materials: materials)
    }

    private mutating func applicant(_ node: Node) -> Applicant? {
        guard
            let fields = mapping(
                node, "‘applicant’", required: ["name", "kind"], optional: ["uscc", "principal"])
        else { return nil }
        let kind = fields["kind"].flatMap { term($0, ApplicantKind.self, "‘kind’") }
        let principal = fields["principal"].flatMap { person($0, "‘principal’") }
        let uscc = text(fields, "uscc")
        guard let name = text(fields, "name"), let kind else { return nil }
        return Applicant(
            name: name, kind: kind, uscc: uscc,
            principal: principal.map { Principal(name: $0.name, idNumber: $0.id) })
    }

    private mutating func person(_ node: Node, _ what: String) -> (name: String, id: String?)? {
        guard let fields = mapping(node, what, required: ["name"], optional: ["idNumber"]) else { return nil }
        let id = text(fields, "idNumber")
        return text(fields, "name").map { ($0, id) }
    }

    private mutating func premises(_ node: Node) -> Premises? {
        guard let fields = mapping(node, "‘premises’", required: ["address", "county"], optional: ["area"])
        else { return nil }
        let area = fields["area"].flatMap { number($0, "‘area’") }
        guard let address = text(fields, "address"), let county = text(fields, "county") else { return nil }
        return Premises(address: address, county: county, area: area)
    }

    private mutating func licence(_ node: Node) -> LicenceHeld? {
        guard
            let fields = mapping(node, "‘licence’", required: ["number"], optional: ["issuedOn", "expiresOn"])
        else { return nil }
        let issued = fields["issuedOn"].flatMap { date($0, "‘issuedOn’") }
        let expires = fields["expiresOn"].flatMap { date($0, "‘expiresOn’") }
        return text(fields, "number").map { LicenceHeld(number: $0, issuedOn: issued, expiresOn: expires) }
    }

    private mutating func facts(_ node: Node) -> Facts {
        let counted = ["staff", "products", "automaticEquipmentCount", "changed"]
        guard let fields = mapping(node, "‘facts’", required: [], optional: Fact.allCases.map(\.id) + counted)
        else { return Facts() }
        var facts = Facts(
            staff: fields["staff"].flatMap { integer($0, "‘staff’") },
            products: fields["products"].map { terms($0, Product.self, "‘products’") },
            automaticEquipmentCount: fields["automaticEquipmentCount"].flatMap { integer($0, "‘count’") },
            changed: fields["changed"].map { terms($0, ChangedThing.self, "‘changed’") })
        for fact in Fact.allCases { facts[fact] = fields[fact.id].flatMap { flag($0, "‘\(fact.id)’") } }
        return facts
    }

    /// A record, or just the word that says how the material came.
    private mutating func material(_ key: Node, _ node: Node) -> MaterialRecord? {
        guard let material = term(key, Material.self, "‘materials’") else { return nil }
        if node.scalar != nil {
            return term(node, MaterialSource.self, "‘\(material.id)’").map {
                MaterialRecord(material: material, how: $0)
            }
        }
        guard
            let fields = mapping(
                node, "‘\(material.id)’", required: [], optional: ["how", "pass", "fail", "unjudged", "fields"])
        else { return nil }
        let how = fields["how"].flatMap { term($0, MaterialSource.self, "‘how’") } ?? .handedIn
        var verdicts = CheckVerdicts()
        for check in fields["pass"].map({ terms($0, Check.self, "‘pass’") })?.terms ?? [] { verdicts[check] = true }
        for check in fields["fail"].map({ terms($0, Check.self, "‘fail’") })?.terms ?? [] { verdicts[check] = false }
        for check in fields["unjudged"].map({ terms($0, Check.self, "‘unjudged’") })?.terms ?? [] {
            verdicts[check] = nil
        }
        let says = fields["fields"].map { materialFields($0) } ?? MaterialFields()
        return MaterialRecord(material: material, how: how, copies: 1, checks: verdicts, fields: says)
    }

    private mutating func materialFields(_ node: Node) -> MaterialFields {
        let names = [
            "date", "uscc", "name", "address", "validUntil", "items", "products", "topics", "count", "idNumber",
            "licenceNumber",
        ]
        guard let fields = mapping(node, "‘fields’", required: [], optional: names) else { return MaterialFields() }
        return MaterialFields(
            date: fields["date"].flatMap { date($0, "‘date’") }, uscc: text(fields, "uscc"),
            name: text(fields, "name"), address: text(fields, "address"), validUntil: validity(fields),
            items: fields["items"].map { terms($0, Item.self, "‘items’") },
            products: fields["products"].map { terms($0, Product.self, "‘products’") },
            topics: fields["topics"].map { terms($0, PolicyTopic.self, "‘topics’") },
            count: fields["count"].flatMap { integer($0, "‘count’") }, idNumber: text(fields, "idNumber"),
            licenceNumber: text(fields, "licenceNumber"))
    }

    private mutating func validity(_ fields: Fields) -> Validity? {
        guard let text = text(fields, "validUntil") else { return nil }
        let validity = Validity(text)
        if validity == nil {
            report(.badDate, "‘validUntil’ is ‘\(text)’", at: fields["validUntil"], hint: "YYYY-MM-DD or permanent")
        }
        return validity
    }
}
