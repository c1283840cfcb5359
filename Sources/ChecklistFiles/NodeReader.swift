import ChecklistRules
import Foundation
import Yams

/// Reads YAML nodes strictly and keeps every complaint.
///
/// Nodes instead of decoded values, because a node knows its line and its scalars stay the text that somebody wrote:
/// `no` and `1.0` never change type behind anybody's back.
struct NodeReader {
    let file: String
    private(set) var diagnostics: [ChecklistDiagnostic] = []
    /// Where the rules stand that were read so far; nil where nobody will ask.
    var places: SourcePlaces?
    /// What the words that applicants read are held against.
    let wordingStandard: WordingRules

    /// - Parameter keepsPlaces: whether somebody will ask where a rule stands.
    init(file: String, keepsPlaces: Bool = false, wording: WordingRules = .none) {
        self.file = file
        wordingStandard = wording
        places = keepsPlaces ? SourcePlaces(file: file) : nil
    }

    /// A mapping whose keys were checked.
    struct Fields {
        let node: Node
        fileprivate let values: [String: Node]

        subscript(key: String) -> Node? { values[key] }
        var keys: [String] { values.keys.sorted() }
    }

    mutating func report(
        _ code: ChecklistDiagnostic.Code, _ message: String, at node: Node?, hint: String? = nil
    ) {
        diagnostics.append(
            ChecklistDiagnostic(
                file: file, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0, code: code,
                message: message, hint: hint))
    }

    mutating func add(_ more: [ChecklistDiagnostic]) { diagnostics += more }

    /// Ends reading like `finish`, and says where what was read stands.
    func finishWithPlaces<Value>(_ value: Value?) throws(DataLoadFailure) -> SourceRules<Value> {
        SourceRules(rules: try finish(value), places: places ?? SourcePlaces(file: file))
    }

    /// Ends reading: the value, or everything that was wrong.
    func finish<Value>(_ value: Value?) throws(DataLoadFailure) -> Value {
        let sorted = diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        guard sorted.isEmpty, let value else {
            let unknown = ChecklistDiagnostic(file: file, code: .badValue, message: "nothing usable in the file")
            throw DataLoadFailure(sorted.isEmpty ? [unknown] : sorted)
        }
        return value
    }

    /// Parses a text; nil, with a diagnostic, where it isn't YAML or is empty.
    mutating func parse(_ text: String) -> Node? {
        do {
            // Scalars stay text, so `no` and `1.0` never change their type; and nobody has to guess at each by patterns.
            if let node = try Yams.compose(yaml: text, .basic) { return node }
            report(.syntax, "the file is empty", at: nil, hint: "begin with ‘format:’")
        } catch let error as YamlError {
            diagnostics.append(NodeReader.diagnostic(error, file))
        } catch {
            report(.syntax, "\(error)", at: nil)
        }
        return nil
    }

    private static func diagnostic(_ error: YamlError, _ file: String) -> ChecklistDiagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ChecklistDiagnostic(
                file: file, line: mark.line, column: mark.column, code: .syntax,
                message: problem.trimmingCharacters(in: .whitespaces),
                hint: "look at the indentation and the quotes here and just above")
        case .duplicatedKeysInMapping(let duplicates, let context):
            ChecklistDiagnostic(
                file: file, line: context.mark.line, column: context.mark.column, code: .duplicateKey,
                message: "this mapping names more than once: \(duplicates.joined(separator: ", "))",
                hint: "keep one of each; what else is wrong shows then")
        default: ChecklistDiagnostic(file: file, code: .syntax, message: "\(error)")
        }
    }

    /// A mapping with no other keys than these.
    ///
    /// - Parameter required: keys that must be there.
    mutating func mapping(
        _ node: Node, _ what: String, required: [String], optional: [String] = []
    ) -> Fields? {
        guard let mapping = node.mapping else {
            let keys = required.joined(separator: ", ")
            report(.wrongType, "\(what) must be a mapping", at: node, hint: "with the keys \(keys)")
            return nil
        }
        let allowed = required + optional
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            if allowed.contains(name) {
                values[name] = value
            } else {
                report(
                    .unknownKey, "\(what) has no key ‘\(name)’", at: key,
                    hint: Hint.nearest(name, among: allowed) ?? "known: \(allowed.joined(separator: ", "))")
            }
        }
        for key in required where values[key] == nil {
            report(.missingKey, "\(what) lacks ‘\(key)’", at: node, hint: "add ‘\(key): …’")
        }
        return Fields(node: node, values: values)
    }

    /// A mapping whose keys are data.
    mutating func entries(_ node: Node, _ what: String) -> [(key: Node, name: String, value: Node)] {
        guard let mapping = node.mapping else {
            report(.wrongType, "\(what) must be a mapping", at: node, hint: "lines of ‘key: value’")
            return []
        }
        return mapping.map { (key: $0.key, name: $0.key.string ?? "", value: $0.value) }
    }

    mutating func list(_ node: Node, _ what: String) -> [Node] {
        guard let sequence = node.sequence else {
            report(.wrongType, "\(what) must be a list", at: node, hint: "[…], or lines that begin with ‘- ’")
            return []
        }
        return Array(sequence)
    }

    /// A scalar as it was written.
    mutating func scalar(_ node: Node, _ what: String) -> String? {
        guard let scalar = node.scalar else {
            report(.wrongType, "\(what) must be a single value", at: node, hint: "text on the line of the key")
            return nil
        }
        let text = scalar.string.trimmed
        guard !text.isEmpty, !(scalar.style == .plain && text == "~") else {
            report(.emptyText, "\(what) is empty", at: node, hint: "write it, or take the key out if it is optional")
            return nil
        }
        return text
    }
}

extension String {
    /// Without white space around it. Nearly no scalar has any, and Foundation would copy each of them to find out.
    fileprivate var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
