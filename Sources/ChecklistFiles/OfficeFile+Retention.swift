import CaseDomain
import Yams

/// 保管期限 of an office, by matter.
extension NodeReader {
    mutating func retention(_ node: Node) -> [Matter: RetentionTerm] {
        var terms: [Matter: RetentionTerm] = [:]
        for entry in entries(node, "‘retention’") {
            guard let matter = term(entry.key, Matter.self, "‘retention’"),
                let parts = mapping(entry.value, "‘\(matter.id)’", required: ["years", "basis"])
            else { continue }
            let years = integer(parts, "years", atLeast: 1)
            guard let basis = source(parts, "basis"), let years else { continue }
            terms[matter] = RetentionTerm(years: years, basis: basis)
        }
        return terms
    }
}
