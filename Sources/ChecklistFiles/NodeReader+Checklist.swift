import CaseDomain
import ChecklistRules
import Yams

extension NodeReader {
    mutating func renewalTerm(_ node: Node) -> RenewalRule? {
        guard
            let fields = mapping(
                node, "‘renewal’", required: ["closes", "unit", "late", "basis"], optional: ["opens"])
        else { return nil }
        let opens = integer(fields, "opens", atLeast: 1)
        let closes = integer(fields, "closes", atLeast: 1)
        if let opens, let closes, opens <= closes {
            report(.badNumber, "the term ends before it begins", at: node, hint: "both count backwards from expiry")
        }
        let unit = fields["unit"].flatMap { term($0, RenewalRule.Unit.self, "‘unit’") }
        let late = fields["late"].flatMap { term($0, Warning.Code.self, "‘late’") }
        let basis = source(fields, "basis")
        guard let closes, let unit, let late, let basis else { return nil }
        return RenewalRule(opens: opens, closes: closes, unit: unit, late: late, basis: basis)
    }

    mutating func advice(_ node: Node) -> [Checklist.Advice] {
        var advice: [Checklist.Advice] = []
        for item in list(node, "‘advice’") {
            guard let fields = mapping(item, "an advice", required: ["text", "english", "basis"]) else { continue }
            let words = wording(fields, "text")
            let english = text(fields, "english")
            let basis = source(fields, "basis")
            guard let words, let english, let basis else { continue }
            advice.append(Checklist.Advice(text: words, english: english, basis: basis))
        }
        return advice
    }
}
