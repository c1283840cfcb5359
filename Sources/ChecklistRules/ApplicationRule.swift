package import CaseDomain

/// A defect of the application itself rather than of a paper.
package enum ApplicationDefect: String, Vocabulary {
    case semiFinishedNeedsCentralKitchen = "semi-finished-needs-central-kitchen"
    case schoolCanteenForbiddenItem = "school-canteen-forbidden-item"
    case itemNotForSubject = "item-not-for-subject"
    case subjectMissing = "subject-missing"
    case badUscc = "bad-uscc"
    case badPrincipalID = "bad-principal-id"
    case badAgentID = "bad-agent-id"
    case tooEarlyToRenew = "too-early-to-renew"
    case licenceNumber = "licence-number"

    /// Whether the program computes it; the others hold wherever their condition does.
    package var isComputed: Bool {
        switch self {
        case .semiFinishedNeedsCentralKitchen, .schoolCanteenForbiddenItem, .itemNotForSubject: false
        case .subjectMissing, .badUscc, .badPrincipalID, .badAgentID, .tooEarlyToRenew, .licenceNumber: true
        }
    }
}

/// A rule about the application itself, as the checklist has it.
package struct ApplicationRule: Hashable, Sendable {
    package let defect: ApplicationDefect
    /// When the rule applies. For a defect that isn't computed, this is the whole rule.
    package let condition: Condition
    package let words: Words
    package let isOnTheSpot: Bool
    package let basis: LegalSource

    package init(
        defect: ApplicationDefect, condition: Condition = .always, words: Words, isOnTheSpot: Bool,
        basis: LegalSource
    ) {
        self.defect = defect
        self.condition = condition
        self.words = words
        self.isOnTheSpot = isOnTheSpot
        self.basis = basis
    }
}
