package import CaseDomain
package import ChecklistRules

/// What a notice of several matters says that a notice of one doesn't: which matters, which of them go on, and which
/// each line holds back.
package struct JointNoticeFace: Sendable {
    /// What the bundle is called.
    let bundle: String
    let files: [CaseFile]
    /// 食品经营许可·新办, in the order of `files`.
    let names: [String]
    let joined: JointEvaluation
    /// The places of the matters that lack nothing.
    let complete: [Int]

    package init(bundle: String, files: [CaseFile], names: [String], joined: JointEvaluation, complete: [Int]) {
        self.bundle = bundle
        self.files = files
        self.names = names
        self.joined = joined
        self.complete = complete
    }

    /// Which paper of the bundle this is: the papers that went to the applicant so far, and this one.
    var round: Int { Set(files.flatMap(\.notices).map(\.number)).count + 1 }

    /// Everything that has to be corrected, each shared thing once.
    var items: [NoticeItem] { items { !$0.holdsBack.isEmpty } }

    /// What one of the matters has to correct, as the paper says it.
    func items(of member: Int) -> [NoticeItem] { items { $0.holdsBack.contains(member) } }

    /// What is tolerated for now.
    var gaps: [NoticeItem] { items { $0.holdsBack.isEmpty } }

    /// The papers that the office looks up itself, each once.
    var lookedUp: [String] {
        var names: [String] = []
        for member in joined.members {
            for entry in member.evaluation.notRequested {
                let name = member.checklist?.requirement(for: entry.material)?.name ?? entry.material.id
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    /// Lines about one paper stand together, and the matters beside them.
    private func items(_ isMeant: (JointEvaluation.Line) -> Bool) -> [NoticeItem] {
        var items: [NoticeItem] = []
        var places: [Group: Int] = [:]
        let matters = self.matters
        for line in joined.lines where isMeant(line) {
            guard let first = line.parts.first, let checklist = joined.members[first.member].checklist else {
                continue
            }
            let application = joined.members[first.member].application
            let group = Group(line, sharing: joined.shared)
            let problem = checklist.text(for: first.finding, in: application)
            let remedy = checklist.remedy(for: first.finding, in: application)
            if line.material != nil, let place = places[group] {
                items[place] = items[place].adding(line.defect.id, problem, remedy)
                continue
            }
            places[group] = items.count
            let own = NoticeItem(first.finding, problem: problem, remedy: remedy, checklist, application)
            let concerned =
                line.material == nil ? line.parts.map(\.member) : matters[group, default: []].sorted()
            items.append(
                NoticeItem(
                    material: own.material, name: own.name, row: own.row, problems: own.problems,
                    remedies: own.remedies, mustFulfil: demands(line), basis: basis(line), copies: own.copies,
                    matters: concerned.map { names[$0] }, defects: own.defects))
        }
        return items
    }

    /// What a missing paper must fulfil for every matter that asks for it, each demand once.
    private func demands(_ line: JointEvaluation.Line) -> String {
        guard line.defect == .missing else { return "" }
        var demands: [String] = []
        for part in line.parts {
            guard let checklist = joined.members[part.member].checklist,
                let rule = checklist.requirement(of: part.finding)
            else { continue }
            let demand = checklist.mustFulfil(rule, in: joined.members[part.member].application)
            if !demands.contains(demand) { demands.append(demand) }
        }
        return demands.joined(separator: "；")
    }

    /// Where each matter's demand stands; those that nobody has read against the law come last, beside their mark.
    private func basis(_ line: JointEvaluation.Line) -> LegalSource {
        var sources: [LegalSource] = []
        for part in line.parts {
            guard let source = joined.members[part.member].checklist?.basis(for: part.finding),
                !sources.contains(source)
            else { continue }
            sources.append(source)
        }
        let ordered = sources.filter(\.verified) + sources.filter { !$0.verified }
        return LegalSource(
            citation: ordered.map(\.citation).joined(separator: "；"), verified: sources.allSatisfy(\.verified))
    }

    /// The matters that each paper concerns, whichever of its lines names them.
    private var matters: [Group: Set<Int>] {
        joined.lines.reduce(into: [:]) { matters, line in
            matters[Group(line, sharing: joined.shared), default: []].formUnion(line.parts.map(\.member))
        }
    }

    /// One paper: a shared one is the same for all matters.
    private struct Group: Hashable {
        let material: Material?
        let member: Int?

        init(_ line: JointEvaluation.Line, sharing shared: TermSet<Material>) {
            material = line.material
            member = line.material.map(shared.contains) ?? true ? nil : line.parts.first?.member
        }
    }
}
