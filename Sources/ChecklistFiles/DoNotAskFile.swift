import CaseDomain
package import ChecklistRules
import Yams

/// 不得索要清单 as a YAML file: papers that offices used to ask for and may not.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条.
package enum DoNotAskFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> DemandList {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> DemandList {
        var reader = NodeReader(file: file, wording: wording)
        let list = reader.parse(text).flatMap { reader.demandList($0) }
        return try reader.finish(list)
    }
}

extension NodeReader {
    fileprivate mutating func demandList(_ node: Node) -> DemandList? {
        guard
            let fields = mapping(
                node, "the list", required: ["format", "papers", "unlisted", "other-words"],
                optional: ["alternatives"])
        else { return nil }
        check(format: "yicigao.do-not-ask/1", fields)
        var papers: [DemandList.Paper] = []
        for item in fields["papers"].map({ list($0, "‘papers’") }) ?? [] {
            if let paper = forbiddenPaper(item) { papers.append(paper) }
        }
        let unlisted = fields["unlisted"].flatMap { self.unlisted($0) }
        var otherWords: [Material: [String]] = [:]
        for entry in fields["other-words"].map({ self.entries($0, "‘other-words’") }) ?? [] {
            guard let material = term(entry.key, Material.self, "‘other-words’") else { continue }
            otherWords[material] = words(in: entry.value, "‘other-words’")
        }
        let alternatives = fields["alternatives"].map { self.alternatives($0) } ?? []
        return unlisted.map {
            DemandList(papers: papers, unlisted: $0, otherWords: otherWords, alternatives: alternatives)
        }
    }

    private mutating func alternatives(_ node: Node) -> [DemandList.Alternative] {
        var alternatives: [DemandList.Alternative] = []
        for item in list(node, "‘alternatives’") {
            guard let parts = mapping(item, "an alternative", required: ["materials", "not-with", "why", "basis"])
            else { continue }
            let materials = parts["materials"].map { terms($0, Material.self, "‘materials’") } ?? []
            let notWith = parts["not-with"].map { terms($0, Material.self, "‘not-with’") } ?? []
            let why = text(parts, "why")
            let basis = source(parts, "basis")
            guard let why, let basis else { continue }
            alternatives.append(
                DemandList.Alternative(materials: materials, notWith: notWith, why: why, basis: basis))
        }
        return alternatives
    }

    private mutating func forbiddenPaper(_ node: Node) -> DemandList.Paper? {
        guard
            let parts = mapping(
                node, "a paper", required: ["matters", "name", "words", "why", "instead", "basis"],
                optional: ["materials"])
        else { return nil }
        let matters = parts["matters"].map { terms($0, Matter.self, "‘matters’") } ?? []
        let materials = parts["materials"].map { terms($0, Material.self, "‘materials’") } ?? []
        let words = parts["words"].map { self.words(in: $0, "‘words’") } ?? []
        let name = text(parts, "name")
        let why = wording(parts, "why")
        let instead = wording(parts, "instead")
        let basis = source(parts, "basis")
        guard let name, let why, let instead, let basis else { return nil }
        return DemandList.Paper(
            matters: matters, name: name, words: words, materials: materials, why: why, instead: instead, basis: basis)
    }

    private mutating func unlisted(_ node: Node) -> DemandList.Unlisted? {
        guard let parts = mapping(node, "‘unlisted’", required: ["why", "instead", "basis"]) else { return nil }
        let why = wording(parts, "why")
        let instead = wording(parts, "instead")
        let basis = source(parts, "basis")
        guard let why, let instead, let basis else { return nil }
        return DemandList.Unlisted(why: why, instead: instead, basis: basis)
    }

    private mutating func words(in node: Node, _ what: String) -> [String] {
        var words: [String] = []
        for item in list(node, what) {
            guard let word = scalar(item, "a word") else { continue }
            // A single character would be found in nearly everything that a clerk types.
            if word.count < DemandList.shortest {
                report(.badValue, "the word ‘\(word)’ is too short", at: item, hint: "two characters at least")
            }
            words.append(word)
        }
        return words
    }
}
