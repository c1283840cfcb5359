import CaseDomain

/// Conditions in the form in which they run: nodes in one flat array, every leaf a mask over `AtomBits`.
struct ConditionProgram: Sendable {
    /// A root in the program.
    typealias Root = Int32
    /// Stands for a condition that always holds, so that the commonest one costs nothing.
    static var always: Root { -1 }

    struct Node: Sendable {
        enum Kind: UInt8, Sendable { case constant, anyOf, allOf, area, all, any }

        var kind: Kind = .constant
        var isNegated = false
        var mask = AtomBits()
        /// Square metres, for `area`.
        var threshold = 0.0
        var firstChild: Int32 = 0
        var childCount: Int32 = 0
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

    private mutating func fill(_ slot: Int, with condition: Condition) {
        switch condition {
        case .always: nodes[slot] = Node(kind: .constant)
        case .areaAtLeast(let threshold): nodes[slot] = Node(kind: .area, threshold: threshold)
        case .not(let inner):
            fill(slot, with: inner)
            nodes[slot].isNegated.toggle()
        case .all(let parts):
            let masks = parts.map(\.mask)
            if masks.allSatisfy({ $0?.count == 1 }) {
                let mask = masks.reduce(AtomBits()) { $0 | ($1 ?? AtomBits()) }
                nodes[slot] = Node(kind: .allOf, mask: mask)
            } else {
                branch(slot, .all, parts)
            }
        case .any(let parts):
            let masks = parts.map(\.mask)
            if masks.allSatisfy({ $0 != nil }) {
                let mask = masks.reduce(AtomBits()) { $0 | ($1 ?? AtomBits()) }
                nodes[slot] = Node(kind: .anyOf, mask: mask)
            } else {
                branch(slot, .any, parts)
            }
        default: nodes[slot] = Node(kind: .anyOf, mask: condition.mask ?? AtomBits())
        }
    }

    private mutating func branch(_ slot: Int, _ kind: Node.Kind, _ parts: [Condition]) {
        let first = nodes.count
        nodes[slot] = Node(kind: kind, firstChild: Int32(first), childCount: Int32(parts.count))
        nodes.append(contentsOf: parts.map { _ in Node() })
        for (offset, part) in parts.enumerated() { fill(first + offset, with: part) }
    }
}

extension ConditionProgram {
    /// Answers a condition. Absent facts make an answer unknown only where they could still change it.
    static func answer(_ root: Root, _ bits: CaseBits, _ nodes: UnsafeBufferPointer<Node>) -> Ternary {
        guard root >= 0 else { return .yes }
        let node = nodes[Int(root)]
        let plain: Ternary
        switch node.kind {
        case .constant: plain = .yes
        case .anyOf:
            if !(bits.holding & node.mask).isEmpty {
                plain = .yes
            } else {
                plain = isWhollyKnown(node.mask, bits) ? .no : .unknown
            }
        case .allOf:
            let missing = AtomBits(
                low: bits.known.low & ~bits.holding.low & node.mask.low,
                high: bits.known.high & ~bits.holding.high & node.mask.high)
            if !missing.isEmpty {
                plain = .no
            } else {
                plain = isWhollyKnown(node.mask, bits) ? .yes : .unknown
            }
        case .area: plain = bits.area.isNaN ? .unknown : bits.area >= node.threshold ? .yes : .no
        case .all, .any: plain = branch(node, bits, nodes)
        }
        return node.isNegated ? plain.negated : plain
    }

    private static func isWhollyKnown(_ mask: AtomBits, _ bits: CaseBits) -> Bool {
        (mask.low & ~bits.known.low) | (mask.high & ~bits.known.high) == 0
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
        case .constant: break
        case .area: needsArea = true
        case .anyOf, .allOf:
            mask.low |= node.mask.low & ~bits.known.low
            mask.high |= node.mask.high & ~bits.known.high
        case .all, .any:
            for child in node.firstChild..<(node.firstChild + node.childCount) {
                collectAbsent(child, bits, nodes, &mask, &needsArea)
            }
        }
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
