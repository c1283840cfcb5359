import CaseDomain
import ChecklistRules
import Yams

extension NodeReader {
    mutating func requirements(_ node: Node) -> [Requirement] {
        var requirements: [Requirement] = []
        for item in list(node, "‘requirements’") {
            guard let requirement = requirement(item) else { continue }
            if requirements.contains(where: { $0.material == requirement.material }) {
                report(
                    .duplicateMaterial, "\(requirement.material.id) is asked for twice", at: item,
                    hint: "put both into one line, with ‘any’ between their conditions")
            }
            requirements.append(requirement)
        }
        standIns(requirements, at: node)
        if node.sequence?.isEmpty == true {
            report(.badValue, "a checklist without requirements", at: node, hint: "name the papers")
        }
        return requirements
    }

    private mutating func requirement(_ node: Node) -> Requirement? {
        guard
            let fields = mapping(
                node, "a requirement",
                required: [
                    "row", "material", "name", "english", "copies", "because", "basis", "missing", "must-fulfil",
                    "checks",
                ], optional: ["needed", "otherwise", "spared", "retrievable", "alternatives", "stands-in"])
        else { return nil }
        let row = text(fields, "row")
        let material = fields["material"].flatMap { term($0, Material.self, "‘material’") }
        let name = label(fields, "name")
        let english = text(fields, "english")
        let copies = copies(fields)
        let need = condition(fields, "needed", or: .always)
        let because = label(fields, "because")
        let otherwise = label(fields, "otherwise")
        if need != .always, otherwise == nil {
            report(
                .missingKey, "a requirement with ‘needed’ lacks ‘otherwise’", at: node,
                hint: "say why the paper isn't asked for where the condition doesn't hold")
        }
        let spared = fields["spared"].flatMap { self.spared($0) }
        let isRetrievable = flag(fields, "retrievable")
        if spared != nil, !isRetrievable {
            report(
                .sparedNotRetrievable, "a paper that is spared can't be recorded as retrieved", at: fields["spared"],
                hint: "add ‘retrievable: true’")
        }
        let basis = source(fields, "basis")
        let missing = fields["missing"].flatMap { missingWords($0) }
        let mustFulfil = wording(fields, "must-fulfil")
        let checks = fields["checks"].map { self.checks($0, of: material) } ?? []
        let alternatives = fields["alternatives"].map { self.alternatives($0) } ?? []
        let standsIn = flag(fields, "stands-in")
        if standsIn, let node = fields["needed"] ?? fields["spared"] ?? fields["alternatives"] {
            report(.badValue, "a line that only stands in for another is never asked for itself", at: node)
        }
        guard let row, let material, let name, let english, let copies, let because, let basis, let missing,
            let mustFulfil
        else { return nil }
        note(material, fields)
        // Nothing asks for a paper that only stands in.
        let asked = standsIn ? .any([]) : need
        return Requirement(
            row: row, material: material, name: name, english: english, copies: copies, need: asked, because: because,
            otherwise: otherwise ?? "", spared: spared, isRetrievable: isRetrievable, basis: basis, missing: missing,
            mustFulfil: mustFulfil, checks: checks, alternatives: alternatives, standsIn: standsIn)
    }

    private mutating func note(_ material: Material, _ fields: Fields) {
        guard places != nil else { return }
        let line = RuleLine.requirement(material)
        let missing = fields["missing"]?.mapping
        let parts: [(RulePart.Field, Node?)] = [
            (.whole, fields.node), (.condition, fields["needed"]), (.row, fields["row"]), (.name, fields["name"]),
            (.otherwise, fields["otherwise"]), (.spared, fields["spared"]?.mapping?["when"]),
            (.checks, fields["checks"]), (.mustFulfil, fields["must-fulfil"]), (.text, missing?["text"]),
            (.remedy, missing?["remedy"]),
        ]
        for (field, node) in parts { places?.note(line, field, node) }
        for node in fields["checks"]?.sequence ?? [] {
            guard let check = node.mapping?["check"]?.string.flatMap(Check.init(rawValue:)) else { continue }
            places?.note(.check(material, check), .whole, node)
            places?.note(.check(material, check), .condition, node.mapping?["when"])
            places?.note(.check(material, check), .text, node.mapping?["text"])
            places?.note(.check(material, check), .remedy, node.mapping?["remedy"])
        }
    }

    private mutating func spared(_ node: Node) -> Requirement.Spared? {
        guard let fields = mapping(node, "‘spared’", required: ["when", "because"]) else { return nil }
        let condition = condition(fields, "when", or: .always)
        guard let because = label(fields, "because") else { return nil }
        return Requirement.Spared(when: condition, because: because)
    }

    private mutating func alternatives(_ node: Node) -> [EvidenceSet] {
        var sets: [EvidenceSet] = []
        for item in list(node, "‘alternatives’") {
            guard let fields = mapping(item, "an alternative", required: ["take", "of", "text"]) else { continue }
            let take = integer(fields, "take", atLeast: 1)
            let of = fields["of"].map { terms($0, Material.self, "‘of’") }
            let text = wording(fields, "text")
            guard let take, let of, let text else { continue }
            if take > of.count { report(.badValue, "\(take) of only \(of.count) papers", at: item) }
            sets.append(EvidenceSet(take: take, of: of, text: text))
        }
        return sets
    }

    /// Whoever stands in has a line of its own, which is told so, and stands in for somebody.
    private mutating func standIns(_ requirements: [Requirement], at node: Node) {
        let used = requirements.flatMap(\.alternatives).reduce(TermSet<Material>()) { $0.union($1.of) }
        let lines = TermSet(requirements.filter(\.standsIn).map(\.material))
        for material in used.subtracting(lines).terms {
            report(
                .badValue, "\(material.id) stands in for another paper but has no line for that", at: node,
                hint: "a line with ‘stands-in: true’")
        }
        for material in lines.subtracting(used).terms {
            report(
                .badValue, "\(material.id) stands in for no other paper", at: node,
                hint: "name it in the ‘alternatives’ of a line")
        }
    }

    private mutating func missingWords(_ node: Node) -> Words? {
        guard let fields = mapping(node, "‘missing’", required: ["text", "remedy"]) else { return nil }
        return words(fields)
    }

    private mutating func checks(_ node: Node, of material: Material?) -> [CheckRule] {
        var rules: [CheckRule] = []
        for item in list(node, "‘checks’") {
            guard let rule = check(item) else { continue }
            if rules.contains(where: { $0.check == rule.check }) {
                report(.duplicateCheck, "the check \(rule.check.id) stands twice", at: item, hint: "keep one of them")
            }
            if let material, !material.checks.contains(rule.check) {
                let known = material.checks.terms.map(\.id).joined(separator: ", ")
                report(
                    .foreignCheck, "\(material.id) has no check \(rule.check.id)", at: item, hint: "it has \(known)")
            }
            rules.append(rule)
        }
        return rules
    }

    private mutating func check(_ node: Node) -> CheckRule? {
        guard
            let fields = mapping(
                node, "a check", required: ["check", "label", "english", "text", "remedy"],
                optional: ["when", "on-the-spot", "basis"])
        else { return nil }
        let check = fields["check"].flatMap { term($0, Check.self, "‘check’") }
        let label = label(fields, "label")
        let english = text(fields, "english")
        let words = words(fields)
        let condition = condition(fields, "when", or: .always)
        let isOnTheSpot = flag(fields, "on-the-spot")
        let basis = source(fields, "basis")
        guard let check, let label, let english, let words else { return nil }
        return CheckRule(
            check: check, condition: condition, label: label, english: english, words: words,
            isOnTheSpot: isOnTheSpot, basis: basis)
    }
}
