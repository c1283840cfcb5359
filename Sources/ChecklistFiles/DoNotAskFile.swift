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

    /// Papers of which the law asks for the one or for the other.
    struct Alternative {
        let materials: TermSet<Material>
        let notWith: TermSet<Material>
        let why: String
        let basis: LegalSource

        /// Every two papers that never go together.
        var pairs: [TermSet<Material>] {
            materials.terms.flatMap { one in notWith.terms.map { [one, $0] } }
        }
    }

    let entries: [Entry]
    let alternatives: [Alternative]

    static func read(_ path: String) throws(DataLoadFailure) -> DoNotAskFile {
        var reader = NodeReader(file: path)
        let list = reader.parse(try DataText.read(path)).flatMap { reader.doNotAsk($0) }
        return try reader.finish(list)
    }
}

extension NodeReader {
    fileprivate mutating func doNotAsk(_ node: Node) -> DoNotAskFile? {
        guard let fields = mapping(node, "the list", required: ["format", "papers"], optional: ["alternatives"])
        else { return nil }
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
        let alternatives = fields["alternatives"].map { self.alternatives($0) } ?? []
        return DoNotAskFile(entries: entries, alternatives: alternatives)
    }

    private mutating func alternatives(_ node: Node) -> [DoNotAskFile.Alternative] {
        var alternatives: [DoNotAskFile.Alternative] = []
        for item in list(node, "‘alternatives’") {
            guard let parts = mapping(item, "an alternative", required: ["materials", "not-with", "why", "basis"])
            else { continue }
            let materials = parts["materials"].map { terms($0, Material.self, "‘materials’") } ?? []
            let notWith = parts["not-with"].map { terms($0, Material.self, "‘not-with’") } ?? []
            let why = text(parts, "why")
            let basis = source(parts, "basis")
            guard let why, let basis else { continue }
            alternatives.append(
                DoNotAskFile.Alternative(materials: materials, notWith: notWith, why: why, basis: basis))
        }
        return alternatives
    }
}
