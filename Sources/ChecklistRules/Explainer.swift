package import CaseDomain

extension Evaluator {
    /// Why a line, a check or a rule of the application answered as it did for a case.
    ///
    /// - Returns: nil where the rule isn't one of this checklist's.
    package func explain(_ rule: RuleName, for application: Application) -> Explanation? {
        let bits = bits(of: application)
        guard let condition = condition(of: rule) else { return nil }
        let answer = condition.answer(bits)
        return Explanation(
            rule: rule, answer: answer, basis: basis(of: rule),
            premises: condition.leaves.map { Explanation.Premise(condition: $0, answer: $0.answer(bits)) },
            nearest: nearest(to: rule, condition, bits), judgement: judgement(of: rule, on: application))
    }

    /// The rules behind everything that an evaluation says, each once, in the order of the evaluation.
    package func rules(behind evaluation: Evaluation) -> [RuleName] {
        if let route = evaluation.route {
            return routing.rules.firstIndex { $0.route == route }.map { [.routing($0)] } ?? []
        }
        let found = evaluation.findings.compactMap { rule(behind: $0.material, $0.defect) }
        let open = evaluation.undetermined.compactMap { rule(behind: $0.material, $0.question) }
        let spared = evaluation.notRequested.compactMap { entry in
            place(of: entry.material).map { RuleName.spared($0) }
        }
        return (found + open + spared).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Why everything that an evaluation says is said, in its order.
    package func explanations(of evaluation: Evaluation, for application: Application) -> [Explanation] {
        rules(behind: evaluation).compactMap { explain($0, for: application) }
    }

    /// The routing rules that would decide if a fact were known.
    package func rules(asking fact: DecidingFact) -> [RuleName] {
        routing.rules.indices.filter { routing.rules[$0].asks.contains(fact) }.map { .routing($0) }
    }

    private func rule(behind material: Material?, _ defect: Finding.Defect) -> RuleName? {
        if case .application(let defect) = defect { return .application(defect) }
        guard let place = material.flatMap(place(of:)) else { return nil }
        guard case .check(let check) = defect else { return .need(place) }
        return rule(of: check, at: place)
    }

    private func rule(behind material: Material?, _ question: Undetermined.Question) -> RuleName? {
        guard let place = material.flatMap(place(of:)) else { return nil }
        guard case .check(let check) = question else { return .need(place) }
        return rule(of: check, at: place)
    }

    private func rule(of check: Check, at place: Int) -> RuleName? {
        let checks = checklist?.requirements[place].checks ?? []
        return checks.firstIndex { $0.check == check }.map { .check(place, $0) }
    }

    private func place(of material: Material) -> Int? {
        checklist?.requirements.firstIndex { $0.material == material }
    }

    private func basis(of rule: RuleName) -> LegalSource? {
        switch rule {
        case .need(let place), .spared(let place): return checklist?.requirements[place].basis
        case .check(let place, let check):
            let requirement = checklist?.requirements[place]
            return requirement?.checks[check].basis ?? requirement?.basis
        case .application(let defect): return checklist?.rule(for: defect)?.basis
        case .routing(let place): return routing.rules[place].route.basis
        }
    }

    private func condition(of rule: RuleName) -> Condition? {
        rules.first { $0.name == rule }?.condition
    }

    /// Every rule with a condition of its own.
    private var rules: [(name: RuleName, condition: Condition)] {
        let requirements = checklist?.requirements ?? []
        let rows = requirements.enumerated().flatMap { place, requirement in
            [(name: RuleName.need(place), condition: requirement.need)]
                + (requirement.spared.map { [(name: RuleName.spared(place), condition: $0.when)] } ?? [])
                + requirement.checks.enumerated().map {
                    (name: RuleName.check(place, $0), condition: .all([requirement.need, $1.condition]))
                }
        }
        let application = (checklist?.applicationRules ?? []).map {
            (name: RuleName.application($0.defect), condition: $0.condition)
        }
        let routes = routing.rules.enumerated().map { (name: RuleName.routing($0), condition: $1.when) }
        return rows + application + routes
    }

    /// The neighbour that a clerk would think of: the rule itself where it didn't fire, then the other rules of the same
    /// line, then those about the same facts, then those of the same kind; among equals the one that the fewest facts
    /// keep from firing.
    private func nearest(to rule: RuleName, _ condition: Condition, _ bits: CaseBits) -> Explanation.NearMiss? {
        let dimensions = Set(condition.leaves.map(\.dimension))
        var best: (rank: Int, miss: Explanation.NearMiss)?
        for other in rules where other.condition.answer(bits) != .yes {
            let shares = !dimensions.isDisjoint(with: other.condition.leaves.map(\.dimension))
            guard let distance = rule.distance(to: other.name, sharesFacts: shares),
                let changes = other.condition.changes(toBe: true, bits)
            else { continue }
            // No rule has anywhere near a thousand leaves.
            let rank = distance * 1000 + changes.count
            if rank < best?.rank ?? .max { best = (rank, Explanation.NearMiss(rule: other.name, changes: changes)) }
        }
        return best?.miss
    }
}

extension RuleName {
    /// How far from each other two rules are in a clerk's mind; nil where nobody would compare them.
    fileprivate func distance(to other: RuleName, sharesFacts: Bool) -> Int? {
        if self == other { return 0 }
        if let requirement, requirement == other.requirement { return 1 }
        switch (self, other) {
        case (_, .check): return nil
        case _ where sharesFacts: return 2
        case (.routing, .routing), (.need, .need), (.application, .application): return 3
        default: return nil
        }
    }
}
