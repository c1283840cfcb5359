/// What is known about the case beyond its form fields. Absent means unknown, which is not false.
package struct Facts: Hashable, Sendable {
    /// Facts whose value is known; a bit outside `known` is never set in `holding`.
    package private(set) var known: TermSet<Fact>
    package private(set) var holding: TermSet<Fact>
    /// Persons who work there.
    package var staff: Int?
    /// What is made; nil where it was not asked yet.
    package var products: TermSet<Product>?
    package var automaticEquipmentCount: Int?
    /// What a change changes; nil where it was not asked yet.
    package var changed: TermSet<ChangedThing>?

    package init(
        _ values: [Fact: Bool] = [:], staff: Int? = nil, products: TermSet<Product>? = nil,
        automaticEquipmentCount: Int? = nil, changed: TermSet<ChangedThing>? = nil
    ) {
        known = []
        holding = []
        self.staff = staff
        self.products = products
        self.automaticEquipmentCount = automaticEquipmentCount
        self.changed = changed
        for (fact, value) in values { self[fact] = value }
    }

    package subscript(fact: Fact) -> Bool? {
        get { known.contains(fact) ? holding.contains(fact) : nil }
        set {
            known.remove(fact)
            holding.remove(fact)
            guard let newValue else { return }
            known.insert(fact)
            if newValue { holding.insert(fact) }
        }
    }
}

extension Facts: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        for fact in Fact.allCases {
            self[fact] = try container.decodeIfPresent(Bool.self, forKey: Key(stringValue: fact.id))
        }
        staff = try container.decodeIfPresent(Int.self, forKey: Key(stringValue: "staff"))
        products = try container.decodeIfPresent(TermSet<Product>.self, forKey: Key(stringValue: "products"))
        automaticEquipmentCount = try container.decodeIfPresent(
            Int.self, forKey: Key(stringValue: "automaticEquipmentCount"))
        changed = try container.decodeIfPresent(TermSet<ChangedThing>.self, forKey: Key(stringValue: "changed"))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for fact in known.terms { try container.encode(holding.contains(fact), forKey: Key(stringValue: fact.id)) }
        try container.encodeIfPresent(staff, forKey: Key(stringValue: "staff"))
        try container.encodeIfPresent(products, forKey: Key(stringValue: "products"))
        try container.encodeIfPresent(
            automaticEquipmentCount, forKey: Key(stringValue: "automaticEquipmentCount"))
        try container.encodeIfPresent(changed, forKey: Key(stringValue: "changed"))
    }
}
