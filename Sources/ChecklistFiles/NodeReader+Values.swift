import CaseDomain
import Yams

extension NodeReader {
    mutating func text(_ fields: Fields, _ key: String) -> String? {
        guard let node = fields[key] else { return nil }
        return scalar(node, "‘\(key)’")
    }

    /// Exactly `true` or `false`.
    mutating func flag(_ node: Node, _ what: String) -> Bool? {
        guard let text = scalar(node, what) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report(.badValue, "\(what) is ‘\(text)’", at: node, hint: "true or false")
            return nil
        }
    }

    mutating func flag(_ fields: Fields, _ key: String, or other: Bool = false) -> Bool {
        guard let node = fields[key] else { return other }
        return flag(node, "‘\(key)’") ?? other
    }

    mutating func integer(_ node: Node, _ what: String) -> Int? {
        guard let text = scalar(node, what) else { return nil }
        guard let number = Int(text) else {
            report(.badNumber, "\(what) is ‘\(text)’", at: node, hint: "a whole number")
            return nil
        }
        return number
    }

    mutating func integer(_ fields: Fields, _ key: String, atLeast least: Int) -> Int? {
        guard let node = fields[key], let number = integer(node, "‘\(key)’") else { return nil }
        guard number >= least else {
            report(.badNumber, "‘\(key)’ is \(number)", at: node, hint: "at least \(least)")
            return nil
        }
        return number
    }

    mutating func number(_ node: Node, _ what: String) -> Double? {
        guard let text = scalar(node, what) else { return nil }
        guard let number = Double(text), number.isFinite, number >= 0 else {
            report(.badNumber, "\(what) is ‘\(text)’", at: node, hint: "a number, not negative")
            return nil
        }
        return number
    }

    mutating func date(_ node: Node, _ what: String) -> CivilDate? {
        guard let text = scalar(node, what) else { return nil }
        guard let date = CivilDate(text) else {
            report(.badDate, "\(what) is ‘\(text)’", at: node, hint: "a day that exists, as YYYY-MM-DD")
            return nil
        }
        return date
    }

    mutating func term<Term: Vocabulary>(_ node: Node, _ kind: Term.Type, _ what: String) -> Term? {
        guard let text = scalar(node, what) else { return nil }
        guard let term = Term(rawValue: text) else {
            let known = Term.allCases.map(\.id)
            report(
                .unknownTerm, "\(what) can't be ‘\(text)’", at: node,
                hint: Hint.nearest(text, among: known) ?? "known: \(known.joined(separator: ", "))")
            return nil
        }
        return term
    }

    /// One term, or a list of them, none twice.
    mutating func terms<Term: Vocabulary>(_ node: Node, _ kind: Term.Type, _ what: String) -> TermSet<Term> {
        let nodes = node.scalar == nil ? list(node, what) : [node]
        var terms: TermSet<Term> = []
        for item in nodes {
            guard let term = term(item, kind, what) else { continue }
            if terms.contains(term) {
                report(.badValue, "\(what) names ‘\(term.id)’ twice", at: item, hint: "once is enough")
            }
            terms.insert(term)
        }
        return terms
    }

    mutating func source(_ fields: Fields, _ key: String) -> LegalSource? {
        guard let node = fields[key] else { return nil }
        guard let parts = mapping(node, "‘\(key)’", required: ["citation", "verified"]) else { return nil }
        let verified = flag(parts, "verified")
        guard let citation = text(parts, "citation") else { return nil }
        guard citation.hasPrefix("《"), citation.contains("》") else {
            report(.badValue, "the citation names no law", at: parts["citation"], hint: "《…》第…条")
            return nil
        }
        return LegalSource(citation: citation, verified: verified)
    }
}
