package import CaseDomain

/// What the members of a bundle come to together: one list of everything, each shared paper once, with the matters that
/// each line holds back.
///
/// Made of the members' own evaluations and of nothing else, so that it can neither find more nor lose anything.
package struct JointEvaluation: Sendable {
    /// One matter of the bundle as its own rules judged it.
    package struct Member: Sendable {
        package let application: Application
        /// Nil where the matter is dealt with elsewhere.
        package let checklist: Checklist?
        package let sheet: ChecklistSheet

        package init(application: Application, checklist: Checklist?, sheet: ChecklistSheet) {
            self.application = application
            self.checklist = checklist
            self.sheet = sheet
        }

        package var evaluation: Evaluation { sheet.evaluation }
    }

    /// One thing that is wrong, once for all members that it is wrong for.
    package struct Line: Hashable, Sendable {
        /// Nil where the application itself is at fault.
        package let material: Material?
        package let defect: Finding.Defect
        /// The members' own findings, in their order.
        package let parts: [Part]

        package struct Part: Hashable, Sendable {
            /// The place in `members`.
            package let member: Int
            package let finding: Finding
        }

        /// The members that can't go on because of it.
        package var holdsBack: [Int] { parts.filter(\.finding.isBlocking).map(\.member) }
    }

    /// One paper, once for all members that it serves.
    package struct Paper: Hashable, Sendable {
        package let material: Material
        /// The members' own lines, in their order; more than one only where the paper is shared.
        package let parts: [Part]

        package struct Part: Hashable, Sendable {
            /// The place in `members`.
            package let member: Int
            package let line: ChecklistSheet.Line
        }

        /// The members that certainly ask for it.
        package var neededBy: [Int] {
            parts.compactMap { part in if case .needed = part.line.need { part.member } else { nil } }
        }
    }

    /// 减材料: what asking once spares.
    package struct Savings: Hashable, Sendable {
        /// Papers that the matters would ask for one by one.
        package let separately: Int
        /// Papers that they ask for together.
        package let together: Int
        /// Papers that the office looks up itself, whichever way it is applied.
        package let lookedUp: Int

        package var spared: Int { separately - together }
    }

    /// In the order of the bundle.
    package let members: [Member]
    /// Papers of which one original serves all.
    package let shared: TermSet<Material>
    /// Those of the first member first, in checklist order; each shared thing where it is first named.
    package let lines: [Line]
    package let papers: [Paper]

    /// - Parameter shared: papers of which one original serves all.
    package init(_ members: [Member], sharing shared: TermSet<Material>) {
        self.members = members
        self.shared = shared
        var lines = Gathered<Key, Line.Part>()
        var papers = Gathered<PaperKey, Paper.Part>()
        for (place, member) in members.enumerated() {
            for finding in member.evaluation.findings {
                let key = Key(finding, of: place, sharing: shared)
                lines.add(Line.Part(member: place, finding: finding), to: key)
            }
            for line in member.sheet.lines {
                let key = PaperKey(line.material, of: place, sharing: shared)
                papers.add(Paper.Part(member: place, line: line), to: key)
            }
        }
        self.lines = lines.entries.map { Line(material: $0.key.paper.material, defect: $0.key.defect, parts: $0.parts) }
        self.papers = papers.entries.compactMap { entry in
            entry.key.material.map { Paper(material: $0, parts: entry.parts) }
        }
    }

    /// The members that can be accepted by themselves, whatever the others lack.
    package var complete: [Int] {
        members.indices.filter { [.accept, .acceptWithGaps].contains(members[$0].evaluation.outcome) }
    }

    package var savings: Savings {
        let needed = papers.map(\.neededBy.count)
        let lookedUp = papers.count { paper in
            paper.neededBy.isEmpty && paper.parts.contains { if case .spared = $0.line.need { true } else { false } }
        }
        return Savings(
            separately: needed.reduce(0, +), together: needed.count { $0 > 0 }, lookedUp: lookedUp)
    }

    /// What is the same thing for several members: a shared paper is one, and so is what the one form says wrong.
    private struct PaperKey: Hashable {
        let material: Material?
        /// Nil where it is the same for all.
        let member: Int?

        init(_ material: Material?, of member: Int, sharing shared: TermSet<Material>) {
            self.material = material
            self.member = material.map(shared.contains) ?? true ? nil : member
        }
    }

    private struct Key: Hashable {
        let paper: PaperKey
        let defect: Finding.Defect

        init(_ finding: Finding, of member: Int, sharing shared: TermSet<Material>) {
            paper = PaperKey(finding.material, of: member, sharing: shared)
            defect = finding.defect
        }
    }
}

/// Parts put together by what they have in common, in the order in which that was first met.
private struct Gathered<Key: Hashable, Part> {
    private(set) var entries: [(key: Key, parts: [Part])] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ part: Part, to key: Key) {
        if let place = places[key] {
            entries[place].parts.append(part)
        } else {
            places[key] = entries.count
            entries.append((key, [part]))
        }
    }
}
