package import CaseDomain

/// 为什么: how a rule came to its answer for one case, and what would have made it, or its neighbour, answer otherwise.
///
/// By ids and values alone; the words for a clerk are made where the language is known.
package struct Explanation: Hashable, Sendable {
    /// The rule that is explained.
    package let rule: RuleName
    package let answer: Ternary
    package let basis: LegalSource?
    /// The facts it used: every leaf of its condition, in the order in which the rule reads them.
    package let premises: [Premise]
    /// The rule of the same list that comes nearest without having fired; nil where no facts could make any fire.
    package let nearest: NearMiss?
    /// How the check itself was judged; nil where the rule isn't a check of a paper handed in.
    package let judgement: Judgement?

    package struct Premise: Hashable, Sendable {
        /// A leaf: no `all`, `any` or `not`.
        package let condition: Condition
        package let answer: Ternary
    }

    package struct NearMiss: Hashable, Sendable {
        package let rule: RuleName
        /// The fewest facts that would have to be otherwise for the rule to fire.
        package let changes: [FactChange]
    }
}

/// One rule of a checklist or of the routing before it.
package enum RuleName: Hashable, Sendable {
    /// Whether a material belongs to the case; the place in `Checklist.requirements`.
    case need(Int)
    /// 免提交: whether the material needn't be handed in.
    case spared(Int)
    /// Whether a check applies; the places of requirement and check.
    case check(Int, Int)
    case application(ApplicationDefect)
    /// The place among the evaluator's routing rules.
    case routing(Int)

    /// The requirement that the rule is about; nil for the application and the routing.
    package var requirement: Int? {
        switch self {
        case .need(let place), .spared(let place), .check(let place, _): place
        case .application, .routing: nil
        }
    }
}

/// A fact that would have to be otherwise.
package struct FactChange: Hashable, Sendable {
    /// A leaf.
    package let condition: Condition
    /// Whether the leaf would have to hold.
    package let holds: Bool
}
