import CaseDomain
package import ChecklistRules
import Yams

/// What warnings say, as a YAML file.
package enum WarningsFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file, every warning without words included.
    package static func read(_ path: String) throws(DataLoadFailure) -> WarningTable {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> WarningTable {
        var reader = NodeReader(file: file)
        let table = reader.parse(text).flatMap { reader.warningTable($0) }
        return try reader.finish(table)
    }
}

extension NodeReader {
    fileprivate mutating func warningTable(_ node: Node) -> WarningTable? {
        guard let fields = mapping(node, "the warnings", required: ["format", "warnings"]) else { return nil }
        check(format: "yicigao.warnings/1", fields)
        guard let list = fields["warnings"] else { return nil }
        var table: [Warning.Code: WarningTable.Entry] = [:]
        for entry in entries(list, "‘warnings’") {
            guard let code = term(entry.key, Warning.Code.self, "‘warnings’"),
                let parts = mapping(entry.value, "a warning", required: ["chinese", "english"], optional: ["basis"])
            else { continue }
            let chinese = warningText(parts, "chinese")
            let english = warningText(parts, "english")
            let basis = source(parts, "basis")
            guard let chinese, let english else { continue }
            table[code] = WarningTable.Entry(chinese: chinese, english: english, basis: basis)
        }
        for code in Warning.Code.allCases where table[code] == nil {
            report(.missingKey, "‘warnings’ has no words for \(code.id)", at: list)
        }
        return WarningTable(table)
    }

    private mutating func warningText(_ fields: Fields, _ key: String) -> String? {
        guard let text = text(fields, key) else { return nil }
        let known = WarningTable.Placeholder.allCases.map(\.rawValue)
        for match in text.matches(of: /\{([^}]*)\}/) where !known.contains(String(match.output.1)) {
            report(
                .unknownPlaceholder, "‘\(key)’ has the placeholder {\(match.output.1)}", at: fields[key],
                hint: "known: \(known.joined(separator: ", "))")
        }
        return text
    }
}
