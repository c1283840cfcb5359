import CaseDomain
import CaseFormat
import ChecklistRules
import ClerkDesk

/// 一件事 before anything is handed in: the papers of all its matters as one list, each once.
struct BundleGuide {
    let bundle: Bundle
    /// The members that belong to it, in the order of `joined`.
    let members: [Bundle.Member]
    let joined: JointEvaluation
    /// Why the others don't; empty reasons where absent facts decide.
    let excluded: [(member: Bundle.Member, why: String)]
    let services: ServiceAnswer

    init(_ bundle: Bundle, _ form: Particulars, book: RuleBook, office: Office) {
        self.bundle = bundle
        let answers = bundle.members.map { ($0, bundle.includes($0, for: form, at: office)) }
        members = answers.filter { $0.1 == .yes }.map(\.0)
        excluded = answers.filter { $0.1 != .yes }.map { ($0.0, $0.1 == .no ? $0.0.otherwise : "") }
        joined = JointEvaluation(
            members.map { member in
                let application = Application(particulars: bundle.particulars(of: member, from: form))
                let evaluator = book.evaluator(for: application.particulars, office: office)
                return JointEvaluation.Member(
                    application: application, checklist: evaluator.checklist, sheet: evaluator.sheet(for: application))
            }, sharing: bundle.shared)
        let lead = members.first.map { bundle.particulars(of: $0, from: form) } ?? form
        services = ServiceAnswer(catalogue: book.services, business: book.business(of: lead))
    }

    private func name(_ member: Bundle.Member) -> String {
        "\(member.matter.phrase.text(.zh))·\(member.action.phrase.text(.zh))"
    }

    private func requirement(_ part: JointEvaluation.Paper.Part) -> Requirement? {
        joined.members[part.member].checklist?.requirements[part.line.requirement]
    }

    /// Papers with the parts that stand as asked for.
    private func papers(
        _ isMeant: (ChecklistSheet.Need) -> Bool
    ) -> [(rule: Requirement, parts: [JointEvaluation.Paper.Part])] {
        joined.papers.compactMap { paper in
            let parts = paper.parts.filter { isMeant($0.line.need) }
            guard let first = parts.first, let rule = requirement(first) else { return nil }
            return (rule, parts)
        }
    }

    private var needed: [(rule: Requirement, parts: [JointEvaluation.Paper.Part])] {
        papers { if case .needed = $0 { true } else { false } }
    }

    /// What each matter wants of the paper, once where they want the same.
    private func demands(_ parts: [JointEvaluation.Paper.Part]) -> [String] {
        var demands: [String] = []
        for part in parts {
            guard let rule = requirement(part), let checklist = joined.members[part.member].checklist else { continue }
            let demand = checklist.mustFulfil(rule, in: joined.members[part.member].application)
            if !demands.contains(demand) { demands.append(demand) }
        }
        return demands
    }

    private func matters(_ parts: [JointEvaluation.Paper.Part]) -> [String] { parts.map { name(members[$0.member]) } }

    // MARK: Text

    var lines: [String] {
        let savings = joined.savings
        var lines = ["一件事：\(bundle.chinese)（\(bundle.id)）", "  \(bundle.about)"]
        if !bundle.caution.isEmpty { lines.append("  注意：\(bundle.caution)") }
        lines.append("  依据：\(bundle.basis.words)")
        lines.append("事项（\(members.count)项）")
        for (number, member) in members.enumerated() {
            lines.append("  \(number + 1)．\(name(member))：\(member.complete)")
            if let route = joined.members[number].evaluation.route {
                lines.append("     不由本窗口办理：\(route.name)。\(route.text)")
            }
        }
        lines += excluded.map { "  - 不含\(name($0.member))：\($0.why.isEmpty ? "取决于所填情况" : $0.why)" }
        lines.append(
            "要交的材料（合办\(savings.together)份；分开办要交\(savings.separately)份，省\(savings.spared)份）")
        for (number, paper) in needed.enumerated() {
            lines.append("  \(number + 1)．\(paper.rule.name)（\(paper.rule.copies)）")
            lines.append("     用于：\(matters(paper.parts).joined(separator: "、"))")
            lines += demands(paper.parts).map { "     应符合：\($0)" }
            lines.append("     依据：\(paper.rule.basis.words)")
        }
        lines += section("看情况", papers { if case .depends = $0 { true } else { false } }) { part in
            guard case .depends(let facts) = part.line.need else { return "" }
            return facts.isEmpty ? "取决于主体业态" : "取决于\(facts.map(\.words).joined(separator: "、"))"
        }
        lines += section("不用交（本机关自行核验）", papers { if case .spared = $0 { true } else { false } }) { part in
            guard case .spared(let because) = part.line.need else { return "" }
            return because
        }
        lines.append("共用材料只收一份的依据：\(bundle.sharingBasis.words)")
        return lines + services.lines
    }

    private func section(
        _ title: String, _ papers: [(rule: Requirement, parts: [JointEvaluation.Paper.Part])],
        _ words: (JointEvaluation.Paper.Part) -> String
    ) -> [String] {
        guard !papers.isEmpty else { return [] }
        return ["\(title)（\(papers.count)项）"]
            + papers.map { paper in
                "  - \(paper.rule.name)：\(paper.parts.first.map(words) ?? "")"
                    + "（\(matters(paper.parts).joined(separator: "、"))）"
            }
    }

    // MARK: JSON

    /// One `yicigao.bundle-guide/1` object on one line.
    var json: [UInt8] {
        var json = JSONText(capacity: 16 * 1024)
        json.beginObject()
        json.member("format", "yicigao.bundle-guide/1")
        json.member("bundle", bundle.id)
        json.member("name", bundle.chinese)
        json.member("caution", bundle.caution)
        json.member("basis", bundle.basis.citation)
        json.member("basisVerified", bundle.basis.verified)
        json.key("members")
        json.beginArray()
        for (place, member) in members.enumerated() {
            json.beginObject()
            json.member("matter", member.matter.id)
            json.member("action", member.action.id)
            json.member(joined.members[place].evaluation.checklist)
            json.nullable("route", joined.members[place].evaluation.route?.to.id)
            json.member("complete", member.complete)
            json.endObject()
        }
        json.endArray()
        write("needed", needed, to: &json)
        write("depends", papers { if case .depends = $0 { true } else { false } }, to: &json)
        write("notRequested", papers { if case .spared = $0 { true } else { false } }, to: &json)
        json.key("savings")
        json.beginObject()
        json.member("separately", joined.savings.separately)
        json.member("together", joined.savings.together)
        json.member("spared", joined.savings.spared)
        json.member("lookedUp", joined.savings.lookedUp)
        json.endObject()
        services.write(to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(
        _ name: StaticString, _ papers: [(rule: Requirement, parts: [JointEvaluation.Paper.Part])],
        to json: inout JSONText
    ) {
        json.key(name)
        json.beginArray()
        for paper in papers {
            json.beginObject()
            json.member("material", paper.rule.material.id)
            json.member("name", paper.rule.name)
            json.member("copies", paper.rule.copies)
            json.key("matters")
            json.strings(paper.parts.map { "\(members[$0.member].matter.id)/\(members[$0.member].action.id)" })
            json.key("mustFulfil")
            json.strings(demands(paper.parts))
            json.member("basis", paper.rule.basis.citation)
            json.member("basisVerified", paper.rule.basis.verified)
            json.endObject()
        }
        json.endArray()
    }
}
