package import CaseDomain

/// Proves a checklist over every combination of the facts that it reads, in the cases that routing leaves to it.
///
/// Each line is looked at with the lines it depends on (`FactSearch.find` says why that is complete), so that a proof
/// takes milliseconds although the combinations of all facts are beyond counting.
package struct ChecklistProof {
    private let questions: ChecklistQuestions
    private let background: [FactSearch.Demand]
    private var search: FactSearch
    private var report = ProofReport()

    /// - Parameters:
    ///   - routing: what sends cases away before the checklist is opened.
    ///   - apart: papers of which no applicant is to be asked for two at once.
    package static func prove(
        _ checklist: Checklist, after routing: Routing, apart: [TermSet<Material>] = []
    ) -> ProofReport {
        let questions = ChecklistQuestions(checklist, routing, further: WordingProof.conditions)
        var proof = ChecklistProof(questions)
        proof.run(apart)
        return proof.report
    }

    private init(_ questions: ChecklistQuestions) {
        self.questions = questions
        background = questions.routes.map { .no($0) }
        search = questions.search(allowsAbsent: false)
    }

    private mutating func run(_ apart: [TermSet<Material>]) {
        guard isReached() else { return }
        for row in questions.rows { prove(row) }
        for (rule, question) in questions.rules { prove(rule, question) }
        proveInOrder()
        for papers in apart { proveApart(papers) }
        report.combinations = search.combinations
        report.add(AbsenceProof.prove(questions))
    }

    /// What looking for a case comes to; a search that gives up is a fault of its own.
    private mutating func find(
        _ demands: [FactSearch.Demand], _ line: RuleLine, _ field: RulePart.Field
    ) -> FactSearch.Result {
        let result = search.find(demands, within: background)
        if result == .tooWide { report.faults.append(RuleFault(.tooWide, line, field)) }
        return result
    }

    private mutating func isReached() -> Bool {
        report.lines += 1
        guard search.find(background) == .none else { return true }
        report.faults.append(RuleFault(.unreachable, .checklist, .whole))
        return false
    }

    private mutating func prove(_ row: ChecklistQuestions.Row) {
        report.lines += 1
        // A line that only stands in applies where the lines do that it stands in for.
        guard row.requirement.standsIn || proveCondition(row.need, [], row.line, .condition) else { return }
        if let spared = row.spared {
            report.lines += 1
            guard proveCondition(spared, [.yes(row.need)], row.line, .spared, always: .neverAsked),
                find(row.demands, row.line, .spared) != .none
            else { return }
        }
        let words = WordingProof(row.requirement)
        prove(words.missing, row.demands)
        for (rule, question) in zip(row.requirement.checks, row.checks) {
            report.lines += 1
            let line = RuleLine.check(row.requirement.material, rule.check)
            guard proveCondition(question, row.demands, line, .condition) else { continue }
            prove(words.claims(of: rule), row.demands + [.yes(question)])
        }
    }

    private mutating func prove(_ rule: ApplicationRule, _ question: FactSearch.Question) {
        report.lines += 1
        // Where a defect that isn't computed always holds, nobody can be in order, and that is said instead.
        let always: RuleFault.Kind = rule.defect.isComputed ? .redundant : .neverInOrder
        guard proveCondition(question, [], .application(rule.defect), .condition, always: always) else { return }
        prove(WordingProof.claims(of: rule), [.yes(question)])
    }

    /// That a condition holds in some case and doesn't in another, and is never without an answer. `always` itself is no
    /// condition and proves nothing.
    ///
    /// - Parameters:
    ///   - demands: which cases count.
    ///   - always: what it means where the condition holds in all of them.
    /// - Returns: whether the line can apply at all.
    private mutating func proveCondition(
        _ question: FactSearch.Question, _ demands: [FactSearch.Demand], _ line: RuleLine, _ field: RulePart.Field,
        always: RuleFault.Kind = .redundant
    ) -> Bool {
        guard question.root != ConditionProgram.always else { return true }
        if case .found(let example) = find(demands + [.unknown(question)], line, field) {
            report.faults.append(RuleFault(.undecided, line, field, example))
            return false
        }
        if find(demands + [.yes(question)], line, field) == .none {
            report.faults.append(RuleFault(.unreachable, line, field))
            return false
        }
        if find(demands + [.no(question)], line, field) == .none {
            report.faults.append(RuleFault(always, line, field))
        }
        return true
    }

    private mutating func prove(_ claims: [WordingProof.Claim], _ demands: [FactSearch.Demand]) {
        for claim in claims {
            report.lines += 1
            switch claim.assurance {
            case .certain: break
            case .uncertain:
                report.faults.append(RuleFault(.unsetPlaceholder(claim.placeholder), claim.line, claim.field))
            case .implied(let condition):
                guard let question = questions.builder.question(condition),
                    case .found(let example) = find(demands + [.notYes(question)], claim.line, claim.field)
                else { continue }
                report.faults.append(
                    RuleFault(.unsetPlaceholder(claim.placeholder), claim.line, claim.field, example))
            }
        }
    }

    /// Some application is without any of the defects that hold by their condition alone.
    private mutating func proveInOrder() {
        let certain = questions.rules.filter { !$0.rule.defect.isComputed }
        guard let last = certain.last, !report.faults.contains(where: { $0.kind == .neverInOrder }) else { return }
        report.lines += 1
        let line = RuleLine.application(last.rule.defect)
        if find(certain.map { .no($0.question) }, line, .condition) == .none {
            report.faults.append(RuleFault(.neverInOrder, line, .condition))
        }
    }

    private mutating func proveApart(_ papers: TermSet<Material>) {
        let these = questions.rows.filter { papers.contains($0.requirement.material) }
        for (place, later) in these.enumerated() {
            for earlier in these[..<place] {
                report.lines += 1
                guard case .found(let example) = find(earlier.demands + later.demands, later.line, .condition)
                else { continue }
                report.faults.append(RuleFault(.collision(earlier.line), later.line, .condition, example))
            }
        }
    }
}
