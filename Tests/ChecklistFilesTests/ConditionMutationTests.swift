import CaseDomain
import Testing

@testable import ChecklistFiles
@testable import ChecklistRules

/// That the rule cases pin every condition: whichever one is changed in whichever small way, some case comes out
/// otherwise.
struct ConditionMutationTests {
    @Test(arguments: RuleData.files(in: RuleData.cases, ending: ".cases.yaml"))
    func aChangedConditionFailsACase(file: String) throws {
        let rules = try RuleData.rules()
        let office = try RuleData.office()
        let cases = try ChecklistCases.load("\(RuleData.cases)/\(file)")
        let checklist = try #require(
            rules.checklists.first { file == "\($0.matter.id).\($0.action.id).cases.yaml" })
        for mutant in mutants(of: checklist, after: rules.routing) {
            let others = rules.checklists.filter { $0.reference != checklist.reference }
            let changed = RuleBook(
                checklists: others + [mutant.checklist], routing: rules.routing, subtypes: rules.subtypes,
                calendar: rules.calendar, folding: rules.folding)
            let isNoticed = cases.contains { ruleCase in
                let office = office.demanding(ruleCase.localDemands, township: ruleCase.isTownship)
                return !ChecklistCases.report(ruleCase, in: file, rules: changed, office: office).passed
            }
            #expect(isNoticed, "\(file): nobody notices \(mutant.what)")
        }
    }

    @Test func aChangedRouteFailsACase() throws {
        let rules = try RuleData.rules()
        let office = try RuleData.office()
        let cases = try RuleData.files(in: RuleData.cases, ending: ".cases.yaml").flatMap {
            try ChecklistCases.load("\(RuleData.cases)/\($0)")
        }
        for (place, rule) in rules.routing.rules.enumerated() {
            for condition in ConditionMutation.all(of: rule.when) {
                guard ConditionMutation.differs(condition, rule.when, nil, rules.routing.rules[..<place].map(\.when))
                else { continue }
                var routes = rules.routing.rules
                routes[place] = Routing.Rule(route: rule.route, when: condition, asks: rule.asks)
                let changed = RuleBook(
                    checklists: rules.checklists, routing: Routing(rules: routes), subtypes: rules.subtypes,
                    calendar: rules.calendar, folding: rules.folding)
                let isNoticed = cases.contains { ruleCase in
                    let office = office.demanding(ruleCase.localDemands, township: ruleCase.isTownship)
                    return !ChecklistCases.report(ruleCase, in: "", rules: changed, office: office).passed
                }
                #expect(isNoticed, "nobody notices route \(place + 1) with \(condition)")
            }
        }
    }

    private struct Mutant {
        let what: String
        let checklist: Checklist
    }

    /// Every small change of every condition of a checklist that could change what becomes of a case.
    private func mutants(of checklist: Checklist, after routing: Routing) -> [Mutant] {
        let routes = routing.rules.map(\.when)
        func changes(_ condition: Condition) -> [Condition] {
            guard condition != .always else { return [] }
            return ConditionMutation.all(of: condition).filter {
                ConditionMutation.differs($0, condition, checklist, routes)
            }
        }
        var mutants: [Mutant] = []
        for (place, requirement) in checklist.requirements.enumerated() {
            func add(_ what: String, _ changed: Requirement) {
                var requirements = checklist.requirements
                requirements[place] = changed
                mutants.append(
                    Mutant(what: "\(requirement.material.id) \(what)", checklist: checklist.with(requirements)))
            }
            for need in changes(requirement.need) { add("needed \(need)", requirement.with(need: need)) }
            if let spared = requirement.spared {
                for when in changes(spared.when) { add("spared \(when)", requirement.with(spared: when)) }
            }
            for (index, rule) in requirement.checks.enumerated() {
                for when in changes(rule.condition) {
                    add("\(rule.check.id) \(when)", requirement.with(condition: when, ofCheck: index))
                }
            }
        }
        for (place, rule) in checklist.applicationRules.enumerated() {
            for when in changes(rule.condition) {
                var rules = checklist.applicationRules
                rules[place] = ApplicationRule(
                    defect: rule.defect, condition: when, words: rule.words, isOnTheSpot: rule.isOnTheSpot,
                    basis: rule.basis)
                mutants.append(
                    Mutant(what: "\(rule.defect.id) \(when)", checklist: checklist.with(checklist.requirements, rules)))
            }
        }
        return mutants
    }
}

enum ConditionMutation {
    /// The condition with one thing changed in it, in every way.
    static func all(of condition: Condition) -> [Condition] {
        switch condition {
        case .always: [.not(.always)]
        case .not(let inner): [inner] + all(of: inner).map(Condition.not)
        case .all(let parts): changes(of: parts).map(Condition.all) + [.any(parts)]
        case .any(let parts): changes(of: parts).map(Condition.any) + [.all(parts)]
        case .areaAtLeast(let area): [.areaAtLeast(area + 1), .areaAtLeast(area - 1), .not(condition)]
        case .matter(let terms): narrower(terms).map(Condition.matter)
        case .action(let terms): narrower(terms).map(Condition.action)
        case .subject(let terms): narrower(terms).map(Condition.subject) + [.not(condition)]
        case .mark(let terms): narrower(terms).map(Condition.mark) + [.not(condition)]
        case .item(let terms): narrower(terms).map(Condition.item) + [.not(condition)]
        case .applicantKind(let terms): narrower(terms).map(Condition.applicantKind) + [.not(condition)]
        case .changed(let terms): narrower(terms).map(Condition.changed) + [.not(condition)]
        case .product(let terms): narrower(terms).map(Condition.product) + [.not(condition)]
        case .fact, .circumstance, .localDemand: [.always, .not(condition)]
        }
    }

    /// Each part left out, and each part changed.
    private static func changes(of parts: [Condition]) -> [[Condition]] {
        parts.indices.flatMap { place -> [[Condition]] in
            var fewer = parts
            fewer.remove(at: place)
            return (fewer.isEmpty ? [] : [fewer])
                + all(of: parts[place]).map { changed in
                    var others = parts
                    others[place] = changed
                    return others
                }
        }
    }

    private static func narrower<Term: Vocabulary>(_ terms: TermSet<Term>) -> [TermSet<Term>] {
        terms.count < 2 ? [] : terms.terms.map { terms.subtracting([$0]) }
    }

    /// Whether two conditions answer any case differently that nothing before them sends away.
    static func differs(
        _ one: Condition, _ other: Condition, _ checklist: Checklist?, _ before: [Condition]
    ) -> Bool {
        var builder = QuestionBuilder()
        let difference = builder.add(.any([.all([one, .not(other)]), .all([.not(one), other])]))
        let background = before.map { FactSearch.Demand.no(builder.add($0)) }
        let space = FactSpace(
            builder.reading, matter: checklist?.matter, action: checklist?.action, allowsAbsent: false)
        var search = FactSearch(space, builder.program)
        return search.find([.yes(difference)], within: background) != .none
    }
}

extension Checklist {
    fileprivate func with(_ requirements: [Requirement], _ rules: [ApplicationRule]? = nil) -> Checklist {
        Checklist(
            id: id, matter: matter, action: action, name: name, english: english, version: version,
            effectiveFrom: effectiveFrom, effectiveTo: effectiveTo, digest: digest, requirements: requirements,
            applicationRules: rules ?? applicationRules, names: names)
    }
}

extension Requirement {
    fileprivate func with(
        need: Condition? = nil, spared when: Condition? = nil, checks: [CheckRule]? = nil
    ) -> Requirement {
        Requirement(
            row: row, material: material, name: name, english: english, copies: copies, need: need ?? self.need,
            because: because, otherwise: otherwise,
            spared: spared.map { Spared(when: when ?? $0.when, because: $0.because) }, isRetrievable: isRetrievable,
            basis: basis, missing: missing, mustFulfil: mustFulfil, checks: checks ?? self.checks)
    }

    fileprivate func with(condition: Condition, ofCheck place: Int) -> Requirement {
        var rules = checks
        rules[place] = CheckRule(
            check: rules[place].check, condition: condition, label: rules[place].label, english: rules[place].english,
            words: rules[place].words, isOnTheSpot: rules[place].isOnTheSpot, basis: rules[place].basis)
        return with(checks: rules)
    }
}
