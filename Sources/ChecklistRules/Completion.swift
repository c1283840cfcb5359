package import CaseDomain

/// 最少材料: the fewest papers that would complete a case, given what is there.
package struct Completion: Hashable, Sendable {
    /// To be handed in, in the order of the vocabulary.
    package private(set) var bring: TermSet<Material> = []
    /// Handed in, to be put right.
    package private(set) var mend: TermSet<Material> = []

    package var isEmpty: Bool { bring.isEmpty && mend.isEmpty }
    var count: Int { bring.count + mend.count }

    init(bring: TermSet<Material> = [], mend: TermSet<Material> = []) {
        self.bring = bring
        self.mend = mend
    }

    func with(_ other: Completion) -> Completion {
        Completion(bring: bring.union(other.bring), mend: mend.union(other.mend))
    }
}

extension ChecklistSheet {
    /// The smallest completion; among equals the one that follows the checklist's own order of preference.
    ///
    /// - Parameter checklist: the one that the sheet was made by.
    /// - Complexity: every choice between alternatives is tried, so exponential in the lines that have some; checklists
    ///   have few, and a choice that is already too large is left at once.
    package func smallestCompletion(by checklist: Checklist) -> Completion {
        let handedIn = TermSet(lines.filter { $0.record?.how == .handedIn }.map(\.material))
        let open = lines.map { $0.ways(checklist.requirements[$0.requirement].alternatives, handedIn) }
            .filter { !$0.isEmpty }
        var best: Completion?
        func choose(_ place: Int, _ chosen: Completion) {
            if let best, chosen.count >= best.count { return }
            guard place < open.count else {
                best = chosen
                return
            }
            for way in open[place] { choose(place + 1, chosen.with(way)) }
        }
        choose(0, Completion())
        return best ?? Completion()
    }
}

extension ChecklistSheet.Line {
    /// The ways to put the line in order; empty where it is, or where only a clerk's judgement is open.
    fileprivate func ways(_ alternatives: [EvidenceSet], _ handedIn: TermSet<Material>) -> [Completion] {
        let own: Completion
        switch state {
        case .inOrder, .spared, .notNeeded, .replaced, .offered: return []
        case .defective: own = Completion(mend: [material])
        case .missing: own = Completion(bring: [material])
        case .tolerated:
            own = record?.how == .handedIn ? Completion(mend: [material]) : Completion(bring: [material])
        case .unjudged:
            guard case .needed = need, record == nil else { return [] }
            own = Completion(bring: [material])
        }
        return [own] + alternatives.flatMap { $0.completions(given: handedIn) }
    }
}

extension EvidenceSet {
    /// Every choice of papers that would make the set whole.
    fileprivate func completions(given handedIn: TermSet<Material>) -> [Completion] {
        let there = of.intersection(handedIn).count
        var choices: [[Material]] = [[]]
        for material in of.subtracting(handedIn).terms { choices += choices.map { $0 + [material] } }
        return choices.filter { $0.count == take - there }.map { Completion(bring: TermSet($0)) }
    }
}
