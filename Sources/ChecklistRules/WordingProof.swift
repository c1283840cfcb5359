import CaseDomain

/// What has to hold so that every placeholder of a wording has a value wherever the wording is used. A placeholder in
/// square brackets needs nothing: its part of the sentence is left out.
struct WordingProof {
    enum Assurance: Hashable {
        case certain
        /// A clerk may judge without taking the value down.
        case uncertain
        /// Wherever this holds.
        case implied(Condition)
    }

    struct Claim: Hashable {
        let placeholder: Placeholder
        let assurance: Assurance
        let line: RuleLine
        let field: RulePart.Field
    }

    /// Every condition that an assurance may name.
    static let conditions: [Condition] = [hasCateringItems, hasProducts]

    private static let hasCateringItems = Condition.circumstance(.hasCateringItems)
    private static let hasProducts = Condition.product(TermSet(Product.allCases))

    let requirement: Requirement

    init(_ requirement: Requirement) { self.requirement = requirement }

    /// Of what is said where the paper is missing.
    var missing: [Claim] {
        let line = RuleLine.requirement(requirement.material)
        let wordings: [(String, RulePart.Field)] = [
            (requirement.missing.text, .text), (requirement.missing.remedy, .remedy),
            (requirement.mustFulfil, .mustFulfil),
        ]
        return wordings.flatMap { text, field in
            Placeholder.bare(in: text).map { placeholder in
                Claim(
                    placeholder: placeholder, assurance: WordingProof.assurance(of: placeholder, onMissing: true),
                    line: line, field: field)
            }
        }
    }

    /// Of what is said where a check fails.
    func claims(of rule: CheckRule) -> [Claim] {
        WordingProof.claims(rule.words, .check(requirement.material, rule.check)) { placeholder in
            switch (placeholder, rule.check) {
            // Computed as failed only where something lacks, and what lacks is then named.
            case (.items, .coversItems): .implied(WordingProof.hasCateringItems)
            case (.products, .coversProducts): .implied(WordingProof.hasProducts)
            case (.topics, .coversTopics): .certain
            default: WordingProof.assurance(of: placeholder, onMissing: false)
            }
        }
    }

    /// Of what is said where the application itself is at fault.
    static func claims(of rule: ApplicationRule) -> [Claim] {
        claims(rule.words, .application(rule.defect)) { placeholder in
            switch (placeholder, rule.defect) {
            case (.applicantUscc, .badUscc), (.licenceNumber, .licenceNumber), (.licenceExpiresOn, .tooEarlyToRenew):
                .certain
            default: assurance(of: placeholder, onMissing: false)
            }
        }
    }

    private static func claims(
        _ words: Words, _ line: RuleLine, _ assurance: (Placeholder) -> Assurance
    ) -> [Claim] {
        [(words.text, RulePart.Field.text), (words.remedy, .remedy)].flatMap { text, field in
            Placeholder.bare(in: text).map {
                Claim(placeholder: $0, assurance: assurance($0), line: line, field: field)
            }
        }
    }

    /// - Parameter onMissing: where there is no paper, all that it should name is lacking.
    private static func assurance(of placeholder: Placeholder, onMissing: Bool) -> Assurance {
        switch placeholder {
        case .receivedOn, .applicantName, .premisesAddress: .certain
        case .topics: onMissing ? .certain : .uncertain
        case .items: onMissing ? .implied(hasCateringItems) : .uncertain
        case .products: onMissing ? .implied(hasProducts) : .uncertain
        case .count, .validUntil, .date, .uscc, .name, .address, .licenceNumber, .staff, .machines, .area,
            .applicantUscc, .licenceExpiresOn:
            .uncertain
        }
    }
}
