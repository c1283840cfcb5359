import CaseDomain

/// Whether the table of steps hangs together: no state that a case never comes to, none that it can't leave, and no step
/// that says it leads elsewhere than it does.
enum LifeCycleLint {
    static func diagnostics(_ life: LifeCycle, file: String) -> [ChecklistDiagnostic] {
        func found(_ code: ChecklistDiagnostic.Code, _ message: String, _ hint: String? = nil) -> ChecklistDiagnostic {
            ChecklistDiagnostic(file: file, code: code, message: message, hint: hint)
        }
        var diagnostics: [ChecklistDiagnostic] = []
        for rule in life.rules where rule.to != rule.step.recordedState {
            diagnostics.append(
                found(
                    .badValue,
                    "\(rule.step.id) is said to lead to \(rule.to?.id ?? "nothing"), but records "
                        + (rule.step.recordedState?.id ?? "no state of its own"),
                    rule.step.recordedState.map { "to: \($0.id)" } ?? "leave ‘to’ out; ‘may-lead’ names what may come"))
        }
        for course in CaseCourse.allCases {
            let reached = life.reachable(on: course)
            if course == .licence {
                for state in CaseState.allCases where !reached.contains(state) {
                    diagnostics.append(found(.unreachable, "no step leads to \(state.id)"))
                }
            }
            for state in reached.terms where state != .archived {
                let ways = life.steps(in: state, on: course).filter { !$0.leads.subtracting([state]).isEmpty }
                if ways.isEmpty {
                    diagnostics.append(
                        found(
                            .unreachable, "\(course.id): nothing leads on from \(state.id), and only archived is final")
                    )
                } else if life.next(in: state, on: course) == nil {
                    diagnostics.append(
                        found(
                            .missingKey, "\(course.id): no step says that it is what leads on from \(state.id)",
                            "next: …"))
                }
            }
        }
        for rule in life.rules {
            let everywhere = rule.otherwise.values.reduce(rule.from) { $0.union($1) }
            for state in rule.next.subtracting(everywhere).terms {
                diagnostics.append(
                    found(.badValue, "\(rule.step.id) leads on from \(state.id), where it isn't allowed"))
            }
        }
        return diagnostics
    }
}
