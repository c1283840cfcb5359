import CaseDomain
import Yams

/// 审批授权: who decides what at an office.
extension NodeReader {
    mutating func approvals(_ node: Node) -> Approvals {
        guard
            let fields = mapping(
                node, "‘approvals’", required: [],
                optional: ["levels", "usual-level", "sole", "county-only", "bind-unlisted", "idle-minutes"])
        else { return .none }
        let usual = fields["usual-level"] == nil ? 1 : integer(fields, "usual-level", atLeast: 1) ?? 1
        var levels: [Approvals.Level] = []
        for item in fields["levels"].map({ list($0, "‘levels’") }) ?? [] {
            guard let row = scope(item, "a level", and: ["level"]),
                let level = integer(row.fields, "level", atLeast: 1)
            else { continue }
            levels.append(Approvals.Level(level: level, scope: row.scope))
        }
        let sole = (fields["sole"].map { list($0, "‘sole’") } ?? []).compactMap { item in
            scope(item, "what one hand decides", and: [])?.scope
        }
        return Approvals(
            levels: levels, usualLevel: usual, sole: sole,
            countyOnly: fields["county-only"].map { terms($0, CaseStep.self, "‘county-only’") } ?? [],
            bindsUnlisted: flag(fields, "bind-unlisted"),
            idleMinutes: fields["idle-minutes"] == nil ? nil : integer(fields, "idle-minutes", atLeast: 1))
    }

    private mutating func scope(
        _ node: Node, _ what: String, and required: [String]
    ) -> (fields: Fields, scope: Approvals.Scope)? {
        guard
            let fields = mapping(
                node, what, required: required, optional: ["matters", "actions", "subjects", "marks", "items"])
        else { return nil }
        let scope = Approvals.Scope(
            matters: fields["matters"].map { terms($0, Matter.self, "‘matters’") } ?? [],
            actions: fields["actions"].map { terms($0, Action.self, "‘actions’") } ?? [],
            subjects: fields["subjects"].map { terms($0, Subject.self, "‘subjects’") } ?? [],
            marks: fields["marks"].map { terms($0, Mark.self, "‘marks’") } ?? [],
            items: fields["items"].map { terms($0, Item.self, "‘items’") } ?? [])
        return (fields, scope)
    }
}
