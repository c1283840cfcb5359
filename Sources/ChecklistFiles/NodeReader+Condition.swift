import CaseDomain
import ChecklistRules
import Yams

extension NodeReader {
    private static let keys = [
        "all", "any", "not", "matter", "action", "subject", "mark", "item", "kind", "fact", "changed", "product",
        "local-demand", "area-at-least",
    ]

    /// A condition: `always`, the name of a circumstance, or a mapping with one key.
    mutating func condition(_ node: Node) -> Condition? {
        if node.scalar != nil { return namedCondition(node) }
        guard let mapping = node.mapping, mapping.count == 1, let entry = mapping.first,
            let key = entry.key.string
        else {
            report(
                .wrongType, "a condition is a word or a mapping with exactly one key", at: node,
                hint: "write {all: […]} to join several")
            return nil
        }
        let value = entry.value
        switch key {
        case "all": return conditions(value, key).map(Condition.all)
        case "any": return conditions(value, key).map(Condition.any)
        case "not": return condition(value).map(Condition.not)
        case "matter": return .matter(terms(value, Matter.self, "‘matter’"))
        case "action": return .action(terms(value, Action.self, "‘action’"))
        case "subject": return .subject(terms(value, Subject.self, "‘subject’"))
        case "mark": return .mark(terms(value, Mark.self, "‘mark’"))
        case "item": return .item(terms(value, Item.self, "‘item’"))
        case "kind": return .applicantKind(terms(value, ApplicantKind.self, "‘kind’"))
        case "fact": return term(value, Fact.self, "‘fact’").map(Condition.fact)
        case "changed": return .changed(terms(value, ChangedThing.self, "‘changed’"))
        case "product": return .product(terms(value, Product.self, "‘product’"))
        case "local-demand": return term(value, Material.self, "‘local-demand’").map(Condition.localDemand)
        case "area-at-least": return number(value, "‘area-at-least’").map(Condition.areaAtLeast)
        default:
            report(
                .unknownKey, "there is no condition ‘\(key)’", at: entry.key,
                hint: Hint.nearest(key, among: NodeReader.keys)
                    ?? "known: \(NodeReader.keys.joined(separator: ", "))")
            return nil
        }
    }

    private mutating func namedCondition(_ node: Node) -> Condition? {
        guard let name = scalar(node, "a condition") else { return nil }
        if name == "always" { return .always }
        if let circumstance = Circumstance(rawValue: name) { return .circumstance(circumstance) }
        let known = ["always"] + Circumstance.allCases.map(\.id)
        report(
            .unknownTerm, "there is no condition ‘\(name)’", at: node,
            hint: Hint.nearest(name, among: known) ?? "known: \(known.joined(separator: ", "))")
        return nil
    }

    private mutating func conditions(_ node: Node, _ what: String) -> [Condition]? {
        let nodes = list(node, "‘\(what)’")
        if node.sequence != nil, nodes.isEmpty {
            report(.badValue, "‘\(what)’ is empty", at: node, hint: "name a condition, or write always")
        }
        var conditions: [Condition] = []
        for item in nodes {
            if let condition = condition(item) { conditions.append(condition) }
        }
        return conditions.count == nodes.count && !nodes.isEmpty ? conditions : nil
    }

    mutating func condition(_ fields: Fields, _ key: String, or other: Condition) -> Condition {
        guard let node = fields[key] else { return other }
        return condition(node) ?? other
    }
}
