package import CaseDomain

/// 替代材料: papers of which so many together prove what a material would, such as "one of A, or two of B, C and D".
///
/// Each of them has a line of its own in the checklist, with its own checks, which counts only while it stands in.
package struct EvidenceSet: Hashable, Sendable {
    /// How many of the papers it takes; at least 1.
    package let take: Int
    package let of: TermSet<Material>
    /// What the notice that asks for the material says about this way out.
    package let text: String

    package init(take: Int, of materials: TermSet<Material>, text: String) {
        self.take = take
        of = materials
        self.text = text
    }
}

extension Checklist {
    /// When a line can count at all: for a paper that only stands in, where any of the lines does that it stands in for.
    func need(for requirement: Requirement) -> Condition {
        guard requirement.standsIn else { return requirement.need }
        let served = requirements.filter { line in
            line.alternatives.contains { $0.of.contains(requirement.material) }
        }
        return served.contains { $0.need == .always } ? .always : .any(served.map(\.need))
    }
}

/// Which lines the papers at hand stand in for, and which papers do so.
struct StandIns {
    /// Bits of `TermSet<Material>`.
    private(set) var replaced: UInt64 = 0
    private(set) var used: UInt64 = 0
    /// Papers that could still stand in for a line that is open.
    private(set) var offered: UInt64 = 0

    /// Where several sets are whole, the first of the checklist counts.
    init(_ sets: [CompiledChecklist.Evidence], _ judge: CaseJudge, _ rows: [CompiledChecklist.Row]) {
        let open = sets.filter { judge.standing(of: rows[$0.row]).isOpen }
        for set in open {
            let material: UInt64 = 1 << rows[set.row].material.tag
            let there = judge.handedIn & set.of
            guard replaced & material == 0, there.nonzeroBitCount >= set.take else { continue }
            replaced |= material
            used |= there
        }
        for set in open where replaced & (1 << rows[set.row].material.tag) == 0 { offered |= set.of }
    }

    /// Nobody stands in for anything.
    init() {}
}

extension CaseJudge.Standing {
    /// Whether the material is asked for and isn't there.
    fileprivate var isOpen: Bool {
        switch self {
        case .unjudged, .missing: true
        case .notNeeded, .spared, .undecided, .retrieved, .handedIn, .replaced, .offered: false
        }
    }
}
