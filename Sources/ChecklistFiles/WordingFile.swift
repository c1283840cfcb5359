import CaseDomain
package import ChecklistRules
import Yams

/// How demands are worded, as a YAML file.
package enum WordingFile {
    static let name = "wording.yaml"

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> WordingRules {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> WordingRules {
        var reader = NodeReader(file: file)
        let rules = reader.parse(text).flatMap { reader.wordingRules($0) }
        return try reader.finish(rules)
    }
}

extension NodeReader {
    fileprivate mutating func wordingRules(_ node: Node) -> WordingRules? {
        guard
            let fields = mapping(
                node, "the wording", required: ["format", "vague", "counts", "forms", "basis"])
        else { return nil }
        check(format: "yicigao.wording/1", fields)
        let vague = wordList(fields, "vague", atLeast: 2)
        let counts = wordList(fields, "counts", atLeast: 1)
        let forms = wordList(fields, "forms", atLeast: 1)
        guard let basis = source(fields, "basis") else { return nil }
        return WordingRules(vague: vague, counts: counts, forms: forms, basis: basis)
    }

    /// - Parameter shortest: characters; a single one would be found in nearly every sentence.
    private mutating func wordList(_ fields: Fields, _ key: String, atLeast shortest: Int) -> [String] {
        guard let node = fields[key] else { return [] }
        var words: [String] = []
        for item in list(node, "‘\(key)’") {
            guard let word = scalar(item, "a word") else { continue }
            if word.count < shortest {
                report(.badValue, "the word ‘\(word)’ is too short", at: item, hint: "two characters at least")
            }
            if words.contains(word) { report(.duplicateRow, "‘\(word)’ stands twice", at: item) }
            words.append(word)
        }
        if words.isEmpty { report(.badValue, "‘\(key)’ is empty", at: node) }
        return words
    }
}
