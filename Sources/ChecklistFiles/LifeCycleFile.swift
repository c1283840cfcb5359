package import CaseDomain
import Yams

/// 办理流程 as a YAML file: which step is allowed in which state, and to whom.
package enum LifeCycleFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> LifeCycle {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> LifeCycle {
        var reader = NodeReader(file: file)
        let life = reader.parse(text).flatMap { reader.lifeCycle($0) }
        return try reader.finish(life)
    }
}

extension NodeReader {
    fileprivate mutating func lifeCycle(_ node: Node) -> LifeCycle? {
        guard let fields = mapping(node, "the life of a case", required: ["format", "steps"]) else { return nil }
        check(format: "yicigao.life/1", fields)
        var rules: [LifeCycle.Rule] = []
        for item in fields["steps"].map({ list($0, "‘steps’") }) ?? [] {
            guard let rule = lifeRule(item) else { continue }
            if rules.contains(where: { $0.step == rule.step }) {
                report(.duplicateRow, "the step \(rule.step.id) stands twice", at: item)
            }
            rules.append(rule)
        }
        for step in CaseStep.allCases where !rules.contains(where: { $0.step == step }) && diagnostics.isEmpty {
            report(.missingKey, "‘steps’ lacks ‘\(step.id)’", at: fields["steps"])
        }
        return LifeCycle(rules: rules)
    }

    private mutating func lifeRule(_ node: Node) -> LifeCycle.Rule? {
        guard
            let fields = mapping(
                node, "a step", required: ["step", "name", "english", "from", "roles"],
                optional: ["to", "basis", "otherwise", "next", "may-lead"])
        else { return nil }
        let step = fields["step"].flatMap { term($0, CaseStep.self, "‘step’") }
        let name = text(fields, "name")
        let english = text(fields, "english")
        let from = fields["from"].map { terms($0, CaseState.self, "‘from’") } ?? []
        let roles = fields["roles"].map { terms($0, Role.self, "‘roles’") } ?? []
        if roles.isEmpty, fields["roles"]?.sequence?.isEmpty == true {
            report(.badValue, "‘roles’ is empty: nobody could do it", at: fields["roles"])
        }
        let to = fields["to"].flatMap { term($0, CaseState.self, "‘to’") }
        let basis = fields["basis"] == nil ? nil : source(fields, "basis")
        let next = fields["next"].map { terms($0, CaseState.self, "‘next’") } ?? []
        let mayLead = fields["may-lead"].map { terms($0, CaseState.self, "‘may-lead’") } ?? []
        let otherwise = fields["otherwise"].map { fromOtherwise($0) } ?? [:]
        guard let step, let name, let english else { return nil }
        return LifeCycle.Rule(
            step: step, name: name, english: english, from: from, to: to, roles: roles, basis: basis,
            otherwise: otherwise, next: next, mayLead: mayLead)
    }

    private mutating func fromOtherwise(_ node: Node) -> [CaseCourse: TermSet<CaseState>] {
        var otherwise: [CaseCourse: TermSet<CaseState>] = [:]
        for entry in entries(node, "‘otherwise’") {
            guard let course = term(entry.key, CaseCourse.self, "‘otherwise’") else { continue }
            otherwise[course] = terms(entry.value, CaseState.self, "‘\(course.id)’")
        }
        return otherwise
    }
}
