import CaseDomain
import ChecklistRules

/// A judge for every checklist version, made once: a file of cases changes its matter from line to line.
struct EvaluatorTable {
    /// By matter and action; the versions of the checklist, then the judge for days without one.
    private let evaluators: [[Evaluator]]

    init(_ book: RuleBook, office: Office) {
        evaluators = Matter.allCases.flatMap { matter in
            Action.allCases.map { action in
                let versions: [Checklist?] = book.checklists.filter { $0.matter == matter && $0.action == action }
                return (versions + [nil]).map {
                    Evaluator(
                        checklist: $0, routing: book.routing, office: office, calendar: book.calendar,
                        folding: book.folding)
                }
            }
        }
    }

    /// The judge for a case by the day of its receipt.
    func evaluator(for particulars: Particulars) -> Evaluator {
        let versions = evaluators[Self.place(particulars)]
        return versions[Self.version(of: versions, on: particulars)]
    }

    func evaluate(_ application: Application, assumesMissing: Bool) -> Evaluation {
        let place = Self.place(application.particulars)
        let version = Self.version(of: evaluators[place], on: application.particulars)
        return evaluators[place][version].evaluate(application, assumesMissing: assumesMissing)
    }

    private static func place(_ particulars: Particulars) -> Int {
        particulars.matter.ordinal * Action.allCases.count + particulars.action.ordinal
    }

    private static func version(of versions: [Evaluator], on particulars: Particulars) -> Int {
        guard versions.count > 1 else { return 0 }
        let day = particulars.receivedAt.date
        return versions.firstIndex { $0.checklist?.isEffective(on: day) ?? true } ?? versions.count - 1
    }
}
