/// One material as it was received: how it came, what it says, and what the clerk thinks of it.
package struct MaterialRecord: Hashable, Sendable, Codable {
    package var material: Material
    package var how: MaterialSource
    package var copies: Int?
    package var checks: CheckVerdicts
    package var fields: MaterialFields

    package init(
        material: Material, how: MaterialSource, copies: Int? = nil, checks: CheckVerdicts = CheckVerdicts(),
        fields: MaterialFields = MaterialFields()
    ) {
        self.material = material
        self.how = how
        self.copies = copies
        self.checks = checks
        self.fields = fields
    }
}

/// The verdicts that a person gave on a material's checks. A check that is in neither set was not judged.
package struct CheckVerdicts: Hashable, Sendable {
    package private(set) var passed: TermSet<Check>
    package private(set) var failed: TermSet<Check>

    package init(passed: TermSet<Check> = [], failed: TermSet<Check> = []) {
        precondition(passed.intersection(failed).isEmpty, "a check cannot both pass and fail")
        self.passed = passed
        self.failed = failed
    }

    package var isEmpty: Bool { passed.isEmpty && failed.isEmpty }

    package subscript(check: Check) -> Bool? {
        get { passed.contains(check) ? true : failed.contains(check) ? false : nil }
        set {
            passed.remove(check)
            failed.remove(check)
            switch newValue {
            case true?: passed.insert(check)
            case false?: failed.insert(check)
            case nil: break
            }
        }
    }
}

/// What the paper itself says, where the clerk or the sending system took it down.
package struct MaterialFields: Hashable, Sendable, Codable {
    package var date: CivilDate?
    package var uscc: String?
    package var name: String?
    package var address: String?
    package var validUntil: Validity?
    package var items: TermSet<Item>?
    package var products: TermSet<Product>?
    package var topics: TermSet<PolicyTopic>?
    package var count: Int?
    package var idNumber: String?
    package var licenceNumber: String?

    package init(
        date: CivilDate? = nil, uscc: String? = nil, name: String? = nil, address: String? = nil,
        validUntil: Validity? = nil, items: TermSet<Item>? = nil, products: TermSet<Product>? = nil,
        topics: TermSet<PolicyTopic>? = nil, count: Int? = nil, idNumber: String? = nil, licenceNumber: String? = nil
    ) {
        self.date = date
        self.uscc = uscc
        self.name = name
        self.address = address
        self.validUntil = validUntil
        self.items = items
        self.products = products
        self.topics = topics
        self.count = count
        self.idNumber = idNumber
        self.licenceNumber = licenceNumber
    }
}

/// How long a paper is valid.
package enum Validity: Hashable, Sendable {
    /// The last day on which it is still valid.
    case until(CivilDate)
    case permanent

    /// Reads a date or the word `permanent`.
    package init?(_ text: some StringProtocol) {
        if text == "permanent" {
            self = .permanent
        } else if let date = CivilDate(text) {
            self = .until(date)
        } else {
            return nil
        }
    }
}

extension Validity: CustomStringConvertible, Codable {
    package var description: String {
        switch self {
        case .until(let date): date.description
        case .permanent: "permanent"
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let validity = Validity(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither a date nor permanent")
        }
        self = validity
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CheckVerdicts: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        for key in container.allKeys {
            guard let check = Check(rawValue: key.stringValue) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "unknown check")
            }
            self[check] = try container.decode(Bool.self, forKey: key)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for check in Check.allCases {
            if let verdict = self[check] { try container.encode(verdict, forKey: Key(stringValue: check.id)) }
        }
    }
}
