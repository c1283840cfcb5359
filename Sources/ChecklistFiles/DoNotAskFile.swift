import CaseDomain
import ChecklistRules
import Yams

/// 不得索要清单 as a YAML file: papers that offices used to ask for and may not.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条.
struct DoNotAskFile {
    struct Entry {
        let matters: TermSet<Matter>
        let name: String
        /// Words by which a checklist would betray that it asks for the paper.
        let words: [String]
        let materials: TermSet<Material>
        let why: String
        let basis: LegalSource
    }

    let entries: [Entry]

    static func read(_ path: String) throws(DataLoadFailure) -> DoNotAskFile {
        var reader = NodeReader(file: path)
        let entries = reader.parse(try DataText.read(path)).flatMap { reader.doNotAsk($0) }
        return DoNotAskFile(entries: try reader.finish(entries))
    }
}

extension NodeReader {
    fileprivate mutating func doNotAsk(_ node: Node) -> [DoNotAskFile.Entry]? {
        guard let fields = mapping(node, "the list", required: ["format", "papers"]) else { return nil }
        check(format: "yicigao.do-not-ask/1", fields)
        var entries: [DoNotAskFile.Entry] = []
        for item in fields["papers"].map({ list($0, "‘papers’") }) ?? [] {
            guard
                let parts = mapping(
                    item, "a paper", required: ["matters", "name", "words", "why", "basis"], optional: ["materials"])
            else { continue }
            let matters = parts["matters"].map { terms($0, Matter.self, "‘matters’") } ?? []
            let materials = parts["materials"].map { terms($0, Material.self, "‘materials’") } ?? []
            var words: [String] = []
            for word in parts["words"].map({ list($0, "‘words’") }) ?? [] {
                if let text = scalar(word, "a word") { words.append(text) }
            }
            let name = text(parts, "name")
            let why = text(parts, "why")
            let basis = source(parts, "basis")
            guard let name, let why, let basis else { continue }
            entries.append(
                DoNotAskFile.Entry(
                    matters: matters, name: name, words: words, materials: materials, why: why, basis: basis))
        }
        return entries
    }
}
