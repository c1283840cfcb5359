package import CaseDomain
import Yams

/// 对照文件 as YAML: how the columns of a table from another system become cases.
package enum MappingFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> CaseMapping {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> CaseMapping {
        var reader = NodeReader(file: file)
        let mapping = reader.parse(text).flatMap { reader.caseMapping($0) }
        return try reader.finish(mapping)
    }
}

extension NodeReader {
    private static let usualSeparators = "、,，;；|/ "

    fileprivate mutating func caseMapping(_ node: Node) -> CaseMapping? {
        guard
            let fields = mapping(
                node, "a mapping", required: ["format", "name", "dates", "columns"],
                optional: ["delimiter", "constants", "ignored", "others"])
        else { return nil }
        check(format: "yicigao.mapping/1", fields)
        let name = text(fields, "name")
        let dates = fields["dates"].map { list($0, "‘dates’") } ?? []
        let patterns = dates.compactMap { term($0, CaseMapping.DatePattern.self, "‘dates’") }
        if patterns.isEmpty, diagnostics.isEmpty { report(.badValue, "no form of dates", at: fields["dates"]) }
        var delimiter: CaseMapping.Delimiter?
        if let node = fields["delimiter"], node.scalar?.string != "auto" {
            delimiter = term(node, CaseMapping.Delimiter.self, "‘delimiter’")
        }
        var columns: [CaseMapping.Column] = []
        for item in fields["columns"].map({ list($0, "‘columns’") }) ?? [] {
            guard let column = mappedColumn(item) else { continue }
            if columns.contains(where: { $0.name == column.name }) {
                report(.duplicateRow, "the column ‘\(column.name)’ stands twice", at: item)
            }
            if column.target.kind != nil, columns.contains(where: { $0.target == column.target }) {
                report(.duplicateRow, "two columns fill the same field", at: item)
            }
            columns.append(column)
        }
        let constants = fields["constants"].map { self.constants($0) } ?? []
        let ignored = (fields["ignored"].map { list($0, "‘ignored’") } ?? []).compactMap { scalar($0, "‘ignored’") }
        let others = fields["others"] == nil ? "refuse" : text(fields, "others") ?? ""
        if !["refuse", "ignore"].contains(others) {
            report(.badValue, "‘others’ is ‘\(others)’", at: fields["others"], hint: "refuse or ignore")
        }
        for field in CaseField.required where diagnostics.isEmpty {
            let isFilled =
                constants.contains { $0.field == field } || columns.contains { $0.target == .field(field) }
            if !isFilled { report(.missingKey, "nothing fills ‘\(field.id)’", at: fields["columns"]) }
        }
        guard diagnostics.isEmpty, let name else { return nil }
        return CaseMapping(
            name: name, delimiter: delimiter, dates: patterns, columns: columns, constants: constants,
            ignored: Set(ignored), ignoresOthers: others == "ignore", digest: ContentDigest.of(node))
    }

    private mutating func mappedColumn(_ node: Node) -> CaseMapping.Column? {
        guard
            let fields = mapping(
                node, "a column", required: ["column"],
                optional: ["field", "material", "materials", "how", "values", "separators", "required"]),
            let name = text(fields, "column")
        else { return nil }
        let kinds = ["field", "material", "materials"].filter { fields[$0] != nil }
        guard kinds.count == 1 || kinds == ["field", "material"] else {
            report(
                .badValue, "the column ‘\(name)’ fills \(kinds.isEmpty ? "nothing" : "several things")", at: node,
                hint: "one of field, material, materials; or material and field for what stands on a material")
            return nil
        }
        guard let target = target(fields) else { return nil }
        var how: MaterialSource?
        if let node = fields["how"] {
            how = term(node, MaterialSource.self, "‘how’")
            if kinds.count != 2 || how == .missing {
                report(
                    .badValue, "‘how’ says how a material came of which this column tells what stands on it", at: node,
                    hint: "beside material and field; a column of material alone says it in its cells")
            }
        }
        let values = fields["values"].map { self.values($0, of: target) }
        if case .flag? = target.kind, values == nil {
            report(
                .missingKey, "‘\(name)’ says yes or no: in which words?", at: node, hint: "values: {是: true, 否: false}")
        }
        let separators = fields["separators"] == nil ? Self.usualSeparators : text(fields, "separators") ?? ""
        return CaseMapping.Column(
            name: name, target: target, how: how, isRequired: flag(fields, "required", or: isNeeded(target)),
            separators: separators, values: values)
    }

    private func isNeeded(_ target: CaseMapping.Target) -> Bool {
        if case .field(let field) = target { return CaseField.required.contains(field) }
        return false
    }

    private mutating func target(_ fields: Fields) -> CaseMapping.Target? {
        if let node = fields["material"] {
            guard let material = term(node, Material.self, "‘material’") else { return nil }
            guard let node = fields["field"] else { return .material(material) }
            return term(node, RecordedField.self, "‘field’").map { .recorded(material, $0) }
        }
        if let node = fields["field"] { return term(node, CaseField.self, "‘field’").map { .field($0) } }
        return fields["materials"].flatMap { term($0, MaterialSource.self, "‘materials’") }.map { .materials($0) }
    }

    /// What the words of another system mean here; every meaning has to be one that the field can have.
    private mutating func values(
        _ node: Node, of target: CaseMapping.Target
    ) -> [String: CaseMapping.Meaning] {
        let known: [String]? =
            switch target {
            case .material: MaterialSource.allCases.map(\.id)
            case .materials: Material.allCases.map(\.id)
            case .field, .recorded:
                switch target.kind {
                case .term(let ids), .terms(let ids): ids
                case .flag: ["true", "false"]
                case .validity: ["permanent"]
                case .text, .count, .number, .date, .moment, nil: nil
                }
            }
        var values: [String: CaseMapping.Meaning] = [:]
        for entry in entries(node, "‘values’") {
            if entry.value.scalar?.string == "~" {
                values[entry.name] = .nothing
                continue
            }
            guard let word = scalar(entry.value, "‘\(entry.name)’") else { continue }
            if let known, !known.contains(word) {
                report(
                    .unknownTerm, "‘\(entry.name)’ can't mean ‘\(word)’", at: entry.value,
                    hint: Hint.nearest(word, among: known) ?? "known: \(known.joined(separator: ", "))")
            }
            values[entry.name] = .text(word)
        }
        return values
    }

    private mutating func constants(_ node: Node) -> [CaseMapping.Constant] {
        entries(node, "‘constants’").compactMap { entry in
            guard let field = term(entry.key, CaseField.self, "‘constants’"),
                let text = scalar(entry.value, "‘\(entry.name)’")
            else { return nil }
            let isFit =
                switch field.kind {
                case .text: true
                case .term(let ids): ids.contains(text)
                case .terms(let ids): text.split(separator: " ").allSatisfy { ids.contains(String($0)) }
                case .flag: ["true", "false"].contains(text)
                case .count: (Int(text) ?? -1) >= 0
                case .number: Double(text) != nil
                case .date: CivilDate(text) != nil
                case .validity: Validity(text) != nil
                case .moment: Moment(text) != nil
                }
            if !isFit { report(.badValue, "‘\(field.id)’ can't be ‘\(text)’", at: entry.value) }
            return CaseMapping.Constant(field: field, text: text)
        }
    }
}
