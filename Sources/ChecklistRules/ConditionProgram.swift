import CaseDomain

/// Conditions in the form in which they run: nodes in one flat array, every leaf three masks over `AtomBits`.
struct ConditionProgram: Sendable {
    /// A root in the program.
    typealias Root = Int32
    /// Stands for a condition that always holds, so that the commonest one costs nothing.
    static var always: Root { -1 }

    struct Node: Sendable {
        enum Kind: UInt8, Sendable { case clause, area, all, any }

        var kind: Kind = .clause
        var isNegated = false
        var clause = Clause()
        /// Square metres, for `area`.
        var threshold = 0.0
        var firstChild: Int32 = 0
        var childCount: Int32 = 0
    }

    /// Most rules are of one form, "all of these, one of those, none of these", which three masks answer without a
    /// branch of the program.
    struct Clause: Sendable {
        var required = AtomBits()
        /// Empty where no choice is asked for.
        var choice = AtomBits()
        var barred = AtomBits()
    }

    private(set) var nodes: [Node] = []

    /// Adds a condition.
    mutating func add(_ condition: Condition) -> Root {
        if condition == .always { return ConditionProgram.always }
        let slot = nodes.count
        nodes.append(Node())
        fill(slot, with: condition)
        return Root(slot)
    }

    /// Atoms of the low word without which a condition never holds.
    func required(by root: Root) -> UInt64 {
        guard root >= 0 else { return 0 }
        let node = nodes[Int(root)]
        return node.kind == .clause && !node.isNegated ? node.clause.required.low : 0
    }

    private mutating func fill(_ slot: Int, with condition: Condition) {
        if let clause = condition.clause {
            nodes[slot] = Node(clause: clause)
            return
        }
        switch condition {
        case .areaAtLeast(let threshold): nodes[slot] = Node(kind: .area, threshold: threshold)
        case .not(let inner):
            fill(slot, with: inner)
            nodes[slot].isNegated.toggle()
        case .all(let parts): branch(slot, .all, parts)
        case .any(let parts): branch(slot, .any, parts)
        // An empty set of atoms: nothing to choose from never holds.
        default: branch(slot, .any, [])
        }
    }

    private mutating func branch(_ slot: Int, _ kind: Node.Kind, _ parts: [Condition]) {
        let first = nodes.count
        nodes[slot] = Node(kind: kind, firstChild: Int32(first), childCount: Int32(parts.count))
        nodes.append(contentsOf: parts.map { _ in Node() })
        for (offset, part) in parts.enumerated() { fill(first + offset, with: part) }
    }
}

extension ConditionProgram.Clause {
    /// Absent facts make an answer unknown only where they could still change it.
    @inline(__always)
    func answer(_ bits: CaseBits) -> Ternary {
        let lacking = (required & bits.known).subtracting(bits.holding)
        let offending = barred & bits.holding
        if !(lacking | offending).isEmpty { return .no }
        let open = required.subtracting(bits.holding) | barred.subtracting(bits.known)
        if choice.isEmpty || !(choice & bits.holding).isEmpty { return open.isEmpty ? .yes : .unknown }
        return choice.subtracting(bits.known).isEmpty ? .no : .unknown
    }

    /// The absent atoms that keep an unknown answer open.
    func absent(_ bits: CaseBits) -> AtomBits {
        let decided = (choice & bits.holding).isEmpty ? choice : AtomBits()
        return (required | barred | decided).subtracting(bits.known)
    }
}

extension ConditionProgram {
    /// Answers a condition. Absent facts make an answer unknown only where they could still change it.
    @inline(__always)
    static func answer(_ root: Root, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>) -> Ternary {
        guard root >= 0 else { return .yes }
        let place = Int(root)
        guard nodes[place].kind == .clause else { return answerBeyondClauses(root, bits, nodes) }
        let plain = nodes[place].clause.answer(bits)
        return nodes[place].isNegated ? plain.negated : plain
    }

    /// What three masks can't answer. Apart, because few rules need it and the walk over the others stays short.
    @inline(never)
    private static func answerBeyondClauses(
        _ root: Root, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>
    ) -> Ternary {
        let node = nodes[Int(root)]
        let plain: Ternary
        switch node.kind {
        case .clause: plain = node.clause.answer(bits)
        case .area: plain = bits.area.isNaN ? .unknown : bits.area >= node.threshold ? .yes : .no
        case .all, .any: plain = branch(node, bits, nodes)
        }
        return node.isNegated ? plain.negated : plain
    }

    private static func branch(_ node: Node, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>) -> Ternary {
        let decisive: Ternary = node.kind == .all ? .no : .yes
        var sawUnknown = false
        for child in node.firstChild..<(node.firstChild + node.childCount) {
            let part = answer(child, bits, nodes)
            if part == decisive { return decisive }
            if part == .unknown { sawUnknown = true }
        }
        return sawUnknown ? .unknown : decisive.negated
    }

    /// The absent facts because of which a condition is unknown; those that can't change it any more are left out.
    static func absentFacts(
        of root: Root, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>
    ) -> [DecidingFact] {
        var mask = AtomBits()
        var needsArea = false
        collectAbsent(root, bits, nodes, &mask, &needsArea)
        var facts: [DecidingFact] = []
        for fact in Fact.allCases where mask.low & (1 << (AtomLayout.fact + fact.tag)) != 0 {
            facts.append(.fact(fact))
        }
        if mask.high & AtomLayout.changedThings != 0 { facts.append(.changed) }
        if mask.high & AtomLayout.products != 0 { facts.append(.products) }
        if needsArea { facts.append(.area) }
        if mask.low & (1 << (AtomLayout.circumstance + Circumstance.licenceExpired.tag)) != 0 {
            facts.append(.licence)
        }
        // An absent subject is a finding of its own and no question.
        return facts
    }

    private static func collectAbsent(
        _ root: Root, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>, _ mask: inout AtomBits,
        _ needsArea: inout Bool
    ) {
        guard root >= 0, answer(root, bits, nodes) == .unknown else { return }
        let node = nodes[Int(root)]
        switch node.kind {
        case .area: needsArea = true
        case .clause: mask = mask | node.clause.absent(bits)
        case .all, .any:
            for child in node.firstChild..<(node.firstChild + node.childCount) {
                collectAbsent(child, bits, nodes, &mask, &needsArea)
            }
        }
    }
}

extension Condition {
    /// The condition as three masks; nil where it needs more than that.
    var clause: ConditionProgram.Clause? {
        switch self {
        case .always: ConditionProgram.Clause()
        case .areaAtLeast: nil
        case .any(let parts): oneOf(parts)
        case .not(let inner): inner.mask.map { ConditionProgram.Clause(barred: $0) }
        case .all(let parts): allOf(parts)
        default: mask.flatMap(oneOf)
        }
    }

    private func oneOf(_ atoms: AtomBits) -> ConditionProgram.Clause? {
        // An empty choice would say that nothing is asked for.
        if atoms.isEmpty { return nil }
        return atoms.count == 1 ? ConditionProgram.Clause(required: atoms) : ConditionProgram.Clause(choice: atoms)
    }

    private func oneOf(_ parts: [Condition]) -> ConditionProgram.Clause? {
        var choice = AtomBits()
        for part in parts {
            guard let mask = part.mask else { return nil }
            choice = choice | mask
        }
        return oneOf(choice)
    }

    private func allOf(_ parts: [Condition]) -> ConditionProgram.Clause? {
        var clause = ConditionProgram.Clause()
        for part in parts {
            guard let one = part.clause else { return nil }
            // Two choices don't make one.
            guard one.choice.isEmpty || clause.choice.isEmpty else { return nil }
            clause.required = clause.required | one.required
            clause.barred = clause.barred | one.barred
            clause.choice = clause.choice | one.choice
        }
        return clause
    }
}

extension Condition {
    /// The atoms of a condition that asks for one of several atoms; nil for any other.
    var mask: AtomBits? {
        switch self {
        case .matter(let terms): AtomBits(low: terms.bits << AtomLayout.matter)
        case .action(let terms): AtomBits(low: terms.bits << AtomLayout.action)
        case .subject(let terms): AtomBits(low: terms.bits << AtomLayout.subject)
        case .mark(let terms): AtomBits(low: terms.bits << AtomLayout.mark)
        case .item(let terms): AtomBits(low: terms.bits << AtomLayout.item)
        case .applicantKind(let terms): AtomBits(low: terms.bits << AtomLayout.kind)
        case .fact(let fact): AtomBits(low: 1 << (AtomLayout.fact + fact.tag))
        case .circumstance(let term): AtomBits(low: 1 << (AtomLayout.circumstance + term.tag))
        case .changed(let terms): AtomBits(high: terms.bits << AtomLayout.changed)
        case .product(let terms): AtomBits(high: terms.bits << AtomLayout.product)
        case .localDemand(let material): AtomBits(high: 1 << (AtomLayout.localDemand + material.tag))
        case .always, .areaAtLeast, .all, .any, .not: nil
        }
    }
}
