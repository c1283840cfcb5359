package import CaseDomain

/// 能不能要: what may be demanded of an applicant, and what offices used to ask for and may not.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条.
package struct DemandList: Hashable, Sendable {
    /// A paper that may not be demanded.
    package struct Paper: Hashable, Sendable {
        package let matters: TermSet<Matter>
        package let name: String
        /// Words that betray the paper.
        package let words: [String]
        package let materials: TermSet<Material>
        package let why: String
        /// What to do in its stead.
        package let instead: String
        package let basis: LegalSource

        package init(
            matters: TermSet<Matter>, name: String, words: [String], materials: TermSet<Material>, why: String,
            instead: String, basis: LegalSource
        ) {
            self.matters = matters
            self.name = name
            self.words = words
            self.materials = materials
            self.why = why
            self.instead = instead
            self.basis = basis
        }
    }

    /// What is said of everything that stands on no list.
    package struct Unlisted: Hashable, Sendable {
        package let why: String
        package let instead: String
        package let basis: LegalSource

        package init(why: String, instead: String, basis: LegalSource) {
            self.why = why
            self.instead = instead
            self.basis = basis
        }
    }

    /// Papers of which the law asks for the one or for the other.
    package struct Alternative: Hashable, Sendable {
        package let materials: TermSet<Material>
        package let notWith: TermSet<Material>
        package let why: String
        package let basis: LegalSource

        package init(materials: TermSet<Material>, notWith: TermSet<Material>, why: String, basis: LegalSource) {
            self.materials = materials
            self.notWith = notWith
            self.why = why
            self.basis = basis
        }

        /// Every two papers that never go together.
        package var pairs: [TermSet<Material>] {
            materials.terms.flatMap { one in notWith.terms.map { [one, $0] } }
        }
    }

    package let papers: [Paper]
    package let unlisted: Unlisted
    /// What clerks call papers besides the names that the checklists give them.
    package let otherWords: [Material: [String]]
    package let alternatives: [Alternative]

    package init(
        papers: [Paper], unlisted: Unlisted, otherWords: [Material: [String]], alternatives: [Alternative] = []
    ) {
        self.papers = papers
        self.unlisted = unlisted
        self.otherWords = otherWords
        self.alternatives = alternatives
    }

    /// No list at all, as where the data can't be read: then nothing is known to be allowed.
    package static let none = DemandList(
        papers: [], unlisted: Unlisted(why: "", instead: "", basis: LegalSource(citation: "", verified: false)),
        otherWords: [:])

    /// Fewer characters could mean anything.
    package static let shortest = 2

    /// Looks up what a clerk would like to demand.
    ///
    /// - Parameters:
    ///   - typed: as typed; spelling is folded, and part of a name is enough.
    ///   - checklist: the published list that the case stands under.
    /// - Returns: nil where too little was typed.
    package func answer(to typed: String, _ checklist: Checklist, folding: TextFolding) -> DemandAnswer? {
        let fold = { (text: String) in folding.folded(text).lowercased() }
        let typed = fold(typed)
        guard typed.count >= DemandList.shortest else { return nil }
        let means = { (name: String, words: [String]) in
            fold(name).contains(typed) || words.contains { typed.contains(fold($0)) }
        }
        let forbidden = papers.filter { $0.matters.contains(checklist.matter) && means($0.name, $0.words) }
        let listed = checklist.requirements.indices.filter { index in
            let requirement = checklist.requirements[index]
            return means(requirement.name, [requirement.name] + (otherWords[requirement.material] ?? []))
        }
        return DemandAnswer(
            forbidden: forbidden, listed: listed, unlisted: forbidden.isEmpty && listed.isEmpty ? unlisted : nil)
    }
}

/// Whether a paper may be demanded. What was typed can mean several.
package struct DemandAnswer: Hashable, Sendable {
    package let forbidden: [DemandList.Paper]
    /// Places in `Checklist.requirements`.
    package let listed: [Int]
    /// Nil where something was found.
    package let unlisted: DemandList.Unlisted?
}
