package import CaseDomain
import Yams

/// 考核指标 as a YAML file: how each figure of the board and of the reports is made, and what it is held against.
package enum IndicatorsFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> [Indicator] {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> [Indicator] {
        var reader = NodeReader(file: file)
        let indicators = reader.parse(text).flatMap { reader.indicators($0) }
        return try reader.finish(indicators)
    }
}

extension NodeReader {
    fileprivate mutating func indicators(_ node: Node) -> [Indicator]? {
        guard let fields = mapping(node, "the indicators", required: ["format", "indicators"]) else { return nil }
        check(format: "yicigao.indicators/1", fields)
        var indicators: [Indicator] = []
        for item in fields["indicators"].map({ list($0, "‘indicators’") }) ?? [] {
            guard let indicator = indicator(item) else { continue }
            if indicators.contains(where: { $0.id == indicator.id }) {
                report(.duplicateRow, "the indicator \(indicator.id) stands twice", at: item)
            }
            indicators.append(indicator)
        }
        return indicators
    }

    private mutating func indicator(_ node: Node) -> Indicator? {
        guard
            let fields = mapping(
                node, "an indicator", required: ["id", "name", "english", "formula", "basis"], optional: ["target"])
        else { return nil }
        let id = text(fields, "id")
        let name = text(fields, "name")
        let english = text(fields, "english")
        let formula = fields["formula"].flatMap { self.formula($0) }
        let target = fields["target"].flatMap { self.target($0) }
        let basis = origin(fields)
        guard let id, let name, let english, let formula, let basis else { return nil }
        return Indicator(id: id, name: name, english: english, formula: formula, target: target, basis: basis)
    }

    /// A law is cited; a public report, or a rule of our own, is a source.
    private mutating func origin(_ fields: Fields) -> LegalSource? {
        guard let node = fields["basis"] else { return nil }
        return node.mapping?["citation"] == nil ? instruction(node) : source(fields, "basis")
    }

    private mutating func formula(_ node: Node) -> Indicator.Formula? {
        let kinds = ["sum", "share", "share-of", "median", "ninth-decile"]
        guard
            let fields = mapping(node, "‘formula’", required: [], optional: kinds + ["of", "from", "through"])
        else { return nil }
        let named = kinds.filter { fields[$0] != nil }
        guard named.count == 1, let kind = named.first, let what = fields[kind] else {
            report(.missingKey, "‘formula’ names none or several ways to reckon", at: node, hint: "one of \(kinds)")
            return nil
        }
        let extra = kind == "share" ? ["of"] : kind == "share-of" ? ["from", "through"] : []
        for key in ["of", "from", "through"] where (fields[key] != nil) != extra.contains(key) {
            report(.badValue, "‘\(kind)’ and ‘\(key)’ don't go together as they stand", at: node)
            return nil
        }
        switch kind {
        case "sum": return measures(what, "‘sum’").map { .sum($0) }
        case "share":
            let part = measures(what, "‘share’")
            let whole = fields["of"].flatMap { measures($0, "‘of’") }
            guard let part, let whole else { return nil }
            return .share(part, of: whole)
        case "share-of":
            let measure = term(what, Measure.self, "‘share-of’")
            let from = fields["from"].flatMap { integer($0, "‘from’") }
            let through = fields["through"].flatMap { integer($0, "‘through’") }
            guard let measure, let from, let through else { return nil }
            guard from <= through else {
                report(.badValue, "‘from’ is more than ‘through’", at: node)
                return nil
            }
            return .shareOf(measure, from...through)
        case "median": return term(what, Measure.self, "‘median’").map { .median($0) }
        default: return term(what, Measure.self, "‘ninth-decile’").map { .ninthDecile($0) }
        }
    }

    private mutating func measures(_ node: Node, _ what: String) -> [Measure]? {
        let terms = list(node, what).compactMap { term($0, Measure.self, what) }
        if terms.isEmpty, diagnostics.isEmpty { report(.badValue, "\(what) is empty", at: node) }
        return terms.isEmpty ? nil : terms
    }

    private mutating func target(_ node: Node) -> Indicator.Target? {
        let comparisons = Indicator.Target.Comparison.allCases
        guard
            let fields = mapping(node, "‘target’", required: [], optional: comparisons.map(\.id) + ["yearly"])
        else { return nil }
        let named = comparisons.filter { fields[$0.id] != nil }
        guard named.count == 1, let comparison = named.first, let limit = fields[comparison.id] else {
            report(.missingKey, "‘target’ must be below, at-most or at-least something", at: node)
            return nil
        }
        guard let value = number(limit, "‘\(comparison.id)’") else { return nil }
        return Indicator.Target(comparison: comparison, value: value, isYearly: flag(fields, "yearly"))
    }
}
