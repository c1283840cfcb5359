import CaseDomain
import Yams

extension NodeReader {
    /// `papers` and `appeals` of an office file.
    ///
    /// - Parameter defaults: what an office says nothing about; nil for the office that the others fall back on.
    mutating func officePapers(_ fields: Fields, defaults: OfficePapers?) -> OfficePapers {
        var rules = defaults?.rules ?? [:]
        for entry in fields["papers"].map({ entries($0, "‘papers’") }) ?? [] {
            guard let kind = term(entry.key, PaperKind.self, "‘papers’") else { continue }
            if let rule = paperRule(entry.value, kind, or: rules[kind]) { rules[kind] = rule }
        }
        let appeals = fields["appeals"].flatMap { mapping($0, "‘appeals’", required: ["review-body", "court"]) }
        return OfficePapers(
            rules: rules,
            reviewBody: appeals.flatMap { text($0, "review-body") } ?? "本机关的本级人民政府",
            court: appeals.flatMap { text($0, "court") } ?? "有管辖权的人民法院")
    }

    private mutating func paperRule(_ node: Node, _ kind: PaperKind, or other: PaperRule?) -> PaperRule? {
        guard
            let fields = mapping(
                node, "‘\(kind.id)’", required: other == nil ? ["title"] : [],
                optional: ["title", "number", "countersign", "copies", "automatic"])
        else { return nil }
        let title = text(fields, "title") ?? other?.title
        var pattern = other?.numberPattern
        if let number = fields["number"] {
            // Empty is a word of its own here: no number.
            pattern = number.scalar?.string.isEmpty == true ? nil : scalar(number, "‘number’")
            if let pattern { check(pattern: pattern, at: number) }
        }
        let copies = integer(fields, "copies", atLeast: 1) ?? other?.copies ?? 1
        let isCountersigned = flag(fields, "countersign", or: other?.isCountersigned ?? false)
        let isAutomatic = flag(fields, "automatic", or: other?.isAutomatic ?? false)
        guard let title else { return nil }
        return PaperRule(
            title: title, numberPattern: pattern, isCountersigned: isCountersigned, copies: copies,
            isAutomatic: isAutomatic)
    }

    /// A number without its year or its running number could be given twice.
    mutating func check(pattern: String, at node: Node?) {
        for part in ["{year}", "{sequence}"] where !pattern.contains(part) {
            report(.missingKey, "the number lacks \(part): it could be given twice", at: node)
        }
    }
}
