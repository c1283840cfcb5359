package import CaseDomain

/// One line of the rules, however deep it lies.
package enum RuleLine: Hashable, Sendable {
    case checklist
    case requirement(Material)
    case check(Material, Check)
    case application(ApplicationDefect)
    /// The place in `Routing.rules`.
    case route(Int)
    /// The place in `SubtypeTable.subtypes`.
    case subtype(Int)
}

/// A part of a line that something can be said about, so that whoever reads the rules from a file can say where it
/// stands.
package struct RulePart: Hashable, Sendable {
    package enum Field: Hashable, Sendable {
        case whole
        /// When the line applies.
        case condition
        case spared
        case text, remedy, mustFulfil
        case row, name, checks, otherwise
        /// A fact that a route asks for.
        case asks(DecidingFact)
        /// The first day of a version.
        case effectiveFrom
    }

    package let line: RuleLine
    package let field: Field

    package init(_ line: RuleLine, _ field: Field) {
        self.line = line
        self.field = field
    }
}

/// Something that going through every combination of facts has proved wrong.
package struct RuleFault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// No case makes the line apply.
        case unreachable
        /// The line has a condition that holds in every case that gets there.
        case redundant
        /// Wherever the paper belongs to the case, it is spared.
        case neverAsked
        /// The line and another are never to be asked for together, and some case is asked for both.
        case collision(RuleLine)
        /// A case about which everything is known gets no answer; or one that lacks a fact nobody asks for.
        case undecided
        /// No application can be without a defect.
        case neverInOrder
        /// Every case in which the line holds was decided by lines before it; the one that decides all, if one does.
        case shadowed(by: RuleLine?)
        /// The line asks for a fact that its condition doesn't read.
        case uselessQuestion(DecidingFact)
        /// The wording names a value that the case needn't have.
        case unsetPlaceholder(Placeholder)
        /// The line reads so many facts jointly that not every combination could be gone through.
        case tooWide
    }

    package let kind: Kind
    package let part: RulePart
    /// A case that shows it; empty where every case does.
    package let example: [FactSetting]

    init(_ kind: Kind, _ line: RuleLine, _ field: RulePart.Field, _ example: [FactSetting] = []) {
        self.kind = kind
        part = RulePart(line, field)
        self.example = example
    }
}

/// What a proof came to, and how much it went through.
package struct ProofReport: Sendable {
    package var faults: [RuleFault] = []
    /// Conditions, checks and wordings that something was proved about.
    package var lines = 0
    /// Combinations of facts, those counted in that were settled together because nothing could tell them apart.
    package var combinations = 0

    package init() {}

    package mutating func add(_ other: ProofReport) {
        faults += other.faults
        lines += other.lines
        let (sum, overflows) = combinations.addingReportingOverflow(other.combinations)
        combinations = overflows ? .max : sum
    }
}
