package import CaseDomain

extension Routing {
    /// What one rule says about a case, whatever the rules before it say.
    package enum RuleAnswer: Hashable, Sendable {
        /// The rule isn't about cases of this matter and action.
        case foreign
        /// The rule is about such cases and leaves this one.
        case leaves
        case takes
        /// Absent facts leave it open.
        case open
    }

    /// What each rule says about a case, in the order of the rules; for showing that rules were tried.
    package func answers(_ particulars: Particulars, office: Office) -> [RuleAnswer] {
        let bits = CaseBits(particulars, in: OfficeBits(office))
        var kindOnly = bits
        kindOnly.known = AtomLayout.matterAndAction
        kindOnly.holding = bits.holding & kindOnly.known
        kindOnly.area = .nan
        var builder = QuestionBuilder()
        let questions = rules.map { builder.add($0.when) }
        return builder.program.nodes.withUnsafeBufferPointer { nodes in
            questions.map { question in
                guard ConditionProgram.answer(question.root, kindOnly, nodes) != .no else { return .foreign }
                switch ConditionProgram.answer(question.root, bits, nodes) {
                case .yes: return .takes
                case .no: return .leaves
                case .unknown: return .open
                }
            }
        }
    }

    /// Whether a rule leaves any case of the matters and actions it is about.
    package func canLeave(_ place: Int) -> Bool {
        let others = ConditionReading([rules[place].when])
        return !others.thresholds.isEmpty || !others.atoms.subtracting(AtomLayout.matterAndAction).isEmpty
    }
}

extension AtomLayout {
    fileprivate static var matterAndAction: AtomBits {
        var atoms = AtomBits()
        for term in Matter.allCases { atoms.low |= 1 << (matter + term.tag) }
        for term in Action.allCases { atoms.low |= 1 << (action + term.tag) }
        return atoms
    }
}
