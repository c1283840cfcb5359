/// Everything that one case counts for.
package struct CaseFigures: Hashable, Sendable {
    package var facts: [MeasuredFact]
    package var defects: [MeasuredDefect]

    package init(facts: [MeasuredFact] = [], defects: [MeasuredDefect] = []) {
        self.facts = facts
        self.defects = defects
    }
}
