import CaseDomain
import ChecklistRules

/// Holds the terms of renewal that checklists judge by against the clocks that the desk shows: the numbers stand in both,
/// because a case keeps its checklist and the clocks are one file for all.
enum RenewalTermLint {
    static func diagnostics(
        _ sources: [SourceRules<Checklist>], against clocks: [ClockRule]
    ) -> [ChecklistDiagnostic] {
        sources.compactMap { source in
            let checklist = source.rules
            guard let renewal = checklist.renewal else { return nil }
            let clock = clocks.first {
                $0.from == .expiry && $0.until == .application && $0.matters.contains(checklist.matter)
                    && $0.actions.contains(checklist.action)
            }
            guard clock?.term.count != renewal.closes || clock?.term.opens != renewal.opens else { return nil }
            return ChecklistDiagnostic(
                source.places, .checklist, .whole, code: .renewalTerm,
                message: "\(checklist.id) has another term of renewal than \(clock?.id ?? "no clock")",
                hint: "make ‘renewal’ and Calendars/clocks.yaml agree")
        }
    }
}
