import CaseDomain

extension Condition {
    /// The leaves of a condition, in order, each once.
    var leaves: [Condition] {
        switch self {
        case .always: []
        case .not(let inner): inner.leaves
        case .all(let parts), .any(let parts):
            parts.flatMap(\.leaves).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        default: [self]
        }
    }

    func answer(_ bits: CaseBits) -> Ternary {
        var program = ConditionProgram()
        let root = program.add(self)
        return program.nodes.withUnsafeBufferPointer { ConditionProgram.answer(root, bits, $0) }
    }

    /// The fewest facts that would have to be otherwise for the condition to come out as wanted.
    ///
    /// - Returns: empty where it does so already; nil where no fact can bring it about, because only another matter or
    ///   action would.
    func changes(toBe wanted: Bool, _ bits: CaseBits) -> [FactChange]? {
        let answer = answer(bits)
        if answer == (wanted ? .yes : .no) { return [] }
        switch self {
        case .always, .matter, .action: return nil
        case .not(let inner): return inner.changes(toBe: !wanted, bits)
        case .all(let parts):
            return wanted ? Condition.every(parts, wanted, bits) : Condition.cheapest(parts, wanted, bits)
        case .any(let parts):
            return wanted ? Condition.cheapest(parts, wanted, bits) : Condition.every(parts, wanted, bits)
        default: return [FactChange(condition: self, holds: wanted)]
        }
    }

    private static func every(_ parts: [Condition], _ wanted: Bool, _ bits: CaseBits) -> [FactChange]? {
        var changes: [FactChange] = []
        for part in parts {
            guard let needed = part.changes(toBe: wanted, bits) else { return nil }
            for change in needed where !changes.contains(change) { changes.append(change) }
        }
        return changes
    }

    private static func cheapest(_ parts: [Condition], _ wanted: Bool, _ bits: CaseBits) -> [FactChange]? {
        parts.compactMap { $0.changes(toBe: wanted, bits) }.min { $0.count < $1.count }
    }

    /// Which dimension of a case a leaf reads, so that rules about the same thing can be told from others.
    var dimension: Int {
        switch self {
        case .always, .all, .any, .not: 0
        case .matter: 1
        case .action: 2
        case .subject: 3
        case .mark: 4
        case .item: 5
        case .applicantKind: 6
        case .fact(let fact): 20 + fact.ordinal
        case .changed: 7
        case .product: 8
        case .circumstance(let term): 40 + term.ordinal
        case .localDemand: 9
        case .areaAtLeast: 10
        }
    }
}
