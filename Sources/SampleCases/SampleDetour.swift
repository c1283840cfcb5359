import CaseDomain

/// Why an application came to the wrong window.
enum SampleDetour {
    case anotherCounty, prepackagedOnly, tooLarge, forbiddenDish, forbiddenProduct, moved, expired

    /// A detour that applications of this kind take.
    init(_ matter: Matter, _ action: Action, _ random: inout SplitMix64) {
        switch (matter, action) {
        case (.foodOperationLicence, .new): self = random.pick([.anotherCounty, .prepackagedOnly, .prepackagedOnly])
        case (.foodOperationLicence, .change): self = .moved
        case (.foodOperationLicence, .renewal): self = .expired
        case (.smallCatering, .new): self = random.pick([.tooLarge, .tooLarge, .forbiddenDish])
        case (.smallWorkshop, .new): self = .forbiddenProduct
        default: self = .anotherCounty
        }
    }

    func apply(to particulars: inout Particulars, _ random: inout SplitMix64) {
        switch self {
        case .anotherCounty:
            particulars.premises.county = "371623"
            particulars.premises.address = "邻样县\(random.pick(SampleWords.roads))\(random.number(in: 1...200))号"
        case .prepackagedOnly:
            particulars.subject = .sales
            particulars.marks = []
            particulars.items = [.prepackagedOnly]
        case .tooLarge: particulars.premises.area = Double(random.number(in: 50...120))
        case .forbiddenDish: particulars.facts.products = [random.pick([.decoratedCake, .rawAquatic])]
        case .forbiddenProduct:
            particulars.facts.products = [random.pick([.dairy, .soySauce, .vinegar, .alcohol, .beverage])]
        case .moved: particulars.facts[.premisesMoved] = true
        case .expired:
            particulars.licence?.expiresOn = particulars.receivedAt.date.adding(days: -random.number(in: 1...60))
        }
    }
}
