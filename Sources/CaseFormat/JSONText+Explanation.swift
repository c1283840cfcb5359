import CaseDomain
import ChecklistRules

extension JSONText {
    /// Why a rule answered as it did. Conditions are written in the notation of the checklists.
    mutating func write(_ explanation: Explanation, by checklist: Checklist?, _ routing: Routing) {
        beginObject()
        rule(explanation.rule, checklist, routing)
        member("holds", explanation.answer.id)
        member("basis", explanation.basis?.citation ?? "")
        member("verified", explanation.basis?.verified ?? false)
        key("facts")
        beginArray()
        for premise in explanation.premises {
            beginObject()
            key("condition")
            write(premise.condition)
            member("holds", premise.answer.id)
            endObject()
        }
        endArray()
        key("nearest")
        if let nearest = explanation.nearest { write(nearest, checklist, routing) } else { null() }
        endObject()
    }

    private mutating func write(_ miss: Explanation.NearMiss, _ checklist: Checklist?, _ routing: Routing) {
        beginObject()
        rule(miss.rule, checklist, routing)
        key("changes")
        beginArray()
        for change in miss.changes {
            beginObject()
            key("condition")
            write(change.condition)
            member("holds", change.holds)
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func rule(_ rule: RuleName, _ checklist: Checklist?, _ routing: Routing) {
        switch rule {
        case .need(let place): line("need", checklist?.requirements[place])
        case .spared(let place): line("spared", checklist?.requirements[place])
        case .check(let place, let check):
            let requirement = checklist?.requirements[place]
            line("check", requirement)
            member("check", requirement?.checks[check].check.id ?? "")
        case .application(let defect):
            member("rule", "application")
            member("defect", defect.id)
        case .routing(let place):
            member("rule", "routing")
            member("to", routing.rules[place].route.to.id)
        }
    }

    private mutating func line(_ rule: String, _ requirement: Requirement?) {
        member("rule", rule)
        member("row", requirement?.row ?? "")
        member("material", requirement?.material.id ?? "")
    }

    private mutating func write(_ condition: Condition) {
        switch condition {
        case .always: string("always")
        case .circumstance(let term): string(term.id)
        case .matter(let terms): one("matter", terms)
        case .action(let terms): one("action", terms)
        case .subject(let terms): one("subject", terms)
        case .mark(let terms): one("mark", terms)
        case .item(let terms): one("item", terms)
        case .applicantKind(let terms): one("kind", terms)
        case .changed(let terms): one("changed", terms)
        case .product(let terms): one("product", terms)
        case .fact(let fact): object { $0.member("fact", fact.id) }
        case .localDemand(let material): object { $0.member("local-demand", material.id) }
        case .areaAtLeast(let area):
            object {
                $0.key("area-at-least")
                $0.number(area)
            }
        case .not(let inner):
            object {
                $0.key("not")
                $0.write(inner)
            }
        case .all(let parts): several("all", parts)
        case .any(let parts): several("any", parts)
        }
    }

    private mutating func one<Term>(_ key: StaticString, _ terms: TermSet<Term>) {
        object { $0.member(key, terms) }
    }

    private mutating func several(_ key: StaticString, _ parts: [Condition]) {
        object {
            $0.key(key)
            $0.beginArray()
            for part in parts { $0.write(part) }
            $0.endArray()
        }
    }

    private mutating func object(_ members: (inout JSONText) -> Void) {
        beginObject()
        members(&self)
        endObject()
    }
}

extension Ternary {
    fileprivate var id: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }
}
