package import CaseDomain

/// When a rule of a checklist applies.
///
/// A closed list rather than a language: the people who keep the checklists must be able to read every rule, and a
/// closed list can be checked completely when it is loaded.
package indirect enum Condition: Hashable, Sendable {
    case always
    /// The case has one of these; so for every set below.
    case matter(TermSet<Matter>)
    case action(TermSet<Action>)
    case subject(TermSet<Subject>)
    case mark(TermSet<Mark>)
    /// Items are read closed: 冷荤 is 冷食 too.
    case item(TermSet<Item>)
    case applicantKind(TermSet<ApplicantKind>)
    case fact(Fact)
    case changed(TermSet<ChangedThing>)
    case product(TermSet<Product>)
    case circumstance(Circumstance)
    /// The office's own rules ask for this material.
    case localDemand(Material)
    /// Business area in square metres; 50 itself is at least 50.
    case areaAtLeast(Double)
    case all([Condition])
    case any([Condition])
    case not(Condition)
}

/// What follows from the particulars of a case without anybody being asked.
package enum Circumstance: String, Vocabulary {
    case hasAgent = "has-agent"
    case hasCateringItems = "has-catering-items"
    /// There are items, and every one of them is 食品经营管理.
    case managementOnly = "management-only"
    /// There are items, and every one of them is 仅销售预包装食品.
    case prepackagedOnly = "prepackaged-only"
    /// The premises lie in a county that this office doesn't serve.
    case otherCounty = "other-county"
    /// The licence ran out before the day of receipt.
    case licenceExpired = "licence-expired"
    /// The office file says that this window is a township's, which deals with 食品摊点 itself.
    case townshipWindow = "township-window"
}

/// The answer of a condition over a case in which some facts may be absent.
package enum Ternary: Hashable, Sendable {
    case no, yes, unknown

    var negated: Ternary {
        switch self {
        case .no: .yes
        case .yes: .no
        case .unknown: .unknown
        }
    }
}
