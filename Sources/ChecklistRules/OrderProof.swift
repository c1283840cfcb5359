import CaseDomain

/// Proves rules of which the first that holds decides: each must be the first in some case.
package enum OrderProof {
    package static func prove(_ routing: Routing) -> ProofReport {
        var report = prove(routing.rules.map(\.when)) { .route($0) }
        for (place, rule) in routing.rules.enumerated() {
            let read = ConditionReading([rule.when])
            for fact in rule.asks {
                report.lines += 1
                if !read.reads(fact) {
                    report.faults.append(RuleFault(.uselessQuestion(fact), .route(place), .asks(fact)))
                }
            }
        }
        return report
    }

    package static func prove(_ table: SubtypeTable) -> ProofReport {
        prove(table.subtypes.map(\.when)) { .subtype($0) }
    }

    private static func prove(_ conditions: [Condition], _ line: (Int) -> RuleLine) -> ProofReport {
        var report = ProofReport()
        var builder = QuestionBuilder()
        let questions = conditions.map { builder.add($0) }
        let space = FactSpace(builder.reading, matter: nil, action: nil, allowsAbsent: false)
        var search = FactSearch(space, builder.program)
        for (place, question) in questions.enumerated() {
            report.lines += 1
            let earlier = questions[..<place].map { FactSearch.Demand.no($0) }
            switch search.find([.yes(question)]) {
            case .none: report.faults.append(RuleFault(.unreachable, line(place), .condition))
            case .tooWide: report.faults.append(RuleFault(.tooWide, line(place), .condition))
            case .found:
                // Together, as the earlier ones may leave nothing although each of them alone leaves something.
                guard search.find([.yes(question)] + earlier) == .none else { continue }
                let alone = questions[..<place].firstIndex { search.find([.yes(question), .no($0)]) == .none }
                report.faults.append(RuleFault(.shadowed(by: alone.map(line)), line(place), .condition))
            }
        }
        report.combinations = search.combinations
        return report
    }
}

extension ConditionReading {
    /// Whether a fact, being absent, could leave any of the conditions open.
    fileprivate func reads(_ fact: DecidingFact) -> Bool {
        switch fact {
        case .fact(let fact): atoms.low & (1 << (AtomLayout.fact + fact.tag)) != 0
        case .changed: atoms.high & AtomLayout.changedThings != 0
        case .products: atoms.high & AtomLayout.products != 0
        case .area: !thresholds.isEmpty
        case .licence: atoms.low & (1 << (AtomLayout.circumstance + Circumstance.licenceExpired.tag)) != 0
        }
    }
}
