package import CaseDomain

/// Writes an application as one `yicigao.case/1` object, which `CaseReader` reads back as the same application.
///
/// Apart from `format` it is what `Codable` makes of the application, so empty sets and objects are written too.
package struct CaseWriter: Sendable {
    // The ids by place.
    private static let facts = Fact.allCases.map(\.id)
    private static let checks = Check.allCases.map(\.id)

    package init() {}

    /// - Returns: one line of JSON, without a line feed.
    package func line(_ application: Application) -> String {
        var json = JSONText(capacity: 2048)
        write(application, to: &json)
        return json.text
    }

    /// Writes the object as the next value of a document.
    package func write(_ application: Application, to json: inout JSONText) {
        json.beginObject()
        json.key("format")
        json.string(CaseReader.format)
        write(application.particulars, to: &json)
        json.key("materials")
        json.beginArray()
        for record in application.materials { write(record, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ particulars: Particulars, to json: inout JSONText) {
        json.member("externalNumber", particulars.externalNumber)
        json.member("matter", particulars.matter.id)
        json.member("action", particulars.action.id)
        json.member("receivedAt", particulars.receivedAt.description)
        json.member("channel", particulars.channel.id)
        write(particulars.applicant, to: &json)
        if let agent = particulars.agent {
            json.key("agent")
            json.beginObject()
            json.member("name", agent.name)
            json.member("idNumber", agent.idNumber)
            json.member("phone", agent.phone)
            json.endObject()
        }
        json.key("premises")
        json.beginObject()
        json.member("address", particulars.premises.address)
        json.member("county", particulars.premises.county)
        if let area = particulars.premises.area {
            json.key("area")
            json.number(area)
        }
        json.endObject()
        json.member("subject", particulars.subject?.id)
        json.member("marks", particulars.marks)
        json.member("items", particulars.items)
        write(particulars.facts, to: &json)
        if let licence = particulars.licence {
            json.key("licence")
            json.beginObject()
            json.member("number", licence.number)
            json.member("issuedOn", licence.issuedOn?.description)
            json.member("expiresOn", licence.expiresOn?.description)
            json.endObject()
        }
    }

    private func write(_ applicant: Applicant, to json: inout JSONText) {
        json.key("applicant")
        json.beginObject()
        json.member("name", applicant.name)
        json.member("kind", applicant.kind.id)
        json.member("uscc", applicant.uscc)
        json.member("phone", applicant.phone)
        if let principal = applicant.principal {
            json.key("principal")
            json.beginObject()
            json.member("name", principal.name)
            json.member("idNumber", principal.idNumber)
            json.endObject()
        }
        json.endObject()
    }

    private func write(_ facts: Facts, to json: inout JSONText) {
        json.key("facts")
        json.beginObject()
        for place in BitPlaces(facts.known.bits) {
            json.key(CaseWriter.facts[place])
            json.bool(facts.holding.bits >> UInt64(place) & 1 == 1)
        }
        json.member("staff", facts.staff)
        json.member("products", facts.products)
        json.member("automaticEquipmentCount", facts.automaticEquipmentCount)
        json.member("changed", facts.changed)
        json.endObject()
    }

    private func write(_ record: MaterialRecord, to json: inout JSONText) {
        json.beginObject()
        json.member("material", record.material.id)
        json.member("how", record.how.id)
        json.member("copies", record.copies)
        json.key("checks")
        json.beginObject()
        let passed = record.checks.passed.bits
        for place in BitPlaces(passed | record.checks.failed.bits) {
            json.key(CaseWriter.checks[place])
            json.bool(passed >> UInt64(place) & 1 == 1)
        }
        json.endObject()
        json.key("fields")
        json.beginObject()
        json.member("date", record.fields.date?.description)
        json.member("uscc", record.fields.uscc)
        json.member("name", record.fields.name)
        json.member("address", record.fields.address)
        json.member("validUntil", record.fields.validUntil?.description)
        json.member("items", record.fields.items)
        json.member("products", record.fields.products)
        json.member("topics", record.fields.topics)
        json.member("count", record.fields.count)
        json.member("idNumber", record.fields.idNumber)
        json.member("licenceNumber", record.fields.licenceNumber)
        json.endObject()
        json.endObject()
    }
}

// Members of an object; one whose value is absent isn't written at all.
extension JSONText {
    package mutating func member(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        self.key(key)
        string(value)
    }

    package mutating func member(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        self.key(key)
        integer(value)
    }

    package mutating func member(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        self.key(key)
        bool(value)
    }

    package mutating func member<Term: Vocabulary>(_ key: StaticString, _ terms: TermSet<Term>?) {
        guard let terms else { return }
        self.key(key)
        beginArray()
        if !terms.isEmpty {
            let all = Array(Term.allCases)
            for place in BitPlaces(terms.bits) { string(all[place].id) }
        }
        endArray()
    }
}
