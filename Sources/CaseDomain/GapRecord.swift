/// 容缺 from the acceptance to the last missing paper, folded from events.
package struct GapRecord: Hashable, Sendable {
    /// What was owed when the case was accepted.
    package private(set) var taken: TermSet<Material> = []
    /// The day on which each of these came in, in order.
    package private(set) var settled: [Material: CivilDate] = [:]

    mutating func take(_ gaps: [Material]) {
        taken = TermSet(gaps)
        settled = [:]
    }

    mutating func settle(_ materials: [Material], on day: CivilDate) {
        for material in materials where taken.contains(material) && settled[material] == nil { settled[material] = day }
    }

    package var open: [Material] { taken.terms.filter { settled[$0] == nil } }

    /// The day on which the last one came in; nil while something is owed, and where nothing ever was.
    package var settledOn: CivilDate? { open.isEmpty ? settled.values.max() : nil }
}
