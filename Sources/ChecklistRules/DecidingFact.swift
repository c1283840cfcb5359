package import CaseDomain

/// Something that a rule needs and that a case may lack, by the name it has in a case file.
package enum DecidingFact: Hashable, Sendable {
    case fact(Fact)
    case products
    case changed
    /// `premises.area`.
    case area
    /// `licence.expiresOn`.
    case licence

    /// `licenceVerifiableOnline`, `products`, `area` …
    package var id: String {
        switch self {
        case .fact(let fact): fact.id
        case .products: "products"
        case .changed: "changed"
        case .area: "area"
        case .licence: "licence"
        }
    }

    package init?(id: String) {
        switch id {
        case "products": self = .products
        case "changed": self = .changed
        case "area": self = .area
        case "licence": self = .licence
        default:
            guard let fact = Fact(rawValue: id) else { return nil }
            self = .fact(fact)
        }
    }

    package static let allCases: [DecidingFact] =
        Fact.allCases.map(DecidingFact.fact) + [.changed, .products, .area, .licence]
}
