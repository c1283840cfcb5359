import CaseDomain

/// The conditions of a checklist and of the routing before it, ready to be answered, all in one program.
struct ChecklistQuestions: Sendable {
    typealias Question = FactSearch.Question

    struct Row: Sendable {
        let requirement: Requirement
        let need: Question
        let spared: Question?
        let checks: [Question]

        var line: RuleLine { .requirement(requirement.material) }
        /// What makes the paper one that the applicant must bring.
        var demands: [FactSearch.Demand] { [.yes(need)] + (spared.map { [.no($0)] } ?? []) }
    }

    let checklist: Checklist
    let rows: [Row]
    let rules: [(rule: ApplicationRule, question: Question)]
    let routes: [Question]
    let builder: QuestionBuilder

    /// - Parameter further: conditions that something else will ask for.
    init(_ checklist: Checklist, _ routing: Routing, further: [Condition]) {
        self.checklist = checklist
        var builder = QuestionBuilder()
        rows = checklist.requirements.map { requirement in
            Row(
                requirement: requirement, need: builder.add(checklist.need(for: requirement)),
                spared: requirement.spared.map { builder.add($0.when) },
                checks: requirement.checks.map { builder.add($0.condition) })
        }
        rules = checklist.applicationRules.map { ($0, builder.add($0.condition)) }
        routes = routing.rules.map { builder.add($0.when) }
        for condition in further { _ = builder.add(condition) }
        self.builder = builder
    }

    /// The cases that the checklist is for.
    func search(allowsAbsent: Bool) -> FactSearch {
        let space = FactSpace(
            builder.reading, matter: checklist.matter, action: checklist.action, allowsAbsent: allowsAbsent)
        return FactSearch(space, builder.program)
    }
}

/// Makes conditions ready to be answered, each once.
struct QuestionBuilder: Sendable {
    private(set) var program = ConditionProgram()
    private var conditions: [Condition] = []
    private var known: [Condition: FactSearch.Question] = [:]

    /// What all of them read.
    var reading: ConditionReading { ConditionReading(conditions) }

    mutating func add(_ condition: Condition) -> FactSearch.Question {
        if let question = known[condition] { return question }
        let question = FactSearch.Question(root: program.add(condition), reading: ConditionReading([condition]))
        conditions.append(condition)
        known[condition] = question
        return question
    }

    func question(_ condition: Condition) -> FactSearch.Question? { known[condition] }
}
