/// 申请: what the applicant filed, as `yicigao.case/1` writes it down.
package struct Application: Hashable, Sendable {
    package var particulars: Particulars
    /// In the order in which they were recorded; at most one record per material.
    package var materials: [MaterialRecord]

    package init(particulars: Particulars, materials: [MaterialRecord] = []) {
        self.particulars = particulars
        self.materials = materials
    }

    package func record(of material: Material) -> MaterialRecord? {
        materials.first { $0.material == material }
    }

    /// Puts a record in the place of an earlier one for the same material, or at the end.
    package mutating func record(_ record: MaterialRecord) {
        if let place = materials.firstIndex(where: { $0.material == record.material }) {
            materials[place] = record
        } else {
            materials.append(record)
        }
    }
}

/// Everything of an application but its materials: who, where, what for.
package struct Particulars: Hashable, Sendable, Codable {
    /// 办件编号 in the provincial system, where there is one.
    package var externalNumber: String?
    package var matter: Matter
    package var action: Action
    package var receivedAt: Moment
    package var channel: Channel
    package var applicant: Applicant
    package var agent: Agent?
    package var premises: Premises
    package var subject: Subject?
    package var marks: TermSet<Mark>
    package var items: TermSet<Item>
    package var facts: Facts
    package var licence: LicenceHeld?

    package init(
        externalNumber: String? = nil, matter: Matter, action: Action, receivedAt: Moment, channel: Channel,
        applicant: Applicant, agent: Agent? = nil, premises: Premises, subject: Subject? = nil,
        marks: TermSet<Mark> = [], items: TermSet<Item> = [], facts: Facts = Facts(), licence: LicenceHeld? = nil
    ) {
        self.externalNumber = externalNumber
        self.matter = matter
        self.action = action
        self.receivedAt = receivedAt
        self.channel = channel
        self.applicant = applicant
        self.agent = agent
        self.premises = premises
        self.subject = subject
        self.marks = marks
        self.items = items
        self.facts = facts
        self.licence = licence
    }
}

/// 申请人.
package struct Applicant: Hashable, Sendable, Codable {
    package var name: String
    package var kind: ApplicantKind
    /// 统一社会信用代码, as written.
    package var uscc: String?
    package var phone: String?
    /// 法定代表人（负责人）.
    package var principal: Principal?

    package init(
        name: String, kind: ApplicantKind, uscc: String? = nil, phone: String? = nil, principal: Principal? = nil
    ) {
        self.name = name
        self.kind = kind
        self.uscc = uscc
        self.phone = phone
        self.principal = principal
    }
}

/// 法定代表人（负责人） of the applicant.
package struct Principal: Hashable, Sendable, Codable {
    package var name: String
    package var idNumber: String?

    package init(name: String, idNumber: String? = nil) {
        self.name = name
        self.idNumber = idNumber
    }
}

/// 委托代理人.
package struct Agent: Hashable, Sendable, Codable {
    package var name: String
    package var idNumber: String?
    package var phone: String?

    package init(name: String, idNumber: String? = nil, phone: String? = nil) {
        self.name = name
        self.idNumber = idNumber
        self.phone = phone
    }
}

/// 经营场所.
package struct Premises: Hashable, Sendable, Codable {
    package var address: String
    /// Six digits by GB/T 2260.
    package var county: String
    /// Square metres of business area.
    package var area: Double?

    package init(address: String, county: String, area: Double? = nil) {
        self.address = address
        self.county = county
        self.area = area
    }
}

/// The licence that a change, renewal, reissue or cancellation is about.
package struct LicenceHeld: Hashable, Sendable, Codable {
    package var number: String
    package var issuedOn: CivilDate?
    package var expiresOn: CivilDate?

    package init(number: String, issuedOn: CivilDate? = nil, expiresOn: CivilDate? = nil) {
        self.number = number
        self.issuedOn = issuedOn
        self.expiresOn = expiresOn
    }
}

extension Application: Codable {
    private enum CodingKeys: CodingKey { case materials }

    // One flat object, as the case format has it: the particulars' keys and `materials` side by side.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            particulars: try Particulars(from: decoder),
            materials: try container.decode([MaterialRecord].self, forKey: .materials))
    }

    package func encode(to encoder: any Encoder) throws {
        try particulars.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(materials, forKey: .materials)
    }
}
