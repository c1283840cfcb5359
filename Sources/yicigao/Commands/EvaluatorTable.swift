import CaseDomain
import ChecklistRules

/// A judge for every checklist version, made once: a file of cases changes its matter from line to line.
struct EvaluatorTable: Sendable {
    /// A judge, and the days of receipt that are his. A class, because copying a judge for every case costs as much as
    /// a fifth of the judging.
    private final class Tenure: Sendable {
        let evaluator: Evaluator
        let days: ClosedRange<Int>

        init(_ evaluator: Evaluator, days: ClosedRange<Int>) {
            self.evaluator = evaluator
            self.days = days
        }
    }

    /// By matter and action the versions of the checklist, and behind them the judge for days without one.
    private let tenures: [Tenure]
    /// Where each matter and action begins.
    private let beginnings: [Int]

    init(_ book: RuleBook, office: Office) {
        var tenures: [Tenure] = []
        var beginnings: [Int] = []
        for matter in Matter.allCases {
            for action in Action.allCases {
                beginnings.append(tenures.count)
                let versions: [Checklist?] = book.checklists.filter { $0.matter == matter && $0.action == action }
                tenures += (versions + [nil]).map { checklist in
                    let first = checklist?.effectiveFrom.dayNumber ?? .min
                    let last = checklist?.effectiveTo?.dayNumber ?? .max
                    let evaluator = Evaluator(
                        checklist: checklist, routing: book.routing, office: office, calendar: book.calendar,
                        folding: book.folding)
                    return Tenure(evaluator, days: first...max(first, last))
                }
            }
        }
        self.tenures = tenures
        self.beginnings = beginnings
    }

    /// The judge for a case by the day of its receipt.
    func evaluator(for particulars: Particulars) -> Evaluator {
        tenures[place(particulars.matter, particulars.action, particulars.receivedAt)].evaluator
    }

    func evaluate(_ application: borrowing Application, assumesMissing: Bool) -> Evaluation {
        let place = place(
            application.particulars.matter, application.particulars.action, application.particulars.receivedAt)
        return tenures[place].evaluator.evaluate(application, assumesMissing: assumesMissing)
    }

    private func place(_ matter: Matter, _ action: Action, _ receivedAt: Moment) -> Int {
        let day = receivedAt.date.dayNumber
        var place = beginnings[matter.ordinal * Action.allCases.count + action.ordinal]
        while !tenures[place].days.contains(day) { place += 1 }
        return place
    }
}
