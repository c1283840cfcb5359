import CaseDomain
package import ChecklistRules
import Yams

/// What terms are called, as a YAML file.
package enum NamesFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file, every term without a name included.
    package static func read(_ path: String) throws(DataLoadFailure) -> TermNames {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> TermNames {
        var reader = NodeReader(file: file)
        let names = reader.parse(text).flatMap { reader.termNames($0) }
        return try reader.finish(names)
    }
}

extension NodeReader {
    fileprivate mutating func termNames(_ node: Node) -> TermNames? {
        guard let fields = mapping(node, "the names", required: ["format", "items", "products", "topics"])
        else { return nil }
        check(format: "yicigao.names/1", fields)
        return TermNames(
            items: names(fields, "items", Item.self), products: names(fields, "products", Product.self),
            topics: names(fields, "topics", PolicyTopic.self))
    }

    private mutating func names<Term: Vocabulary>(
        _ fields: Fields, _ key: String, _ kind: Term.Type
    ) -> [Term: TermNames.Name] {
        guard let node = fields[key] else { return [:] }
        var names: [Term: TermNames.Name] = [:]
        for entry in entries(node, "‘\(key)’") {
            guard let term = term(entry.key, kind, "‘\(key)’"),
                let parts = mapping(entry.value, "a name", required: ["chinese", "english"]),
                let chinese = text(parts, "chinese"), let english = text(parts, "english")
            else { continue }
            names[term] = TermNames.Name(chinese: chinese, english: english)
        }
        for term in Term.allCases where names[term] == nil {
            report(.missingKey, "‘\(key)’ has no name for \(term.id)", at: node)
        }
        return names
    }
}
