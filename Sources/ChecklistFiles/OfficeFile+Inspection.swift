import CaseDomain
import Yams

/// 核查: how an office sends its inspectors.
extension NodeReader {
    mutating func inspection(_ node: Node) -> InspectionRules {
        guard
            let fields = mapping(
                node, "‘inspection’", required: ["promised-days", "daily-limit", "modes", "scopes"],
                optional: ["departments", "collectable"])
        else { return .none }
        let promised = integer(fields, "promised-days", atLeast: 1)
        let limit = integer(fields, "daily-limit", atLeast: 1)
        var departments: [String] = []
        for item in fields["departments"].map({ list($0, "‘departments’") }) ?? [] {
            guard let name = scalar(item, "a department") else { continue }
            if departments.contains(name) { report(.duplicateRow, "\(name) stands twice", at: item) }
            departments.append(name)
        }
        let collectable = fields["collectable"].map { terms($0, Material.self, "‘collectable’") } ?? []
        var modes: [InspectionMode: InspectionRules.ModeRule] = [:]
        var named: TermSet<InspectionMode> = []
        for entry in fields["modes"].map({ entries($0, "‘modes’") }) ?? [] {
            guard let mode = term(entry.key, InspectionMode.self, "‘modes’") else { continue }
            named.insert(mode)
            modes[mode] = inspectionMode(entry.value)
        }
        var scopes: [InspectionRules.Scope] = []
        for item in fields["scopes"].map({ list($0, "‘scopes’") }) ?? [] {
            guard let scope = inspectionScope(item) else { continue }
            for mode in scope.modes.terms where !named.contains(mode) {
                report(.unknownTerm, "‘modes’ says nothing about ‘\(mode.id)’", at: item)
            }
            scopes.append(scope)
        }
        return InspectionRules(
            promisedDays: promised ?? 0, dailyLimit: limit ?? 0, departments: departments, collectable: collectable,
            modes: modes, scopes: scopes)
    }

    private mutating func inspectionMode(_ node: Node) -> InspectionRules.ModeRule? {
        guard let fields = mapping(node, "a way of looking", required: ["people", "basis"]) else { return nil }
        let people = integer(fields, "people", atLeast: 1)
        guard let basis = source(fields, "basis"), let people else { return nil }
        return InspectionRules.ModeRule(people: people, basis: basis)
    }

    private mutating func inspectionScope(_ node: Node) -> InspectionRules.Scope? {
        guard
            let fields = mapping(
                node, "a scope", required: ["name", "english", "modes", "basis"],
                optional: [
                    "matters", "actions", "subjects", "items", "without-marks", "without-products", "unchanged",
                ])
        else { return nil }
        let matters = fields["matters"].map { terms($0, Matter.self, "‘matters’") } ?? TermSet(Matter.allCases)
        let actions = fields["actions"].map { terms($0, Action.self, "‘actions’") } ?? TermSet(Action.allCases)
        let subjects = fields["subjects"].map { terms($0, Subject.self, "‘subjects’") } ?? TermSet(Subject.allCases)
        let items = fields["items"].map { terms($0, Item.self, "‘items’") }
        let marks = fields["without-marks"].map { terms($0, Mark.self, "‘without-marks’") } ?? []
        let products = fields["without-products"].map { terms($0, Product.self, "‘without-products’") } ?? []
        let modes = fields["modes"].map { terms($0, InspectionMode.self, "‘modes’") } ?? []
        let isUnchanged = flag(fields, "unchanged")
        let name = text(fields, "name")
        let english = text(fields, "english")
        guard let basis = source(fields, "basis"), let name, let english else { return nil }
        return InspectionRules.Scope(
            name: name, english: english, matters: matters, actions: actions, subjects: subjects, within: items,
            withoutMarks: marks, withoutProducts: products, onlyUnchanged: isUnchanged, modes: modes, basis: basis)
    }
}
