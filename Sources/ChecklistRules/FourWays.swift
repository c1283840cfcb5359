package import CaseDomain

/// The four ways in which a material needn't be handed in now. They are easily mixed up and have nothing in common.
package enum Way: String, Vocabulary {
    /// 容缺: the applicant asks to hand a minor paper in later.
    case tolerance
    /// 告知承诺: a promise stands for the paper.
    case promise
    /// 免提交: the office looks it up itself.
    case retrieval
    /// 声明: the applicant states that the conditions are unchanged.
    case declaration
}

/// What is said about the ways, as data.
package struct FourWays: Hashable, Sendable {
    package struct Description: Hashable, Sendable {
        package let name: String
        package let english: String
        package let meaning: String
        package let meaningEnglish: String
        package let basis: LegalSource
        /// What a line shows, by how the way stands.
        package let standings: [Standing: TermNames.Name]

        package init(
            name: String, english: String, meaning: String, meaningEnglish: String, basis: LegalSource,
            standings: [Standing: TermNames.Name]
        ) {
            self.name = name
            self.english = english
            self.meaning = meaning
            self.meaningEnglish = meaningEnglish
            self.basis = basis
            self.standings = standings
        }
    }

    package enum Standing: String, Vocabulary {
        /// It isn't open for this material.
        case closed
        /// It is open, and nobody took it.
        case open
        /// The case goes it.
        case taken
    }

    package let entries: [Way: Description]
    /// Where a material is looked up.
    package let lookups: [Material: String]
    /// The papers in which conditions are declared unchanged.
    package let declarations: TermSet<Material>

    package init(
        entries: [Way: Description] = [:], lookups: [Material: String] = [:], declarations: TermSet<Material> = []
    ) {
        self.entries = entries
        self.lookups = lookups
        self.declarations = declarations
    }

    /// How a way stands for one line of a case.
    ///
    /// A promise is never open: every matter of the contract concerns health directly.
    /// Legal source: 《山东省优化营商环境条例》第二十九条.
    package func standing(
        of way: Way, _ line: ChecklistSheet.Line, _ requirement: Requirement, _ facts: Facts, _ office: Office
    ) -> Standing {
        switch way {
        case .tolerance:
            if line.state == .tolerated { return .taken }
            return office.tolerable.contains(line.material) ? .open : .closed
        case .promise: return .closed
        case .retrieval:
            if line.state == .spared { return .taken }
            return requirement.isRetrievable || requirement.spared != nil ? .open : .closed
        case .declaration:
            let isDeclaration = declarations.contains(line.material)
            guard isDeclaration || requirement.need.asks(for: .conditionsUnchanged) else { return .closed }
            return facts[.conditionsUnchanged] == true ? .taken : .open
        }
    }
}

extension FourWays {
    /// How a way stands for one line, in words, with what is looked up where something is.
    package func words(
        for way: Way, _ line: ChecklistSheet.Line, _ requirement: Requirement, _ facts: Facts, _ office: Office
    ) -> TermNames.Name {
        let standing = standing(of: way, line, requirement, facts, office)
        let name = entries[way]?.standings[standing] ?? TermNames.Name(chinese: standing.id, english: standing.id)
        guard way == .retrieval, standing != .closed, let lookup = lookups[line.material] else { return name }
        return TermNames.Name(chinese: "\(name.chinese)（\(lookup)）", english: "\(name.english) (\(lookup))")
    }
}

extension Condition {
    /// Whether a fact has a say in it.
    func asks(for fact: Fact) -> Bool {
        switch self {
        case .fact(let own): own == fact
        case .all(let parts), .any(let parts): parts.contains { $0.asks(for: fact) }
        case .not(let inner): inner.asks(for: fact)
        default: false
        }
    }
}
